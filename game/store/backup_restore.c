// A family in the place of another: a backup, or what was here before one. What goes is kept beside.
#include <stdio.h>
#include <sys/stat.h>

#include "platform/files.h"
#include "store/backup.h"
#include "store/backup_file.h"
#include "store/backup_old.h"
#include "store/family.h"
#include "store/family_file.h"
#include "store/family_query.h"
#include "store/own_levels_carry.h"
#include "store/own_levels_file.h"

const char backup_own_file[] = "this is the family's own file: please choose a backup of it";

const char *backup_restore_sentence(enum family_fault fault)
{
    static const char *const sentences[FAMILY_FAULTS] = {
        [FAMILY_EMPTY] = "the file is empty: it is no backup",
        [FAMILY_UNREADABLE] = "the backup can't be read",
        [FAMILY_NO_DATABASE] = "the file is damaged, or no backup of this game",
        [FAMILY_DAMAGED] = "the backup is damaged",
        [FAMILY_NEWER] = "the backup was made by a newer version of the game",
        [FAMILY_STRANGER] = "the file is no backup of this game",
        [FAMILY_OTHER_KIND] = "the file is a voice pack, not a backup: it is added, not restored",
        [FAMILY_BUSY] = "family.db is in use by another program",
        [FAMILY_DISK_FULL] = "there is no room on the disk for the family of the backup",
        [FAMILY_UNWRITABLE] = "the family's folder can't be written",
    };
    return sentences[fault];
}

enum family_fault backup_open(const char *path, uint32_t wanted, sqlite3 **backup)
{
    uint32_t application, version;
    const enum family_fault fault = family_file_look(path, &application, &version);
    if (fault) {
        return fault;
    }
    if (application != wanted) {
        const bool ours = application == FAMILY_APPLICATION || application == PACK_APPLICATION;
        return ours ? FAMILY_OTHER_KIND : FAMILY_STRANGER;
    }
    if (version > FAMILY_SCHEMA) {
        return FAMILY_NEWER;
    }
    const bool opened = sqlite3_open_v2(path, backup, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
    return opened ? FAMILY_FINE : FAMILY_UNREADABLE;
}

static bool is_same_file(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// The files of one restore, all in the family's folder.
struct restore {
    const char *folder;
    char own[BACKUP_PATH_SIZE], part[BACKUP_PATH_SIZE], kept[BACKUP_PATH_SIZE];
    char levels[BACKUP_PATH_SIZE], kept_levels[BACKUP_PATH_SIZE];
    bool undo;    // what comes is what was kept: its levels stand beside it
    bool carries; // levels come with it
};

static bool find_files(const char *folder, struct restore *restore)
{
    restore->folder = folder;
    return backup_path(restore->own, folder, "/family.db") &&
           backup_path(restore->part, folder, "/family.restoring.db") &&
           backup_path(restore->kept, folder, "/family.before-restore.db") &&
           backup_path(restore->levels, folder, "/levels") &&
           backup_path(restore->kept_levels, folder, "/levels.before-restore");
}

// The part is whole and of today: what is of another folder and another day is taken out of it.
static bool prepare(struct restore *restore)
{
    sqlite3 *copy = NULL;
    bool well = backup_part_open(restore->part, &copy) == FAMILY_FINE && backup_begin_keeping(copy);
    if (well && restore->undo && files_is_folder(restore->kept_levels)) {
        well = own_levels_carry_instead(copy, restore->kept_levels);
    }
    well = well && own_levels_carried(copy, &restore->carries);
    if (restore->carries) { // what there was before is then known, be it nothing
        well = files_make_folder(restore->levels);
    }
    return sqlite3_close(copy) == SQLITE_OK && well;
}

// The part takes the old file's place.
static const char *replace(const struct restore *restore)
{
    sqlite3 *old = NULL;
    const enum family_fault fault = backup_old_lock(restore->own, &old);
    const char *reason =
        fault ? backup_restore_sentence(fault)
        : backup_old_keep(restore->own, restore->kept)
            ? backup_put(restore->part, restore->own, backup_restore_sentence(FAMILY_UNWRITABLE))
            : "the family that was here before can't be kept beside";
    sqlite3_close(old);
    return reason;
}

// What came is opened once: that makes its levels files again, and those that were here are kept.
static void settle(const struct restore *restore)
{
    char reason[200];
    own_levels_remove_folder(restore->kept_levels);
    family_close(restore->carries ? family_open(restore->folder, reason, sizeof reason) : NULL);
}

static const char *run(struct restore *restore, sqlite3 *backup)
{
    const enum family_fault fault = backup_make_part(backup, restore->part, true);
    if (fault) {
        return backup_restore_sentence(fault);
    }
    if (!prepare(restore)) {
        return backup_restore_sentence(FAMILY_DISK_FULL);
    }
    const char *reason = replace(restore);
    if (!reason || reason == backup_unconfirmed) {
        settle(restore);
    }
    return reason;
}

static const char *open_and_run(struct restore *restore, const char *path)
{
    sqlite3 *backup = NULL;
    const enum family_fault fault = backup_open(path, FAMILY_APPLICATION, &backup);
    const char *reason = fault ? backup_restore_sentence(fault) : family_file_make_folder(restore->folder);
    if (!reason) {
        reason = run(restore, backup);
        backup_part_drop(restore->part);
    }
    sqlite3_close(backup);
    return reason;
}

const char *backup_restore(const char *folder, const char *path)
{
    struct restore restore = {0};
    if (!find_files(folder, &restore)) {
        return backup_restore_sentence(FAMILY_UNWRITABLE);
    }
    if (!path || is_same_file(restore.own, path)) {
        return backup_own_file;
    }
    restore.undo = is_same_file(restore.kept, path);
    return open_and_run(&restore, path);
}

bool backup_before(const char *folder)
{
    char kept[BACKUP_PATH_SIZE];
    uint32_t application, version;
    return backup_path(kept, folder, "/family.before-restore.db") &&
           family_file_look(kept, &application, &version) == FAMILY_FINE;
}

const char *backup_undo(const char *folder)
{
    char kept[BACKUP_PATH_SIZE];
    if (!backup_path(kept, folder, "/family.before-restore.db") || !backup_before(folder)) {
        return "there is nothing to go back to any more";
    }
    return backup_restore(folder, kept);
}
