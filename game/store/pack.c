// Voice packs: one person in a file of their own, of the same tables as the family's. One that comes from
// elsewhere is copied and checked whole before anything in it is believed.
#include "store/pack.h"

#include <stdio.h>
#include <sys/stat.h>

#include "store/backup.h"
#include "store/backup_file.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

#define BYTES_MAX ((int64_t)2 << 30)

static const char no_pack[] = "this is no voice pack: it does not hold one person";
static const char not_kept[] = "the voice pack could not be kept: is the disk full?";

static const char *save_sentence(enum family_fault fault)
{
    return fault == FAMILY_DISK_FULL ? "there is no room on the disk for the voice pack"
                                     : "the voice pack can't be written there";
}

static const char *read_sentence(enum family_fault fault)
{
    static const char *const sentences[FAMILY_FAULTS] = {
        [FAMILY_EMPTY] = "the file is empty: it is no voice pack",
        [FAMILY_UNREADABLE] = "the voice pack can't be read",
        [FAMILY_NO_DATABASE] = "the file is damaged, or no voice pack of this game",
        [FAMILY_DAMAGED] = "the voice pack is damaged",
        [FAMILY_NEWER] = "the voice pack was made by a newer version of the game",
        [FAMILY_STRANGER] = "the file is no voice pack of this game",
        [FAMILY_OTHER_KIND] = "the file is a backup of a whole family, not a voice pack: it can be restored",
        [FAMILY_BUSY] = "the voice pack is in use by another program",
        [FAMILY_DISK_FULL] = "there is no room on the disk for the voice pack",
        [FAMILY_UNWRITABLE] = "the family's folder can't be written",
    };
    return sentences[fault];
}

// ---- saving

// The tables of a family, under a name of its own.
static enum family_fault make_tables(sqlite3 *pack)
{
    char number[64];
    snprintf(number, sizeof number, "PRAGMA application_id = %d", PACK_APPLICATION);
    const enum family_fault fault = family_schema_make(pack, FAMILY_SCHEMA);
    return fault || sqlite3_exec(pack, number, NULL, NULL, NULL) == SQLITE_OK ? fault
                                                                              : family_schema_failure(pack);
}

static bool fill(sqlite3 *database, const struct caregiver *person, sqlite3 *pack)
{
    const int64_t copy = caregiver_insert(pack, person->name);
    return copy != 0 && pack_copy(database, person->id, pack, copy, false, 0);
}

static enum family_fault make(sqlite3 *database, const struct caregiver *person, const char *part)
{
    sqlite3 *pack = NULL;
    enum family_fault fault = backup_part_make(part);
    fault = fault ? fault : backup_part_open(part, &pack);
    if (!fault && query_begin(pack)) {
        fault = make_tables(pack);
        const bool well = !fault && fill(database, person, pack);
        fault = query_end(pack, well) ? FAMILY_FINE : fault ? fault : FAMILY_UNWRITABLE;
    }
    return sqlite3_close(pack) == SQLITE_OK ? fault : FAMILY_UNWRITABLE;
}

const char *pack_save(struct family *family, int64_t caregiver, const char *path)
{
    sqlite3 *database = family_database(family);
    struct caregiver person;
    char part[BACKUP_PATH_SIZE];
    if (!caregiver_by_id(family, caregiver, &person)) {
        return "there is nobody of that name";
    }
    if (!backup_path(part, path, ".part") || !backup_path_free(database, path)) {
        return "the voice pack can't be written there: please choose another name";
    }
    const enum family_fault fault = make(database, &person, part);
    const bool put = !fault && backup_part_put(part, path) == BACKUP_PUT;
    backup_part_drop(part);
    return put ? NULL : save_sentence(fault ? fault : FAMILY_UNWRITABLE);
}

// ---- reading

static const char *copy_checked(sqlite3 *database, const char *path, char part[BACKUP_PATH_SIZE])
{
    const char *own = database ? sqlite3_db_filename(database, "main") : NULL;
    if (!own || !backup_path(part, own, ".pack")) {
        return "there is no family to add it to";
    }
    struct stat status;
    if (stat(path, &status) == 0 && status.st_size > BYTES_MAX) {
        return "the voice pack is too large";
    }
    sqlite3 *file = NULL;
    enum family_fault fault = backup_open(path, PACK_APPLICATION, &file);
    fault = fault ? fault : backup_make_part(file, part, true);
    sqlite3_close(file);
    if (fault) {
        backup_part_drop(part);
    }
    return fault ? read_sentence(fault) : NULL;
}

static bool read_name(sqlite3 *pack, int64_t person, char name[CAREGIVER_NAME_SIZE])
{
    sqlite3_stmt *row = query(pack, "SELECT name FROM caregiver WHERE id = ?", &person, 1);
    const char *text =
        row && sqlite3_step(row) == SQLITE_ROW ? (const char *)sqlite3_column_text(row, 0) : NULL;
    const bool right = text && caregiver_trim(text, name);
    sqlite3_finalize(row);
    return right;
}

// Opens the checked copy. NULL, or a sentence; the caller closes *pack in any case.
static const char *open_part(const char *part, sqlite3 **pack, int64_t *person,
                             char name[CAREGIVER_NAME_SIZE])
{
    if (backup_part_open(part, pack) != FAMILY_FINE) {
        return not_kept;
    }
    if (!pack_person(*pack, person) || !read_name(*pack, *person, name)) {
        return no_pack;
    }
    return pack_refuses(*pack, *person);
}

static void describe(struct family *family, sqlite3 *file, int64_t person, struct pack *pack)
{
    struct caregiver same;
    static const char clips[] = "SELECT count(*) FROM clip WHERE caregiver = ? AND retired = 0";
    pack->clips = (int)query_number(file, clips, &person, 1, 0);
    pack->has_photo = query_number(file, "SELECT 1 FROM face WHERE caregiver = ?", &person, 1, 0) == 1;
    pack->here = caregiver_by_name(family, pack->name, &same);
}

const char *pack_look(struct family *family, const char *path, struct pack *pack)
{
    char part[BACKUP_PATH_SIZE];
    sqlite3 *file = NULL;
    int64_t person = 0;
    *pack = (struct pack){0};
    const char *reason = copy_checked(family_database(family), path, part);
    if (!reason) {
        reason = open_part(part, &file, &person, pack->name);
        if (!reason) {
            describe(family, file, person, pack);
        }
        sqlite3_close(file);
        backup_part_drop(part);
    }
    return reason;
}

static bool merge(struct family *family, sqlite3 *file, int64_t person, const char *name, bool replace,
                  int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    struct caregiver same;
    if (!query_begin(database)) {
        return false;
    }
    const int64_t here = caregiver_by_name(family, name, &same) ? same.id : caregiver_insert(database, name);
    return query_end(database, here != 0 && pack_copy(file, person, database, here, replace, now_utc));
}

const char *pack_merge(struct family *family, const char *path, bool replace, int64_t now_utc)
{
    char part[BACKUP_PATH_SIZE], name[CAREGIVER_NAME_SIZE];
    sqlite3 *file = NULL;
    int64_t person = 0;
    const char *reason = copy_checked(family_database(family), path, part);
    if (reason) {
        return reason;
    }
    reason = open_part(part, &file, &person, name);
    if (!reason && !merge(family, file, person, name, replace, now_utc)) {
        reason = not_kept;
    }
    sqlite3_close(file);
    backup_part_drop(part);
    return reason;
}
