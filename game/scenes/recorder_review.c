// The recorder's review: what was trimmed, the handles, hear, again, keep.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/recorder_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    PADDING = 32,
    WAVE_TOP = 150,
    WAVE_H = 110,
    HANDLE_TOP = 142,
    HANDLE_H = 126,
    CHIPS_TOP = 300,
    BARS_INSET = 14
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

static void lay_wave(struct app *app, struct rect plate)
{
    struct recorder *recorder = app->recorder;
    struct rect ground = {plate.x + PADDING + 28, plate.y + WAVE_TOP, plate.w - 2 * PADDING - 56, WAVE_H};
    recorder->wave = (struct rect){ground.x + BARS_INSET, ground.y, ground.w - 2 * BARS_INSET, ground.h};
    page_card(app->page, ground, CARD_WAVE);
    page_waveform(app->page, (struct rect){recorder->wave.x, ground.y + 16, recorder->wave.w, ground.h - 32},
                  recorder->bars, RECORDER_WAVE_BARS, bar_of(recorder, recorder->first_ms),
                  bar_of(recorder, recorder->end_ms), played_bar(app));
    page_handle(app->page, at_ms(recorder, recorder->first_ms), plate.y + HANDLE_TOP, HANDLE_H,
                RECORDER_HANDLE_FIRST, word("a11y.trim.start"));
    page_handle(app->page, at_ms(recorder, recorder->end_ms), plate.y + HANDLE_TOP, HANDLE_H,
                RECORDER_HANDLE_END, word("a11y.trim.end"));
}

// The key of the one thing that is worth saying about it.
static const char *remark(const struct recorder *recorder)
{
    return recorder->keep_failed       ? recorder->keep_failed
           : recorder->cut_to_fit      ? "r.err.long"
           : recorder->measure.clipped ? "r.err.clip"
           : recorder->measure.fainter ? "r.fainter"
           : recorder->measure.noisy   ? "r.err.noise"
                                       : NULL;
}

static void cut_words(const struct recorder *recorder, char *out, size_t size)
{
    char before[16], after[16];
    word_seconds(before, sizeof before, recorder->measure.cut_before_ms);
    word_seconds(after, sizeof after, recorder->measure.cut_after_ms);
    word_fill(out, size, "r.trim", "a", before, "b", after, NULL);
}

static void lay_chips(struct app *app, struct rect plate)
{
    struct page *page = app->page;
    char cut[160];
    cut_words(app->recorder, cut, sizeof cut);
    int good_w = page_chip(page, 0, 0, CHIP_GOOD, ICON_CHECK, word("r.ok"), false),
        cut_w = page_chip(page, 0, 0, CHIP_PLAIN, ICON_NONE, cut, false);
    bool both = good_w + 12 + cut_w <= plate.w - 2 * PADDING;
    int x = plate.x + (plate.w - good_w - (both ? 12 + cut_w : 0)) / 2;
    page_chip(page, x, plate.y + CHIPS_TOP, CHIP_GOOD, ICON_CHECK, word("r.ok"), true);
    if (both) {
        page_chip(page, x + good_w + 12, plate.y + CHIPS_TOP, CHIP_PLAIN, ICON_NONE, cut, true);
    }
}

static void lay_remark(struct app *app, struct rect plate, const char *key)
{
    char seconds[16], text[240];
    word_seconds(seconds, sizeof seconds, recorder_longest_ms(app->recorder));
    word_fill(text, sizeof text, key, "n", seconds, NULL);
    bool bad = app->recorder->keep_failed != NULL;
    page_text_middle(app->page,
                     (struct rect){plate.x + PADDING, plate.y + CHIPS_TOP - 8, plate.w - 2 * PADDING, 48},
                     (struct look){TYPE_CAPTION, true, bad ? red : 0, ALIGN_MIDDLE, 2}, text);
}

static void lay_about(struct app *app, struct rect plate)
{
    const struct recorder *recorder = app->recorder;
    char seconds[16], length[80], text[240];
    const char *key = remark(recorder);
    if (key) {
        lay_remark(app, plate, key);
    } else {
        lay_chips(app, plate);
    }
    word_seconds(seconds, sizeof seconds, recorder->end_ms - recorder->first_ms);
    word_fill(length, sizeof length, "r.len", "s", seconds, NULL);
    snprintf(text, sizeof text, "%s · %s", length, word("r.drag"));
    page_text(app->page, (struct rect){plate.x + PADDING, plate.y + 342, plate.w - 2 * PADDING, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 1}, text);
}

static void lay_listen(struct app *app, struct rect at)
{
    bool playing = app->recorder->listening_ms >= 0;
    page_button(app->page, at, RECORDER_LISTEN, BUTTON_SECOND, playing ? ICON_STOP : ICON_PLAY,
                word(playing ? "r.stop" : "r.listen"));
}

static void lay_buttons(struct app *app, struct rect plate)
{
    int x = plate.x + PADDING, y = plate.y + 390, w = plate.w - 2 * PADDING;
    if (page_tall(app->page)) {
        int half = (w - 16) / 2;
        lay_listen(app, (struct rect){x, y, half, 60});
        page_button(app->page, (struct rect){x + half + 16, y, half, 60}, RECORDER_AGAIN, BUTTON_SECOND,
                    ICON_REDO, word("r.again"));
        page_button(app->page, (struct rect){x, y + 76, w, 72}, RECORDER_KEEP, BUTTON_MAIN, ICON_CHECK,
                    word("r.keep"));
        return;
    }
    int third = (w - 32) * 231 / 784;
    lay_listen(app, (struct rect){x, y, third, 72});
    page_button(app->page, (struct rect){x + third + 16, y, third, 72}, RECORDER_AGAIN, BUTTON_SECOND,
                ICON_REDO, word("r.again"));
    page_button(app->page, (struct rect){x + 2 * (third + 16), y, w - 2 * (third + 16), 72}, RECORDER_KEEP,
                BUTTON_MAIN, ICON_CHECK, word("r.keep"));
}

void recorder_lay_review(struct app *app, struct rect plate)
{
    lay_wave(app, plate);
    lay_about(app, plate);
    lay_buttons(app, plate);
}
