// Where the user's own pictures are, as the desktop says it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/pictures.h"

static char home[] = "/tmp/peekaboo_pictures_XXXXXX";
static char dirs[160];

static int make_home(void **state)
{
    (void)state;
    char config[128];
    if (!mkdtemp(home)) {
        return 1;
    }
    snprintf(config, sizeof config, "%s/.config", home);
    snprintf(dirs, sizeof dirs, "%s/user-dirs.dirs", config);
    setenv("HOME", home, 1);
    unsetenv("XDG_PICTURES_DIR");
    unsetenv("XDG_DOCUMENTS_DIR");
    return mkdir(config, 0700);
}

static int remove_home(void **state)
{
    (void)state;
    char config[128];
    snprintf(config, sizeof config, "%s/.config", home);
    unlink(dirs);
    return rmdir(config) || rmdir(home);
}

static void say(const char *text)
{
    FILE *file = fopen(dirs, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static const char *in_home(const char *part)
{
    static char path[256];
    snprintf(path, sizeof path, "%s%s", home, part);
    return path;
}

static void test_it_is_pictures_where_nothing_is_said(void **state)
{
    (void)state;
    char out[256];
    unlink(dirs);
    assert_string_equal(pictures_folder(out, sizeof out), in_home("/Pictures"));
}

static void test_it_is_what_the_desktop_says(void **state)
{
    (void)state;
    char out[256];
    say("# made by xdg-user-dirs\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_PICTURES_DIR=\"$HOME/Bilder/\"\n");
    assert_string_equal(pictures_folder(out, sizeof out), in_home("/Bilder"));
    say("XDG_PICTURES_DIR=\"/media/pictures\"\n");
    assert_string_equal(pictures_folder(out, sizeof out), "/media/pictures");
}

static void test_documents_are_found_the_same_way(void **state)
{
    (void)state;
    char out[256];
    say("XDG_PICTURES_DIR=\"$HOME/Bilder\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n");
    assert_string_equal(documents_folder(out, sizeof out), in_home("/Dokumente"));
    unlink(dirs);
    assert_string_equal(documents_folder(out, sizeof out), in_home("/Documents"));
    setenv("XDG_DOCUMENTS_DIR", "/media/papers", 1);
    assert_string_equal(documents_folder(out, sizeof out), "/media/papers");
    unsetenv("XDG_DOCUMENTS_DIR");
}

static void test_the_home_itself_is_no_picture_folder(void **state)
{
    (void)state;
    char out[256];
    say("XDG_PICTURES_DIR=\"$HOME/\"\n"); // how the desktop says that there is none
    assert_null(pictures_folder(out, sizeof out));
}

static void test_the_environment_comes_first(void **state)
{
    (void)state;
    char out[256];
    say("XDG_PICTURES_DIR=\"$HOME/Bilder\"\n");
    setenv("XDG_PICTURES_DIR", "/srv/photos", 1);
    assert_string_equal(pictures_folder(out, sizeof out), "/srv/photos");
    unsetenv("XDG_PICTURES_DIR");
}

static void test_a_path_that_does_not_fit_is_none(void **state)
{
    (void)state;
    char out[8];
    unlink(dirs);
    assert_null(pictures_folder(out, sizeof out));
}

static void test_the_home_is_shown_as_a_tilde(void **state)
{
    (void)state;
    char out[256];
    assert_string_equal(pictures_home_short(in_home("/x/in"), out, sizeof out), "~/x/in");
    assert_string_equal(pictures_home_short("/elsewhere/in", out, sizeof out), "/elsewhere/in");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_is_pictures_where_nothing_is_said),
        cmocka_unit_test(test_it_is_what_the_desktop_says),
        cmocka_unit_test(test_documents_are_found_the_same_way),
        cmocka_unit_test(test_the_home_itself_is_no_picture_folder),
        cmocka_unit_test(test_the_environment_comes_first),
        cmocka_unit_test(test_a_path_that_does_not_fit_is_none),
        cmocka_unit_test(test_the_home_is_shown_as_a_tilde),
    };
    return cmocka_run_group_tests(tests, make_home, remove_home);
}
