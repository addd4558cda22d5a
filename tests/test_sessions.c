// What is kept of sessions and goodbyes, and what a grown-up's word about the last session does to tomorrow.
#include "family_folder.h"
#include "store/partings.h"
#include "store/sessions.h"

static const struct outcome calm = {.own_lasted = true, .finished = true};
static const struct outcome fussy = {.own_lasted = true, .finished = true, .upsets = 1, .upset_at_own = true};
static const struct outcome watched = {.unclear = true, .finished = true};

// Plays a session of that outcome with the ladder that is stored (else a slow one at step 4); its id.
static int64_t played(struct family *family, const char *level, struct outcome outcome, int64_t began)
{
    struct session_record record = a_session;
    record.level = level;
    record.began = began;
    record.outcome = outcome;
    record.upsets = outcome.upsets;
    record.before = (struct ladder){.step = 4, .clean = 1, .played = began - 86400};
    family_ladder(family, level, &record.before);
    record.step = record.before.step;
    const struct ladder next = ladder_after(&record.before, &outcome, began + 100, &record.rungs);
    assert_true(family_keep_session(family, &record, &next));
    struct session_note last;
    assert_true(session_last(family, &last));
    return last.id;
}

static struct ladder ladder_of(struct family *family, const char *level)
{
    struct ladder ladder = {.step = -1};
    family_ladder(family, level, &ladder);
    return ladder;
}

static void test_sessions_are_listed_with_the_youngest_last(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_note *notes = NULL;
    assert_int_equal(sessions_list(family, 0, &notes), 0);
    assert_null(notes);
    played(family, "first_peekaboo", calm, 1000);
    played(family, "wait_and_see", fussy, 3000);
    played(family, "first_peekaboo", watched, 2000); // the calendar was set back
    assert_int_equal(sessions_list(family, 0, &notes), 3);
    assert_string_equal(notes[1].level, "wait_and_see");
    assert_int_equal(notes[1].began, 3000);
    assert_int_equal(notes[1].ended, 3100);
    assert_int_equal(notes[1].upsets, 1);
    assert_int_equal(notes[1].step, 4);
    assert_int_equal(notes[1].next_step, 2);
    assert_int_equal(notes[0].next_step, 5);
    assert_int_equal(notes[0].longest_calm_ms, 1900);
    assert_int_equal(notes[0].age_months, 8);
    assert_true(notes[2].unclear);
    assert_false(notes[1].unclear);
    assert_true(notes[0].id < notes[1].id && notes[1].id < notes[2].id);
    free(notes);
    assert_int_equal(sessions_list(family, 2000, &notes), 2);
    assert_int_equal(notes[0].began, 3000);
    free(notes);
    assert_int_equal(sessions_since(family, 2001), 1);
    family_close(family);
}

static void test_every_end_is_read_as_it_was_kept(void **state)
{
    (void)state;
    struct family *family = opened();
    for (enum end_why why = END_DONE; why <= END_CLOSED; why++) {
        struct session_record record = a_session;
        struct session_note last;
        record.why = why;
        assert_true(family_keep_session(family, &record, &a_ladder));
        assert_true(session_last(family, &last));
        assert_int_equal(last.why, why);
    }
    family_close(family);
}

// ---- marks

static void test_an_unclear_session_said_to_be_calm_counts_as_such(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", watched, 1000);
    assert_int_equal(ladder_of(family, "a").step, 4);
    assert_true(session_mark(family, id, MARK_CALM));
    assert_int_equal(ladder_of(family, "a").step, 5); // the second calm one in a row
    assert_int_equal(ladder_of(family, "a").clean, 0);
    assert_int_equal(ladder_of(family, "a").played, 1100);
    struct session_note last;
    assert_true(session_last(family, &last));
    assert_int_equal(last.mark, MARK_CALM);
    assert_int_equal(last.next_step, 5);
    assert_true(last.unclear); // what was seen stays
    family_close(family);
}

static void test_a_session_said_to_be_fussy_goes_two_steps_down(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", calm, 1000);
    assert_int_equal(ladder_of(family, "a").step, 5);
    assert_true(session_mark(family, id, MARK_FUSSY));
    assert_int_equal(ladder_of(family, "a").step, 2);
    assert_int_equal(ladder_of(family, "a").upset_sessions, 1);
    family_close(family);
}

static void test_a_slip_of_the_finger_is_as_if_nothing_had_been(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", fussy, 1000);
    assert_int_equal(ladder_of(family, "a").step, 2);
    assert_true(session_mark(family, id, MARK_SLIP));
    assert_int_equal(ladder_of(family, "a").step, 5);
    assert_int_equal(ladder_of(family, "a").upset_sessions, 0);
    family_close(family);
}

static void test_a_session_that_is_not_noted_changes_no_step(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", fussy, 1000);
    assert_true(session_mark(family, id, MARK_HIDE));
    assert_int_equal(ladder_of(family, "a").step, 4);
    assert_int_equal(ladder_of(family, "a").clean, 1);
    assert_int_equal(ladder_of(family, "a").played, 1100);
    family_close(family);
}

