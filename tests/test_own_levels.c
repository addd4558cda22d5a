// The family's own levels: what is written reads back as the same level, whatever the level; files made by
// hand are found or blamed; saving is whole or not at all.
#include <sys/stat.h>

#include "core/random.h"
#include "family_folder.h"
#include "platform/files.h"
#include "store/cast.h"
#include "store/own_levels.h"

static struct level a_level(const char *title)
{
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    snprintf(level.title, sizeof level.title, "%s", title);
    return level;
}

static void assert_same(const struct level *one, const struct level *other)
{
    assert_string_equal(one->name, other->name);
    assert_string_equal(one->title, other->title);
    assert_int_equal(one->age_from, other->age_from);
    assert_int_equal(one->age_to, other->age_to);
    assert_int_equal(one->first_ms, other->first_ms);
    assert_int_equal(one->longest_ms, other->longest_ms);
    assert_int_equal(one->step_permille, other->step_permille);
    assert_int_equal(one->rounds, other->rounds);
    assert_int_equal(one->touch, other->touch);
    assert_int_equal(one->peek_permille, other->peek_permille);
    assert_int_equal(one->limit_ms, other->limit_ms);
    assert_int_equal(one->sound_while_away, other->sound_while_away);
    assert_int_equal(one->scene_count, other->scene_count);
    for (int i = 0; i < one->scene_count; i++) {
        assert_string_equal(one->scenes[i].place, other->scenes[i].place);
        assert_string_equal(one->scenes[i].who, other->scenes[i].who);
        assert_string_equal(one->scenes[i].backdrop, other->scenes[i].backdrop);
    }
}

static struct level found(const char *name)
{
    struct level level;
    struct level_error error;
    if (!own_levels_find(folder, name, &level, &error)) {
        fail_msg("%s:%d: %s", name, error.line, error.reason);
    }
    return level;
}

// ---- text

static int count_names(const char *(*name)(int index))
{
    int count = 0;
    while (name(count)) {
        count++;
    }
    return count;
}

static const char *any_name(struct random *random, const char *(*name)(int index))
{
    return name(random_between(random, 0, count_names(name) - 1));
}

static void random_title(struct random *random, char title[LEVEL_TITLE_SIZE])
{
    static const char *const letters[] = {"a",        "Z", "0", "\"",
                                          "\\",       ":", "#", "'",
                                          "-",        "{", "[", "&",
                                          "*",        "!", "|", ">",
                                          "%",        "@", "`", ",",
                                          "?",        " ", "ä", "ß",
                                          "猫",       "🐻", "é", "\xEF\xBB\xBF",
                                          "\xC2\xA0", "~", "=", "\xEF\xBF\xBC",
                                          "ا"};
    title[0] = '\0';
    const int count = random_between(random, 1, 60);
    for (int i = 0; i < count; i++) {
        strcat(title, letters[random_between(random, 0, sizeof letters / sizeof *letters - 1)]);
    }
    if (strspn(title, " ") == strlen(title)) {
        strcpy(title, "blank");
    }
}

static void random_scene(struct random *random, struct level_scene *scene)
{
    snprintf(scene->place, sizeof scene->place, "%s", any_name(random, cast_place_name));
    snprintf(scene->who, sizeof scene->who, "%s",
             random_between(random, 0, 3) ? any_name(random, cast_friend_name) : "family");
    snprintf(scene->backdrop, sizeof scene->backdrop, "%s", any_name(random, cast_backdrop_name));
}

static struct level random_level(struct random *random)
{
    struct level level = {.name = "ours"};
    random_title(random, level.title);
    level.age_from = random_between(random, 6, 36);
    level.age_to = random_between(random, level.age_from, 36);
    level.first_ms = random_between(random, 500, 5000);
    level.longest_ms = random_between(random, level.first_ms, 30000);
    level.step_permille = random_between(random, 1050, 1500);
    level.rounds = random_between(random, LEVEL_ROUNDS_MIN, LEVEL_ROUNDS_MAX);
    level.touch = random_between(random, 0, 1) ? TOUCH_OPENS : TOUCH_ANSWERS;
    level.peek_permille = random_between(random, 0, 300);
    level.limit_ms = random_between(random, 60000, 600000);
    level.sound_while_away = random_between(random, 0, 1);
    level.scene_count = random_between(random, 1, LEVEL_SCENES_MAX);
    for (int i = 0; i < level.scene_count; i++) {
        random_scene(random, &level.scenes[i]);
    }
    return level;
}

