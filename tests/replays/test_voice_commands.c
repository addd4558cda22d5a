// The family's voices and faces on the command line: what is kept, what is refused, and that a refused word
// or file changes nothing.
#include "replays/refusals.h"

#include "store/family.h"
#include "store/voices.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
