// The linker puts __wrap_cover_find in the place of cover_find (CMakeLists.txt): there a frame's list, what
// of it is dirty and what of each draw is seen come together, just before it is painted.
#include "bench/blits.h"

#include <pixman.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "platform/canvas_cover.h"
#include "platform/canvas_painter.h"
#include "platform/sprite.h"

bool __real_cover_find(struct cover *cover, const struct list *list, const struct dirty *dirty);
bool __wrap_cover_find(struct cover *cover, const struct list *list, const struct dirty *dirty);

// A draw as pixman takes it.
struct blit {
    pixman_image_t *from, *mask; // from NULL: a fill
    pixman_color_t colour;
    pixman_region32_t seen;
    struct rect bounds;
    int x, y; // of from, at bounds' corner
};

static struct {
    struct list list; // a copy: its sprites are held by the canvas until the next frame
    struct dirty dirty;
    struct cover cover;
    double catching_ms;
    bool is_ours; // painted by us, not by the game
    int w, h;
    uint32_t *pixels;
    pixman_image_t *image;
    void *paper;
} caught;

double blits_cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

static void catch_frame(const struct list *list, const struct dirty *dirty)
{
    if (list->count > caught.list.room) {
        caught.list.items = realloc(caught.list.items, (size_t)list->count * sizeof *list->items);
        caught.list.room = list->count;
    }
    memcpy(caught.list.items, list->items, (size_t)list->count * sizeof *list->items);
    caught.list.count = list->count;
    caught.dirty = *dirty;
}

bool __wrap_cover_find(struct cover *cover, const struct list *list, const struct dirty *dirty)
{
    if (!caught.is_ours) {
        const double from_ms = blits_cpu_ms();
        catch_frame(list, dirty);
        caught.catching_ms += blits_cpu_ms() - from_ms;
    }
    return __real_cover_find(cover, list, dirty);
}

void blits_forget(void)
{
    caught.list.count = 0;
    caught.catching_ms = 0;
    caught.dirty = (struct dirty){0};
}

int blits_count(void)
{
    return caught.list.count;
}

int64_t blits_dirty(void)
{
    pixman_region32_t all;
    pixman_region32_init(&all);
    for (int i = 0; i < caught.dirty.count; i++) {
        const struct rect *rect = &caught.dirty.rects[i];
        pixman_region32_union_rect(&all, &all, rect->x, rect->y, (unsigned)rect->w, (unsigned)rect->h);
    }
    const int64_t area = region_area(&all);
    pixman_region32_fini(&all);
    return area;
}

double blits_catching_ms(void)
{
    return caught.catching_ms;
}

static void drop_target(void)
{
    if (caught.image) {
        pixman_image_unref(caught.image);
        painter_software.close(caught.paper);
        free(caught.pixels);
    }
    caught.image = NULL;
}

static void need_target(int w, int h)
{
    if (caught.image && caught.w == w && caught.h == h) {
        return;
    }
    drop_target();
    caught.w = w;
    caught.h = h;
    caught.pixels = calloc((size_t)w * (size_t)h, sizeof *caught.pixels);
    caught.image = pixman_image_create_bits(PIXMAN_x8r8g8b8, w, h, caught.pixels, w * 4);
    caught.paper = painter_paper(w, h);
    painter_software.size(caught.paper, &w, &h);
}

// Window pixels -> pixels of the sprite's stored box.
static void turn(pixman_image_t *image, const struct item *item)
{
    const struct matrix *to = &item->to;
    struct pixman_f_transform there = {{{(double)to->a, (double)to->c, (double)to->e},
                                        {(double)to->b, (double)to->d, (double)to->f},
                                        {0, 0, 1}}};
    struct pixman_f_transform back;
    struct pixman_transform fixed;
    pixman_f_transform_invert(&back, &there);
    back.m[0][2] -= item->sprite->box.x;
    back.m[1][2] -= item->sprite->box.y;
    if (pixman_transform_from_pixman_f_transform(&fixed, &back)) {
        pixman_image_set_transform(image, &fixed);
    }
    pixman_image_set_filter(image, PIXMAN_FILTER_BILINEAR, NULL, 0);
}

