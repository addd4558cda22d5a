// Deleting for good.
#include "store/forget.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "platform/files.h"
#include "store/backup_file.h"
#include "store/backup_old.h"
#include "store/family_file.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/own_levels_carry.h"
#include "store/own_levels_file.h"

// ---- how much there is

static int count_levels(const char *folder)
{
    char path[OWN_PATH_SIZE];
    char **files = own_levels_path(folder, NULL, path) ? files_list(path, ".yaml") : NULL;
    int count = 0;
    while (files && files[count]) {
        count++;
    }
    files_free_list(files);
    return count;
}

struct forget_counts forget_count(struct family *family, const char *folder)
{
    sqlite3 *database = family_database(family);
    return (struct forget_counts){
        .sessions = (int)query_number(database, "SELECT count(*) FROM session", NULL, 0, 0),
        .clips = (int)query_number(database, "SELECT count(*) FROM clip", NULL, 0, 0),
        .people =
            (int)query_number(database, "SELECT count(*) FROM caregiver WHERE removed IS NULL", NULL, 0, 0),
        .photos = (int)query_number(database, "SELECT count(*) FROM face", NULL, 0, 0),
        .own_levels = count_levels(folder),
    };
}

// ---- parts

// In this order: who has neither a photo nor a voice is nobody any more. The corner's clock goes on, as older
// takes that stay are kept by it; and so does who plays today, as long as there is somebody.
static const struct {
    int part; // any of these
    const char *statements;
} deletions[] = {
    {FORGET_NOTES, "DELETE FROM session; DELETE FROM parting"},
    {FORGET_PHOTOS, "DELETE FROM face"},
    {FORGET_VOICES | FORGET_PHOTOS, "DELETE FROM caregiver WHERE removed IS NOT NULL"},
    {FORGET_VOICES, "DELETE FROM clip; DELETE FROM caregiver WHERE id NOT IN (SELECT caregiver FROM face)"},
    {FORGET_SETTINGS, "DELETE FROM setting WHERE name NOT IN ('corner_s', 'corner_seen', 'caregiver_today');"
                      "DELETE FROM ladder; DELETE FROM own_level;"
                      "INSERT INTO setting(name, value) VALUES('" OWN_LEVELS_FORGOTTEN "', 1)"},
    {FORGET_ALL,
     "DELETE FROM setting WHERE name = 'caregiver_today' AND value NOT IN (SELECT id FROM caregiver)"},
};

static bool delete_parts(sqlite3 *database, int parts)
{
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++) {
        if ((deletions[i].part & parts) != 0 &&
            sqlite3_exec(database, deletions[i].statements, NULL, NULL, NULL) != SQLITE_OK) {
            return false;
        }
    }
    return true;
}

// The file gets smaller. What was deleted is overwritten already; SQLite's own copy of what stays is kept
// from the disk.
static void shrink(sqlite3 *database)
{
    sqlite3_exec(database, "PRAGMA temp_store = MEMORY; VACUUM; PRAGMA temp_store = DEFAULT", NULL, NULL,
                 NULL);
}

// Own levels wait aside until all else is gone for good.
struct aside {
    char levels[OWN_PATH_SIZE], aside[OWN_PATH_SIZE];
    bool moved;
};

static bool put_aside(const char *folder, int parts, struct aside *aside)
{
    aside->moved = false;
    if ((parts & FORGET_SETTINGS) == 0) {
        return true;
    }
    if (!own_levels_path(folder, NULL, aside->levels) ||
        !own_levels_beside(folder, ".forgotten", aside->aside)) {
        return false;
    }
    own_levels_remove_folder(aside->aside);
    aside->moved = rename(aside->levels, aside->aside) == 0;
    return aside->moved || errno == ENOENT;
}

bool forget_parts(struct family *family, const char *folder, int parts)
{
    sqlite3 *database = family_database(family);
    struct aside aside = {.moved = false};
    if (!folder || !query_begin(database)) {
        return false;
    }
    const bool ready = delete_parts(database, parts) && put_aside(folder, parts, &aside);
    // What a restore kept is a copy of all of it.
    if (!query_end(database, ready && backup_old_forget(folder))) {
        if (ready && aside.moved) {
            rename(aside.aside, aside.levels);
        }
        return false;
    }

    shrink(database);
    return (parts & FORGET_SETTINGS) == 0 || own_levels_forget_aside(database, folder);
}

// ---- everything

static bool begins_with(const char *name, const char *beginning)
{
    return strncmp(name, beginning, strlen(beginning)) == 0;
}

static bool ends_with(const char *name, const char *ending)
{
    const size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

// family.db with its journal, what restoring made and kept, and whatever was being written.
static bool is_ours(const char *path, const char *name)
{
    (void)path;
    return begins_with(name, "family.db") || begins_with(name, "family.restoring.db") ||
           begins_with(name, "family.before-restore.db") || ends_with(name, ".part");
}

// What the game wrote to be taken along: voice packs, pictures, tables. A backup is what somebody saved to
// have it after this.
static bool is_to_take_along(const char *path, const char *name)
{
    uint32_t application, version;
    return ends_with(name, ".part") || family_file_look(path, &application, &version) != FAMILY_FINE ||
           application != FAMILY_APPLICATION;
}

// Deletes the files of a folder that are meant; true where none of them is left.
static bool clear(const char *folder, bool (*meant)(const char *path, const char *name))
{
    char **names = files_list(folder, "");
    bool gone = names || !files_exists(folder);
    for (char **name = names; name && *name; name++) {
        char path[BACKUP_PATH_SIZE];
        const bool fits = snprintf(path, sizeof path, "%s/%s", folder, *name) < BACKUP_PATH_SIZE;
        if (fits && !files_is_folder(path) && meant(path, *name)) {
            gone = (unlink(path) == 0 || errno == ENOENT) && gone;
        }
    }
    files_free_list(names);
    return gone;
}

static bool clear_levels(const char *folder)
{
    static const char *const endings[] = {"", ".restoring", ".before-restore", ".forgotten"};
    char path[OWN_PATH_SIZE];
    bool gone = true;
    for (size_t i = 0; gone && i < sizeof endings / sizeof *endings; i++) {
        gone = own_levels_beside(folder, endings[i], path) && own_levels_remove_folder(path);
    }
    return gone;
}

bool forget_everything(const char *folder)
{
    char out[BACKUP_PATH_SIZE], own[BACKUP_PATH_SIZE];
    if (!folder || !backup_path(out, folder, "/out") || !backup_path(own, folder, "/family.db")) {
        return false;
    }
    // The file goes before its journal: without one, a journal means nothing.
    const bool family_gone = unlink(own) == 0 || errno == ENOENT;
    const bool files_gone = clear(folder, is_ours), levels_gone = clear_levels(folder),
               out_gone = clear(out, is_to_take_along);
    rmdir(out); // where nothing is left in it
    backup_sync_folder(own);
    return family_gone && files_gone && levels_gone && out_gone;
}
