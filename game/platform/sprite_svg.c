// SVG text to pixels, by SDL_image's nanosvg.
#include "platform/sprite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

#include "platform/files.h"

// Takes the surface. On little-endian machines nanosvg's pixels need no conversion.
static struct sprite *from_surface(SDL_Surface *surface)
{
    const uint32_t format = SDL_PIXELFORMAT_ABGR8888;
    if (surface && surface->format->format != format) {
        SDL_Surface *other = SDL_ConvertSurfaceFormat(surface, format, 0);
        SDL_FreeSurface(surface);
        surface = other;
    }
    struct sprite *sprite =
        surface ? sprite_from_pixels(PIXELS_ABGR, surface->pixels, surface->w, surface->h, surface->pitch)
                : NULL;
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
