// Kept clips: the mixer asks the family for their samples, near their use and no oftener than it has to.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/files.h"
#include "platform/mixer.h"

enum { FRAME_MS = 16, CLIP_FRAMES = 9600, LEVEL = 140 }; // too soft to be softened

static char disk_file[64];
static struct {
    int asked;
    int16_t level; // of the clip as it is now; 0: it is damaged
} family;

static int16_t *kept(void *context, const char *path, int *count)
{
    assert_ptr_equal(context, &family);
    assert_string_equal(path, MIXER_KEPT "12");
    family.asked++;
    if (family.level == 0) {
        return NULL;
    }
    int16_t *samples = malloc(CLIP_FRAMES * sizeof *samples);
    assert_non_null(samples);
    for (int i = 0; i < CLIP_FRAMES; i++) {
        samples[i] = family.level;
    }
    *count = CLIP_FRAMES;
    return samples;
}

static struct mixer *open_mixer(void)
{
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", disk_file, 1);
    family.asked = 0;
    family.level = LEVEL;
    struct mixer *mixer =
        mixer_open(&(struct mixer_options){.virtual_time = true, .kept = kept, .context = &family});
    assert_non_null(mixer);
    assert_true(mixer_plug(mixer));
    return mixer;
}

static void play(struct mixer *mixer)
{
    mixer_play(mixer, MIXER_VOICE, MIXER_KEPT "12", MIXER_VOLUME_MAX, 0);
}

static void run(struct mixer *mixer, int from_ms, int to_ms)
{
    for (int now_ms = from_ms; now_ms <= to_ms; now_ms += FRAME_MS) {
        mixer_virtual(mixer, now_ms);
        mixer_frame(mixer);
    }
    mixer_virtual(mixer, to_ms);
}

// How many frames of the recording are this loud, to the sample.
static int frames_of(int16_t level)
{
    size_t length = 0;
    char *bytes = files_read(disk_file, &length);
    assert_non_null(bytes);
    const int16_t *samples = (const int16_t *)(const void *)bytes;
    int frames = 0, mixed = (int)lrintf((float)level * 0.70794578f); // the master's 3 dB
    for (size_t i = 0; i + 1 < length / 2; i += 2) {
        frames += samples[i] == mixed && samples[i + 1] == mixed;
    }
    free(bytes);
    return frames;
}

static void test_a_kept_clip_is_heard_as_it_is_and_whole(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    play(mixer);
    run(mixer, 0, 1000);
    assert_true(mixer_close(mixer));
    assert_int_equal(frames_of(LEVEL), CLIP_FRAMES);
}

static void test_a_clip_is_asked_for_once_when_it_is_prepared_and_not_when_it_is_played(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    mixer_prepare(mixer, MIXER_KEPT "12");
    assert_int_equal(family.asked, 1);
    play(mixer);
    run(mixer, 0, 500);
    play(mixer);
    assert_int_equal(family.asked, 1);
    assert_true(mixer_close(mixer));
}

static void test_what_changed_is_asked_for_anew_while_the_old_goes_on_to_its_end(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    play(mixer);
    run(mixer, 0, 48);
    family.level = LEVEL / 2;
    mixer_forget(mixer, MIXER_KEPT "12");
    mixer_forget(mixer, MIXER_KEPT "13"); // was never asked for
    run(mixer, 64, 500);
    play(mixer);
    assert_int_equal(family.asked, 2);
    run(mixer, 512, 1000);
    assert_true(mixer_close(mixer));
    assert_int_equal(frames_of(LEVEL), CLIP_FRAMES);
    assert_int_equal(frames_of(LEVEL / 2), CLIP_FRAMES);
}

static void test_another_family_is_asked_for_every_clip_anew(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    mixer_prepare(mixer, MIXER_KEPT "12");
    family.level = LEVEL / 2;
    mixer_forget_kept(mixer);
    play(mixer);
    run(mixer, 0, 500);
    assert_true(mixer_close(mixer));
    assert_int_equal(family.asked, 2);
    assert_int_equal(frames_of(LEVEL), 0);
    assert_int_equal(frames_of(LEVEL / 2), CLIP_FRAMES);
}

static void test_a_damaged_clip_is_silent(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    family.level = 0;
    mixer_prepare(mixer, MIXER_KEPT "12");
    play(mixer);
    run(mixer, 0, 500);
    assert_true(mixer_close(mixer));
    assert_int_equal(frames_of(LEVEL), 0);
}

static void test_without_a_family_kept_clips_are_silent(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct mixer *mixer = mixer_open(&(struct mixer_options){.virtual_time = false});
    assert_non_null(mixer);
    assert_true(mixer_plug(mixer));
    play(mixer);
    mixer_forget(mixer, MIXER_KEPT "12");
    assert_true(mixer_close(mixer));
}

static int remove_file(void **state)
{
    (void)state;
    return remove(disk_file);
}

static int name_file(void **state)
{
    (void)state;
    snprintf(disk_file, sizeof disk_file, "test_mixer_kept_%d.raw", (int)getpid());
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_kept_clip_is_heard_as_it_is_and_whole),
        cmocka_unit_test(test_a_clip_is_asked_for_once_when_it_is_prepared_and_not_when_it_is_played),
        cmocka_unit_test(test_what_changed_is_asked_for_anew_while_the_old_goes_on_to_its_end),
        cmocka_unit_test(test_another_family_is_asked_for_every_clip_anew),
        cmocka_unit_test(test_a_damaged_clip_is_silent),
        cmocka_unit_test(test_without_a_family_kept_clips_are_silent),
    };
    return cmocka_run_group_tests(tests, name_file, remove_file);
}
