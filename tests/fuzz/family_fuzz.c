// Any bytes as a backup to restore and as a voice pack to add. What is refused has its sentence and changes
// nothing, not a byte of the family's file; what is taken can be lived with (family_look.h), saved again, and
// taken back.
#include <dirent.h>
#include <string.h>

#include "family_change.h"
#include "family_look.h"
#include "fuzz_family.h"
#include "platform/files.h"
#include "replays/inputs.h"
#include "require.h"
#include "shelf.h"
#include "store/backup.h"
#include "store/family.h"
#include "store/take_inside.h"
#include "store/voices_inside.h"

// libFuzzer's own.
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

// A little more than take.h allows: another version may measure in another way.
#define LOUDEST_LUFS (-18.5f)
#define LOUDEST_PEAK_DBTP (-6.5f)

static char folder[SHELF_PATH_SIZE], own[SHELF_PATH_SIZE], level[SHELF_PATH_SIZE],
    level_folder[SHELF_PATH_SIZE], given[SHELF_PATH_SIZE], saved[SHELF_PATH_SIZE], around[SHELF_PATH_SIZE];
static struct {
    char *family, *level;
    size_t family_length, level_length;
    int64_t print, last_clip;
    int beside; // names around its folder
} kept;         // of the family that is here

// ---- the family that is here

static int count_names(const char *path)
{
    DIR *directory = opendir(path);
    int count = 0;
    while (directory && readdir(directory)) {
        count++;
    }
    closedir(directory);
    return count - 2;
}

static void bring_it_back(void)
{
    shelf_folder(folder);
    REQUIRE(files_make_folder(level_folder));
    inputs_bytes(own, kept.family, kept.family_length);
    inputs_bytes(level, kept.level, kept.level_length);
}

static struct family *opened(void)
{
    char reason[200] = "";
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        fprintf(stderr, "%s\n", reason);
    }
    REQUIRE(family);
    return family;
}

static void keep_it(void)
{
    struct family *family = opened();
    struct voice_clip *clips = NULL;
    for (int i = clips_list(family, 0, &clips) - 1; i >= 0; i--) {
        kept.last_clip = clips[i].id > kept.last_clip ? clips[i].id : kept.last_clip;
    }
    free(clips);
    kept.print = family_print(family, folder);
    family_close(family);
    kept.family = files_read(own, &kept.family_length);
    kept.level = files_read(level, &kept.level_length);
    REQUIRE(kept.family && kept.level);
}

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    shelf_path("", around);
    shelf_path("family", folder);
    shelf_path("family/family.db", own);
    shelf_path("family/levels", level_folder);
    shelf_path("family/levels/our_peek.yaml", level);
    shelf_path("given", given);
    shelf_path("saved", saved);
    shelf_folder(folder);
    fuzz_family_make(folder);
    inputs_bytes(given, "", 0);
    inputs_bytes(saved, "", 0);
    keep_it();
    kept.beside = count_names(around);
    return 0;
}

static bool is_file(const char *path, const char *bytes, size_t length)
{
    size_t there = 0;
    char *read = files_read(path, &there);
    const bool same = read && there == length && memcmp(read, bytes, length) == 0;
    free(read);
    return same;
}

// What came has written nowhere but where a restored family and what was here before stand.
static void require_in_place(void)
{
    static const char *const names[] = {"/family.db", "/family.before-restore.db", "/levels",
                                        "/levels.before-restore"};
    char path[2 * SHELF_PATH_SIZE];
    int there = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s%s", folder, names[i]);
        there += files_exists(path);
    }
    REQUIRE(count_names(folder) == there && count_names(around) <= kept.beside);
}

// Not a byte of it is another, and nothing was left beside it.
static void require_untouched(void)
{
    REQUIRE(is_file(own, kept.family, kept.family_length));
    REQUIRE(is_file(level, kept.level, kept.level_length));
    REQUIRE(count_names(folder) == 2 && count_names(level_folder) == 1);
}

static void require_sentence(const char *reason)
{
    REQUIRE(strlen(reason) > 10);
}

// ---- a backup

static void save_again(struct family *family)
{
    const char *reason = backup_save(family, saved);
    if (reason) {
        fprintf(stderr, "%s\n", reason);
    }
    REQUIRE(!reason);
}

static void try_backup(void)
{
    const char *reason = backup_restore(folder, given);
    if (reason) {
        require_sentence(reason);
        require_untouched();
        return;
    }
    struct family *family = opened();
    save_again(family);
    family_look(family, folder);
    backup_tidy(family, folder, FUZZ_NOW);
    family_close(family);
    require_in_place();
    REQUIRE(!backup_undo(folder));
    family = opened();
    REQUIRE(family_print(family, folder) == kept.print);
    family_close(family);
    bring_it_back();
}

// ---- a voice pack

static void require_gentle(struct family *family, int64_t id)
{
    int samples = 0;
    struct take take;
    struct take_measure measure;
    int16_t *pcm = clip_pcm(family, id, &samples);
    if (pcm && take_from_pcm(pcm, samples, &take) == TAKE_FINE) {
        REQUIRE(take_loudness(take.samples, take.count, &measure));
        REQUIRE(measure.lufs <= LOUDEST_LUFS && measure.peak_dbtp <= LOUDEST_PEAK_DBTP);
        take_free(&take);
    }
    free(pcm);
}

static void require_all_gentle(struct family *family)
{
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    for (int i = 0; i < count; i++) {
        if (clips[i].id > kept.last_clip) {
            require_gentle(family, clips[i].id);
        }
    }
    free(clips);
}

static void require_added(struct family *family, const struct pack *pack)
{
    struct caregiver person;
    REQUIRE(caregiver_by_name(family, pack->name, &person));
    REQUIRE(!pack_save(family, person.id, saved));
    require_all_gentle(family);
    family_look(family, folder);
}

static void try_pack(bool replace)
{
    struct family *family = opened();
    struct pack pack;
    const char *look = pack_look(family, given, &pack),
               *reason = pack_merge(family, given, replace, FUZZ_NOW);
    REQUIRE(look ? reason != NULL : true);
    if (reason) {
        require_sentence(reason);
        REQUIRE(family_print(family, folder) == kept.print);
    } else {
        require_added(family, &pack);
    }
    family_close(family);
    if (reason) {
        require_untouched();
    } else {
        bring_it_back();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    inputs_bytes(given, bytes, length);
    try_backup();
    try_pack(length > 0 && bytes[length - 1] & 1);
    return 0;
}

// Half of all are files in which one thing is other than it was; the rest is libFuzzer's.
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    const size_t changed = seed % 4 ? family_change(bytes, length, most, seed) : 0;
    return changed ? changed : LLVMFuzzerMutate(bytes, length, most);
}
