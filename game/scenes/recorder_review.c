// The recorder's review: what was trimmed, the handles, hear, again, keep.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/recorder_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    WAVE_TOP = 12,
    WAVE_H = 110,
    WAVE_SIDES = 28, // a grip at its end stays on the sheet
    HANDLE_TOP = 4,
    HANDLE_H = 149,
    CHIPS_TOP = 162,
    CHIP_H = 34,
    BARS_INSET = 14,
    QUIET_GAIN_DB = 34, // of the 35 that a take may get
    KEEPING_SHOWN_MS = 250,
};
static const uint32_t quiet_ink = 0x5C4B62, red = 0xA82438;

static int at_ms(const struct recorder *recorder, int ms)
{
    int whole_ms = take_length_ms(&recorder->raw);
    return recorder->wave.x + (whole_ms > 0 ? (int)((int64_t)recorder->wave.w * ms / whole_ms) : 0);
}

static int bar_of(const struct recorder *recorder, int ms)
{
    int whole_ms = take_length_ms(&recorder->raw);
    return whole_ms > 0 ? (int)((int64_t)RECORDER_WAVE_BARS * ms / whole_ms) : 0;
}

static int played_bar(const struct app *app)
{
    const struct recorder *recorder = app->recorder;
    return recorder->listening_ms < 0
               ? -1
               : bar_of(recorder, recorder->first_ms + app->now_ms - recorder->listening_ms);
}

static void lay_wave(struct app *app, struct rect in)
{
    struct recorder *recorder = app->recorder;
    struct rect ground = {in.x + WAVE_SIDES, in.y + WAVE_TOP, in.w - 2 * WAVE_SIDES, WAVE_H};
    recorder->wave = (struct rect){ground.x + BARS_INSET, ground.y, ground.w - 2 * BARS_INSET, ground.h};
    page_card(app->page, ground, CARD_WAVE);
    page_waveform(app->page, (struct rect){recorder->wave.x, ground.y + 16, recorder->wave.w, ground.h - 32},
                  recorder->bars, RECORDER_WAVE_BARS, bar_of(recorder, recorder->first_ms),
                  bar_of(recorder, recorder->end_ms), played_bar(app));
    page_handle(app->page, at_ms(recorder, recorder->first_ms), in.y + HANDLE_TOP, HANDLE_H,
                RECORDER_HANDLE_FIRST, word("a11y.trim.start"));
    page_handle(app->page, at_ms(recorder, recorder->end_ms), in.y + HANDLE_TOP, HANDLE_H,
                RECORDER_HANDLE_END, word("a11y.trim.end"));
}

// Fainter because even the most gain was too little, not for the noise.
static bool too_quiet(const struct take_measure *measure)
{
    return measure->fainter && measure->gain_db >= QUIET_GAIN_DB;
}

// The key of the one thing that is worth saying about it.
static const char *remark(const struct recorder *recorder)
{
    const struct take_measure *measure = &recorder->measure;
    return recorder->keep_failed  ? recorder->keep_failed
           : recorder->cut_to_fit ? "r.err.long"
           : measure->clipped     ? "r.err.clip"
           : too_quiet(measure)   ? "r.err.quiet"
           : measure->fainter     ? "r.fainter"
           : measure->noisy       ? "r.err.noise"
                                  : NULL;
}

enum { SHOWN_MS = 50 }; // less is 0.0 s

static void cut_words(const struct recorder *recorder, char *out, size_t size)
{
    char before[16], after[16];
    int before_ms = recorder->measure.cut_before_ms, after_ms = recorder->measure.cut_after_ms;
    const char *key = after_ms < SHOWN_MS    ? "r.trim.before"
                      : before_ms < SHOWN_MS ? "r.trim.after"
                                             : "r.trim";
    word_seconds(before, sizeof before, before_ms);
    word_seconds(after, sizeof after, after_ms);
    word_fill(out, size, key, "a", before, "b", after, NULL);
}

