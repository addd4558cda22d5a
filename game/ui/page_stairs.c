// Steps as columns: those that were gone are night2, today's is night, those to come are hollow.
#include "ui/page_inside.h"

#include <math.h>
#include <stdio.h>

#include "core/least.h"
#include "ui/theme.h"

enum {
    BROAD = 120, // a column as broad as this has larger words, corners and gaps
    RADIUS = 8,
    RADIUS_BROAD = 16,
    GAP = 4,
    GAP_BROAD = 8,
    GAP_NARROW = 3,
    LABEL_GAP = 4, // between a label and what is below it
    LABEL_APART = 8,
    DOT = 9,
    DOT_DOWN = 22, // from a column's top to the middle of the dot on it
    EASY_APART = 24,
    EASY_UP = 20
};
static const float bend = 0.8F, easy_ring = 0.11F;

// How it lies, in pixels: each column is pitch wide with its gap.
struct flight {
    struct rect at_px;
    float pitch;
    int gap, radius, top; // top: where the highest column begins
    const struct stairs *stairs;
    int greatest;
};

enum state { DONE, NOW, TO_COME };

static enum state state_of(const struct stairs *stairs, int index)
{
    return stairs->now < 0 || index > stairs->now ? TO_COME : index == stairs->now ? NOW : DONE;
}

static struct look label_look(const struct flight *flight, float scale, enum state state)
{
    const bool broad = flight->pitch > (float)BROAD * scale;
    return (struct look){broad ? TYPE_BODY : TYPE_CAPTION, broad || state == NOW,
                         broad || state == NOW ? INK : INK_SOFT, ALIGN_MIDDLE, 1};
}

static int greatest_of(const struct stairs *stairs)
{
    int greatest = 1;
    for (int i = 0; i < stairs->count; i++) {
        greatest = greater(greatest, stairs->values[i]);
    }
    return greatest;
}

static struct flight flight_of(const struct page *page, struct rect at, const struct stairs *stairs)
{
    struct flight flight = {.at_px = px_rect(page, at), .stairs = stairs, .greatest = greatest_of(stairs)};
    flight.pitch = (float)flight.at_px.w / (float)stairs->count;
    const float units = flight.pitch / page->scale;
    const int gap = units > BROAD ? GAP_BROAD : units < 16 ? GAP_NARROW : GAP;
    flight.gap = px_of(page, (float)gap);
    const float narrow = 0.28F * (flight.pitch - (float)flight.gap);
    flight.radius = (int)fminf((float)px_of(page, units > BROAD ? RADIUS_BROAD : RADIUS), narrow);
    const float label =
        stairs->labels ? text_line_height(page, label_look(&flight, page->scale, NOW)) + LABEL_GAP : 0;
    flight.top = flight.at_px.y + px_of(page, label);
    return flight;
}

static struct rect column_of(const struct flight *flight, int index)
{
    const struct rect at = flight->at_px;
    const int from = at.x + (int)lroundf(flight->pitch * (float)index) + flight->gap / 2;
    const int end = at.x + (int)lroundf(flight->pitch * (float)(index + 1)) - (flight->gap - flight->gap / 2);
    const float share = powf((float)flight->stairs->values[index] / (float)flight->greatest, bend);
    const int room = at.y + at.h - flight->top, h = (int)lroundf(share * (float)room);
    const int least = 2 * flight->radius, tall = h > least ? h : least;
    return (struct rect){from, at.y + at.h - tall, end - from, tall};
}

// ---- columns

// numbers: radius, fill, line (SHAPE_CLEAR: none), tenths of its width; w and h before them.
static int column_svg(char *svg, size_t size, const int *numbers)
{
    const double w = numbers[4], h = numbers[5], line = numbers[3] / 10.0, in = line / 2, r = numbers[0] - in;
    char stroke[64] = "";
    if (numbers[3] > 0) {
        snprintf(stroke, sizeof stroke, " stroke=\"#%06X\" stroke-width=\"%.2f\"", (unsigned)numbers[2],
                 line);
    }
    return snprintf(
        svg, size,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\"><path d=\"M%.2f "
        "%.2fL%.2f %.2fC%.2f %.2f %.2f %.2f %.2f %.2fL%.2f %.2fC%.2f %.2f %.2f %.2f %.2f %.2fL%.2f "
        "%.2fZ\" fill=\"#%06X\"%s/></svg>",
        w, h, in, h - in, in, in + r, in, in + r * 0.448, in + r * 0.448, in, in + r, in, w - in - r, in,
        w - in - r * 0.448, in, w - in, in + r * 0.448, w - in, in + r, w - in, h - in, (unsigned)numbers[1],
        stroke);
}

