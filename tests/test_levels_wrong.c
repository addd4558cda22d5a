// Every kind of wrong level is refused at its line, with a reason that a parent understands.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "store/level_file.h"

// tests/levels_wrong/NAME.yaml is refused at this line, with a reason that holds these words.
static const struct {
    const char *name;
    int line;
    const char *words;
} wrong[] = {
    {"empty", 1, "the file is empty"},
    {"only_notes", 1, "the file is empty"},
    {"only_a_dash_line", 1, "the file is empty"},
    {"a_word", 1, "a level must be lines of a name"},
    {"a_list", 1, "a level must be lines of a name"},
    {"two_levels", 18, "a file holds one level"},
    {"latin_1", 1, "not UTF-8"},
    {"latin_1_later", 11, "not UTF-8"},
    {"utf_16", 1, "not UTF-8"},
    {"nul_byte", 10, "control character (U+0000)"},
    {"control_character", 1, "control character (U+0007)"},
    {"line_separator", 1, "control character (U+2028)"},
    {"next_line", 1, "control character (U+0085)"},
    {"nothing_behind_a_name", 1, "'title' must be 1 to 60 letters, not left empty"},
    {"value_behind_the_end", 2, "'rounds' must be"},
    {"bracket_open", 8, "not YAML"},
    {"quote_open", 1, "a quote is opened and not closed"},
    {"quote_open_at_the_end", 17, "a quote is opened and not closed"},
    {"bracket_open_in_a_line", 2, "a bracket is not closed"},
    {"comma_missing", 11, "a comma is missing"},
    {"colon_missing", 13, "':' and a space"},
    {"minus_missing", 11, "stands here twice"},
    {"merge", 15, "'<<' is not known here"},
    {"escape_unknown", 1, "not YAML"},
    {"tab_in_front_of_all", 1, "use spaces, not tabs"},
    {"percent", 1, "not YAML"},
    {"tab", 5, "not tabs"},
    {"colon_too_many", 7, "a ':' too many"},
    {"space_too_many", 5, "a space too many"},
    {"space_missing", 7, "':' and a space"},
    {"space_missing_in_scene", 12, "begin in the same column"},
    {"sign_in_front", 1, "quotes around words that begin with a sign"},
    {"anchor", 9, "no anchors"},
    {"alias", 11, "no aliases"},
    {"aliases_many", 1, "no anchors"},
    {"alias_of_itself", 8, "no anchors"},
    {"tag", 7, "no tags"},
    {"deep", 1, "too many lists within lists"},
    {"unknown_name", 14, "'touches' is not known here; known are: title, ages, away, rounds"},
    {"capital_name", 1, "'Title' is not known here"},
    {"unknown_in_away", 6, "'steps' is not known here; known are: first, longest, step"},
    {"unknown_in_scene", 10, "'frend' is not known here; known are: place, friend, backdrop"},
    {"wrong_place_for_name", 5, "'longest' does not belong here but below away"},
    {"title_in_scene", 12, "does not belong here but at the top"},
    {"name_is_a_list", 14, "a name must stand before the ':', not a list"},
    {"doubled", 15, "'rounds' stands here twice; the first is in line 7"},
    {"doubled_in_away", 7, "'first' stands here twice; the first is in line 4"},
    {"doubled_in_scene", 11, "'friend' stands here twice"},
    {"missing_title", 1, "'title' is missing; it must be "},
    {"missing_ages", 1, "'ages' is missing; it must be "},
    {"missing_rounds", 1, "'rounds' is missing; it must be "},
    {"missing_touch", 1, "'touch' is missing; it must be "},
    {"missing_peek", 1, "'peek' is missing; it must be "},
    {"missing_longest_session", 1, "'longest_session' is missing; it must be "},
    {"missing_away", 1, "'away' is missing"},
    {"missing_scenes", 1, "'scenes' is missing"},
    {"missing_step", 3, "'step' is missing below 'away'"},
    {"missing_friend", 11, "'friend' is missing in this scene"},
    {"missing_place", 11, "'place' is missing in this scene"},
    {"title_empty", 1, "'title' must be 1 to 60 letters, not left empty"},
    {"title_blank", 1, "'title' must be 1 to 60 letters"},
    {"title_long", 1, "(61 letters)"},
    {"title_two_lines", 1, "one line, without control characters"},
    {"title_bell", 1, "one line, without control characters"},
    {"title_number", 1, "put it in quotes if it is the title"},
    {"title_yes", 1, "put it in quotes if it is the title"},
    {"title_list", 1, "not a list"},
    {"ages_reversed", 2, "the younger age comes first"},
    {"ages_young", 2, "from 6 to 36 months, not 5 to 8 months"},
    {"ages_old", 2, "from 6 to 36 months"},
    {"ages_half", 2, "like '6 to 8 months'"},
    {"ages_dash", 2, "like '6 to 8 months'"},
    {"ages_years", 2, "like '6 to 8 months'"},
    {"ages_number", 2, "like '6 to 8 months'"},
    {"ages_more", 2, "like '6 to 8 months'"},
    {"ages_glued", 2, "like '6 to 8 months'"},
    {"away_number", 3, "'away' must be first, longest and step, each on a line below it, not 5"},
    {"away_list", 3, "not a list"},
    {"away_empty", 3, "not left empty"},
    {"first_short", 4, "'first' must be a number of seconds from 0.5 to 5, not 0.4"},
    {"first_long", 4, "not 5.001"},
    {"longest_above", 5, "'longest' must be a number of seconds from 0.5 to 30, not 30.5"},
    {"longest_below_first", 5, "'longest' (2.5) must be at least 'first' (3)"},
    {"longest_before_first", 4, "'longest' (2.5) must be at least 'first' (3)"},
    {"longest_bare_point", 5, "not 5."},
    {"step_small", 6, "'step' must be a number from 1.05 to 1.5, not 1.04"},
    {"step_large", 6, "from 1.05 to 1.5"},
    {"step_too_exact", 6, "at most three digits behind the point"},
    {"step_comma", 6, "write a point, not a comma"},
    {"rounds_many", 7, "'rounds' must be a whole number from 5 to 8, not 12"},
    {"rounds_few", 7, "not 4"},
    {"rounds_half", 7, "not 6.5"},
    {"rounds_point", 7, "not 6.0"},
    {"rounds_negative", 7, "not -6"},
    {"rounds_huge", 7, "not 99999999999999999999"},
    {"rounds_word", 7, "not six"},
    {"rounds_quoted", 7, "write it without quotes"},
    {"rounds_hexadecimal", 7, "not 0x6"},
    {"rounds_octal", 7, "not 06"},
    {"rounds_more", 7, "not 6 times"},
    {"rounds_list", 7, "not a list"},
    {"rounds_mapping", 7, "not names with values of their own"},
    {"scenes_empty", 8, "'scenes' must be a list of 1 to 12 scenes"},
    {"scenes_nothing", 8, "not left empty"},
    {"scenes_no_list", 8, "'scenes' must be a list"},
    {"scenes_many", 33, "at most 12 scenes"},
    {"scene_is_a_word", 11, "a scene must have a place and a friend"},
    {"scene_is_empty", 11, "a scene must have a place and a friend"},
    {"place_unknown", 11, "there is no place called 'sofaa'; places are: "},
    {"place_capital", 11, "there is no place called 'Sofa'"},
    {"place_empty", 11, "'place' must be the name of a place, not left empty"},
    {"place_list", 11, "not a list"},
    {"friend_unknown", 10, "there is no friend called 'dragon'; friends are: "},
    {"friend_shouts", 10, "there is no friend called '?[31mbear'"},
    {"friend_long", 10, "'bearbearbearbearbearbear...'"},
    {"friend_with_nul", 10, "there is no friend called 'bear?'"},
    {"backdrop_unknown", 13, "there is no backdrop called 'desert'; backdrops are: "},
    {"backdrop_unknown_in_scene", 11, "there is no backdrop called 'desert'"},
    {"touch_unknown", 14, "'touch' must be opens or answers, not open"},
    {"touch_yes", 14, "not yes"},
    {"peek_percent", 15, "not 15%"},
    {"peek_large", 15, "'peek' must be a number from 0 to 0.3, not 0.31"},
    {"peek_negative", 15, "not -0.1"},
    {"peek_power", 15, "not 1e-1"},
    {"peek_infinite", 15, "not .inf"},
    {"peek_nan", 15, "not .nan"},
    {"peek_bare_point", 15, "not ."},
    {"session_short", 16, "'longest_session' must be a number of seconds from 60 to 600, not 59"},
    {"session_long", 16, "not 601"},
    {"session_underscore", 16, "not 1_80"},
    {"session_minutes", 16, "not 3 min"},
    {"session_clock", 16, "not 3:00"},
    {"sound_maybe", 17, "'sound_while_away' must be yes or no, not maybe"},
    {"sound_number", 17, "not 1"},
    {"sound_quoted", 17, "write it without quotes"},
    {"sound_empty", 17, "not left empty"},
};
enum { WRONG_COUNT = sizeof wrong / sizeof *wrong };

