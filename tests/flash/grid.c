// The screen as cells of half a degree.
#include "flash/grid.h"

#include <math.h>
#include <string.h>

static float linear(double channel)
{
    return (float)(channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4));
}

void grid_start(struct grid *grid, int w, int h)
{
    int longer = w > h ? w : h;
    grid->w = w;
    grid->h = h;
    grid->columns = (w * LONG_SIDE_CELLS + longer / 2) / longer;
    grid->rows = (h * LONG_SIDE_CELLS + longer / 2) / longer;
    for (int i = 0; i < 256; i++) {
        grid->linear[i] = linear(i / 255.0);
    }
}

static struct light mean_light(const struct grid *grid, const uint32_t *pixels, int x, int y, int w, int h)
{
    struct light sum = {0};
    for (int row = y; row < y + h; row++) {
        const uint32_t *pixel = pixels + (size_t)row * (size_t)grid->w + x;
        for (int i = 0; i < w; i++) {
            sum.r += grid->linear[pixel[i] >> 16 & 255];
            sum.g += grid->linear[pixel[i] >> 8 & 255];
            sum.b += grid->linear[pixel[i] & 255];
        }
    }
    float n = (float)(w * h);
    return (struct light){sum.r / n, sum.g / n, sum.b / n};
}

void grid_lights(const struct grid *grid, const uint32_t *pixels, struct light *lights)
{
    for (int row = 0; row < grid->rows; row++) {
        int top = row * grid->h / grid->rows, bottom = (row + 1) * grid->h / grid->rows;
        for (int column = 0; column < grid->columns; column++) {
            int left = column * grid->w / grid->columns, right = (column + 1) * grid->w / grid->columns;
            *lights++ = mean_light(grid, pixels, left, top, right - left, bottom - top);
        }
    }
}

float light_luminance(struct light light)
{
    return 0.2126f * light.r + 0.7152f * light.g + 0.0722f * light.b;
}

float grid_luminance(const struct grid *grid, const uint32_t *pixels, int x, int y, int w, int h)
{
    return light_luminance(mean_light(grid, pixels, x, y, w, h));
}

// Half the width of the disc's row that lies `away` rows from its middle.
static int half_width(int away)
{
    return (int)sqrt((double)(DISC_RADIUS * DISC_RADIUS - away * away));
}

void grid_discs(const struct grid *grid, const int *values, int *sums)
{
    int before[CELLS_MAX + LONG_SIDE_CELLS]; // sums along each row: [row][column] of the cells left of it
    int stride = grid->columns + 1;
    for (int row = 0; row < grid->rows; row++) {
        before[row * stride] = 0;
        for (int column = 0; column < grid->columns; column++) {
            before[row * stride + column + 1] =
                before[row * stride + column] + values[row * grid->columns + column];
        }
    }
    memset(sums, 0, sizeof *sums * (size_t)(grid->rows * grid->columns));
    for (int away = -DISC_RADIUS; away <= DISC_RADIUS; away++) {
        int half = half_width(away);
        for (int row = 0; row < grid->rows; row++) {
            if (row + away < 0 || row + away >= grid->rows) {
                continue;
            }
            const int *line = before + (row + away) * stride;
            for (int column = 0; column < grid->columns; column++) {
                int left = column - half > 0 ? column - half : 0;
                int right = column + half < grid->columns ? column + half + 1 : grid->columns;
                sums[row * grid->columns + column] += line[right] - line[left];
            }
        }
    }
}
