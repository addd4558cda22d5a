// A family's photo as a round sprite: its centre square, made smaller with a proper filter, cut to a circle.
#include "platform/sprite.h"

#include <math.h>
#include <stdlib.h>

#include <SDL.h>
#include <pixman.h>
#include <SDL_image.h>

// Averages all the pixels that fall on one: a photo of 12 megapixels sampled at points would sparkle.
static void shrink(pixman_image_t *from, int side, pixman_image_t *to, int size)
{
    const pixman_fixed_t scale = pixman_double_to_fixed((double)side / size);
    int count = 0;
    pixman_fixed_t *filter = pixman_filter_create_separable_convolution(
        &count, scale, scale, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_BOX,
        PIXMAN_KERNEL_BOX, 4, 4);
    pixman_transform_t transform;
    pixman_transform_init_scale(&transform, scale, scale);
    pixman_image_set_transform(from, &transform);
    pixman_image_set_repeat(from, PIXMAN_REPEAT_PAD);
    if (filter) {
        pixman_image_set_filter(from, PIXMAN_FILTER_SEPARABLE_CONVOLUTION, filter, count);
    }
    pixman_image_composite32(PIXMAN_OP_SRC, from, NULL, to, 0, 0, 0, 0, 0, 0, size, size);
    free(filter);
}

static void cut_circle(uint32_t *pixels, int size)
{
    const float middle = (float)size / 2;
    for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
            const float away = hypotf((float)x + 0.5F - middle, (float)y + 0.5F - middle);
            const float cover = fmaxf(0, fminf(middle - away + 0.5F, 1));
            const uint32_t alpha = (uint32_t)lroundf(cover * 255);
            uint32_t *pixel = &pixels[(size_t)y * (size_t)size + (size_t)x];
            *pixel = (*pixel & 0xFFFFFF) | alpha << 24;
        }
    }
}

static struct sprite *circle_of(SDL_Surface *photo, int size)
{
    const int side = SDL_min(photo->w, photo->h);
    uint32_t *corner =
        (uint32_t *)((char *)photo->pixels + (size_t)(photo->h - side) / 2 * (size_t)photo->pitch);
    corner += (photo->w - side) / 2;
    uint32_t *pixels = calloc((size_t)size * (size_t)size, sizeof *pixels);
    pixman_image_t *from = pixman_image_create_bits(PIXMAN_x8r8g8b8, side, side, corner, photo->pitch);
    pixman_image_t *to =
        pixels ? pixman_image_create_bits(PIXMAN_x8r8g8b8, size, size, pixels, size * 4) : NULL;
    struct sprite *sprite = NULL;
    if (from && to) {
        shrink(from, side, to, size);
        cut_circle(pixels, size);
        sprite = sprite_from_straight(pixels, size, size, size * 4);
    }
    if (from) {
        pixman_image_unref(from);
    }
    if (to) {
        pixman_image_unref(to);
    }
    free(pixels);
    return sprite;
}

struct sprite *sprite_from_photo(const char *path, int size)
{
    SDL_Surface *file = size > 0 ? IMG_Load(path) : NULL;
    SDL_Surface *photo = file ? SDL_ConvertSurfaceFormat(file, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    struct sprite *sprite = photo ? circle_of(photo, size) : NULL;
    SDL_FreeSurface(photo);
    SDL_FreeSurface(file);
    return sprite;
}
