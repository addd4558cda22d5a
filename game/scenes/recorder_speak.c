// The recorder's sheet while somebody is about to speak, and speaks: ready, three two one, live.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    HEROES = 84,
    BUTTONS = 60,
    METER_H = 34,
    WORDS_H = 92,
    LINE_H = 24,
    WAVE_H = 100,
    DOT = 46,
    SECONDS_W = 84,
    ASKS_AFTER_MS = 700
};
static const uint32_t quiet_ink = 0x5C4B62, red = 0xA82438, coral = 0xF25F63;

static struct rect below(struct rect in, int y, int h)
{
    return (struct rect){in.x, in.y + y, in.w, h};
}

// The words of the moment, large where they fit in one line.
static void lay_words(struct app *app, struct rect at)
{
    const char *words = voices_words(app->recorder->moment, app->recorder->slot);
    struct look look = {TYPE_DISPLAY, true, 0, ALIGN_MIDDLE, 1};
    if (page_text_width(app->page, look, words) > at.w - 48) {
        look = (struct look){TYPE_HEADING, true, 0, ALIGN_MIDDLE, 2};
    }
    page_text_middle(app->page, (struct rect){at.x + 16, at.y + 8, at.w - 32, 76}, look, words);
}

static void lay_words_card(struct app *app, struct rect in)
{
    page_card(app->page, below(in, 0, WORDS_H), CARD_WARM);
    lay_words(app, in);
}

static void lay_meter(struct app *app, struct rect at)
{
    page_meter(app->page, at, app->recorder->meter.level, (int)meter_zone(&app->recorder->meter));
}

// ---- ready

// A browser that has been told before opens it at once, and else asks.
static const char *opening_hint(const struct app *app)
{
    bool asks = microphone_in_browser() && app->now_ms - app->recorder->opened_ms >= ASKS_AFTER_MS;
    return asks ? "r.ask" : "r.wait";
}

static const char *ready_hint(const struct app *app)
{
    const struct recorder *recorder = app->recorder;
    if (recorder->message) {
        return word(recorder->message);
    }
    enum microphone_state state =
        recorder->microphone ? microphone_state(recorder->microphone) : MICROPHONE_OPENING;
    return word(state == MICROPHONE_OPENING ? opening_hint(app)
                : state == MICROPHONE_DEAD  ? "r.dead"
                                            : "r.room");
}

// Returns how high the card is.
static int lay_words_and_how(struct app *app, struct rect in)
{
    const struct look look = {TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 0};
    struct rect how = {in.x + 12, in.y + 84, in.w - 24, 0};
    how.h = page_text_height(app->page, look, word("r.hint"), how.w);
    page_card(app->page, below(in, 0, 98 + how.h), CARD_WARM);
    lay_words(app, in);
    page_text(app->page, how, look, word("r.hint"));
    return 98 + how.h;
}

static int lay_hint(struct app *app, struct rect at)
{
    bool bad = app->recorder->message;
    const struct look look = {TYPE_CAPTION, bad, bad ? red : quiet_ink, ALIGN_MIDDLE, 0};
    const char *hint = ready_hint(app);
    at.h = page_text_height(app->page, look, hint, at.w);
    page_text(app->page, at, look, hint);
    return greater(at.h, LINE_H);
}

// Beside each other, where there is room. Returns where they end.
static int lay_ready_buttons(struct app *app, struct rect in)
{
    int import_w = page_button_w(app->page, ICON_IMPORT, word("r.import")),
        record_w = page_button_w(app->page, ICON_RECORD, word("v.record")) + 90;
    bool beside = import_w + 16 + record_w <= in.w;
    struct rect record = {in.x + in.w - record_w, in.y, record_w, HEROES},
                import = {in.x, in.y + 12, import_w, BUTTONS};
    if (!beside) {
        import = (struct rect){in.x, in.y, in.w, BUTTONS};
        record = (struct rect){in.x, in.y + BUTTONS + 8, in.w, HEROES};
    }
    page_button(app->page, import, RECORDER_IMPORT, BUTTON_QUIET, ICON_IMPORT, word("r.import"));
    page_button_hero(app->page, record, RECORDER_RECORD, BUTTON_TEAL, ICON_RECORD, word("v.record"));
    return record.y + record.h;
}