static void put_column(struct page *page, const struct flight *flight, struct rect at, enum state state)
{
    static const uint32_t fills[] = {[DONE] = NIGHT_LIGHT, [NOW] = NIGHT, [TO_COME] = NIGHT_OFF};
    const int units_10 = flight->pitch < 20 * page->scale ? 15 : 25;
    const int numbers[] = {flight->radius, (int)fills[state],
                           NIGHT_LINE,     state == TO_COME ? (int)((float)units_10 * page->scale) : 0,
                           at.w,           at.h};
    put_sprite(page, drawing_sprite(page, "column", column_svg, numbers, 6, at.w, at.h), at.x, at.y);
}

static void put_now(struct page *page, struct rect at)
{
    const float r = fminf((float)px_of(page, DOT), 0.3F * (float)(at.w < at.h ? at.w : at.h));
    const int down = lesser(px_of(page, DOT_DOWN), at.h / 2);
    put_disc(page, at.x + at.w / 2, at.y + down, r < 2 ? 2 : (int)lroundf(r), YELLOW);
}

// Three dots at the foot, `full` of them filled.
static void put_easy(struct page *page, struct rect at, int full)
{
    const float apart = fminf((float)px_of(page, EASY_APART), (float)at.w / 3.3F);
    const int r = (int)lroundf(apart * 0.375F);
    const int up = lesser(px_of(page, EASY_UP), at.h / 2);
    for (int i = 0; i < 3; i++) {
        const int x = at.x + at.w / 2 + (int)lroundf((float)(i - 1) * apart), y = at.y + at.h - up;
        const struct shape ring = {.radius_px = r,
                                   .fill = i < full ? YELLOW : SHAPE_CLEAR,
                                   .border = YELLOW,
                                   .border_tenths_px = (int)(apart * easy_ring * 10)};
        put_shape(page, (struct rect){x - r, y - r, 2 * r, 2 * r}, ring);
    }
}

static void put_step(struct page *page, const struct flight *flight, int index)
{
    const struct stairs *stairs = flight->stairs;
    const struct rect at = column_of(flight, index);
    const enum state state = state_of(stairs, index);
    put_column(page, flight, at, state);
    if (stairs->easy >= 0 && state != TO_COME) {
        put_easy(page, at, state == DONE ? 3 : stairs->easy);
    } else if (state == NOW) {
        put_now(page, at);
    }
}

// ---- labels

static int widest_label(struct page *page, const struct flight *flight)
{
    const struct look look = label_look(flight, page->scale, NOW);
    int widest = 0;
    for (int i = 0; i < flight->stairs->count; i++) {
        const int w = text_width_px(page, look, flight->stairs->labels[i]);
        widest = greater(widest, w);
    }
    return widest;
}

// Above every column that it reaches over.
static int foot_of(const struct flight *flight, int from_px, int end_px)
{
    int foot = flight->at_px.y + flight->at_px.h;
    for (int i = 0; i < flight->stairs->count; i++) {
        const struct rect at = column_of(flight, i);
        if (at.x < end_px && from_px < at.x + at.w) {
            foot = lesser(foot, at.y);
        }
    }
    return foot;
}

static void put_label(struct page *page, const struct flight *flight, int index)
{
    const char *text = flight->stairs->labels[index];
    const struct look look = label_look(flight, page->scale, state_of(flight->stairs, index));
    const struct rect column = column_of(flight, index), all = flight->at_px;
    const int w = text_width_px(page, look, text), most = all.x + all.w - w;
    int x = column.x + (column.w - w) / 2;
    x = lesser(greater(x, all.x), most);
    const float line = text_line_height(page, look) * page->scale;
    put_px_text(page, look, text, x, (float)(foot_of(flight, x, x + w) - px_of(page, LABEL_GAP)) - line);
}

void page_stairs(struct page *page, struct rect at, const struct stairs *stairs)
{
    if (stairs->count < 1 || px_rect(page, at).w < 1) {
        return; // a window may be narrower than its margins
    }
    const struct flight flight = flight_of(page, at, stairs);
    for (int i = 0; i < stairs->count; i++) {
        put_step(page, &flight, i);
    }
    if (!stairs->labels) {
        return;
    }
    const int each =
        (int)ceilf((float)(widest_label(page, &flight) + px_of(page, LABEL_APART)) / flight.pitch);
    const int anchor = stairs->now < 0 || stairs->now >= stairs->count ? stairs->count - 1 : stairs->now;
    for (int i = anchor % each; i < stairs->count; i += each) {
        put_label(page, &flight, i);
    }
}
