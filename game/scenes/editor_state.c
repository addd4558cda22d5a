// What the editor knows: the level as it was, as it would be, and the session that would be played.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/least.h"
#include "core/recast.h"
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/level_words.h"
#include "store/cast.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/sessions.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"

enum { TITLE_LETTERS = 60 };

// ---- opening

// The level that was asked for, or today's.
static bool find(struct app *app, struct editor *editor)
{
    struct level_entry *entries = NULL;
    int count = own_levels_list(today_folder(&app->options), &entries);
    const char *wished = app->level_to_edit[0] ? app->level_to_edit : editor->today.level.name;
    bool found = false;
    for (int i = 0; i < count && !found; i++) {
        found = !entries[i].broken && strcmp(entries[i].level.name, wished) == 0;
        if (found) {
            editor->before = entries[i].level;
            editor->own = entries[i].own;
        }
    }
    free(entries);
    return found;
}

static void cut_letters(char *text, int letters)
{
    for (; *text; text++) {
        bool begins = ((unsigned char)*text & 0xC0) != 0x80;
        if (begins && letters-- == 0) {
            *text = '\0';
            return;
        }
    }
}

// The game's own level stays as it is: what is changed becomes the family's.
static void name_ours(struct editor *editor)
{
    word_fill(editor->before.title, sizeof editor->before.title, "ed.ours", "n", editor->came_as, NULL);
    cut_letters(editor->before.title, TITLE_LETTERS);
}

// One step above the last game; a family that never played begins as with the first level.
static int most_ms(struct app *app, const struct editor *editor)
{
    char last[LEVEL_NAME_SIZE];
    int own_ms = 0;
    struct ladder ladder = ladder_new();
    struct rungs rungs = ladder_rungs(&editor->before, editor->today.age_months);
    if (!family_last(app->family, last, sizeof last, &own_ms, &ladder)) {
        struct level first;
        level_builtin(&first);
        rungs = ladder_rungs(&first, editor->today.age_months);
        return level_change_most_ms(ladder_away_ms(&rungs, ladder.step));
    }
    int up_ms = level_change_most_ms(own_ms), next_ms = ladder_away_ms(&rungs, editor->stored.step);
    bool same = strcmp(last, editor->before.name) == 0; // its ladder knows where one step up leads
    return same ? greater(next_ms, up_ms) : up_ms;
}

static void choose_all(struct editor *editor)
{
    for (int i = 0; i < EDITOR_WHO_MAX && editor_who_id(i); i++) {
        editor->who[i] = recast_has_who(&editor->before, editor_who_id(i));
    }
    for (int i = 0; i < EDITOR_PLACES_MAX && cast_place_name(i); i++) {
        editor->places[i] = recast_has_place(&editor->before, cast_place_name(i));
    }
    editor->backdrop[0] = '\0';
}

static void hear_voices(struct app *app, struct editor *editor)
{
    struct voice_clips voices = {.count = 0};
    today_speak(&editor->today, app->family, &voices);
    voice_clips_free(&voices);
    memcpy(editor->at_least_ms, editor->today.plan.at_least_ms, sizeof editor->at_least_ms);
}

bool editor_open(struct app *app)
{
    struct editor *editor = app->editor = calloc(1, sizeof *editor);
    if (!editor) {
        return false;
    }
    today_choose(&editor->today, &app->options, app->family, app_utc(app));
    hear_voices(app, editor);
    if (!find(app, editor)) {
        editor->before = editor->today.level;
    }
    bool played = strcmp(editor->before.name, editor->today.level.name) == 0;
    editor->run_step = played ? app->options.step : -1;
    editor->today.level = editor->before;
    editor->stored = today_stored(&editor->today, &app->options, app->family, app_utc(app));
    editor->stored.step = editor->run_step >= 0 ? editor->run_step : editor->stored.step;
    editor->most_ms = most_ms(app, editor);
    editor->game_s = settings_get(app->family, SETTING_GAME_S);
    level_words_title(&editor->before, editor->came_as, sizeof editor->came_as);
    if (!editor->own) {
        name_ours(editor);
    }
    editor_as_it_was(app);
    return true;
}

