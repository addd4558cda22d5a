// One session of peekaboo: greet, goodbye, hide, away, cue, reveal, joy, rest; and whoever goes comes back.
#include "core/session.h"

#include "core/least.h"
#include "core/rounds.h"

/*@ requires 0 <= count <= COUNT_MAX;
    assigns \nothing;
    ensures count <= \result <= COUNT_MAX && (\result == count ==> count == COUNT_MAX); */
static int one_more(int count)
{
    return count < COUNT_MAX ? count + 1 : count;
}

/*@ requires \valid(cues) && room_for(*cues, 1);
    assigns MORE_CUES(cues);
    ensures cues->count == \old(cues->count) + 1;
    ensures cues->items[\old(cues->count)].kind == kind; */
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
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires 0 <= phase <= PHASE_OVER && room_for(*cues, 1);
    assigns session->phase, session->phase_ms, MORE_CUES(cues);
    ensures session->phase == phase && session->phase_ms == 0 && more_cues(\old(*cues), *cues, 1); */
static void enter(struct session *session, enum phase phase, struct cue_queue *cues)
{
    session->phase = phase;
    session->phase_ms = 0;
    say(cues, CUE_PHASE, (int)phase);
}

// ---- rounds

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && 0 <= round < session->plan.rounds && room_for(*cues, 2);
    assigns session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase == PHASE_GREET && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 2); */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 1);
    assigns session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase == PHASE_RITUAL && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 1); */
static void start_ritual(struct session *session, struct cue_queue *cues)
{
    session->ending = true;
    enter(session, PHASE_RITUAL, cues);
}

// A round begins, anew or again; the ritual where no round fits into the session's limit any more.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && 0 <= wanted < session->plan.rounds && room_for(*cues, 2);
    assigns session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
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
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
static void next_round(struct session *session, struct cue_queue *cues)
{
    int last = session->plan.rounds - 1;
    if (session->ending || session->round >= last) {
        start_ritual(session, cues);
        return;
    }
    begin_round(session, session->upsets > 0 ? last : session->round + 1, cues);
}

/*@ requires \valid(session) && sane(*session);
    assigns session->calm, session->longest_calm_ms, session->own_lasted;
    ensures sane(*session); */
static void count_calm(struct session *session)
{
    session->calm = one_more(session->calm);
    if (session->lasted_ms > session->longest_calm_ms) {
        session->longest_calm_ms = session->lasted_ms;
    }
    if (rounds_own_lasted(session)) {
        session->own_lasted = true;
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->calm, session->longest_calm_ms, session->own_lasted, session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && session->hold == HOLD_NONE && room_for(*cues, 2);
    assigns session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->gone && more_cues(\old(*cues), *cues, 2);
    ensures session->gone_ms == 0 && session->due_ms == session->away_ms; */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 1);
    assigns session->gone, session->lasted_ms, MORE_CUES(cues);
    ensures sane(*session) && !session->gone && more_cues(\old(*cues), *cues, 1);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues); */
static void bring_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    if (!session->gone) {
        return;
    }
    session->gone = false;
    session->lasted_ms = session->gone_ms;
    say(cues, CUE_BACK, (int)why);
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->gone, session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && !session->gone && session->phase == PHASE_REVEAL && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 2) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues); */
static void come_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    bring_back(session, why, cues);
    enter(session, PHASE_REVEAL, cues);
}

// The return may come nearer, never farther.
/*@ requires \valid(session);
    assigns session->due_ms, session->due_why;
    ensures never_farther: session->due_ms == \min(due_ms, \old(session->due_ms)); */
