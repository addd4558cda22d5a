// Play with the cry hint as the game ships it: what is invented here is heard through the microphone (SDL's
// disk driver reads a file), and what comes of it is in the trace. And nothing of what was heard is on disk
// afterwards.
#include "ear_room.h"

#include <dirent.h>

#include "invented_cry.h"

enum { COUNT = EAR_ROOM_MS * CRY_RATE / 1000, AWAY_MS = 5000 };

static float sound[COUNT];

// ---- what is in the room

static int16_t of_the_room(int i)
{
    return cry_invented_48k(sound, COUNT, i);
}

static void hiss(void)
{
    memset(sound, 0, sizeof sound);
    voice_hiss(sound, COUNT, 0.001f, 4);
}

// Whoever begins to listen is in the middle of a breath.
static void crying(void)
{
    const int into = CRY_RATE * 4 / 10;
    hiss();
    cry_invented(sound, COUNT, 450);
    memmove(sound, sound + into, (COUNT - into) * sizeof *sound);
}

// Five bursts a second, each a sixth of a second's "ha", in runs with a breath between.
static void laughter(void)
{
    hiss();
    for (int at = 0, i = 0; at + CRY_RATE / 5 <= COUNT; at += CRY_RATE / 5, i = (i + 1) % 8) {
        if (i < 6) {
            cry_invented_buzz(sound + at, CRY_RATE / 8, 480 - 20 * (float)i, 400 - 20 * (float)i, 0.3f);
        }
    }
}

static void words_are_said(void)
{
    hiss();
    voice_speak(sound, COUNT, CRY_RATE, 0.3f);
}

static void play_in(void (*room)(void), int until_ms)
{
    room();
    ear_room(of_the_room);
    ear_play(true, 0);
    ear_until(until_ms);
}

static int set_up(void **state)
{
    int wrong = make_studio(state);
    ear_write_level("5.0", "5.0", "answers");
    return wrong;
}

// Everybody is back, or still within the five seconds that they may be away.
static void check_the_promise(void)
{
    const int gone = ear_lines("\"event\":\"gone\""), back = ear_lines("\"event\":\"back\"");
    assert_int_equal(gone - back, app.play.session.gone);
    assert_true(back > 0);
    char *told = ear_told();
    int gone_ms = -1;
    for (char *line = strtok(told, "\n"); line; line = strtok(NULL, "\n")) {
        const int ms = atoi(line + strlen("{\"t\":"));
        gone_ms = strstr(line, "\"event\":\"gone\"") ? ms : gone_ms;
        assert_true(!strstr(line, "\"event\":\"back\"") || ms - gone_ms <= AWAY_MS + 20);
    }
    free(told);
}

// ---- what comes of it

static void test_crying_brings_back_whoever_is_away(void **state)
{
    (void)state;
    play_in(crying, GONE_MS + AWAY_MS);
    check_the_promise();
    assert_int_equal(ear_lines("\"why\":\"cry\""), 1);
    assert_true(ear_when("\"why\":\"cry\"") < GONE_MS + 3000);
    assert_int_equal(ear_lines("\"event\":\"upset\""), 0);
}

static void test_crying_that_goes_on_is_an_upset_in_a_round_to_come(void **state)
{
    (void)state;
    play_in(crying, 90000);
    check_the_promise();
    assert_true(ear_lines("\"sign\":\"cry\"") >= 1);
    assert_true(ear_when("\"sign\":\"cry\"") > ear_when("\"why\":\"cry\""));
}

static void test_laughter_costs_an_early_return_at_most(void **state)
{
    (void)state;
    play_in(laughter, 60000);
    check_the_promise();
    assert_int_equal(ear_lines("\"event\":\"upset\""), 0);
    assert_int_equal(ear_lines("\"phase\":\"comfort\""), 0);
}

static void test_talk_and_a_room_that_hisses_bring_nobody_back(void **state)
{
    (void)state;
    void (*const rooms[])(void) = {hiss, words_are_said};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        play_in(rooms[i], 45000);
        check_the_promise();
        assert_int_equal(ear_lines("\"why\":\"cry\""), 0);
        assert_int_equal(ear_lines("\"why\":\"time\""), 3);
        app_close(&app);
    }
    app = (struct app){0};
}

// A parent's own words from the hiding place, so long.
static void mama_says_something_of(int ms)
{
    make_family(1, 1);
    static int16_t pcm[4 * VOICE_RATE], raw[4 * VOICE_RATE];
    for (int i = 0; i < 4 * VOICE_RATE; i++) {
        pcm[i] = raw[i] = (int16_t)(3000 * sinf(0.05f * (float)i));
    }
    struct family *family = opened();
    struct caregiver mama;
    assert_true(caregiver_by_name(family, "Mama", &mama));
    const struct clip_take take = {.pcm = pcm,
                                   .count = ms * (VOICE_RATE / 1000),
                                   .raw = raw,
                                   .raw_count = 4 * VOICE_RATE,
                                   .first_ms = 0,
                                   .end_ms = ms,
                                   .lufs = -20,
                                   .peak_dbtp = -8};
    for (int slot = 0; slot < 3; slot++) {
        assert_true(clip_keep(family, mama.id, MOMENT_AWAY, 0, &take, NOW));
    }
    family_close(family);
}

