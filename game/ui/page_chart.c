// One dot a session, a step line between them. No trend, no target, no average (ui/guide.md 3).
#include "ui/page_inside.h"

#include <math.h>

#include "core/least.h"
#include "ui/theme.h"

enum {
    LINE_W = 4,
    GRID_W = 2,
    INSET = 16, // dots keep away from the plot's ends
    UP_GAP = 12,
    ALONG_GAP = 8,
    APART = 8, // between two labels
    MANY = 60,
    DOT = 9,
    DOT_FUSSY = 11,
    DOT_MANY = 5,
    DOT_FUSSY_MANY = 6,
    HALO = 4,
    HOLLOW = 3, // the line of a dot that is not filled
    CHOSEN = 6, // how far its ring lies outside
    LINE_PERCENT = 38
};

static const struct look up_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_END, 1};

// Where the dots live, pixels.
struct plot {
    struct rect at;
    int greatest;
};

static struct plot plot_of(struct page *page, struct rect at, const struct chart *chart)
{
    int label_w = 0;
    for (int i = 0; i < chart->up_count; i++) {
        const int w = text_width_px(page, up_look, chart->up[i].label);
        label_w = greater(label_w, w);
    }
    const struct rect px = px_rect(page, at);
    const int left = chart->up_count ? label_w + px_of(page, UP_GAP) : 0;
    const int line_h = px_of(page, text_line_height(page, up_look));
    const int below = chart->along_count ? line_h + px_of(page, ALONG_GAP) : 0;
    const int above = px_of(page, DOT_FUSSY + HALO + CHOSEN);
    return (struct plot){{px.x + left, px.y + above, px.w - left, px.h - above - below},
                         chart->greatest > 0 ? chart->greatest : 1};
}

static int x_of(const struct page *page, const struct plot *plot, float share)
{
    const int inset = px_of(page, INSET);
    return plot->at.x + inset + (int)lroundf(share * (float)(plot->at.w - 2 * inset));
}

static int y_of(const struct plot *plot, float share)
{
    return plot->at.y + plot->at.h - (int)lroundf(share * (float)plot->at.h);
}

// ---- the axes

static void put_up(struct page *page, const struct plot *plot, const struct chart *chart)
{
    const int line = px_of(page, GRID_W), half = px_of(page, text_line_height(page, up_look)) / 2;
    int last = plot->at.y + plot->at.h + 2 * half;
    for (int i = 0; i < chart->up_count; i++) {
        const int y = y_of(plot, chart->up[i].at), w = text_width_px(page, up_look, chart->up[i].label);
        put_shape(page, (struct rect){plot->at.x, y - line / 2, plot->at.w, line},
                  (struct shape){.fill = LINE});
        if (last - y >= 2 * half) {
            put_px_text(page, up_look, chart->up[i].label, plot->at.x - px_of(page, UP_GAP) - w,
                        (float)(y - half));
            last = y;
        }
    }
    put_shape(page, (struct rect){plot->at.x, plot->at.y + plot->at.h, plot->at.w, line},
              (struct shape){.fill = CONTROL});
}

static int along_x(struct page *page, const struct plot *plot, const struct chart_tick *tick)
{
    const int w = text_width_px(page, up_look, tick->label);
    const int x = x_of(page, plot, tick->at) - w / 2, most = plot->at.x + plot->at.w - w;
    return lesser(greater(x, plot->at.x), most);
}

static bool along_fit(struct page *page, const struct plot *plot, const struct chart *chart, int each)
{
    for (int i = each; i < chart->along_count; i += each) {
        const struct chart_tick *before = &chart->along[i - each];
        const int end = along_x(page, plot, before) + text_width_px(page, up_look, before->label);
        if (along_x(page, plot, &chart->along[i]) < end + px_of(page, APART)) {
            return false;
        }
    }
    return true;
}

static void put_along(struct page *page, const struct plot *plot, const struct chart *chart)
{
    int each = 1;
    while (each < chart->along_count && !along_fit(page, plot, chart, each)) {
        each++;
    }
    for (int i = 0; i < chart->along_count; i += each) {
        put_px_text(page, up_look, chart->along[i].label, along_x(page, plot, &chart->along[i]),
                    (float)(plot->at.y + plot->at.h + px_of(page, ALONG_GAP)));
    }
}

// ---- the line: one long sprite each way, shown as far as it is needed

static void put_flat(struct page *page, const struct plot *plot, int from, int end, int y)
{
    const int line = px_of(page, LINE_W);
    const struct shape shape = {plot->at.w, line, 0, NIGHT_LIGHT, 0, 0, LINE_PERCENT};
    put_part_of(page, shape_sprite(page, shape), plot->at.x, y - line / 2,
                (struct rect){from, y - line / 2, end - from, line});
}

static void put_steep(struct page *page, const struct plot *plot, int x, int from, int end)
{
    const int line = px_of(page, LINE_W);
    const struct shape shape = {line, plot->at.h, 0, NIGHT_LIGHT, 0, 0, LINE_PERCENT};
    put_part_of(page, shape_sprite(page, shape), x - line / 2, plot->at.y,
                (struct rect){x - line / 2, from, line, end - from});
}