static struct blit sprite_blit(const struct item *item)
{
    const struct sprite *sprite = item->sprite;
    const bool opaque = sprite->opaque.w == sprite->box.w && sprite->opaque.h == sprite->box.h;
    struct blit blit = {.bounds = item->bounds, .x = item->bounds.x, .y = item->bounds.y};
    blit.from = pixman_image_create_bits(opaque && item->whole ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8,
                                         sprite->box.w, sprite->box.h, sprite->pixels, sprite->box.w * 4);
    if (item->alpha < 255) {
        blit.mask = pixman_image_create_solid_fill(&(pixman_color_t){.alpha = (uint16_t)(item->alpha * 257)});
    }
    if (item->whole) {
        blit.x -= (int)item->to.e + sprite->box.x;
        blit.y -= (int)item->to.f + sprite->box.y;
    } else {
        turn(blit.from, item);
    }
    return blit;
}

static struct blit fill_blit(const struct item *item)
{
    return (struct blit){.bounds = item->bounds,
                         .colour = {.red = (uint16_t)((item->argb >> 16 & 0xFF) * 257),
                                    .green = (uint16_t)((item->argb >> 8 & 0xFF) * 257),
                                    .blue = (uint16_t)((item->argb & 0xFF) * 257),
                                    .alpha = (uint16_t)((item->argb >> 24) * 257)}};
}

// The draws of which something is seen. Their count.
static int make_blits(struct blit *blits)
{
    int count = 0;
    __real_cover_find(&caught.cover, &caught.list, &caught.dirty);
    for (int i = 0; i < caught.list.count; i++) {
        const struct item *item = &caught.list.items[i];
        if (pixman_region32_not_empty(&caught.cover.seen[i])) {
            blits[count] = item->sprite ? sprite_blit(item) : fill_blit(item);
            pixman_region32_init(&blits[count].seen);
            pixman_region32_copy(&blits[count++].seen, &caught.cover.seen[i]);
        }
    }
    return count;
}

static void paint(pixman_image_t *image, const struct blit *blit)
{
    const struct rect *to = &blit->bounds;
    pixman_image_set_clip_region32(image, (pixman_region32_t *)&blit->seen);
    if (blit->from) {
        pixman_image_composite32(PIXMAN_OP_OVER, blit->from, blit->mask, image, blit->x, blit->y, 0, 0, to->x,
                                 to->y, to->w, to->h);
    } else {
        const pixman_box32_t box = {to->x, to->y, to->x + to->w, to->y + to->h};
        pixman_image_fill_boxes(PIXMAN_OP_OVER, image, &blit->colour, 1, &box);
    }
}

static void free_blit(struct blit *blit)
{
    if (blit->from) {
        pixman_image_unref(blit->from);
    }
    if (blit->mask) {
        pixman_image_unref(blit->mask);
    }
    pixman_region32_fini(&blit->seen);
}

double blits_by_pixman_ms(int w, int h)
{
    need_target(w, h);
    struct blit *blits = malloc((size_t)caught.list.count * sizeof *blits);
    const int count = make_blits(blits);
    const double from_ms = blits_cpu_ms();
    for (int i = 0; i < count; i++) {
        paint(caught.image, &blits[i]);
    }
    const double took_ms = blits_cpu_ms() - from_ms;
    for (int i = 0; i < count; i++) {
        free_blit(&blits[i]);
    }
    free(blits);
    return took_ms;
}

double blits_by_painter_ms(int w, int h)
{
    need_target(w, h);
    caught.is_ours = true;
    const double from_ms = blits_cpu_ms();
    painter_software.show(caught.paper, &caught.list, &caught.dirty);
    const double took_ms = blits_cpu_ms() - from_ms;
    caught.is_ours = false;
    return took_ms;
}

void blits_end(void)
{
    drop_target();
    cover_free(&caught.cover);
    free(caught.list.items);
    caught.list = (struct list){0};
}
