// Changing a level: few big sliders, who hides where, and above them the whole session as the rules would
// play it. What a baby of this age can't wait for can't be saved.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/head.h"
#include "scenes/level_words.h"
#include "store/words.h"
#include "ui/page.h"

enum { GAP = 18, BELOW = 14, FOOT = 32, EDGE = 4 };

// ---- layout

static struct rect lay_head(struct app *app)
{
    const struct editor *editor = app->editor;
    char ages[64], sub[LEVEL_TITLE_SIZE + 80];
    const char *title = editor_changed(editor) ? editor->level.title : editor->came_as;
    level_words_ages(&editor->level, ages, sizeof ages);
    snprintf(sub, sizeof sub, "%s · %s", title, ages);
    struct head_action reset = {EDITOR_RESET, BUTTON_QUIET, ICON_UNDO, word("ed.reset"), false};
    struct head_action save = {EDITOR_SAVE, BUTTON_MAIN, ICON_CHECK, word("ed.save"),
                               editor->fault != LEVEL_FINE};
    return head_lay_two(app, EDITOR_BACK, word("ed.title"), sub, reset, save);
}

static void lay_cards(struct app *app, struct rect room)
{
    bool tall = page_tall(app->page);
    int w = tall ? room.w : (room.w - GAP) / 2, x = tall ? room.x : room.x + w + GAP;
    struct rect numbers = {room.x, room.y, w, 0}, choices = {x, room.y, w, 0};
    numbers.h = editor_numbers(app, numbers, false);
    choices.h = editor_choices(app, choices, false);
    choices.y += tall ? numbers.h + GAP : 0;
    int whole = tall ? numbers.h + GAP + choices.h : numbers.h > choices.h ? numbers.h : choices.h;
    page_scroll_begin(app->page, room, whole + EDGE + FOOT);
    editor_numbers(app, numbers, true);
    editor_choices(app, choices, true);
    page_scroll_end(app->page);
}

static void lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct rect room = lay_head(app), preview = {room.x, room.y, room.w, 0};
    preview.h = editor_preview(app, preview, false);
    editor_preview(app, preview, true);
    int down = preview.h + BELOW;
    lay_cards(app, (struct rect){room.x, room.y + down, room.w, room.h - down});
    editor_sheet_layout(app);
    page_end(app->page);
}

// ---- coming and going

static void enter(struct app *app)
{
    if (!editor_open(app)) {
        app_go(app, &scene_levels);
        return;
    }
    lay_out(app);
}

static void leave(struct app *app)
{
    free(app->editor);
    app->editor = NULL;
}

static void go_back(struct app *app)
{
    if (editor_changed(app->editor)) {
        app->editor->sheet = EDITOR_SHEET_LEAVE;
    } else {
        app_go(app, &scene_levels);
    }
}

// ---- its name

static void open_name(struct editor *editor)
{
    snprintf(editor->name, sizeof editor->name, "%s", editor->level.title);
    editor->sheet = EDITOR_SHEET_NAME;
}

static void keep_name(struct app *app)
{
    editor_rename(app);
    app->editor->sheet = EDITOR_NO_SHEET;
}

// ---- what happened

static void slide(struct app *app)
{
    struct page_slide slide = page_slid(app->page);
    editor_slid(app, slide.id, slide.value);
}

static void obey_sheet(struct app *app, int id)
{
    struct editor *editor = app->editor;
    switch (id) {
    case EDITOR_CLOSE:
    case EDITOR_MEND:
    case PAGE_BACK:
    case PAGE_OUTSIDE: editor->sheet = EDITOR_NO_SHEET; return;
    case EDITOR_SAVE: editor_save(app); return;
    case EDITOR_DISCARD: app_go(app, &scene_levels); return;
    case PAGE_TYPED: page_typed(app->page, editor->name, sizeof editor->name); return;
    case EDITOR_NAME_DONE: keep_name(app); return;
    default: return;
    }
}

static void obey_page(struct app *app, int id)
{
    switch (id) {
    case EDITOR_BACK:
    case PAGE_BACK: go_back(app); return;
    case PAGE_SLIDE: slide(app); return;
    case EDITOR_RESET: editor_as_it_was(app); return;
    case EDITOR_SAVE: editor_save(app); return;
    case EDITOR_REPAIR:
    case EDITOR_REPAIR_TOO: editor_repair(app, id - EDITOR_REPAIR); return;
    case EDITOR_NAME: open_name(app->editor); return;
    default: editor_pressed(app, id); return;
    }
}

static void obey(struct app *app, int id)
{
    if (id == PAGE_NOTHING) {
        return;
    }
    if (app->editor->sheet != EDITOR_NO_SHEET) {
        obey_sheet(app, id);
    } else {
        obey_page(app, id);
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->editor || app->next_scene) {
        return;
    }
    int id = page_event(app->page, event);
    bool done = event->kind == EVENT_KEY_DOWN && strcmp(event->text, "Return") == 0 &&
                app->editor->sheet == EDITOR_SHEET_NAME;
    obey(app, done && id == PAGE_NOTHING ? EDITOR_NAME_DONE : id); // Enter ends a name
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    if (app->editor && !app->next_scene) {
        obey(app, page_repeat(app->page, app->now_ms));
    }
}

const struct scene scene_editor = {
    .name = "editor",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = lay_out,
    .leave = leave,
};
