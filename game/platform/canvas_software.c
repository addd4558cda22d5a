// Painting without a GPU: pixman composes into the window's own surface, and only what is dirty is shown.
#include "platform/canvas_painter.h"

#include <stdlib.h>

#include <SDL.h>
#include <pixman.h>

#include "platform/canvas_cover.h"
#include "platform/sprite.h"

struct software {
    SDL_Window *window;
    SDL_Surface *surface; // SDL's; another one after each change of size
    pixman_image_t *image;
    struct cover cover;
    uint32_t *copy; // for read, where the surface's rows can't be given as they are
};

struct format {
    uint32_t sdl;
    pixman_format_code_t pixman;
};

static const struct format FORMATS[] = {
    {SDL_PIXELFORMAT_RGB888, PIXMAN_x8r8g8b8},   {SDL_PIXELFORMAT_ARGB8888, PIXMAN_x8r8g8b8},
    {SDL_PIXELFORMAT_BGR888, PIXMAN_x8b8g8r8},   {SDL_PIXELFORMAT_ABGR8888, PIXMAN_x8b8g8r8},
    {SDL_PIXELFORMAT_RGBX8888, PIXMAN_r8g8b8x8}, {SDL_PIXELFORMAT_BGRX8888, PIXMAN_b8g8r8x8},
    {SDL_PIXELFORMAT_RGB565, PIXMAN_r5g6b5},
};

static const struct format *format_of(const SDL_Surface *surface)
{
    for (size_t i = 0; i < SDL_arraysize(FORMATS); i++) {
        if (surface->format->format == FORMATS[i].sdl) {
            return &FORMATS[i];
        }
    }
    return NULL;
}

// After a change of size SDL hands out another surface.
static bool refresh(struct software *software)
{
    SDL_Surface *surface = SDL_GetWindowSurface(software->window);
    const struct format *format = surface ? format_of(surface) : NULL;
    if (software->image) {
        pixman_image_unref(software->image);
    }
    software->surface = surface;
    software->image = format ? pixman_image_create_bits(format->pixman, surface->w, surface->h,
                                                        surface->pixels, surface->pitch)
                             : NULL;
    return software->image != NULL;
}

static void close_software(void *state)
{
    struct software *software = state;
    if (software->image) {
        pixman_image_unref(software->image);
    }
    cover_free(&software->cover);
    free(software->copy);
    free(software);
}

static void *open_software(struct SDL_Window *window)
{
    struct software *software = calloc(1, sizeof *software);
    if (!software) {
        return NULL;
    }
    software->window = window;
    if (!refresh(software)) {
        close_software(software);
        return NULL;
    }
    return software;
}

static bool size_software(void *state, int *w, int *h)
{
    struct software *software = state;
    free(software->copy);
    software->copy = NULL;
    if (!refresh(software)) {
        return false;
    }
    *w = software->surface->w;
    *h = software->surface->h;
    return true;
}

// Made for each draw, which costs less than a thousand pixels: an image carries the transform of its last
// draw, and a sprite stays untouched. Where alpha can play no part it is left out, and pixman copies.
static pixman_image_t *image_of(const struct item *item)
{
    const struct sprite *sprite = item->sprite;
    const bool opaque = item->whole && sprite->opaque.w == sprite->box.w && sprite->opaque.h == sprite->box.h;
    return pixman_image_create_bits(opaque ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8, sprite->box.w, sprite->box.h,
                                    sprite->pixels, sprite->box.w * 4);
}

// From pixels of the bounds (whose corner is 0,0: small numbers fit 16.16) to pixels of the stored box.
static pixman_transform_t back_from(const struct item *item)
{
    const struct matrix *to = &item->to;
    const double det = (double)to->a * to->d - (double)to->b * to->c;
    const double a = to->d / det, b = -to->b / det, c = -to->c / det, d = to->a / det;
    const double x = item->bounds.x - (double)to->e, y = item->bounds.y - (double)to->f;
    return (pixman_transform_t){{{pixman_double_to_fixed(a), pixman_double_to_fixed(c),
                                  pixman_double_to_fixed(a * x + c * y - item->sprite->box.x)},
                                 {pixman_double_to_fixed(b), pixman_double_to_fixed(d),
                                  pixman_double_to_fixed(b * x + d * y - item->sprite->box.y)},
                                 {0, 0, pixman_fixed_1}}};
}

