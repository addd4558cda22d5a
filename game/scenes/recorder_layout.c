// The recorder's sheet (ui/guide.md, mock-ups 03c to 03g).
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices.h"
#include "store/words.h"
#include "ui/page.h"

enum { PADDING = 32, SHEET_W = 880, HEROES = 84, BUTTONS = 60 };
static const uint32_t quiet_ink = 0x5C4B62, red = 0xA82438, night = 0x213A69;

static const struct look caption = {TYPE_CAPTION, false, 0x5C4B62, ALIGN_START, 1};

static struct rect inner(struct rect plate, int y, int h)
{
    return (struct rect){plate.x + PADDING, plate.y + y, plate.w - 2 * PADDING, h};
}

// ---- parts of several steps

static const char *title(const struct recorder *recorder)
{
    switch (recorder->step) {
    case RECORDER_READY: return word("r.say");
    case RECORDER_COUNT: return word("r.ready");
    case RECORDER_LIVE: return word("r.now");
    case RECORDER_REVIEW: return word("r.how");
    case RECORDER_FAILED: break;
    }
    static const char *const failures[] = {
        [MICROPHONE_NONE] = "r.nodevice",   [MICROPHONE_REFUSED] = "r.nomic",
        [MICROPHONE_STALLED] = "r.stalled", [MICROPHONE_GONE] = "r.gone",
        [MICROPHONE_DEAD] = "r.dead",
    };
    return word(failures[recorder->failure]);
}

static void lay_header(struct app *app, struct rect plate)
{
    const struct recorder *recorder = app->recorder;
    int index = people_find(&app->people, recorder->caregiver);
    char moment[80], about[256];
    voices_title(recorder->moment, recorder->slot, moment, sizeof moment);
    snprintf(about, sizeof about, "%s · %s", index >= 0 ? app->people.list[index].name : "", moment);
    page_medallion(app->page, plate.x + 74, plate.y + 68, 33, index >= 0 ? people_face(app, index, 33) : NULL,
                   index, false);
    int w = plate.w - 133 - 100;
    page_text(app->page, (struct rect){plate.x + 133, plate.y + 30, w, 24}, caption, about);
    page_text(app->page, (struct rect){plate.x + 133, plate.y + 56, w, 56},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 2}, title(recorder));
    page_round(app->page, plate.x + plate.w - PADDING - 56, plate.y + 28, RECORDER_CLOSE, ROUND_TINT,
               ICON_CLOSE, word("close"));
}

// The words of the moment, large, where they fit in one line.
static void lay_words(struct app *app, struct rect at)
{
    const char *words = voices_words(app->recorder->moment, app->recorder->slot);
    struct look look = {TYPE_DISPLAY, true, 0, ALIGN_MIDDLE, 1};
    if (page_text_width(app->page, look, words) > at.w - 48) {
        look = (struct look){TYPE_HEADING, true, 0, ALIGN_MIDDLE, 2};
    }
    page_text_middle(app->page, (struct rect){at.x + 16, at.y + 8, at.w - 32, 76}, look, words);
}

static void lay_meter(struct app *app, struct rect plate, int y)
{
    page_meter(app->page, inner(plate, y, 34), app->recorder->meter.level,
               (int)meter_zone(&app->recorder->meter));
}

// ---- ready

static const char *ready_hint(const struct recorder *recorder, uint32_t *rgb)
{
    *rgb = recorder->message ? red : quiet_ink;
    if (recorder->message) {
        return word(recorder->message);
    }
    enum microphone_state state =
        recorder->microphone ? microphone_state(recorder->microphone) : MICROPHONE_OPENING;
    return word(state == MICROPHONE_OPENING ? "r.wait" : state == MICROPHONE_DEAD ? "r.dead" : "r.room");
}

static void lay_ready(struct app *app, struct rect plate)
{
    struct rect card = inner(plate, 138, 122);
    uint32_t rgb;
    const char *hint = ready_hint(app->recorder, &rgb);
    page_card(app->page, card, CARD_WARM);
    lay_words(app, card);
    page_text(app->page, (struct rect){card.x + 12, card.y + 84, card.w - 24, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 1}, word("r.hint"));
    lay_meter(app, plate, 282);
    page_text(app->page, inner(plate, 356, 48),
              (struct look){TYPE_CAPTION, app->recorder->message != NULL, rgb, ALIGN_MIDDLE, 2}, hint);
    int record_w = page_button_w(app->page, ICON_RECORD, word("v.record")) + 90;
    page_button(app->page,
                (struct rect){plate.x + PADDING, plate.y + 418,
                              page_button_w(app->page, ICON_IMPORT, word("r.import")), BUTTONS},
                RECORDER_IMPORT, BUTTON_QUIET, ICON_IMPORT, word("r.import"));
    page_button_hero(app->page,
                     (struct rect){plate.x + plate.w - PADDING - record_w, plate.y + 406, record_w, HEROES},
                     RECORDER_RECORD, BUTTON_TEAL, ICON_RECORD, word("v.record"));
}

