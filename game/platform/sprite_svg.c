// SVG text to pixels, by SDL_image's nanosvg.
#include "platform/sprite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

#include "platform/files.h"

// Takes the surface. On little-endian machines nanosvg's pixels need no conversion.
static SDL_Surface *as_pixels(SDL_Surface *surface)
{
    const uint32_t format = SDL_PIXELFORMAT_ABGR8888;
    if (!surface || surface->format->format == format) {
        return surface;
    }
    SDL_Surface *other = SDL_ConvertSurfaceFormat(surface, format, 0);
    SDL_FreeSurface(surface);
    return other;
}

static struct sprite *from_surface(const SDL_Surface *surface)
{
    return surface ? sprite_from_pixels(PIXELS_ABGR, surface->pixels, surface->w, surface->h, surface->pitch)
                   : NULL;
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

// The caller's. NULL where it can't.
static SDL_Surface *rasterised(const char *svg, size_t length, int w, int h)
{
    size_t sized_length = 0;
    char *sized = w > 0 && h > 0 ? with_size(svg, length, w, h, &sized_length) : NULL;
    SDL_RWops *file = sized ? SDL_RWFromConstMem(sized, (int)sized_length) : NULL;
    SDL_Surface *surface = file ? as_pixels(IMG_LoadSizedSVG_RW(file, w, h)) : NULL;
    if (file) {
        SDL_RWclose(file);
    }
    free(sized);
    return surface;
}

struct sprite *sprite_from_svg(const char *svg, size_t length, int w, int h)
{
    SDL_Surface *surface = rasterised(svg, length, w, h);
    struct sprite *sprite = from_surface(surface);
    SDL_FreeSurface(surface);
    return sprite;
}

// Where in a row of `from`, of which the middle is repeated, a place in a row of `to` comes from.
static int before_stretching(int at, int from, int to)
{
    const int middle = from / 2;
    return at < middle ? at : at < to - (from - middle) ? middle : at - (to - from);
}

static void stretch_row(const uint32_t *from, int w, uint32_t *to, int to_w)
{
    for (int x = 0; x < to_w; x++) {
        to[x] = from[before_stretching(x, w, to_w)];
    }
}

static void stretch(const SDL_Surface *from, uint32_t *to, int to_w, int to_h)
{
    int last = -1; // the row that the one above came from
    for (int y = 0; y < to_h; y++) {
        const int row = before_stretching(y, from->h, to_h);
        uint32_t *at = to + (size_t)y * (size_t)to_w;
        if (row == last) {
            memcpy(at, at - to_w, (size_t)to_w * sizeof *at);
        } else {
            stretch_row((const uint32_t *)((const char *)from->pixels + (size_t)row * (size_t)from->pitch),
                        from->w, at, to_w);
        }
        last = row;
    }
}

struct sprite *sprite_from_svg_stretched(const char *svg, size_t length, int w, int h, int to_w, int to_h)
{
    SDL_Surface *surface = rasterised(svg, length, w, h);
    uint32_t *pixels = surface ? malloc((size_t)to_w * (size_t)to_h * sizeof *pixels) : NULL;
    struct sprite *sprite = NULL;
    if (pixels) {
        stretch(surface, pixels, to_w, to_h);
        sprite = sprite_from_pixels(PIXELS_ABGR, pixels, to_w, to_h, to_w * (int)sizeof *pixels);
    }
    free(pixels);
    SDL_FreeSurface(surface);
    return sprite;
}

struct sprite *sprite_from_asset(const char *name, int w, int h)
{
    char path[1200];
    size_t length = 0;
    snprintf(path, sizeof path, "%s%s", files_share(), name);
    char *svg = files_read(path, &length);
    struct sprite *sprite = svg ? sprite_from_svg(svg, length, w, h) : NULL;
    free(svg);
    return sprite;
}
