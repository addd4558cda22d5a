// What a slider, a chip, a switch of the editor changes.
#include <stdio.h>
#include <string.h>

#include "core/least.h"
#include "core/recast.h"
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "store/cast.h"
#include "store/words.h"
#include "ui/page.h"

enum { SMALL_STEP = 1150, USUAL_STEP = 1250 };

// ---- seconds

static const struct {
    int from_ms, each_ms, count;
} seconds[] = {{LEVEL_FIRST_LEAST_MS, 100, 45}, {5000, 500, 10}, {10000, 1000, 21}};
enum { SECONDS_PARTS = sizeof seconds / sizeof *seconds };

int editor_seconds_at(int index)
{
    for (int i = 0; i < SECONDS_PARTS; i++) {
        if (index < seconds[i].count || i == SECONDS_PARTS - 1) {
            return seconds[i].from_ms + index * seconds[i].each_ms;
        }
        index -= seconds[i].count;
    }
    return LEVEL_LONGEST_MOST_MS;
}

int editor_seconds_index(int ms)
{
    int index = 0;
    while (editor_seconds_at(index) < LEVEL_LONGEST_MOST_MS && editor_seconds_at(index + 1) <= ms) {
        index++;
    }
    return index;
}

int editor_cap_ms(const struct editor *editor)
{
    return ladder_level_cap_ms(&editor->level, editor->today.age_months);
}

int editor_longest_ms(const struct editor *editor)
{
    bool wrong = editor->fault == LEVEL_UNHEARD || editor->fault == LEVEL_UNSEEN;
    int cap_ms = wrong ? ladder_cap_ms(editor->today.age_months, true) : editor_cap_ms(editor);
    return lesser(editor->level.longest_ms, cap_ms);
}

// The shortest is never above the longest: whichever is moved takes the other with it.
static void set_first(struct level *level, int ms)
{
    level->first_ms = ms;
    level->longest_ms = greater(level->longest_ms, ms);
}

static void set_longest(struct level *level, int ms)
{
    level->longest_ms = ms;
    level->first_ms = lesser(level->first_ms, ms);
}

// ---- who hides where

const char *editor_who_id(int index)
{
    return index == 0 ? "family" : cast_friend_name(index - 1);
}

bool editor_has_backdrop(const struct editor *editor, const char *backdrop)
{
    for (int i = 0; i < editor->level.scene_count; i++) {
        if (strcmp(editor->level.scenes[i].backdrop, backdrop) == 0) {
            return true;
        }
    }
    return false;
}

static int chosen_who(const struct editor *editor, const char **ids)
{
    int count = 0;
    for (int i = 0; i < EDITOR_WHO_MAX && editor_who_id(i); i++) {
        if (editor->who[i]) {
            ids[count++] = editor_who_id(i);
        }
    }
    return count;
}

static int chosen_places(const struct editor *editor, const char **ids)
{
    int count = 0;
    for (int i = 0; i < EDITOR_PLACES_MAX && cast_place_name(i); i++) {
        if (editor->places[i]) {
            ids[count++] = cast_place_name(i);
        }
    }
    return count;
}

static void cast_anew(struct editor *editor)
{
    const char *who[EDITOR_WHO_MAX], *places[EDITOR_PLACES_MAX];
    int who_count = chosen_who(editor, who), place_count = chosen_places(editor, places);
    recast(&editor->level, &editor->before, who, who_count, places, place_count);
    for (int i = 0; editor->backdrop[0] && i < editor->level.scene_count; i++) {
        snprintf(editor->level.scenes[i].backdrop, LEVEL_ID_SIZE, "%s", editor->backdrop);
    }
}

// The last one stays: somebody has to hide somewhere.
static void toggle(struct app *app, bool *on, int index, const char *last)
{
    int others = 0;
    for (int i = 0; i < EDITOR_WHO_MAX; i++) {
        others += i != index && on[i];
    }
    if (on[index] && others == 0) {
        page_toast(app->page, word(last), false, app->now_ms);
        return;
    }
    on[index] = !on[index];
    cast_anew(app->editor);
}

// ---- sliders

void editor_slid(struct app *app, int id, int value)
{
    struct editor *editor = app->editor;
    struct level *level = &editor->level;
    switch (id) {
    case EDITOR_FIRST: set_first(level, editor_seconds_at(value)); break;
    case EDITOR_LONGEST: set_longest(level, editor_seconds_at(value)); break;
    case EDITOR_ROUNDS:
        level->rounds = value;
        cast_anew(editor);
        break;
    case EDITOR_LIMIT: level->limit_ms = value * LEVEL_LIMIT_STEP_MS; break;
    case EDITOR_PEEK: level->peek_permille = value * 10; break;
    default: return;
    }
    editor_work_out(app);
}

// ---- segments and chips

int editor_steps(const struct editor *editor, int permille[3])
{
    int own = editor->before.step_permille;
    permille[0] = SMALL_STEP;
    permille[1] = USUAL_STEP;
    permille[2] = own;
    return own == SMALL_STEP || own == USUAL_STEP ? 2 : 3;
}

static bool press_segment(struct editor *editor, int id)
{
    int steps[3], count = editor_steps(editor, steps);
    if (id == EDITOR_TOUCH || id == EDITOR_TOUCH + 1) {
        editor->level.touch = id == EDITOR_TOUCH ? TOUCH_OPENS : TOUCH_ANSWERS;
    } else if (id >= EDITOR_STEP && id < EDITOR_STEP + count) {
        editor->level.step_permille = steps[id - EDITOR_STEP];
    } else if (id == EDITOR_SOUND) {
        editor->level.sound_while_away = !editor->level.sound_while_away;
    } else {
        return false;
    }
    return true;
}

bool editor_pressed(struct app *app, int id)
{
    struct editor *editor = app->editor;
    if (id >= EDITOR_WHO && id < EDITOR_PLACE) {
        toggle(app, editor->who, id - EDITOR_WHO, "ed.err.who");
    } else if (id >= EDITOR_PLACE && id < EDITOR_BACKDROP) {
        toggle(app, editor->places, id - EDITOR_PLACE, "ed.err.where");
    } else if (id >= EDITOR_BACKDROP && id < EDITOR_CHIPS_END) {
        snprintf(editor->backdrop, sizeof editor->backdrop, "%s", cast_backdrop_name(id - EDITOR_BACKDROP));
        cast_anew(editor);
    } else if (!press_segment(editor, id)) {
        return false;
    }
    editor_work_out(app);
    return true;
}
