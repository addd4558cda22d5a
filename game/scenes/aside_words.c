// What is said to the grown-up, and when.
#include "scenes/aside_words.h"

#include <stdio.h>

#include "scenes/app.h"
#include "scenes/aside.h"
#include "store/words.h"

enum {
    FADE_MS = 400,
    LAP_WORDS = 5,
    LAP_FIRST = 1, // the rounds after which there is a prompt for the lap, from 0
    LAP_SECOND = 3,
    LAP_EARLY_MS = 1200, // it begins so long before the rest
    AFTER_FUSS_MS = 600,
    RITUAL_MS_BEFORE = 800, // the friend waves first
    DAY_S = 24 * 60 * 60,
};

// In and out within a stretch of time.
static bool within(struct aside_words *words, int now_ms, int from_ms, int to_ms)
{
    int in_ms = now_ms - from_ms, left_ms = to_ms - now_ms;
    int nearest_ms = in_ms < left_ms ? in_ms : left_ms;
    if (nearest_ms <= 0) {
        return false;
    }
    words->moves = nearest_ms < FADE_MS;
    words->alpha = words->moves ? 255 * nearest_ms / FADE_MS : 255;
    return words->alpha > 0;
}

static int length_ms(const struct session *session, enum phase phase)
{
    return session_phase_length_ms(session, phase);
}

// Another one each day, and two different ones in a session.
static void choose_lap(const struct app *app, int round, struct aside_words *words)
{
    char key[16];
    int64_t day = app->play.began_utc / DAY_S;
    int index = (int)((day * 2 + (round == LAP_SECOND)) % LAP_WORDS);
    snprintf(key, sizeof key, "lap.%d", (index + LAP_WORDS) % LAP_WORDS + 1);
    word_fill(words->text, sizeof words->text, key, "n", aside_name(app), NULL);
}

static bool lap(const struct app *app, struct aside_words *words)
{
    const struct session *session = &app->play.session;
    bool joy = session->phase == PHASE_JOY;
    bool prompted = session->round == LAP_FIRST || session->round == LAP_SECOND;
    if (!prompted || session->upsets > 0 || (!joy && session->phase != PHASE_REST)) {
        return false;
    }
    int joy_ms = length_ms(session, PHASE_JOY), rest_ms = length_ms(session, PHASE_REST);
    int now_ms = session->phase_ms + (joy ? 0 : joy_ms);
    choose_lap(app, session->round, words);
    return within(words, now_ms, joy_ms - LAP_EARLY_MS, joy_ms + rest_ms);
}

// An upset in an easy round says nothing of the own level, which then stays (core/ladder.h).
static bool after_fuss(const struct app *app, struct aside_words *words)
{
    const struct session *session = &app->play.session;
    bool shorter = session->upset_at_own && app->play.today.plan.step > 0;
    snprintf(words->text, sizeof words->text, "%s", word(shorter ? "pause.fuss.done" : "pause.fuss.same"));
    return app->play.fussed &&
           within(words, session->phase_ms, AFTER_FUSS_MS, length_ms(session, PHASE_COMFORT));
}

static bool farewell(const struct app *app, struct aside_words *words)
{
    const struct session *session = &app->play.session;
    words->place = ASIDE_ABOVE;
    word_fill(words->text, sizeof words->text, "e.say", "n", aside_name(app), NULL);
    return within(words, session->phase_ms, RITUAL_MS_BEFORE, length_ms(session, PHASE_RITUAL) - FADE_MS);
}

static bool in_play(const struct app *app, struct aside_words *words)
{
    const struct session *session = &app->play.session;
    if (!app->play.started || session->hold != HOLD_NONE) {
        return false;
    }
    bool together = session->phase == PHASE_JOY || session->phase == PHASE_REST;
    return together                          ? lap(app, words)
           : session->phase == PHASE_COMFORT ? after_fuss(app, words)
           : session->phase == PHASE_RITUAL  ? farewell(app, words)
                                             : false;
}

// The one line of the end, and it stays.
static bool at_the_end(const struct app *app, struct aside_words *words)
{
    if (!app->play.started) {
        return false;
    }
    words->place = ASIDE_STILL;
    words->alpha = 255;
    snprintf(words->text, sizeof words->text, "%s", word(app->play.session.upsets > 0 ? "e.fuss" : "e.line"));
    return true;
}

bool aside_words(const struct app *app, struct aside_words *words)
{
    *words = (struct aside_words){.place = ASIDE_BELOW};
    return app->scene == &scene_good_night ? at_the_end(app, words) : in_play(app, words);
}