// ---- count

static struct sprite *circle(int px, const char *face, const char *edge)
{
    char svg[400];
    int length = snprintf(svg, sizeof svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 104\"><circle "
                          "cx=\"50\" cy=\"54\" r=\"50\" "
                          "fill=\"%s\"/><circle cx=\"50\" cy=\"50\" r=\"50\" fill=\"%s\"/></svg>",
                          edge, face);
    return sprite_from_svg(svg, (size_t)length, px, px * 104 / 100);
}

static void make_circles(struct app *app)
{
    struct recorder *recorder = app->recorder;
    int px = (int)(150 * page_scale(app->page));
    if (recorder->count_px != px && app_looked_at(app)) {
        sprite_free(recorder->count_big);
        sprite_free(recorder->count_small);
        recorder->count_big = circle(px, "#FFC94D", "#D9932A");
        recorder->count_small = circle(px * 96 / 150, "#FFF6E6", "#FFF6E6");
        recorder->count_px = px;
    }
}

static void lay_count(struct app *app, struct rect plate)
{
    struct recorder *recorder = app->recorder;
    struct rect card = inner(plate, 138, 92);
    int passed = (app->now_ms - recorder->step_ms) / RECORDER_COUNT_EACH_MS, middle = plate.x + plate.w / 2;
    make_circles(app);
    page_card(app->page, card, CARD_WARM);
    lay_words(app, card);
    for (int i = 0; i < 3; i++) {
        bool now = i == (passed < 2 ? passed : 2);
        int r = now ? 75 : 48, x = middle + (i - 1) * 167, y = plate.y + 343;
        char number[4];
        snprintf(number, sizeof number, "%d", 3 - i);
        page_picture(app->page, (struct rect){x - r, y - r, 2 * r, 2 * r * 104 / 100},
                     now ? recorder->count_big : recorder->count_small);
        page_text_middle(app->page, (struct rect){x - r, y - r, 2 * r, 2 * r},
                         (struct look){TYPE_DISPLAY, true, now ? 0 : quiet_ink, ALIGN_MIDDLE, 1}, number);
    }
    int w = page_button_w(app->page, ICON_CLOSE, word("cancel"));
    page_button(app->page, (struct rect){middle - w / 2, plate.y + 462, w, BUTTONS}, RECORDER_CANCEL,
                BUTTON_SECOND, ICON_CLOSE, word("cancel"));
}

// ---- live

enum { LIVE_BARS_MAX = 100 };

// At most a hundred: of a long recording several become one.
static int live_bars(const struct recorder *recorder, unsigned char *bars, int *filled)
{
    int whole = recorder_longest_ms(recorder) / METER_BAR_MS,
        each = (whole + LIVE_BARS_MAX - 1) / LIVE_BARS_MAX;
    int count = whole / each;
    *filled = recorder->meter.bar_count / each;
    for (int i = 0; i < count; i++) {
        bars[i] = 0;
        for (int j = i * each; j < (i + 1) * each && j < recorder->meter.bar_count; j++) {
            bars[i] = recorder->meter.bars[j] > bars[i] ? recorder->meter.bars[j] : bars[i];
        }
    }
    return count;
}

static void lay_wave(struct app *app, struct rect plate)
{
    unsigned char bars[LIVE_BARS_MAX];
    int filled, count = live_bars(app->recorder, bars, &filled);
    struct rect ground = {plate.x + PADDING + 46, plate.y + 253, plate.w - 2 * PADDING - 46 - 84, 100};
    char seconds[16], text[32];
    word_seconds(seconds, sizeof seconds, app->recorder->live_count / (MICROPHONE_RATE / 1000));
    word_fill(text, sizeof text, "seconds", "n", seconds, NULL);
    page_icon(app->page, (struct rect){plate.x + PADDING, ground.y + 36, 28, 28}, ICON_RECORD, 0xF25F63);
    page_card(app->page, ground, CARD_WAVE);
    page_waveform(app->page, (struct rect){ground.x + 12, ground.y + 10, ground.w - 24, ground.h - 20}, bars,
                  count, 0, filled, -1);
    page_text_middle(app->page, (struct rect){ground.x + ground.w + 4, ground.y, 80, ground.h},
                     (struct look){TYPE_HEADING, true, 0, ALIGN_END, 1}, text);
}

