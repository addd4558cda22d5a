// The family's voices and faces on the command line: what is kept, what is refused, and that a refused word
// or file changes nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "replays/desk.h"
#include "replays/inputs.h"

#include "store/family.h"
#include "store/voices.h"

enum { CPU_MAX_MS = 3000 }; // a refusal takes a few ms; slow machines and sanitizers have slack

static const char *in(struct desk *desk, const char *name)
{
    static char paths[8][300];
    static int next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", desk->folder, name);
    return path;
}

static bool one_line(const char *text)
{
    const char *end = strchr(text, '\n');
    return end && end > text && end[1] == '\0';
}

static int children_cpu_ms(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (int)((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                 (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000);
}

// ---- what is refused leaves the family's file byte for byte, or absent, as it was

static void refused(struct desk *desk, const char *const *words)
{
    size_t before_length = 0, after_length = 0;
    char *before = outside_read(in(desk, "family.db"), &before_length);
    const int began_ms = children_cpu_ms();
    const int status = desk_run(desk, words);
    const int took_ms = children_cpu_ms() - began_ms;
    char *after = outside_read(in(desk, "family.db"), &after_length);
    const bool same = !before == !after &&
                      (!before || (before_length == after_length && !memcmp(before, after, after_length)));
    if (status != 1 || !one_line(desk->said.err) || *desk->said.out || !same || took_ms > CPU_MAX_MS) {
        fail_msg("%s %s: status %d, %s, %d ms\n%s%s", words[0], words[1], status,
                 same ? "unchanged" : "CHANGED", took_ms, desk->said.out, desk->said.err);
    }
    free(before);
    free(after);
}

#define refuse(desk, ...) refused(desk, (const char *const[]){__VA_ARGS__, "--data", (desk)->folder, NULL})
#define well(desk, ...) assert_int_equal(run(desk, __VA_ARGS__, "--data", (desk)->folder), 0)

// Each refusal once without a family and once with one.
static void with_and_without_a_family(struct desk *desk, void (*refusals)(struct desk *desk))
{
    refusals(desk);
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1.5);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "hello", in(desk, "voice.wav"));
    refusals(desk);
}

static void refuse_sound(struct desk *desk, const char *name)
{
    refuse(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, name));
    assert_non_null(strstr(desk->said.err, name));
}

static void wrong_sounds(struct desk *desk)
{
    char rubbish[5000];
    for (size_t i = 0; i < sizeof rubbish; i++) {
        rubbish[i] = (char)(i * 7919 >> 3);
    }
    inputs_bytes(in(desk, "empty.wav"), "", 0);
    inputs_bytes(in(desk, "rubbish.wav"), rubbish, sizeof rubbish);
    inputs_sound(in(desk, "short.wav"), INPUT_VOICE, 48000, 1, 0.03);
    inputs_sound(in(desk, "long.wav"), INPUT_SILENCE, 8000, 1, 900);
    inputs_sound(in(desk, "silent.wav"), INPUT_SILENCE, 48000, 1, 1);
    inputs_sound(in(desk, "nan.wav"), INPUT_NAN, 48000, 1, 1);
    static const unsigned char lie[] = "RIFF\xFF\xFF\xFF\x7FWAVEfmt \x10\0\0\0\1\0\2\0\x80\xBB\0\0\0\xEE\2\0"
                                       "\4\0\x10\0data\xF0\xFF\xFF\x7F\0\0\0\0\0\0\0\0";
    inputs_bytes(in(desk, "lie.wav"), lie, sizeof lie - 1);
    static const char *const names[] = {"empty.wav",  "rubbish.wav", "short.wav", "long.wav",
                                        "silent.wav", "nan.wav",     "lie.wav",   "no-such.wav"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        refuse_sound(desk, names[i]);
    }
    refuse(desk, "voice", "add", "--who", "Mama", "--moment", "return", desk->folder);
}

static void test_wrong_sounds_are_refused(void **state)
{
    with_and_without_a_family(*state, wrong_sounds);
}

