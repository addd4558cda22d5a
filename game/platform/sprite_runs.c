// Where a drawing is of one colour, or nearly: what is turned or scaled there needs no look at each of its
// texels.
#include "platform/sprite.h"

#include <stdlib.h>

#include "core/least.h"

enum {
    ALIKE = 3,  // levels between neighbours in a shade: nobody sees which of them is shown
    SHORT = 16, // texels
};

static bool is_flat(const uint32_t *row, const uint32_t *below)
{
    return row[0] == row[1] && row[0] == below[0] && row[0] == below[1];
}

static bool near(uint32_t one, uint32_t other)
{
    for (int shift = 0; (one & other) >> 24 == 255 && shift < 24; shift += 8) {
        if (abs((int)(one >> shift & 0xFF) - (int)(other >> shift & 0xFF)) > ALIKE) {
            return false;
        }
    }
    return (one & other) >> 24 == 255;
}

static bool is_shade(const uint32_t *row, const uint32_t *below)
{
    return near(row[0], row[1]) && near(row[0], below[0]) && near(row[0], below[1]);
}

// A short flat run within a shade would only break that up.
static uint8_t kind_of(int flat, int shade)
{
    const bool is_shade = shade > flat && flat < SHORT;
    return (uint8_t)(is_shade ? RUN_SHADE | lesser(shade, RUN_MAX)
                     : flat   ? RUN_FLAT | lesser(flat, RUN_MAX)
                              : 0);
}

static void measure_row(const uint32_t *row, const uint32_t *below, int w, uint8_t *runs)
{
    int flat = 0, shade = 0;
    runs[w - 1] = 0;
    for (int x = w - 2; x >= 0; x--) {
        const bool equal = is_flat(row + x, below + x);
        flat = equal ? flat + 1 : 0;
        shade = (equal ? row[x] >> 24 == 255 : is_shade(row + x, below + x)) ? shade + 1 : 0;
        runs[x] = kind_of(flat, shade);
    }
}

static uint8_t *measure(const struct sprite *sprite)
{
    const int w = sprite->box.w, h = sprite->box.h;
    uint8_t *runs = w > 0 && h > 0 ? calloc((size_t)w * (size_t)h, 1) : NULL;
    for (int y = 0; runs && y + 1 < h; y++) {
        const uint32_t *row = sprite->pixels + (size_t)y * (size_t)w;
        measure_row(row, row + w, w, runs + (size_t)y * (size_t)w);
    }
    return runs;
}

const uint8_t *sprite_runs(const struct sprite *sprite)
{
    if (sprite->drawing && !sprite->runs) {
        ((struct sprite *)sprite)->runs = measure(sprite);
    }
    return sprite->runs;
}
