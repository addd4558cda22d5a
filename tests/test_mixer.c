// The mixer: what it writes, to the sample, through SDL's disk driver; and that no device can stop play.
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
#include "platform/mixer_clips.h"
#include "platform/mixer_device.h"
#include "platform/mixer_sum.h"
#include "store/sounds.h"

enum { FRAME_MS = 16, BUFFER_MS = 22 };

static char disk_file[64];

// ---- the sum

static const float MASTER = 0.7079f;

static void fill(int16_t *samples, int count, int16_t value)
{
    for (int i = 0; i < count; i++) {
        samples[i] = value;
    }
}

static void test_the_master_takes_3_db_off_the_bed_and_the_clips(void **state)
{
    (void)state;
    int16_t clip[4], stream[8];
    fill(clip, 4, 1000);
    fill(stream, 8, 2000);
    struct sum sum = {.bed = {.value = 0.5f, .target = 0.5f}};
    sum_play(&sum, MIXER_TUNE, clip, 4, 1, 0, 0);
    sum_mix(&sum, stream, 4);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(stream[i], (int)lrintf(2000 * MASTER));
    }
}

static void test_a_sum_too_loud_is_held_at_the_limit_and_does_not_wrap(void **state)
{
    (void)state;
    int16_t clip[2], stream[4] = {0};
    fill(clip, 2, 32000);
    struct sum sum = {0};
    sum_play(&sum, MIXER_TUNE, clip, 2, 1, 0, 0);
    sum_play(&sum, MIXER_PLACE, clip, 2, 1, 0, 0);
    sum_mix(&sum, stream, 2);
    assert_int_equal(stream[0], INT16_MAX);
}

static void test_pan_only_ever_softens_the_far_side(void **state)
{
    (void)state;
    int16_t clip[2], stream[4] = {0};
    fill(clip, 2, 10000);
    struct sum sum = {0};
    sum_play(&sum, MIXER_TUNE, clip, 2, 1, -1, 0);
    sum_mix(&sum, stream, 2);
    assert_int_equal(stream[0], (int)lrintf(10000 * MASTER));
    assert_in_range(stream[1], 1000, stream[0] / 2);
}

static void test_a_ramp_moves_every_sample_a_little_and_arrives_on_time(void **state)
{
    (void)state;
    enum { FRAMES = 480 };
    int16_t stream[2 * FRAMES];
    fill(stream, 2 * FRAMES, 10000);
    struct sum sum = {0};
    ramp_to(&sum.bed, 1, FRAMES);
    sum_mix(&sum, stream, FRAMES);
    for (int i = 1; i < FRAMES; i++) {
        assert_in_range(stream[2 * i] - stream[2 * i - 2], 0, 16);
    }
    assert_int_equal(stream[2 * FRAMES - 1], (int)lrintf(10000 * MASTER));
}

static void test_a_new_sound_on_a_channel_begins_at_once_while_the_old_one_fades(void **state)
{
    (void)state;
    enum { FRAMES = 100, FADE = 60 };
    int16_t old[FRAMES], stream[2 * FRAMES] = {0}, silence[FRAMES] = {0};
    fill(old, FRAMES, 10000);
    struct sum sum = {0};
    sum_play(&sum, MIXER_TUNE, old, FRAMES, 1, 0, FADE);
    sum_play(&sum, MIXER_TUNE, silence, FRAMES, 1, 0, FADE);
    assert_ptr_equal(sum_voice(&sum, MIXER_TUNE)->samples, silence);
    sum_mix(&sum, stream, FRAMES);
    assert_true(stream[0] > 6500 && stream[FADE] < stream[0] / 2 && stream[2 * FADE] == 0);
    assert_false(sum_uses(&sum, old));
}

static void test_when_all_voices_are_taken_the_one_nearest_its_end_makes_room(void **state)
{
    (void)state;
    int16_t samples[200] = {0};
    struct sum sum = {0};
    for (int i = 0; i < SUM_VOICES; i++) {
        sum_play(&sum, i, samples, i == 7 ? 50 : 100, 1, 0, 10);
    }
    sum_play(&sum, 99, samples + 100, 100, 1, 0, 10);
    assert_null(sum_voice(&sum, 7));
    assert_non_null(sum_voice(&sum, 99));
}

