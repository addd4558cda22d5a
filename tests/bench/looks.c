#include "bench/looks.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum {
    EVERY = 4, // of the pixels of both ways are looked at
    LOOKS_MAX = 500,
    THUMB = (W / EVERY) * (H / EVERY),
};

struct looks {
    uint32_t *pixels; // THUMB a look
    double at_ms[LOOKS_MAX];
    int count;
};

struct looks *looks_new(void)
{
    struct looks *looks = calloc(1, sizeof *looks);
    looks->pixels = malloc(sizeof(uint32_t) * THUMB * LOOKS_MAX);
    return looks;
}

void looks_free(struct looks *looks)
{
    free(looks->pixels);
    free(looks);
}

void looks_watch(struct looks *looks, struct screen *screen, double began_ms, double limit_ms)
{
    looks->count = 0;
    while (looks->count < LOOKS_MAX && screen_wait_drawn(screen, began_ms + limit_ms)) {
        screen_read(screen, 0, 0, W, H, EVERY, looks->pixels + (size_t)looks->count * THUMB);
        looks->at_ms[looks->count++] = screen_now_ms() - began_ms;
    }
}

static const uint32_t *look_at(const struct looks *looks, int number)
{
    return looks->pixels + (size_t)number * THUMB;
}

static bool near(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 24; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > 8) {
            return false;
        }
    }
    return true;
}

// Whether more than 1 % of the screen has another colour.
static bool is_more_than(uint32_t colour, const uint32_t *pixels)
{
    int others = 0;
    for (int i = 0; i < THUMB; i++) {
        others += !near(pixels[i], colour);
    }
    return others > THUMB / 100;
}

double looks_first_frame_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        if (is_more_than(0, look_at(looks, i))) {
            return looks->at_ms[i];
        }
    }
    return NAN;
}

double looks_first_picture_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        if (is_more_than(look_at(looks, i)[0], look_at(looks, i))) {
            return looks->at_ms[i];
        }
    }
    return NAN;
}

// The pixels that still move when all is settled; the rest is what has to stand.
static void find_moving(const struct looks *looks, double settled_ms, bool *moving)
{
    const uint32_t *last = look_at(looks, looks->count - 1);
    for (int look = 0; look < looks->count; look++) {
        const uint32_t *pixels = look_at(looks, look);
        for (int i = 0; looks->at_ms[look] > settled_ms && i < THUMB; i++) {
            moving[i] = moving[i] || !near(pixels[i], last[i]);
        }
    }
}

static int differing(const uint32_t *pixels, const uint32_t *last, const bool *moving)
{
    int differing = 0;
    for (int i = 0; i < THUMB; i++) {
        differing += !moving[i] && !near(pixels[i], last[i]);
    }
    return differing;
}

double looks_whole_ms(const struct looks *looks, double settled_ms)
{
    bool *moving = calloc(THUMB, sizeof *moving);
    int look = looks->count - 1;
    if (look < 0 || !moving) {
        free(moving);
        return NAN;
    }
    find_moving(looks, settled_ms, moving);
    const uint32_t *last = look_at(looks, look);
    while (look > 0 && differing(look_at(looks, look - 1), last, moving) <= THUMB / 50) {
        look--;
    }
    free(moving);
    return looks->at_ms[look];
}
