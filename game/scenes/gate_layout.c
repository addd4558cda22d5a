// The gate's plate: a sentence and six pictures.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/gate_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    PLATE_W = 860,
    PLATE_H = 594,
    PLATE_TALL_W = 700,
    PLATE_TALL_H = 616,
    PADDING = 44,
    GAP = 26,
    TILES_TOP = 142
};

void gate_free_pictures(struct gate_task *gate)
{
    for (int i = 0; i < TASK_WORDS; i++) {
        sprite_free(gate->pictures[i]);
        gate->pictures[i] = NULL;
    }
}

static void load_pictures(struct app *app, int side)
{
    struct gate_task *gate = app->gate_task;
    int px = (int)((float)side * page_scale(app->page));
    if (gate->picture_px == px) {
        return;
    }
    gate_free_pictures(gate);
    gate->picture_px = px;
    for (int i = 0; i < TASK_WORDS && app_looked_at(app); i++) {
        char name[64];
        snprintf(name, sizeof name, "assets/icons/gate/%s.svg", reading_task_picture(i));
        gate->pictures[i] = sprite_from_asset(name, px, px);
    }
}

static void lay_tile(struct app *app, int tile, struct rect at)
{
    const struct gate_task *gate = app->gate_task;
    int word_number = gate->task.tiles[tile], margin = at.w / 5;
    const char *name = word(reading_task_key(word_number));
    page_card(app->page, at, CARD_WARM);
    page_picture_press(app->page, at, GATE_TILES + tile, NULL, name);
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

void gate_lay_out(struct app *app)
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
    page_round(page, plate.x + plate.w - PADDING - 56, plate.y + 36, GATE_CLOSE, ROUND_TINT, ICON_CLOSE,
               word("close"));
    if (app->gate_task->task.rest_ms == 0) {
        lay_tiles(app, plate);
    }
    page_end(page);
}
