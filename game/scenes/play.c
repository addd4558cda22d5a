// Playing: the rules decide, this performs.
#include "scenes/play.h"

#include "core/least.h"
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/aside.h"
#include "scenes/ear.h"
#include "scenes/gate.h"
#include "scenes/soundtrack.h"
#include "store/family.h"

// ---- performing cues: the picture, in the frame to come

static enum act act_of(enum phase phase)
{
    static const enum act acts[] = {
        [PHASE_GREET] = ACT_GREET,   [PHASE_GOODBYE] = ACT_GOODBYE, [PHASE_HIDE] = ACT_HIDE,
        [PHASE_AWAY] = ACT_AWAY,     [PHASE_CUE] = ACT_CUE,         [PHASE_REVEAL] = ACT_REVEAL,
        [PHASE_JOY] = ACT_JOY,       [PHASE_REST] = ACT_REST,       [PHASE_COMFORT] = ACT_COMFORT,
        [PHASE_RITUAL] = ACT_RITUAL, [PHASE_OVER] = ACT_ASLEEP,
    };
    return acts[phase];
}

static void act(struct app *app, enum phase phase)
{
    stage_act(app->stage, act_of(phase), session_phase_length_ms(&app->play.session, phase), app->now_ms);
}

static void show_phase(struct app *app, enum phase phase)
{
    const struct play *play = &app->play;
    act(app, phase);
    if (phase == PHASE_RITUAL) {
        stage_tally(app->stage, play->today.plan.rounds, play->today.plan.rounds);
    }
    if (phase == PHASE_GOODBYE && play->session.upsets == 0) {
        play_prepare_round(app, play->session.round + 1);
    }
}

// Held: the friend stays, or comes out of a hiding that was not complete. What comes next is a phase of its
// own.
static void show_held(struct app *app, bool held)
{
    if (held && app->play.session.phase == PHASE_HIDE) {
        stage_act(app->stage, ACT_HELD, 0, app->now_ms);
    }
}

static void cast_round(struct app *app, int round)
{
    struct play *play = &app->play;
    if (play->session.upsets == 0) {
        play->cast_round = round;
    }
    stage_tally(app->stage, play->today.plan.rounds, round);
    play_set_stage(app, play->cast_round);
}

static void note_upset(struct play *play, enum upset_sign sign)
{
    play->fussed = sign == SIGN_GROWN_UP;
    play->heard_crying |= sign == SIGN_CRY;
}

static void show_cue(struct app *app, const struct cue *cue)
{
    switch (cue->kind) {
    case CUE_ROUND: cast_round(app, cue->value); break;
    case CUE_PHASE: show_phase(app, (enum phase)cue->value); break;
    case CUE_BRIDGE: stage_stir(app->stage, app->now_ms); break;
    case CUE_HELD: show_held(app, cue->value != 0); break;
    case CUE_UPSET: note_upset(&app->play, (enum upset_sign)cue->value); break;
    case CUE_GONE:
    case CUE_BACK:
    case CUE_END: break;
    }
}

static void keep(struct app *app)
{
    struct play *play = &app->play;
    struct outcome outcome = session_outcome(&play->session);
    struct ladder next = ladder_after(&play->today.ladder, &outcome, app_utc(app), &play->today.plan.rungs);
    play->next_step = next.step;
    struct session_record record = {
        .level = play->today.level.name,
        .began = play->began_utc,
        .age_months = play->today.age_months,
        .step = play->today.plan.step,
        .own_away_ms = ladder_away_ms(&play->today.plan.rungs, play->today.plan.step),
        .longest_calm_ms = play->session.longest_calm_ms,
        .calm = play->session.calm,
        .upsets = play->session.upsets,
        .why = play->session.why,
        .outcome = outcome,
        .rungs = play->today.plan.rungs,
        .before = play->today.ladder,
    };
    if (!family_keep_session(app->family, &record, &next)) {
        resting_unkept(app);
    }
    resting_look(app); // the rest begins now, whatever becomes of the calendar
}

static void perform(struct app *app, const struct cue_queue *cues)
{
    struct play *play = &app->play;
    for (int i = 0; i < cues->count; i++) {
        show_cue(app, &cues->items[i]);
        if (cues->items[i].kind == CUE_END) {
            keep(app);
        }
        if (play->cue_count < PLAY_SHOWN_MAX) {
            play->cues[play->cue_count++] = (struct shown_cue){
                .cue = cues->items[i], .cast_round = play->cast_round, .away_ms = play->session.away_ms};
        }
    }
}

// ---- beginning

void play_dress(struct app *app)
{
    play_choose(app);
    int rounds = app->play.today.plan.rounds;
    stage_peek(app->stage, app->play.today.level.peek_permille);
    stage_tally(app->stage, rounds, rounds);
    play_set_stage(app, 0);
}

void play_prepare(struct app *app)
{
    play_choose(app);
    play_prepare_round(app, 0);
}

static void start(struct app *app)
{
    struct play *play = &app->play;
    struct cue_queue cues = {.count = 0};
    play->started = true;
    play->pending = (struct input){0}; // what happened while it was loaded is no part of it
    play->began_utc = app_utc(app);
    session_start(&play->session, &play->today.plan, &cues);
    play_note_session(app);
    perform(app, &cues);
}

static void start_when_ready(struct app *app)
{
    if (stage_ready(app->stage) && !app->hidden) {
        start(app);
    }
}

