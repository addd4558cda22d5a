// One session of peekaboo: greet, goodbye, hide, away, cue, reveal, joy, rest; and whoever goes comes back.
#include "core/session.h"

#include "core/rounds.h"

static void say(struct cue_queue *cues, enum cue_kind kind, int value)
{
    if (cues->count < CUE_QUEUE_MAX) {
        cues->items[cues->count++] = (struct cue){.kind = kind, .value = value};
    }
}

bool session_over(const struct session *session)
{
    return session->phase == PHASE_OVER;
}

// The only place where a phase begins.
static void enter(struct session *session, enum phase phase, struct cue_queue *cues)
{
    session->phase = phase;
    session->phase_ms = 0;
    say(cues, CUE_PHASE, (int)phase);
}

// ---- rounds

static void start_round(struct session *session, int round, struct cue_queue *cues)
{
    session->round = round;
    session->away_ms = rounds_away_ms(session, round);
    session->touched = false;
    session->upset = false;
    session->held = false;
    session->lasted_ms = 0;
    say(cues, CUE_ROUND, round);
    enter(session, PHASE_GREET, cues);
}

static void start_ritual(struct session *session, struct cue_queue *cues)
{
    session->ending = true;
    enter(session, PHASE_RITUAL, cues);
}

// A round begins, anew or again; the ritual where no round fits into the session's limit any more.
static void begin_round(struct session *session, int wanted, struct cue_queue *cues)
{
    int round = rounds_fitting(session, wanted);
    if (round != wanted) {
        session->why = END_LIMIT;
    }
    if (round == ROUNDS_NONE) {
        start_ritual(session, cues);
    } else if (round != session->round) {
        start_round(session, round, cues);
    } else {
        session->away_ms = rounds_away_ms(session, round);
        enter(session, PHASE_GREET, cues);
    }
}

// In order; straight to the last, easy one after an upset.
static void next_round(struct session *session, struct cue_queue *cues)
{
    int last = session->plan.rounds - 1;
    if (session->ending || session->round >= last) {
        start_ritual(session, cues);
        return;
    }
    begin_round(session, session->upsets > 0 ? last : session->round + 1, cues);
}

static void count_calm(struct session *session)
{
    session->calm++;
    if (session->lasted_ms > session->longest_calm_ms) {
        session->longest_calm_ms = session->lasted_ms;
    }
    if (rounds_own_lasted(session)) {
        session->own_lasted = true;
    }
}

static void close_round(struct session *session, struct cue_queue *cues)
{
    if (session->touched && !session->upset) {
        count_calm(session);
    } else if (!session->upset && !session->held) {
        session->easy = true;
    }
    next_round(session, cues);
}

// ---- going and coming back

static void go(struct session *session, struct cue_queue *cues)
{
    session->gone = true;
    session->gone_ms = 0;
    session->due_ms = session->away_ms;
    session->due_why = BACK_TIME;
    session->bridges = 0;
    comfort_start(&session->comfort);
    say(cues, CUE_GONE, 0);
    enter(session, PHASE_AWAY, cues);
}

static void bring_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    if (!session->gone) {
        return;
    }
    session->gone = false;
    session->lasted_ms = session->gone_ms;
    say(cues, CUE_BACK, (int)why);
}

static void come_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    bring_back(session, why, cues);
    enter(session, PHASE_REVEAL, cues);
}

// The return may come nearer, never farther.
static void bring_forward(struct session *session, int due_ms)
{
    if (due_ms < session->due_ms) {
        session->due_ms = due_ms;
        session->due_why = BACK_TOUCH;
    }
}

static void bridge(struct session *session, struct cue_queue *cues)
{
    struct bridge_plan plan = bridge_plan(session->away_ms);
    if (!session->plan.bridged || session->bridges >= plan.count) {
        return;
    }
    if (session->gone_ms < bridge_at_ms(&plan, session->bridges)) {
        return;
    }
    if (session->gone_ms + BRIDGE_BEFORE_CUE_MS + CUE_MS <= session->due_ms) {
        say(cues, CUE_BRIDGE, (int)(session->bridges == 0 ? plan.first : BRIDGE_NEAR));
    }
    session->bridges++;
}

