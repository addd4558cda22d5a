// The whole family, and one person, in files of their own: by the command line.
#include "replays/refusals.h"

static void wrong_backups(struct desk *desk)
{
    refuse(desk, "restore", in(desk, "rubbish.backup"));
    refuse(desk, "restore", in(desk, "cut.backup"));
    refuse(desk, "restore", in(desk, "newer.backup"));
    refuse(desk, "restore", in(desk, "no-such.backup"));
    refuse(desk, "pack", "add", in(desk, "rubbish.backup"));
    refuse(desk, "pack", "add", in(desk, "cut.backup"));
    refuse(desk, "pack", "add", in(desk, "newer.backup"));
    refuse(desk, "pack", "add", in(desk, "no-such.backup"));
}

static void test_wrong_backups_are_refused(void **state)
{
    struct desk *desk = *state;
    size_t length = 0;
    refuse(desk, "backup", in(desk, "right.backup"));
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1);
    assert_int_equal(run(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, "voice.wav"),
                         "--data", in(desk, "other")),
                     0);
    assert_int_equal(run(desk, "backup", in(desk, "right.backup"), "--data", in(desk, "other")), 0);
    char *bytes = outside_read(in(desk, "right.backup"), &length);
    bytes[63] = 99; // PRAGMA user_version
    inputs_bytes(in(desk, "newer.backup"), bytes, length);
    free(bytes);
    inputs_cut(in(desk, "right.backup"), in(desk, "cut.backup"), length / 2);
    inputs_bytes(in(desk, "rubbish.backup"), "peekaboo\n", 9);
    with_and_without_a_family(desk, wrong_backups);
}

static void test_a_family_moves_in_a_backup_and_a_person_in_a_pack(void **state)
{
    struct desk *desk = *state;
    const char *wav = in(desk, "voice.wav");
    inputs_sound(wav, INPUT_VOICE, 48000, 1, 1);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "return", wav);
    well(desk, "voice", "add", "--who", "Opa", "--moment", "hello", in(desk, "voice.wav"));
    well(desk, "backup", in(desk, "all.backup"));
    well(desk, "pack", "save", "--who", "Opa", in(desk, "opa.pack"));
    assert_int_equal(run(desk, "restore", in(desk, "all.backup"), "--data", in(desk, "new")), 0);
    assert_int_equal(run(desk, "voice", "list", "--data", in(desk, "new")), 0);
    assert_non_null(strstr(desk->said.out, " Mama return 1 "));
    assert_non_null(strstr(desk->said.out, " Opa hello 1 "));
    assert_int_equal(run(desk, "pack", "add", in(desk, "opa.pack"), "--data", in(desk, "sent")), 0);
    assert_int_equal(run(desk, "voice", "list", "--data", in(desk, "sent")), 0);
    assert_true(one_line(desk->said.out));
    assert_non_null(strstr(desk->said.out, " Opa hello 1 "));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)
    const struct CMUnitTest tests[] = {
        TEST(test_wrong_backups_are_refused),
        TEST(test_a_family_moves_in_a_backup_and_a_person_in_a_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
