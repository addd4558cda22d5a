// peekaboo hear: what the cry hint makes of any recording, from outside.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sndfile.h>

#include "core/cry_trees.h"
#include "invented_cry.h"
#include "replays/desk.h"
#include "replays/inputs.h"

enum { SECONDS = 5, COUNT = SECONDS * CRY_RATE, LONG = 120 * 8000 };

static float crying[COUNT];

static char *in(const struct desk *desk, const char *name)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", desk->folder, name);
    return path;
}

// A crying baby in a quiet room, repeated on each channel. each: how often a sample stands there (a crude way
// to another rate, whose images lie above what is looked at).
static void write_crying(const char *path, int format, int each, int channels, float gain, double seconds)
{
    SF_INFO info = {.samplerate = CRY_RATE * each, .channels = channels, .format = format};
    const int count = (int)(seconds * CRY_RATE) * each;
    float *frames = calloc((size_t)count * (size_t)channels, sizeof *frames);
    for (int i = 0; i < count * channels; i++) {
        frames[i] = gain * crying[i / channels / each % COUNT];
    }
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    assert_int_equal(sf_writef_float(file, frames, count), count);
    sf_close(file);
    free(frames);
}

struct heard {
    double score, second;
    char word[16];
};

// Exactly one line: score, cry and the second, or score and no-cry.
static struct heard hear(struct desk *desk, const char *path)
{
    struct heard heard = {0};
    char again[64];
    assert_int_equal(run(desk, "hear", path), 0);
    assert_string_equal(desk->said.err, "");
    assert_true(sscanf(desk->said.out, "%lf %15s %lf", &heard.score, heard.word, &heard.second) >= 2);
    if (strcmp(heard.word, "cry") == 0) {
        snprintf(again, sizeof again, "%.2f cry %.2f\n", heard.score, heard.second);
    } else {
        snprintf(again, sizeof again, "%.2f no-cry\n", heard.score);
    }
    assert_string_equal(desk->said.out, again);
    return heard;
}

static int begin(void **state)
{
    memset(crying, 0, sizeof crying);
    cry_invented(crying, COUNT, 450);
    voice_hiss(crying, COUNT, 0.003f, 2);
    return desk_begin(state);
}

static void test_crying_is_told_with_its_second(void **state)
{
    struct desk *desk = *state;
    write_crying(in(desk, "crying.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 1, 1, SECONDS);
    const struct heard heard = hear(desk, in(desk, "crying.wav"));
    assert_string_equal(heard.word, "cry");
    assert_true(heard.score > (double)cry_model.soft);
    assert_true(heard.second > 1.7 && heard.second < SECONDS);
}

static void test_every_kind_of_file_scores_the_same(void **state)
{
    struct desk *desk = *state;
    static const struct {
        int format, each, channels;
    } kinds[] = {
        {SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1, 1},   {SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1, 2},
        {SF_FORMAT_WAV | SF_FORMAT_PCM_32, 2, 1},   {SF_FORMAT_WAV | SF_FORMAT_FLOAT, 3, 2},
        {SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, 1, 6}, {SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1, 1},
    };
    write_crying(in(desk, "plain.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 1, 1, SECONDS);
    const struct heard plain = hear(desk, in(desk, "plain.wav"));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        write_crying(in(desk, "other"), kinds[i].format, kinds[i].each, kinds[i].channels, 1, SECONDS);
        const struct heard other = hear(desk, in(desk, "other"));
        assert_string_equal(other.word, plain.word);
        assert_float_equal(other.score, plain.score, 0.7);
        assert_float_equal(other.second, plain.second, 0.26);
    }
}

static void test_a_faint_recording_is_heard_as_well(void **state)
{
    struct desk *desk = *state;
    write_crying(in(desk, "faint.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 1, 0.03f, SECONDS);
    assert_string_equal(hear(desk, in(desk, "faint.wav")).word, "cry");
}

static void test_too_short_and_silent_ones_are_no_crying(void **state)
{
    struct desk *desk = *state;
    write_crying(in(desk, "short.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 1, 1, 1.7);
    assert_float_equal(hear(desk, in(desk, "short.wav")).score, (double)CRY_UNKNOWN, 0);
    write_crying(in(desk, "shorter.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 1, 1, 0.01);
    assert_float_equal(hear(desk, in(desk, "shorter.wav")).score, (double)CRY_UNKNOWN, 0);
    inputs_sound(in(desk, "silent.wav"), INPUT_SILENCE, 48000, 1, 3);
    assert_float_equal(hear(desk, in(desk, "silent.wav")).score, (double)CRY_SILENT, 0);
    assert_string_equal(hear(desk, in(desk, "silent.wav")).word, "no-cry");
}

static void test_two_minutes_are_heard_to_the_end(void **state)
{
    struct desk *desk = *state;
    SF_INFO info = {.samplerate = 8000, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    static float samples[LONG];
    memset(samples, 0, sizeof samples);
    for (int i = 0; i < 4 * 8000; i++) {
        samples[LONG - 4 * 8000 + i] = crying[2 * i];
    }
    SNDFILE *file = sf_open(in(desk, "long.wav"), SFM_WRITE, &info);
    assert_int_equal(sf_writef_float(file, samples, LONG), LONG);
    sf_close(file);
    const struct heard heard = hear(desk, in(desk, "long.wav"));
    assert_string_equal(heard.word, "cry");
    assert_true(heard.second > 117 && heard.second < 120);
}

static void unreadable(struct desk *desk, const char *path)
{
    assert_int_equal(run(desk, "hear", path), 1);
    assert_string_equal(desk->said.out, "");
    const char *end = strchr(desk->said.err, '\n');
    assert_true(end && end > desk->said.err && end[1] == '\0');
}

static void test_what_is_no_sound_ends_with_1_and_one_line(void **state)
{
    struct desk *desk = *state;
    inputs_bytes(in(desk, "empty.wav"), "", 0);
    unreadable(desk, in(desk, "empty.wav"));
    inputs_bytes(in(desk, "text.wav"), "this is no sound at all, whatever it is called", 46);
    unreadable(desk, in(desk, "text.wav"));
    unreadable(desk, in(desk, "no-such.wav"));
    unreadable(desk, desk->folder);
    inputs_sound(in(desk, "long.wav"), INPUT_SILENCE, 8000, 1, 700);
    unreadable(desk, in(desk, "long.wav"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, desk_end)
    const struct CMUnitTest tests[] = {
        TEST(test_crying_is_told_with_its_second),     TEST(test_every_kind_of_file_scores_the_same),
        TEST(test_a_faint_recording_is_heard_as_well), TEST(test_too_short_and_silent_ones_are_no_crying),
        TEST(test_two_minutes_are_heard_to_the_end),   TEST(test_what_is_no_sound_ends_with_1_and_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