static void bring_forward(struct session *session, int due_ms)
{
    if (due_ms < session->due_ms) {
        session->due_ms = due_ms;
        session->due_why = BACK_TOUCH;
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->gone && room_for(*cues, 1);
    assigns session->bridges, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 1); */
static void bridge(struct session *session, struct cue_queue *cues)
{
    struct bridge_plan plan = bridge_plan(session->away_ms, session->plan.gaps);
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && session->gone && out_of_sight(session->phase) && 1 <= dt_ms <= 1000;
    requires 0 <= session->gone_ms <= session->due_ms <= session->away_ms && session->hold == HOLD_NONE;
    requires session->phase_ms <= session->gone_ms + dt_ms && room_for(*cues, 2);
    assigns session->gone, session->gone_ms, session->lasted_ms, session->bridges,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures in_this_very_tick: session->gone <==> \old(session->gone_ms) + dt_ms < session->due_ms;
    ensures session->gone ==> session->gone_ms == \old(session->gone_ms) + dt_ms; */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires room_for(*cues, 1);
    assigns session->phase, MORE_CUES(cues);
    ensures session->phase == PHASE_OVER && more_cues(\old(*cues), *cues, 1); */
static void finish(struct session *session, struct cue_queue *cues)
{
    session->phase = PHASE_OVER;
    say(cues, CUE_END, (int)session->why);
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && !session->gone && !out_of_sight(session->phase);
    requires session->phase != PHASE_OVER && session->hold == HOLD_NONE && room_for(*cues, 2);
    assigns session->calm, session->longest_calm_ms, session->own_lasted, session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms,
        session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures session->gone ==> \old(session->phase) == PHASE_HIDE && session->gone_ms == 0 &&
        session->due_ms == session->away_ms; */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 2);
    assigns session->elapsed_ms, session->calm, session->longest_calm_ms, session->own_lasted,
        session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms,
        session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures \old(session->gone) ==>
        (session->gone <==> \old(session->gone_ms) + dt_ms < \old(session->due_ms));
    ensures \old(session->gone) && session->gone ==> nearer(\old(*session), *session, dt_ms);
    ensures !\old(session->gone) && session->gone ==> \old(session->phase) == PHASE_HIDE &&
        session->gone_ms == 0 && session->due_ms == session->away_ms; */
static void pass(struct session *session, int dt_ms, struct cue_queue *cues)
{
    session->elapsed_ms = lesser(session->elapsed_ms + dt_ms, COUNT_MAX);
    session->phase_ms += dt_ms;
    if (session->gone) {
        pass_away(session, dt_ms, cues);
    } else if (session->phase_ms >= session_phase_length_ms(session, session->phase)) {
        end_phase(session, cues);
    }
}

// ---- what the baby and the grown-up do

/*@ requires \valid(session) && promised(*session);
    assigns session->touched, session->due_ms, session->due_why;
    ensures promised(*session);
    ensures never_farther: session->due_ms <= \old(session->due_ms); */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires room_for(*cues, 1);
    assigns session->hold, MORE_CUES(cues);
    ensures session->hold == HOLD_NONE && more_cues(\old(*cues), *cues, 1); */
static void let_go(struct session *session, struct cue_queue *cues)
{
    if (session->hold != HOLD_NONE) {
        session->hold = HOLD_NONE;
        say(cues, CUE_HELD, 0);
    }
}

// What the grown-up says closes the pause card; a game in the background waits for its return, whatever is
// heard.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires room_for(*cues, 1);
    assigns session->hold, MORE_CUES(cues);
    ensures session->hold == (\old(session->hold) == HOLD_CARD ? HOLD_NONE : \old(session->hold));
    ensures more_cues(\old(*cues), *cues, 1); */
static void close_card(struct session *session, struct cue_queue *cues)
{
    if (session->hold == HOLD_CARD) {
        let_go(session, cues);
    }
}

/*@ requires \valid(session) && sane(*session);
    assigns session->upset_at_own, session->most_ms;
    ensures sane(*session); */
static void blame(struct session *session)
{
    if (rounds_entry(session, session->round) >= -1) {
        session->upset_at_own = true;
        session->most_ms = session->away_ms * 4 / 5 / 100 * 100;
    }
}

// The friend is there at once, then comfort; the second time the session ends with the ritual. Two signs
// together (a button pressed twice, a cry and the grown-up who heard it) are one upset.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 4);
    assigns session->hold, session->upset, session->upsets, session->comfort, session->upset_at_own,
        session->most_ms, session->ending, session->why, session->gone, session->lasted_ms,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && more_cues(\old(*cues), *cues, 4);
    ensures session->phase == PHASE_COMFORT || session->phase == PHASE_RITUAL;
    ensures \old(session->hold) == HOLD_NONE ==> session->hold == HOLD_NONE;
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues); */
static void be_upset(struct session *session, enum upset_sign sign, struct cue_queue *cues)
{
    close_card(session, cues);
    if (session->phase == PHASE_COMFORT && session->phase_ms < SAME_UPSET_MS) {
        return;
    }
    session->upset = true;
    session->upsets = one_more(session->upsets);
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
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 3);
    assigns session->hold, session->ending, session->why, session->gone, session->lasted_ms,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && more_cues(\old(*cues), *cues, 3);
    ensures session->phase == PHASE_REVEAL || session->phase == PHASE_RITUAL;
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues); */
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
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 3);
    requires hold == HOLD_CARD || hold == HOLD_BACKGROUND;
    assigns session->hold, session->hold_ms, session->held, session->gone, session->lasted_ms,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && session->hold == hold;
    ensures session->phase == \old(session->phase) || session->phase == PHASE_REVEAL;
    ensures more_cues(\old(*cues), *cues, 3) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues); */
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
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && !session->gone && session->phase != PHASE_OVER;
    requires 0 <= steps_shorter <= 1 && room_for(*cues, 3);
    assigns session->hold, session->shorter, session->why, session->round, session->away_ms,
        session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->hold == HOLD_NONE && more_cues(\old(*cues), *cues, 3);
    ensures session->phase != PHASE_HIDE && session->phase != PHASE_OVER && !session->gone; */
