// The recorder's sheet (ui/guide.md, mock-ups 03c to 03g): its heading, and what stands there where the
// microphone fails.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    PADDING = 32,
    BELOW = 29,
    SHEET_W = 880,
    SHEET_H = 500,
    BODY = 138,
    DISC = 150,
    BUTTONS = 60,
    GAP = 16
};
static const uint32_t quiet_ink = 0x5C4B62, night = 0x213A69, red = 0xA82438;

// ---- heading

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

static void lay_about(struct app *app, struct rect at, int person)
{
    const struct recorder *recorder = app->recorder;
    char moment[80], about[256];
    voices_title(recorder->moment, recorder->slot, moment, sizeof moment);
    snprintf(about, sizeof about, "%s · %s", person >= 0 ? app->people.list[person].name : "", moment);
    page_text(app->page, at, (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 1}, about);
}

// Returns how far below the plate's top the contents begin.
static int lay_header(struct app *app, struct rect plate)
{
    const struct look look = {TYPE_BODY, true, 0, ALIGN_START, 0};
    const char *words = title(app->recorder);
    int person = people_find(&app->people, app->recorder->caregiver), x = plate.x + 133,
        w = plate.w - 133 - 100, title_h = page_text_height(app->page, look, words, w);
    page_medallion(app->page, plate.x + 74, plate.y + 68, 33,
                   person >= 0 ? people_face(app, person, 33) : NULL, person, false);
    lay_about(app, (struct rect){x, plate.y + 31, w, 26}, person);
    page_text(app->page, (struct rect){x, plate.y + 56, w, title_h}, look, words);
    page_round(app->page, plate.x + plate.w - PADDING - 56, plate.y + 28, RECORDER_CLOSE, ROUND_TINT,
               ICON_CLOSE, word("close"));
    return title_h + 80 > BODY ? title_h + 80 : BODY;
}

// ---- failed

static int lay_paragraph(struct app *app, struct rect at, struct look look, const char *words)
{
    at.h = page_text_height(app->page, look, words, at.w);
    page_text(app->page, at, look, words);
    return at.y + at.h;
}

static void lay_steps(struct app *app, struct rect *at)
{
    static const char *const app_steps[] = {"r.nomic1", "r.nomic2", "r.nomic3"}, *const page_steps[] = {
                                                                                     "r.nomic.page1",
                                                                                     "r.nomic.page2",
                                                                                     "r.nomic3"};
    const char *const *steps = microphone_in_browser() ? page_steps : app_steps;
    for (int i = 0; i < 3; i++) {
        at->y =
            8 + lay_paragraph(app, *at, (struct look){TYPE_BODY, false, 0, ALIGN_START, 0}, word(steps[i]));
    }
    at->y += 6;
}

// What can be done about it, beside the disc: where that is little, in its middle. Returns where it ends.
static int lay_help(struct app *app, struct rect at)
{
    const char *message = app->recorder->message; // of a file
    const struct look look = {TYPE_CAPTION, message, message ? red : quiet_ink, ALIGN_START, 0};
    const char *words = word(message ? message : "r.nomic4");
    int h = page_text_height(app->page, look, words, at.w);
    if (app->recorder->failure == MICROPHONE_REFUSED) {
        lay_steps(app, &at);
    } else {
        at.y += h < DISC ? (DISC - h) / 2 : 0;
    }
    return lay_paragraph(app, at, look, words);
}

// Three in a row; tall: two above the main one; where words are too long for that, one below the other.
static int columns(struct app *app, int w)
{
    int import_w = page_button_w(app->page, ICON_IMPORT, word("r.import"));
    return !page_tall(app->page) ? 3 : import_w <= (w - GAP) / 2 ? 2 : 1;
}

// Returns where they end.
static int lay_ways(struct app *app, struct rect in)
{
    int across = columns(app, in.w);
    struct rect at = {in.x, in.y, (in.w - GAP * (across - 1)) / across, BUTTONS};
    page_button(app->page, at, RECORDER_IMPORT, BUTTON_SECOND, ICON_IMPORT, word("r.import"));
    at.x += across > 1 ? at.w + GAP : 0;
    at.y += across > 1 ? 0 : BUTTONS + GAP;
    page_button(app->page, at, RECORDER_WITHOUT, BUTTON_SECOND, ICON_PLAY, word("r.without"));
    at = across == 3 ? (struct rect){at.x + at.w + GAP, at.y, at.w, BUTTONS}
                     : (struct rect){in.x, at.y + BUTTONS + GAP, in.w, BUTTONS};
    page_button(app->page, at, RECORDER_RETRY, BUTTON_MAIN, ICON_REDO, word("r.retry"));
    return at.y + at.h;
}

static int lay_failed(struct app *app, struct rect in)
{
    struct rect disc = {in.x, in.y + 6, DISC, DISC};
    page_medallion(app->page, disc.x + DISC / 2, disc.y + DISC / 2, DISC / 2, NULL, -1, false);
    page_icon(app->page, (struct rect){disc.x + 40, disc.y + 40, 70, 70}, ICON_MICROPHONE_OFF, night);
    int bottom = lay_help(app, (struct rect){in.x + DISC + 32, in.y + 6, in.w - DISC - 32, 0});
    in.y = 28 + (bottom > disc.y + DISC ? bottom : disc.y + DISC);
    return lay_ways(app, in);
}

// ---- the whole

static int lay_step(struct app *app, struct rect in)
{
    switch (app->recorder->step) {
    case RECORDER_READY: return recorder_lay_ready(app, in);
    case RECORDER_COUNT: return recorder_lay_count(app, in);
    case RECORDER_LIVE: return recorder_lay_live(app, in);
    case RECORDER_REVIEW: return recorder_lay_review(app, in);
    case RECORDER_FAILED: return lay_failed(app, in);
    }
    return in.y;
}

// Returns how high it needs to be.
static int lay_sheet(struct app *app)
{
    struct rect plate = page_sheet(app->page, RECORDER_SHEET, SHEET_W, app->recorder->sheet_h);
    int body = lay_header(app, plate);
    return lay_step(app, (struct rect){plate.x + PADDING, plate.y + body, plate.w - 2 * PADDING, 0}) + BELOW -
           plate.y;
}

static int lay_page(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    voices_layout_behind(app);
    int needed_h = lay_sheet(app);
    chooser_layout(app);
    page_end(app->page);
    return needed_h;
}

// The sheet is as high as its words need, which is known once they are laid out.
void recorder_lay_out(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder->sheet_h = recorder->sheet_h ? recorder->sheet_h : SHEET_H;
    int needed_h = lay_page(app);
    if (needed_h != recorder->sheet_h) {
        recorder->sheet_h = needed_h;
        lay_page(app);
    }
}
