// The honest page, before the very first game (science/README.md 6.2): nothing leads past it but the button
// that says that it was read.
#include "core/least.h"
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/corner_art.h"
#include "scenes/honest.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    READ = 1,
    WIDE_X = 539, // of 1280 (mock-up 00a)
    CARD_W = 680,
    GAP = 18,
    BUTTON_H = 72,
    THEATRE_LEAST = 150, // smaller it is left out
    PRIVATE_X = 44,
    BESIDE_LEAST = 240, // narrower, the button stands under the words
};

// ---- the foot: everything stays here; I have read this

static const struct look quiet = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

static int beside_w(struct app *app, int w)
{
    return w - PRIVATE_X - page_button_w(app->page, ICON_CHECK, word("fr.ok")) - 24;
}

static bool stacked(struct app *app, int w)
{
    return beside_w(app, w) < BESIDE_LEAST;
}

static int private_w(struct app *app, int w)
{
    return stacked(app, w) ? w - PRIVATE_X : beside_w(app, w);
}

static int foot_h(struct app *app, int w)
{
    int text_h = page_text_height(app->page, quiet, word("fr.private"), private_w(app, w));
    return stacked(app, w) ? text_h + GAP + BUTTON_H : text_h > BUTTON_H ? text_h : BUTTON_H;
}

static void lay_foot(struct app *app, struct rect at)
{
    int button_w = page_button_w(app->page, ICON_CHECK, word("fr.ok"));
    struct rect button = {at.x + at.w - button_w, at.y + (at.h - BUTTON_H) / 2, button_w, BUTTON_H};
    int text_w = private_w(app, at.w), text_h = at.h;
    if (stacked(app, at.w)) {
        button = (struct rect){at.x, at.y + at.h - BUTTON_H, at.w, BUTTON_H};
        text_h = at.h - BUTTON_H - GAP;
    }
    page_icon(app->page, (struct rect){at.x + 4, at.y + (text_h - 24) / 2, 24, 24}, ICON_LOCK, INK_SOFT);
    page_text_middle(app->page, (struct rect){at.x + PRIVATE_X, at.y, text_w, text_h}, quiet,
                     word("fr.private"));
    page_button(app->page, button, READ, BUTTON_MAIN, ICON_CHECK, word("fr.ok"));
}

// ---- the words

static int title_h(struct app *app, int w)
{
    return page_text_height(app->page, (struct look){TYPE_DISPLAY, true, 0, ALIGN_START, 0}, word("fr.h"),
                            w) +
           12;
}

static int words_h(struct app *app, int w)
{
    return title_h(app, w) + honest_height(app, w) + GAP + foot_h(app, w);
}

// From the top of `at`; what is too high for it scrolls in its card.
static void lay_words(struct app *app, struct rect at)
{
    int title = title_h(app, at.w), foot = foot_h(app, at.w), whole = honest_height(app, at.w);
    int room = at.h - title - GAP - foot, card_h = whole < room ? whole : room;
    page_text(app->page, (struct rect){at.x, at.y, at.w, title},
              (struct look){TYPE_DISPLAY, true, 0, ALIGN_START, 0}, word("fr.h"));
    struct rect card = {at.x, at.y + title, at.w, card_h};
    page_card(app->page, card, CARD_PLAIN);
    page_scroll_begin(app->page, card, whole);
    honest_lay(app, (struct rect){card.x, card.y, card.w, whole});
    page_scroll_end(app->page);
    lay_foot(app, (struct rect){at.x, card.y + card_h + GAP, at.w, foot});
}

// ---- the whole

static void lay_theatre(struct app *app, struct rect room)
{
    struct rect at = corner_theatre_in(room, false);
    if (at.h >= THEATRE_LEAST) {
        page_picture(app->page, at, corner_theatre(app, at));
    }
}

static void lay_wide(struct app *app)
{
    int w = page_w(app->page), h = page_h(app->page);
    int x = WIDE_X * w / 1280, words_w = lesser(CARD_W, w - x - MARGIN), words = words_h(app, words_w);
    words = lesser(words, h - 2 * MARGIN);
    int theatre_w = lesser(411, x - 2 * MARGIN);
    lay_theatre(app, (struct rect){(x - theatre_w) / 2, MARGIN, theatre_w, h - 2 * MARGIN});
    lay_words(app, (struct rect){x, (h - words) / 2, words_w, words});
}

// The words at the foot of a free height, the theatre in what is left above.
static void lay_tall(struct app *app)
{
    int w = page_w(app->page) - 2 * 40, h = page_h(app->page),
        words = lesser(words_h(app, w), h - 2 * MARGIN);
    int theatre_h = lesser(340, h - words - 3 * MARGIN);
    theatre_h = theatre_h >= THEATRE_LEAST ? theatre_h : 0;
    int whole = words + (theatre_h ? theatre_h + MARGIN : 0), y = (h - whole) / 2;
    lay_theatre(app, (struct rect){40, y, w, theatre_h});
    lay_words(app, (struct rect){40, y + whole - words, w, words});
}

static void lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    if (page_tall(app->page)) {
        lay_tall(app);
    } else {
        lay_wide(app);
    }
    page_end(app->page);
}

// ---- the scene

bool first_is_due(struct app *app)
{
    return !app->first_read && settings_get(app->family, SETTING_FIRST_READ) == 0;
}

static void enter(struct app *app)
{
    lay_out(app);
}

static void on_event(struct app *app, const struct event *event)
{
    if (page_event(app->page, event) == READ) {
        app->first_read = true; // where nothing can be stored, for this time
        settings_set(app->family, SETTING_FIRST_READ, 1);
        app_go(app, &scene_home);
    }
}

const struct scene scene_first = {
    .name = "first",
    .enter = enter,
    .event = on_event,
    .lay_out = lay_out,
};
