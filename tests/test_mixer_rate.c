// Kept clips come at 48 kHz; a device may have another rate. The device here is invented: nothing but a rate.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "platform/mixer.h"
#include "platform/mixer_clips.h"
#include "platform/mixer_device.h"

enum { KEPT_RATE = 48000, HERTZ = 440, LEVEL = 500 }; // too soft to be softened

struct device {
    int rate;
};

int device_rate(const struct device *device)
{
    return device->rate;
}

void device_call(struct device *device, void (*work)(void *arg), void *arg)
{
    (void)device;
    work(arg);
}

static double tone(int frame, int rate)
{
    return LEVEL * sin(6.283185307179586 * HERTZ * frame / rate);
}

static int16_t *a_second_of_a_tone(void *context, const char *path, int *count)
{
    (void)context, (void)path;
    int16_t *samples = malloc(KEPT_RATE * sizeof *samples);
    assert_non_null(samples);
    for (int i = 0; i < KEPT_RATE; i++) {
        samples[i] = (int16_t)lrint(tone(i, KEPT_RATE));
    }
    *count = KEPT_RATE;
    return samples;
}

static bool nothing_sounds(void *context, const int16_t *samples)
{
    (void)context, (void)samples;
    return false;
}

// The last hundredth of a second is as loud as the rest: nothing was swallowed.
static int last_peak(const struct clip *clip)
{
    int loudest = 0;
    for (int i = clip->frames * 99 / 100; i < clip->frames; i++) {
        loudest = abs(clip->samples[i]) > loudest ? abs(clip->samples[i]) : loudest;
    }
    return loudest;
}

// 1: the clip is that tone at this rate and nothing else.
static double likeness(const struct clip *clip, int rate)
{
    double both = 0, own = 0, ideal = 0;
    for (int i = 0; i < clip->frames; i++) {
        both += clip->samples[i] * tone(i, rate);
        own += (double)clip->samples[i] * clip->samples[i];
        ideal += tone(i, rate) * tone(i, rate);
    }
    return both / sqrt(own * ideal);
}

static void test_a_clip_is_as_long_and_as_high_at_every_rate(void **state)
{
    (void)state;
    static const int rates[] = {22050, 44100, 48000, 96000};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        struct device device = {rates[i]};
        struct clips clips = {.source = {.kept = a_second_of_a_tone}};
        const struct clip *clip = clips_get(&clips, &device, MIXER_KEPT "1", nothing_sounds, NULL);
        assert_non_null(clip);
        assert_int_equal(clip->frames, rates[i]);
        double like = likeness(clip, rates[i]);
        print_message("%6d a second: %d frames, %.4f\n", rates[i], clip->frames, like);
        assert_true(like > 0.99);
        assert_in_range(last_peak(clip), LEVEL * 9 / 10, LEVEL * 11 / 10);
        clips_free(&clips);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clip_is_as_long_and_as_high_at_every_rate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
