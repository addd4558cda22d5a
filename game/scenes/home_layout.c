// Home as it stands on the page (ui/guide.md, mock-up 02): the theatre with Play now, who plays, the plan,
// the voices.
#include <stdio.h>

#include "platform/canvas.h"
#include "scenes/app.h"
#include "scenes/corner_art.h"
#include "scenes/home.h"
#include "scenes/plan_words.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    MARGIN = 32,
    PEOPLE_MAX = 7, // that have room; all are in Voices
    FACE_R = 43,
    PITCH = 157,
    WHO_H = 215,
    PLAN_H = 104,
    VOICES_H = 121,
    GAP = 16,
    COLUMN_X = 568, // of 1280 (ui/guide.md, mock-up 02)
};

static const float THEATRE_ASPECT = (float)THEATRE_W / THEATRE_H;
static const uint32_t quiet_ink = 0x5C4B62;

// ---- who plays today

static void lay_person(struct app *app, struct rect cell, int r, int index)
{
    const struct people *people = &app->people;
    bool stock = index == people->count;
    bool chosen = stock ? people->today == 0 : people->list[index].id == people->today;
    const char *name = stock ? word("home.stock") : people->list[index].name;
    char shown_name[CAREGIVER_NAME_SIZE + 8];
    snprintf(shown_name, sizeof shown_name, "%s%s", chosen ? "✓ " : "", name);
    int x = cell.x + cell.w / 2, y = cell.y + 16 + r;
    page_press(app->page, cell, stock ? HOME_BEAR : HOME_PEOPLE + index, name);
    page_medallion(app->page, x, y, r, stock ? corner_bear(app, r) : people_face(app, index, r), index,
                   chosen);
    page_text(app->page, (struct rect){cell.x + 2, cell.y + cell.h - 30, cell.w - 4, 28},
              (struct look){TYPE_BODY, chosen, 0, ALIGN_MIDDLE, 1}, shown_name);
}

static void lay_add(struct app *app, struct rect cell, int r)
{
    page_press(app->page, cell, HOME_FIRST, word("v.add"));
    page_medallion_add(app->page, cell.x + cell.w / 2, cell.y + 16 + r, r);
    page_text(app->page, (struct rect){cell.x + 2, cell.y + cell.h - 30, cell.w - 4, 28},
              (struct look){TYPE_BODY, false, 0, ALIGN_MIDDLE, 1}, word("v.add"));
}

static int people_shown(const struct people *people)
{
    return people->count < PEOPLE_MAX ? people->count : PEOPLE_MAX;
}

static void lay_who(struct app *app, struct rect at)
{
    const struct people *people = &app->people;
    int shown = people_shown(people), cells = shown + 1 + (shown < PEOPLE_MAX);
    int inner = at.w - 24, pitch = inner / cells < PITCH ? inner / cells : PITCH;
    int r = pitch * 2 / 5 < FACE_R ? pitch * 2 / 5 : FACE_R;
    page_card(app->page, at, CARD_PLAIN);
    page_text(app->page, (struct rect){at.x + 24, at.y + 18, at.w - 48, 32},
              (struct look){TYPE_HEADING, true, 0, ALIGN_START, 1}, word("home.who"));
    for (int i = 0; i < cells; i++) {
        struct rect cell = {at.x + 24 + i * pitch, at.y + 60, pitch - 8, at.h - 68};
        if (i > shown) {
            lay_add(app, cell, r);
        } else {
            lay_person(app, cell, r, i < shown ? i : people->count);
        }
    }
}

// ---- today's plan