static void test_every_wrong_level_is_refused_at_its_line(void **state)
{
    (void)state;
    for (int i = 0; i < WRONG_COUNT; i++) {
        char path[512];
        snprintf(path, sizeof path, PEEKABOO_SOURCE "tests/levels_wrong/%s.yaml", wrong[i].name);
        struct level level;
        struct level_error error = {0};
        if (level_load(path, &level, &error)) {
            fail_msg("%s is taken for a level", wrong[i].name);
        }
        if (error.line != wrong[i].line || !strstr(error.reason, wrong[i].words)) {
            fail_msg("%s:%d: %s\nnot :%d: ... %s ...", wrong[i].name, error.line, error.reason, wrong[i].line,
                     wrong[i].words);
        }
    }
}

static void test_every_file_of_wrong_levels_is_in_the_table(void **state)
{
    (void)state;
    char **files = files_list(PEEKABOO_SOURCE "tests/levels_wrong", ".yaml");
    assert_non_null(files);
    int count = 0;
    for (char **file = files; *file; file++) {
        count++;
    }
    files_free_list(files);
    assert_int_equal(count, WRONG_COUNT);
}

static void test_reasons_are_short_and_hold_no_control_characters(void **state)
{
    (void)state;
    for (int i = 0; i < WRONG_COUNT; i++) {
        char path[512];
        snprintf(path, sizeof path, PEEKABOO_SOURCE "tests/levels_wrong/%s.yaml", wrong[i].name);
        struct level level;
        struct level_error error;
        assert_false(level_load(path, &level, &error));
        assert_in_range(strlen(error.reason), 10, LEVEL_REASON_SIZE - 2); // all of it fitted
        for (const char *letter = error.reason; *letter; letter++) {
            assert_true((unsigned char)*letter >= ' ' && *letter != 0x7F);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_wrong_level_is_refused_at_its_line),
        cmocka_unit_test(test_every_file_of_wrong_levels_is_in_the_table),
        cmocka_unit_test(test_reasons_are_short_and_hold_no_control_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