static void pass_away(struct session *session, int dt_ms, struct cue_queue *cues)
{
    session->gone_ms += dt_ms;
    if (session->gone_ms >= session->due_ms) {
        come_back(session, session->due_why, cues);
        return;
    }
    bridge(session, cues);
    if (session->phase == PHASE_AWAY && session->gone_ms + CUE_MS >= session->due_ms) {
        enter(session, PHASE_CUE, cues);
    }
}

// ---- phases

static void finish(struct session *session, struct cue_queue *cues)
{
    session->phase = PHASE_OVER;
    say(cues, CUE_END, (int)session->why);
}

static void end_phase(struct session *session, struct cue_queue *cues)
{
    switch (session->phase) {
    case PHASE_GREET: enter(session, PHASE_GOODBYE, cues); break;
    case PHASE_GOODBYE: enter(session, PHASE_HIDE, cues); break;
    case PHASE_HIDE: go(session, cues); break;
    case PHASE_REVEAL:
        if (session->ending) {
            start_ritual(session, cues);
        } else {
            enter(session, PHASE_JOY, cues);
        }
        break;
    case PHASE_JOY: enter(session, PHASE_REST, cues); break;
    case PHASE_REST: close_round(session, cues); break;
    case PHASE_COMFORT: next_round(session, cues); break;
    case PHASE_RITUAL: finish(session, cues); break;
    case PHASE_AWAY:
    case PHASE_CUE:
    case PHASE_OVER: break;
    }
}

static void pass(struct session *session, int dt_ms, struct cue_queue *cues)
{
    session->elapsed_ms += dt_ms;
    session->phase_ms += dt_ms;
    if (session->gone) {
        pass_away(session, dt_ms, cues);
    } else if (session->phase_ms >= session_phase_length_ms(session, session->phase)) {
        end_phase(session, cues);
    }
}

// ---- what the baby and the grown-up do

static void touch(struct session *session)
{
    session->touched = true;
    if (!session->gone) {
        return;
    }
    switch (session->plan.touch) {
    case TOUCH_OPENS: bring_forward(session, session->gone_ms); break;
    case TOUCH_ANSWERS: bring_forward(session, session->gone_ms + ANSWER_MS); break;
    }
}

static void let_go(struct session *session, struct cue_queue *cues)
{
    if (session->hold != HOLD_NONE) {
        session->hold = HOLD_NONE;
        say(cues, CUE_HELD, 0);
    }
}

// What the grown-up says closes the pause card; a game in the background waits for its return, whatever is
// heard.
static void close_card(struct session *session, struct cue_queue *cues)
{
    if (session->hold == HOLD_CARD) {
        let_go(session, cues);
    }
}

static void blame(struct session *session)
{
    if (rounds_entry(session, session->round) >= -1) {
        session->upset_at_own = true;
        session->most_ms = session->away_ms * 4 / 5 / 100 * 100;
    }
}

// The friend is there at once, then comfort; the second time the session ends with the ritual. Two signs
// together (a button pressed twice, a cry and the grown-up who heard it) are one upset.
static void be_upset(struct session *session, enum upset_sign sign, struct cue_queue *cues)
{
    close_card(session, cues);
    if (session->phase == PHASE_COMFORT && session->phase_ms < SAME_UPSET_MS) {
        return;
    }
    session->upset = true;
    session->upsets++;
    comfort_start(&session->comfort);
    say(cues, CUE_UPSET, (int)sign);
    if (session->phase == PHASE_RITUAL) {
        return;
    }
    blame(session);
    if (session->upsets >= 2 && session->why != END_GROWN_UP) {
        session->ending = true;
        session->why = END_UPSET;
    }
    bring_back(session, sign == SIGN_CRY ? BACK_CRY : BACK_UPSET, cues);
    enter(session, PHASE_COMFORT, cues);
}

// The grown-up's Finish: back, then the ritual.
static void stop(struct session *session, struct cue_queue *cues)
{
    close_card(session, cues);
    if (session->phase == PHASE_RITUAL) {
        return;
    }
    session->ending = true;
    session->why = END_GROWN_UP;
    if (session->gone) {
        come_back(session, BACK_GROWN_UP, cues);
    } else if (session->phase != PHASE_REVEAL) {
        start_ritual(session, cues);
    }
}

