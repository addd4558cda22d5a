// The whole family in one file.
#include "store/backup.h"

#include <stddef.h>
#include <stdio.h>

#include "store/backup_file.h"
#include "store/family.h"
#include "store/family_file.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/own_levels_carry.h"
#include "store/own_levels_file.h"

const char backup_unconfirmed[] = "it is written, but the disk did not confirm it: please do it once more";

const char *backup_save_sentence(enum family_fault fault)
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

const char *backup_put(const char *part, const char *path, const char *failed)
{
    switch (backup_part_put(part, path)) {
    case BACKUP_PUT: return NULL;
    case BACKUP_UNCONFIRMED: return backup_unconfirmed;
    case BACKUP_NOT_PUT: break;
    }
    return failed;
}

// The levels stand in the folder that family.db is in.
static bool carry_levels(sqlite3 *database, const char *part)
{
    char levels[BACKUP_PATH_SIZE];
    sqlite3 *copy = NULL;
    const bool carried = backup_beside(database, "levels", levels) &&
                         backup_part_open(part, &copy) == FAMILY_FINE && own_levels_carry(copy, levels);
    return sqlite3_close(copy) == SQLITE_OK && carried;
}

static const char *save(sqlite3 *database, const char *part, const char *path)
{
    const enum family_fault fault = backup_make_part(database, part, false);
    if (fault) {
        return backup_save_sentence(fault);
    }
    return carry_levels(database, part) ? backup_put(part, path, backup_save_sentence(FAMILY_UNWRITABLE))
                                        : "your own levels can't be put into the backup: please look at the "
                                          "folder they are in, and at the room on the disk";
}

const char *backup_save(struct family *family, const char *path)
{
    sqlite3 *database = family_database(family);
    char part[BACKUP_PATH_SIZE];
    if (!database) {
        return "there is no family.db to back up";
    }
    if (!backup_path(part, path, ".part")) {
        return backup_save_sentence(FAMILY_UNWRITABLE);
    }
    if (!backup_path_free(database, path)) {
        return "the backup can't be written there: please choose another name";
    }
    const char *reason = save(database, part, path);
    backup_part_drop(part); // it is gone where it was renamed
    return reason;
}