// ---- a whole mixer on the disk driver

static void sound_path(const char *id, char *path, size_t size)
{
    sounds_path(id, path, size);
    assert_true(files_exists(path));
}

static struct mixer *open_mixer(const char *driver, bool virtual_time)
{
    setenv("SDL_AUDIODRIVER", driver, 1);
    setenv("SDL_DISKAUDIOFILE", disk_file, 1);
    struct mixer *mixer = mixer_open(&(struct mixer_options){.virtual_time = virtual_time});
    assert_non_null(mixer);
    return mixer;
}

static void play(struct mixer *mixer, int channel, const char *id)
{
    char path[1024];
    sound_path(id, path, sizeof path);
    mixer_play(mixer, channel, path, MIXER_VOLUME_MAX, 0);
}

static void bed(struct mixer *mixer)
{
    char path[1024];
    sound_path("bed_1", path, sizeof path);
    mixer_bed(mixer, path, MIXER_VOLUME_MAX, 250);
}

static void run(struct mixer *mixer, int from_ms, int to_ms)
{
    for (int now_ms = from_ms; now_ms < to_ms; now_ms += FRAME_MS) {
        mixer_virtual(mixer, now_ms);
        mixer_frame(mixer);
    }
    mixer_virtual(mixer, to_ms);
}

static const int16_t *recorded(size_t *frames)
{
    size_t length = 0;
    char *bytes = files_read(disk_file, &length);
    assert_non_null(bytes);
    *frames = length / 4;
    return (const int16_t *)(const void *)bytes;
}

// The loudest sample from one time to another.
static int peak(int from_ms, int to_ms)
{
    size_t frames;
    const int16_t *samples = recorded(&frames);
    int loudest = 0;
    for (size_t i = (size_t)from_ms * 48; i < (size_t)to_ms * 48 && i < frames; i++) {
        int level = abs(samples[2 * i]);
        loudest = level > loudest ? level : loudest;
    }
    free((void *)samples);
    return loudest;
}

static void test_a_sound_begins_when_it_was_asked_for_and_the_file_is_as_long_as_the_game(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("disk", true);
    assert_true(mixer_plug(mixer));
    run(mixer, 0, 1000);
    play(mixer, MIXER_TOUCH, "touch_1");
    run(mixer, 1000, 2000);
    assert_true(mixer_close(mixer));
    size_t frames;
    free((void *)recorded(&frames));
    assert_int_equal(frames, (2000 * 48 + 1023) / 1024 * 1024);
    assert_int_equal(peak(0, 1000), 0);
    assert_true(peak(1000, 1000 + BUFFER_MS + 100) > 300);
    assert_int_equal(peak(1650, 2000), 0);
}

static void make_noise(struct mixer *mixer)
{
    run(mixer, 0, 600);
    play(mixer, MIXER_TUNE, "hello_1");
    run(mixer, 600, 1500);
    bed(mixer);
    play(mixer, MIXER_TOUCH, "touch_3");
    play(mixer, MIXER_TUNE, "bye_1");
    run(mixer, 1500, 2500);
    mixer_volume(mixer, MIXER_BED, 0, 250);
    run(mixer, 2500, 4000);
}

static void test_the_same_session_gives_the_same_samples(void **state)
{
    (void)state;
    const int16_t *takes[2];
    size_t frames[2];
    for (int i = 0; i < 2; i++) {
        struct mixer *mixer = open_mixer("disk", true);
        assert_true(mixer_plug(mixer));
        make_noise(mixer);
        assert_true(mixer_close(mixer));
        takes[i] = recorded(&frames[i]);
    }
    assert_int_equal(frames[0], frames[1]);
    assert_memory_equal(takes[0], takes[1], frames[0] * 4);
    free((void *)takes[0]);
    free((void *)takes[1]);
}

