// A family's photo: a square of a picture, cut to a circle for the game, kept as a PNG file; and the whole
// picture for choosing that square.
#include "platform/sprite.h"

#include <math.h>
#include <stdlib.h>

#include <SDL.h>
#include <SDL_image.h>

#include "core/least.h"
#include "platform/sprite_picture.h"

enum { SIZE_MAX_PX = 4096 };

static const char no_memory[] = "there is not enough memory for the picture";

// The square that was asked for, brought inside the picture; side 0: the one in its middle.
static struct rect square_in(const struct picture_image *image, int x, int y, int side)
{
    int w, h;
    picture_image_size(image, &w, &h);
    const int most = w < h ? w : h;
    if (side <= 0) {
        return (struct rect){(w - most) / 2, (h - most) / 2, most, most};
    }
    const int whole = between(side, 1, most);
    return (struct rect){between(x, 0, w - whole), between(y, 0, h - whole), whole, whole};
}

static uint32_t *square_of(const void *bytes, size_t length, struct rect asked, int size, const char **reason)
{
    struct picture_image *image = picture_decode(bytes, length, reason);
    if (!image) {
        return NULL;
    }
    const struct rect square = square_in(image, asked.x, asked.y, asked.w);
    uint32_t *pixels = picture_part(image, &square, size, size);
    *reason = pixels ? NULL : no_memory;
    picture_image_free(image);
    return pixels;
}

static uint32_t circle_alpha(int x, int y, int size)
{
    const float middle = (float)size / 2;
    const float away = hypotf((float)x + 0.5F - middle, (float)y + 0.5F - middle);
    return (uint32_t)lroundf(fmaxf(0, fminf(middle - away + 0.5F, 1)) * 255);
}

static void cut_circle(uint32_t *pixels, int size)
{
    for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
            *pixels++ |= circle_alpha(x, y, size) << 24;
        }
    }
}

// Pure red that comes and goes troubles eyes more than any other flash (science/README.md 5.1: red above 0.8
// of all light), so a shirt as red as that is shown a little paler. Light goes about with the square of a
// channel.
static uint32_t calm_red(uint32_t pixel)
{
    const float r = (float)(pixel >> 16 & 0xFF), g = (float)(pixel >> 8 & 0xFF), b = (float)(pixel & 0xFF);
    const float missing = 0.34F * r * r - g * g - b * b;
    if (missing <= 0) {
        return pixel;
    }
    return (pixel & 0xFFFF0000) | (uint32_t)lroundf(sqrtf(g * g + missing / 2)) << 8 |
           (uint32_t)lroundf(sqrtf(b * b + missing / 2));
}

static void calm_reds(uint32_t *pixels, int size)
{
    for (int i = 0; i < size * size; i++) {
        pixels[i] = calm_red(pixels[i]);
    }
}

struct sprite *sprite_from_photo_bytes(const void *bytes, size_t length, int x, int y, int side, int size)
{
    const char *reason;
    const int px = between(size, 1, SIZE_MAX_PX);
    uint32_t *pixels = square_of(bytes, length, (struct rect){x, y, side, side}, px, &reason);
    if (!pixels) {
        return NULL;
    }
    calm_reds(pixels, px);
    cut_circle(pixels, px);
    struct sprite *sprite = sprite_from_pixels(PIXELS_ARGB, pixels, px, px, px * 4);
    free(pixels);
    return sprite;
}

static struct sprite *whole_of(const struct picture_image *image, int most, int w, int h)
{
    const double scale = fmin(1, (double)between(most, 1, SIZE_MAX_PX) / (w > h ? w : h));
    const int small_w = between((int)lround(w * scale), 1, w),
              small_h = between((int)lround(h * scale), 1, h);
    uint32_t *pixels = picture_part(image, &(struct rect){0, 0, w, h}, small_w, small_h);
    struct sprite *sprite =
        pixels ? sprite_from_pixels(PIXELS_OPAQUE, pixels, small_w, small_h, small_w * 4) : NULL;
    free(pixels);
    return sprite;
}

struct sprite *sprite_from_picture(const void *bytes, size_t length, int most, int *w, int *h)
{
    const char *reason;
    struct picture_image *image = picture_decode(bytes, length, &reason);
    if (!image) {
        *w = *h = 0;
        return NULL;
    }
    picture_image_size(image, w, h);
    struct sprite *sprite = whole_of(image, most, *w, *h);
    picture_image_free(image);
    return sprite;
}

// What is kept can be had back: the encoder does not say when it was short of memory.
static bool is_whole(const void *png, size_t length)
{
    const char *reason;
    struct picture_image *image = png && length > 0 ? picture_decode(png, length, &reason) : NULL;
    picture_image_free(image);
    return image != NULL;
}

// A PNG is at its largest where nothing can be compressed: four bytes a pixel and a few more.
static void *encode(uint32_t *pixels, int size, size_t *length)
{
    const size_t most = (size_t)size * (size_t)size * 5 + 65536;
    void *png = malloc(most);
    SDL_RWops *to = png ? SDL_RWFromMem(png, (int)most) : NULL;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormatFrom(pixels, size, size, 32, size * 4, SDL_PIXELFORMAT_RGB888);
    const bool saved = to && surface && IMG_SavePNG_RW(surface, to, 0) == 0;
    const Sint64 end = saved ? SDL_RWtell(to) : 0;
    *length = end > 0 ? (size_t)end : 0;
    SDL_FreeSurface(surface);
    if (to) {
        SDL_RWclose(to);
    }
    if (!is_whole(png, *length)) {
        free(png);
        return NULL;
    }
    void *small = realloc(png, *length);
    return small ? small : png;
}

void *sprite_photo_png(const void *bytes, size_t length, int x, int y, int side, int size, size_t *png_length,
                       const char **reason)
{
    const int px = between(size, 1, SIZE_MAX_PX);
    uint32_t *pixels = square_of(bytes, length, (struct rect){x, y, side, side}, px, reason);
    void *png = pixels ? encode(pixels, px, png_length) : NULL;
    if (pixels && !png) {
        *reason = no_memory;
    }
    free(pixels);
    return png;
}