static void test_a_mark_may_be_changed_as_often_as_one_likes(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", watched, 1000);
    const enum session_mark marks[] = {MARK_FUSSY, MARK_CALM, MARK_CALM, MARK_HIDE, MARK_NONE, MARK_FUSSY};
    const int steps[] = {2, 5, 5, 4, 4, 2};
    for (int i = 0; i < 6; i++) {
        assert_true(session_mark(family, id, marks[i]));
        assert_int_equal(ladder_of(family, "a").step, steps[i]);
    }
    family_close(family);
}

static void test_only_the_last_session_is_marked(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t first = played(family, "a", calm, 1000), last = played(family, "b", calm, 2000);
    assert_false(session_mark(family, first, MARK_FUSSY));
    assert_false(session_mark(family, last + 1, MARK_FUSSY));
    assert_false(session_mark(NULL, last, MARK_FUSSY));
    assert_int_equal(ladder_of(family, "a").step, 5);
    assert_int_equal(ladder_of(family, "b").step, 5);
    assert_true(session_mark(family, last, MARK_FUSSY));
    assert_int_equal(ladder_of(family, "a").step, 5); // each level has its own
    family_close(family);
}

static void test_what_was_wished_since_the_session_stays_wished(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", calm, 1000);
    struct ladder wished = ladder_of(family, "a");
    wished.shorter = 1;
    wished.stay = true;
    assert_true(ladder_keep(family, "a", &wished));
    assert_true(session_mark(family, id, MARK_FUSSY));
    assert_int_equal(ladder_of(family, "a").step, 2);
    assert_int_equal(ladder_of(family, "a").shorter, 1);
    assert_true(ladder_of(family, "a").stay);
    family_close(family);
}

static void test_a_mark_that_can_not_be_kept_changes_nothing(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t id = played(family, "a", calm, 1000);
    meddle("CREATE TRIGGER full BEFORE INSERT ON ladder BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    assert_false(session_mark(family, id, MARK_FUSSY));
    meddle("DROP TRIGGER full");
    struct session_note last;
    assert_true(session_last(family, &last));
    assert_int_equal(last.mark, MARK_NONE);
    assert_int_equal(last.next_step, 5);
    assert_int_equal(ladder_of(family, "a").step, 5);
    family_close(family);
}

static void test_a_ladder_is_kept_for_a_level_that_was_never_played(void **state)
{
    (void)state;
    struct family *family = opened();
    const struct ladder wished = {.step = 2, .fast = true, .shorter = 1, .stay = true};
    assert_true(ladder_keep(family, "a", &wished));
    assert_false(ladder_keep(NULL, "a", &wished));
    family_close(family);
    family = opened();
    assert_int_equal(ladder_of(family, "a").step, 2);
    assert_int_equal(ladder_of(family, "a").shorter, 1);
    assert_true(ladder_of(family, "a").stay);
    family_close(family);
}

// ---- goodbyes

static void test_goodbyes_are_kept_in_their_order(void **state)
{
    (void)state;
    struct family *family = opened();
    struct parting *partings = NULL;
    assert_int_equal(partings_list(family, &partings), 0);
    const struct parting first = {
        .began = 1000, .step = 0, .planned_s = 10, .took_s = 9, .how = PARTING_EASY, .stayed = 3};
    const struct parting second = {
        .began = 900, .step = 1, .planned_s = 45, .took_s = 20, .how = PARTING_HARD};
    assert_true(partings_add(family, &first));
    assert_true(partings_add(family, &second));
    assert_false(partings_add(NULL, &second));
    family_close(family);
    family = opened();
    assert_int_equal(partings_list(family, &partings), 2);
    assert_int_equal(partings[0].began, 1000);
    assert_int_equal(partings[0].planned_s, 10);
    assert_int_equal(partings[0].took_s, 9);
    assert_int_equal(partings[0].how, PARTING_EASY);
    assert_int_equal(partings[0].stayed, 3);
    assert_int_equal(partings[1].step, 1);
    assert_int_equal(partings[1].how, PARTING_HARD);
    assert_true(partings[0].id < partings[1].id);
    free(partings);
    family_close(family);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_sessions_are_listed_with_the_youngest_last),
        IN_A_FOLDER(test_every_end_is_read_as_it_was_kept),
        IN_A_FOLDER(test_an_unclear_session_said_to_be_calm_counts_as_such),
        IN_A_FOLDER(test_a_session_said_to_be_fussy_goes_two_steps_down),
        IN_A_FOLDER(test_a_slip_of_the_finger_is_as_if_nothing_had_been),
        IN_A_FOLDER(test_a_session_that_is_not_noted_changes_no_step),
        IN_A_FOLDER(test_a_mark_may_be_changed_as_often_as_one_likes),
        IN_A_FOLDER(test_only_the_last_session_is_marked),
        IN_A_FOLDER(test_what_was_wished_since_the_session_stays_wished),
        IN_A_FOLDER(test_a_mark_that_can_not_be_kept_changes_nothing),
        IN_A_FOLDER(test_a_ladder_is_kept_for_a_level_that_was_never_played),
        IN_A_FOLDER(test_goodbyes_are_kept_in_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
