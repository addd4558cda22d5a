// The sliders: the shortest away, the longest, rounds, the whole session, how much stays visible; how big a
// step is, and whether something is heard. Where a slider stops, the line below it says why.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/editor_flow.h"
#include "scenes/editor_inside.h"
#include "scenes/plan_words.h"
#include "store/words.h"

enum { WORDS = 200, TOGGLE_H = 60 };

// A slider with its words; other: what the caption may become, so that nothing moves when it does.
struct row {
    int id;
    struct slider slider;
    const char *label;
    char value[48], caption[WORDS], other[WORDS];
};

static void seconds_words(const char *key, const char *name, int ms, char *out, size_t size)
{
    char seconds[16];
    word_seconds(seconds, sizeof seconds, ms);
    word_fill(out, size, key, name, seconds, NULL);
}

static void swap_captions(struct row *row)
{
    char caption[WORDS];
    snprintf(caption, sizeof caption, "%s", row->caption);
    snprintf(row->caption, sizeof row->caption, "%s", row->other);
    snprintf(row->other, sizeof row->other, "%s", caption);
}

static const char *age_key(const struct editor *editor)
{
    return editor->today.age_months > 0 ? "ed.stop.age" : "ed.stop.noage";
}

static void first_row(const struct editor *editor, struct row *row)
{
    int cap_ms = editor_cap_ms(editor), stop_ms = lesser(cap_ms, editor->most_ms),
        shown_ms = editor->level.first_ms;
    *row = (struct row){.id = EDITOR_FIRST, .label = word("ed.first")};
    row->slider = (struct slider){.value = editor_seconds_index(shown_ms),
                                  .most = editor_seconds_index(LEVEL_FIRST_MOST_MS),
                                  .step = 1,
                                  .wrong = editor->fault == LEVEL_TOO_FAR};
    row->slider.stop = lesser(row->slider.most, editor_seconds_index(stop_ms));
    seconds_words("seconds", "n", shown_ms, row->value, sizeof row->value);
    snprintf(row->caption, sizeof row->caption, "%s", word("ed.first.sub"));
    seconds_words(cap_ms <= editor->most_ms ? age_key(editor) : "ed.stop.step", "a", stop_ms, row->other,
                  sizeof row->other);
    if (row->slider.value >= row->slider.stop && row->slider.stop < row->slider.most) {
        swap_captions(row);
    }
}

static void longest_row(const struct editor *editor, struct row *row)
{
    const struct plan *plan = &editor->today.plan;
    int cap_ms = editor_cap_ms(editor), shown_ms = editor_longest_ms(editor);
    *row = (struct row){.id = EDITOR_LONGEST, .label = word("ed.long")};
    row->slider = (struct slider){.value = editor_seconds_index(shown_ms),
                                  .most = editor_seconds_index(LEVEL_LONGEST_MOST_MS),
                                  .step = 1,
                                  .stop = editor_seconds_index(cap_ms),
                                  .wrong = editor->fault == LEVEL_UNHEARD || editor->fault == LEVEL_UNSEEN};
    seconds_words("seconds", "n", shown_ms, row->value, sizeof row->value);
    seconds_words("ed.long.sub", "t", ladder_away_ms(&plan->rungs, plan->step), row->caption,
                  sizeof row->caption);
    seconds_words(age_key(editor), "a", cap_ms, row->other, sizeof row->other);
    if (row->slider.value >= row->slider.stop && row->slider.stop < row->slider.most) {
        swap_captions(row);
    }
}

static void rounds_row(const struct editor *editor, struct row *row)
{
    *row = (struct row){.id = EDITOR_ROUNDS, .label = word("ed.rounds")};
    row->slider = (struct slider){.value = editor->level.rounds,
                                  .least = LEVEL_ROUNDS_MIN,
                                  .most = LEVEL_ROUNDS_MAX,
                                  .step = 1,
                                  .stop = LEVEL_ROUNDS_MAX};
    snprintf(row->value, sizeof row->value, "%d", editor->level.rounds);
}