int recorder_lay_ready(struct app *app, struct rect in)
{
    int y = lay_words_and_how(app, in) + 22;
    lay_meter(app, below(in, y, METER_H));
    y += METER_H + 40;
    y += lay_hint(app, below(in, y, 0)) + 26;
    return lay_ready_buttons(app, below(in, y, 0));
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
        recorder_free_circles(recorder);
        recorder->count_now = circle(px, "#FFC94D", "#D9932A");
        recorder->count_gone = circle(px * 96 / 150, "#EDE2CF", "#EDE2CF");
        recorder->count_coming = circle(px * 96 / 150, "#FFF6E6", "#FFF6E6");
        recorder->count_px = px;
    }
}

void recorder_free_circles(struct recorder *recorder)
{
    sprite_free(recorder->count_now);
    sprite_free(recorder->count_gone);
    sprite_free(recorder->count_coming);
    recorder->count_now = recorder->count_gone = recorder->count_coming = NULL;
}

// Number `which` of three, around x, y.
static void lay_number(struct app *app, int which, int now, int x, int y)
{
    const struct recorder *recorder = app->recorder;
    bool is_now = which == now;
    int r = is_now ? 75 : 48;
    const char number[] = {(char)('3' - which), '\0'};
    page_picture(app->page, (struct rect){x - r, y - r, 2 * r, 2 * r * 104 / 100},
                 is_now        ? recorder->count_now
                 : which < now ? recorder->count_gone
                               : recorder->count_coming);
    page_text_middle(app->page, (struct rect){x - r, y - r, 2 * r, 2 * r},
                     is_now ? (struct look){TYPE_COUNT, true, 0, ALIGN_MIDDLE, 1}
                            : (struct look){TYPE_DISPLAY, true, quiet_ink, ALIGN_MIDDLE, 1},
                     number);
}

int recorder_lay_count(struct app *app, struct rect in)
{
    int passed = (app->now_ms - app->recorder->step_ms) / RECORDER_COUNT_EACH_MS, middle = in.x + in.w / 2,
        w = page_button_w(app->page, ICON_CLOSE, word("cancel"));
    make_circles(app);
    lay_words_card(app, in);
    for (int i = 0; i < 3; i++) {
        lay_number(app, i, passed < 2 ? passed : 2, middle + (i - 1) * 167, in.y + 205);
    }
    struct rect cancel = {middle - w / 2, in.y + 324, w, BUTTONS};
    page_button(app->page, cancel, RECORDER_CANCEL, BUTTON_SECOND, ICON_CLOSE, word("cancel"));
    return cancel.y + cancel.h;
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

static void lay_seconds(struct app *app, struct rect at)
{
    char seconds[16], text[32];
    word_seconds(seconds, sizeof seconds, app->recorder->live_count / (MICROPHONE_RATE / 1000));
    word_fill(text, sizeof text, "seconds", "n", seconds, NULL);
    page_text_middle(app->page, at, (struct look){TYPE_HEADING, true, 0, ALIGN_END, 1}, text);
}

static void lay_wave(struct app *app, struct rect at)
{
    unsigned char bars[LIVE_BARS_MAX];
    int filled, count = live_bars(app->recorder, bars, &filled);
    struct rect ground = {at.x + DOT, at.y, at.w - DOT - SECONDS_W, at.h};
    page_icon(app->page, (struct rect){at.x, at.y + 36, 28, 28}, ICON_RECORD, coral);
    page_card(app->page, ground, CARD_WAVE);
    page_waveform(app->page, (struct rect){ground.x + 12, ground.y + 10, ground.w - 24, ground.h - 20}, bars,
                  count, 0, filled, -1);
    lay_seconds(app, (struct rect){at.x + at.w - SECONDS_W + 4, at.y, SECONDS_W - 4, at.h});
}

int recorder_lay_live(struct app *app, struct rect in)
{
    const struct look look = {TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 0};
    char stops[120];
    lay_words_card(app, in);
    lay_wave(app, below(in, 115, WAVE_H));
    lay_meter(app, below(in, 235, METER_H));
    int w = page_button_w(app->page, ICON_STOP, word("r.stop")) + 80;
    page_button_hero(app->page, (struct rect){in.x + (in.w - w) / 2, in.y + 323, w, HEROES}, RECORDER_STOP,
                     BUTTON_TEAL, ICON_STOP, word("r.stop"));
    word_fill(stops, sizeof stops, "r.auto", "n", "2", NULL);
    struct rect at = below(in, 418, page_text_height(app->page, look, stops, in.w));
    page_text(app->page, at, look, stops);
    return at.y + at.h;
}
