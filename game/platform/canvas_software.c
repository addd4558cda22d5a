// Painting without a GPU: pixman composes into the window's own surface, and only what is dirty is shown.
#include "platform/canvas_painter.h"

#include <stdlib.h>

#include <SDL.h>
#include <pixman.h>

#include "platform/canvas_cover.h"
#include "platform/canvas_sample.h"
#include "platform/sprite.h"

enum { BAND_ROWS = 32 }; // few enough to stay in the processor's cache

struct software {
    SDL_Window *window;   // NULL: nobody sees it, there is only the paper
    SDL_Surface *paper;   // our own, or NULL
    SDL_Surface *surface; // SDL's; another one after each change of size
    pixman_image_t *image;
    struct cover cover;
    uint32_t *band; // BAND_ROWS rows of the window: a sprite's samples on their way
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
    SDL_Surface *surface = software->window ? SDL_GetWindowSurface(software->window) : software->paper;
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
    SDL_FreeSurface(software->paper);
    cover_free(&software->cover);
    free(software->copy);
    free(software->band);
    free(software);
}

static void *open_on(SDL_Window *window, SDL_Surface *paper)
{
    struct software *software = calloc(1, sizeof *software);
    if (!software) {
        SDL_FreeSurface(paper);
        return NULL;
    }
    software->window = window;
    software->paper = paper;
    if (!refresh(software)) {
        close_software(software);
        return NULL;
    }
    return software;
}

static void *open_software(struct SDL_Window *window)
{
    return open_on(window, NULL);
}

void *painter_paper(int w, int h)
{
    SDL_Surface *paper = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
    return paper ? open_on(NULL, paper) : NULL;
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
    free(software->band);
    software->band = malloc((size_t)*w * BAND_ROWS * sizeof *software->band);
    return software->band != NULL;
}

// Where alpha can play no part it is left out, and pixman copies.
static pixman_image_t *image_of(const struct sprite *sprite)
{
    const bool opaque = sprite->opaque.w == sprite->box.w && sprite->opaque.h == sprite->box.h;
    return pixman_image_create_bits(opaque ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8, sprite->box.w, sprite->box.h,
                                    sprite->pixels, sprite->box.w * 4);
}

static void paint_copied(const struct software *software, const struct item *item, pixman_image_t *mask)
{
    const struct rect *bounds = &item->bounds, *box = &item->sprite->box;
    pixman_image_t *image = image_of(item->sprite);
    if (image) {
        const int x = bounds->x - (int)item->to.e - box->x, y = bounds->y - (int)item->to.f - box->y;
        pixman_image_composite32(PIXMAN_OP_OVER, image, mask, software->image, x, y, 0, 0, bounds->x,
                                 bounds->y, bounds->w, bounds->h);
        pixman_image_unref(image);
    }
}

static void paint_band(const struct software *software, const struct sampler *sampler, struct rect part,
                       pixman_image_t *mask)
{
    for (int y = 0; y < part.h; y++) {
        sampler_row(sampler, part.x, part.y + y, part.w, software->band + (size_t)y * (size_t)part.w);
    }
    pixman_image_t *image =
        pixman_image_create_bits(PIXMAN_a8r8g8b8, part.w, part.h, software->band, part.w * 4);
    if (image) {
        pixman_image_composite32(PIXMAN_OP_OVER, image, mask, software->image, 0, 0, 0, 0, part.x, part.y,
                                 part.w, part.h);
        pixman_image_unref(image);
    }
}

static void paint_sampled(const struct software *software, const struct item *item, pixman_region32_t *seen,
                          pixman_image_t *mask)
{
    const struct sampler sampler = sampler_for(item);
    int count = 0;
    const pixman_box32_t *boxes = pixman_region32_rectangles(seen, &count);
    for (int i = 0; i < count; i++) {
        const pixman_box32_t *box = &boxes[i];
        for (int y = box->y1; y < box->y2; y += BAND_ROWS) {
            const struct rect part = {box->x1, y, box->x2 - box->x1, SDL_min(BAND_ROWS, box->y2 - y)};
            paint_band(software, &sampler, part, mask);
        }
    }
}

static void paint_sprite(const struct software *software, const struct item *item, pixman_region32_t *seen)
{
    const pixman_color_t faint = {.alpha = (uint16_t)(item->alpha * 257)};
    pixman_image_t *mask = item->alpha < 255 ? pixman_image_create_solid_fill(&faint) : NULL;
    if (item->whole) {
        paint_copied(software, item, mask);
    } else {
        paint_sampled(software, item, seen, mask);
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
    if (item->sprite) {
        paint_sprite(software, item, seen);
    } else {
        paint_fill(software, item);
    }
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
    if (!software->window) {
        return;
    }
    SDL_Rect rects[DIRTY_MAX];
    for (int i = 0; i < dirty->count; i++) {
        rects[i] = (SDL_Rect){dirty->rects[i].x, dirty->rects[i].y, dirty->rects[i].w, dirty->rects[i].h};
    }
    SDL_UpdateWindowSurfaceRects(software->window, rects, dirty->count);
}

static int64_t show_software(void *state, const struct list *list, const struct dirty *dirty)
{
    struct software *software = state;
    if (!software->image || !software->band || !cover_find(&software->cover, list, dirty)) {
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