// In one row, or one below the other. Returns where they end.
static int lay_chips(struct app *app, struct rect in)
{
    struct page *page = app->page;
    char cut[160];
    cut_words(app->recorder, cut, sizeof cut);
    int good_w = page_chip(page, 0, 0, CHIP_GOOD, ICON_CHECK, word("r.ok"), false),
        cut_w = page_chip(page, 0, 0, CHIP_PLAIN, ICON_NONE, cut, false), row_w = good_w + 12 + cut_w;
    bool row = row_w <= in.w;
    int x = in.x + (in.w - (row ? row_w : good_w)) / 2;
    page_chip(page, x, in.y, CHIP_GOOD, ICON_CHECK, word("r.ok"), true);
    if (row) {
        page_chip(page, x + good_w + 12, in.y, CHIP_PLAIN, ICON_NONE, cut, true);
        return in.y + CHIP_H;
    }
    page_chip(page, in.x + (in.w - cut_w) / 2, in.y + CHIP_H + 8, CHIP_PLAIN, ICON_NONE, cut, true);
    return in.y + 2 * CHIP_H + 8;
}

static int lay_remark(struct app *app, struct rect in, const char *key)
{
    const struct look look = {TYPE_CAPTION, true, app->recorder->keep_failed ? red : 0, ALIGN_MIDDLE, 0};
    char seconds[16], text[240];
    word_seconds(seconds, sizeof seconds, recorder_longest_ms(app->recorder));
    word_fill(text, sizeof text, key, "n", seconds, NULL);
    int h = page_text_height(app->page, look, text, in.w);
    in.h = h > CHIP_H ? h : CHIP_H;
    page_text_middle(app->page, in, look, text);
    return in.y + in.h;
}

static int lay_length(struct app *app, struct rect in)
{
    const struct recorder *recorder = app->recorder;
    const struct look look = {TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 0};
    char seconds[16], length[80], text[240];
    word_seconds(seconds, sizeof seconds, recorder->end_ms - recorder->first_ms);
    word_fill(length, sizeof length, "r.len", "s", seconds, NULL);
    snprintf(text, sizeof text, "%s · %s", length, word("r.drag"));
    in.h = page_text_height(app->page, look, text, in.w);
    page_text(app->page, in, look, text);
    return in.y + in.h;
}

static int lay_about(struct app *app, struct rect in)
{
    const char *key = remark(app->recorder);
    in.y += CHIPS_TOP;
    in.y = 8 + (key ? lay_remark(app, in, key) : lay_chips(app, in));
    return lay_length(app, in);
}

static void lay_listen(struct app *app, struct rect at)
{
    bool playing = app->recorder->listening_ms >= 0;
    page_button(app->page, at, RECORDER_LISTEN, BUTTON_SECOND, playing ? ICON_STOP : ICON_PLAY,
                word(playing ? "r.stop" : "r.listen"));
}

static void lay_keep(struct app *app, struct rect at)
{
    const struct recorder *recorder = app->recorder;
    if (recorder->keeping && app->now_ms - recorder->keeping_ms >= KEEPING_SHOWN_MS) {
        page_button_off(app->page, at, RECORDER_KEEP, ICON_CHECK, word("r.keep"));
    } else {
        page_button(app->page, at, RECORDER_KEEP, BUTTON_MAIN, ICON_CHECK, word("r.keep"));
    }
}

// Returns where they end.
static int lay_buttons(struct app *app, struct rect in)
{
    bool tall = page_tall(app->page);
    int w = tall ? (in.w - 16) / 2 : (in.w - 32) * 231 / 784, h = tall ? 60 : 72, third = in.x + 2 * (w + 16);
    struct rect keep = tall ? (struct rect){in.x, in.y + h + 16, in.w, 72}
                            : (struct rect){third, in.y, in.x + in.w - third, 72};
    lay_listen(app, (struct rect){in.x, in.y, w, h});
    page_button(app->page, (struct rect){in.x + w + 16, in.y, w, h}, RECORDER_AGAIN, BUTTON_SECOND, ICON_REDO,
                word("r.again"));
    lay_keep(app, keep);
    return keep.y + keep.h;
}

int recorder_lay_review(struct app *app, struct rect in)
{
    lay_wave(app, in);
    in.y = lay_about(app, in) + 24;
    return lay_buttons(app, in);
}
