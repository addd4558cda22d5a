// Pictures in memory: premultiplied, trimmed to what is not clear, with a known opaque part.
#include "platform/sprite.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "core/least.h"
#include "platform/canvas_rect.h"

// Opaque parts are looked for in tiles, at most so many in a row: a finer search gains nothing that can be
// seen.
enum { TILE_MIN = 8, COLUMNS_MAX = 128 };

struct source {
    enum pixel_kind kind;
    const uint32_t *pixels;
    int w, h, pitch; // in pixels
};

static const uint32_t *row_of(const struct source *source, int y)
{
    return source->pixels + (size_t)y * (size_t)source->pitch;
}

static bool row_clear(const struct source *source, int y)
{
    const uint32_t *row = row_of(source, y);
    uint32_t any = 0;
    for (int x = 0; x < source->w; x++) {
        any |= row[x];
    }
    return any >> 24 == 0;
}

// The first and the one after the last pixel of a row that is not clear, widening left and right.
static void widen(const struct source *source, int y, int *left, int *right)
{
    const uint32_t *row = row_of(source, y);
    int first = 0, end = source->w;
    while (first < *left && row[first] >> 24 == 0) {
        first++;
    }
    while (end > *right && row[end - 1] >> 24 == 0) {
        end--;
    }
    *left = first;
    *right = end;
}

static struct rect box_of(const struct source *source)
{
    int top = 0, bottom = source->h, left = source->w, right = 0;
    if (source->kind == PIXELS_OPAQUE) {
        return (struct rect){0, 0, source->w, source->h};
    }
    while (top < bottom && row_clear(source, top)) {
        top++;
    }
    while (bottom > top && row_clear(source, bottom - 1)) {
        bottom--;
    }
    for (int y = top; y < bottom; y++) {
        widen(source, y, &left, &right);
    }
    return bottom > top ? (struct rect){left, top, right - left, bottom - top} : (struct rect){0};
}

// nanosvg's straight colours are off where alpha is low (art/guide.md 1, Fringes), by as much as its own
// division was coarse: multiplying takes that back, and no bleeding is needed.
static uint32_t premultiplied(uint32_t argb)
{
    const uint32_t alpha = argb >> 24;
    if (alpha == 0 || alpha == 255) {
        return alpha ? argb : 0;
    }
    uint32_t result = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
        result |= ((argb >> shift & 0xFF) * alpha + 127) / 255 << shift;
    }
    return result;
}

static uint32_t converted(enum pixel_kind kind, uint32_t pixel)
{
    switch (kind) {
    case PIXELS_OPAQUE: return pixel | 0xFF000000U;
    case PIXELS_ARGB: return premultiplied(pixel);
    case PIXELS_ABGR: break;
    }
    return premultiplied((pixel & 0xFF00FF00U) | (pixel & 0xFF) << 16 | (pixel >> 16 & 0xFF));
}

static void copy_box(const struct source *source, struct sprite *sprite)
{
    const struct rect *box = &sprite->box;
    uint32_t *to = sprite->pixels;
    for (int y = box->y; y < box->y + box->h; y++) {
        const uint32_t *from = row_of(source, y) + box->x;
        for (int x = 0; x < box->w; x++) {
            *to++ = converted(source->kind, from[x]);
        }
    }
}

static bool tile_opaque(const struct sprite *sprite, int tile, int column, int row)
{
    const int right = lesser((column + 1) * tile, sprite->box.w),
              bottom = lesser((row + 1) * tile, sprite->box.h);
    uint32_t all = UINT32_MAX;
    for (int y = row * tile; y < bottom; y++) {
        for (int x = column * tile; x < right; x++) {
            all &= sprite->pixels[(size_t)y * (size_t)sprite->box.w + (size_t)x];
        }
    }
    return all >> 24 == 255;
}

// The largest rectangle that ends in this row; runs[column] counts the opaque tiles upwards from here.
static struct rect best_in_row(const int *runs, int columns, int row, struct rect best)
{
    for (int left = 0; left < columns; left++) {
        int tall = runs[left];
        for (int right = left; right < columns && runs[right]; right++) {
            tall = lesser(tall, runs[right]);
            if ((right - left + 1) * tall > best.w * best.h) {
                best = (struct rect){left, row - tall + 1, right - left + 1, tall};
            }
        }
    }
    return best;
}

static struct rect best_tiles(const struct sprite *sprite, int tile)
{
    const int columns = (sprite->box.w + tile - 1) / tile, rows = (sprite->box.h + tile - 1) / tile;
    int runs[COLUMNS_MAX] = {0};
    struct rect best = {0};
    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            runs[column] = tile_opaque(sprite, tile, column, row) ? runs[column] + 1 : 0;
        }
        best = best_in_row(runs, columns, row, best);
    }
    return best;
}

static struct rect opaque_of(const struct sprite *sprite)
{
    int tile = TILE_MIN;
    while (sprite->box.w > tile * COLUMNS_MAX) {
        tile *= 2;
    }
    const struct rect best = best_tiles(sprite, tile);
    const struct rect found = {sprite->box.x + best.x * tile, sprite->box.y + best.y * tile, best.w * tile,
                               best.h * tile};
    return rect_meet(found, sprite->box);
}

// Sprites are made by the loader's thread too.
static uint64_t next_number(void)
{
    static atomic_uint_fast64_t last;
    return atomic_fetch_add(&last, 1) + 1;
}

struct sprite *sprite_from_pixels(enum pixel_kind kind, const uint32_t *pixels, int w, int h, int pitch_bytes)
{
    const struct source source = {kind, pixels, w, h, pitch_bytes / (int)sizeof *pixels};
    struct sprite *sprite = calloc(1, sizeof *sprite);
    if (!sprite) {
        return NULL;
    }
    *sprite =
        (struct sprite){.number = next_number(), .w = w, .h = h, .references = 1, .box = box_of(&source)};
    sprite->pixels = malloc(((size_t)sprite->box.w * (size_t)sprite->box.h + 1) * sizeof *pixels);
    if (!sprite->pixels) {
        sprite_free(sprite);
        return NULL;
    }
    copy_box(&source, sprite);
    sprite->drawing = kind == PIXELS_ABGR;
    sprite->opaque = kind == PIXELS_OPAQUE ? sprite->box : opaque_of(sprite);
    return sprite;
}

int sprite_width(const struct sprite *sprite)
{
    return sprite->w;
}

int sprite_height(const struct sprite *sprite)
{
    return sprite->h;
}

struct rect sprite_bounds(const struct sprite *sprite)
{
    return sprite->box;
}

void sprite_hold(const struct sprite *sprite)
{
    if (sprite) {
        ((struct sprite *)sprite)->references++;
    }
}

void sprite_release(const struct sprite *sprite)
{
    sprite_free((struct sprite *)sprite);
}

void sprite_free(struct sprite *sprite)
{
    if (!sprite || --sprite->references > 0) {
        return;
    }
    free(sprite->pixels);
    free(sprite->runs);
    free(sprite);
}