void editor_as_it_was(struct app *app)
{
    app->editor->level = app->editor->before;
    choose_all(app->editor);
    editor_work_out(app);
}

// ---- what follows

static bool same_scenes(const struct level *a, const struct level *b)
{
    if (a->scene_count != b->scene_count) {
        return false;
    }
    for (int i = 0; i < a->scene_count; i++) {
        if (strcmp(a->scenes[i].who, b->scenes[i].who) != 0 ||
            strcmp(a->scenes[i].place, b->scenes[i].place) != 0 ||
            strcmp(a->scenes[i].backdrop, b->scenes[i].backdrop) != 0) {
            return false;
        }
    }
    return true;
}

bool editor_changed(const struct editor *editor)
{
    const struct level *a = &editor->level, *b = &editor->before;
    return strcmp(a->title, b->title) != 0 || a->first_ms != b->first_ms || a->longest_ms != b->longest_ms ||
           a->step_permille != b->step_permille || a->rounds != b->rounds || a->touch != b->touch ||
           a->peek_permille != b->peek_permille || a->limit_ms != b->limit_ms ||
           a->sound_while_away != b->sound_while_away || !same_scenes(a, b);
}

// Exactly the plan that home and play will have after saving.
void editor_work_out(struct app *app)
{
    struct editor *editor = app->editor;
    struct today *today = &editor->today;
    bool changed = editor_changed(editor);
    today->level = editor->level;
    editor->next = editor->stored;
    if (changed) {
        editor->next.step =
            level_change_step(&editor->level, today->age_months, editor->stored.step, editor->most_ms);
    }
    today_plan(today, &editor->next, changed ? -1 : editor->run_step, app->family, app_utc(app));
    memcpy(today->plan.at_least_ms, editor->at_least_ms, sizeof today->plan.at_least_ms);
    editor->timeline = timeline_make(&today->plan);
    editor->fault = changed ? level_change_fault(&editor->level, &editor->before, &today->plan,
                                                 today->age_months, editor->most_ms)
                            : LEVEL_FINE;
}

// ---- its name

// An empty one leaves it as it was.
void editor_rename(struct app *app)
{
    struct editor *editor = app->editor;
    cut_letters(editor->name, TITLE_LETTERS);
    if (editor->name[strspn(editor->name, " ")] != '\0') {
        snprintf(editor->level.title, sizeof editor->level.title, "%s", editor->name);
    }
    editor_work_out(app);
}

// ---- saving

static void say(struct app *app, const char *sentence)
{
    page_toast(app->page, sentence, false, app->now_ms);
}

// The level lies in the folder; now it is the one that is played, from the step that the preview showed.
static bool choose(struct app *app, const struct level *level)
{
    if (!ladder_keep(app->family, level->name, &app->editor->next) ||
        !family_set_text(app->family, "level", level->name)) {
        say(app, word("r.full"));
        return false;
    }
    app->options.level = NULL;
    app->options.step = -1; // they were the other level's
    return true;
}

static void keep(struct app *app)
{
    struct level level = app->editor->level;
    if (!app->editor->own) {
        level.name[0] = '\0';
    }
    const char *wrong = own_levels_save(today_folder(&app->options), &level);
    if (wrong) {
        say(app,
            word("r.full")); // what is written by hand can be wrong, what comes from here only finds no room
    } else if (choose(app, &level)) {
        snprintf(app->level_to_edit, sizeof app->level_to_edit, "%s", level.name);
        app->level_saved = true;
        app_go(app, &scene_levels);
    }
}

void editor_save(struct app *app)
{
    char wrong[200];
    if (app->editor->fault != LEVEL_FINE) {
        editor_fault_words(app->editor, wrong, sizeof wrong);
        say(app, wrong);
    } else if (editor_changed(app->editor)) {
        keep(app);
    } else {
        app_go(app, &scene_levels);
    }
}
