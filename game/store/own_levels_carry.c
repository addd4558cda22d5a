// Own levels within a database.
#include "store/own_levels_carry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "store/backup_file.h"
#include "store/family_query.h"
#include "store/level_file_document.h"
#include "store/own_levels_file.h"

enum { LEVELS_MAX = 1000 };

static const char mark[] = "own_levels"; // the setting that says so
static const char forgotten_mark[] = OWN_LEVELS_FORGOTTEN;

// False where it can't be told.
static bool ask(sqlite3 *database, const char *name, bool *set)
{
    sqlite3_stmt *row = query_text(database, "SELECT count(*) FROM setting WHERE name = ?", name, 0);
    const bool told = row && sqlite3_step(row) == SQLITE_ROW;
    *set = told && sqlite3_column_int(row, 0) > 0;
    sqlite3_finalize(row);
    return told;
}

static bool unset(sqlite3 *database, const char *name)
{
    return query_done(query_text(database, "DELETE FROM setting WHERE name = ?", name, 0));
}

bool own_levels_carried(sqlite3 *database, bool *carried)
{
    return ask(database, mark, carried);
}

// ---- what a deletion put aside

bool own_levels_forget_aside(sqlite3 *database, const char *folder)
{
    char levels[OWN_PATH_SIZE], aside[OWN_PATH_SIZE];
    bool forgotten;
    if (!own_levels_path(folder, NULL, levels) || !own_levels_beside(folder, ".forgotten", aside) ||
        !ask(database, forgotten_mark, &forgotten)) {
        return false;
    }
    if (forgotten) {
        return own_levels_remove_folder(aside) && unset(database, forgotten_mark);
    }
    return !files_exists(aside) || rename(aside, levels) == 0; // all else was not deleted
}

// ---- into the database

static bool put_file(sqlite3 *database, const char *levels, const char *file)
{
    char path[OWN_PATH_SIZE];
    size_t length = 0;
    char *text = snprintf(path, sizeof path, "%s/%s", levels, file) < OWN_PATH_SIZE
                     ? files_read_start(path, LEVEL_BYTES_MAX + 1, &length)
                     : NULL;
    sqlite3_stmt *put =
        text ? query_text(database, "INSERT INTO own_level(file, text) VALUES(?, ?)", file, 0) : NULL;
    const bool well = query_done(query_blob(put, 2, text, length));
    free(text);
    return well;
}

static bool put_files(sqlite3 *database, const char *levels)
{
    char **files = files_list(levels, ".yaml");
    bool well = files || !files_exists(levels); // a folder that can't be read is not an empty one
    for (int i = 0; well && files && files[i] && i < LEVELS_MAX; i++) {
        if (own_levels_file_named(files[i])) {
            well = put_file(database, levels, files[i]);
        }
    }
    files_free_list(files);
    return well;
}

static bool empty(sqlite3 *database)
{
    return query_run(database, "DELETE FROM own_level", NULL, 0) && unset(database, mark);
}

bool own_levels_carry_instead(sqlite3 *database, const char *levels)
{
    return query_begin(database) &&
           query_end(database, empty(database) && put_files(database, levels) &&
                                   query_done(query_text(
                                       database, "INSERT INTO setting(name, value) VALUES(?, ?)", mark, 1)));
}

bool own_levels_carry(sqlite3 *database, const char *levels)
{
    bool carried;
    return own_levels_carried(database, &carried) && (carried || own_levels_carry_instead(database, levels));
}

// ---- and into the folder

struct carried_file {
    const char *file, *text; // until the next row
    size_t length;
};

// Those that have a level's name: a backup may come from anywhere.
static sqlite3_stmt *carried_rows(sqlite3 *database)
{
    const int64_t limits[] = {LEVEL_BYTES_MAX + 1, LEVELS_MAX};
    return query(database, "SELECT file, text FROM own_level WHERE length(text) <= ? ORDER BY file LIMIT ?",
                 limits, 2);
}

