// The gate's reading task as a screen. Behind it stands what the baby saw, in sight and still.
#include "scenes/gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/events.h"
#include "platform/files.h"
#include "scenes/app.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/reading_task.h"

enum { ID_CLOSE = 1, ID_TILES };
enum {
    PLATE_W = 860,
    PLATE_H = 594,
    PLATE_TALL_W = 700,
    PLATE_TALL_H = 616,
    PADDING = 44,
    GAP = 26,
    TILES_TOP = 142
};

static const uint32_t veil = 0xE6DDF2EE; // the wall, 90 %

struct gate_task {
    struct reading_task task;
    enum gate_purpose purpose;
    const struct scene *behind;
    int asked_ms;
    bool returns; // `behind` goes on where it was
    struct sprite *pictures[TASK_WORDS];
    int picture_px;
};

static struct gate_task *make(struct app *app)
{
    if (!app->gate_task) {
        app->gate_task = calloc(1, sizeof *app->gate_task);
    }
    return app->gate_task;
}

static void free_pictures(struct gate_task *gate)
{
    for (int i = 0; i < TASK_WORDS; i++) {
        sprite_free(gate->pictures[i]);
        gate->pictures[i] = NULL;
    }
}

void gate_free(struct gate_task *gate)
{
    if (gate) {
        free_pictures(gate);
        free(gate);
    }
}

void gate_ask(struct app *app, enum gate_purpose purpose)
{
    struct gate_task *gate = make(app);
    if (gate && app->scene != &scene_gate) {
        gate->purpose = purpose;
        gate->behind = app->scene;
        app_go(app, &scene_gate);
    }
}

bool gate_returns(struct app *app)
{
    bool returns = app->gate_task && app->gate_task->returns;
    if (returns) {
        app->gate_task->returns = false;
    }
    return returns;
}

int gate_took_ms(const struct app *app)
{
    return app->now_ms - app->gate_task->asked_ms;
}

// ---- coming and going

static void enter(struct app *app)
{
    struct gate_task *gate = make(app);
    if (!gate) {
        app_go(app, &scene_good_night);
        return;
    }
    if (!gate->behind) { // opened by itself: the still screen of the end stands behind
        gate->behind = &scene_good_night;
        play_dress(app);
        stage_act(app->stage, ACT_ASLEEP, 0, app->now_ms);
    }
    gate->asked_ms = app->now_ms;
    reading_task_start(&gate->task, app->options.seed + (uint64_t)app->now_ms);
}

static void go_back(struct app *app)
{
    app->gate_task->returns = app->gate_task->behind != &scene_good_night || app->play.started;
    app_go(app, app->gate_task->behind);
}

static void pass(struct app *app)
{
    struct gate_task *gate = app->gate_task;
    if (gate->purpose == GATE_TO_END) {
        app_end(app);
    } else if (gate->behind == &scene_play && play_leaves(app)) {
        go_back(app); // the session says good night first
    } else {
        app_go(app, &scene_home);
    }
}

// ---- laying out

static void load_pictures(struct app *app, int side)
{
    struct gate_task *gate = app->gate_task;
    int px = (int)((float)side * page_scale(app->page));
    if (gate->picture_px == px) {
        return;
    }
    free_pictures(gate);
    gate->picture_px = px;
    for (int i = 0; i < TASK_WORDS && app_looked_at(app); i++) {
        char path[1200];
        snprintf(path, sizeof path, "%sassets/icons/gate/%s.svg", files_share(), reading_task_picture(i));
        size_t length = 0;
        char *svg = files_read(path, &length);
        gate->pictures[i] = svg ? sprite_from_svg(svg, length, px, px) : NULL;
        free(svg);
    }
}

static void lay_tile(struct app *app, int tile, struct rect at)
{
    const struct gate_task *gate = app->gate_task;
    int word_number = gate->task.tiles[tile], margin = at.w / 5;
    const char *name = word(reading_task_key(word_number));
    page_card(app->page, at, CARD_WARM);
    page_picture_press(app->page, at, ID_TILES + tile, NULL, name);
    page_picture(app->page, (struct rect){at.x + margin, at.y + margin, at.w - 2 * margin, at.h - 2 * margin},
                 gate->pictures[word_number]);
    if (gate->task.picked == tile) {
        page_chip(app->page, at.x + at.w - 44, at.y - 12, CHIP_GOOD, ICON_CHECK, "", true);
    }
}

static void lay_tiles(struct app *app, struct rect plate)
{
    int side = page_tall(app->page) ? 180 : 170, gap = page_tall(app->page) ? 28 : GAP;
    int left = plate.x + (plate.w - 3 * side - 2 * gap) / 2;
    load_pictures(app, side * 3 / 5);
    for (int i = 0; i < TASK_TILES; i++) {
        lay_tile(app, i,
                 (struct rect){left + i % 3 * (side + gap), plate.y + TILES_TOP + i / 3 * (side + gap), side,
                               side});
    }
}

