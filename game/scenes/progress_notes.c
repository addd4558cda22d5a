// What Progress has to show: the games that were played, and what is next.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/timeline.h"
#include "scenes/app.h"
#include "scenes/progress_inside.h"
#include "store/own_levels.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

bool progress_fussy(const struct session_note *note)
{
    return note->mark == MARK_FUSSY || (note->upsets > 0 && note->mark != MARK_SLIP);
}

bool progress_unclear(const struct session_note *note)
{
    return note->unclear && note->mark != MARK_CALM && !progress_fussy(note);
}

// ---- levels by their titles

const char *progress_level_title(const struct progress *progress, const char *name)
{
    for (int i = 0; i < progress->level_count; i++) {
        if (strcmp(progress->levels[i].name, name) == 0) {
            return progress->levels[i].title;
        }
    }
    return name;
}

static bool is_named(const struct progress *progress, const char *name)
{
    return progress_level_title(progress, name) != name;
}

static bool name_level(struct app *app, const char *name)
{
    struct progress *progress = app->progress;
    struct progress_level *levels =
        realloc(progress->levels, (size_t)(progress->level_count + 1) * sizeof *levels);
    if (!levels) {
        return false;
    }
    struct level level;
    struct level_error error;
    bool found = own_levels_find(today_folder(&app->options), name, &level, &error);
    struct progress_level *added = &levels[progress->level_count++];
    progress->levels = levels;
    snprintf(added->name, sizeof added->name, "%s", name);
    snprintf(added->title, sizeof added->title, "%s", found ? level.title : name);
    return true;
}

static bool name_levels(struct app *app)
{
    const struct progress *progress = app->progress;
    for (int i = 0; i < progress->count; i++) {
        const char *name = progress->notes[i].level;
        if (!is_named(progress, name) && !name_level(app, name)) {
            return false;
        }
    }
    return true;
}

bool progress_mixed(const struct progress *progress)
{
    for (int i = progress->from + 1; i < progress->count; i++) {
        if (strcmp(progress->notes[i].level, progress->notes[progress->from].level) != 0) {
            return true;
        }
    }
    return false;
}

// ---- what is next

static const struct session_note *last_of(const struct session_note *notes, int count, const char *level)
{
    while (count > 0 && strcmp(notes[count - 1].level, level) != 0) {
        count--;
    }
    return count > 0 ? &notes[count - 1] : NULL;
}

static void explain(struct app *app, const struct session_note *last, struct progress_next *next)
{
    struct today *today = &app->play.today;
    struct ladder stored = today_stored(today, &app->options, app->family, app_utc(app));
    struct outcome outcome = session_how(app->family, last);
    struct ladder after = stored;
    after.step = last->next_step;
    next->hidden = last->mark == MARK_HIDE;
    next->changed = stored.step != last->next_step;
    next->after = why_after(last->step, &outcome, &after, &today->plan.rungs);
    next->after_steps = abs(after.step - last->step);
    next->since = why_since(&stored, app_utc(app), &today->plan.rungs);
    next->since_steps = abs(today->ladder.step - stored.step);
}

static void look_ahead(struct app *app, const struct session_note *notes, int count)
{
    struct progress_next *next = &app->progress->next;
    play_choose(app); // as home does: both say the same
    const struct session_note *last = last_of(notes, count, app->play.today.level.name);
    *next = (struct progress_next){.away_ms = timeline_make(&app->play.today.plan).longest_ms,
                                   .played = last != NULL,
                                   .forced = app->options.step >= 0};
    if (last) {
        explain(app, last, next);
    }
}

// ---- coming and going

static int without_hidden(struct session_note *notes, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (notes[i].mark != MARK_HIDE) {
            notes[kept++] = notes[i];
        }
    }
    return kept;
}

bool progress_load(struct app *app)
{
    enum span span = app->progress ? app->progress->span : SPAN_WEEKS;
    progress_free(app);
    struct progress *progress = app->progress = calloc(1, sizeof *progress);
    if (!progress) {
        return false;
    }
    int count = sessions_list(app->family, 0, &progress->notes);
    look_ahead(app, progress->notes, count);
    progress->count = without_hidden(progress->notes, count);
    progress_show(app, span);
    return name_levels(app);
}

void progress_free(struct app *app)
{
    if (app->progress) {
        free(app->progress->notes);
        free(app->progress->levels);
        free(app->progress);
        app->progress = NULL;
    }
}

void progress_show(struct app *app, enum span span)
{
    static const int days[SPANS] = {[SPAN_WEEKS] = 21, [SPAN_MONTHS] = 92};
    struct progress *progress = app->progress;
    int64_t since = app_utc(app) - (int64_t)days[span] * DAY_SECONDS;
    progress->span = span;
    progress->chosen = -1;
    progress->from = 0;
    while (span != SPAN_ALL && progress->from < progress->count &&
           progress->notes[progress->from].began < since) {
        progress->from++;
    }
}