// What is at a row: false without memory.
static bool read_row(sqlite3_stmt *rows, struct carried_file *next)
{
    next->file = (const char *)sqlite3_column_text(rows, 0);
    next->text = sqlite3_column_blob(rows, 1);
    next->length = (size_t)sqlite3_column_bytes(rows, 1);
    const bool read =
        next->file && (next->text || sqlite3_column_type(rows, 1) != SQLITE_BLOB || next->length == 0);
    next->text = next->text ? next->text : "";
    return read;
}

// The next row that may be a file. False at the end; *well says whether it is the end.
static bool next_row(sqlite3_stmt *rows, struct carried_file *next, bool *well)
{
    int step;
    while ((step = sqlite3_step(rows)) == SQLITE_ROW) {
        if (!read_row(rows, next)) {
            *well = false;
            return false;
        }
        if (own_levels_file_named(next->file)) {
            return true;
        }
    }
    *well = *well && step == SQLITE_DONE;
    return false;
}

static bool is_file(const char *path, const char *text, size_t length)
{
    size_t there = 0;
    char *bytes = files_read_start(path, LEVEL_BYTES_MAX + 2, &there);
    const bool same = bytes && there == length && memcmp(bytes, text, length) == 0;
    free(bytes);
    return same;
}

static int count_files(const char *folder)
{
    char path[OWN_PATH_SIZE];
    char **files = own_levels_path(folder, NULL, path) ? files_list(path, ".yaml") : NULL;
    int count = 0;
    while (files && files[count]) {
        count++;
    }
    const bool there = files != NULL;
    files_free_list(files);
    return there ? count : -1;
}

// Whether the folder is already as the database says.
static bool is_settled(sqlite3 *database, const char *folder)
{
    sqlite3_stmt *rows = carried_rows(database);
    int left = count_files(folder);
    bool same = rows && left >= 0;
    struct carried_file next;
    char path[OWN_PATH_SIZE];
    while (same && next_row(rows, &next, &same)) {
        same =
            left-- > 0 && own_levels_path(folder, next.file, path) && is_file(path, next.text, next.length);
    }
    sqlite3_finalize(rows);
    return same && left == 0;
}

static bool write_all(sqlite3 *database, const char *levels)
{
    sqlite3_stmt *rows = carried_rows(database);
    bool well = rows && files_make_folder(levels);
    struct carried_file next;
    char path[OWN_PATH_SIZE];
    while (well && next_row(rows, &next, &well)) {
        well = snprintf(path, sizeof path, "%s/%s", levels, next.file) < OWN_PATH_SIZE &&
               own_levels_write(path, next.text, next.length);
    }
    sqlite3_finalize(rows);
    return well;
}

// At each moment each level is in one of the folders, or still in the database.
static bool put_in_place(const char *fresh, const char *levels, const char *kept)
{
    if (files_exists(levels)) {
        own_levels_remove_folder(kept);
        if (rename(levels, kept) != 0) {
            return false;
        }
    }
    return rename(fresh, levels) == 0 && backup_sync_folder(levels);
}

static bool write_out(sqlite3 *database, const char *folder)
{
    char levels[OWN_PATH_SIZE], fresh[OWN_PATH_SIZE], kept[OWN_PATH_SIZE];
    if (!own_levels_path(folder, NULL, levels) || !own_levels_beside(folder, ".restoring", fresh) ||
        !own_levels_beside(folder, ".before-restore", kept)) {
        return false;
    }
    own_levels_remove_folder(fresh);
    return write_all(database, fresh) && put_in_place(fresh, levels, kept);
}

bool own_levels_settle(sqlite3 *database, const char *folder)
{
    own_levels_forget_aside(database, folder);
    bool carried;
    if (!own_levels_carried(database, &carried)) {
        return false;
    }
    if (!carried) {
        return true;
    }
    return (is_settled(database, folder) || write_out(database, folder)) && query_begin(database) &&
           query_end(database, empty(database));
}
