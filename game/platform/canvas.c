// A frame's list against the last one's: what differs is repainted, and nothing else.
#include "platform/canvas.h"

#include <stdlib.h>

#include <SDL.h>
#include <SDL_image.h>

#include "platform/canvas_painter.h"
#include "platform/sprite.h"

struct canvas {
    const struct painter *painter;
    void *state;
    int w, h;
    struct list next, shown;
    bool renew; // nothing of what was painted counts any more
    struct canvas_work work;
};

static struct canvas *canvas_with(const struct painter *painter, void *state)
{
    struct canvas *canvas = state ? calloc(1, sizeof *canvas) : NULL;
    if (canvas) {
        *canvas = (struct canvas){.painter = painter, .state = state};
        canvas_renew(canvas);
    } else if (state) {
        painter->close(state);
    }
    return canvas;
}

struct canvas *canvas_open(struct SDL_Window *window, const struct painter *painter)
{
    return canvas_with(painter, painter->open(window));
}

struct canvas *canvas_paper(int w, int h)
{
    return canvas_with(&painter_software, painter_paper(w, h));
}

void canvas_close(struct canvas *canvas)
{
    if (!canvas) {
        return;
    }
    list_free(&canvas->next);
    list_free(&canvas->shown);
    canvas->painter->close(canvas->state);
    free(canvas);
}

void canvas_renew(struct canvas *canvas)
{
    canvas->painter->size(canvas->state, &canvas->w, &canvas->h);
    canvas->renew = true;
}

void canvas_lost(struct canvas *canvas)
{
    canvas->renew = true;
}

bool canvas_is_lost(const struct canvas *canvas)
{
    return canvas->renew;
}

static struct rect whole_window(const struct canvas *canvas)
{
    return (struct rect){0, 0, canvas->w, canvas->h};
}

void canvas_begin(struct canvas *canvas)
{
    list_clear(&canvas->next);
}

void canvas_draw(struct canvas *canvas, const struct sprite *sprite, const struct matrix *to, int alpha,
                 const struct rect *clip)
{
    const struct rect window = whole_window(canvas);
    if (sprite) {
        list_draw(&canvas->next, sprite, to, alpha, clip ? rect_meet(*clip, window) : window);
    }
}

void canvas_fill(struct canvas *canvas, const struct rect *rect, uint32_t argb)
{
    const struct rect window = whole_window(canvas);
    list_fill(&canvas->next, rect ? rect_meet(*rect, window) : window, argb);
}

static int find(const struct list *list, int from, const struct item *item)
{
    while (from < list->count && !item_equal(&list->items[from], item)) {
        from++;
    }
    return from;
}

// Pairs equal items in order. A pixel outside the bounds of all that stay single is covered by the same items
// in the same order in both lists, so it need not be painted.
static void differ(const struct list *shown, const struct list *next, struct dirty *dirty)
{
    int old = 0;
    for (int i = 0; i < next->count; i++) {
        const int match = find(shown, old, &next->items[i]);
        if (match == shown->count) {
            dirty_add(dirty, next->items[i].bounds);
            continue;
        }
        for (; old < match; old++) {
            dirty_add(dirty, shown->items[old].bounds);
        }
        old = match + 1;
    }
    for (; old < shown->count; old++) {
        dirty_add(dirty, shown->items[old].bounds);
    }
}

static void show(struct canvas *canvas, const struct dirty *dirty)
{
    const int64_t painted = canvas->painter->show(canvas->state, &canvas->next, dirty);
    canvas->renew = painted == PAINTER_TORN;
    canvas->work.pixels += canvas->renew ? 0 : painted;
    canvas->work.frames++;
}

bool canvas_end(struct canvas *canvas)
{
    struct dirty dirty = {0};
    if (canvas->renew) {
        canvas_renew(canvas);
        dirty_add(&dirty, whole_window(canvas));
    } else {
        differ(&canvas->shown, &canvas->next, &dirty);
    }
    canvas->renew = false;
    list_clear(&canvas->shown); // before painting: a painter drops what nobody holds any more
    if (dirty.count) {
        show(canvas, &dirty);
    }
    const struct list empty = canvas->shown;
    canvas->shown = canvas->next;
    canvas->next = empty;
    return dirty.count > 0;
}

const uint32_t *canvas_pixels(struct canvas *canvas)
{
    return canvas->painter->read(canvas->state, &canvas->shown);
}

struct sprite *canvas_snapshot(struct canvas *canvas)
{
    const uint32_t *pixels = canvas_pixels(canvas);
    return pixels ? sprite_from_pixels(PIXELS_OPAQUE, pixels, canvas->w, canvas->h, canvas->w * 4) : NULL;
}

bool canvas_save_png(struct canvas *canvas, const char *path)
{
    const uint32_t *pixels = canvas_pixels(canvas);
    SDL_Surface *surface = pixels
                               ? SDL_CreateRGBSurfaceWithFormatFrom((void *)pixels, canvas->w, canvas->h, 24,
                                                                    canvas->w * 4, SDL_PIXELFORMAT_RGB888)
                               : NULL;
    const bool saved = surface && IMG_SavePNG(surface, path) == 0;
    SDL_FreeSurface(surface);
    return saved;
}

void canvas_size(const struct canvas *canvas, int *w, int *h)
{
    *w = canvas->w;
    *h = canvas->h;
}

const char *canvas_backend(const struct canvas *canvas)
{
    return canvas->painter->name;
}

struct canvas_work canvas_work(const struct canvas *canvas)
{
    struct canvas_work work = canvas->work;
    work.textures = canvas->painter->kept(canvas->state);
    return work;
}
