// What is wrong with a change, in words, and the ways to repair it with one tap.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/plan_words.h"
#include "store/words.h"

enum { A_LITTLE = 150 }; // of the friend, permille: as most levels show

static void filled_seconds(const char *key, int ms, char *out, size_t size)
{
    char seconds[16];
    word_seconds(seconds, sizeof seconds, ms);
    word_fill(out, size, key, "a", seconds, NULL);
}

// All its rounds, without any limit.
static int whole_ms(const struct editor *editor)
{
    struct plan plan = editor->today.plan;
    plan.limit_ms = 2 * LEVEL_LIMIT_MOST_MS;
    return timeline_make(&plan).total_ms;
}

static void too_long_words(const struct editor *editor, char *out, size_t size)
{
    char rounds[16], takes[48], limit[48];
    snprintf(rounds, sizeof rounds, "%d", editor->level.rounds);
    plan_words_time(whole_ms(editor), takes, sizeof takes);
    plan_words_time(editor->level.limit_ms, limit, sizeof limit);
    word_fill(out, size, "ed.err.time", "r", rounds, "a", takes, "b", limit, NULL);
}

void editor_fault_words(const struct editor *editor, char *out, size_t size)
{
    out[0] = '\0';
    switch (editor->fault) {
    case LEVEL_FINE: return;
    case LEVEL_UNHEARD: filled_seconds("ed.err.silent", editor_cap_ms(editor), out, size); return;
    case LEVEL_UNSEEN: filled_seconds("ed.err.unseen", editor_cap_ms(editor), out, size); return;
    case LEVEL_TOO_FAR: filled_seconds("ed.stop.step", editor->most_ms, out, size); return;
    case LEVEL_TOO_LONG: too_long_words(editor, out, size); return;
    }
}

// ---- repairs

static void offer_seconds(struct editor_repair *repair, int ms)
{
    repair->value = editor_seconds_at(editor_seconds_index(ms));
    filled_seconds("ed.fix.use", repair->value, repair->words, sizeof repair->words);
}

static int offer_time(const struct editor *editor, struct editor_repair *repairs)
{
    const struct level *level = &editor->level;
    int count = 0, rounds = level_change_rounds(level, &editor->today.plan),
        limit_ms = level_change_limit_ms(level, &editor->today.plan);
    char number[16], time[48];
    if (rounds >= LEVEL_ROUNDS_MIN) {
        snprintf(number, sizeof number, "%d", rounds);
        repairs[count].value = rounds;
        word_fill(repairs[count].words, sizeof repairs[count].words, "ed.fix.rounds", "r", number, NULL);
        count++;
    }
    if (limit_ms <= LEVEL_LIMIT_MOST_MS) {
        plan_words_time(limit_ms, time, sizeof time);
        repairs[count].value = limit_ms;
        word_fill(repairs[count].words, sizeof repairs[count].words, "ed.fix.time", "b", time, NULL);
        count++;
    }
    return count;
}

int editor_repairs(const struct editor *editor, struct editor_repair repairs[2])
{
    repairs[0] = repairs[1] = (struct editor_repair){.value = 0};
    switch (editor->fault) {
    case LEVEL_FINE: return 0;
    case LEVEL_UNHEARD:
    case LEVEL_UNSEEN:
        snprintf(repairs[0].words, sizeof repairs[0].words, "%s",
                 word(editor->fault == LEVEL_UNHEARD ? "ed.fix.sound" : "ed.fix.peek"));
        offer_seconds(&repairs[1], editor_cap_ms(editor));
        return 2;
    case LEVEL_TOO_FAR: offer_seconds(&repairs[0], editor->most_ms); return 1;
    case LEVEL_TOO_LONG: return offer_time(editor, repairs);
    }
    return 0;
}

static void bridge(struct level *level)
{
    level->sound_while_away = true;
    level->peek_permille = level->peek_permille > 0 ? level->peek_permille : A_LITTLE;
}

void editor_repair(struct app *app, int which)
{
    struct editor *editor = app->editor;
    struct editor_repair repairs[2];
    if (which >= editor_repairs(editor, repairs)) {
        return;
    }
    int value = repairs[which].value;
    if (editor->fault == LEVEL_TOO_LONG && value <= LEVEL_ROUNDS_MAX) {
        editor_slid(app, EDITOR_ROUNDS, value);
        return;
    }
    switch (editor->fault) {
    case LEVEL_FINE: return;
    case LEVEL_UNHEARD:
    case LEVEL_UNSEEN:
        if (which == 0) {
            bridge(&editor->level);
        } else {
            editor_slid(app, EDITOR_LONGEST, editor_seconds_index(value));
        }
        break;
    case LEVEL_TOO_FAR: editor_slid(app, EDITOR_FIRST, editor_seconds_index(value)); break;
    case LEVEL_TOO_LONG: editor->level.limit_ms = value; break;
    }
    editor_work_out(app);
}
