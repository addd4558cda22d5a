// Decoding a family's picture, turning it upright, making it smaller. It is made smaller first and turned
// then: a turn of twelve megapixels would cost more than all the rest.
#include "platform/sprite_picture.h"

#include <stdbool.h>
#include <stdlib.h>
#include <threads.h>

#include <SDL.h>
#include <SDL_image.h>
#include <pixman.h>

#include "platform/sprite_exif.h"
#include "platform/sprite_picture_file.h"

struct picture_image {
    SDL_Surface *surface; // without alpha, as it was stored
    int orientation;
};

// How a stored picture is turned to stand upright, by EXIF's number less one.
static const struct way {
    bool turned, from_right, from_bottom;
} ways[] = {{false, false, false}, {false, true, false}, {false, true, true}, {false, false, true},
            {true, false, false},  {true, false, true},  {true, true, true},  {true, true, false}};

static const struct way *way_of(const struct picture_image *image)
{
    return &ways[image->orientation - 1];
}

// SDL_image gets its decoders ready when the first of a kind is read; two threads may do so at once.
static void get_ready(void)
{
    IMG_Init(IMG_INIT_JPG | IMG_INIT_PNG | IMG_INIT_WEBP);
}

static SDL_Surface *decode(const void *bytes, size_t length, const char *type)
{
    static once_flag ready = ONCE_FLAG_INIT;
    call_once(&ready, get_ready);
    return IMG_LoadTyped_RW(SDL_RWFromConstMem(bytes, (int)length), 1, type);
}

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

struct picture_image *picture_decode(const void *bytes, size_t length, const char **reason)
{
    struct picture_file file;
    *reason = picture_file_read(bytes, length, &file);
    if (*reason || length > INT32_MAX) {
        *reason = *reason ? *reason : "the file is too large";
        return NULL;
    }
    SDL_Surface *stored = decode(bytes, length, file.type);
    // A second header within the file may say something else than the first.
    const bool same = stored && stored->w == file.w && stored->h == file.h;
    *reason = "the picture is damaged";
    struct picture_image *image = same ? malloc(sizeof *image) : NULL;
    if (image) {
        *image = (struct picture_image){without_alpha(stored), exif_orientation(bytes, length)};
        *reason = image->surface ? NULL : "there is not enough memory for the picture";
    }
    SDL_FreeSurface(stored);
    if (*reason) {
        picture_image_free(image);
        return NULL;
    }
    return image;
}

void picture_image_free(struct picture_image *image)
{
    if (image) {
        SDL_FreeSurface(image->surface);
        free(image);
    }
}

void picture_image_size(const struct picture_image *image, int *w, int *h)
{
    const bool turned = way_of(image)->turned;
    *w = turned ? image->surface->h : image->surface->w;
    *h = turned ? image->surface->w : image->surface->h;
}

// Where a part of the upright picture is found in the stored one.
static struct rect stored_part(const struct picture_image *image, const struct rect *part)
{
    const struct way *way = way_of(image);
    const struct rect lying = way->turned ? (struct rect){part->y, part->x, part->h, part->w} : *part;
    return (struct rect){
        .x = way->from_right ? image->surface->w - lying.x - lying.w : lying.x,
        .y = way->from_bottom ? image->surface->h - lying.y - lying.h : lying.y,
        .w = lying.w,
        .h = lying.h,
    };
}

// Averages all the pixels that fall on one: a photo of 12 megapixels sampled at points would sparkle. False
// without memory.
static bool shrink(pixman_image_t *from, const struct rect *part, pixman_image_t *to, int w, int h)
{
    const pixman_fixed_t across = pixman_double_to_fixed((double)part->w / w);
    const pixman_fixed_t down = pixman_double_to_fixed((double)part->h / h);
    const pixman_transform_t transform = {{{across, 0, pixman_int_to_fixed(part->x)},
                                           {0, down, pixman_int_to_fixed(part->y)},
                                           {0, 0, pixman_fixed_1}}};
    int count = 0;
    pixman_fixed_t *filter = pixman_filter_create_separable_convolution(
        &count, across, down, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_BOX,
        PIXMAN_KERNEL_BOX, 4, 4);
    pixman_image_set_repeat(from, PIXMAN_REPEAT_PAD);
    const bool ready = filter && pixman_image_set_transform(from, &transform) &&
                       pixman_image_set_filter(from, PIXMAN_FILTER_SEPARABLE_CONVOLUTION, filter, count);
    if (ready) {
        pixman_image_composite32(PIXMAN_OP_SRC, from, NULL, to, 0, 0, 0, 0, 0, 0, w, h);
    }
    free(filter);
    return ready;
}

static bool shrink_into(uint32_t *pixels, int w, int h, const SDL_Surface *stored, const struct rect *part)
{
    const pixman_format_code_t format =
        stored->format->format == SDL_PIXELFORMAT_RGB24 ? PIXMAN_b8g8r8 : PIXMAN_x8r8g8b8;
    pixman_image_t *from =
        pixman_image_create_bits(format, stored->w, stored->h, stored->pixels, stored->pitch);
    pixman_image_t *to = pixman_image_create_bits(PIXMAN_x8r8g8b8, w, h, pixels, w * 4);
    const bool done = from && to && shrink(from, part, to, w, h);
    if (from) {
        pixman_image_unref(from);
    }
    if (to) {
        pixman_image_unref(to);
    }
    return done;
}

// lying: the small picture as the camera stored it, `across` x `down`.
static void turn(const struct way *way, const uint32_t *lying, int across, int down, uint32_t *upright)
{
    const int w = way->turned ? down : across, h = way->turned ? across : down;
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            const int column = way->turned ? y : x, row = way->turned ? x : y;
            const int from_column = way->from_right ? across - 1 - column : column;
            const int from_row = way->from_bottom ? down - 1 - row : row;
            *upright++ = lying[(size_t)from_row * (size_t)across + (size_t)from_column] & 0xFFFFFF;
        }
    }
}

uint32_t *picture_part(const struct picture_image *image, const struct rect *part, int w, int h)
{
    const struct way *way = way_of(image);
    const struct rect from = stored_part(image, part);
    const int across = way->turned ? h : w, down = way->turned ? w : h;
    const size_t bytes = (size_t)w * (size_t)h * sizeof(uint32_t);
    uint32_t *lying = malloc(bytes), *upright = malloc(bytes);
    if (!lying || !upright || !shrink_into(lying, across, down, image->surface, &from)) {
        free(lying);
        free(upright);
        return NULL;
    }
    turn(way, lying, across, down, upright);
    free(lying);
    return upright;
}
