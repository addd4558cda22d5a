// The family's own levels: a file each, beside the family's file.
#include "store/own_levels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "platform/files.h"
#include "store/backup_file.h"
#include "store/level_file_document.h"
#include "store/level_file_words.h"
#include "store/own_levels_file.h"
#include "store/own_levels_name.h"

enum { LEVELS_MAX = 1000 }; // more files than that are no levels that somebody made

// ---- the list

static char **own_files(const char *folder)
{
    char path[OWN_PATH_SIZE];
    return own_levels_path(folder, NULL, path) ? level_files(path) : NULL;
}

static struct level_entry own_entry(const char *folder, const char *file)
{
    struct level_entry entry = {.own = true};
    char path[OWN_PATH_SIZE];
    snprintf(entry.file, sizeof entry.file, "%s", file);
    level_name_of(file, entry.level.name);
    entry.broken = !own_levels_path(folder, file, path) || !level_load(path, &entry.level, &entry.error);
    return entry;
}

static struct level_entry games_entry(const char *name)
{
    struct level_entry entry = {0};
    snprintf(entry.level.name, sizeof entry.level.name, "%s", name);
    entry.broken = !level_find(name, &entry.level, &entry.error);
    return entry;
}

static int by_title(const void *left, const void *right)
{
    const struct level_entry *a = left, *b = right;
    const char *one = a->broken ? a->level.name : a->level.title;
    const char *other = b->broken ? b->level.name : b->level.title;
    const int order = strcasecmp(one, other);
    return order != 0 ? order : strcmp(a->file, b->file);
}

static int count_of(char **list)
{
    int count = 0;
    while (list && list[count] && count < LEVELS_MAX) {
        count++;
    }
    return count;
}

// Whether one of the files is a level of that name.
static bool is_among(const char *wanted, char **files, int count)
{
    bool found = false;
    for (int i = 0; i < count && !found; i++) {
        char name[LEVEL_NAME_SIZE];
        level_name_of(files[i], name);
        found = strcmp(name, wanted) == 0;
    }
    return found;
}

static int fill(struct level_entry *entries, char **names, int games, const char *folder, char **files,
                int own)
{
    int count = 0;
    for (int i = 0; i < games; i++) {
        if (!is_among(names[i], files, own)) {
            entries[count++] = games_entry(names[i]);
        }
    }
    for (int i = 0; i < own; i++) {
        entries[count + i] = own_entry(folder, files[i]);
    }
    qsort(entries + count, (size_t)own, sizeof *entries, by_title);
    return count + own;
}

int own_levels_list(const char *folder, struct level_entry **entries)
{
    char **names = level_names(), **files = own_files(folder);
    const int games = count_of(names), own = count_of(files);
    *entries = games + own > 0 ? malloc((size_t)(games + own) * sizeof **entries) : NULL;
    const int count = *entries ? fill(*entries, names, games, folder, files, own) : 0;
    files_free_list(names);
    files_free_list(files);
    return count;
}

// ---- one of them

// The file of an own level, by its name or its file's.
static bool find_file(const char *folder, const char *wanted, char file[OWN_FILE_SIZE])
{
    char **files = own_files(folder);
    bool found = false;
    for (int i = 0; i < count_of(files) && !found; i++) {
        char name[LEVEL_NAME_SIZE];
        level_name_of(files[i], name);
        found = strcmp(wanted, name) == 0 || strcmp(wanted, files[i]) == 0;
        if (found) {
            snprintf(file, OWN_FILE_SIZE, "%s", files[i]);
        }
    }
    files_free_list(files);
    return found;
}

bool own_levels_find(const char *folder, const char *name_or_path, struct level *level,
                     struct level_error *error)
{
    char file[OWN_FILE_SIZE], path[OWN_PATH_SIZE];
    if (find_file(folder, name_or_path, file) && own_levels_path(folder, file, path)) {
        return level_load(path, level, error);
    }
    return level_find(name_or_path, level, error);
}

// ---- saving

static bool is_games(const char *name)
{
    char **names = level_names();
    bool found = false;
    for (char **one = names; one && *one && !found; one++) {
        found = strcasecmp(*one, name) == 0;
    }
    files_free_list(names);
    return found;
}

