// The recorder's ears.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/meter.h"
#include "core/random.h"

enum { MS = METER_RATE / 1000 };

struct room {
    struct meter meter;
    struct random random;
    float hiss;   // amplitude
    float offset; // of the microphone
    int at;
};

static void enter(struct room *room, float hiss)
{
    *room = (struct room){.hiss = hiss};
    meter_start(&room->meter);
    random_seed(&room->random, 7);
}

// A voice of syllables: 180 ms of tone, 70 ms of nothing.
static float voice_at(int sample)
{
    int in_syllable = sample % (250 * MS);
    return in_syllable < 180 * MS
               ? sinf((float)sample * 0.03f) * sinf((float)in_syllable * 3.14159f / (180 * MS))
               : 0;
}

static void hear(struct room *room, int ms, float voice)
{
    for (int i = 0; i < ms * MS; i++) {
        float noise = room->hiss * (float)random_between(&room->random, -1000, 1000) / 1000;
        float sum = 32767 * (room->offset + noise + voice * voice_at(room->at++));
        int16_t sample = (int16_t)fmaxf(-32768, fminf(32767, sum));
        meter_feed(&room->meter, &sample, 1);
    }
}

static void test_a_steady_hiss_is_no_voice(void **state)
{
    (void)state;
    for (float hiss = 0.001f; hiss < 0.2f; hiss *= 3) {
        struct room room;
        enter(&room, hiss);
        hear(&room, 4000, 0);
        assert_false(room.meter.spoken);
    }
}

static void test_a_faint_voice_in_a_quiet_room_is_one(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.0005f);
    hear(&room, 500, 0);
    hear(&room, 1000, 0.02f);
    assert_true(room.meter.spoken);
}

static void test_a_voice_over_hiss_is_one(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.02f);
    hear(&room, 500, 0);
    hear(&room, 1000, 0.3f);
    assert_true(room.meter.spoken);
}

static void test_who_speaks_from_the_first_moment_is_heard(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.001f);
    hear(&room, 1000, 0.2f);
    assert_true(room.meter.spoken);
}

static void test_zeros_before_the_room_comes_are_no_room(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0);
    hear(&room, 300, 0);
    room.hiss = 0.02f;
    hear(&room, 4000, 0);
    assert_false(room.meter.spoken);
    hear(&room, 1000, 0.3f);
    assert_true(room.meter.spoken);
}

static void test_a_faint_voice_is_one_on_a_microphone_with_an_offset(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.0005f);
    room.offset = 0.05f;
    hear(&room, 500, 0);
    assert_int_equal(meter_zone(&room.meter), METER_QUIET);
    assert_false(room.meter.spoken);
    hear(&room, 1000, 0.02f);
    assert_true(room.meter.spoken);
}

// 30 ms, as of a finger on the table.
static void knock(struct room *room)
{
    room->hiss *= 100;
    hear(room, 30, 0);
    room->hiss /= 100;
}

static void test_a_knock_is_no_voice(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.002f);
    hear(&room, 500, 0);
    knock(&room);
    hear(&room, 500, 0);
    assert_false(room.meter.spoken);
}

static void test_a_knock_after_the_voice_holds_the_end_up_no_longer(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.002f);
    hear(&room, 300, 0);
    hear(&room, 1000, 0.2f);
    hear(&room, 1000, 0);
    knock(&room);
    hear(&room, 1270, 0);
    assert_true(meter_over(&room.meter));
}

static void test_two_seconds_of_quiet_after_a_voice_end_it(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.002f);
    hear(&room, 300, 0);
    hear(&room, 1000, 0.2f);
    hear(&room, 1900, 0);
    assert_false(meter_over(&room.meter));
    hear(&room, 400, 0);
    assert_true(meter_over(&room.meter));
}

static void test_quiet_before_anybody_spoke_ends_nothing(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.002f);
    hear(&room, 5000, 0);
    assert_false(meter_over(&room.meter));
}

static void test_the_zones_are_the_guides(void **state)
{
    (void)state;
    const struct {
        float amplitude;
        enum meter_zone zone;
    } rows[] = {{0.015f, METER_QUIET}, {0.04f, METER_GOOD}, {0.3f, METER_GOOD}, {0.6f, METER_LOUD}};
    static const float starts[] = {0, 0.28f, 0.8f, 1}; // as they are drawn
    for (int i = 0; i < 4; i++) {
        struct room room;
        enter(&room, 0);
        for (int n = 0; n < 500 * MS; n++) {
            int16_t sample = (int16_t)(32767 * rows[i].amplitude * sinf((float)n * 0.1f));
            meter_feed(&room.meter, &sample, 1);
        }
        assert_int_equal(meter_zone(&room.meter), rows[i].zone);
        assert_true(room.meter.level > starts[rows[i].zone]); // the bar ends in the zone whose word is lit
        assert_true(room.meter.level < starts[rows[i].zone + 1]);
    }
}

static void test_the_bar_rises_fast_and_falls_slowly(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0);
    hear(&room, 100, 0);
    hear(&room, 90, 0.5f);
    float risen = room.meter.level;
    assert_true(risen > 0.6f);
    hear(&room, 100, 0);
    assert_true(room.meter.level > risen / 3);
    hear(&room, 900, 0);
    assert_true(room.meter.level < 0.05f);
}

static void test_three_samples_at_full_scale_are_clipping_two_are_not(void **state)
{
    (void)state;
    struct meter meter;
    meter_start(&meter);
    meter_feed(&meter, (const int16_t[]){32767, 32767, 0}, 3);
    assert_int_equal(meter.clipped, 0);
    meter_feed(&meter, (const int16_t[]){-32768, -32768, -32768, -32768, 0}, 5);
    assert_int_equal(meter.clipped, 1);
}

static void test_zeros_are_nothing(void **state)
{
    (void)state;
    struct meter meter;
    meter_start(&meter);
    meter_feed(&meter, (const int16_t[100]){0}, 100);
    assert_false(meter.any);
}

static void test_there_is_a_bar_for_each_fifty_milliseconds_up_to_twenty_seconds(void **state)
{
    (void)state;
    struct room room;
    enter(&room, 0.01f);
    hear(&room, 1020, 0);
    assert_int_equal(room.meter.bar_count, 20);
    hear(&room, 21000, 0);
    assert_int_equal(room.meter.bar_count, METER_BARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_steady_hiss_is_no_voice),
        cmocka_unit_test(test_a_faint_voice_in_a_quiet_room_is_one),
        cmocka_unit_test(test_a_voice_over_hiss_is_one),
        cmocka_unit_test(test_who_speaks_from_the_first_moment_is_heard),
        cmocka_unit_test(test_zeros_before_the_room_comes_are_no_room),
        cmocka_unit_test(test_a_faint_voice_is_one_on_a_microphone_with_an_offset),
        cmocka_unit_test(test_a_knock_is_no_voice),
        cmocka_unit_test(test_a_knock_after_the_voice_holds_the_end_up_no_longer),
        cmocka_unit_test(test_two_seconds_of_quiet_after_a_voice_end_it),
        cmocka_unit_test(test_quiet_before_anybody_spoke_ends_nothing),
        cmocka_unit_test(test_the_zones_are_the_guides),
        cmocka_unit_test(test_the_bar_rises_fast_and_falls_slowly),
        cmocka_unit_test(test_three_samples_at_full_scale_are_clipping_two_are_not),
        cmocka_unit_test(test_zeros_are_nothing),
        cmocka_unit_test(test_there_is_a_bar_for_each_fifty_milliseconds_up_to_twenty_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
