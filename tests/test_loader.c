// Jobs beside the game: in order, done on the main thread, dropped without a trace.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "platform/loader.h"

enum { JOBS = 200 };

static struct {
    int worked[JOBS], done[JOBS];
    int worked_count, done_count;
    pthread_t worker, finisher;
    atomic_bool begun, go_on;
} seen;

static int numbers[JOBS];

static int forget(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof seen);
    for (int i = 0; i < JOBS; i++) {
        numbers[i] = i;
    }
    return 0;
}

static void note_work(void *arg)
{
    seen.worker = pthread_self();
    seen.worked[seen.worked_count++] = *(const int *)arg;
}

static void note_done(void *arg)
{
    seen.finisher = pthread_self();
    seen.done[seen.done_count++] = *(const int *)arg;
}

// Stands still until told to go on.
static void wait_in_work(void *arg)
{
    (void)arg;
    atomic_store(&seen.begun, true);
    while (!atomic_load(&seen.go_on)) {
        usleep(200);
    }
}

static void wait_until_begun(void)
{
    while (!atomic_load(&seen.begun)) {
        usleep(200);
    }
}

static void add_all(struct loader *loader)
{
    for (int i = 0; i < JOBS; i++) {
        loader_add(loader, note_work, note_done, &numbers[i]);
    }
}

static void check_order(void)
{
    assert_int_equal(seen.worked_count, JOBS);
    assert_int_equal(seen.done_count, JOBS);
    assert_memory_equal(seen.worked, numbers, sizeof numbers);
    assert_memory_equal(seen.done, numbers, sizeof numbers);
}

static void test_jobs_and_their_ends_follow_in_order(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    add_all(loader);
    loader_finish(loader);
    check_order();
    assert_int_equal(loader_poll(loader), 0);
    loader_free(loader);
}

static void test_work_is_done_beside_and_its_end_here(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    loader_add(loader, note_work, note_done, &numbers[0]);
    loader_finish(loader);
    assert_false(pthread_equal(seen.worker, pthread_self()));
    assert_true(pthread_equal(seen.finisher, pthread_self()));
    loader_free(loader);
}

static void test_at_once_all_happens_in_add(void **state)
{
    (void)state;
    struct loader *loader = loader_new(true);
    add_all(loader);
    check_order();
    assert_true(pthread_equal(seen.worker, pthread_self()));
    assert_int_equal(loader_poll(loader), 0);
    loader_finish(loader);
    loader_free(loader);
}

static void test_poll_never_waits_and_counts_what_is_to_come(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    loader_add(loader, wait_in_work, NULL, NULL);
    loader_add(loader, note_work, note_done, &numbers[1]);
    wait_until_begun();
    assert_int_equal(loader_poll(loader), 2);
    assert_int_equal(seen.done_count, 0);
    atomic_store(&seen.go_on, true);
    loader_finish(loader);
    assert_int_equal(seen.done_count, 1);
    loader_free(loader);
}

static void *let_go_soon(void *arg)
{
    (void)arg;
    usleep(20000);
    atomic_store(&seen.go_on, true);
    return NULL;
}

static void test_what_has_not_begun_is_dropped(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    loader_add(loader, wait_in_work, note_done, &numbers[0]);
    loader_add(loader, note_work, note_done, &numbers[1]);
    wait_until_begun();
    pthread_t helper;
    assert_int_equal(pthread_create(&helper, NULL, let_go_soon, NULL), 0);
    loader_free(loader); // waits for the first job
    assert_true(atomic_load(&seen.go_on));
    pthread_join(helper, NULL);
    assert_int_equal(seen.worked_count, 0);
    assert_int_equal(seen.done_count, 0);
}

static struct loader *adding;

static void add_another(void *arg)
{
    note_done(arg);
    loader_add(adding, note_work, note_done, &numbers[1]);
}

static void test_the_end_of_a_job_may_add_another(void **state)
{
    (void)state;
    for (int at_once = 0; at_once < 2; at_once++) {
        forget(NULL);
        adding = loader_new(at_once);
        loader_add(adding, note_work, add_another, &numbers[0]);
        loader_finish(adding);
        assert_int_equal(seen.done_count, 2);
        loader_free(adding);
    }
}

static void test_a_job_is_to_come_until_it_was_polled(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    loader_add(loader, wait_in_work, note_done, &numbers[0]);
    wait_until_begun();
    assert_int_equal(loader_to_come(loader), 1);
    atomic_store(&seen.go_on, true);
    usleep(5000); // whether or not it is finished by now
    assert_int_equal(loader_to_come(loader), 1);
    loader_finish(loader);
    assert_int_equal(loader_to_come(loader), 0);
    assert_int_equal(seen.done_count, 1);
    loader_free(loader);
    assert_int_equal(loader_to_come(NULL), 0);
}

static void test_freeing_nothing_is_allowed(void **state)
{
    (void)state;
    loader_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_jobs_and_their_ends_follow_in_order, forget),
        cmocka_unit_test_setup(test_work_is_done_beside_and_its_end_here, forget),
        cmocka_unit_test_setup(test_at_once_all_happens_in_add, forget),
        cmocka_unit_test_setup(test_poll_never_waits_and_counts_what_is_to_come, forget),
        cmocka_unit_test_setup(test_what_has_not_begun_is_dropped, forget),
        cmocka_unit_test_setup(test_the_end_of_a_job_may_add_another, forget),
        cmocka_unit_test_setup(test_a_job_is_to_come_until_it_was_polled, forget),
        cmocka_unit_test(test_freeing_nothing_is_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