bool play_leaves(struct app *app)
{
    struct play *play = &app->play;
    if (!play->started || session_over(&play->session)) {
        return false;
    }
    play->pending.stop = true;
    play->leave = true;
    return true;
}

static void hide(struct app *app)
{
    app->play.pending.hide = true;
    app->play.pending.show = false;
    ear_close(app);
    soundtrack_silence(app->soundtrack, app->now_ms);
}

// From the gate. Time there was as time in the background: whoever was there is there, and the rest is
// easier.
static void go_on_from_gate(struct app *app)
{
    struct input *pending = &app->play.pending;
    touches_start(&app->touches);
    if (!app->play.leave) {
        pending->hide = pending->show = true;
        pending->hidden_ms = gate_took_ms(app);
    }
    if (app->hidden) { // since the gate closed
        hide(app);
    }
}

static void enter(struct app *app)
{
    aside_enter(app);
    if (gate_returns(app) && app->play.started) {
        go_on_from_gate(app);
        return;
    }
    play_forget(app);
    touches_start(&app->touches);
    play_choose(app);
    stage_peek(app->stage, app->play.today.level.peek_permille);
    soundtrack_quiet_away(app->soundtrack, !app->play.today.level.sound_while_away);
    ear_begin(app);
    play_prepare_round(app, 0);
    start_when_ready(app);
}

// ---- hands

static void obey_pause(struct app *app, enum pause_choice choice)
{
    struct input *pending = &app->play.pending;
    switch (choice) {
    case PAUSE_NONE: return;
    case PAUSE_GO_ON: pending->resume = true; break;
    case PAUSE_FUSS: pending->fuss = true; break;
    case PAUSE_FINISH: pending->stop = true; break;
    }
    pause_close(app);
}

static void show(struct app *app)
{
    app->play.pending.show = true;
    app->play.pending.hidden_ms = app->now_ms - app->hidden_ms;
}

static void on_event(struct app *app, const struct event *event)
{
    touches_event(app, event);
    obey_pause(app, pause_event(app, event));
    switch (event->kind) {
    case EVENT_FUSS: app->play.pending.fuss = true; break;
    case EVENT_CRY: app->play.pending.cry = true; break;
    case EVENT_CRY_SOFT: app->play.pending.cry_soft = true; break;
    case EVENT_STOP: app->play.pending.stop = true; break;
    case EVENT_HIDE: hide(app); break;
    case EVENT_SHOW: show(app); break;
    case EVENT_RESIZE:
    case EVENT_DOWN:
    case EVENT_MOVE:
    case EVENT_UP:
    case EVENT_WHEEL:
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
    case EVENT_TEXT:
    case EVENT_UNPLUG:
    case EVENT_PLUG:
    case EVENT_CLOCK:
    case EVENT_FILE:
    case EVENT_CLOSE: break; // the loop's, or nothing to a baby's game
    }
}

// ---- time

static void obey_gate(struct app *app, int dt_ms)
{
    struct play *play = &app->play;
    switch (gate_pass(&app->touches.gate, dt_ms)) {
    case GATE_NOTHING: break;
    case GATE_PAUSE: play->pending.pause = true; break;
    case GATE_CARD:
        if (play->session.hold == HOLD_CARD) {
            play->pending.pause = true; // its time begins with what is to be read
            pause_open(app);
        }
        break;
    case GATE_LEAVE: // one corner held for long paused only once, and the game has gone on since
        play->pending.pause = true;
        gate_ask(app, GATE_TO_HOME);
        break;
    }
}

static void go_on_after_end(struct app *app)
{
    if (app->play.leave) {
        app_go(app, &scene_home);
    } else {
        app_go(app, &scene_good_night);
    }
}

static void tick(struct app *app, int dt_ms)
{
    struct play *play = &app->play;
    obey_gate(app, dt_ms);
    if (!play->started) {
        start_when_ready(app);
        return;
    }
    ear_listen(app);
    struct input input = play->pending;
    input.touches = app->touches.fresh;
    play->pending = (struct input){0}; // what hands did belongs to exactly one tick
    app->touches.fresh = 0;
    struct cue_queue cues = {.count = 0};
    session_tick(&play->session, &input, dt_ms, &cues);
    perform(app, &cues);
    ear_follow(app);
    if (play->session.hold != HOLD_CARD) {
        pause_close(app);
    }
    if (session_over(&play->session)) {
        go_on_after_end(app);
    }
}

static void draw(struct app *app)
{
    stage_draw(app->stage, app->now_ms);
    ear_draw(app);
    aside_draw(app);
}

static int still_ms(const struct app *app)
{
    const struct play *play = &app->play;
    if (!play->started) {
        return 0;
    }
    int still = stage_next_ms(app->stage, app->now_ms);
    still = lesser(still, session_next_ms(&play->session));
    still = lesser(still, soundtrack_next_ms(app->soundtrack, app->now_ms));
    still = ear_still_ms(app, aside_still_ms(app, still));
    return touches_still_ms(&app->touches, still);
}

static void close(struct app *app)
{
    struct play *play = &app->play;
    if (play->started) {
        struct cue_queue cues = {.count = 0};
        session_close(&play->session, &cues);
        perform(app, &cues);
        ear_close(app);
    }
}

static void leave(struct app *app)
{
    ear_close(app);
    pause_close(app);
}

const struct scene scene_play = {
    .name = "play",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = play_shown,
    .still_ms = still_ms,
    .close = close,
    .leave = leave,
};
