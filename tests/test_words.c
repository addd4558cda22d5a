// The grown-ups' words.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "store/cast.h"
#include "store/words.h"
#include "store/words_table.h"

static void test_a_key_gives_its_words(void **state)
{
    (void)state;
    words_choose("en");
    assert_string_equal(word("home.play"), "Play now");
}

static void test_a_language_without_a_table_is_english(void **state)
{
    (void)state;
    words_choose("tlh");
    assert_string_equal(words_language(), "en");
    words_choose("en_GB.UTF-8");
    assert_string_equal(words_language(), "en");
}

static void test_values_are_filled_in_where_their_names_stand(void **state)
{
    (void)state;
    char out[64];
    word_fill(out, sizeof out, "v.count", "b", "11", "a", "6", NULL);
    assert_string_equal(out, "6 of 11");
}

static void test_a_value_that_holds_a_brace_is_not_filled_again(void **state)
{
    (void)state;
    char out[64];
    word_fill(out, sizeof out, "v.count", "a", "{b}", "b", "1", NULL);
    assert_string_equal(out, "{b} of 1");
}

static void test_a_long_value_is_cut_at_a_whole_letter(void **state)
{
    (void)state;
    char out[8];
    word_fill(out, sizeof out, "v.count", "a", "ééééé", "b", "1", NULL);
    assert_string_equal(out, "ééé");
}

static void test_seconds_have_one_digit_where_they_need_it(void **state)
{
    (void)state;
    char out[16];
    word_seconds(out, sizeof out, 2300);
    assert_string_equal(out, "2.3");
    word_seconds(out, sizeof out, 2960);
    assert_string_equal(out, "3");
}

static void test_the_longer_english_keeps_the_names_of_values(void **state)
{
    (void)state;
    char out[64];
    words_choose("qps");
    assert_string_equal(word("home.play"), "Pláay nóow");
    word_fill(out, sizeof out, "v.count", "a", "6", "b", "11", NULL);
    assert_string_equal(out, "6 óof 11");
    words_choose("en");
}

static void test_a_word_is_had_in_another_language_than_the_chosen_one(void **state)
{
    (void)state;
    words_choose("en");
    assert_string_equal(word_in("de", "s.title"), "Einstellungen");
    assert_string_equal(word("s.title"), "Settings");
    assert_string_equal(word_in("xx", "s.title"), "Settings");
    for (int i = 0; words_code(i); i++) {
        assert_string_not_equal(words_code(i), "qps");
    }
}

static void test_every_language_is_sorted_and_has_no_key_twice(void **state)
{
    (void)state;
    for (const struct words_language *language = words_languages; language->code; language++) {
        assert_true(language->count > 100);
        for (int i = 1; i < language->count; i++) {
            assert_true(strcmp(language->entries[i - 1].key, language->entries[i].key) < 0);
        }
    }
}

static int named(const char *kind, const char *(*name)(int))
{
    char key[64];
    int count = 0;
    for (; name(count); count++) {
        snprintf(key, sizeof key, "%s.%s", kind, name(count));
        if (strcmp(word(key), key) == 0) {
            fail_msg("%s has no name in %s", key, words_language());
        }
    }
    return count;
}

static void test_every_friend_place_and_backdrop_has_a_name_in_every_language(void **state)
{
    (void)state;
    for (const struct words_language *language = words_languages; language->code; language++) {
        words_choose(language->code);
        assert_string_equal(words_language(), language->code);
        assert_int_equal(named("friend", cast_friend_name), 10);
        assert_int_equal(named("place", cast_place_name), 9);
        assert_int_equal(named("backdrop", cast_backdrop_name), 5);
    }
    words_choose("en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_key_gives_its_words),
        cmocka_unit_test(test_a_language_without_a_table_is_english),
        cmocka_unit_test(test_values_are_filled_in_where_their_names_stand),
        cmocka_unit_test(test_a_value_that_holds_a_brace_is_not_filled_again),
        cmocka_unit_test(test_a_long_value_is_cut_at_a_whole_letter),
        cmocka_unit_test(test_seconds_have_one_digit_where_they_need_it),
        cmocka_unit_test(test_the_longer_english_keeps_the_names_of_values),
        cmocka_unit_test(test_every_friend_place_and_backdrop_has_a_name_in_every_language),
        cmocka_unit_test(test_a_word_is_had_in_another_language_than_the_chosen_one),
        cmocka_unit_test(test_every_language_is_sorted_and_has_no_key_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
