// The trace's judge: what breaks the promise is refused, by its reason.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "replays/facts.h"

#define SESSION "{\"t\":0,\"event\":\"session\",\"level\":\"x\",\"cap_ms\":5000}\n"
#define ROUND                                                                                                \
    "{\"t\":0,\"event\":\"round\",\"round\":1,\"who\":\"bear\",\"place\":\"theatre\",\"away_ms\":1000}\n"
#define GONE "{\"t\":5400,\"event\":\"gone\",\"who\":\"bear\",\"place\":\"theatre\"}\n"
#define BACK "{\"t\":6400,\"event\":\"back\",\"who\":\"bear\",\"place\":\"theatre\",\"why\":\"time\"}\n"
#define END                                                                                                  \
    "{\"t\":9000,\"event\":\"end\",\"why\":\"done\"}\n{\"t\":9000,\"event\":\"frames\",\"drawn\":1,"         \
    "\"late\":0}\n"

static char reason[REASON_SIZE];

static bool promised(const char *text)
{
    struct facts facts;
    bool good = facts_read(&facts, text, reason) && facts_promise(&facts, reason);
    facts_free(&facts);
    return good;
}

static void refused(const char *text, const char *because)
{
    assert_false(promised(text));
    assert_non_null(strstr(reason, because));
}

static void test_a_round_with_its_return_is_good(void **state)
{
    (void)state;
    assert_true(promised(SESSION ROUND GONE BACK END));
}

static void test_a_friend_who_stays_away_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND GONE END, "nobody comes back");
}

static void test_another_friend_or_place_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND GONE
            "{\"t\":6400,\"event\":\"back\",\"who\":\"duck\",\"place\":\"theatre\",\"why\":\"time\"}\n" END,
            "another comes back");
    refused(SESSION ROUND GONE
            "{\"t\":6400,\"event\":\"back\",\"who\":\"bear\",\"place\":\"sofa\",\"why\":\"time\"}\n" END,
            "another comes back");
}

static void test_a_late_return_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND GONE
            "{\"t\":6440,\"event\":\"back\",\"who\":\"bear\",\"place\":\"theatre\",\"why\":\"time\"}\n" END,
            "later than the 1000 promised");
}

static void test_a_round_above_the_cap_is_refused(void **state)
{
    (void)state;
    refused(SESSION "{\"t\":0,\"event\":\"round\",\"round\":1,\"who\":\"bear\",\"place\":\"theatre\",\"away_"
                    "ms\":5001}\n" END,
            "longer than the cap");
}

static void test_a_return_of_somebody_who_is_there_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND BACK END, "without having gone");
    refused(SESSION ROUND GONE BACK BACK END, "without having gone");
}

static void test_a_touch_without_its_answer_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND "{\"t\":100,\"event\":\"touch\",\"x\":0.50,\"y\":0.50}\n" END, "without an answer");
    refused(SESSION ROUND "{\"t\":100,\"event\":\"touch\",\"x\":0.50,\"y\":0.50}\n"
                          "{\"t\":150,\"event\":\"answer\"}\n" END,
            "without an answer");
    refused(SESSION ROUND "{\"t\":100,\"event\":\"touch\",\"x\":0.50,\"y\":0.50}\n"
                          "{\"t\":100,\"event\":\"answer\"}\n{\"t\":100,\"event\":\"answer\"}\n" END,
            "1 touches, but 2 answers");
}

static void test_a_trace_without_an_end_is_refused(void **state)
{
    (void)state;
    refused(SESSION ROUND GONE BACK, "no session that ends");
    refused(SESSION ROUND "{\"t\":9000,\"event\":\"end\",\"why\":\"done\"}\n",
            "does not end with its frames");
    refused("", "no session that ends");
    refused("{\"t\":0,\"event\":\"scene\",\"name\":\"play\"}\n{\"t\":9,\"event\":\"frames\",\"drawn\":1,"
            "\"late\":0}\n",
            "no session that ends");
}

static void test_a_clock_that_goes_back_is_refused(void **state)
{
    (void)state;
    refused("{\"t\":1,\"event\":\"session\",\"cap_ms\":5000}\n" ROUND END, "goes back in time");
}

static void test_words_that_are_no_trace_are_refused(void **state)
{
    (void)state;
    refused("hello\n", "not a trace's line");
    refused("{\"t\":1,\"event\":\"dance\"}\n", "not a trace's event");
    refused(SESSION ROUND GONE BACK END "{\"t\":9", "the last line is not ended");
}

static bool said(const char *sentence)
{
    struct facts facts;
    bool good =
        facts_read(&facts, SESSION ROUND GONE BACK END, reason) && facts_say(&facts, sentence, reason);
    facts_free(&facts);
    return good;
}

static void test_sentences_are_true_or_false(void **state)
{
    (void)state;
    assert_true(said("1 back why=time who=bear between 6000 and 6400"));
    assert_false(said("1 back why=touch"));
    assert_false(said("1 back between 6401 and 9999"));
    assert_true(said("no upset"));
    assert_false(said("no gone"));
    assert_true(said("some round place=theatre"));
    assert_false(said("some touch"));
    assert_true(said("after gone within 1000 ms back"));
    assert_false(said("after gone within 999 ms back"));
    assert_false(said("after touch within 999 ms back"));
    assert_false(said("2 back"));
}

static void test_a_sentence_that_is_not_understood_is_false(void **state)
{
    (void)state;
    assert_false(said("perhaps back"));
    assert_non_null(strstr(reason, "not understood"));
    assert_false(said("no"));
    assert_false(said("1 back between six and seven"));
    assert_false(said("after gone back"));
    assert_false(said("1 back at once"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_round_with_its_return_is_good),
        cmocka_unit_test(test_a_friend_who_stays_away_is_refused),
        cmocka_unit_test(test_another_friend_or_place_is_refused),
        cmocka_unit_test(test_a_late_return_is_refused),
        cmocka_unit_test(test_a_round_above_the_cap_is_refused),
        cmocka_unit_test(test_a_return_of_somebody_who_is_there_is_refused),
        cmocka_unit_test(test_a_touch_without_its_answer_is_refused),
        cmocka_unit_test(test_a_trace_without_an_end_is_refused),
        cmocka_unit_test(test_a_clock_that_goes_back_is_refused),
        cmocka_unit_test(test_words_that_are_no_trace_are_refused),
        cmocka_unit_test(test_sentences_are_true_or_false),
        cmocka_unit_test(test_a_sentence_that_is_not_understood_is_false),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
