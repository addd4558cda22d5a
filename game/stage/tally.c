// A dot for each round.
#include "stage/tally.h"

#include <math.h>
#include <stdio.h>

#include "platform/canvas.h"

// Units of its own: dots of 21 like those that the theatre is painted with.
enum { R = 21, STEP = 72, TEXT = 4096 };
static const float SMALL = 0.26F, BELOW = 16; // in the row at the bottom: a dot of 5 or 6
enum { DIM = 150 };

void tally_free(struct tally *tally)
{
    sprite_free(tally->sprite);
    *tally = (struct tally){0};
}

void tally_set(struct tally *tally, int rounds, int now)
{
    if (tally->rounds != rounds || tally->now != now) {
        tally_free(tally);
        tally->rounds = rounds;
        tally->now = now;
    }
}

static int width(const struct tally *tally)
{
    return (tally->rounds - 1) * STEP + 2 * R;
}

static int dot(const struct tally *tally, int round, char *svg, size_t size)
{
    int x = round * STEP + R;
    int length = snprintf(svg, size, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#%s\"/>", x, R, R,
                          round < tally->now ? "FFF6E6" : "F25F63");
    if (round == tally->now) {
        length += snprintf(svg + length, size - (size_t)length,
                           "<circle cx=\"%d\" cy=\"%d\" r=\"9\" fill=\"#FFF6E6\"/>", x, R);
    }
    return length;
}

static void make(struct tally *tally, float scale)
{
    if (tally->sprite && tally->scale == scale) {
        return;
    }
    char svg[TEXT];
    int length = snprintf(svg, sizeof svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">",
                          width(tally), 2 * R);
    for (int i = 0; i < tally->rounds; i++) {
        length += dot(tally, i, svg + length, sizeof svg - (size_t)length);
    }
    length += snprintf(svg + length, sizeof svg - (size_t)length, "</svg>");
    sprite_free(tally->sprite);
    tally->scale = scale;
    tally->sprite = sprite_from_svg(svg, (size_t)length, (int)ceilf((float)width(tally) * scale),
                                    (int)ceilf(2 * R * scale));
}

// Upright and unscaled it is copied whole pixel by whole pixel.
static struct matrix crisp(struct matrix m)
{
    const float small = 0.001F;
    if (fabsf(m.a - 1) < small && fabsf(m.d - 1) < small && fabsf(m.b) < small && fabsf(m.c) < small) {
        return (struct matrix){.a = 1, .d = 1, .e = roundf(m.e), .f = roundf(m.f)};
    }
    return m;
}

void tally_draw_on(struct tally *tally, struct canvas *canvas, const struct matrix *to_window, float x,
                   float y, float scale)
{
    if (tally->rounds == 0) {
        return;
    }
    make(tally, scale);
    const float left = x - (float)width(tally) / 2, top = y - R;
    const struct matrix *m = to_window;
    const struct matrix at = crisp((struct matrix){.a = m->a / scale,
                                                   .b = m->b / scale,
                                                   .c = m->c / scale,
                                                   .d = m->d / scale,
                                                   .e = m->a * left + m->c * top + m->e,
                                                   .f = m->b * left + m->d * top + m->f});
    if (tally->sprite) {
        canvas_draw(canvas, tally->sprite, &at, 255, NULL);
    }
}

void tally_draw_below(struct tally *tally, struct canvas *canvas, const struct layout *layout)
{
    if (tally->rounds == 0) {
        return;
    }
    make(tally, SMALL * layout->unit);
    const float x = ((float)layout->w - (float)width(tally) * tally->scale) / 2;
    const float y = (float)layout->h - BELOW * layout->unit - 2 * R * tally->scale;
    if (tally->sprite) {
        canvas_draw(canvas, tally->sprite, &(struct matrix){.a = 1, .d = 1, .e = roundf(x), .f = roundf(y)},
                    DIM, NULL);
    }
}
