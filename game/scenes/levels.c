// The levels: which one is played, how long it is today, and how a grown-up makes it shorter, keeps it there,
// or chooses another.
#include <stdio.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/head.h"
#include "scenes/levels_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum { GAP = 24, LIST_LEAST = 300, FOOT = 28 };

// ---- layout

// What is shown, higher than its place only with very long words: then it scrolls.
static void lay_detail(struct app *app, struct rect at)
{
    int h = levels_detail_height(app, at.w);
    if (h <= at.h) {
        levels_detail_layout(app, at);
        return;
    }
    page_scroll_begin(app->page, (struct rect){at.x, at.y, at.w, at.h + FOOT}, h + FOOT);
    levels_detail_layout(app, (struct rect){at.x, at.y, at.w, h});
    page_scroll_end(app->page);
}

// Beside each other: the list scrolls, what is shown stays.
static void lay_wide(struct app *app, struct rect room)
{
    int list_w = room.w * 5 / 12, top = room.y - 4;
    page_scroll_begin(app->page, (struct rect){room.x - 4, top, list_w + 8, room.h + 4},
                      levels_list_height(app, list_w + 8));
    levels_list_layout(app, (struct rect){room.x - 4, top, list_w + 8, 0});
    page_scroll_end(app->page);
    lay_detail(app, (struct rect){room.x + list_w + GAP, room.y, room.w - list_w - GAP, room.h - FOOT});
}

// Below each other; where that is too high for the page, all of it scrolls.
static void lay_tall(struct app *app, struct rect room)
{
    int list_h = levels_list_height(app, room.w + 8), detail_h = levels_detail_height(app, room.w);
    int left = room.h - FOOT - detail_h - GAP / 2;
    bool fixed = left >= LIST_LEAST;
    int shown_h = fixed ? levels_list_cut(app, room.w + 8, left) : room.h;
    struct rect list = {room.x - 4, room.y - 4, room.w + 8, shown_h};
    page_scroll_begin(app->page, list, fixed ? list_h : list_h + GAP / 2 + detail_h + FOOT);
    levels_list_layout(app, list);
    if (!fixed) {
        levels_detail_layout(app, (struct rect){room.x, list.y + list_h + GAP / 2, room.w, detail_h});
    }
    page_scroll_end(app->page);
    if (fixed) {
        int y = list.y + shown_h + GAP / 2;
        levels_detail_layout(app, (struct rect){room.x, y, room.w, room.y + room.h - FOOT - y});
    }
}

static void lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct levels_row *row = levels_shown(app);
    struct head_action change = {.id = LEVELS_CHANGE,
                                 .button = BUTTON_SECOND,
                                 .icon = ICON_TUNE,
                                 .label = word("lv.edit"),
                                 .off = !row || row->entry.broken};
    struct rect room = head_lay(app, LEVELS_BACK, word("lv.title"), word("lv.sub"), change);
    if (page_tall(app->page)) {
        lay_tall(app, room);
    } else {
        lay_wide(app, room);
    }
    page_end(app->page);
}

// ---- coming and going

// The editor comes back with what was saved.
static void say_saved(struct app *app)
{
    if (app->level_saved) {
        levels_show(app, app->level_to_edit);
        page_toast(app->page, word("ed.saved"), false, app->now_ms);
    }
    app->level_saved = false;
    app->level_to_edit[0] = '\0';
}

static void enter(struct app *app)
{
    if (!levels_load(app)) {
        app_go(app, &scene_home);
        return;
    }
    say_saved(app);
    page_reveal(app->page, LEVELS_ROW + app->levels->shown);
    lay_out(app);
}

static void leave(struct app *app)
{
    levels_free(app);
}

// ---- what happened

static void change(struct app *app)
{
    const struct levels_row *row = levels_shown(app);
    if (!row || row->entry.broken) {
        page_toast(app->page, word("lv.mend.first"), false, app->now_ms);
        return;
    }
    snprintf(app->level_to_edit, sizeof app->level_to_edit, "%s", row->entry.level.name);
    app_go(app, &scene_editor);
}

static void slide(struct app *app)
{
    struct page_slide slide = page_slid(app->page);
    int months = slide.value > LEVELS_AGE_UNKNOWN ? slide.value : 0;
    if (slide.id == LEVELS_AGE) {
        levels_age_moved(app, months);
    }
    if (slide.id == LEVELS_AGE && slide.ended) {
        levels_age_set(app, months);
    }
}

static void reveal_shown(struct app *app)
{
    page_reveal(app->page, LEVELS_ROW + app->levels->shown);
}

static void show_row(struct app *app, int index)
{
    if (index < app->levels->count) {
        app->levels->shown = index;
        reveal_shown(app);
    }
}

static void obey(struct app *app, int id)
{
    switch (id) {
    case LEVELS_BACK:
    case PAGE_BACK: app_go(app, &scene_home); return;
    case PAGE_SLIDE: slide(app); return;
    case PAGE_UNDO:
        levels_undo(app);
        reveal_shown(app);
        return;
    case LEVELS_CHANGE: change(app); return;
    case LEVELS_USE: levels_use(app); return;
    case LEVELS_SHORTER: levels_shorter(app); return;
    case LEVELS_STAY: levels_stay(app); return;
    case LEVELS_AS_IT_WAS: levels_as_it_was(app); return;
    case LEVELS_DELETE:
        levels_delete(app);
        reveal_shown(app);
        return;
    case LEVELS_AGAIN: levels_load(app); return;
    default: break;
    }
    if (id >= LEVELS_ROW && id < LEVELS_ROWS_END) {
        show_row(app, id - LEVELS_ROW);
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (app->levels && !app->next_scene) {
        obey(app, page_event(app->page, event));
    }
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    if (app->levels && !app->next_scene) {
        obey(app, page_repeat(app->page, app->now_ms));
    }
}

const struct scene scene_levels = {
    .name = "levels",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = lay_out,
    .leave = leave,
};
