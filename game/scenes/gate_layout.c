// The gate's plate: a sentence and six pictures.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/gate_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    PLATE_W = 860,
    PLATE_TALL_W = 700,
    MARGIN = 24,
    PADDING = 44,
    PADDING_NARROW = 24,
    TILE = 170,
    TILE_TALL = 180,
    GAP = 26,
    TITLE_TOP = 36,
    SENTENCE_TOP = 62,
    CLOSE = 56,
    PILL = 52,
};

static const struct look caption = {TYPE_CAPTION, false, 0x5C4B62, ALIGN_MIDDLE, 0};

// Everything's place, units.
struct plate {
    struct rect at;
    int padding, side, gap, tiles_top, sentence_h, note_h;
    struct look sentence;
    char text[200], note[200];
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

// A picture that can't be loaded is a word: else nobody could come out.
static void lay_picture(struct app *app, const struct sprite *picture, const char *name, struct rect at)
{
    if (picture || !app_looked_at(app)) {
        page_picture(app->page, at, picture);
        return;
    }
    struct look look = {TYPE_HEADING, true, 0, ALIGN_MIDDLE, 0};
    while (look.type < TYPE_CAPTION && page_text_width(app->page, look, name) > at.w) {
        look.type++;
    }
    const int h = page_text_height(app->page, look, name, at.w);
    page_text(app->page, (struct rect){at.x, at.y + (at.h - h) / 2, at.w, h}, look, name);
}

static void lay_tile(struct app *app, int tile, struct rect at)
{
    const struct gate_task *gate = app->gate_task;
    int word_number = gate->task.tiles[tile], margin = at.w / 5;
    const char *name = word(reading_task_word(word_number));
    int number = reading_task_picked(&gate->task, tile);
    page_card(app->page, at, number ? CARD_PICKED : CARD_TILE);
    page_picture_press(app->page, at, GATE_TILES + tile, NULL, name);
    lay_picture(app, gate->pictures[word_number], name,
                (struct rect){at.x + margin, at.y + margin, at.w - 2 * margin, at.h - 2 * margin});
    if (number) {
        char text[16];
        snprintf(text, sizeof text, "%d", number);
        page_badge(app->page, at.x + at.w - 14, at.y + 12, text);
    }
}

static void lay_tiles(struct app *app, const struct plate *plate)
{
    int step = plate->side + plate->gap;
    int left = plate->at.x + (plate->at.w - 3 * plate->side - 2 * plate->gap) / 2;
    load_pictures(app, plate->side * 3 / 5);
    for (int i = 0; i < TASK_TILES; i++) {
        lay_tile(app, i,
                 (struct rect){left + i % 3 * step, plate->at.y + plate->tiles_top + i / 3 * step,
                               plate->side, plate->side});
    }
}

static const char *asked(const struct reading_task *task, int index)
{
    return word(reading_task_word(task->tiles[task->asked[index]]));
}

static void sentence(const struct reading_task *task, char *out, size_t size)
{
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", (task->rest_ms + 999) / 1000);
    if (task->rest_ms > 0) {
        word_fill(out, size, "gate.cool", "n", seconds, NULL);
    } else if (task->asked_count == 3) {
        word_fill(out, size, "gate.task3", "a", asked(task, 0), "b", asked(task, 1), "c", asked(task, 2),
                  NULL);
    } else {
        word_fill(out, size, "gate.task", "a", asked(task, 0), "b", asked(task, 1), NULL);
    }
}

// What was wrong with the last try, plainly; else what waiting does.
static void note(const struct app *app, char *out, size_t size)
{
    const struct reading_task *task = &app->gate_task->task;
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", TASK_IDLE_MS / 1000);
    if (task->rest_ms == 0 && task->hasty) {
        word_fill(out, size, "gate.hasty", NULL);
    } else if (task->rest_ms == 0 && task->missed) {
        word_fill(out, size, task->wrong == 1 ? "gate.again" : "gate.miss", NULL);
    } else {
        bool in_play = app->gate_task->behind == &scene_play;
        word_fill(out, size, in_play ? "gate.note" : "gate.note.corner", "n", seconds, NULL);
    }
}

static void lay_words(struct app *app, const struct plate *plate)
{
    struct page *page = app->page;
    int left = plate->at.x + plate->padding, inner = plate->at.w - 2 * plate->padding;
    struct look title = caption;
    title.align = ALIGN_START;
    page_text(page,
              (struct rect){left, plate->at.y + TITLE_TOP, inner - CLOSE - 16, SENTENCE_TOP - TITLE_TOP},
              title, word("gate.title"));
    page_text(page, (struct rect){left, plate->at.y + SENTENCE_TOP, inner - CLOSE - 16, plate->sentence_h},
              plate->sentence, plate->text);
    page_text(page, (struct rect){left, plate->at.y + plate->at.h - 38 - plate->note_h, inner, plate->note_h},
              caption, plate->note);
}

// ---- where everything goes

// One line of the largest type, or more of a smaller one.
static void fit_sentence(struct page *page, struct plate *plate, int w)
{
    plate->sentence = (struct look){TYPE_DISPLAY, true, 0, ALIGN_START, 0};
    if (page_text_width(page, plate->sentence, plate->text) > w) {
        plate->sentence.type = TYPE_TITLE;
    }
    plate->sentence_h = page_text_height(page, plate->sentence, plate->text, w);
}

static void fit(struct app *app, struct plate *plate)
{
    const struct reading_task *task = &app->gate_task->task;
    struct page *page = app->page;
    bool tall = page_tall(page);
    sentence(task, plate->text, sizeof plate->text);
    note(app, plate->note, sizeof plate->note);
    int w = lesser(tall ? PLATE_TALL_W : PLATE_W, page_w(page) - 2 * MARGIN);
    plate->padding = w < 640 ? PADDING_NARROW : PADDING;
    plate->gap = w < 640 ? 20 : tall ? GAP + 2 : GAP;
    int inner = w - 2 * plate->padding;
    plate->side = lesser(tall ? TILE_TALL : TILE, (inner - 2 * plate->gap) / 3);
    fit_sentence(page, plate, inner - CLOSE - 16);
    plate->tiles_top = SENTENCE_TOP + plate->sentence_h + 32;
    plate->note_h = page_text_height(page, caption, plate->note, inner);
    int tiles_h = task->rest_ms > 0 ? 0 : 2 * plate->side + plate->gap;
    int h = plate->tiles_top + tiles_h + 24 + plate->note_h + 38;
    plate->at = (struct rect){(page_w(page) - w) / 2, (page_h(page) - h) * (tall ? 26 : 33) / 66, w, h};
}

// Whoever came with the keyboard is told how it goes on.
static void lay_keys(struct app *app, const struct plate *plate)
{
    int y = plate->at.y + plate->at.h + 30;
    if (app->gate_task->by_keys && y + PILL + 16 <= page_h(app->page)) {
        page_pill(app->page, y, caption, word("gate.keys"));
    }
}

void gate_lay_out(struct app *app)
{
    struct page *page = app->page;
    struct plate plate;
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(page, w, h, app->now_ms);
    fit(app, &plate);
    page_card(page, plate.at, CARD_PLAIN);
    lay_words(app, &plate);
    page_round(page, plate.at.x + plate.at.w - plate.padding - CLOSE, plate.at.y + TITLE_TOP, GATE_CLOSE,
               ROUND_TINT, ICON_CLOSE, word("close"));
    if (app->gate_task->task.rest_ms == 0) {
        lay_tiles(app, &plate);
    }
    lay_keys(app, &plate);
    page_end(page);
}
