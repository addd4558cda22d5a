// One thing that is deleted, and all else stays: no 64 bytes of it in a row are in any file of the folder
// once its time is over, be it a free page of the database, its journal, a copy that a restore kept, or a
// file half written.
#include <dirent.h>

#include "disk_faults.h" // here it only makes syncs fast
#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/forget.h"

enum { WINDOW = 64, PIECES_MAX = 1 << 16, PHOTO_SIZE = 30000 };

// ---- what is looked for: every 64 bytes in a row

struct pieces {
    uint64_t sums[PIECES_MAX];
    int count;
};

static uint64_t sum_of_window(const uint8_t *bytes)
{
    uint64_t sum = 1469598103934665603u;
    for (int i = 0; i < WINDOW; i++) {
        sum = (sum ^ bytes[i]) * 1099511628211u;
    }
    return sum;
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void look_for(struct pieces *pieces, const void *bytes, size_t length)
{
    for (size_t i = 0; i + WINDOW <= length; i++) {
        assert_in_range(pieces->count, 0, PIECES_MAX - 1);
        pieces->sums[pieces->count++] = sum_of_window((const uint8_t *)bytes + i);
    }
    qsort(pieces->sums, (size_t)pieces->count, sizeof *pieces->sums, by_value);
}

static int found_in(const struct pieces *pieces, const char *path)
{
    size_t length = 0;
    char *all = files_read(path, &length);
    int found = 0;
    for (size_t i = 0; all && i + WINDOW <= length; i++) {
        const uint64_t sum = sum_of_window((const uint8_t *)all + i);
        found += bsearch(&sum, pieces->sums, (size_t)pieces->count, sizeof sum, by_value) != NULL;
    }
    free(all);
    return found;
}

// In all files of the folder, and of the folders in it.
static int found(const struct pieces *pieces, const char *where)
{
    DIR *directory = opendir(where);
    int count = 0;
    assert_non_null(directory); // what can't be looked into is not clean
    for (struct dirent *entry; (entry = readdir(directory));) {
        char path[600];
        snprintf(path, sizeof path, "%s/%s", where, entry->d_name);
        if (!files_is_folder(path)) {
            count += found_in(pieces, path);
        } else if (entry->d_name[0] != '.') {
            count += found(pieces, path);
        }
    }
    closedir(directory);
    return count;
}

// ---- clips and photos that nobody else has

static uint32_t noise(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static struct clip_take noisy_take(uint32_t seed)
{
    static int16_t pcm[TAKE_COUNT], raw[RAW_COUNT];
    for (int i = 0; i < RAW_COUNT; i++) {
        raw[i] = (int16_t)noise(&seed);
    }
    for (int i = 0; i < TAKE_COUNT; i++) {
        pcm[i] = (int16_t)noise(&seed);
    }
    return whole_take(pcm, raw);
}

static int64_t keep_noise(struct family *family, int64_t person, enum moment moment, uint32_t seed)
{
    const struct clip_take take = noisy_take(seed);
    const int64_t id = clip_keep(family, person, moment, 0, &take, NOW);
    assert_true(id != 0);
    return id;
}

static void look_for_noise(struct pieces *pieces, uint32_t seed)
{
    const struct clip_take take = noisy_take(seed);
    look_for(pieces, take.pcm, (size_t)take.count * sizeof *take.pcm);
    look_for(pieces, take.raw, (size_t)take.raw_count * sizeof *take.raw);
}

static const uint8_t *noisy_photo(uint32_t seed)
{
    static uint8_t photo[PHOTO_SIZE];
    for (int i = 0; i < PHOTO_SIZE; i++) {
        photo[i] = (uint8_t)noise(&seed);
    }
    return photo;
}

static void set_photo(struct family *family, int64_t person, uint32_t seed)
{
    uint8_t original[PHOTO_SIZE];
    memcpy(original, noisy_photo(seed + 1), PHOTO_SIZE);
    assert_true(face_set(family, person, noisy_photo(seed), PHOTO_SIZE, original, PHOTO_SIZE));
}

static void look_for_photo(struct pieces *pieces, uint32_t seed)
{
    look_for(pieces, noisy_photo(seed), PHOTO_SIZE);
    look_for(pieces, noisy_photo(seed + 1), PHOTO_SIZE);
}

// ---- a family in which something is deleted

enum {
    OF_MAMA = 100,
    OF_MAMA_DELETED = 200,
    OF_PAPA = 300,
    PHOTO_OF_MAMA = 400,
    PHOTO_OF_PAPA = 500,
    PHOTO_NEW = 600
};
enum { MAMA = 1, PAPA = 2 };

static int64_t deleted_clip;

static struct family *make_family(void)
{
    struct family *family = opened();
    assert_int_equal(caregiver_add(family, "Mama"), MAMA);
    assert_int_equal(caregiver_add(family, "Papa"), PAPA);
    set_photo(family, MAMA, PHOTO_OF_MAMA);
    set_photo(family, PAPA, PHOTO_OF_PAPA);
    assert_true(clips_tidy(family, NOW));
    keep_noise(family, MAMA, MOMENT_HELLO, OF_MAMA);
    deleted_clip = keep_noise(family, MAMA, MOMENT_RETURN, OF_MAMA_DELETED);
    keep_noise(family, PAPA, MOMENT_JOY, OF_PAPA);
    return family;
}

static int found_of(void (*look)(struct pieces *pieces, uint32_t seed), uint32_t seed)
{
    static struct pieces pieces;
    pieces.count = 0;
    look(&pieces, seed);
    return found(&pieces, folder);
}

static bool voice_is_there(uint32_t seed)
{
    return found_of(look_for_noise, seed) > 0;
}

static bool photo_is_there(uint32_t seed)
{
    return found_of(look_for_photo, seed) > 0;
}

// The corner is opened every five days.
static void days_pass(struct family *family, int from, int to)
{
    for (int day = from; day <= to; day += 5) {
        assert_true(clips_tidy(family, NOW + (int64_t)day * DAY_S));
    }
}

static void test_all_of_it_is_found_before(void **state)
{
    (void)state;
    family_close(make_family());
    const int bytes = 2 * (TAKE_COUNT + RAW_COUNT);
    assert_in_range(found_of(look_for_noise, OF_MAMA), bytes * 9 / 10, bytes); // the file's pages cut some
    assert_true(voice_is_there(OF_PAPA) && photo_is_there(PHOTO_OF_MAMA) && photo_is_there(PHOTO_OF_PAPA));
    assert_false(voice_is_there(12345) || photo_is_there(12345));
}

static void test_of_one_clip_nothing_is_left_after_its_thirty_days(void **state)
{
    (void)state;
    struct family *family = make_family();
    assert_true(clip_retire(family, deleted_clip, NOW));
    days_pass(family, 5, 30);
    assert_true(voice_is_there(OF_MAMA_DELETED)); // it may be had back until then
    days_pass(family, 35, 35);
    assert_false(voice_is_there(OF_MAMA_DELETED)); // with the file open, as in the corner
    family_close(family);
    assert_false(voice_is_there(OF_MAMA_DELETED));
    assert_true(voice_is_there(OF_MAMA) && voice_is_there(OF_PAPA) && photo_is_there(PHOTO_OF_MAMA));
}

static void test_of_somebody_who_was_removed_nothing_is_left(void **state)
{
    (void)state;
    struct family *family = make_family();
    assert_true(caregiver_remove(family, PAPA));
    days_pass(family, 5, 30);
    assert_true(voice_is_there(OF_PAPA));
    days_pass(family, 35, 40);
    assert_false(voice_is_there(OF_PAPA) || photo_is_there(PHOTO_OF_PAPA));
    assert_true(voice_is_there(OF_MAMA) && photo_is_there(PHOTO_OF_MAMA));
    family_close(family);
}

static void test_of_a_photo_that_was_replaced_or_removed_nothing_is_left_at_once(void **state)
{
    (void)state;
    struct family *family = make_family();
    set_photo(family, MAMA, PHOTO_NEW);
    assert_true(face_remove(family, PAPA));
    assert_false(photo_is_there(PHOTO_OF_MAMA) || photo_is_there(PHOTO_OF_PAPA));
    assert_true(photo_is_there(PHOTO_NEW));
    family_close(family);
}

// A restore keeps what was here, for a slip; with what is deleted later that copy goes too.
static void test_a_copy_that_a_restore_kept_hides_nothing(void **state)
{
    (void)state;
    struct family *family = make_family();
    assert_null(backup_save(family, inside("../one.backup")));
    family_close(family);
    assert_null(backup_restore(folder, inside("../one.backup")));
    assert_int_equal(unlink(inside("../one.backup")), 0);
    family = opened();
    assert_true(forget_parts(family, folder, FORGET_VOICES));
    assert_false(voice_is_there(OF_MAMA) || voice_is_there(OF_MAMA_DELETED) || voice_is_there(OF_PAPA));
    family_close(family);
}

// The planted fault: a database that does not overwrite what it frees.
static void test_a_file_that_only_forgets_where_it_was_is_noticed(void **state)
{
    (void)state;
    family_close(make_family());
    meddle("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; DELETE FROM clip");
    assert_true(voice_is_there(OF_MAMA) || voice_is_there(OF_PAPA));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_all_of_it_is_found_before),
        IN_A_FOLDER(test_of_one_clip_nothing_is_left_after_its_thirty_days),
        IN_A_FOLDER(test_of_somebody_who_was_removed_nothing_is_left),
        IN_A_FOLDER(test_of_a_photo_that_was_replaced_or_removed_nothing_is_left_at_once),
        IN_A_FOLDER(test_a_copy_that_a_restore_kept_hides_nothing),
        IN_A_FOLDER(test_a_file_that_only_forgets_where_it_was_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
