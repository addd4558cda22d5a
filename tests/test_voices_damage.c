// A file with clips of which a page is overwritten: it is refused and left alone, or what is damaged is not
// there, and all the rest plays as it was recorded.
#include <inttypes.h>

#include "family_people.h"
#include "platform/files.h"
#include "store/voices_inside.h"

enum { CLIPS = 4, PAGE = 4096 };

static char *whole;
static size_t whole_length;

// Bytes for a face; no picture, but nobody looks.
static const char *whole_picture(void)
{
    static char bytes[9000];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)(i * 7 % 251);
    }
    return bytes;
}

static void make_whole(void)
{
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    for (int i = 1; i <= CLIPS; i++) {
        assert_int_equal(kept(family, mama, MOMENT_RETURN, i), i);
    }
    assert_true(face_set(family, mama, whole_picture(), 9000, NULL, 0));
    family_close(family);
    whole = files_read(inside("family.db"), &whole_length);
    assert_non_null(whole);
}

// The clip's samples are what they were, or none.
static bool is_whole(struct family *family, int which)
{
    const struct clip_take take = a_take(which);
    int count = 0;
    int16_t *pcm = clip_pcm(family, which, &count);
    const bool there = pcm != NULL;
    if (there) {
        assert_int_equal(count, TAKE_COUNT);
        assert_memory_equal(pcm, take.pcm, TAKE_COUNT * sizeof *pcm);
    }
    free(pcm);
    return there;
}

static void assert_untouched(const char *bytes)
{
    size_t length = 0;
    char *now = files_read(inside("family.db"), &length);
    assert_non_null(now);
    assert_true(length == whole_length && memcmp(now, bytes, length) == 0);
    free(now);
}

// How many clips still play; -1: the file is refused.
static int playing_with(const char *bytes)
{
    char reason[REASON_SIZE] = "";
    write_file("family.db", bytes, whole_length);
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        assert_non_null(strstr(reason, "damaged"));
        assert_untouched(bytes);
        return -1;
    }
    int playing = 0;
    for (int i = 1; i <= CLIPS; i++) {
        playing += is_whole(family, i);
    }
    size_t length = 0;
    void *face = face_get(family, 1, &length);
    assert_true(!face || (length == 9000 && memcmp(face, whole_picture(), length) == 0));
    free(face);
    family_close(family);
    assert_untouched(bytes);
    return playing;
}

static void test_an_overwritten_page_costs_at_most_what_is_on_it(void **state)
{
    (void)state;
    make_whole();
    char *bytes = malloc(whole_length);
    assert_non_null(bytes);
    int refused = 0, lost = 0;
    for (size_t page = 1; page < whole_length / PAGE; page++) {
        memcpy(bytes, whole, whole_length);
        memset(bytes + page * PAGE, 0xEE, PAGE);
        const int playing = playing_with(bytes);
        refused += playing < 0;
        lost += playing >= 0 && playing < CLIPS;
    }
    assert_true(refused > 5);  // the small tables, and the roots of the large ones
    assert_true(lost > CLIPS); // pages of samples
    free(bytes);
    free(whole);
}

static void test_a_flipped_bit_in_the_samples_is_not_played(void **state)
{
    (void)state;
    make_whole();
    char *bytes = malloc(whole_length);
    assert_non_null(bytes);
    int lost = 0;
    for (size_t at = 100; at < whole_length; at += 2311) {
        memcpy(bytes, whole, whole_length);
        bytes[at] ^= 0x10;
        const int playing = playing_with(bytes);
        lost += playing == CLIPS - 1;
    }
    assert_true(lost > 10);
    free(bytes);
    free(whole);
}

// A stranger's backup may say anything, its checksums too.
static void test_half_a_sample_is_not_played(void **state)
{
    (void)state;
    make_whole();
    for (size_t length = 0; length <= 5; length++) {
        char sets[100];
        snprintf(sets, sizeof sets,
                 "UPDATE sound SET pcm = zeroblob(%zu), pcm_sum = %" PRId64 " WHERE clip = 1", length,
                 sum_of((char[5]){0}, length));
        meddle(sets);
        struct family *family = opened();
        int count = -1;
        int16_t *pcm = clip_pcm(family, 1, &count);
        const bool whole_samples = length > 0 && length % 2 == 0;
        assert_true((pcm != NULL) == whole_samples);
        assert_int_equal(count, whole_samples ? length / 2 : 0);
        free(pcm);
        family_close(family);
    }
    free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_an_overwritten_page_costs_at_most_what_is_on_it),
        IN_A_FOLDER(test_a_flipped_bit_in_the_samples_is_not_played),
        IN_A_FOLDER(test_half_a_sample_is_not_played),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
