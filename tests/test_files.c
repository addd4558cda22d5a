// Files and folders: whole reads, lists, and where the game looks for its own data.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/files.h"

static char folder[] = "files_XXXXXX";

static const char *inside(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(inside(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void test_a_file_is_read_whole_with_its_nuls(void **state)
{
    (void)state;
    enum { SIZE = 100001 }; // more than the first room, and not a power of two
    char *bytes = malloc(SIZE);
    for (int i = 0; i < SIZE; i++) {
        bytes[i] = (char)(i * 31 % 251);
    }
    write_file("whole", bytes, SIZE);
    size_t length = 0;
    char *read = files_read(inside("whole"), &length);
    assert_non_null(read);
    assert_int_equal(length, SIZE);
    assert_memory_equal(read, bytes, SIZE);
    assert_int_equal(read[SIZE], '\0');
    free(read);
    free(bytes);
}

static void test_an_empty_file_is_read_as_nothing_and_not_as_an_error(void **state)
{
    (void)state;
    write_file("empty", "", 0);
    size_t length = 99;
    char *read = files_read(inside("empty"), &length);
    assert_non_null(read);
    assert_int_equal(length, 0);
    assert_string_equal(read, "");
    free(read);
}

static void test_only_the_start_of_a_file_without_end_is_read(void **state)
{
    (void)state;
    size_t length = 0;
    char *read = files_read_start("/dev/zero", 70000, &length);
    assert_non_null(read);
    assert_int_equal(length, 70000);
    free(read);
}

static void test_folders_and_missing_files_are_not_read(void **state)
{
    (void)state;
    size_t length = 7;
    assert_null(files_read(folder, &length));
    assert_null(files_read(inside("missing"), &length));
    assert_int_equal(length, 7);
}

static void test_folders_are_made_for_the_family_alone(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", inside("a/b/c/"));
    assert_true(files_make_folder(path));
    assert_true(files_make_folder(path)); // and again
    struct stat status;
    assert_int_equal(stat(inside("a"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    assert_int_equal(stat(inside("a/b/c"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    assert_true(files_make_folder(inside("without_slash")));
    assert_int_equal(stat(inside("without_slash"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
}

static void test_no_folder_is_made_where_a_file_stands(void **state)
{
    (void)state;
    write_file("stone", "x", 1);
    char path[256];
    snprintf(path, sizeof path, "%s", inside("stone"));
    assert_false(files_make_folder(path));
    snprintf(path, sizeof path, "%s", inside("stone/below"));
    assert_false(files_make_folder(path));
    assert_false(files_make_folder(""));
}

static void test_a_list_is_sorted_and_holds_only_the_ending(void **state)
{
    (void)state;
    assert_true(files_make_folder(inside("list")));
    write_file("list/02_b.yaml", "", 0);
    write_file("list/01_a.yaml", "", 0);
    write_file("list/10_c.yaml", "", 0);
    write_file("list/notes.txt", "", 0);
    write_file("list/.03_hidden.yaml", "", 0);
    char **list = files_list(inside("list"), ".yaml");
    assert_non_null(list);
    assert_string_equal(list[0], "01_a.yaml");
    assert_string_equal(list[1], "02_b.yaml");
    assert_string_equal(list[2], "10_c.yaml");
    assert_null(list[3]);
    files_free_list(list);
}

static void test_a_missing_folder_has_no_list(void **state)
{
    (void)state;
    assert_null(files_list(inside("nowhere"), ".yaml"));
    files_free_list(NULL);
}

static void test_the_share_holds_assets_and_levels_from_any_folder(void **state)
{
    (void)state;
    char path[4200], here[4096];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0); // the share is never the current folder
    assert_int_equal(mkdir("assets", 0700) | mkdir("levels", 0700), 0);
    const char *share = files_share();
    assert_int_equal(chdir(here), 0);
    assert_int_equal(share[strlen(share) - 1], '/');
    assert_true(share[0] == '/');
    snprintf(path, sizeof path, "%sassets/friends/bear.svg", share);
    assert_true(files_exists(path));
    assert_ptr_equal(share, files_share());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_is_read_whole_with_its_nuls),
        cmocka_unit_test(test_an_empty_file_is_read_as_nothing_and_not_as_an_error),
        cmocka_unit_test(test_only_the_start_of_a_file_without_end_is_read),
        cmocka_unit_test(test_folders_and_missing_files_are_not_read),
        cmocka_unit_test(test_folders_are_made_for_the_family_alone),
        cmocka_unit_test(test_no_folder_is_made_where_a_file_stands),
        cmocka_unit_test(test_a_list_is_sorted_and_holds_only_the_ending),
        cmocka_unit_test(test_a_missing_folder_has_no_list),
        cmocka_unit_test(test_the_share_holds_assets_and_levels_from_any_folder),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
