// What the promise asks of every single step.
#include "step.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static int count(const struct cue_queue *cues, enum cue_kind kind)
{
    int found = 0;
    for (int i = 0; i < cues->count; i++) {
        found += cues->items[i].kind == kind;
    }
    return found;
}

// Whoever goes comes back, in time.
static void check_going_and_coming(const struct step *step)
{
    const struct session *before = step->before, *after = &step->after;
    int gone = count(&step->cues, CUE_GONE), back = count(&step->cues, CUE_BACK);
    assert_true(gone <= 1 && back <= 1);
    assert_int_equal(before->gone + gone - back, after->gone);
    if (before->gone && after->gone) {
        assert_int_equal(after->round, before->round);
        assert_int_equal(after->away_ms, before->away_ms);
        assert_true(after->due_ms <= before->due_ms);
        assert_true(after->due_ms - after->gone_ms < before->due_ms - before->gone_ms);
    }
    if (gone) {
        assert_int_equal(after->gone_ms, 0);
        assert_true(after->due_ms <= after->away_ms);
    }
    if (back) {
        assert_true(after->lasted_ms < after->away_ms + step->dt_ms);
        assert_int_equal(after->round, before->round);
    }
}

// Nobody is gone where nobody may be.
static void check_who_is_there(const struct session *session)
{
    bool out_of_sight = session->phase == PHASE_AWAY || session->phase == PHASE_CUE;
    assert_int_equal(session->gone, out_of_sight);
    if (session->gone) {
        assert_int_equal(session->hold, HOLD_NONE);
        assert_false(session->ending);
        assert_true(session->upsets == 0 || session->round == session->plan.rounds - 1);
        assert_true(session->upsets < 2);
    }
}

static void check_lengths(const struct session *session)
{
    const struct plan *plan = &session->plan;
    assert_in_range(session->round, 0, plan->rounds - 1);
    assert_in_range(session->away_ms, 1, plan->away_ms[session->round]);
    assert_in_range(plan->away_ms[session->round], 1, plan->rungs.longest_ms);
    assert_in_range(plan->rungs.longest_ms, 1, plan->cap_ms);
}

static void check_the_end(const struct step *step)
{
    int ends = count(&step->cues, CUE_END);
    bool over = session_over(&step->after);
    assert_int_equal(ends, over && !session_over(step->before));
    if (ends) {
        assert_int_equal(step->before->phase, PHASE_RITUAL);
    }
    if (session_over(step->before)) {
        assert_int_equal(step->cues.count, 0);
    }
}

// The cry hint's soft level brings back, and that is all.
static void check_soft_cry(const struct step *step)
{
    const struct input *input = step->input;
    if (!input->cry_soft || !step->before->gone) {
        return;
    }
    assert_false(step->after.gone);
    if (!input->fuss && !input->cry) {
        assert_int_equal(count(&step->cues, CUE_UPSET), 0);
        assert_int_equal(step->after.upsets, step->before->upsets);
    }
    assert_int_equal(step->after.lasted_ms, step->before->gone_ms);
    assert_true(!step->after.touched || step->before->touched || input->touches > 0);
}

static void check_what_was_asked(const struct step *step)
{
    const struct session *before = step->before, *after = &step->after;
    bool asked = step->input->stop || step->input->pause || step->input->hide;
    bool upset = step->input->fuss || step->input->cry;
    if (asked || upset || count(&step->cues, CUE_UPSET) > 0) {
        assert_false(after->gone);
    }
    if (upset && !session_over(before)) {
        bool same = before->phase == PHASE_COMFORT && before->phase_ms < SAME_UPSET_MS;
        assert_int_equal(count(&step->cues, CUE_UPSET), same ? 0 : 1);
    }
    if (before->hold == HOLD_BACKGROUND && !step->input->show) {
        assert_int_equal(after->hold, HOLD_BACKGROUND);
    }
    if (step->input->touches && after->gone && before->gone) {
        assert_int_equal(after->plan.touch, TOUCH_ANSWERS);
        assert_true(after->due_ms - before->gone_ms <= ANSWER_MS);
    }
}

void step_check(const struct step *step)
{
    check_going_and_coming(step);
    check_who_is_there(&step->after);
    check_lengths(&step->after);
    check_the_end(step);
    check_what_was_asked(step);
    check_soft_cry(step);
    assert_true(step->cues.count <= 10);
}

void step_check_close(const struct session *session)
{
    struct session closed = *session;
    struct cue_queue cues = {0};
    session_close(&closed, &cues);
    assert_false(closed.gone);
    assert_true(session_over(&closed));
    assert_int_equal(count(&cues, CUE_BACK), session->gone);
    assert_int_equal(count(&cues, CUE_END), !session_over(session));
}
