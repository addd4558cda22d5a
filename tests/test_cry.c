// What the cry hint thinks, with the table that the game ships: invented crying, what is none, and the game's
// own sounds. How well it does on real ones is measured where it is trained (tests/cry).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/cry.h"
#include "core/cry_thin.h"
#include "core/cry_trees.h"
#include "core/least.h"
#include "invented_cry.h"
#include "store/sounds.h"
#include "store/take.h"

enum { SECONDS = 6, COUNT = SECONDS * CRY_RATE, PIECE = CRY_RATE / 100 };

static float sound[COUNT];

struct verdict {
    float score;
    int soft_ms, hard_ms; // 0: never
};

static void listen(struct cry *cry, const int16_t *samples, int count, struct verdict *verdict)
{
    for (int at = 0; at < count; at += PIECE) {
        const int length = lesser(PIECE, count - at);
        const enum cry_level level = cry_hear(cry, samples + at, length);
        const int ms = (at + length) * 10 / (CRY_RATE / 100);
        verdict->soft_ms = level == CRY_SOFT && !verdict->soft_ms ? ms : verdict->soft_ms;
        verdict->hard_ms = level == CRY_HARD && !verdict->hard_ms ? ms : verdict->hard_ms;
        verdict->score = fmaxf(verdict->score, cry_score(cry));
    }
}

// What is in `sound`, in a room that hisses.
static struct verdict verdict(float gain)
{
    static struct cry cry;
    static int16_t samples[COUNT];
    struct verdict verdict = {.score = CRY_UNKNOWN};
    cry_start(&cry);
    voice_hiss(sound, COUNT, 0.001f, 4);
    cry_invented_pcm(sound, COUNT, gain, samples);
    listen(&cry, samples, COUNT, &verdict);
    return verdict;
}

static void quiet(void)
{
    memset(sound, 0, sizeof sound);
}

// ---- what is invented

static void crying(float hz)
{
    quiet();
    cry_invented(sound, COUNT, hz);
}

static void hum(void)
{
    for (int i = 0; i < COUNT; i++) {
        const float turn = 6.2831853f * (float)(i % CRY_RATE) / CRY_RATE;
        sound[i] = 0.1f * (sinf(50 * turn) + 0.6f * sinf(100 * turn) + 0.3f * sinf(150 * turn));
    }
}

static void chirps(void)
{
    for (int at = 0; at + CRY_RATE / 2 < COUNT; at += CRY_RATE / 2) {
        float phase = 0;
        for (int i = 0; i < CRY_RATE / 8; i++) {
            phase += 6.2831853f * (2200 + 1000 * (float)i / (CRY_RATE / 8)) / CRY_RATE;
            sound[at + i] += 0.3f * sinf(phase) * sinf(3.14159265f * (float)i / (CRY_RATE / 8));
        }
    }
}

static void bursts(void)
{
    voice_hiss(sound + CRY_RATE, CRY_RATE / 4, 0.2f, 7);
    voice_hiss(sound + 3 * CRY_RATE, CRY_RATE / 3, 0.2f, 8);
    voice_hiss(sound + 5 * CRY_RATE, CRY_RATE / 8, 0.2f, 9);
}

static void rain(void)
{
    voice_hiss(sound, COUNT, 0.1f, 5);
}

// A scale on an instrument: notes of a third of a second, each held at its height.
static void tune(void)
{
    static const float heights[] = {262, 294, 330, 349, 392, 440, 494, 523};
    for (int at = 0, i = 0; at + CRY_RATE / 3 <= COUNT; at += CRY_RATE / 3, i = (i + 1) % 8) {
        for (int n = 0; n < CRY_RATE / 3; n++) {
            const float turn = 6.2831853f * heights[i] * (float)n / CRY_RATE;
            sound[at + n] +=
                0.2f * expf(-(float)n / 2000) * (sinf(turn) + 0.4f * sinf(2 * turn) + 0.2f * sinf(3 * turn));
        }
    }
}

static void words(void)
{
    voice_speak(sound, COUNT, CRY_RATE, 0.3f);
}

// A grown-up who speaks as one does to a baby: as if it were recorded and played a fourth higher.
static void high_words(void)
{
    static float slow[COUNT * 4 / 3];
    memset(slow, 0, sizeof slow);
    voice_speak(slow, COUNT * 4 / 3, CRY_RATE, 0.3f);
    for (int i = 0; i < COUNT; i++) {
        sound[i] += slow[i * 4 / 3];
    }
}

static void nothing(void)
{
}

static const struct {
    const char *name;
    void (*invent)(void);
} others[] = {
    {"nothing", nothing}, {"hum", hum},   {"chirps", chirps}, {"bursts", bursts},
    {"rain", rain},       {"tune", tune}, {"words", words},   {"high words", high_words},
};

enum { OTHERS = sizeof others / sizeof *others };

