// What the baby and the grown-up do: touch, fuss, pause, go on, leave for a while, finish.
#include "core/session_input.h"

#include "core/least.h"
#include "core/rounds.h"
#include "core/session_away.h"
#include "core/session_rounds.h"
#include "core/session_say.h"

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
    session_bring_back(session, sign == SIGN_CRY ? BACK_CRY : BACK_UPSET, cues);
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
        session_come_back(session, BACK_GROWN_UP, cues);
    } else if (session->phase != PHASE_REVEAL) {
        session_start_ritual(session, cues);
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
        session_come_back(session, BACK_PAUSE, cues);
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
        session_begin_round(session, session->round, cues);
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

void session_pass_held(struct session *session, int dt_ms, struct cue_queue *cues)
{
    if (session->hold_ms <= LONG_HIDDEN_MS) { // longer makes no difference
        session->hold_ms += dt_ms;
    }
    if (session->hold == HOLD_CARD && session->hold_ms >= CARD_MS) {
        go_on(session, 1, cues);
    }
}

void session_obey(struct session *session, const struct input *input, struct cue_queue *cues)
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

void session_leave_and_return(struct session *session, const struct input *input, struct cue_queue *cues)
{
    if (input->hide) {
        hold(session, HOLD_BACKGROUND, cues);
    }
    if (input->show) {
        show(session, input->hidden_ms, cues);
    }
}

void session_hear_cry(struct session *session, struct cue_queue *cues)
{
    if (session->gone) {
        session->held = true;
        session_come_back(session, BACK_CRY, cues);
    }
}

void session_feel(struct session *session, int touches, int dt_ms, struct cue_queue *cues)
{
    /*@ loop invariant 0 <= i;
        loop invariant promised(*session) && session->due_ms <= \at(session->due_ms, Pre);
        loop assigns i, session->touched, session->due_ms, session->due_why;
        loop variant touches - i; */
    for (int i = 0; i < touches; i++) {
        session_touch(session);
    }
    if (session->gone && comfort_banging(&session->comfort, touches, dt_ms)) {
        be_upset(session, SIGN_BANGING, cues);
    }
}