static void sentence(const struct reading_task *task, char *out, size_t size)
{
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", (task->rest_ms + 999) / 1000);
    if (task->rest_ms > 0) {
        word_fill(out, size, "gate.cool", "n", seconds, NULL);
    } else {
        word_fill(out, size, "gate.task", "a", word(reading_task_key(task->tiles[task->first])), "b",
                  word(reading_task_key(task->tiles[task->then])), NULL);
    }
}

static void lay_words(struct app *app, struct rect plate)
{
    const struct reading_task *task = &app->gate_task->task;
    char text[200], note[200], seconds[16];
    int inner = plate.w - 2 * PADDING;
    sentence(task, text, sizeof text);
    snprintf(seconds, sizeof seconds, "%d", TASK_IDLE_MS / 1000);
    word_fill(note, sizeof note, "gate.note", "n", seconds, NULL);
    page_text(app->page, (struct rect){plate.x + PADDING, plate.y + 36, inner - 72, 24},
              (struct look){TYPE_CAPTION, false, 0x5C4B62, ALIGN_START, 1},
              word(task->missed && task->rest_ms == 0 ? "gate.miss" : "gate.title"));
    page_text(app->page, (struct rect){plate.x + PADDING, plate.y + 64, inner - 72, 76},
              (struct look){TYPE_DISPLAY, true, 0, ALIGN_START, 0}, text);
    page_text(app->page, (struct rect){plate.x + PADDING, plate.y + plate.h - 62, inner, 48},
              (struct look){TYPE_CAPTION, false, 0x5C4B62, ALIGN_MIDDLE, 0}, note);
}

static void lay_out(struct app *app)
{
    struct page *page = app->page;
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(page, w, h, app->now_ms);
    bool tall = page_tall(page);
    int plate_w = tall ? PLATE_TALL_W : PLATE_W, plate_h = tall ? PLATE_TALL_H : PLATE_H;
    struct rect plate = {(page_w(page) - plate_w) / 2,
                         tall ? (page_h(page) - plate_h) * 26 / 66 : (page_h(page) - plate_h) / 2, plate_w,
                         plate_h};
    page_card(page, plate, CARD_PLAIN);
    lay_words(app, plate);
    page_round(page, plate.x + plate.w - PADDING - 56, plate.y + 36, ID_CLOSE, ROUND_TINT, ICON_CLOSE,
               word("close"));
    if (app->gate_task->task.rest_ms == 0) {
        lay_tiles(app, plate);
    }
    page_end(page);
}

// ---- hooks

static void tap(struct app *app, int id)
{
    int tile = id >= ID_TILES ? id - ID_TILES : -1;
    if (reading_task_tap(&app->gate_task->task, tile) == TASK_PASSED) {
        pass(app);
    }
}

// What happens to the game meanwhile is the scene's behind.
static void pass_on(struct app *app, const struct event *event)
{
    if (app->gate_task->behind->event) {
        app->gate_task->behind->event(app, event);
    }
    go_back(app);
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->gate_task || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE || event->kind == EVENT_STOP || event->kind == EVENT_FUSS ||
        event->kind == EVENT_CRY) {
        pass_on(app, event);
        return;
    }
    int id = page_event(app->page, event);
    if (id == ID_CLOSE || id == PAGE_BACK) {
        go_back(app);
    } else if (id > 0 || event->kind == EVENT_DOWN) {
        bool on_tile = id > 0;
        if (on_tile) {
            tap(app, id);
        } else {
            app->gate_task->task.idle_ms = 0;
        }
    } else if (event->kind == EVENT_UP) {
        tap(app, -1);
    }
}

static void tick(struct app *app, int dt_ms)
{
    if (!app->next_scene && reading_task_pass(&app->gate_task->task, dt_ms) == TASK_OVER) {
        go_back(app);
    }
}

static void draw(struct app *app)
{
    stage_draw(app->stage, app->now_ms);
    canvas_fill(app->canvas, NULL, veil);
    lay_out(app);
    page_draw(app->page, app->canvas, app->now_ms);
}

// Where frames are not drawn, presses need to know where things would be.
static void shown(struct app *app)
{
    const struct scene *behind = app->gate_task->behind;
    if (!app_draws_all(app)) {
        lay_out(app);
    }
    if (app->closing && behind->shown) {
        behind->shown(app); // its end is written down
    }
}

static int still_ms(const struct app *app)
{
    int still = page_still_ms(app->page, app->now_ms);
    int stage = stage_still_ms(app->stage, app->now_ms);
    still = stage < still ? stage : still;
    return app->gate_task->task.rest_ms > 0 && still > 200 ? 200 : still;
}

static void close(struct app *app)
{
    if (app->gate_task->behind->close) {
        app->gate_task->behind->close(app);
    }
}

static void leave(struct app *app)
{
    (void)app;
}

const struct scene scene_gate = {
    .name = "gate",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
    .close = close,
    .leave = leave,
};
