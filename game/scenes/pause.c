// The pause card over the game.
#include "scenes/pause.h"

#include <stdio.h>
#include <string.h>

#include "core/easing.h"
#include "platform/events.h"
#include "platform/window.h"
#include "scenes/app.h"
#include "scenes/aside.h"
#include "store/words.h"
#include "ui/page.h"

enum { BUTTON_GO_ON = 1, BUTTON_IS_FUSSING, BUTTON_FINISH, BUTTONS = 3 };

enum {
    FADE_MS = 400, // it does not move: what slides by, light and dark in turn, would flicker
    CARD_W = 1010,
    MARGIN = 24,
    MARGIN_TALL = 40,
    FOOT = 44, // below the card
    FOOT_TALL = 60,
    PADDING = 24,
    GAP = 16,
    BUTTON_H = 60,
};

static const struct look title_look = {TYPE_HEADING, true, 0, ALIGN_START, 0};
static const struct look auto_look = {TYPE_CAPTION, false, 0x5C4B62, ALIGN_START, 0};

void pause_open(struct app *app)
{
    struct pause *pause = &app->play.pause;
    *pause = (struct pause){.open = true, .opened_ms = app->now_ms, .touched_ms = app->now_ms};
    if (corner_page(app)) {
        page_enter(app->page);
    }
    window_pointer(app->window, true); // a grown-up may have a mouse
}

void pause_close(struct app *app)
{
    if (app->play.pause.open) {
        app->play.pause.open = false;
        window_pointer(app->window, false);
    }
}

// ---- hands

static bool on_a_button(const struct app *app, const struct event *event)
{
    for (int id = BUTTON_GO_ON; id <= BUTTON_FINISH; id++) {
        if (page_is_on(app->page, id, event->x, event->y)) {
            return true;
        }
    }
    return false;
}

static bool calm(const struct app *app)
{
    return app->now_ms - app->play.pause.touched_ms >= PAUSE_CALM_MS;
}

static void down(struct app *app, const struct event *event)
{
    struct pause *pause = &app->play.pause;
    if (!pause->pressing && on_a_button(app, event)) {
        pause->pressing = true;
        pause->finger = event->finger;
        pause->calm = calm(app);
        page_event(app->page, event);
    } else {
        pause->calm = false;
    }
    pause->touched_ms = app->now_ms;
}

static enum pause_choice choice(const struct app *app, int id)
{
    static const enum pause_choice choices[] = {PAUSE_NONE, PAUSE_GO_ON, PAUSE_FUSS, PAUSE_FINISH};
    enum pause_choice chosen = id > 0 && id <= BUTTONS ? choices[id] : PAUSE_NONE;
    return chosen == PAUSE_FINISH && !app->play.pause.calm ? PAUSE_NONE : chosen;
}

// Fingers that press nothing are the page's no business: the first one would be the only one.
static enum pause_choice finger(struct app *app, const struct event *event)
{
    struct pause *pause = &app->play.pause;
    if (!pause->pressing || pause->finger != event->finger) {
        return PAUSE_NONE;
    }
    int id = page_event(app->page, event);
    if (event->kind == EVENT_MOVE) {
        return PAUSE_NONE;
    }
    pause->pressing = false;
    return choice(app, id);
}

static enum pause_choice key(struct app *app, const struct event *event)
{
    struct pause *pause = &app->play.pause;
    if (strcmp(event->text, "Escape") == 0 || strcmp(event->text, "AC Back") == 0) {
        return PAUSE_NONE; // the gate's
    }
    int id = page_event(app->page, event);
    if (event->kind == EVENT_KEY_UP) {
        return PAUSE_NONE;
    }
    pause->calm = calm(app);
    pause->touched_ms = app->now_ms;
    return choice(app, id);
}

