// A session as a band. Every part of a kind is the same long sprite, shown as far as the part goes: nothing
// is rasterised while a slider changes the session.
#include "ui/page_inside.h"

#include <math.h>

#include "core/least.h"
#include "store/words.h"
#include "ui/theme.h"

enum {
    LABEL_GAP = 4,
    LABEL_APART = 6,
    PART_GAP = 3,
    RADIUS = 8,
    AWAY_LEAST = 3,
    KEY_SQUARE = 22,
    KEY_RADIUS = 6,
    KEY_GAP = 8,
    KEY_APART = 19
};

static const uint32_t colours[] = {[BAND_TOGETHER] = YELLOW, [BAND_AWAY] = NIGHT, [BAND_GOODNIGHT] = PINK};
static const char *const keys[] = {
    [BAND_TOGETHER] = "ed.together", [BAND_AWAY] = "ed.away", [BAND_GOODNIGHT] = "ed.bye"};
static const struct look label_look = {TYPE_CAPTION, true, INK, ALIGN_MIDDLE, 1};
static const struct look key_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 1};

// Pixels a millisecond, once every away has its least width.
struct measure {
    float each_ms, least;
    int gap;
};

static struct measure measure(const struct page *page, int w_px, const struct band_part *parts, int count)
{
    struct measure measure = {.least = (float)px_of(page, AWAY_LEAST), .gap = px_of(page, PART_GAP)};
    const float room = (float)(w_px - measure.gap * (count - 1));
    float whole = 0;
    for (int i = 0; i < count; i++) {
        whole += (float)parts[i].length_ms;
    }
    float left = room, rest = whole;
    for (int i = 0; i < count && whole > 0; i++) {
        const float w = (float)parts[i].length_ms * room / whole;
        if (parts[i].band == BAND_AWAY && w < measure.least) {
            left -= measure.least;
            rest -= (float)parts[i].length_ms;
        }
    }
    measure.each_ms = rest > 0 && left > 0 ? left / rest : 0;
    return measure;
}

static float width_of(const struct measure *measure, const struct band_part *part)
{
    const float w = (float)part->length_ms * measure->each_ms;
    return part->band == BAND_AWAY ? fmaxf(w, measure->least) : w;
}

// The left half of the long sprite at its left end, the right half at its right.
static void put_part(struct page *page, struct rect at, int long_w, uint32_t colour)
{
    const int round = px_of(page, RADIUS);
    if (at.w < 2 * round) {
        put_shape(page, at, (struct shape){.radius_px = at.w / 2, .fill = colour});
        return;
    }
    const struct sprite *sprite = shape_sprite(page, (struct shape){long_w, at.h, round, colour, 0, 0, 0});
    const int half = at.w / 2;
    put_part_of(page, sprite, at.x, at.y, (struct rect){at.x, at.y, half, at.h});
    put_part_of(page, sprite, at.x + at.w - long_w, at.y,
                (struct rect){at.x + half, at.y, at.w - half, at.h});
}

// ---- labels: all of them, or every second, third, ... so that none touches the next

struct walk {
    float x;
    int labels, end_px; // so far; where the last label that is shown ends
};

static bool labels_fit(struct page *page, struct rect band, const struct measure *measure,
                       const struct band_part *parts, int count, int each)
{
    struct walk walk = {.x = (float)band.x, .end_px = band.x - px_of(page, 2 * LABEL_APART)};
    for (int i = 0; i < count; i++) {
        const float w = width_of(measure, &parts[i]);
        if (parts[i].label && walk.labels++ % each == 0) {
            const int text_w = text_width_px(page, label_look, parts[i].label);
            const int from = (int)(walk.x + w / 2) - text_w / 2;
            if (from < walk.end_px + px_of(page, LABEL_APART)) {
                return false;
            }
            walk.end_px = from + text_w;
        }
        walk.x += w + (float)measure->gap;
    }
    return true;
}

static void put_label(struct page *page, struct rect band, float middle_px, const char *label)
{
    const int w = text_width_px(page, label_look, label), most = band.x + band.w - w;
    const int x = lesser(greater((int)lroundf(middle_px) - w / 2, band.x), most);
    put_px_text(page, label_look, label, x, (float)(band.y + band.h + px_of(page, LABEL_GAP)));
}

void page_timeline(struct page *page, struct rect at, const struct band_part *parts, int count)
{
    const int label_h = (int)(text_line_height(page, label_look)) + LABEL_GAP;
    const struct rect band = px_rect(page, (struct rect){at.x, at.y, at.w, at.h - label_h});
    const struct measure scale = measure(page, band.w, parts, count);
    int each = 1, labels = 0;
    while (each < count && !labels_fit(page, band, &scale, parts, count, each)) {
        each++;
    }
    float x = (float)band.x;
    for (int i = 0; i < count; i++) {
        const float w = width_of(&scale, &parts[i]);
        const int from = (int)lroundf(x), end = (int)lroundf(x + w);
        put_part(page, (struct rect){from, band.y, end - from, band.h}, band.w, colours[parts[i].band]);
        if (parts[i].label && labels++ % each == 0) {
            put_label(page, band, x + w / 2, parts[i].label);
        }
        x += w + (float)scale.gap;
    }
}

// ---- its key

static int key_width(struct page *page, enum band band)
{
    return KEY_SQUARE + KEY_GAP + page_text_width(page, key_look, word(keys[band]));
}

int page_timeline_key(struct page *page, struct rect at, bool draw)
{
    int whole = 2 * KEY_APART;
    for (int i = BAND_TOGETHER; i <= BAND_GOODNIGHT; i++) {
        whole += key_width(page, (enum band)i);
    }
    int x = at.x + at.w - whole;
    for (int i = BAND_TOGETHER; draw && i <= BAND_GOODNIGHT; i++) {
        const int w = key_width(page, (enum band)i);
        put_shape(page,
                  px_rect(page, (struct rect){x, at.y + (at.h - KEY_SQUARE) / 2, KEY_SQUARE, KEY_SQUARE}),
                  (struct shape){.radius_px = px_of(page, KEY_RADIUS), .fill = colours[i]});
        put_text(page, (struct rect){x + KEY_SQUARE + KEY_GAP, at.y, w - KEY_SQUARE - KEY_GAP, at.h},
                 key_look, word(keys[i]), true);
        x += w + KEY_APART;
    }
    return whole;
}
