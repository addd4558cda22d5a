// Draws become items: normalised, bounded, and left out where nothing of them can be seen.
#include "platform/canvas_list.h"

#include <math.h>
#include <stdlib.h>

#include "platform/canvas_rect.h"
#include "platform/sprite.h"

// Within 1/64 of whole pixels nobody sees a difference, and copying is exact and several times cheaper than
// sampling.
static const float NEAR_WHOLE = 1.0F / 64;
// Thinner than this a sprite leaves no trace that can be seen, and its inverse would outgrow the sampler's
// numbers.
static const float THINNEST = 1.0F / 16;

void list_clear(struct list *list)
{
    for (int i = 0; i < list->count; i++) {
        sprite_release(list->items[i].sprite);
    }
    list->count = 0;
}

void list_free(struct list *list)
{
    list_clear(list);
    free(list->items);
    *list = (struct list){0};
}

static void append(struct list *list, struct item item)
{
    if (list->count == list->room) {
        const int room = list->room ? list->room * 2 : 64;
        struct item *items = realloc(list->items, (size_t)room * sizeof *items);
        if (!items) {
            return;
        }
        list->items = items;
        list->room = room;
    }
    sprite_hold(item.sprite);
    list->items[list->count++] = item;
}

static bool near_whole(float value)
{
    return fabsf(value - roundf(value)) <= NEAR_WHOLE;
}

// Whether the far end of a side of `length` pixels is where an unscaled side would end.
static bool unscaled(float along, float across, int length)
{
    return fabsf(along - 1) * (float)length <= NEAR_WHOLE && fabsf(across) * (float)length <= NEAR_WHOLE;
}

static bool is_whole(const struct matrix *to, int w, int h)
{
    return near_whole(to->e) && near_whole(to->f) && unscaled(to->a, to->b, w) && unscaled(to->d, to->c, h);
}

struct corners {
    float x[4], y[4];
};

static struct corners mapped(const struct matrix *to, float left, float top, float right, float bottom)
{
    const float x[] = {left, right, left, right}, y[] = {top, top, bottom, bottom};
    struct corners corners;
    for (int i = 0; i < 4; i++) {
        corners.x[i] = to->a * x[i] + to->c * y[i] + to->e;
        corners.y[i] = to->b * x[i] + to->d * y[i] + to->f;
    }
    return corners;
}

static void sort4(float values[4])
{
    for (int i = 1; i < 4; i++) {
        for (int k = i; k > 0 && values[k] < values[k - 1]; k--) {
            const float swap = values[k];
            values[k] = values[k - 1];
            values[k - 1] = swap;
        }
    }
}

static struct rect moved(struct rect rect, const struct matrix *to)
{
    return (struct rect){rect.x + (int)to->e, rect.y + (int)to->f, rect.w, rect.h};
}

// Keeps (int) of a float defined, whatever the caller's matrix.
static int whole_number(float value)
{
    return (int)fmaxf(-1e6F, fminf(value, 1e6F));
}

// Sampling reaches half a pixel beyond the sprite's own edge.
static struct rect outer(const struct matrix *to, struct rect box)
{
    struct corners at = mapped(to, (float)box.x - 0.5F, (float)box.y - 0.5F, (float)(box.x + box.w) + 0.5F,
                               (float)(box.y + box.h) + 0.5F);
    sort4(at.x);
    sort4(at.y);
    const int left = whole_number(floorf(at.x[0])), top = whole_number(floorf(at.y[0]));
    return (struct rect){left, top, whole_number(ceilf(at.x[3])) - left, whole_number(ceilf(at.y[3])) - top};
}