static void lay_live(struct app *app, struct rect plate)
{
    struct rect card = inner(plate, 138, 92);
    char stops[120];
    page_card(app->page, card, CARD_WARM);
    lay_words(app, card);
    lay_wave(app, plate);
    lay_meter(app, plate, 373);
    int w = page_button_w(app->page, ICON_STOP, word("r.stop")) + 80;
    page_button_hero(app->page, (struct rect){plate.x + (plate.w - w) / 2, plate.y + 461, w, HEROES},
                     RECORDER_STOP, BUTTON_TEAL, ICON_STOP, word("r.stop"));
    word_fill(stops, sizeof stops, "r.auto", "n", "2", NULL);
    page_text(app->page, inner(plate, 556, 24),
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 1}, stops);
}

// ---- failed

static int lay_steps(struct app *app, struct rect at)
{
    static const char *const steps[] = {"r.nomic1", "r.nomic2", "r.nomic3"};
    int y = at.y;
    struct look look = {TYPE_BODY, false, 0, ALIGN_START, 0};
    for (int i = 0; i < 3 && app->recorder->failure == MICROPHONE_REFUSED; i++) {
        int h = page_text_height(app->page, look, word(steps[i]), at.w);
        page_text(app->page, (struct rect){at.x, y, at.w, h}, look, word(steps[i]));
        y += h + 8;
    }
    look = (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 0};
    int h = page_text_height(app->page, look, word("r.nomic4"), at.w);
    page_text(app->page, (struct rect){at.x, y + 6, at.w, h}, look, word("r.nomic4"));
    return y + 6 + h;
}

static void lay_ways(struct app *app, struct rect plate, int y, bool tall)
{
    int w = (plate.w - 2 * PADDING - 16 * (tall ? 1 : 2)) / (tall ? 2 : 3), x = plate.x + PADDING;
    page_button(app->page, (struct rect){x, y, w, BUTTONS}, RECORDER_IMPORT, BUTTON_SECOND, ICON_IMPORT,
                word("r.import"));
    page_button(app->page, (struct rect){x + w + 16, y, w, BUTTONS}, RECORDER_WITHOUT, BUTTON_SECOND,
                ICON_PLAY, word("r.without"));
    page_button(app->page,
                tall ? (struct rect){x, y + BUTTONS + 16, plate.w - 2 * PADDING, BUTTONS}
                     : (struct rect){x + 2 * (w + 16), y, w, BUTTONS},
                RECORDER_RETRY, BUTTON_MAIN, ICON_REDO, word("r.retry"));
}

static void lay_failed(struct app *app, struct rect plate)
{
    bool tall = page_tall(app->page);
    struct rect disc = {plate.x + PADDING, plate.y + 144, 150, 150};
    page_medallion(app->page, disc.x + 75, disc.y + 75, 75, NULL, -1, false);
    page_icon(app->page, (struct rect){disc.x + 40, disc.y + 40, 70, 70}, ICON_MICROPHONE_OFF, night);
    int bottom = lay_steps(app, (struct rect){disc.x + 182, plate.y + 142, plate.w - 2 * PADDING - 182, 200});
    bottom = bottom > disc.y + disc.h ? bottom : disc.y + disc.h;
    lay_ways(app, plate, bottom + 28, tall);
}

// ---- the whole

// How high each step's sheet is; a failure's follows its words, as they were laid out off the page.
static int sheet_h(const struct app *app)
{
    bool tall = page_tall(app->page);
    switch (app->recorder->step) {
    case RECORDER_READY: return 519;
    case RECORDER_COUNT: return 551;
    case RECORDER_LIVE: return 609;
    case RECORDER_REVIEW: return tall ? 567 : 491;
    case RECORDER_FAILED: break;
    }
    return (tall ? 486 : 411) + (tall && app->recorder->failure == MICROPHONE_REFUSED ? 120 : 0);
}

static void lay_sheet(struct app *app)
{
    struct rect plate = page_sheet(app->page, RECORDER_SHEET, SHEET_W, sheet_h(app));
    lay_header(app, plate);
    switch (app->recorder->step) {
    case RECORDER_READY: lay_ready(app, plate); return;
    case RECORDER_COUNT: lay_count(app, plate); return;
    case RECORDER_LIVE: lay_live(app, plate); return;
    case RECORDER_REVIEW: recorder_lay_review(app, plate); return;
    case RECORDER_FAILED: lay_failed(app, plate); return;
    }
}

void recorder_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    voices_layout_behind(app);
    lay_sheet(app);
    chooser_layout(app);
    page_end(app->page);
}