// In no use by a level, nor by a file whose name differs only in capitals: some file systems see one.
static bool is_free(const char *folder, const char *name)
{
    char **files = own_files(folder);
    bool used = is_games(name);
    for (int i = 0; i < count_of(files) && !used; i++) {
        char other[LEVEL_NAME_SIZE];
        level_name_of(files[i], other);
        used = strcasecmp(other, name) == 0;
    }
    files_free_list(files);
    return !used;
}

static bool make_name(const char *folder, const char *title, char name[LEVEL_NAME_SIZE])
{
    char slug[OWN_SLUG_SIZE];
    own_levels_slug(title, slug);
    snprintf(name, LEVEL_NAME_SIZE, "%s", slug);
    for (int i = 2; i <= LEVELS_MAX && !is_free(folder, name); i++) {
        snprintf(name, LEVEL_NAME_SIZE, "%s_%d", slug, i);
    }
    return is_free(folder, name);
}

// The file that the level is kept in: its own, or a new one, with a new name where it has none of its own.
static bool choose_file(const char *folder, const struct level *level, char name[LEVEL_NAME_SIZE],
                        char file[OWN_FILE_SIZE])
{
    snprintf(name, LEVEL_NAME_SIZE, "%s", level->name);
    if (*name && find_file(folder, name, file)) {
        return true;
    }
    if ((!*name || is_games(name)) && !make_name(folder, level->title, name)) {
        return false;
    }
    snprintf(file, OWN_FILE_SIZE, "%s.yaml", name);
    return own_levels_file_named(file);
}

static bool write_file(const char *folder, const char *file, const char *text)
{
    char path[OWN_PATH_SIZE];
    return own_levels_path(folder, NULL, path) && files_make_folder(path) &&
           own_levels_path(folder, file, path) && own_levels_write(path, text, strlen(text));
}

static const char *save(const char *folder, struct level *level, const char *text)
{
    char name[LEVEL_NAME_SIZE], file[OWN_FILE_SIZE];
    if (!choose_file(folder, level, name, file)) {
        return "there is no name left for this level: please choose another title";
    }
    if (!write_file(folder, file, text)) {
        return "the level can't be written: there may be no room on the disk";
    }
    level_name_of(file, level->name);
    return NULL;
}

// What can't be read again is not written in the first place.
static bool reads_back(const struct level *level, const char *text)
{
    struct level again;
    struct level_error error;
    if (!level_parse(text, strlen(text), level->name, &again, &error)) {
        return false;
    }
    char *same = own_levels_text(&again);
    const bool reads = same && strcmp(same, text) == 0;
    free(same);
    return reads;
}

const char *own_levels_save(const char *folder, struct level *level)
{
    char *text = own_levels_text(level);
    const char *reason = !folder                   ? "there is no folder for the family"
                         : !text                   ? "there is not enough memory"
                         : reads_back(level, text) ? save(folder, level, text)
                                                   : "this is no level: please look at its title";
    free(text);
    return reason;
}

// ---- deleting

// NULL where a text can't hold all of it: too big, or no text at all.
static char *whole_text(const char *path)
{
    size_t length = 0;
    char *text = files_read_start(path, LEVEL_BYTES_MAX + 1, &length);
    if (text && (length > LEVEL_BYTES_MAX || strlen(text) != length)) {
        free(text);
        return NULL;
    }
    return text;
}

bool own_levels_remove(const char *folder, const char *name, char **text)
{
    char file[OWN_FILE_SIZE], path[OWN_PATH_SIZE];
    if (text) {
        *text = NULL;
    }
    if (!find_file(folder, name, file) || !own_levels_path(folder, file, path)) {
        return false;
    }
    if (text) {
        *text = whole_text(path);
    }
    if (unlink(path) == 0) {
        backup_sync_folder(path);
        return true;
    }
    if (text) {
        free(*text);
        *text = NULL;
    }
    return false;
}

bool own_levels_put_back(const char *folder, const char *name, const char *text)
{
    char file[OWN_FILE_SIZE];
    if (!folder || !text || find_file(folder, name, file)) {
        return false;
    }
    snprintf(file, sizeof file, "%s.yaml", name);
    return own_levels_file_named(file) && write_file(folder, file, text);
}
