// Painting without a GPU: pixman composes into the window's own surface, and only what is dirty is shown.
#include "platform/canvas_painter.h"

#include <stdlib.h>

#include <SDL.h>
#include <pixman.h>

#include "platform/canvas_cover.h"
#include "platform/canvas_kept.h"
#include "platform/canvas_sample.h"
#include "platform/sprite.h"

struct software {
    SDL_Window *window;   // NULL: nobody sees it, there is only the paper
    SDL_Surface *surface; // SDL's, for the window; another one after each change of size
    SDL_Surface *paper; // our own, where there is no surface whose rows are pixels as we paint them; or NULL
    SDL_Surface *page;  // the one of the two that is painted on
    pixman_image_t *image;
    struct cover cover;
    struct kept kept;
};

// Rows of 0xXXRRGGBB, one after the other.
static bool suits(const SDL_Surface *surface)
{
    const uint32_t format = surface->format->format;
    return (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) &&
           surface->pitch == surface->w * 4;
}

static SDL_Surface *new_paper(int w, int h)
{
    return SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
}

// The window's own surface; where that does not suit, paper of its size.
static SDL_Surface *page_for(struct software *software)
{
    if (!software->window) {
        return software->paper;
    }
    SDL_FreeSurface(software->paper);
    software->paper = NULL;
    software->surface = SDL_GetWindowSurface(software->window);
    if (software->surface && !suits(software->surface)) {
        software->paper = new_paper(software->surface->w, software->surface->h);
        return software->paper;
    }
    return software->surface;
}

// After a change of size SDL hands out another surface.
static bool refresh(struct software *software)
{
    if (software->image) {
        pixman_image_unref(software->image);
    }
    SDL_Surface *page = software->page = page_for(software);
    software->image =
        page ? pixman_image_create_bits(PIXMAN_x8r8g8b8, page->w, page->h, page->pixels, page->pitch) : NULL;
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
    kept_free(&software->kept);
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
    SDL_Surface *paper = new_paper(w, h);
    return paper ? open_on(NULL, paper) : NULL;
}

static bool size_software(void *state, int *w, int *h)
{
    struct software *software = state;
    kept_free(&software->kept);
    if (!refresh(software)) {
        return false;
    }
    *w = software->page->w;
    *h = software->page->h;
    return true;
}

static bool has_clear_parts(const struct sprite *sprite)
{
    return sprite->opaque.w < sprite->box.w || sprite->opaque.h < sprite->box.h;
}

// Where alpha can play no part it is left out, and pixman copies.
static pixman_image_t *image_of(const struct sprite *sprite)
{
    return pixman_image_create_bits(has_clear_parts(sprite) ? PIXMAN_a8r8g8b8 : PIXMAN_x8r8g8b8,
                                    sprite->box.w, sprite->box.h, sprite->pixels, sprite->box.w * 4);
}

static bool paint_copied(const struct software *software, const struct item *item)
{
    const pixman_color_t faint = {.alpha = (uint16_t)(item->alpha * 257)};
    const struct rect *bounds = &item->bounds, *box = &item->sprite->box;
    pixman_image_t *image = image_of(item->sprite);
    pixman_image_t *mask = item->alpha < 255 ? pixman_image_create_solid_fill(&faint) : NULL;
    const bool well = image && (mask || item->alpha == 255);
    if (well) {
        const int x = bounds->x - (int)item->to.e - box->x, y = bounds->y - (int)item->to.f - box->y;
        pixman_image_composite32(PIXMAN_OP_OVER, image, mask, software->image, x, y, 0, 0, bounds->x,
                                 bounds->y, bounds->w, bounds->h);
    }
    if (image) {
        pixman_image_unref(image);
    }
    if (mask) {
        pixman_image_unref(mask);
    }
    return well;
}

static void paint_sampled(const struct software *software, const struct item *item, pixman_region32_t *seen)
{
    const struct sampler sampler = sampler_for(item);
    int count = 0;
    const pixman_box32_t *boxes = pixman_region32_rectangles(seen, &count);
    for (int i = 0; i < count; i++) {
        const pixman_box32_t *box = &boxes[i];
        for (int y = box->y1; y < box->y2; y++) {
            uint32_t *row = (uint32_t *)software->page->pixels + (size_t)y * (size_t)software->page->w;
            sampler_row(&sampler, box->x1, y, box->x2 - box->x1, row + box->x1);
        }
    }
}