// Where the settings allow less, that is what counts.
static void limit_row(const struct editor *editor, struct row *row)
{
    int most = LEVEL_LIMIT_MOST_MS / LEVEL_LIMIT_STEP_MS;
    char time[48];
    *row = (struct row){.id = EDITOR_LIMIT, .label = word("ed.max")};
    row->slider = (struct slider){.value = editor->level.limit_ms / LEVEL_LIMIT_STEP_MS,
                                  .least = LEVEL_LIMIT_LEAST_MS / LEVEL_LIMIT_STEP_MS,
                                  .most = most,
                                  .step = 1,
                                  .stop = most,
                                  .wrong = editor->fault == LEVEL_TOO_LONG};
    plan_words_time(editor->level.limit_ms, row->value, sizeof row->value);
    if (editor->game_s > 0 && editor->game_s * 1000 < editor->level.limit_ms) {
        plan_words_time(editor->game_s * 1000, time, sizeof time);
        word_fill(row->caption, sizeof row->caption, "ed.lim.settings", "b", time, NULL);
    }
}

static void peek_row(const struct editor *editor, struct row *row)
{
    char number[16];
    int percent = (editor->level.peek_permille + 5) / 10;
    *row = (struct row){.id = EDITOR_PEEK, .label = word("ed.peek")};
    row->slider = (struct slider){.value = percent, .most = 30, .step = 1, .stop = 30};
    row->slider.wrong = editor->fault == LEVEL_UNSEEN;
    snprintf(number, sizeof number, "%d", percent);
    if (percent == 0) {
        snprintf(row->value, sizeof row->value, "%s", word("ed.peek.none"));
    } else {
        word_fill(row->value, sizeof row->value, "ed.percent", "n", number, NULL);
    }
}

static const char *caption_of(const struct row *row)
{
    return row->caption[0] ? row->caption : NULL;
}

static int row_height(struct app *app, const struct row *row, int w)
{
    int h = page_slider_height(app->page, w, row->label, row->value, caption_of(row));
    int other_h = row->other[0] ? page_slider_height(app->page, w, row->label, row->value, row->other) : 0;
    return h > other_h ? h : other_h;
}

static void put_row(struct app *app, struct editor_flow *flow,
                    void (*fill)(const struct editor *editor, struct row *row))
{
    struct row row;
    fill(app->editor, &row);
    int h = row_height(app, &row, flow->w);
    if (flow->draw) {
        page_slider(flow->page, (struct rect){flow->x, flow->y, flow->w, h}, row.id, &row.slider, row.label,
                    row.value, caption_of(&row));
    }
    flow->y += h + EDITOR_GAP;
}

// ---- no numbers, but of the same matter

static void put_step(const struct app *app, struct editor_flow *flow)
{
    const struct editor *editor = app->editor;
    int steps[3], count = editor_steps(editor, steps), chosen = 0;
    char number[16], own[48];
    snprintf(number, sizeof number, "%d", (steps[2] - 1000 + 5) / 10);
    word_fill(own, sizeof own, "ed.step.own", "n", number, NULL);
    const char *labels[] = {word("ed.small"), word("ed.usual"), own};
    for (int i = 0; i < count; i++) {
        chosen = steps[i] == editor->level.step_permille ? i : chosen;
    }
    editor_flow_label(flow, word("ed.step"));
    editor_flow_segments(flow, EDITOR_STEP, labels, count, chosen, EDITOR_GAP);
}

// A toggle has its margins inside, as a row of a list has.
static void put_sound(const struct app *app, struct editor_flow *flow)
{
    struct look look = {TYPE_BODY, true, 0, ALIGN_START, 0};
    int label_h = page_text_height(flow->page, look, word("ed.sound"), flow->w - 110),
        h = label_h + 16 > TOGGLE_H ? label_h + 16 : TOGGLE_H;
    if (flow->draw) {
        page_toggle(flow->page, (struct rect){flow->x - EDITOR_PAD, flow->y, flow->w + 2 * EDITOR_PAD, h},
                    EDITOR_SOUND, app->editor->level.sound_while_away, word("ed.sound"), NULL);
    }
    flow->y += h;
}

int editor_numbers(struct app *app, struct rect at, bool draw)
{
    struct editor_flow flow = {app->page, at.x + EDITOR_PAD, at.y + EDITOR_TOP, at.w - 2 * EDITOR_PAD, draw};
    if (draw) {
        page_card(app->page, at, CARD_PLAIN);
    }
    put_row(app, &flow, first_row);
    put_row(app, &flow, longest_row);
    put_step(app, &flow);
    put_row(app, &flow, rounds_row);
    put_row(app, &flow, limit_row);
    put_row(app, &flow, peek_row);
    put_sound(app, &flow);
    return flow.y + 12 - at.y;
}
