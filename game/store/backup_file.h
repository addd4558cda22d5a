// Files that are written beside and then renamed: whole, or not there. Only for store/backup*, pack*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/family_schema.h"

enum { BACKUP_PATH_SIZE = 4096 };

// Whether a file may be written to path: no folder, no device, nothing that is (or belongs to) the database's
// own file. database may be NULL.
bool backup_path_free(sqlite3 *database, const char *path);
// The path of another name in the folder of the database's own file.
bool backup_beside(sqlite3 *database, const char *name, char out[BACKUP_PATH_SIZE]);
// PATH + ending. False where it is too long.
bool backup_path(char out[BACKUP_PATH_SIZE], const char *path, const char *ending);

// Makes a new, empty, private file for SQLite, in the place of what a run that was cut off left there.
enum family_fault backup_part_make(const char *part);
// Takes it away again, and a journal beside it.
void backup_part_drop(const char *part);
// Opens a file that nobody else has open, made by backup_part_make: safe from what a stranger put into it,
// and without a journal on the disk (it is thrown away where anything fails). The caller closes it in any
// case.
enum family_fault backup_part_open(const char *part, sqlite3 **database);
// Copies a whole database into a part.
enum family_fault backup_part_copy(sqlite3 *from, const char *part);
// Nothing in a stranger's file may run, and nothing of it is believed.
void backup_harden(sqlite3 *database);

// All of it, to an open file.
bool backup_write(int file, const char *bytes, size_t length);

enum backup_put {
    BACKUP_PUT,
    BACKUP_NOT_PUT,     // path is as it was
    BACKUP_UNCONFIRMED, // it is there, but the disk did not say that it will be after a power cut
};
// Syncs part and renames it over path.
enum backup_put backup_part_put(const char *part, const char *path);
// Syncs the folder that path is in.
bool backup_sync_folder(const char *path);

// ---- backup.c's, for voice packs too
// Opens a file from elsewhere for reading: of the wanted kind (FAMILY_APPLICATION, PACK_APPLICATION), and not
// newer. The caller closes it in any case.
enum family_fault backup_open(const char *path, uint32_t wanted, sqlite3 **backup);
// A whole, checked copy of `from`; migrate: brought to today's schema.
enum family_fault backup_make_part(sqlite3 *from, const char *part, bool migrate);
// Puts a part in its place; NULL, failed, or backup_unconfirmed.
const char *backup_put(const char *part, const char *path, const char *failed);
extern const char backup_unconfirmed[];
// What is said where saving, or restoring, meets a fault; and of family.db in the place of a backup.
const char *backup_save_sentence(enum family_fault fault);
const char *backup_restore_sentence(enum family_fault fault);
extern const char backup_own_file[];
// ---- backup_tidy.c's
// The days for which the family before a restore is kept begin anew, at the next visit of the corner.
bool backup_begin_keeping(sqlite3 *database);