static const float heights[] = {380, 450, 520};

static void test_invented_crying_is_heard_within_two_and_a_half_seconds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        crying(heights[i]);
        const struct verdict heard = verdict(1);
        assert_true(heard.score > cry_model.soft);
        assert_in_range(heard.soft_ms, 1, 2500);
    }
}

static void test_nothing_else_that_was_invented_is_crying(void **state)
{
    (void)state;
    for (int i = 0; i < OTHERS; i++) {
        quiet();
        others[i].invent();
        const struct verdict heard = verdict(1);
        if (heard.soft_ms || heard.hard_ms) {
            fail_msg("%s: %.2f", others[i].name, (double)heard.score);
        }
    }
}

static void test_crying_scores_above_everything_else(void **state)
{
    (void)state;
    float least = INFINITY;
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        crying(heights[i]);
        least = fminf(least, verdict(1).score);
    }
    for (int i = 0; i < OTHERS; i++) {
        quiet();
        others[i].invent();
        assert_true(verdict(1).score < least);
    }
}

static void test_one_of_them_that_goes_on_is_an_upset_not_before_four_seconds(void **state)
{
    (void)state;
    crying(450);
    assert_in_range(verdict(1).hard_ms, 3990, SECONDS * 1000);
}

static void test_silence_says_nothing(void **state)
{
    (void)state;
    static struct cry cry;
    static int16_t samples[COUNT];
    struct verdict heard = {.score = CRY_UNKNOWN};
    memset(samples, 0, sizeof samples);
    cry_start(&cry);
    listen(&cry, samples, COUNT, &heard);
    assert_float_equal(heard.score, CRY_SILENT, 0);
    assert_int_equal(heard.soft_ms + heard.hard_ms, 0);
}

static void test_how_far_away_it_cries_hardly_matters(void **state)
{
    (void)state;
    crying(450);
    const float near = verdict(1).score;
    crying(450);
    assert_float_equal(verdict(0.1f).score, near, 0.7f);
}

static void test_what_is_cut_off_at_full_scale_is_no_crying(void **state)
{
    (void)state;
    for (int half = 1; half < CRY_RATE; half *= 3) {
        static struct cry cry;
        static int16_t samples[COUNT];
        struct verdict heard = {.score = CRY_UNKNOWN};
        for (int i = 0; i < COUNT; i++) {
            samples[i] = i / half % 2 ? INT16_MIN : INT16_MAX;
        }
        cry_start(&cry);
        listen(&cry, samples, COUNT, &heard);
        assert_true(isfinite(heard.score));
        assert_int_equal(heard.hard_ms, 0);
    }
}

// ---- the game's own sounds

// Each with a moment of nothing before and two seconds behind, so that short ones are judged, too.
static struct verdict own(const char *id)
{
    static struct cry cry;
    static const int16_t pause[2 * CRY_RATE] = {0};
    struct verdict heard = {.score = CRY_UNKNOWN};
    struct cry_thin thin;
    struct take take;
    char path[4096];
    sounds_path(id, path, sizeof path);
    assert_int_equal(take_read(path, &take), TAKE_FINE);
    int16_t *pcm = take_pcm(&take), *thinned = malloc(((size_t)take.count / 3 + 1) * sizeof *thinned);
    cry_start(&cry);
    cry_thin_start(&thin);
    listen(&cry, pause, CRY_RATE / 2, &heard);
    listen(&cry, thinned, cry_thin(&thin, pcm, take.count, thinned), &heard);
    listen(&cry, pause, 2 * CRY_RATE, &heard);
    free(thinned);
    free(pcm);
    take_free(&take);
    return heard;
}

static void test_hardly_one_of_our_own_sounds_is_crying_and_none_goes_on(void **state)
{
    (void)state;
    int all = 0, soft = 0;
    for (const struct sound *one = sounds_at(0); one; one = sounds_at(++all)) {
        const struct verdict heard = own(one->id);
        if (heard.soft_ms) {
            print_message("%s: %.2f\n", one->id, (double)heard.score);
        }
        soft += heard.soft_ms > 0;
        assert_int_equal(heard.hard_ms, 0);
    }
    assert_true(all > 50);
    assert_true(soft * 100 <= all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_invented_crying_is_heard_within_two_and_a_half_seconds),
        cmocka_unit_test(test_nothing_else_that_was_invented_is_crying),
        cmocka_unit_test(test_crying_scores_above_everything_else),
        cmocka_unit_test(test_one_of_them_that_goes_on_is_an_upset_not_before_four_seconds),
        cmocka_unit_test(test_silence_says_nothing),
        cmocka_unit_test(test_how_far_away_it_cries_hardly_matters),
        cmocka_unit_test(test_what_is_cut_off_at_full_scale_is_no_crying),
        cmocka_unit_test(test_hardly_one_of_our_own_sounds_is_crying_and_none_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