// Held: whoever is gone is back and stays until the session goes on.
static void hold(struct session *session, enum hold hold, struct cue_queue *cues)
{
    if (session->hold == hold) {
        return;
    }
    if (session->gone) {
        come_back(session, BACK_PAUSE, cues);
    }
    if (session->hold == HOLD_NONE) {
        say(cues, CUE_HELD, 1);
    }
    session->held = true;
    session->hold = hold;
    session->hold_ms = 0;
}

// A round that was interrupted before its hiding was complete begins again.
static void go_on(struct session *session, int steps_shorter, struct cue_queue *cues)
{
    let_go(session, cues);
    session->shorter += steps_shorter;
    if (session->phase == PHASE_RITUAL) {
        enter(session, PHASE_RITUAL, cues); // always the same, and whole
    } else if (session->phase == PHASE_GOODBYE || session->phase == PHASE_HIDE ||
               session->phase == PHASE_GREET) {
        begin_round(session, session->round, cues);
    }
}

static void show(struct session *session, int hidden_ms, struct cue_queue *cues)
{
    if (session->hold != HOLD_BACKGROUND) {
        return;
    }
    if (hidden_ms > LONG_HIDDEN_MS || session->hold_ms > LONG_HIDDEN_MS) {
        let_go(session, cues);
        stop(session, cues);
    } else {
        go_on(session, 1, cues);
    }
}

static void pass_held(struct session *session, int dt_ms, struct cue_queue *cues)
{
    if (session->hold_ms <= LONG_HIDDEN_MS) { // longer makes no difference
        session->hold_ms += dt_ms;
    }
    if (session->hold == HOLD_CARD && session->hold_ms >= CARD_MS) {
        go_on(session, 1, cues);
    }
}

// The grown-up's part of the input, and the background's.
static void obey(struct session *session, const struct input *input, struct cue_queue *cues)
{
    if (input->pause && session->hold == HOLD_CARD) {
        session->hold_ms = 0; // the card shows from now on
    } else if (input->pause && session->hold == HOLD_NONE && session->phase != PHASE_RITUAL) {
        hold(session, HOLD_CARD, cues);
    }
    if (input->resume && session->hold == HOLD_CARD) {
        go_on(session, 0, cues);
    }
    if (input->fuss) {
        be_upset(session, SIGN_GROWN_UP, cues);
    } else if (input->cry) {
        be_upset(session, SIGN_CRY, cues);
    }
    if (input->stop) {
        stop(session, cues);
    }
    if (input->hide) {
        hold(session, HOLD_BACKGROUND, cues);
    }
    if (input->show) {
        show(session, input->hidden_ms, cues);
    }
}

static void feel(struct session *session, int touches, int dt_ms, struct cue_queue *cues)
{
    for (int i = 0; i < touches; i++) {
        touch(session);
    }
    if (session->gone && comfort_banging(&session->comfort, touches, dt_ms)) {
        be_upset(session, SIGN_BANGING, cues);
    }
}

void session_tick(struct session *session, const struct input *input, int dt_ms, struct cue_queue *cues)
{
    if (session_over(session)) {
        return;
    }
    obey(session, input, cues);
    if (session->hold != HOLD_NONE) {
        pass_held(session, dt_ms, cues);
        return;
    }
    feel(session, input->touches, dt_ms, cues);
    pass(session, dt_ms, cues);
}

// ---- beginning and end

void session_start(struct session *session, const struct plan *plan, struct cue_queue *cues)
{
    *session = (struct session){.plan = *plan, .why = END_DONE};
    start_round(session, 0, cues);
}

void session_close(struct session *session, struct cue_queue *cues)
{
    if (session_over(session)) {
        return;
    }
    bring_back(session, BACK_PAUSE, cues);
    session->why = END_CLOSED;
    finish(session, cues);
}

struct outcome session_outcome(const struct session *session)
{
    return (struct outcome){
        .unclear = session->easy,
        .own_lasted = session->own_lasted,
        .finished = session->why == END_DONE || session->why == END_LIMIT,
        .upsets = session->upsets,
        .upset_at_own = session->upset_at_own,
    };
}
