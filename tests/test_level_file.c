// A level's file: what is right is read exactly, and nothing in a file can harm the game.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/level_file.h"

static const char sample[] = "title: Little peek\n"
                             "ages: 6 to 8 months\n"
                             "away:\n"
                             "  first: 1.0\n"
                             "  longest: 5.0\n"
                             "  step: 1.25\n"
                             "rounds: 6\n"
                             "scenes:\n"
                             "  - place: theatre\n"
                             "    friend: bear\n"
                             "  - place: tree\n"
                             "    friend: family\n"
                             "    backdrop: meadow\n"
                             "backdrop: garden\n"
                             "touch: opens\n"
                             "peek: 0.15\n"
                             "longest_session: 180\n"
                             "sound_while_away: no\n";

static struct level parsed(const char *text)
{
    struct level level;
    struct level_error error;
    if (!level_parse(text, strlen(text), "a_name", &level, &error)) {
        fail_msg("line %d: %s\n%s", error.line, error.reason, text);
    }
    return level;
}

// The sample with `from` replaced by `to`.
static char *changed(const char *from, const char *to)
{
    static char text[8192];
    const char *at = strstr(sample, from);
    assert_non_null(at);
    const int written =
        snprintf(text, sizeof text, "%.*s%s%s", (int)(at - sample), sample, to, at + strlen(from));
    assert_in_range(written, 1, sizeof text - 1);
    return text;
}

static void assert_refused(const char *text, size_t length, int line, const char *words)
{
    struct level level;
    memset(&level, 0x5A, sizeof level);
    const struct level before = level;
    struct level_error error;
    assert_false(level_parse(text, length, "a_name", &level, &error));
    if (error.line != line || !strstr(error.reason, words)) {
        fail_msg("line %d: %s\nnot line %d: ... %s ...", error.line, error.reason, line, words);
    }
    assert_memory_equal(&level, &before, sizeof level);
}

static void test_a_level_is_read_exactly(void **state)
{
    (void)state;
    const struct level level = parsed(sample);
    assert_string_equal(level.name, "a_name");
    assert_string_equal(level.title, "Little peek");
    assert_int_equal(level.age_from, 6);
    assert_int_equal(level.age_to, 8);
    assert_int_equal(level.first_ms, 1000);
    assert_int_equal(level.longest_ms, 5000);
    assert_int_equal(level.step_permille, 1250);
    assert_int_equal(level.rounds, 6);
    assert_int_equal(level.scene_count, 2);
    assert_string_equal(level.scenes[0].place, "theatre");
    assert_string_equal(level.scenes[0].who, "bear");
    assert_string_equal(level.scenes[0].backdrop, "garden");
    assert_string_equal(level.scenes[1].place, "tree");
    assert_string_equal(level.scenes[1].who, "family");
    assert_string_equal(level.scenes[1].backdrop, "meadow");
    assert_int_equal(level.touch, TOUCH_OPENS);
    assert_int_equal(level.peek_permille, 150);
    assert_int_equal(level.limit_ms, 180000);
    assert_false(level.sound_while_away);
}

static void test_numbers_are_decimal_and_exact(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        int first_ms;
    } numbers[] = {{"1.1", 1100},   {"2.3", 2300},         {"4.35", 4350}, {"0.501", 501},
                   {"1.005", 1005}, {"5", 5000},           {"0.5", 500},   {".5", 500},
                   {"1.10", 1100},  {"2.675000000", 2675}, {"4.7", 4700},  {"3.14", 3140}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char line[64];
        snprintf(line, sizeof line, "first: %s\n", numbers[i].written);
        assert_int_equal(parsed(changed("first: 1.0\n", line)).first_ms, numbers[i].first_ms);
    }
}

static void test_the_ends_of_every_range_are_inside(void **state)
{
    (void)state;
    assert_int_equal(parsed(changed("first: 1.0", "first: 0.5")).first_ms, 500);
    assert_int_equal(parsed(changed("longest: 5.0", "longest: 1")).longest_ms, 1000); // as long as first
    assert_int_equal(parsed(changed("longest: 5.0", "longest: 30")).longest_ms, 30000);
    assert_int_equal(parsed(changed("step: 1.25", "step: 1.05")).step_permille, 1050);
    assert_int_equal(parsed(changed("step: 1.25", "step: 1.5")).step_permille, 1500);
    assert_int_equal(parsed(changed("rounds: 6", "rounds: 5")).rounds, 5);
    assert_int_equal(parsed(changed("rounds: 6", "rounds: 8")).rounds, 8);
    assert_int_equal(parsed(changed("peek: 0.15", "peek: 0")).peek_permille, 0);
    assert_int_equal(parsed(changed("peek: 0.15", "peek: 0.3")).peek_permille, 300);
    assert_int_equal(parsed(changed("session: 180", "session: 60")).limit_ms, 60000);
    assert_int_equal(parsed(changed("session: 180", "session: 600")).limit_ms, 600000);
    assert_int_equal(parsed(changed("6 to 8", "36 to 36")).age_from, 36);
}

