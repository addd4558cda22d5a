// The whole session as it would be played, above everything else; and what is wrong with it.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/plan_words.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 24, TOP = 14, BAND_H = 44, KEY_H = 26, GAP = 8, REPAIR_H = 56, REPAIR_GAP = 14, MARK = 28 };

static const struct look sentence_look = {TYPE_BODY, true, 0, ALIGN_START, 0};
static const struct look wrong_look = {TYPE_BODY, true, RED, ALIGN_START, 0};
static const struct look label_look = {TYPE_CAPTION, true, 0, ALIGN_MIDDLE, 1};

static int lay_sentence(struct app *app, struct rect in, bool draw)
{
    char sentence[200];
    plan_words_exact(&app->editor->timeline, sentence, sizeof sentence);
    int key_w = page_timeline_key(app->page, (struct rect){0}, false);
    bool beside = page_text_width(app->page, sentence_look, sentence) + key_w + 32 <= in.w;
    int w = beside ? in.w - key_w - 32 : in.w, h = page_text_height(app->page, sentence_look, sentence, w);
    if (draw) {
        page_text(app->page, (struct rect){in.x, in.y, w, h}, sentence_look, sentence);
        page_timeline_key(app->page,
                          beside ? (struct rect){in.x, in.y + (h - KEY_H) / 2, in.w, KEY_H}
                                 : (struct rect){in.x, in.y + h + 2, key_w, KEY_H},
                          true);
    }
    return beside ? h : h + 2 + KEY_H;
}

static void lay_band(struct app *app, struct rect at)
{
    static const enum band bands[] = {[TIMELINE_TOGETHER] = BAND_TOGETHER,
                                      [TIMELINE_AWAY] = BAND_AWAY,
                                      [TIMELINE_GOODNIGHT] = BAND_GOODNIGHT};
    const struct timeline *timeline = &app->editor->timeline;
    struct band_part parts[TIMELINE_MAX];
    char labels[TIMELINE_MAX][16];
    for (int i = 0; i < timeline->count; i++) {
        const struct timeline_part *part = &timeline->parts[i];
        word_seconds(labels[i], sizeof labels[i], part->length_ms);
        parts[i] = (struct band_part){bands[part->kind], part->length_ms,
                                      part->kind == TIMELINE_AWAY ? labels[i] : NULL};
    }
    page_timeline(app->page, at, parts, timeline->count);
}

// ---- what is wrong

static int repairs_w(struct app *app, const struct editor_repair *repairs, int count)
{
    int w = 0;
    for (int i = 0; i < count; i++) {
        w += page_button_w(app->page, ICON_CHECK, repairs[i].words) + (i ? REPAIR_GAP : 0);
    }
    return w;
}

// In a row where there is room, else below each other. Returns the height.
static int lay_repairs(struct app *app, struct rect at, const struct editor_repair *repairs, int count,
                       bool draw)
{
    bool row = repairs_w(app, repairs, count) <= at.w;
    int x = at.x, y = at.y;
    for (int i = 0; i < count; i++) {
        int w = row ? page_button_w(app->page, ICON_CHECK, repairs[i].words) : at.w;
        if (draw) {
            page_button(app->page, (struct rect){x, y, w, REPAIR_H}, EDITOR_REPAIR + i, BUTTON_SECOND,
                        ICON_CHECK, repairs[i].words);
        }
        x += row ? w + REPAIR_GAP : 0;
        y += row ? 0 : REPAIR_H + REPAIR_GAP;
    }
    return row ? REPAIR_H : y - REPAIR_GAP - at.y;
}

static int lay_wrong(struct app *app, struct rect in, bool draw)
{
    char words[200];
    struct editor_repair repairs[2];
    int count = editor_repairs(app->editor, repairs);
    editor_fault_words(app->editor, words, sizeof words);
    int buttons_w = repairs_w(app, repairs, count), text_x = in.x + MARK + 10;
    bool beside = count > 0 && page_text_width(app->page, wrong_look, words) + buttons_w + MARK + 34 <= in.w;
    int text_w = in.x + in.w - text_x - (beside ? buttons_w + 24 : 0);
    int text_h = page_text_height(app->page, wrong_look, words, text_w);
    struct rect below = beside ? (struct rect){in.x + in.w - buttons_w, in.y, buttons_w, 0}
                               : (struct rect){in.x, in.y + text_h + GAP, in.w, 0};
    int text_y = beside ? in.y + (REPAIR_H - text_h) / 2 : in.y;
    if (draw) {
        page_icon(app->page, (struct rect){in.x, text_y, MARK, MARK}, ICON_WARNING, RED);
        page_text(app->page, (struct rect){text_x, text_y, text_w, text_h}, wrong_look, words);
    }
    int buttons_h = count > 0 ? lay_repairs(app, below, repairs, count, draw) : 0;
    return beside ? REPAIR_H : text_h + (count > 0 ? GAP + buttons_h : 0);
}

// ---- the whole

int editor_preview(struct app *app, struct rect at, bool draw)
{
    bool wrong = app->editor->fault != LEVEL_FINE;
    struct rect in = {at.x + PAD, at.y + TOP, at.w - 2 * PAD, 0};
    if (draw) {
        page_card(app->page, at, wrong ? CARD_WRONG : CARD_PLAIN);
    }
    int y = in.y + lay_sentence(app, in, draw) + GAP;
    int band_h = BAND_H + page_text_height(app->page, label_look, "0", 100) + 4;
    if (draw) {
        lay_band(app, (struct rect){in.x, y, in.w, band_h});
    }
    y += band_h;
    if (wrong) {
        y += GAP + lay_wrong(app, (struct rect){in.x, y + GAP, in.w, 0}, draw);
    }
    return y + TOP - at.y;
}