static void lay_plan(struct app *app, struct rect at)
{
    const struct today *today = &app->play.today;
    char level[320], sentence[160];
    snprintf(level, sizeof level, "%s · %s", word("home.level"), today->level.title);
    plan_words(&today->plan, sentence, sizeof sentence);
    page_card(app->page, at, CARD_PLAIN);
    page_text(app->page, (struct rect){at.x + 24, at.y + 22, at.w - 48, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 1}, level);
    page_text(app->page, (struct rect){at.x + 24, at.y + 50, at.w - 48, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, sentence);
}

// ---- voices

static void voices_caption(const struct app *app, char *out, size_t size)
{
    const struct people *people = &app->people;
    int index = people_find(people, people->today);
    index = index < 0 && people->count > 0 ? 0 : index;
    if (index < 0) {
        snprintf(out, size, "%s", word("home.voices.none"));
        return;
    }
    char filled[16], slots[16];
    snprintf(filled, sizeof filled, "%d", people->list[index].filled);
    snprintf(slots, sizeof slots, "%d", VOICES_SLOTS);
    word_fill(out, size, "home.voices.one", "n", people->list[index].name, "a", filled, "b", slots, NULL);
}

static void lay_tile(struct app *app, struct rect at, int id, enum icon icon, uint32_t ground,
                     const char *title, const char *caption)
{
    int top = at.y + (at.h - 56) / 2 - 2;
    page_card(app->page, at, CARD_PLAIN);
    page_press(app->page, at, id, title);
    page_tile_icon(app->page, at.x + 20, at.y + (at.h - 64) / 2, icon, ground);
    page_text(app->page, (struct rect){at.x + 96, top, at.w - 112, 32},
              (struct look){TYPE_HEADING, true, 0, ALIGN_START, 1}, title);
    page_text(app->page, (struct rect){at.x + 96, top + 32, at.w - 112, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 1}, caption);
}

static void lay_voices(struct app *app, struct rect at)
{
    char caption[200];
    voices_caption(app, caption, sizeof caption);
    lay_tile(app, at, HOME_VOICES, ICON_MICROPHONE, 0xFDE3DF, word("home.voices"), caption);
}

static int filled_in_all(const struct people *people)
{
    int filled = 0;
    for (int i = 0; i < people->count; i++) {
        filled += people->list[i].filled;
    }
    return filled;
}

// Nothing is recorded yet: the way to it stands where the plan would.
static void lay_first(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    page_press(app->page, at, HOME_FIRST, word("home.first.h"));
    page_icon(app->page, (struct rect){at.x + 26, at.y + (at.h - 36) / 2, 32, 32}, ICON_MICROPHONE, 0x14545A);
    page_text(app->page, (struct rect){at.x + 78, at.y + 10, at.w - 150, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, word("home.first.h"));
    page_text(app->page, (struct rect){at.x + 78, at.y + 38, at.w - 150, at.h - 46},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 2}, word("home.first"));
    page_icon(app->page, (struct rect){at.x + at.w - 52, at.y + (at.h - 32) / 2, 28, 28}, ICON_NEXT,
              0x14545A);
}

static void lay_plan_or_first(struct app *app, struct rect at)
{
    if (filled_in_all(&app->people) == 0) {
        lay_first(app, at);
    } else {
        lay_plan(app, at);
    }
}

// ---- the whole

static void lay_theatre(struct app *app, struct rect at)
{
    int play_w = at.w * 3 / 5 > 283 ? at.w * 3 / 5 : 283, play_h = 78;
    page_picture(app->page, at, corner_theatre(app, at));
    page_button_hero(app->page,
                     (struct rect){at.x + (at.w - play_w) / 2, at.y + at.h - play_h - 22, play_w, play_h},
                     HOME_PLAY, BUTTON_PLATE, ICON_PLAY, word("home.play"));
    page_text(app->page, (struct rect){at.x, at.y + at.h + 12, at.w, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_MIDDLE, 1}, word("home.once"));
}

static void lay_header(struct app *app, bool tall)
{
    struct page *page = app->page;
    char closes[80];
    word_fill(closes, sizeof closes, "home.autolock", "n", "2", NULL);
    int chip_w = page_chip(page, 0, 0, CHIP_PLAIN, ICON_LOCK, closes, false);
    int title_w = page_w(page) - 2 * MARGIN - (tall ? chip_w + 12 : 0);
    page_text(page, (struct rect){MARGIN, 30, title_w, 40},
              (struct look){TYPE_TITLE, true, 0, ALIGN_START, 1}, word("home.title"));
    page_chip(page, tall ? page_w(page) - MARGIN - chip_w : MARGIN, tall ? 33 : 88, CHIP_PLAIN, ICON_LOCK,
              closes, true);
}

static void lay_wide(struct app *app)
{
    struct page *page = app->page;
    int x = COLUMN_X * page_w(page) / 1280, w = page_w(page) - MARGIN - x,
        h = WHO_H + PLAN_H + VOICES_H + 2 * GAP;
    int theatre_h = h + 24, theatre_w = (int)((float)theatre_h * THEATRE_ASPECT);
    theatre_w = theatre_w < x - 2 * MARGIN ? theatre_w : x - 2 * MARGIN;
    theatre_h = (int)((float)theatre_w / THEATRE_ASPECT);
    int base = page_h(page) - 69;
    lay_theatre(app, (struct rect){(x - theatre_w) / 2, base - theatre_h, theatre_w, theatre_h});
    int y = base - h;
    lay_who(app, (struct rect){x, y, w, WHO_H});
    lay_plan_or_first(app, (struct rect){x, y + WHO_H + GAP, w, PLAN_H});
    lay_voices(app, (struct rect){x, y + WHO_H + PLAN_H + 2 * GAP, w, VOICES_H});
}

static void lay_tall(struct app *app)
{
    struct page *page = app->page;
    int w = page_w(page) - 2 * MARGIN, cards = WHO_H + PLAN_H + VOICES_H + 2 * GAP, top = 88, caption = 48;
    int room = page_h(page) - top - caption - cards - MARGIN;
    int theatre_w = (int)((float)room * THEATRE_ASPECT) < w ? (int)((float)room * THEATRE_ASPECT) : w;
    int theatre_h = (int)((float)theatre_w / THEATRE_ASPECT), spare = (room - theatre_h) / 3;
    lay_theatre(app, (struct rect){(page_w(page) - theatre_w) / 2, top + spare, theatre_w, theatre_h});
    int y = top + spare + theatre_h + caption + spare;
    lay_who(app, (struct rect){MARGIN, y, w, WHO_H});
    lay_plan_or_first(app, (struct rect){MARGIN, y + WHO_H + GAP, w, PLAN_H});
    lay_voices(app, (struct rect){MARGIN, y + WHO_H + PLAN_H + 2 * GAP, w, VOICES_H});
}

void home_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    bool tall = page_tall(app->page);
    page_wall(app->page, !tall);
    lay_header(app, tall);
    if (tall) {
        lay_tall(app);
    } else {
        lay_wide(app);
    }
    page_end(app->page);
}