static void test_words_from_the_hiding_place_that_would_drown_a_cry_are_not_said(void **state)
{
    (void)state;
    mama_says_something_of(3600);
    play_in(crying, GONE_MS + AWAY_MS);
    check_the_promise();
    assert_int_equal(ear_lines("\"clip\":\"Mama/away"), 0);
    assert_int_equal(ear_lines("\"why\":\"cry\""), 1);
}

static void test_behind_words_that_are_short_crying_is_heard(void **state)
{
    (void)state;
    ear_write_level("4.9", "4.9", "answers");
    mama_says_something_of(800);
    play_in(crying, GONE_MS + AWAY_MS);
    check_the_promise();
    assert_int_equal(ear_lines("\"clip\":\"Mama/away"), 1);
    assert_int_equal(ear_lines("\"why\":\"cry\""), 1);
}

// ---- nothing is kept

enum { PIECE = 64 }; // samples

static bool holds(const char *bytes, size_t length, const char *piece)
{
    const size_t size = PIECE * sizeof(int16_t);
    for (const char *at = bytes; (at = memchr(at, piece[0], (size_t)(bytes + length - at))); at++) {
        if ((size_t)(bytes + length - at) < size) {
            return false;
        }
        if (memcmp(at, piece, size) == 0) {
            return true;
        }
    }
    return false;
}

// Whether any file of the family's folder but the room itself has this in it.
static bool is_in_a_file(const int16_t *piece)
{
    DIR *files = opendir(folder);
    bool found = false;
    int looked_at = 0;
    assert_non_null(files);
    for (struct dirent *entry; (entry = readdir(files));) {
        size_t length = 0;
        char path[sizeof folder + sizeof entry->d_name];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *bytes = strcmp(entry->d_name, "in.raw") ? files_read(path, &length) : NULL;
        found = found || (bytes && holds(bytes, length, (const char *)piece));
        looked_at += bytes != NULL;
        free(bytes);
    }
    closedir(files);
    assert_true(looked_at >= 3); // the family's, the trace, what the loudspeaker gave
    return found;
}

// What was heard so long after `gone`, as the microphone gave it ...
static void write_heard(int ms, int16_t *samples, int count)
{
    for (int i = 0; i < count; i++) {
        samples[i] = of_the_room(ms * EAR_RATE + i);
    }
}

// ... and as the hint got it. It is thinned from the beginning: what it was before counts for very little.
static void write_thinned(int ms, int16_t *samples, int count)
{
    struct cry_thin thin;
    static int16_t thinned[AWAY_MS * CRY_RATE / 1000 + 1];
    const int from = ms * (CRY_RATE / 1000);
    int written = 0;
    cry_thin_start(&thin);
    for (int i = 0; written < from + count; i++) {
        const int16_t sample = of_the_room(i);
        written += cry_thin(&thin, &sample, 1, thinned + written);
    }
    memcpy(samples, thinned + from, (size_t)count * sizeof *samples);
}

static bool is_kept(int ms)
{
    int16_t heard[PIECE], thinned[PIECE];
    write_heard(ms, heard, PIECE);
    write_thinned(ms, thinned, PIECE);
    return is_in_a_file(heard) || is_in_a_file(thinned);
}

static void test_nothing_that_was_heard_is_on_disk_afterwards(void **state)
{
    (void)state;
    play_in(crying, 40000);
    assert_true(ear_lines("\"why\":\"cry\"") >= 1);
    app_close(&app);
    app = (struct app){0};
    for (int ms = 0; ms < AWAY_MS; ms += 100) {
        assert_false(is_kept(ms));
    }
    int16_t leaked[1600]; // what somebody kept would be found, either way
    write_heard(1000, leaked, 1600);
    write_file("leak", (const char *)leaked, sizeof leaked);
    assert_true(is_kept(1020));
    write_thinned(2000, leaked, 1600);
    write_file("leak", (const char *)leaked, sizeof leaked);
    assert_true(is_kept(2020));
    assert_false(is_kept(1020));
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, set_up, leave_studio)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_ROOM(test_crying_brings_back_whoever_is_away),
        IN_A_ROOM(test_crying_that_goes_on_is_an_upset_in_a_round_to_come),
        IN_A_ROOM(test_laughter_costs_an_early_return_at_most),
        IN_A_ROOM(test_talk_and_a_room_that_hisses_bring_nobody_back),
        IN_A_ROOM(test_words_from_the_hiding_place_that_would_drown_a_cry_are_not_said),
        IN_A_ROOM(test_behind_words_that_are_short_crying_is_heard),
        IN_A_ROOM(test_nothing_that_was_heard_is_on_disk_afterwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