static void test_silence_takes_a_quarter_of_a_second(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("disk", true);
    assert_true(mixer_plug(mixer));
    bed(mixer);
    play(mixer, MIXER_TUNE, "comfort_1");
    run(mixer, 0, 2000);
    mixer_silence(mixer);
    run(mixer, 2000, 3000);
    assert_true(mixer_close(mixer));
    assert_true(peak(1900, 2000) > 300);
    assert_true(peak(2050, 2150) > 0);
    assert_int_equal(peak(2000 + MIXER_SILENCE_MS + BUFFER_MS, 3000), 0);
}

// What may be listened to has to be told apart from what the game itself is heard with.
static void test_it_says_whether_anything_of_it_is_to_be_heard(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("disk", true);
    play(mixer, MIXER_TUNE, "touch_1");
    assert_false(mixer_sounds(mixer)); // there is no device yet
    assert_true(mixer_plug(mixer));
    run(mixer, 0, 100);
    assert_false(mixer_sounds(mixer));
    play(mixer, MIXER_TOUCH, "touch_1");
    assert_true(mixer_sounds(mixer)); // before its first sample is
    run(mixer, 100, 100 + sounds_find("touch_1")->length_ms - BUFFER_MS);
    assert_true(mixer_sounds(mixer));
    run(mixer, 100 + sounds_find("touch_1")->length_ms, 2000);
    assert_false(mixer_sounds(mixer));
    bed(mixer);
    assert_true(mixer_sounds(mixer));
    run(mixer, 2000, 4000);
    mixer_volume(mixer, MIXER_BED, 0, 250);
    run(mixer, 4000, 4200);
    assert_true(mixer_sounds(mixer)); // it still fades
    run(mixer, 4200, 4300);
    assert_false(mixer_sounds(mixer));
    mixer_loudest(mixer, 0);
    run(mixer, 4300, 4600);
    play(mixer, MIXER_TUNE, "hello_1");
    assert_false(mixer_sounds(mixer)); // nobody hears it
    mixer_loudest(mixer, MIXER_VOLUME_MAX);
    assert_true(mixer_sounds(mixer));
    mixer_unplug(mixer);
    assert_false(mixer_sounds(mixer));
    assert_true(mixer_close(mixer));
}

static void test_a_bed_that_paused_goes_on_and_a_new_device_takes_it_up(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("disk", true);
    assert_true(mixer_plug(mixer));
    bed(mixer);
    run(mixer, 0, 1000);
    mixer_volume(mixer, MIXER_BED, 0, 250);
    run(mixer, 1000, 2000);
    bed(mixer);
    run(mixer, 2000, 3000);
    mixer_unplug(mixer);
    assert_true(peak(500, 1000) > 50);
    assert_int_equal(peak(1300, 2000), 0);
    assert_true(peak(2500, 3000) > 50);
    mixer_retry(mixer); // the replay says when it comes back
    run(mixer, 3000, 4000);
    assert_true(mixer_plug(mixer));
    run(mixer, 4000, 5000);
    assert_true(mixer_close(mixer));
    assert_int_equal(peak(0, 4000), 0);
    assert_true(peak(4500, 5000) > 50);
}

static void test_all_together_is_never_louder_than_was_chosen(void **state)
{
    (void)state;
    static const int volumes[] = {MIXER_VOLUME_MAX, 64, 0};
    int peaks[3];
    for (int i = 0; i < 3; i++) {
        struct mixer *mixer = open_mixer("disk", true);
        mixer_loudest(mixer, volumes[i]); // before there is a device
        assert_true(mixer_plug(mixer));
        bed(mixer);
        play(mixer, MIXER_TUNE, "comfort_1");
        run(mixer, 0, 2000);
        assert_true(mixer_close(mixer));
        peaks[i] = peak(0, 2000);
    }
    assert_true(peaks[0] > 1000);
    assert_in_range(peaks[1], peaks[0] / 2 - 1, peaks[0] / 2 + 1);
    assert_int_equal(peaks[2], 0);
}

