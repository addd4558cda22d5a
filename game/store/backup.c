// The whole family in one file, and back.
#include "store/backup.h"

#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>

#include "store/backup_file.h"
#include "store/backup_old.h"
#include "store/family_file.h"
#include "store/family_inside.h"
#include "store/family_query.h"

static const char unconfirmed[] = "it is written, but the disk did not confirm it: please do it once more";

static const char *save_sentence(enum family_fault fault)
{
    static const char *const sentences[FAMILY_FAULTS] = {
        [FAMILY_EMPTY] = "the backup can't be written there",
        [FAMILY_UNREADABLE] = "family.db can't be read",
        [FAMILY_NO_DATABASE] = "family.db is damaged: a backup of it could not be restored",
        [FAMILY_DAMAGED] = "family.db is damaged: a backup of it could not be restored",
        [FAMILY_NEWER] = "family.db was made by a newer version of the game",
        [FAMILY_STRANGER] = "family.db belongs to another program",
        [FAMILY_OTHER_KIND] = "family.db is a voice pack",
        [FAMILY_BUSY] = "family.db is in use by another program",
        [FAMILY_DISK_FULL] = "there is no room on the disk for the backup",
        [FAMILY_UNWRITABLE] = "the backup can't be written there",
    };
    return sentences[fault];
}

static const char *restore_sentence(enum family_fault fault)
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

// Opens a part that was copied, and finds out whether it can be restored.
static enum family_fault check_part(const char *part, bool migrate)
{
    sqlite3 *copy = NULL;
    enum family_fault fault = backup_part_open(part, &copy);
    if (!fault) {
        fault = family_schema_check_whole(copy);
    }
    if (!fault && migrate) { // a voice pack's tables are a family's
        char number[64];
        snprintf(number, sizeof number, "PRAGMA application_id = %d", FAMILY_APPLICATION);
        sqlite3_exec(copy, number, NULL, NULL, NULL);
        fault = family_schema_migrate(copy);
    }
    return sqlite3_close(copy) == SQLITE_OK ? fault : FAMILY_UNWRITABLE;
}

enum family_fault backup_make_part(sqlite3 *from, const char *part, bool migrate)
{
    enum family_fault fault = backup_part_make(part);
    if (!fault) {
        fault = backup_part_copy(from, part);
    }
    return fault ? fault : check_part(part, migrate);
}

static const char *put(const char *part, const char *path, const char *failed)
{
    switch (backup_part_put(part, path)) {
    case BACKUP_PUT: return NULL;
    case BACKUP_UNCONFIRMED: return unconfirmed;
    case BACKUP_NOT_PUT: break;
    }
    return failed;
}

const char *backup_save(struct family *family, const char *path)
{
    sqlite3 *database = family_database(family);
    char part[BACKUP_PATH_SIZE];
    if (!database) {
        return "there is no family.db to back up";
    }
    if (!backup_path(part, path, ".part")) {
        return save_sentence(FAMILY_UNWRITABLE);
    }
    if (!backup_path_free(database, path)) {
        return "the backup can't be written there: please choose another name";
    }
    const enum family_fault fault = backup_make_part(database, part, false);
    const char *reason = fault ? save_sentence(fault) : put(part, path, save_sentence(FAMILY_UNWRITABLE));
    backup_part_drop(part); // it is gone where it was renamed
    return reason;
}

// ---- and back

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

// The part is whole and of today: it takes the old file's place.
static const char *replace(const char *folder, const char *path, const char *part)
{
    char kept[BACKUP_PATH_SIZE];
    sqlite3 *old = NULL;
    if (!backup_path(kept, folder, "/family.before-restore.db")) {
        return restore_sentence(FAMILY_UNWRITABLE);
    }
    const enum family_fault fault = backup_old_lock(path, &old);
    const char *reason = fault ? restore_sentence(fault)
                         : backup_old_keep(path, kept)
                             ? put(part, path, restore_sentence(FAMILY_UNWRITABLE))
                             : "the family that was here before can't be kept beside";
    sqlite3_close(old);
    return reason;
}

static const char *restore(const char *folder, const char *path, const char *part, sqlite3 *backup)
{
    const enum family_fault fault = backup_make_part(backup, part, true);
    return fault ? restore_sentence(fault) : replace(folder, path, part);
}

const char *backup_restore(const char *folder, const char *path)
{
    char own[BACKUP_PATH_SIZE], part[BACKUP_PATH_SIZE];
    if (!backup_path(own, folder, "/family.db") || !backup_path(part, folder, "/family.restoring.db")) {
        return restore_sentence(FAMILY_UNWRITABLE);
    }
    if (!path || is_same_file(own, path)) {
        return "this is the family's own file: please choose a backup of it";
    }
    sqlite3 *backup = NULL;
    const enum family_fault fault = backup_open(path, FAMILY_APPLICATION, &backup);
    const char *reason = fault ? restore_sentence(fault) : family_file_make_folder(folder);
    if (!reason) {
        reason = restore(folder, own, part, backup);
        backup_part_drop(part);
    }
    sqlite3_close(backup);
    return reason;
}
