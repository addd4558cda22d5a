// The listening in play.
#include "scenes/ear.h"

#include <stdlib.h>

#include "core/gap.h"
#include "core/least.h"
#include "platform/mixer.h"
#include "platform/replay.h"
#include "scenes/app.h"
#include "scenes/ear_inside.h"
#include "store/settings.h"

enum {
    CHUNK = 4800,       // samples at once
    LOOK_EACH_MS = 100, // of a picture that is still; a cry is answered within 300 ms
    FRAME_MS = 16,
};

bool ear_is_open(const struct app *app)
{
    return app->ear && app->ear->microphone;
}

enum microphone_state ear_failure(const struct app *app)
{
    return app->ear_failure;
}

// A replay says what was heard: no microphone is needed then.
void ear_begin(struct app *app)
{
    bool wanted = settings_get(app->family, SETTING_LISTEN), allowed = app->replay || microphone_allowed();
    app->ear_failure = wanted && !allowed ? MICROPHONE_REFUSED : MICROPHONE_OPENING;
    if (!wanted || !allowed) {
        return;
    }
    app->ear = calloc(1, sizeof *app->ear);
    if (app->ear) {
        cry_start(&app->ear->cry);
    }
}

void ear_close(struct app *app)
{
    if (ear_is_open(app)) {
        microphone_leave(app->ear->microphone);
        app->ear->microphone = NULL;
        ear_mark_show(app, false);
    }
}

void ear_free(struct app *app)
{
    ear_close(app);
    if (app->ear) {
        ear_mark_free(app->ear);
    }
    free(app->ear);
    app->ear = NULL;
}

// The session goes on without it.
static void give_up(struct app *app, enum microphone_state why)
{
    ear_close(app);
    app->ear->given_up = true;
    app->ear_failure = why;
}

// ---- coming and going

static void open_microphone(struct app *app)
{
    struct ear *ear = app->ear;
    if (!microphone_allowed()) {
        give_up(app, MICROPHONE_REFUSED);
        return;
    }
    if (!microphone_all_let_go(0)) { // one that hangs is enough
        give_up(app, MICROPHONE_STALLED);
        return;
    }
    ear->microphone = microphone_open(app->options.virtual_time);
    ear->opened_ms = app->now_ms;
    ear->hears = false;
    if (!ear->microphone) {
        give_up(app, MICROPHONE_REFUSED);
    }
}

static void follow_state(struct app *app)
{
    enum microphone_state state = microphone_state(app->ear->microphone);
    ear_mark_show(app, state == MICROPHONE_LISTENING);
    switch (state) {
    case MICROPHONE_NONE:
    case MICROPHONE_REFUSED:
    case MICROPHONE_STALLED:
    case MICROPHONE_GONE: give_up(app, state); break;
    case MICROPHONE_DEAD: app->ear_failure = state; break; // zeros may end
    case MICROPHONE_LISTENING: app->ear_failure = MICROPHONE_OPENING; break;
    case MICROPHONE_OPENING: break;
    }
}

bool ear_leaves_gaps(const struct app *app)
{
    const struct session *session = &app->play.session;
    return app->ear && !app->ear->given_up && session->gone && session->away_ms >= GAP_AWAY_LEAST_MS;
}

void ear_follow(struct app *app)
{
    struct ear *ear = app->ear;
    if (!ear) {
        return;
    }
    if (!ear_leaves_gaps(app)) {
        ear_close(app);
    } else if (!ear->microphone && !app->replay) {
        open_microphone(app);
    }
    if (ear->microphone) {
        follow_state(app);
    }
    app->play.session.plan.gaps = !ear->given_up;
}

// ---- listening

// Neither the game's own sound is listened to nor what is left of it in the room.
static bool is_clear(struct app *app)
{
    struct ear *ear = app->ear;
    bool sounds = mixer_sounds(app->mixer);
    if (sounds || ear->sounded) {
        ear->clear_ms = app->now_ms + GAP_TAIL_MS;
    }
    ear->sounded = sounds;
    return app->now_ms >= ear->clear_ms;
}

static enum cry_level hear(struct ear *ear, const int16_t *samples, int count)
{
    int16_t thin[CHUNK / 3 + 1];
    int thin_count = cry_thin(&ear->thin, samples, count, thin);
    return cry_hear(&ear->cry, thin, thin_count);
}

// All that came is taken; what came before it was clear is dropped.
static enum cry_level take(struct app *app, bool listens)
{
    struct ear *ear = app->ear;
    enum cry_level highest = CRY_NOTHING;
    int16_t samples[CHUNK];
    int count;
    microphone_virtual(ear->microphone, app->now_ms - ear->opened_ms);
    while ((count = microphone_read(ear->microphone, samples, CHUNK)) > 0) {
        enum cry_level level = listens ? hear(ear, samples, count) : CRY_NOTHING;
        highest = level > highest ? level : highest;
    }
    return highest;
}

static void begin_anew(struct app *app)
{
    struct ear *ear = app->ear;
    cry_thin_start(&ear->thin);
    cry_gap(&ear->cry, app->now_ms - ear->heard_ms);
}

// As a replay's: what is recorded plays the same again.
static void tell(struct app *app, enum cry_level level)
{
    bool hard = level == CRY_HARD;
    app->play.pending.cry |= hard;
    app->play.pending.cry_soft |= !hard;
    if (app->recording) {
        recording_write(app->recording, app->now_ms,
                        &(struct event){.kind = hard ? EVENT_CRY : EVENT_CRY_SOFT});
    }
}

void ear_listen(struct app *app)
{
    struct ear *ear = app->ear;
    bool clear = ear && is_clear(app); // also of what was heard before
    if (!ear_is_open(app)) {
        return;
    }
    bool goes_on = clear && ear->hears;
    enum cry_level level = take(app, goes_on);
    if (clear && !goes_on) {
        begin_anew(app);
    }
    ear->heard_ms = clear ? app->now_ms : ear->heard_ms;
    ear->hears = clear;
    if (level != CRY_NOTHING) {
        tell(app, level);
    }
}

int ear_still_ms(const struct app *app, int still_ms)
{
    if (!app->ear) {
        return still_ms;
    }
    still_ms = ear_is_open(app) ? lesser(still_ms, LOOK_EACH_MS) : still_ms;
    return ear_mark_moves(app->ear, app->now_ms) ? lesser(still_ms, FRAME_MS) : still_ms;
}