static void test_every_level_reads_back_as_it_was_written(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 4);
    for (int i = 0; i < 3000; i++) {
        const struct level level = random_level(&random);
        struct level again;
        struct level_error error;
        char *text = own_levels_text(&level);
        assert_non_null(text);
        if (!level_parse(text, strlen(text), "ours", &again, &error)) {
            fail_msg("%s\nline %d: %s", text, error.line, error.reason);
        }
        assert_same(&again, &level);
        free(text);
    }
}

static void test_the_text_explains_every_line_of_it(void **state)
{
    (void)state;
    const struct level level = a_level("Ours");
    char *text = own_levels_text(&level);
    assert_non_null(strstr(text, "umbrella"));
    assert_non_null(strstr(text, "hedgehog"));
    assert_non_null(strstr(text, "seaside"));
    bool explained = false; // each block of values stands below a note
    for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
        explained = *line == '#' || (explained && *line != '\n');
        assert_true(*line == '#' || *line == '\n' || explained);
        assert_in_range(strcspn(line, "\n"), 0, 120);
    }
    free(text);
}

// ---- files

static void test_a_saved_level_is_found_listed_and_nobody_elses_to_read(void **state)
{
    (void)state;
    struct level level = a_level("Our peek");
    assert_null(own_levels_save(folder, &level));
    assert_string_equal(level.name, "our_peek");
    const struct level again = found("our_peek");
    assert_same(&again, &level);
    struct level_entry *entries = NULL;
    const int count = own_levels_list(folder, &entries);
    assert_int_equal(count, 7);
    assert_string_equal(entries[0].level.name, "first_peekaboo");
    assert_false(entries[5].own);
    assert_true(entries[6].own);
    assert_false(entries[6].broken);
    assert_string_equal(entries[6].file, "our_peek.yaml");
    assert_same(&entries[6].level, &level);
    free(entries);
    struct stat status;
    assert_int_equal(stat(inside("levels/our_peek.yaml"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(stat(inside("levels"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
}

static void test_a_level_saved_again_stays_in_its_file(void **state)
{
    (void)state;
    struct level level = a_level("Our peek");
    assert_null(own_levels_save(folder, &level));
    snprintf(level.title, sizeof level.title, "Another title");
    level.rounds = 8;
    assert_null(own_levels_save(folder, &level));
    assert_string_equal(level.name, "our_peek");
    assert_int_equal(found("our_peek").rounds, 8);
    assert_string_equal(found("our_peek").title, "Another title");
    char **files = files_list(inside("levels"), "");
    assert_null(files[1]);
    files_free_list(files);
}

static void test_a_level_of_the_games_is_never_written_over(void **state)
{
    (void)state;
    struct level level;
    level_builtin(&level);
    level.rounds = 5;
    assert_null(own_levels_save(folder, &level));
    assert_string_equal(level.name, "little_peek");
    assert_int_equal(found("first_peekaboo").rounds, 6);
    struct level other = a_level("First peekaboo");
    assert_null(own_levels_save(folder, &other));
    assert_string_equal(other.name, "first_peekaboo_2");
}

static void test_a_file_is_called_what_every_disk_can_take(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"Omas Kuckuck-Spiel", "omas_kuckuck_spiel"},
        {"Größer & schöner: ÜBER Öl", "groesser_schoener_ueber_oel"},
        {"¡Adiós, mamá! Él vuelve, año tras año", "adios_mama_el_vuelve_ano_tras_ano"},
        {"Papa's \"bye-bye\"", "papas_bye_bye"},
        {"3 peeks", "our_3_peeks"},
        {"  ../../etc/passwd  ", "etc_passwd"},
        {"🐻🐻", "our_level"},
        {"いないいないばあ", "our_level_2"},
        {"Ŝłońce", "slonce"},
        {"abcdefghij abcdefghij abcdefghij abcdefghij abcdefghij",
         "abcdefghij_abcdefghij_abcdefghij_abcdefghij_abcd"},
        {"OUR LEVEL", "our_level_3"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct level level = a_level(names[i][0]);
        assert_null(own_levels_save(folder, &level));
        assert_string_equal(level.name, names[i][1]);
        assert_string_equal(found(level.name).title, names[i][0]);
    }
}

static void test_own_levels_stand_by_title_behind_the_games(void **state)
{
    (void)state;
    static const char *const titles[] = {"Zoo", "apple", "Mama's"};
    for (int i = 0; i < 3; i++) {
        struct level level = a_level(titles[i]);
        assert_null(own_levels_save(folder, &level));
    }
    struct level_entry *entries = NULL;
    assert_int_equal(own_levels_list(folder, &entries), 9);
    assert_string_equal(entries[6].level.title, "apple");
    assert_string_equal(entries[7].level.title, "Mama's");
    assert_string_equal(entries[8].level.title, "Zoo");
    free(entries);
    assert_int_equal(own_levels_list(NULL, &entries), 6);
    free(entries);
}

static void test_a_file_that_is_broken_is_listed_with_its_line_and_reason(void **state)
{
    (void)state;
    struct level level = a_level("Our peek");
    assert_null(own_levels_save(folder, &level));
    char *text = files_read(inside("levels/our_peek.yaml"), NULL);
    char *rounds = strstr(text, "rounds: 6");
    int line = 1;
    for (char *at = text; at < rounds; at++) {
        line += *at == '\n';
    }
    rounds[8] = '9';
    write_file("levels/our_peek.yaml", text, strlen(text));
    free(text);
    struct level_entry *entries = NULL;
    assert_int_equal(own_levels_list(folder, &entries), 7);
    assert_true(entries[6].broken);
    assert_string_equal(entries[6].level.name, "our_peek");
    assert_int_equal(entries[6].error.line, line);
    assert_string_equal(entries[6].error.reason, "'rounds' must be a whole number from 5 to 8, not 9");
    free(entries);
    struct level_error error;
    assert_false(own_levels_find(folder, "our_peek", &level, &error));
    assert_int_equal(error.line, line);
}

static void test_a_file_made_by_hand_is_found_by_its_name(void **state)
{
    (void)state;
    struct level level = a_level("By hand");
    char *text = own_levels_text(&level);
    assert_int_equal(mkdir(inside("levels"), 0700), 0);
    write_file("levels/07 Für Ömi.yaml", text, strlen(text));
    write_file("levels/02_second.yaml", text, strlen(text));
    write_file("levels/notes.txt", "hello", 5);
    free(text);
    assert_string_equal(found("07 Für Ömi").title, "By hand");
    assert_string_equal(found("second").title, "By hand");
    assert_string_equal(found("02_second.yaml").title, "By hand");
    level = found("second");
    level.rounds = 7;
    assert_null(own_levels_save(folder, &level)); // in its own file, whatever that is called
    assert_int_equal(found("02_second.yaml").rounds, 7);
    assert_false(files_exists(inside("levels/second.yaml")));
}

static void test_a_copy_of_the_games_level_stands_in_its_place(void **state)
{
    (void)state;
    struct level level = a_level("Ours now");
    char *text = own_levels_text(&level);
    assert_int_equal(mkdir(inside("levels"), 0700), 0);
    write_file("levels/01_first_peekaboo.yaml", text, strlen(text));
    free(text);
    struct level_entry *entries = NULL;
    assert_int_equal(own_levels_list(folder, &entries), 6);
    assert_string_equal(entries[0].level.name, "hide_and_hello");
    assert_string_equal(entries[5].level.name, "first_peekaboo");
    assert_true(entries[5].own);
    free(entries);
    assert_string_equal(found("first_peekaboo").title, "Ours now");
    assert_true(own_levels_remove(folder, "first_peekaboo", NULL));
    assert_string_equal(found("first_peekaboo").title, "Little peek");
}

static void test_a_long_name_is_cut_between_letters(void **state)
{
    (void)state;
    char name[LEVEL_NAME_SIZE], file[200] = "a";
    for (int i = 0; i < 40; i++) {
        strcat(file, "猫");
    }
    level_name_of(file, name);
    assert_int_equal(strlen(name), 1 + 20 * 3);
    level_name_of(file + 1, name);
    assert_int_equal(strlen(name), 21 * 3);
}

static void test_what_is_no_level_is_not_written(void **state)
{
    (void)state;
    struct level level = a_level(""), other = a_level("Two\nlines"), third = a_level("Ours");
    assert_non_null(own_levels_save(folder, &level));
    assert_non_null(own_levels_save(folder, &other));
    third.longest_ms = 31000;
    assert_non_null(own_levels_save(folder, &third));
    third.longest_ms = 5000;
    assert_non_null(own_levels_save(NULL, &third));
    snprintf(third.name, sizeof third.name, "../outside");
    assert_non_null(own_levels_save(folder, &third));
    assert_false(files_exists(inside("levels")) && files_exists(inside("outside.yaml")));
}

static void test_a_folder_that_can_not_be_written_says_so(void **state)
{
    (void)state;
    write_file("levels", "no folder", 9);
    struct level level = a_level("Ours");
    assert_string_equal(own_levels_save(folder, &level),
                        "the level can't be written: there may be no room on the disk");
    assert_string_equal(level.name, "");
}

// ---- deleting

static void test_a_deleted_level_is_gone_and_comes_back_as_it_was(void **state)
{
    (void)state;
    struct level level = a_level("Ours");
    assert_null(own_levels_save(folder, &level));
    char *before = files_read(inside("levels/ours.yaml"), NULL), *text = NULL;
    assert_true(own_levels_remove(folder, "ours", &text));
    assert_string_equal(text, before);
    assert_false(files_exists(inside("levels/ours.yaml")));
    assert_false(own_levels_remove(folder, "ours", NULL));
    assert_false(own_levels_remove(folder, "first_peekaboo", NULL));
    assert_true(own_levels_put_back(folder, "ours", text));
    assert_false(own_levels_put_back(folder, "ours", text)); // another one is there
    const struct level again = found("ours");
    assert_same(&again, &level);
    free(before);
    free(text);
}

// Half of it would be worse than nothing.
static void test_what_is_no_text_is_deleted_without_a_text_to_put_back(void **state)
{
    (void)state;
    static char bytes[70000];
    char *text = bytes;
    assert_true(files_make_folder(inside("levels")));
    write_file("levels/zeros.yaml", bytes, 100);
    assert_true(own_levels_remove(folder, "zeros", &text));
    assert_null(text);
    memset(bytes, '#', sizeof bytes);
    write_file("levels/long.yaml", bytes, sizeof bytes);
    assert_true(own_levels_remove(folder, "long", &text));
    assert_null(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_level_reads_back_as_it_was_written),
        cmocka_unit_test(test_the_text_explains_every_line_of_it),
        IN_A_FOLDER(test_a_saved_level_is_found_listed_and_nobody_elses_to_read),
        IN_A_FOLDER(test_a_level_saved_again_stays_in_its_file),
        IN_A_FOLDER(test_a_level_of_the_games_is_never_written_over),
        IN_A_FOLDER(test_a_file_is_called_what_every_disk_can_take),
        IN_A_FOLDER(test_own_levels_stand_by_title_behind_the_games),
        IN_A_FOLDER(test_a_file_that_is_broken_is_listed_with_its_line_and_reason),
        IN_A_FOLDER(test_a_file_made_by_hand_is_found_by_its_name),
        IN_A_FOLDER(test_a_copy_of_the_games_level_stands_in_its_place),
        cmocka_unit_test(test_a_long_name_is_cut_between_letters),
        IN_A_FOLDER(test_what_is_no_level_is_not_written),
        IN_A_FOLDER(test_a_folder_that_can_not_be_written_says_so),
        IN_A_FOLDER(test_a_deleted_level_is_gone_and_comes_back_as_it_was),
        IN_A_FOLDER(test_what_is_no_text_is_deleted_without_a_text_to_put_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