static void refuse_photo(struct desk *desk, const char *name)
{
    refuse(desk, "face", "add", "--who", "Mama", in(desk, name));
    assert_non_null(strstr(desk->said.err, name));
}

static void wrong_photos(struct desk *desk)
{
    static const unsigned char huge[] =
        "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x75\x30\0\0\x75\x30\x08\2\0\0\0\0\0\0\0";
    inputs_bytes(in(desk, "empty.png"), "", 0);
    inputs_bytes(in(desk, "huge.png"), huge, sizeof huge - 1);
    inputs_photo(in(desk, "whole.png"), 60, 40, 0x0000FF);
    inputs_photo(in(desk, "whole.jpg"), 60, 40, 0x0000FF);
    inputs_cut(in(desk, "whole.png"), in(desk, "cut.png"), 90);
    inputs_cut(in(desk, "whole.jpg"), in(desk, "cut.jpg"), 660);
    inputs_bytes(in(desk, "text.png"), "GIF89a\1\0\1\0\0\0\0;", 14);
    static const char *const names[] = {"empty.png", "huge.png", "cut.png",
                                        "cut.jpg",   "text.png", "no-such.png"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        refuse_photo(desk, names[i]);
    }
}

static void test_wrong_photos_are_refused(void **state)
{
    with_and_without_a_family(*state, wrong_photos);
}

static void wrong_names(struct desk *desk)
{
    static char long_name[5001];
    memset(long_name, 'a', 5000);
    const char *const names[] = {"", "  ", "Ma/ma", "Ma\nma", "Ma\x1Bma", "Ma\xFFma", long_name};
    inputs_sound(in(desk, "right.wav"), INPUT_VOICE, 48000, 1, 1);
    inputs_photo(in(desk, "right.png"), 40, 40, 0x00FF00);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        refuse(desk, "voice", "add", "--who", names[i], "--moment", "hello", in(desk, "right.wav"));
        refuse(desk, "face", "add", "--who", names[i], in(desk, "right.png"));
        refuse(desk, "face", "remove", "--who", names[i]);
        refuse(desk, "pack", "save", "--who", names[i], in(desk, "out.peekaboo"));
        refuse(desk, "--screen", "play", "--virtual-time", "--with", names[i]);
    }
    refuse(desk, "voice", "add", "--who", "Mama", "--moment", "lunch", in(desk, "right.wav"));
    refuse(desk, "voice", "add", "--who", "Mama", "--moment", "", in(desk, "right.wav"));
    refuse(desk, "--screen", "play", "--virtual-time", "--with", "Nobody");
    refuse(desk, "voice", "export", "77", in(desk, "out.wav"));
    refuse(desk, "voice", "remove", "one");
    assert_null(outside_read(in(desk, "out.wav"), NULL));
}

static void test_wrong_names_and_moments_are_refused(void **state)
{
    with_and_without_a_family(*state, wrong_names);
}

// ---- what is accepted

static void test_names_of_all_kinds_are_kept(void **state)
{
    struct desk *desk = *state;
    static const char *const names[] = {"Oma \"Mimi\"", "O'Neill", "ماما", "👵🏽", "Große Oma", "-x"};
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char who[100];
        snprintf(who, sizeof who, "--who=%s", names[i]);
        well(desk, "voice", "add", who, "--moment", "hello", in(desk, "voice.wav"));
        well(desk, "voice", "list");
        assert_non_null(strstr(desk->said.out, names[i]));
    }
}

static void test_any_rate_and_channels_are_kept(void **state)
{
    struct desk *desk = *state;
    inputs_sound(in(desk, "fast.wav"), INPUT_VOICE, 192000, 1, 1.5);
    inputs_sound(in(desk, "eight.wav"), INPUT_VOICE, 48000, 8, 1.5);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, "fast.wav"));
    well(desk, "voice", "add", "--who", "Mama", "--moment", "good-night", in(desk, "eight.wav"));
}