static void go_on(struct session *session, int steps_shorter, struct cue_queue *cues)
{
    let_go(session, cues);
    session->shorter = lesser(session->shorter + steps_shorter, COUNT_MAX);
    if (session->phase == PHASE_RITUAL) {
        enter(session, PHASE_RITUAL, cues); // always the same, and whole
    } else if (session->phase == PHASE_GOODBYE || session->phase == PHASE_HIDE ||
               session->phase == PHASE_GREET) {
        begin_round(session, session->round, cues);
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 4);
    assigns session->hold, session->shorter, session->gone, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && more_cues(\old(*cues), *cues, 4);
    ensures session->gone == \old(session->gone);
    ensures session->gone ==> nearer(\old(*session), *session, 0);
    ensures session->phase == PHASE_HIDE ==>
        \old(session->phase) == PHASE_HIDE && \old(session->hold) == session->hold &&
        session->hold != HOLD_BACKGROUND; */
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

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->hold != HOLD_NONE && session->phase != PHASE_OVER;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 3);
    assigns session->hold, session->hold_ms, session->shorter, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && more_cues(\old(*cues), *cues, 3); */
static void pass_held(struct session *session, int dt_ms, struct cue_queue *cues)
{
    if (session->hold_ms <= LONG_HIDDEN_MS) { // longer makes no difference
        session->hold_ms += dt_ms;
    }
    if (session->hold == HOLD_CARD && session->hold_ms >= CARD_MS) {
        go_on(session, 1, cues);
    }
}

// The grown-up's part of the input.
/*@ requires \valid(session) && \valid(input) && \valid(cues) && \separated(session, input, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 14);
    assigns session->hold, session->hold_ms, session->shorter, session->gone, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held, session->lasted_ms,
        session->ending, session->phase, session->phase_ms, session->upsets, session->comfort,
        session->upset_at_own, session->most_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && more_cues(\old(*cues), *cues, 14);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) &&
        session->upsets == \old(session->upsets) && !grown_up_calls(*input);
    ensures session->phase == PHASE_HIDE ==> !\old(session->gone);
    ensures session->phase == PHASE_HIDE && session->hold == HOLD_NONE ==>
        session->upsets == \old(session->upsets) && !grown_up_calls(*input); */
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
}

/*@ requires \valid(session) && \valid(input) && \valid(cues) && \separated(session, input, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 7);
    assigns session->hold, session->hold_ms, session->shorter, session->gone, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held, session->lasted_ms,
        session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && more_cues(\old(*cues), *cues, 7);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) && !input->hide;
    ensures session->phase == PHASE_HIDE ==> \old(session->phase) == PHASE_HIDE;
    ensures session->phase == PHASE_HIDE && session->hold == HOLD_NONE ==>
        \old(session->hold) == HOLD_NONE && !input->hide; */
static void leave_and_return(struct session *session, const struct input *input, struct cue_queue *cues)
{
    if (input->hide) {
        hold(session, HOLD_BACKGROUND, cues);
    }
    if (input->show) {
        show(session, input->hidden_ms, cues);
    }
}

// The cry hint's soft level brings back whoever is gone, and that is all: a guess costs nothing but some of
// the time away. Where nobody is gone it is nothing.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires room_for(*cues, 2);
    assigns session->held, session->gone, session->lasted_ms, session->phase, session->phase_ms,
        MORE_CUES(cues);
    ensures promised(*session) && !session->gone && session->hold == HOLD_NONE;
    ensures session->phase == (\old(session->gone) ? PHASE_REVEAL : \old(session->phase));
    ensures more_cues(\old(*cues), *cues, 2) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues); */
static void hear_cry(struct session *session, struct cue_queue *cues)
{
    if (session->gone) {
        session->held = true;
        come_back(session, BACK_CRY, cues);
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 4);
    assigns session->touched, session->due_ms, session->due_why, session->hold, session->upset,
        session->upsets,
        session->comfort, session->upset_at_own, session->most_ms, session->ending, session->why,
        session->gone, session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    ensures more_cues(\old(*cues), *cues, 4) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) &&
        session->upsets == \old(session->upsets);
    ensures !\old(session->gone) ==>
        session->phase == \old(session->phase) && session->upsets == \old(session->upsets);
    ensures \old(session->gone) ==> session->phase != PHASE_HIDE; */
static void feel(struct session *session, int touches, int dt_ms, struct cue_queue *cues)
{
    /*@ loop invariant 0 <= i;
        loop invariant promised(*session) && session->due_ms <= \at(session->due_ms, Pre);
        loop assigns i, session->touched, session->due_ms, session->due_why;
        loop variant touches - i; */
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
    leave_and_return(session, input, cues);
    if (session->hold != HOLD_NONE) {
        pass_held(session, dt_ms, cues);
        return;
    }
    if (input->cry_soft) {
        hear_cry(session, cues);
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
