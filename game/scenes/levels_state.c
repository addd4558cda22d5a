// What the Levels screen knows, and what a grown-up does to it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenes/app.h"
#include "scenes/level_words.h"
#include "scenes/levels_inside.h"
#include "store/family.h"
#include "store/sessions.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"

enum { SHORTER_MOST = 2, ROWS_MOST = LEVELS_ROWS_END - LEVELS_ROW };

// ---- the rows

static void fill_row(struct app *app, struct levels_row *row)
{
    struct ladder kept;
    if (row->entry.broken) {
        return;
    }
    row->today.level = row->entry.level;
    row->played = family_ladder(app->family, row->entry.level.name, &kept);
    row->stored = today_stored(&row->today, &app->options, app->family, app_utc(app));
    row->today.age_months = app->levels->age_months;
    today_plan(&row->today, &row->stored, -1, app->family, app_utc(app));
}

static int row_named(const struct levels *levels, const char *name)
{
    for (int i = 0; i < levels->count; i++) {
        if (strcmp(levels->rows[i].entry.level.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

// What is played may be a file from elsewhere (--level): then it is the list's last.
static void add_used(struct levels *levels, const struct today *today)
{
    levels->used = row_named(levels, today->level.name);
    if (levels->used < 0) {
        levels->used = levels->count;
        levels->rows[levels->count++] = (struct levels_row){.entry = {.level = today->level}};
    }
}

static void fill(struct app *app, struct level_entry *entries, int count)
{
    struct levels *levels = app->levels;
    struct today today;
    levels->count = count < ROWS_MOST ? count : ROWS_MOST - 1;
    for (int i = 0; i < levels->count; i++) {
        levels->rows[i] = (struct levels_row){.entry = entries[i]};
    }
    today_choose(&today, &app->options, app->family, app_utc(app));
    levels->age_months = today.age_months;
    add_used(levels, &today);
    for (int i = 0; i < levels->count; i++) {
        fill_row(app, &levels->rows[i]);
    }
}

bool levels_load(struct app *app)
{
    struct levels *levels = app->levels ? app->levels : calloc(1, sizeof *levels);
    struct level_entry *entries = NULL;
    if (!levels) {
        return false;
    }
    bool first = !app->levels;
    char shown[LEVEL_NAME_SIZE] = "";
    app->levels = levels;
    if (levels_shown(app)) {
        snprintf(shown, sizeof shown, "%s", levels_shown(app)->entry.level.name);
    }
    int count = own_levels_list(today_folder(&app->options), &entries);
    struct levels_row *rows = calloc((size_t)count + 1, sizeof *rows);
    if (rows) {
        free(levels->rows);
        levels->rows = rows;
        fill(app, entries, count);
    }
    free(entries);
    int same = first ? -1 : row_named(levels, shown);
    levels->shown = same >= 0 ? same : levels->used;
    return rows != NULL;
}

void levels_free(struct app *app)
{
    if (app->levels) {
        free(app->levels->gone_text);
        free(app->levels->rows);
        free(app->levels);
        app->levels = NULL;
    }
}

struct levels_row *levels_shown(const struct app *app)
{
    struct levels *levels = app->levels;
    return levels && levels->rows && levels->shown < levels->count ? &levels->rows[levels->shown] : NULL;
}

void levels_show(struct app *app, const char *name)
{
    int index = row_named(app->levels, name);
    app->levels->shown = index >= 0 ? index : app->levels->shown;
}

static void say_lost(struct app *app)
{
    page_toast(app->page, word("r.full"), false, app->now_ms);
}

// ---- age

void levels_age_moved(struct app *app, int months)
{
    app->levels->age_months = months;
    for (int i = 0; i < app->levels->count; i++) {
        fill_row(app, &app->levels->rows[i]);
    }
}

void levels_age_set(struct app *app, int months)
{
    app->options.age_months = 0; // what the command line said was for until now
    if (!settings_set_age(app->family, months, app_utc(app))) {
        say_lost(app);
    }
    levels_load(app);
}

// ---- what is played

static bool keep_used(struct app *app, const char *name)
{
    app->options.level = NULL;
    app->options.step = -1; // it was another level's
    if (!family_set_text(app->family, "level", name)) {
        say_lost(app);
        return false;
    }
    return true;
}

void levels_use(struct app *app)
{
    struct levels_row *row = levels_shown(app);
    if (row && !row->entry.broken && keep_used(app, row->entry.level.name)) {
        levels_load(app);
    }
}

// ---- shorter, stay, as it was

static void keep_wish(struct app *app, const struct ladder *ladder)
{
    struct levels_row *row = levels_shown(app);
    app->options.step = -1;
    if (!ladder_keep(app->family, row->entry.level.name, ladder)) {
        say_lost(app);
    }
    levels_load(app);
}

void levels_shorter(struct app *app)
{
    struct levels_row *row = levels_shown(app);
    struct ladder ladder = row->stored;
    if (ladder.shorter >= SHORTER_MOST || row->today.ladder.step == 0) {
        page_toast(app->page, word("lv.shortest"), false, app->now_ms);
        return;
    }
    ladder.shorter++;
    keep_wish(app, &ladder);
}

void levels_stay(struct app *app)
{
    struct ladder ladder = levels_shown(app)->stored;
    ladder.stay = !ladder.stay;
    keep_wish(app, &ladder);
}

void levels_as_it_was(struct app *app)
{
    struct ladder ladder = levels_shown(app)->stored;
    ladder.shorter = 0;
    ladder.stay = false;
    keep_wish(app, &ladder);
}

// ---- own levels

void levels_delete(struct app *app)
{
    struct levels *levels = app->levels;
    struct levels_row *row = levels_shown(app);
    char *text = NULL, title[LEVELS_TEXT_SIZE], said[LEVELS_TEXT_SIZE + 64], first[LEVEL_NAME_SIZE];
    if (!row || !own_levels_remove(today_folder(&app->options), row->entry.level.name, &text)) {
        say_lost(app);
        return;
    }
    free(levels->gone_text);
    levels->gone_text = text;
    levels->gone_used = levels->shown == levels->used;
    snprintf(levels->gone_name, sizeof levels->gone_name, "%s", row->entry.level.name);
    snprintf(title, sizeof title, "%s", row->entry.broken ? row->entry.file : row->entry.level.title);
    if (levels->gone_used) {
        level_first_name(first, sizeof first);
        keep_used(app, first);
    }
    levels_load(app);
    word_fill(said, sizeof said, "lv.deleted", "n", title, NULL);
    page_toast(app->page, said, text != NULL, app->now_ms);
}

void levels_undo(struct app *app)
{
    struct levels *levels = app->levels;
    if (!levels->gone_text ||
        !own_levels_put_back(today_folder(&app->options), levels->gone_name, levels->gone_text)) {
        say_lost(app);
        return;
    }
    free(levels->gone_text);
    levels->gone_text = NULL;
    if (levels->gone_used) {
        keep_used(app, levels->gone_name);
    }
    levels_load(app);
    levels_show(app, levels->gone_name);
}
