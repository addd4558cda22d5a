// Whether it rests now.
#include "scenes/resting.h"

#include <stdlib.h>

#include "scenes/app.h"
#include "store/dates.h"
#include "store/family.h"
#include "store/settings.h"

// Shorter than this, and nobody was seen to go and come: Play was touched by mistake, that was no game.
enum { SLIP_S = 30, DAY_S = 24 * 60 * 60 };

static bool was_game(const struct session_note *note)
{
    return note->calm > 0 || note->upsets > 0 || note->ended - note->began >= SLIP_S;
}

// Of the games since "not now" could have begun: the last one, and those of the local day.
static void count_games(struct app *app, struct rest *rest)
{
    int64_t now = app_utc(app);
    struct session_note *notes = NULL;
    int count = sessions_list(app->family, now - REST_NOT_NOW_S - DAY_S, &notes);
    for (int i = 0; i < count; i++) {
        if (was_game(&notes[i])) {
            rest->ended_utc = notes[i].ended;
            rest->games_today += date_days_between(notes[i].began, now) == 0;
        }
    }
    free(notes);
}

static void count_unkept(const struct app *app, struct rest *rest)
{
    int64_t ended = app->resting.unkept_utc;
    if (ended > 0) {
        rest->ended_utc = ended > rest->ended_utc ? ended : rest->ended_utc;
        rest->games_today += date_days_between(ended, app_utc(app)) == 0;
    }
}

void resting_unkept(struct app *app)
{
    app->resting.unkept_utc = app_utc(app);
    app->resting.known_since_ms = app->now_ms;
}

void resting_look(struct app *app)
{
    struct resting *resting = &app->resting;
    char level[LEVEL_NAME_SIZE];
    struct ladder ladder = {0};
    int own_ms;
    resting->played = session_last(app->family, &resting->last);
    int64_t id = resting->played ? resting->last.id : 0;
    if (id != resting->known_id) {
        resting->known_id = id;
        resting->known_since_ms = app->now_ms;
    }
    bool known = family_last(app->family, level, sizeof level, &own_ms, &ladder);
    resting->rest = (struct rest){.rest_s = settings_get(app->family, SETTING_REST_MIN) * 60,
                                  .upset_games = known ? ladder.upset_sessions : 0};
    count_games(app, &resting->rest);
    count_unkept(app, &resting->rest);
}

static struct rest as_of_now(const struct app *app)
{
    struct rest rest = app->resting.rest;
    rest.known_ms = app->now_ms - app->resting.known_since_ms;
    return rest;
}

enum rest_kind resting_now(const struct app *app)
{
    struct rest rest = as_of_now(app);
    return rest_now(&rest, app_utc(app));
}

int64_t resting_until(const struct app *app)
{
    struct rest rest = as_of_now(app);
    int64_t now = app_utc(app);
    return rest_now(&rest, now) == REST_NOT_NOW ? rest_back_utc(&rest, now) : now + rest_left_s(&rest, now);
}
