// A family's photo as a round sprite: its centre square, upright, made smaller with a proper filter, cut to a
// circle.
#include "platform/sprite.h"

#include <math.h>
#include <stdlib.h>

#include <SDL.h>
#include <SDL_image.h>
#include <pixman.h>

#include "platform/sprite_exif.h"

enum { HEAD_SIZE = 1 << 16 }; // EXIF lies within a JPEG's first 64 KiB

// Drawn on white where it has clear parts; a JPEG's own rows are used as they are, they are large enough
// already.
static SDL_Surface *without_alpha(SDL_Surface *photo)
{
    if (photo->format->format == SDL_PIXELFORMAT_RGB24 || photo->format->format == SDL_PIXELFORMAT_RGB888) {
        photo->refcount++;
        return photo;
    }
    SDL_Surface *plain = SDL_CreateRGBSurfaceWithFormat(0, photo->w, photo->h, 32, SDL_PIXELFORMAT_RGB888);
    if (plain) {
        SDL_FillRect(plain, NULL, 0xFFFFFF);
        SDL_BlitSurface(photo, NULL, plain, NULL);
    }
    return plain;
}

// From pixels of the small square to pixels of the photo's centre square.
static pixman_transform_t to_centre(const SDL_Surface *photo, int side, pixman_fixed_t scale)
{
    const pixman_fixed_t x = pixman_int_to_fixed((photo->w - side) / 2);
    const pixman_fixed_t y = pixman_int_to_fixed((photo->h - side) / 2);
    return (pixman_transform_t){{{scale, 0, x}, {0, scale, y}, {0, 0, pixman_fixed_1}}};
}

// Averages all the pixels that fall on one: a photo of 12 megapixels sampled at points would sparkle.
static void shrink(const SDL_Surface *photo, pixman_image_t *from, pixman_image_t *to, int size)
{
    const int side = SDL_min(photo->w, photo->h);
    const pixman_fixed_t scale = pixman_double_to_fixed((double)side / size);
    const pixman_transform_t transform = to_centre(photo, side, scale);
    int count = 0;
    pixman_fixed_t *filter = pixman_filter_create_separable_convolution(
        &count, scale, scale, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_BOX,
        PIXMAN_KERNEL_BOX, 4, 4);
    pixman_image_set_transform(from, &transform);
    pixman_image_set_repeat(from, PIXMAN_REPEAT_PAD);
    if (filter) {
        pixman_image_set_filter(from, PIXMAN_FILTER_SEPARABLE_CONVOLUTION, filter, count);
    }
    pixman_image_composite32(PIXMAN_OP_SRC, from, NULL, to, 0, 0, 0, 0, 0, 0, size, size);
    free(filter);
}

static bool shrink_into(uint32_t *pixels, int size, SDL_Surface *photo)
{
    const pixman_format_code_t format =
        photo->format->format == SDL_PIXELFORMAT_RGB24 ? PIXMAN_b8g8r8 : PIXMAN_x8r8g8b8;
    pixman_image_t *from = pixman_image_create_bits(format, photo->w, photo->h, photo->pixels, photo->pitch);
    pixman_image_t *to = pixman_image_create_bits(PIXMAN_x8r8g8b8, size, size, pixels, size * 4);
    if (from && to) {
        shrink(photo, from, to, size);
    }
    if (from) {
        pixman_image_unref(from);
    }
    if (to) {
        pixman_image_unref(to);
    }
    return from && to;
}

// Where pixel x, y of the upright square is found in the square as the camera stored it.
static size_t stored_at(int orientation, int x, int y, int size)
{
    static const struct {
        bool turned, from_right, from_bottom;
    } WAYS[] = {{false, false, false}, {false, true, false}, {false, true, true}, {false, false, true},
                {true, false, false},  {true, false, true},  {true, true, true},  {true, true, false}};
    const int way = orientation - 1;
    const int across = WAYS[way].turned ? y : x, down = WAYS[way].turned ? x : y;
    const int column = WAYS[way].from_right ? size - 1 - across : across;
    const int row = WAYS[way].from_bottom ? size - 1 - down : down;
    return (size_t)row * (size_t)size + (size_t)column;
}

static uint32_t circle_alpha(int x, int y, int size)
{
    const float middle = (float)size / 2;
    const float away = hypotf((float)x + 0.5F - middle, (float)y + 0.5F - middle);
    return (uint32_t)lroundf(fmaxf(0, fminf(middle - away + 0.5F, 1)) * 255);
}

static void turn_and_cut(const uint32_t *stored, uint32_t *pixels, int size, int orientation)
{
    for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
            const uint32_t colour = stored[stored_at(orientation, x, y, size)] & 0xFFFFFF;
            pixels[(size_t)y * (size_t)size + (size_t)x] = colour | circle_alpha(x, y, size) << 24;
        }
    }
}

static struct sprite *circle_of(SDL_Surface *photo, int orientation, int size)
{
    const size_t bytes = (size_t)size * (size_t)size * sizeof(uint32_t);
    uint32_t *stored = malloc(bytes), *pixels = malloc(bytes);
    struct sprite *sprite = NULL;
    if (stored && pixels && shrink_into(stored, size, photo)) {
        turn_and_cut(stored, pixels, size, orientation);
        sprite = sprite_from_pixels(PIXELS_ARGB, pixels, size, size, size * 4);
    }
    free(stored);
    free(pixels);
    return sprite;
}

static int orientation_of(const char *path)
{
    SDL_RWops *file = SDL_RWFromFile(path, "rb");
    unsigned char *head = malloc(HEAD_SIZE);
    const size_t length = file && head ? SDL_RWread(file, head, 1, HEAD_SIZE) : 0;
    const int orientation = exif_orientation(head, length);
    if (file) {
        SDL_RWclose(file);
    }
    free(head);
    return orientation;
}

struct sprite *sprite_from_photo(const char *path, int size)
{
    SDL_Surface *file = size > 0 ? IMG_Load(path) : NULL;
    SDL_Surface *photo = file && file->w > 0 && file->h > 0 ? without_alpha(file) : NULL;
    struct sprite *sprite = photo ? circle_of(photo, orientation_of(path), size) : NULL;
    SDL_FreeSurface(photo);
    SDL_FreeSurface(file);
    return sprite;
}