static void compose(const struct software *software, const struct item *item, pixman_image_t *image,
                    pixman_image_t *mask)
{
    const struct rect *bounds = &item->bounds;
    int x = 0, y = 0;
    if (item->whole) {
        x = bounds->x - (int)item->to.e - item->sprite->box.x;
        y = bounds->y - (int)item->to.f - item->sprite->box.y;
    } else {
        const pixman_transform_t transform = back_from(item);
        pixman_image_set_transform(image, &transform);
        pixman_image_set_filter(image, PIXMAN_FILTER_BILINEAR, NULL, 0);
    }
    pixman_image_composite32(PIXMAN_OP_OVER, image, mask, software->image, x, y, 0, 0, bounds->x, bounds->y,
                             bounds->w, bounds->h);
}

static void paint_sprite(const struct software *software, const struct item *item)
{
    const pixman_color_t faint = {.alpha = (uint16_t)(item->alpha * 257)};
    pixman_image_t *mask = item->alpha < 255 ? pixman_image_create_solid_fill(&faint) : NULL;
    pixman_image_t *image = image_of(item);
    if (image) {
        compose(software, item, image, mask);
        pixman_image_unref(image);
    }
    if (mask) {
        pixman_image_unref(mask);
    }
}

static void paint_fill(const struct software *software, const struct item *item)
{
    const uint32_t argb = item->argb;
    const pixman_color_t colour = {.red = (uint16_t)((argb >> 16 & 0xFF) * 257),
                                   .green = (uint16_t)((argb >> 8 & 0xFF) * 257),
                                   .blue = (uint16_t)((argb & 0xFF) * 257),
                                   .alpha = (uint16_t)((argb >> 24) * 257)};
    const pixman_box32_t box = {item->bounds.x, item->bounds.y, item->bounds.x + item->bounds.w,
                                item->bounds.y + item->bounds.h};
    pixman_image_fill_boxes(PIXMAN_OP_OVER, software->image, &colour, 1, &box);
}

static int64_t paint_item(const struct software *software, const struct item *item, pixman_region32_t *seen)
{
    if (!pixman_region32_not_empty(seen)) {
        return 0;
    }
    pixman_image_set_clip_region32(software->image, seen);
    (item->sprite ? paint_sprite : paint_fill)(software, item);
    return region_area(seen);
}

// Where nothing opaque covers the window it is black.
static int64_t paint_ground(const struct software *software, pixman_region32_t *ground)
{
    const pixman_color_t black = {.alpha = UINT16_MAX};
    int count = 0;
    const pixman_box32_t *boxes = pixman_region32_rectangles(ground, &count);
    pixman_image_set_clip_region32(software->image, NULL);
    pixman_image_fill_boxes(PIXMAN_OP_SRC, software->image, &black, count, boxes);
    return region_area(ground);
}

static void present(const struct software *software, const struct dirty *dirty)
{
    SDL_Rect rects[DIRTY_MAX];
    for (int i = 0; i < dirty->count; i++) {
        rects[i] = (SDL_Rect){dirty->rects[i].x, dirty->rects[i].y, dirty->rects[i].w, dirty->rects[i].h};
    }
    SDL_UpdateWindowSurfaceRects(software->window, rects, dirty->count);
}

static int64_t show_software(void *state, const struct list *list, const struct dirty *dirty)
{
    struct software *software = state;
    if (!software->image || !cover_find(&software->cover, list, dirty)) {
        return 0;
    }
    int64_t pixels = paint_ground(software, &software->cover.ground);
    for (int i = 0; i < list->count; i++) {
        pixels += paint_item(software, &list->items[i], &software->cover.seen[i]);
    }
    pixman_image_set_clip_region32(software->image, NULL);
    present(software, dirty);
    return pixels;
}

static int kept_software(const void *state)
{
    (void)state;
    return 0;
}

static const uint32_t *read_software(void *state, const struct list *list)
{
    struct software *software = state;
    (void)list;
    const SDL_Surface *surface = software->surface;
    if (!software->image) {
        return NULL;
    }
    if (format_of(surface)->pixman == PIXMAN_x8r8g8b8 && surface->pitch == surface->w * 4) {
        return surface->pixels;
    }
    if (!software->copy) {
        software->copy = malloc((size_t)surface->w * (size_t)surface->h * sizeof *software->copy);
    }
    pixman_image_t *copy = software->copy ? pixman_image_create_bits(PIXMAN_x8r8g8b8, surface->w, surface->h,
                                                                     software->copy, surface->w * 4)
                                          : NULL;
    if (!copy) {
        return NULL;
    }
    pixman_image_composite32(PIXMAN_OP_SRC, software->image, NULL, copy, 0, 0, 0, 0, 0, 0, surface->w,
                             surface->h);
    pixman_image_unref(copy);
    return software->copy;
}

const struct painter painter_software = {.name = "software",
                                         .open = open_software,
                                         .close = close_software,
                                         .size = size_software,
                                         .show = show_software,
                                         .kept = kept_software,
                                         .read = read_software};