static void test_what_was_chosen_holds_on_the_next_device_and_comes_softly(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("disk", true);
    assert_true(mixer_plug(mixer));
    bed(mixer);
    run(mixer, 0, 2000);
    mixer_loudest(mixer, 0);
    run(mixer, 2000, 3000);
    mixer_unplug(mixer);
    assert_true(peak(1900, 2000) > 50);
    assert_true(peak(2030, 2100) > 20);
    assert_int_equal(peak(2000 + MIXER_SILENCE_MS + 2 * BUFFER_MS, 3000), 0);
    assert_true(mixer_plug(mixer));
    run(mixer, 3000, 4000);
    assert_true(mixer_close(mixer));
    assert_int_equal(peak(3000, 4000), 0);
}

// ---- without a device

static void test_a_missing_device_stops_nothing_and_is_tried_again(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("nonsense", false);
    assert_false(mixer_plug(mixer));
    bed(mixer);
    play(mixer, MIXER_TUNE, "hello_1");
    mixer_silence(mixer);
    mixer_frame(mixer);
    mixer_unplug(mixer);
    mixer_retry(mixer);
    assert_false(mixer_plug(mixer));
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    mixer_retry(mixer);
    play(mixer, MIXER_TUNE, "hello_1");
    setenv("SDL_AUDIODRIVER", "nonsense", 1);
    assert_true(mixer_plug(mixer)); // it is open
    assert_true(mixer_close(mixer));
}

static void test_virtual_time_needs_no_device_but_the_disk(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("dummy", true);
    assert_false(mixer_plug(mixer));
    run(mixer, 0, 3600000);
    assert_true(mixer_close(mixer));
}

static void test_a_clip_that_cannot_be_read_is_silent(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer("dummy", false);
    assert_true(mixer_plug(mixer));
    mixer_prepare(mixer, "there/is/no/such.ogg");
    mixer_play(mixer, MIXER_TUNE, "there/is/no/such.ogg", MIXER_VOLUME_MAX, 0);
    mixer_bed(mixer, "there/is/no/such.ogg", MIXER_VOLUME_MAX, 250);
    mixer_frame(mixer);
    assert_true(mixer_close(mixer));
}

static void copy_file(const char *from, const char *to)
{
    size_t length = 0;
    char *bytes = files_read(from, &length);
    FILE *file = fopen(to, "wb");
    assert_non_null(bytes);
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
    free(bytes);
}

// In a browser sounds arrive while the game is played.
static void test_a_bed_that_arrives_late_fades_in_from_silence(void **state)
{
    (void)state;
    static const char late[] = "mixer_late_bed.ogg";
    char path[1024];
    sound_path("bed_1", path, sizeof path);
    remove(late);
    struct mixer *mixer = open_mixer("disk", true);
    assert_true(mixer_plug(mixer));
    mixer_bed(mixer, late, MIXER_VOLUME_MAX, 2000);
    run(mixer, 0, 3000);
    copy_file(path, late);
    run(mixer, 3000, 8000);
    assert_true(mixer_close(mixer));
    assert_int_equal(peak(0, 3000), 0);
    int whole = peak(5500, 8000);
    assert_true(whole > 500);
    assert_in_range(peak(3000, 3300), 1, whole / 3);
    remove(late);
}

static void test_a_bed_that_was_asked_for_before_the_device_fades_in_as_asked(void **state)
{
    (void)state;
    char path[1024];
    sound_path("bed_1", path, sizeof path);
    struct mixer *mixer = open_mixer("disk", true);
    mixer_bed(mixer, path, MIXER_VOLUME_MAX, 2000);
    run(mixer, 0, 1000);
    assert_true(mixer_plug(mixer));
    run(mixer, 1000, 6000);
    assert_true(mixer_close(mixer));
    int whole = peak(3500, 6000);
    assert_in_range(peak(1000, 1300), 1, whole / 3);
}

// ---- decoded clips

static bool nothing_sounds(void *context, const int16_t *samples)
{
    return context && samples == context;
}

static void no_mix(void *context, int16_t *stream, int frames)
{
    (void)context, (void)stream, (void)frames;
}

