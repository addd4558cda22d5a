// What home says: asked from the family where it is entered and where that changed, not in each frame.
#include <stdio.h>
#include <string.h>

#include "core/timeline.h"
#include "scenes/app.h"
#include "scenes/away.h"
#include "scenes/home.h"
#include "scenes/level_words.h"
#include "scenes/plan_stairs.h"
#include "scenes/plan_words.h"
#include "store/dates.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"

enum { DAY_S = 24 * 60 * 60, GAP_S = 7 * DAY_S };

// ---- captions

static int filled_in_all(const struct people *people)
{
    int filled = 0;
    for (int i = 0; i < people->count; i++) {
        filled += people->list[i].filled;
    }
    return filled;
}

static void load_voices(const struct people *people, char *out, size_t size)
{
    int index = people_find(people, people->today);
    index = index < 0 && people->count > 0 ? 0 : index;
    if (index < 0) {
        snprintf(out, size, "%s", word("home.voices.none"));
        return;
    }
    char filled[16], slots[16];
    snprintf(filled, sizeof filled, "%d", people->list[index].filled);
    snprintf(slots, sizeof slots, "%d", VOICES_SLOTS);
    word_fill(out, size, "home.voices.one", "n", people->list[index].name, "a", filled, "b", slots, NULL);
}

static void load_progress(const struct app *app, char *out, size_t size)
{
    int64_t ended = app->resting.last.ended;
    char text[DATE_SIZE];
    if (!app->resting.played) {
        snprintf(out, size, "%s", word("home.progress.none"));
        return;
    }
    switch (date_days_between(ended, app_utc(app))) {
    case 0:
        date_clock(text, sizeof text, ended);
        word_fill(out, size, "home.progress.today", "h", text, NULL);
        return;
    case 1: snprintf(out, size, "%s", word("home.progress.sub")); return;
    default:
        date_day(text, sizeof text, ended);
        word_fill(out, size, "home.progress.on", "d", text, NULL);
        return;
    }
}

// ---- the plan

static bool was_fussy(const struct session_note *last)
{
    return last->mark == MARK_FUSSY || (last->mark == MARK_NONE && last->upsets > 0);
}

// Why today is shorter than the last time: only where it is.
static void load_shorter(const struct app *app, int longest_ms, char *out, size_t size)
{
    const struct session_note *last = &app->resting.last;
    int64_t since = app_utc(app) - last->ended;
    bool gap = since > GAP_S, shorter = app->resting.played && longest_ms < last->own_away_ms;
    char seconds[16];
    out[0] = '\0';
    if (shorter && (gap || was_fussy(last))) {
        word_seconds(seconds, sizeof seconds, longest_ms);
        word_fill(out, size, gap ? "home.gap" : "home.fuss2", "t", seconds, NULL);
    }
}

static void load_plan(struct app *app)
{
    struct home *home = app->home;
    const struct today *today = &app->play.today;
    char title[LEVEL_TITLE_SIZE], ages[64];
    level_words_title(&today->level, title, sizeof title);
    level_words_ages(&today->level, ages, sizeof ages);
    word_fill(home->level, sizeof home->level, "home.level.line", "n", title, "a", ages, NULL);
    plan_words(&today->plan, home->plan, sizeof home->plan);
    load_shorter(app, timeline_make(&today->plan).longest_ms, home->shorter, sizeof home->shorter);
    home->rung_count = plan_stairs(&today->plan.rungs, today->plan.step, home->rungs, &home->rung_now);
}

// ---- the note about the last game

static enum home_note note_of(const struct app *app)
{
    const struct session_note *last = &app->resting.last;
    int64_t since = app_utc(app) - last->ended;
    if (!app->family) {
        return NOTE_NOT_KEPT;
    }
    if (!app->resting.played || last->mark != MARK_NONE || since > DAY_S) {
        return NOTE_NONE;
    }
    return last->upsets > 0 ? NOTE_FUSSED : last->unclear ? NOTE_HOW : NOTE_NONE;
}

// Who noted it: of the game that was just played the program knows; the family's file keeps only that it was
// fussy, as with the heart.
static const char *fussed_key(const struct app *app)
{
    if (app->resting.last.began == app->play.began_utc) {
        return app->play.heard_crying ? "home.heard" : "pause.fussed";
    }
    return settings_get(app->family, SETTING_LISTEN) ? "home.heard.maybe" : "pause.fussed";
}

void home_load(struct app *app)
{
    struct home *home = app->home;
    home->day_begins = date_day_begins(app_utc(app));
    home->day_ends = date_day_begins(home->day_begins + DAY_S + DAY_S / 12); // a day may have 25 hours
    resting_look(app);
    load_voices(&app->people, home->voices, sizeof home->voices);
    load_progress(app, home->progress, sizeof home->progress);
    away_caption(app, home->away, sizeof home->away);
    load_plan(app);
    home->first = filled_in_all(&app->people) == 0 && !app->resting.played;
    home->note = note_of(app);
    home->fussed = fussed_key(app);
}

// The plan that follows from it is there at once.
static bool mark(struct app *app, enum session_mark mark)
{
    if (!session_mark(app->family, app->resting.last.id, mark)) {
        page_toast(app->page, word("r.full"), false, app->now_ms);
        return false;
    }
    play_prepare(app);
    home_load(app);
    return true;
}

void home_mark(struct app *app, enum session_mark said)
{
    static const char *const words[] = {[MARK_CALM] = "home.noted.calm",
                                        [MARK_FUSSY] = "pause.fussed",
                                        [MARK_SLIP] = "home.noted.slip",
                                        [MARK_HIDE] = "home.noted.skip"};
    if (mark(app, said)) {
        page_toast(app->page, word(words[said]), true, app->now_ms);
    }
}

void home_take_back(struct app *app)
{
    mark(app, MARK_NONE);
}
