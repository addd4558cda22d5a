// One picture rasterised beside the game. The worker owns what it works on; a slot that goes away only says
// so.
#include "stage/picture.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "platform/loader.h"

// A part may reach beyond its sheet: its box is looked for in a thumbnail of half as much again.
static const float LOOK_AROUND = 0.25F;
enum { THUMBNAIL_PX = 192, SIDE_MAX_PX = 4096 };

struct picture_work {
    struct picture_slot *slot; // of the main thread; not looked at once dropped
    atomic_bool dropped;       // nobody waits for it any more
    char *svg;                 // owned
    void *photo;               // owned; a picture file's bytes to be shown instead, or NULL
    size_t photo_length;
    struct svg_view view;     // of svg: what it shows
    float origin_x, origin_y; // sheet units
    int w, h;                 // pixels: of the view or the photo; of a part unknown
    struct picture picture;   // the result
};

static void work_free(struct picture_work *work)
{
    if (!work) {
        return;
    }
    free(work->svg);
    free(work->photo);
    free(work);
}

static int clamp_side(float px)
{
    return px < 1 ? 1 : px > SIDE_MAX_PX ? SIDE_MAX_PX : (int)px;
}

// The part's box in sheet units, with a texel of air, found in a thumbnail. False where the part is empty.
static bool find_box(const struct picture_work *work, struct svg_view *box)
{
    const struct svg_view *all = &work->view;
    const int w = THUMBNAIL_PX, h = clamp_side(ceilf(THUMBNAIL_PX * all->h / all->w));
    struct sprite *thumbnail = sprite_from_svg(work->svg, strlen(work->svg), w, h);
    if (!thumbnail) {
        return false;
    }
    const struct rect found = sprite_bounds(thumbnail);
    sprite_free(thumbnail);
    const float x_units = all->w / (float)w, y_units = all->h / (float)h;
    *box = (struct svg_view){all->x + (float)(found.x - 1) * x_units, all->y + (float)(found.y - 1) * y_units,
                             (float)(found.w + 2) * x_units, (float)(found.h + 2) * y_units};
    return found.w > 0 && found.h > 0;
}

static void work_on_part(void *arg)
{
    struct picture_work *work = arg;
    struct svg_view box;
    if (atomic_load(&work->dropped) || !find_box(work, &box)) {
        return;
    }
    const struct placing *at = &work->picture.placing;
    const float left = at->x - work->origin_x * at->scale, top = at->y - work->origin_y * at->scale;
    const int x = (int)floorf(left + box.x * at->scale) - 1, y = (int)floorf(top + box.y * at->scale) - 1;
    const int w = clamp_side(ceilf(left + (box.x + box.w) * at->scale) + 1 - (float)x);
    const int h = clamp_side(ceilf(top + (box.y + box.h) * at->scale) + 1 - (float)y);
    const struct svg_view view = {((float)x - left) / at->scale, ((float)y - top) / at->scale,
                                  (float)w / at->scale, (float)h / at->scale};
    size_t length = 0;
    char *svg = svg_through(work->svg, &view, &length);
    work->picture.sprite = svg ? sprite_from_svg(svg, length, w, h) : NULL;
    work->picture.x = x, work->picture.y = y;
    free(svg);
}

static void work_on_view(void *arg)
{
    struct picture_work *work = arg;
    size_t length = 0;
    char *svg = atomic_load(&work->dropped) ? NULL : svg_through(work->svg, &work->view, &length);
    work->picture.sprite = svg ? sprite_from_svg(svg, length, work->w, work->h) : NULL;
    free(svg);
}

// A photo that can't be read leaves the part as it is drawn.
static void work_on_photo(void *arg)
{
    struct picture_work *work = arg;
    if (!atomic_load(&work->dropped)) {
        work->picture.sprite = sprite_from_photo_bytes(work->photo, work->photo_length, 0, 0, 0, work->w);
    }
    if (!work->picture.sprite) {
        work_on_part(work);
    }
}

static void done(void *arg)
{
    struct picture_work *work = arg;
    if (atomic_load(&work->dropped)) {
        sprite_free(work->picture.sprite);
    } else {
        sprite_free(work->slot->shown.sprite);
        work->slot->shown = work->picture;
        work->slot->full = true;
        work->slot->coming = NULL;
    }
    work_free(work);
}

static void drop(struct picture_slot *slot)
{
    if (slot->coming) {
        atomic_store(&slot->coming->dropped, true);
    }
    slot->coming = NULL;
}

static void add(struct picture_slot *slot, struct loader *loader, void (*work_on)(void *),
                const struct picture_work *plan)
{
    drop(slot);
    struct picture_work *work = loader && plan->svg ? malloc(sizeof *work) : NULL;
    if (!work) { // without memory the old picture stays; without a loader nobody looks
        free(plan->svg);
        free(plan->photo);
        slot->full = true;
        return;
    }
    memcpy(work, plan, sizeof *work);
    work->slot = slot;
    slot->coming = work;
    loader_add(loader, work_on, done, work);
}

static struct svg_view around(const struct svg_view *view)
{
    return (struct svg_view){view->x - view->w * LOOK_AROUND, view->y - view->h * LOOK_AROUND,
                             view->w * (1 + 2 * LOOK_AROUND), view->h * (1 + 2 * LOOK_AROUND)};
}

void picture_load_part(struct picture_slot *slot, struct loader *loader, const struct svg_sheet *sheet,
                       int part, const struct placing *placing)
{
    size_t length = 0;
    const struct svg_view view = around(&sheet->view);
    const struct picture_work plan = {.svg = svg_sheet_cut(sheet, part, &view, &length),
                                      .view = view,
                                      .origin_x = sheet->origin_x,
                                      .origin_y = sheet->origin_y,
                                      .picture.placing = *placing};
    add(slot, loader, work_on_part, &plan);
}

void picture_load_view(struct picture_slot *slot, struct loader *loader, const char *svg,
                       const struct svg_view *view, int w, int h)
{
    const struct picture_work plan = {
        .svg = strdup(svg), .view = *view, .w = w, .h = h, .picture.placing = {.scale = (float)w / view->w}};
    add(slot, loader, work_on_view, &plan);
}

void picture_load_photo(struct picture_slot *slot, struct loader *loader, const struct svg_sheet *sheet,
                        int part, const struct placing *placing, const void *bytes, size_t bytes_length)
{
    const struct svg_part *hole = &sheet->parts[part];
    const float left = placing->x + (hole->pivot_x - hole->radius - sheet->origin_x) * placing->scale;
    const float top = placing->y + (hole->pivot_y - hole->radius - sheet->origin_y) * placing->scale;
    size_t length = 0;
    const struct svg_view view = around(&sheet->view);
    void *photo = malloc(bytes_length + 1);
    if (photo) {
        memcpy(photo, bytes, bytes_length);
    }
    const struct picture_work plan = {
        .photo = photo,
        .photo_length = photo ? bytes_length : 0,
        .svg = svg_sheet_cut(sheet, part, &view, &length),
        .view = view,
        .origin_x = sheet->origin_x,
        .origin_y = sheet->origin_y,
        .w = clamp_side(roundf(2 * hole->radius * placing->scale)),
        .picture = {.x = (int)roundf(left), .y = (int)roundf(top), .placing = *placing}};
    add(slot, loader, work_on_photo, &plan);
}

bool picture_ready(const struct picture_slot *slot)
{
    return slot->full && !slot->coming;
}

void picture_free(struct picture_slot *slot)
{
    drop(slot);
    sprite_free(slot->shown.sprite);
    *slot = (struct picture_slot){0};
}