enum pause_choice pause_event(struct app *app, const struct event *event)
{
    if (!app->play.pause.open || !app->page) {
        return PAUSE_NONE;
    }
    if (event->kind == EVENT_DOWN) {
        down(app, event);
    } else if (event->kind == EVENT_MOVE || event->kind == EVENT_UP) {
        return finger(app, event);
    } else if (event->kind == EVENT_KEY_DOWN || event->kind == EVENT_KEY_UP) {
        return key(app, event);
    } else if (event->kind == EVENT_HIDE) {
        app->play.pause.pressing = false;
        page_event(app->page, event);
    }
    return PAUSE_NONE;
}

// ---- how it looks

static void words_of(const struct app *app, char *title, size_t title_size, char *below, size_t below_size)
{
    char seconds[16];
    int left_ms = CARD_MS - app->play.session.hold_ms;
    snprintf(seconds, sizeof seconds, "%d", (left_ms + 999) / 1000);
    word_fill(title, title_size, "pause.title", "n", aside_name(app), NULL);
    word_fill(below, below_size, "pause.auto", "n", seconds, NULL);
}

static void lay_button(struct app *app, struct rect at, int index)
{
    static const struct {
        enum button button;
        enum icon icon;
        const char *key;
    } buttons[BUTTONS] = {{BUTTON_MAIN, ICON_PLAY, "pause.go"},
                          {BUTTON_RECORD, ICON_HEART, "pause.fuss"},
                          {BUTTON_SECOND, ICON_MOON, "pause.end"}};
    page_button(app->page, at, BUTTON_GO_ON + index, buttons[index].button, buttons[index].icon,
                word(buttons[index].key));
}

static void lay_buttons(struct app *app, struct rect at, bool stacked)
{
    int w = stacked ? at.w : (at.w - (BUTTONS - 1) * GAP) / BUTTONS;
    for (int i = 0; i < BUTTONS; i++) {
        int x = stacked ? at.x : at.x + i * (w + GAP), y = stacked ? at.y + i * (BUTTON_H + GAP) : at.y;
        lay_button(app, (struct rect){x, y, w, BUTTON_H}, i);
    }
}

static float there(const struct app *app)
{
    int opened_ms = app->play.pause.opened_ms;
    return ease_share(app->now_ms, opened_ms, opened_ms + FADE_MS);
}

void pause_lay_out(struct app *app)
{
    struct page *page = app->page;
    char title[160], below[160];
    bool stacked = page_tall(page);
    words_of(app, title, sizeof title, below, sizeof below);
    int most_w = page_w(page) - 2 * (stacked ? MARGIN_TALL : MARGIN), w = most_w < CARD_W ? most_w : CARD_W;
    int inner = w - 2 * PADDING, title_h = page_text_height(page, title_look, title, inner);
    int below_h = page_text_height(page, auto_look, below, inner);
    int buttons_h = stacked ? BUTTONS * BUTTON_H + (BUTTONS - 1) * GAP : BUTTON_H;
    int h = 20 + title_h + below_h + 16 + buttons_h + 20, foot = stacked ? FOOT_TALL : FOOT;
    struct rect at = {(page_w(page) - w) / 2, page_h(page) - h - foot, w, h};
    page_fade(page, (int)(255 * there(app)));
    page_card(page, at, CARD_PLAIN);
    page_text(page, (struct rect){at.x + PADDING, at.y + 20, inner, title_h}, title_look, title);
    page_text(page, (struct rect){at.x + PADDING, at.y + 20 + title_h, inner, below_h}, auto_look, below);
    lay_buttons(app, (struct rect){at.x + PADDING, at.y + 20 + title_h + below_h + 16, inner, buttons_h},
                stacked);
    page_fade(page, 255);
}

int pause_still_ms(const struct app *app, int still_ms)
{
    const struct pause *pause = &app->play.pause;
    if (!pause->open) {
        return still_ms;
    }
    return app->now_ms < pause->opened_ms + FADE_MS || still_ms < 100 ? still_ms > 16 ? 16 : still_ms : 100;
}
