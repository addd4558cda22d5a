// Pictures in memory: from SVG text, from a photo, from pixels; premultiplied, trimmed to what is not clear.
#include "platform/sprite.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

#include "platform/canvas_rect.h"

enum {
    TILE = 8
}; // opaque parts are looked for in tiles: a finer search gains nothing that can be seen in time

struct source {
    const uint32_t *pixels;
    int w, h, pitch; // in pixels
};

static bool row_clear(const struct source *source, int y)
{
    const uint32_t *row = source->pixels + (size_t)y * (size_t)source->pitch;
    uint32_t any = 0;
    for (int x = 0; x < source->w; x++) {
        any |= row[x];
    }
    return any >> 24 == 0;
}

// The first and the one after the last pixel of a row that is not clear, widening left and right.
static void row_span(const struct source *source, int y, int *left, int *right)
{
    const uint32_t *row = source->pixels + (size_t)y * (size_t)source->pitch;
    for (int x = 0; x < *left; x++) {
        if (row[x] >> 24) {
            *left = x;
        }
    }
    for (int x = source->w; x > *right; x--) {
        if (row[x - 1] >> 24) {
            *right = x;
        }
    }
}

static struct rect box_of(const struct source *source)
{
    int top = 0, bottom = source->h, left = source->w, right = 0;
    while (top < bottom && row_clear(source, top)) {
        top++;
    }
    while (bottom > top && row_clear(source, bottom - 1)) {
        bottom--;
    }
    for (int y = top; y < bottom; y++) {
        row_span(source, y, &left, &right);
    }
    return bottom > top ? (struct rect){left, top, right - left, bottom - top} : (struct rect){0};
}

static bool tile_opaque(const struct sprite *sprite, int column, int row)
{
    const int right = SDL_min((column + 1) * TILE, sprite->box.w),
              bottom = SDL_min((row + 1) * TILE, sprite->box.h);
    uint32_t all = UINT32_MAX;
    for (int y = row * TILE; y < bottom; y++) {
        for (int x = column * TILE; x < right; x++) {
            all &= sprite->pixels[(size_t)y * (size_t)sprite->box.w + (size_t)x];
        }
    }
    return all >> 24 == 255;
}

// The largest rectangle that ends in this row of tiles; runs[column] counts the opaque tiles upwards from
// here.
static struct rect best_in_row(const int *runs, int columns, int row, struct rect best)
{
    for (int left = 0; left < columns; left++) {
        int tall = runs[left];
        for (int right = left; right < columns && runs[right]; right++) {
            tall = SDL_min(tall, runs[right]);
            if ((right - left + 1) * tall > best.w * best.h) {
                best = (struct rect){left, row - tall + 1, right - left + 1, tall};
            }
        }
    }
    return best;
}

static struct rect opaque_of(const struct sprite *sprite)
{
    const int columns = (sprite->box.w + TILE - 1) / TILE, rows = (sprite->box.h + TILE - 1) / TILE;
    int *runs = calloc((size_t)columns + 1, sizeof *runs);
    struct rect best = {0};
    for (int row = 0; runs && row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            runs[column] = tile_opaque(sprite, column, row) ? runs[column] + 1 : 0;
        }
        best = best_in_row(runs, columns, row, best);
    }
    free(runs);
    const struct rect tiles = {sprite->box.x + best.x * TILE, sprite->box.y + best.y * TILE, best.w * TILE,
                               best.h * TILE};
    return rect_meet(tiles, sprite->box);
}

static void copy_box(const struct source *source, struct sprite *sprite)
{
    const struct rect *box = &sprite->box;
    for (int y = 0; y < box->h; y++) {
        const uint32_t *from = source->pixels + (size_t)(box->y + y) * (size_t)source->pitch + box->x;
        memcpy(sprite->pixels + (size_t)y * (size_t)box->w, from, (size_t)box->w * sizeof *from);
    }
}

struct sprite *sprite_from_premultiplied(const uint32_t *pixels, int w, int h, int pitch_bytes)
{
    const struct source source = {pixels, w, h, pitch_bytes / (int)sizeof *pixels};
    struct sprite *sprite = calloc(1, sizeof *sprite);
    if (!sprite) {
        return NULL;
    }
    *sprite = (struct sprite){.w = w, .h = h, .references = 1, .box = box_of(&source)};
    const struct rect box = sprite->box;
    sprite->pixels = malloc(((size_t)box.w * (size_t)box.h + 1) * sizeof *sprite->pixels);
    if (!sprite->pixels) {
        sprite_free(sprite);
        return NULL;
    }
    copy_box(&source, sprite);
    sprite->opaque = opaque_of(sprite);
    return sprite;
}

static uint32_t premultiply(uint32_t argb)
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

struct sprite *sprite_from_straight(const uint32_t *pixels, int w, int h, int pitch_bytes)
{
    struct sprite *sprite = sprite_from_premultiplied(pixels, w, h, pitch_bytes);
    const size_t count = sprite ? (size_t)sprite->box.w * (size_t)sprite->box.h : 0;
    for (size_t i = 0; i < count; i++) {
        sprite->pixels[i] = premultiply(sprite->pixels[i]);
    }
    return sprite;
}

// Takes the surface.
static struct sprite *from_surface(SDL_Surface *surface)
{
    SDL_Surface *argb = surface ? SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    struct sprite *sprite = argb ? sprite_from_straight(argb->pixels, argb->w, argb->h, argb->pitch) : NULL;
    SDL_FreeSurface(argb);
    SDL_FreeSurface(surface);
    return sprite;
}

// nanosvg stretches the viewBox to the root's own width and height (art/guide.md 1); of two attributes the
// later wins.
static char *with_size(const char *svg, size_t length, int w, int h, size_t *sized_length)
{
    const size_t room = length + 64;
    char *text = malloc(length + 1), *sized = malloc(room);
    const char *root = NULL, *end = NULL;
    if (text && sized) {
        memcpy(text, svg, length);
        text[length] = 0;
        root = strstr(text, "<svg");
        end = root ? strchr(root, '>') : NULL;
    }
    if (end) {
        end -= end[-1] == '/' ? 1 : 0;
        const int head = (int)(end - text);
        *sized_length =
            (size_t)snprintf(sized, room, "%.*s width=\"%d\" height=\"%d\"%s", head, text, w, h, end);
    } else {
        free(sized);
        sized = NULL;
    }
    free(text);
    return sized;
}

struct sprite *sprite_from_svg(const char *svg, size_t length, int w, int h)
{
    size_t sized_length = 0;
    char *sized = w > 0 && h > 0 ? with_size(svg, length, w, h, &sized_length) : NULL;
    SDL_RWops *file = sized ? SDL_RWFromConstMem(sized, (int)sized_length) : NULL;
    struct sprite *sprite = file ? from_surface(IMG_LoadSizedSVG_RW(file, w, h)) : NULL;
    if (file) {
        SDL_RWclose(file);
    }
    free(sized);
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
    free(sprite);
}