static bool paint_fill(const struct software *software, const struct item *item)
{
    const uint32_t argb = item->argb;
    const pixman_color_t colour = {.red = (uint16_t)((argb >> 16 & 0xFF) * 257),
                                   .green = (uint16_t)((argb >> 8 & 0xFF) * 257),
                                   .blue = (uint16_t)((argb & 0xFF) * 257),
                                   .alpha = (uint16_t)((argb >> 24) * 257)};
    const pixman_box32_t box = {item->bounds.x, item->bounds.y, item->bounds.x + item->bounds.w,
                                item->bounds.y + item->bounds.h};
    return pixman_image_fill_boxes(PIXMAN_OP_OVER, software->image, &colour, 1, &box);
}

static bool paint_item(const struct software *software, const struct item *item, pixman_region32_t *seen)
{
    if (!pixman_region32_not_empty(seen)) {
        return true;
    }
    if (!pixman_image_set_clip_region32(software->image, seen)) {
        return false;
    }
    if (!item->sprite) {
        return paint_fill(software, item);
    }
    if (item->whole && !(item->sprite->drawing && has_clear_parts(item->sprite))) {
        return paint_copied(software, item);
    }
    paint_sampled(software, item, seen);
    return true;
}

// Where nothing opaque covers the window it is black.
static bool paint_ground(const struct software *software, pixman_region32_t *ground)
{
    const pixman_color_t black = {.alpha = UINT16_MAX};
    int count = 0;
    const pixman_box32_t *boxes = pixman_region32_rectangles(ground, &count);
    pixman_image_set_clip_region32(software->image, NULL);
    return pixman_image_fill_boxes(PIXMAN_OP_SRC, software->image, &black, count, boxes);
}

static void present(const struct software *software, const struct dirty *dirty)
{
    if (!software->window) {
        return;
    }
    SDL_Rect rects[DIRTY_MAX];
    for (int i = 0; i < dirty->count; i++) {
        rects[i] = (SDL_Rect){dirty->rects[i].x, dirty->rects[i].y, dirty->rects[i].w, dirty->rects[i].h};
        if (software->page != software->surface) {
            SDL_BlitSurface(software->page, &rects[i], software->surface,
                            &(SDL_Rect){rects[i].x, rects[i].y, 0, 0});
        }
    }
    SDL_UpdateWindowSurfaceRects(software->window, rects, dirty->count);
}

static void keep(struct software *software, const struct list *list, const struct dirty *dirty)
{
    const SDL_Surface *page = software->page;
    for (int i = 0; i < dirty->count; i++) {
        kept_note(&software->kept, list, dirty->rects[i], page->pixels, page->w, page->h);
    }
}

// What could not be painted whole is not kept.
static int64_t paint(struct software *software, const struct list *list, const struct dirty *dirty)
{
    if (!dirty->count) {
        return 0;
    }
    struct cover *cover = &software->cover;
    bool well = cover_find(cover, list, dirty) && paint_ground(software, &cover->ground);
    int64_t pixels = well ? region_area(&cover->ground) : 0;
    for (int i = 0; well && i < list->count; i++) {
        well = paint_item(software, &list->items[i], &cover->seen[i]);
        pixels += region_area(&cover->seen[i]);
    }
    pixman_image_set_clip_region32(software->image, NULL);
    if (!well) {
        return PAINTER_TORN;
    }
    keep(software, list, dirty);
    return pixels;
}

// Copies what is kept; the rest is left to be painted.
static struct dirty show_kept(struct software *software, const struct list *list, const struct dirty *dirty)
{
    struct dirty left = {0};
    for (int i = 0; i < dirty->count; i++) {
        if (!kept_show(&software->kept, list, dirty->rects[i], software->page->pixels, software->page->w)) {
            left.rects[left.count++] = dirty->rects[i];
        }
    }
    return left;
}

static int64_t show_software(void *state, const struct list *list, const struct dirty *dirty)
{
    struct software *software = state;
    if (!software->image) {
        return PAINTER_TORN;
    }
    const struct dirty left = show_kept(software, list, dirty);
    const int64_t pixels = paint(software, list, &left);
    kept_frame(&software->kept);
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
    const struct software *software = state;
    (void)list;
    return software->image ? software->page->pixels : NULL;
}

const struct painter painter_software = {.name = "software",
                                         .open = open_software,
                                         .close = close_software,
                                         .size = size_software,
                                         .show = show_software,
                                         .kept = kept_software,
                                         .read = read_software};