// From a dot to the next, under their halos: it stays, then it moves. The corner belongs to the flat part.
static void put_stair(struct page *page, const struct plot *plot, struct dot_laid from, struct dot_laid to)
{
    const int line = px_of(page, LINE_W), half = line / 2;
    put_flat(page, plot, from.x_px, to.x_px - half + line, from.y_px);
    if (to.y_px > from.y_px) {
        put_steep(page, plot, to.x_px, from.y_px - half + line, to.y_px);
    } else {
        put_steep(page, plot, to.x_px, to.y_px, from.y_px - half);
    }
}

// ---- the dots

static int radius_of(const struct page *page, const struct chart *chart, bool fussy)
{
    const bool many = chart->count > MANY;
    return px_of(page, (float)(fussy ? (many ? DOT_FUSSY_MANY : DOT_FUSSY) : many ? DOT_MANY : DOT));
}

static void put_ring_round(struct page *page, struct dot_laid at, int r, uint32_t rgb, float line)
{
    put_shape(page, (struct rect){at.x_px - r, at.y_px - r, 2 * r, 2 * r},
              (struct shape){.radius_px = r,
                             .fill = SHAPE_CLEAR,
                             .border = rgb,
                             .border_tenths_px = (int)(line * page->scale * 10)});
}

static void put_dot(struct page *page, const struct chart *chart, int index, struct dot_laid at)
{
    const bool fussy = chart->dots[index].fussy;
    const int r = radius_of(page, chart, fussy), halo = r + px_of(page, HALO);
    put_disc(page, at.x_px, at.y_px, halo, CARD);
    put_disc(page, at.x_px, at.y_px, r, fussy ? PINK : NIGHT);
    if (fussy) {
        put_ring_round(page, at, halo, FUSS_RING, 2.5F);
    } else if (chart->dots[index].unclear) {
        put_disc(page, at.x_px, at.y_px, r - px_of(page, HOLLOW), CARD);
    }
    if (index == chart->chosen) {
        put_ring_round(page, at, halo + px_of(page, CHOSEN), NIGHT, 3);
    }
}

static void lay_dots(struct page *page, const struct plot *plot, int id, const struct chart *chart)
{
    struct chart_laid *laid = &page->chart;
    *laid = (struct chart_laid){.id = id, .chosen = chart->chosen, .room = laid->room, .dots = laid->dots};
    for (int i = 0; i < chart->count; i++) {
        struct dot_laid *dots = with_room(laid->dots, &laid->room, i, sizeof *laid->dots);
        if (!dots) {
            return;
        }
        laid->dots = dots;
        laid->dots[i] = (struct dot_laid){x_of(page, plot, chart->dots[i].x),
                                          y_of(plot, (float)chart->dots[i].value / (float)plot->greatest)};
        laid->count = i + 1;
    }
}

static void put_dots(struct page *page, const struct plot *plot, const struct chart *chart)
{
    const struct chart_laid *laid = &page->chart;
    for (int i = 1; i < laid->count; i++) {
        put_stair(page, plot, laid->dots[i - 1], laid->dots[i]);
    }
    for (int i = 0; i < laid->count; i++) {
        put_dot(page, chart, i, laid->dots[i]);
    }
}

void page_chart(struct page *page, struct rect at, int id, const struct chart *chart)
{
    const struct plot plot = plot_of(page, at, chart);
    lay_dots(page, &plot, id, chart);
    const struct widget *widget = chart->count ? add_widget(page, WIDGET_CHART, at, id, "") : NULL;
    put_up(page, &plot, chart);
    put_along(page, &plot, chart);
    put_dots(page, &plot, chart);
    put_focus(page, widget, RADIUS_CARD, false);
}

// ---- taps

// A finger above or below a dot means it too: sideways counts more.
int chart_dot_at(const struct page *page, float x_px, float y_px)
{
    const struct chart_laid *laid = &page->chart;
    int nearest = 0;
    float least = -1;
    for (int i = 0; i < laid->count; i++) {
        const float dx = x_px - (float)laid->dots[i].x_px, dy = y_px - (float)laid->dots[i].y_px;
        const float far = 4 * dx * dx + dy * dy;
        if (least < 0 || far < least) {
            least = far;
            nearest = i;
        }
    }
    return laid->id + nearest;
}

int chart_dot_beside(const struct page *page, int step)
{
    const struct chart_laid *laid = &page->chart;
    const int next = laid->chosen < 0 ? laid->count - 1 : laid->chosen + step;
    return next >= 0 && next < laid->count ? laid->id + next : PAGE_NOTHING;
}

bool chart_dot_place(const struct page *page, int id, struct rect *at_px)
{
    const struct chart_laid *laid = &page->chart;
    const int index = id - laid->id, side = px_of(page, TARGET_LEAST);
    if (index < 0 || index >= laid->count) {
        return false;
    }
    *at_px = (struct rect){laid->dots[index].x_px - side / 2, laid->dots[index].y_px - side / 2, side, side};
    return true;
}