static void test_a_clip_is_added_listed_exported_and_removed(void **state)
{
    struct desk *desk = *state;
    int id = 0, ms = 0, listed_ms = 0;
    float lufs = 0, peak = 0;
    char more;
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 44100, 2, 1.5);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, "voice.wav"));
    assert_true(one_line(desk->said.out));
    assert_int_equal(sscanf(desk->said.out, "%d %d %f %f %c", &id, &ms, &lufs, &peak, &more), 4);
    assert_true(lufs > -21.05f && lufs < -18.95f && peak <= -6.95f);
    well(desk, "voice", "list");
    assert_true(one_line(desk->said.out));
    assert_int_equal(
        sscanf(desk->said.out, "%d Mama return 1 %d %f %f %c", &id, &listed_ms, &lufs, &peak, &more), 4);
    assert_int_equal(listed_ms, ms);
    char word[16];
    size_t length = 0;
    snprintf(word, sizeof word, "%d", id);
    well(desk, "voice", "export", word, in(desk, "out.wav"));
    char *wav = outside_read(in(desk, "out.wav"), &length);
    assert_in_range(length, ms * 96, ms * 96 + 200); // 48 kHz, 16 bits
    free(wav);
    well(desk, "voice", "remove", word);
    well(desk, "voice", "list");
    assert_string_equal(desk->said.out, "");
    refuse(desk, "voice", "remove", word); // it is an older take now
}

static void test_no_command_writes_over_the_familys_own_file(void **state)
{
    struct desk *desk = *state;
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, "voice.wav"));
    refuse(desk, "voice", "export", "1", in(desk, "family.db"));
    refuse(desk, "backup", in(desk, "family.db"));
    refuse(desk, "restore", in(desk, "family.db"));
    refuse(desk, "pack", "save", "--who", "Mama", in(desk, "family.db"));
}

static void test_a_turned_photo_is_kept_upright(void **state)
{
    struct desk *desk = *state;
    inputs_turned_photo(in(desk, "turned.jpg"), 300, 400, 0x0000FF);
    well(desk, "face", "add", "--who", "Mama", in(desk, "turned.jpg"));
    struct family *family = family_open(desk->folder, (char[256]){0}, 256);
    struct caregiver person;
    size_t length = 0;
    assert_true(caregiver_by_name(family, "Mama", &person));
    void *png = face_get(family, person.id, &length);
    family_close(family);
    assert_non_null(png);
    inputs_bytes(in(desk, "face.png"), png, length);
    free(png);
    assert_in_range(inputs_red_at(in(desk, "face.png"), 0.5, 0.2), 200, 255);
    assert_in_range(inputs_red_at(in(desk, "face.png"), 0.5, 0.8), 0, 50);
    well(desk, "face", "remove", "--who", "Mama");
    refuse(desk, "face", "remove", "--who", "Mama");
}

static void test_who_plays_is_remembered(void **state)
{
    struct desk *desk = *state;
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "return", in(desk, "voice.wav"));
    well(desk, "voice", "add", "--who", "Opa", "--moment", "return", in(desk, "voice.wav"));
    well(desk, "--screen", "play", "--virtual-time", "--stop-after", "100", "--with", "Opa");
    struct family *family = family_open(desk->folder, (char[256]){0}, 256);
    struct caregiver person;
    assert_true(caregiver_by_name(family, "Opa", &person));
    assert_int_equal(caregiver_today(family), person.id);
    family_close(family);
}

// ---- the whole family, and one person, in files of their own

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
        TEST(test_wrong_sounds_are_refused),
        TEST(test_wrong_photos_are_refused),
        TEST(test_wrong_names_and_moments_are_refused),
        TEST(test_names_of_all_kinds_are_kept),
        TEST(test_any_rate_and_channels_are_kept),
        TEST(test_a_clip_is_added_listed_exported_and_removed),
        TEST(test_no_command_writes_over_the_familys_own_file),
        TEST(test_a_turned_photo_is_kept_upright),
        TEST(test_who_plays_is_remembered),
        TEST(test_wrong_backups_are_refused),
        TEST(test_a_family_moves_in_a_backup_and_a_person_in_a_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