static int clips_bytes(const struct clips *clips)
{
    int bytes = 0;
    for (int i = 0; i < clips->count; i++) {
        bytes += clips->items[i].frames * 2;
    }
    return bytes;
}

static bool kept(const struct clips *clips, const char *path)
{
    for (int i = 0; i < clips->count; i++) {
        if (strcmp(clips->items[i].path, path) == 0) {
            return true;
        }
    }
    return false;
}

static void test_far_clips_make_room_but_never_one_that_sounds(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    assert_true(device_system_start());
    struct device *device = device_open(false, no_mix, NULL);
    assert_non_null(device);
    static struct clips clips;
    const int16_t *sounding = NULL;
    char path[1024], often_path[1024];
    sound_path("touch_1", often_path, sizeof often_path);
    for (int i = 0; sounds_at(i); i++) {
        sound_path(sounds_at(i)->id, path, sizeof path);
        const struct clip *clip = clips_get(&clips, device, path, nothing_sounds, (void *)sounding);
        assert_non_null(clip);
        assert_in_range(clip->frames, sounds_at(i)->length_ms * 48 - 48, sounds_at(i)->length_ms * 48 + 48);
        sounding = sounding ? sounding : clip->samples;
        if (i > 0) { // both were asked for a moment ago
            sound_path(sounds_at(i - 1)->id, path, sizeof path);
            assert_true(kept(&clips, path) && kept(&clips, often_path));
        }
        assert_non_null(clips_get(&clips, device, often_path, nothing_sounds, (void *)sounding));
        assert_true(clips_bytes(&clips) <= CLIPS_BYTES + 25 * 48000 * 2); // one bed more
    }
    sound_path(sounds_at(0)->id, path, sizeof path);
    assert_true(kept(&clips, path)); // it sounded all the time
    clips_free(&clips);
    assert_true(device_close(device));
    device_system_stop();
}

static int remove_file(void **state)
{
    (void)state;
    return remove(disk_file);
}

static int name_file(void **state)
{
    (void)state;
    snprintf(disk_file, sizeof disk_file, "test_mixer_%d.raw", (int)getpid());
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_master_takes_3_db_off_the_bed_and_the_clips),
        cmocka_unit_test(test_a_sum_too_loud_is_held_at_the_limit_and_does_not_wrap),
        cmocka_unit_test(test_pan_only_ever_softens_the_far_side),
        cmocka_unit_test(test_a_ramp_moves_every_sample_a_little_and_arrives_on_time),
        cmocka_unit_test(test_a_new_sound_on_a_channel_begins_at_once_while_the_old_one_fades),
        cmocka_unit_test(test_when_all_voices_are_taken_the_one_nearest_its_end_makes_room),
        cmocka_unit_test(test_a_sound_begins_when_it_was_asked_for_and_the_file_is_as_long_as_the_game),
        cmocka_unit_test(test_the_same_session_gives_the_same_samples),
        cmocka_unit_test(test_silence_takes_a_quarter_of_a_second),
        cmocka_unit_test(test_it_says_whether_anything_of_it_is_to_be_heard),
        cmocka_unit_test(test_a_bed_that_paused_goes_on_and_a_new_device_takes_it_up),
        cmocka_unit_test(test_a_bed_that_arrives_late_fades_in_from_silence),
        cmocka_unit_test(test_a_bed_that_was_asked_for_before_the_device_fades_in_as_asked),
        cmocka_unit_test(test_all_together_is_never_louder_than_was_chosen),
        cmocka_unit_test(test_what_was_chosen_holds_on_the_next_device_and_comes_softly),
        cmocka_unit_test(test_a_missing_device_stops_nothing_and_is_tried_again),
        cmocka_unit_test(test_virtual_time_needs_no_device_but_the_disk),
        cmocka_unit_test(test_a_clip_that_cannot_be_read_is_silent),
        cmocka_unit_test(test_far_clips_make_room_but_never_one_that_sounds),
    };
    return cmocka_run_group_tests(tests, name_file, remove_file);
}
