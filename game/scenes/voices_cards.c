// The grid of a person's cards: what is recorded for each moment, and what may still be.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/voices_inside.h"
#include "store/family.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    GAP = 18,
    PAD = 18,
    ROUND = 56,
    CARD_H = 206,      // landscape
    CARD_H_TALL = 172, // portrait
    NARROW = 700,
    CARD_W_LEAST = 252,
    LINE_H = 28,
    FOOT_GAP = 16,
    TOGGLE_ASIDE = 156, // of a toggle's row, that is not its words
};

static const uint32_t quiet_ink = 0x5C4B62;

// ---- one card

static void lay_heading(struct app *app, struct rect at, const char *title, const char *aside)
{
    struct look quiet = {TYPE_CAPTION, false, quiet_ink, ALIGN_END, 1};
    int aside_w = page_text_width(app->page, quiet, aside) + 2, w = at.w - 2 * PAD - aside_w - 8;
    page_text(app->page, (struct rect){at.x + PAD, at.y + 13, w, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, title);
    page_text(app->page, (struct rect){at.x + at.w - PAD - aside_w, at.y + 15, aside_w, 24}, quiet, aside);
}

static void lay_buttons(struct app *app, int index, struct rect at, const char *title)
{
    const struct voice_clip *clip = app->voices->cards[index].clip;
    char play[160], again[160], delete[160];
    word_fill(play, sizeof play, "a11y.play", "m", title, NULL);
    word_fill(again, sizeof again, "a11y.rerecord", "m", title, NULL);
    word_fill(delete, sizeof delete, "a11y.delete", "m", title, NULL);
    bool heard = voices_played_bar(app, clip->id) >= 0;
    int y = at.y + at.h - 70, right = at.x + at.w - PAD - ROUND;
    page_round(app->page, at.x + PAD, y, VOICES_PLAY + index, ROUND_PLAY, heard ? ICON_STOP : ICON_PLAY,
               heard ? word("a11y.stop") : play);
    page_round(app->page, right - ROUND - 12, y, VOICES_RECORD + index, ROUND_RECORD, ICON_MICROPHONE, again);
    page_round(app->page, right, y, VOICES_DELETE + index, ROUND_GHOST, ICON_TRASH, delete);
}

// Clips are of one loudness, so a waveform shows its shape: its highest bar fills the height.
static void lay_wave(struct app *app, const struct voice_clip *clip, struct rect at)
{
    unsigned char bars[CLIP_BARS];
    int most = 1;
    for (int i = 0; i < CLIP_BARS; i++) {
        most = clip->bars[i] > most ? clip->bars[i] : most;
    }
    for (int i = 0; i < CLIP_BARS; i++) {
        bars[i] = (unsigned char)(clip->bars[i] * 255 / most);
    }
    page_waveform(app->page, at, bars, CLIP_BARS, 0, CLIP_BARS, voices_played_bar(app, clip->id));
}

static void lay_full(struct app *app, int index, struct rect at, const char *title)
{
    const struct voice_clip *clip = app->voices->cards[index].clip;
    char seconds[16], aside[32];
    word_seconds(seconds, sizeof seconds, clip->length_ms);
    snprintf(aside, sizeof aside, "%s s", seconds);
    page_card(app->page, at, CARD_PLAIN);
    lay_heading(app, at, title, aside);
    lay_wave(app, clip, (struct rect){at.x + PAD, at.y + 45, at.w - 2 * PAD, (at.h - 115) * 4 / 5});
    lay_buttons(app, index, at, title);
}

static void lay_empty(struct app *app, int index, struct rect at, const char *title)
{
    const struct voices_card *card = &app->voices->cards[index];
    page_card(app->page, at, CARD_EMPTY);
    lay_heading(app, at, title, word("v.empty"));
    page_text(app->page, (struct rect){at.x + PAD, at.y + 45, at.w - 2 * PAD, at.h - 70 - 45},
              (struct look){TYPE_BODY, false, quiet_ink, ALIGN_START, 0},
              voices_words(card->moment, card->slot));
    page_button(app->page, (struct rect){at.x + PAD, at.y + at.h - 70, at.w - 2 * PAD, ROUND},
                VOICES_RECORD + index, BUTTON_RECORD, ICON_MICROPHONE, word("v.record"));
}

static void lay_card(struct app *app, int index, struct rect at)
{
    const struct voices_card *card = &app->voices->cards[index];
    char title[128];
    voices_title(card->moment, card->slot, title, sizeof title);
    if (card->clip) {
        lay_full(app, index, at, title);
    } else {
        lay_empty(app, index, at, title);
    }
}

static void lay_tip(struct app *app, struct rect at)
{
    struct look look = {TYPE_BODY, false, 0, ALIGN_START, 0};
    struct rect box = {at.x + 24, at.y + 8, at.w - 40, at.h - 16};
    if (page_text_height(app->page, look, word("v.tip"), box.w) > box.h) {
        look.type = TYPE_CAPTION;
    }
    page_card(app->page, at, CARD_WARM);
    page_text_middle(app->page, box, look, word("v.tip"));
}

// ---- under the cards

static int toggle_h(struct app *app, int w)
{
    struct look label = {TYPE_BODY, true, 0, ALIGN_START, 2}, sub = {TYPE_CAPTION, false, 0, ALIGN_START, 2};
    int text_w = w - TOGGLE_ASIDE;
    return 32 + page_text_height(app->page, label, word("s.voiceoff"), text_w) +
           page_text_height(app->page, sub, word("s.voiceoff.sub"), text_w);
}

static void more_text(const struct app *app, char *out, size_t size)
{
    word_fill(out, size, "v.more", "n", voices_person(app)->name, NULL);
}

// "Older takes" and "More about Mama": beside each other where they fit, else below each other.
static int lay_foot_buttons(struct app *app, struct rect at, bool draw)
{
    char more[256];
    more_text(app, more, sizeof more);
    int older_w = page_button_w(app->page, ICON_CLOCK, word("v.older"));
    int more_w = page_button_w(app->page, ICON_DOTS, more);
    bool beside = older_w + more_w + 12 <= at.w;
    if (draw) {
        page_button(app->page, (struct rect){at.x, at.y, older_w < at.w ? older_w : at.w, 60}, VOICES_OLDER,
                    BUTTON_QUIET, ICON_CLOCK, word("v.older"));
        struct rect second = {beside ? at.x + older_w + 12 : at.x, beside ? at.y : at.y + 68,
                              more_w < at.w ? more_w : at.w, 60};
        bool twice = app->voices->person == app->people.today; // then the person's own card opens it too
        page_button(app->page, second, twice ? VOICES_MORE_TOO : VOICES_MORE, BUTTON_QUIET, ICON_DOTS, more);
    }
    return beside ? 60 : 128;
}

static void lay_foot(struct app *app, struct rect at, int row_h)
{
    struct rect row = {at.x, at.y, at.w, row_h};
    page_card(app->page, row, CARD_PLAIN);
    page_toggle(app->page, row, VOICES_OFF, app->voices->voice_off, word("s.voiceoff"),
                word("s.voiceoff.sub"));
    lay_foot_buttons(app, (struct rect){at.x, at.y + row_h + FOOT_GAP, at.w, 0}, true);
}

// ---- the grid

struct grid {
    int across, card_w, card_h, cells;
    bool tip;
};

// Suggested words take two lines; larger type needs larger cards.
static int card_h(struct app *app)
{
    int line_h = page_text_height(app->page, (struct look){TYPE_BODY, false, 0, ALIGN_START, 1}, "x", 100);
    return (page_tall(app->page) ? CARD_H_TALL : CARD_H) + 2 * (line_h - LINE_H);
}

static struct grid grid_of(struct app *app, int w)
{
    bool tall = page_tall(app->page);
    int across = page_w(app->page) < NARROW ? 1 : tall ? 2 : 3;
    while (across > 1 && (w - (across - 1) * GAP) / across < CARD_W_LEAST) {
        across--;
    }
    const struct caregiver *person = voices_person(app);
    bool tip = person && person->filled < VOICES_SLOTS;
    return (struct grid){.across = across,
                         .card_w = (w - (across - 1) * GAP) / across,
                         .card_h = card_h(app),
                         .cells = app->voices->card_count + tip,
                         .tip = tip};
}

static struct rect cell(const struct grid *grid, struct rect room, int index)
{
    return (struct rect){room.x + index % grid->across * (grid->card_w + GAP),
                         room.y + index / grid->across * (grid->card_h + GAP), grid->card_w, grid->card_h};
}

static int rows_h(const struct grid *grid)
{
    return (grid->cells + grid->across - 1) / grid->across * (grid->card_h + GAP);
}

void voices_grid(struct app *app, struct rect room)
{
    struct grid grid = grid_of(app, room.w);
    int row_h = toggle_h(app, room.w), foot_h = row_h + FOOT_GAP + lay_foot_buttons(app, room, false);
    page_scroll_begin(app->page, room, rows_h(&grid) + foot_h + GAP);
    for (int i = 0; i < app->voices->card_count; i++) {
        lay_card(app, i, cell(&grid, room, i));
    }
    if (grid.tip) {
        lay_tip(app, cell(&grid, room, grid.cells - 1));
    }
    lay_foot(app, (struct rect){room.x, room.y + rows_h(&grid), room.w, foot_h}, row_h);
    page_scroll_end(app->page);
}

// ---- presses

static void retire(struct app *app, const struct voice_clip *clip)
{
    char title[128];
    int64_t id = clip->id;
    voices_clip_title(clip, title, sizeof title);
    voices_hush(app);
    if (clip_retire(app->family, id, app_utc(app))) {
        voices_say(app, "v.deleted", title, UNDO_CLIP, id);
        voices_load(app);
    } else {
        voices_say_lost(app);
    }
}

static void switch_voice(struct app *app)
{
    if (family_set(app->family, "voice_off", !app->voices->voice_off)) {
        app->voices->voice_off = !app->voices->voice_off;
    } else {
        voices_say_lost(app);
    }
}

static const struct voices_card *card_at(const struct app *app, int id, int first)
{
    int index = id - first;
    return index >= 0 && index < app->voices->card_count ? &app->voices->cards[index] : NULL;
}

bool voices_card_pressed(struct app *app, int id)
{
    const struct voices_card *card;
    if ((card = card_at(app, id, VOICES_PLAY)) && card->clip) {
        voices_play(app, card->clip);
    } else if ((card = card_at(app, id, VOICES_RECORD))) {
        voices_record(app, app->voices->person, card->moment, card->clip ? card->clip->id : 0);
    } else if ((card = card_at(app, id, VOICES_DELETE)) && card->clip) {
        retire(app, card->clip);
    } else if (id == VOICES_OFF) {
        switch_voice(app);
    } else {
        return false;
    }
    return true;
}
