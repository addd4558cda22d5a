// Home as it stands on the page (ui/guide.md, mock-ups 02 to 02d): the theatre at the left, the cards at the
// right; where it is tall, the theatre above them.
#include "scenes/app.h"
#include "scenes/home.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    GAP = 16,
    BELOW = 28,
    HEAD_TOP = 30,
    RING = 12,      // of what has the focus
    COLUMN_X = 568, // of 1280
    THEATRE_W_MOST = 478,
    THEATRE_MOST = 580,
    THEATRE_LEAST = 350, // smaller, it stands beside Play
    SMALL_H = 150,
    FOOT = 69, // of the theatre above the page's end
};

// ---- the header: the title, and that it closes by itself. Returns where it ends.

static int lay_header(struct app *app, int w)
{
    struct page *page = app->page;
    const struct look look = {TYPE_TITLE, true, 0, ALIGN_START, 0};
    char closes[80];
    word_fill(closes, sizeof closes, "home.autolock", "n", "2", NULL);
    int chip_w = page_chip(page, 0, 0, CHIP_PLAIN, ICON_LOCK, closes, false);
    int title_w = page_text_width(page, look, word("home.title"));
    bool beside = title_w + 20 + chip_w <= w && page_tall(page);
    int title_h = page_text_height(page, look, word("home.title"), w);
    page_text(page, (struct rect){MARGIN, HEAD_TOP, beside ? title_w + 2 : w, title_h}, look,
              word("home.title"));
    int y = beside ? HEAD_TOP + (title_h - 34) / 2 : HEAD_TOP + title_h + 18;
    page_chip(page, beside ? MARGIN + w - chip_w : MARGIN, y, CHIP_PLAIN, ICON_LOCK, closes, true);
    return beside ? HEAD_TOP + title_h : y + 34;
}

// ---- the cards, one below the other

static int cards_height(struct app *app, int w, bool compact)
{
    return home_people_height(app, w, compact) + home_plan_height(app, w) +
           home_tiles_height(app, w, compact) + 2 * GAP;
}

static void lay_cards(struct app *app, struct rect at, bool compact)
{
    int people = home_people_height(app, at.w, compact), plan = home_plan_height(app, at.w),
        tiles = home_tiles_height(app, at.w, compact), y = at.y;
    home_lay_people(app, (struct rect){at.x, y, at.w, people});
    y += people + GAP;
    home_lay_plan(app, (struct rect){at.x, y, at.w, plan});
    y += plan + GAP;
    home_lay_tiles(app, (struct rect){at.x, y, at.w, tiles});
}

// ---- beside each other

static void lay_left(struct app *app, int right, int base)
{
    int w = right - 2 * MARGIN, note = home_note_height(app, w), top = lay_header(app, w) + GAP;
    home_lay_note(app, (struct rect){MARGIN, top, w, note});
    top += note ? note + GAP : 0;
    w = w < THEATRE_W_MOST ? w : THEATRE_W_MOST;
    home_lay_theatre(app, (struct rect){(right - w) / 2, top, w, base - top}, true);
}

static void lay_wide(struct app *app)
{
    struct page *page = app->page;
    int x = COLUMN_X * page_w(page) / 1280, w = page_w(page) - MARGIN - x, room = page_h(page) - GAP;
    bool compact = cards_height(app, w, false) > room - BELOW;
    int h = cards_height(app, w, compact), base = page_h(page) - BELOW;
    int y = base - h > GAP ? base - h : GAP;
    lay_left(app, x, base);
    page_scroll_begin(page, (struct rect){x - RING, 0, w + 2 * RING, page_h(page)}, y + h + GAP);
    lay_cards(app, (struct rect){x, y, w, h}, compact);
    page_scroll_end(page);
}

// ---- above each other

struct tall {
    bool compact, small;
    int note, theatre, cards, whole;
};

// What has room: the large theatre over roomy cards, or over closer ones, or the small one.
static struct tall tall_of(struct app *app, int w, int room)
{
    struct tall tall = {.note = home_note_height(app, w)};
    int fixed = (tall.note ? tall.note + GAP : 0) + GAP + BELOW;
    tall.cards = cards_height(app, w, false);
    tall.theatre = room - fixed - tall.cards;
    if (tall.theatre < THEATRE_LEAST) {
        tall.compact = true;
        tall.cards = cards_height(app, w, true);
        tall.theatre = room - fixed - tall.cards;
    }
    if (tall.theatre < THEATRE_LEAST) {
        tall.small = true;
        tall.theatre = tall.theatre < SMALL_H ? SMALL_H : tall.theatre;
        tall.theatre = tall.theatre > SMALL_H + 60 ? SMALL_H + 60 : tall.theatre;
    }
    tall.theatre = tall.theatre < THEATRE_MOST ? tall.theatre : THEATRE_MOST;
    tall.whole = fixed + tall.cards + tall.theatre;
    return tall;
}

static void lay_tall(struct app *app)
{
    struct page *page = app->page;
    int w = page_w(page) - 2 * MARGIN, top = lay_header(app, w) + 12, room = page_h(page) - top;
    struct tall tall = tall_of(app, w, room);
    int spare = room - tall.whole > 0 ? (room - tall.whole) / 3 : 0, y = top + spare;
    struct rect theatre = {MARGIN, y, w, tall.theatre};
    page_scroll_begin(page, (struct rect){0, top, page_w(page), room}, tall.whole);
    if (tall.small) {
        home_lay_small_theatre(app, theatre);
    } else {
        home_lay_theatre(app, theatre, false);
    }
    y += tall.theatre + GAP + spare;
    home_lay_note(app, (struct rect){MARGIN, y, w, tall.note});
    y += tall.note ? tall.note + GAP : 0;
    lay_cards(app, (struct rect){MARGIN, y, w, tall.cards}, tall.compact);
    page_scroll_end(page);
}

void home_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    bool tall = page_tall(app->page);
    page_wall(app->page, !tall);
    if (tall) {
        lay_tall(app);
    } else {
        lay_wide(app);
    }
    page_end(app->page);
}