static void test_ages_may_have_more_spaces(void **state)
{
    (void)state;
    const struct level level = parsed(changed("6 to 8 months", "  6   to \t 12  months   # about"));
    assert_int_equal(level.age_from, 6);
    assert_int_equal(level.age_to, 12);
}

static void test_yes_and_no_have_yamls_spellings(void **state)
{
    (void)state;
    static const char *const yes[] = {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"};
    static const char *const no[] = {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"};
    for (int i = 0; i < 9; i++) {
        char line[64];
        snprintf(line, sizeof line, "sound_while_away: %s", yes[i]);
        assert_true(parsed(changed("sound_while_away: no", line)).sound_while_away);
        snprintf(line, sizeof line, "sound_while_away: %s", no[i]);
        assert_false(parsed(changed("sound_while_away: no", line)).sound_while_away);
    }
}

static void test_what_is_left_out_has_its_usual_value(void **state)
{
    (void)state;
    assert_true(parsed(changed("sound_while_away: no\n", "")).sound_while_away);
    const struct level level = parsed(changed("backdrop: garden\n", ""));
    assert_string_equal(level.scenes[0].backdrop, "room");
    assert_string_equal(level.scenes[1].backdrop, "meadow");
}

static void test_a_title_may_have_sixty_letters_of_any_language(void **state)
{
    (void)state;
    char title[300] = "title: ", *end = title + strlen(title);
    for (int i = 0; i < 60; i++) {
        end += sprintf(end, "\xF0\x9F\x90\xBB"); // a bear's face, four bytes
    }
    const struct level level = parsed(changed("title: Little peek", title));
    assert_int_equal(strlen(level.title), LEVEL_TITLE_SIZE - 1);
    assert_string_equal(parsed(changed("Little peek", "\"12\"")).title, "12");
    assert_string_equal(parsed(changed("Little peek", "\"I know: you're there\"")).title,
                        "I know: you're there");
    assert_string_equal(parsed(changed("Little peek", "12 little ducks")).title, "12 little ducks");
    assert_string_equal(parsed(changed("Little peek", "Nan")).title, "Nan");
}

static void test_twelve_scenes_fit(void **state)
{
    (void)state;
    char scenes[1024] = "", *end = scenes;
    for (int i = 0; i < LEVEL_SCENES_MAX - 1; i++) {
        end += sprintf(end, "  - {place: box, friend: duck}\n");
    }
    const struct level level =
        parsed(changed("  - place: tree\n    friend: family\n    backdrop: meadow\n", scenes));
    assert_int_equal(level.scene_count, LEVEL_SCENES_MAX);
    assert_string_equal(level.scenes[LEVEL_SCENES_MAX - 1].who, "duck");
}

static void test_windows_line_ends_and_a_byte_order_mark_are_fine(void **state)
{
    (void)state;
    char text[2 * sizeof sample + 3] = "\xEF\xBB\xBF", *end = text + 3;
    for (const char *letter = sample; *letter; letter++) {
        if (*letter == '\n') {
            *end++ = '\r';
        }
        *end++ = *letter;
    }
    *end = '\0';
    const struct level level = parsed(text), plain = parsed(sample);
    assert_memory_equal(&level, &plain, sizeof level);
    char *at = strstr(text, "rounds: 6");
    at[8] = '9';
    assert_refused(text, strlen(text), 7, "not 9");
}

static void test_lines_are_those_of_an_editor_among_notes_and_blank_lines(void **state)
{
    (void)state;
    const char *text = changed("rounds: 6", "# how often\n\n# it goes\nrounds: 9 # too many");
    assert_refused(text, strlen(text), 10, "'rounds'");
    text = changed("touch: opens\n", "");
    char noted[4096];
    snprintf(noted, sizeof noted, "# a note\n\n---\n%s", text);
    assert_refused(noted, strlen(noted), 1, "'touch' is missing");
}

static void test_a_directive_and_document_marks_are_fine(void **state)
{
    (void)state;
    char text[4096];
    snprintf(text, sizeof text, "%%YAML 1.1\n---\n%s...\n# the end\n", sample);
    assert_int_equal(parsed(text).rounds, 6);
}

static void test_a_level_of_64_kb_is_read_and_a_bigger_one_is_not(void **state)
{
    (void)state;
    enum { MOST = 64 * 1024 };
    char *text = malloc(MOST + 1);
    memset(text, '#', MOST + 1);
    memcpy(text, sample, sizeof sample - 1);
    struct level level;
    struct level_error error;
    assert_true(level_parse(text, MOST, "a_name", &level, &error));
    assert_refused(text, MOST + 1, 1, "bigger than 64 kB");
    free(text);
    assert_false(level_load("/dev/zero", &level, &error));
    assert_non_null(strstr(error.reason, "bigger than 64 kB"));
}

static void test_brackets_without_end_take_no_time(void **state)
{
    (void)state;
    enum { MOST = 64 * 1024 };
    char *text = malloc(MOST);
    struct level level;
    struct level_error error;
    for (const char *bracket = "[{"; *bracket; bracket++) {
        memset(text, *bracket, MOST);
        const clock_t began = clock();
        assert_false(level_parse(text, MOST, "a_name", &level, &error));
        assert_true(clock() - began <
                    CLOCKS_PER_SEC); // of this program's own time; read to the end it takes 2 to 8 s
    }
    free(text);
}

static void test_what_only_looks_like_utf_8_is_refused(void **state)
{
    (void)state;
    static const char *const bytes[] = {
        "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80",
        "\x80",     "\xC3"};
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
        const char *text = changed("Little peek", bytes[i]);
        assert_refused(text, strlen(text), 1, "not UTF-8");
    }
    assert_refused("\xE2\x82", 2, 1, "not UTF-8"); // cut off in the middle of a letter
}

static void test_every_cut_of_a_level_is_refused_or_whole(void **state)
{
    (void)state;
    int whole = 0;
    for (size_t length = 0; length < sizeof sample; length++) {
        char *copy = malloc(length + 1); // exact room, so that a sanitizer sees a byte too many
        memcpy(copy, sample, length);
        struct level level;
        struct level_error error = {0};
        const bool fine = level_parse(copy, length, "a_name", &level, &error);
        whole += fine;
        assert_true(fine || (error.line >= 1 && *error.reason));
        free(copy);
    }
    assert_in_range(whole, 1, 40); // only the last, optional line may be missing
}

static void test_every_changed_byte_is_refused_or_a_level_in_range(void **state)
{
    (void)state;
    static const char bytes[] = {'\0', '\n', ' ', ':', '-',  '\t', '#', '[',   '{',
                                 '&',  '*',  '!', '"', '\'', '9',  '.', '\xFF'};
    char text[sizeof sample];
    for (size_t at = 0; at < sizeof sample - 1; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            memcpy(text, sample, sizeof sample);
            text[at] = bytes[i];
            struct level level;
            struct level_error error;
            if (level_parse(text, sizeof sample - 1, "a_name", &level, &error)) {
                assert_in_range(level.first_ms, 500, 5000);
                assert_in_range(level.longest_ms, level.first_ms, 30000);
                assert_in_range(level.rounds, 5, 8);
                assert_in_range(level.scene_count, 1, 12);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_level_is_read_exactly),
        cmocka_unit_test(test_numbers_are_decimal_and_exact),
        cmocka_unit_test(test_the_ends_of_every_range_are_inside),
        cmocka_unit_test(test_ages_may_have_more_spaces),
        cmocka_unit_test(test_yes_and_no_have_yamls_spellings),
        cmocka_unit_test(test_what_is_left_out_has_its_usual_value),
        cmocka_unit_test(test_a_title_may_have_sixty_letters_of_any_language),
        cmocka_unit_test(test_twelve_scenes_fit),
        cmocka_unit_test(test_windows_line_ends_and_a_byte_order_mark_are_fine),
        cmocka_unit_test(test_lines_are_those_of_an_editor_among_notes_and_blank_lines),
        cmocka_unit_test(test_a_directive_and_document_marks_are_fine),
        cmocka_unit_test(test_a_level_of_64_kb_is_read_and_a_bigger_one_is_not),
        cmocka_unit_test(test_brackets_without_end_take_no_time),
        cmocka_unit_test(test_what_only_looks_like_utf_8_is_refused),
        cmocka_unit_test(test_every_cut_of_a_level_is_refused_or_whole),
        cmocka_unit_test(test_every_changed_byte_is_refused_or_a_level_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
