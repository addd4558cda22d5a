// A recording as bars, the microphone's meter, the handles that cut.
#include "ui/page_inside.h"

#include <math.h>

#include "store/words.h"
#include "ui/theme.h"

enum { BAR_W = 4, BAR_LEAST = 4, GRIP = 44, HANDLE_W = 52, METER_INNER = 18 };

void page_waveform(struct page *page, struct rect at, const unsigned char *bars, int count, int from, int end,
                   int played)
{
    const struct rect px = px_rect(page, at);
    const int w = px_of(page, BAR_W), least = px_of(page, BAR_LEAST);
    for (int i = 0; i < count; i++) {
        const int tall = px.h * bars[i] / 255 / 2 * 2, h = tall > least ? tall : least;
        const int x = px.x + (int)lroundf(((float)i + 0.5F) * (float)px.w / (float)count) - w / 2;
        const bool kept = i >= from && i < end;
        const uint32_t fill = !kept ? WAVE_CUT : played >= 0 && i > played ? TRACK : TEAL;
        put_shape(page, (struct rect){x, px.y + (px.h - h) / 2, w, h},
                  (struct shape){.radius_px = w / 2, .fill = fill});
    }
}

static void put_zone(struct page *page, struct rect px, int from, int to, uint32_t fill, int radius)
{
    put_shape(page, (struct rect){px.x + px.w * from / 100, px.y, px.w * to / 100 - px.w * from / 100, px.h},
              (struct shape){.radius_px = radius, .fill = fill});
}

static void put_word(struct page *page, struct rect at, int from, int to, const char *key, bool lit,
                     uint32_t rgb)
{
    const struct rect box = {at.x + at.w * from / 100 - 20, at.y + at.h + 6, at.w * (to - from) / 100 + 40,
                             26};
    put_text(page, box, (struct look){TYPE_CAPTION, lit, lit ? rgb : INK_SOFT, ALIGN_MIDDLE, 1}, word(key),
             false);
}

void page_meter(struct page *page, struct rect at, float level, int zone)
{
    static const uint32_t lit[] = {NIGHT_LIGHT, LEAF, RED};
    const struct rect px = px_rect(page, at);
    const int round = px.h / 2, inner = px_of(page, METER_INNER);
    put_zone(page, px, 0, 40, NIGHT_PALE, round); // round ends, straight joints: the middle covers them
    put_zone(page, px, 60, 100, CORAL_PALE, round);
    put_zone(page, px, 28, 80, LEAF_PALE, 0);
    const int w = (int)(level * (float)px.w);
    if (w > inner) {
        put_shape(page, (struct rect){px.x, px.y + (px.h - inner) / 2, w / 4 * 4, inner},
                  (struct shape){.radius_px = inner / 2, .fill = lit[zone]});
    }
    put_word(page, at, 0, 28, "r.quiet", zone == 0, NIGHT);
    put_word(page, at, 28, 80, "r.good", zone == 1, LEAF);
    put_word(page, at, 80, 100, "r.loud", zone == 2, RED);
}

void page_handle(struct page *page, int x, int y, int h, int id, const char *name)
{
    const struct rect at = {x - HANDLE_W / 2, y, HANDLE_W, h + GRIP / 2};
    const struct widget *widget = add_widget(page, WIDGET_HANDLE, at, id, name);
    put_shape(page, px_rect(page, (struct rect){x - 2, y, 5, h - GRIP / 2}),
              (struct shape){.radius_px = px_of(page, 2), .fill = TEAL_DEEP});
    put_shape(page, px_rect(page, (struct rect){x - GRIP / 2, y + h - GRIP + 4, GRIP, GRIP}),
              (struct shape){.radius_px = px_of(page, GRIP) / 2,
                             .fill = CARD,
                             .border = TEAL_DEEP,
                             .border_tenths_px = (int)(40 * page->scale)});
    put_focus(page, widget, 16, false);
}
