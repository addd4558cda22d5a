// Rectangles, and a short list of them that merges what lies together.
#include "platform/canvas_rect.h"

#include "core/least.h"

bool rect_empty(struct rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

bool rect_same(struct rect one, struct rect other)
{
    return one.x == other.x && one.y == other.y && one.w == other.w && one.h == other.h;
}

bool rect_within(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

static struct rect spanned(int left, int top, int right, int bottom)
{
    return right > left && bottom > top ? (struct rect){left, top, right - left, bottom - top}
                                        : (struct rect){0};
}

struct rect rect_meet(struct rect one, struct rect other)
{
    return spanned(greater(one.x, other.x), greater(one.y, other.y), lesser(one.x + one.w, other.x + other.w),
                   lesser(one.y + one.h, other.y + other.h));
}

struct rect rect_hull(struct rect one, struct rect other)
{
    if (rect_empty(one)) {
        return other;
    }
    if (rect_empty(other)) {
        return one;
    }
    return spanned(lesser(one.x, other.x), lesser(one.y, other.y), greater(one.x + one.w, other.x + other.w),
                   greater(one.y + one.h, other.y + other.h));
}

static long area(struct rect rect)
{
    return (long)rect.w * rect.h;
}

// How many pixels are painted in vain if the two become one. Below 0: they overlap.
static long waste(struct rect one, struct rect other)
{
    return area(rect_hull(one, other)) - area(one) - area(other);
}

static int cheapest(const struct dirty *dirty, struct rect rect)
{
    int best = 0;
    for (int i = 1; i < dirty->count; i++) {
        if (waste(dirty->rects[i], rect) < waste(dirty->rects[best], rect)) {
            best = i;
        }
    }
    return best;
}

// A merge may make the rectangle meet others: it is taken out, grown and added again.
void dirty_add(struct dirty *dirty, struct rect rect)
{
    while (!rect_empty(rect)) {
        const int best = cheapest(dirty, rect);
        const struct rect other = dirty->rects[best];
        const bool worth = dirty->count && waste(other, rect) * 4 <= area(other) + area(rect);
        if (!worth && dirty->count < DIRTY_MAX) {
            dirty->rects[dirty->count++] = rect;
            return;
        }
        rect = rect_hull(other, rect);
        dirty->rects[best] = dirty->rects[--dirty->count];
    }
}
