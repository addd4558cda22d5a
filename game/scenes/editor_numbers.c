// The sliders: the shortest away, the longest, rounds, the whole session, how much stays visible. Where one
// stops, the line below it says why.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/plan_words.h"
#include "store/words.h"
#include "ui/page.h"

enum { PAD = 24, TOP = 16, GAP = 16, WORDS = 200 };

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

int editor_numbers(struct app *app, struct rect at, bool draw)
{
    static void (*const rows[])(const struct editor *, struct row *) = {first_row, longest_row, rounds_row,
                                                                        limit_row, peek_row};
    int y = at.y + TOP, w = at.w - 2 * PAD;
    if (draw) {
        page_card(app->page, at, CARD_PLAIN);
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct row row;
        rows[i](app->editor, &row);
        int h = row_height(app, &row, w);
        if (draw) {
            page_slider(app->page, (struct rect){at.x + PAD, y, w, h}, row.id, &row.slider, row.label,
                        row.value, caption_of(&row));
        }
        y += h + GAP;
    }
    return y - GAP + TOP - at.y;
}