static bool inside(const struct matrix *to, struct rect rect, float left, float top, float right,
                   float bottom)
{
    const float det = to->a * to->d - to->b * to->c;
    const struct matrix back = {to->d / det, -to->b / det, -to->c / det, to->a / det, 0, 0};
    const struct corners at = mapped(&back, (float)rect.x - to->e, (float)rect.y - to->f,
                                     (float)(rect.x + rect.w) - to->e, (float)(rect.y + rect.h) - to->f);
    bool all = true;
    for (int i = 0; i < 4; i++) {
        all = all && at.x[i] >= left && at.x[i] <= right && at.y[i] >= top && at.y[i] <= bottom;
    }
    return all;
}

// The box between the middle corners; sampling there touches opaque pixels only.
static struct rect inner(const struct matrix *to, struct rect box)
{
    const float left = (float)box.x + 1, top = (float)box.y + 1;
    const float right = (float)(box.x + box.w) - 1, bottom = (float)(box.y + box.h) - 1;
    struct corners at = mapped(to, left, top, right, bottom);
    sort4(at.x);
    sort4(at.y);
    const int x = whole_number(ceilf(at.x[1])), y = whole_number(ceilf(at.y[1]));
    const struct rect rect = {x, y, whole_number(floorf(at.x[2])) - x, whole_number(floorf(at.y[2])) - y};
    const bool good =
        !rect_empty(rect) && right > left && bottom > top && inside(to, rect, left, top, right, bottom);
    return good ? rect : (struct rect){0};
}

static bool too_thin(const struct matrix *to, struct rect box)
{
    const float area = fabsf(to->a * to->d - to->b * to->c);
    const float wide = hypotf(to->a, to->b), tall = hypotf(to->c, to->d);
    // the side's breadth across the other side
    return !(area > 0) || area / tall * (float)box.w < THINNEST || area / wide * (float)box.h < THINNEST ||
           !isfinite(area + to->e + to->f);
}

void list_draw(struct list *list, const struct sprite *sprite, const struct matrix *to, int alpha,
               struct rect clip)
{
    if (alpha <= 0 || rect_empty(sprite->box) || too_thin(to, sprite->box)) {
        return;
    }
    struct item item = {.sprite = sprite, .to = *to, .alpha = (uint8_t)(alpha > 255 ? 255 : alpha)};
    item.whole = is_whole(to, sprite->w, sprite->h);
    if (item.whole) {
        item.to = (struct matrix){1, 0, 0, 1, roundf(to->e), roundf(to->f)};
    }
    const struct rect bounds = item.whole ? moved(sprite->box, &item.to) : outer(to, sprite->box);
    const struct rect opaque = item.whole ? moved(sprite->opaque, &item.to) : inner(to, sprite->opaque);
    item.bounds = rect_meet(bounds, clip);
    item.opaque = item.alpha == 255 ? rect_meet(opaque, clip) : (struct rect){0};
    if (!rect_empty(item.bounds)) {
        append(list, item);
    }
}

static uint32_t premultiplied(uint32_t argb)
{
    const uint32_t alpha = argb >> 24;
    uint32_t result = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
        result |= ((argb >> shift & 0xFF) * alpha + 127) / 255 << shift;
    }
    return result;
}

void list_fill(struct list *list, struct rect rect, uint32_t argb)
{
    if (rect_empty(rect) || argb >> 24 == 0) {
        return;
    }
    append(list, (struct item){.to = {1, 0, 0, 1, 0, 0},
                               .whole = true,
                               .alpha = 255,
                               .argb = premultiplied(argb),
                               .bounds = rect,
                               .opaque = argb >> 24 == 255 ? rect : (struct rect){0}});
}

static bool same_matrix(const struct matrix *one, const struct matrix *other)
{
    return one->a == other->a && one->b == other->b && one->c == other->c && one->d == other->d &&
           one->e == other->e && one->f == other->f;
}

// opaque follows from the rest.
bool item_equal(const struct item *one, const struct item *other)
{
    return one->sprite == other->sprite && one->alpha == other->alpha && one->argb == other->argb &&
           same_matrix(&one->to, &other->to) && rect_same(one->bounds, other->bounds);
}
