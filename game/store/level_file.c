// The shelf of levels: files in the shared levels/ folder, found by name, by file or by path, and one level
// that is built in, so that there is always something to play.
#include "store/level_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "store/level_file_document.h"
#include "store/level_file_words.h"

enum { PATH_SIZE = 4096 };
static const char ending[] = ".yaml";

void level_name_of(const char *path, char name[LEVEL_NAME_SIZE])
{
    const char *slash = strrchr(path, '/'), *start = slash ? slash + 1 : path;
    const size_t digits = strspn(start, "0123456789");
    if (digits > 0 && start[digits] == '_' && start[digits + 1] != '\0') {
        start += digits + 1;
    }
    size_t length = strlen(start);
    const size_t tail = sizeof ending - 1;
    if (length > tail && strcmp(start + length - tail, ending) == 0) {
        length -= tail;
    }
    if (length >= LEVEL_NAME_SIZE) {
        length = LEVEL_NAME_SIZE - 1;
        while (length > 0 && ((unsigned char)start[length] & 0xC0) == 0x80) {
            length--; // not within a letter
        }
    }
    snprintf(name, LEVEL_NAME_SIZE, "%.*s", (int)length, start);
}

bool level_load(const char *path, struct level *level, struct level_error *error)
{
    size_t length = 0;
    char *text =
        files_read_start(path, LEVEL_BYTES_MAX + 1, &length); // one byte more shows that it is too big
    if (!text) {
        const bool there = files_exists(path);
        return level_refuse(error, 1, there ? "this file can't be read" : "there is no such file");
    }
    char name[LEVEL_NAME_SIZE];
    level_name_of(path, name);
    const bool fine = level_parse(text, length, name, level, error);
    free(text);
    return fine;
}

void level_builtin(struct level *level)
{
    *level = (struct level){
        .name = "first_peekaboo",
        .title = "Little peek",
        .age_from = 6,
        .age_to = 8,
        .first_ms = 1000,
        .longest_ms = 5000,
        .step_permille = 1250,
        .rounds = 6,
        .scene_count = 6,
        .scenes = {{"theatre", "bear", "room"},
                   {"theatre", "bear", "room"},
                   {"theatre", "bear", "room"},
                   {"sofa", "family", "room"},
                   {"sofa", "family", "room"},
                   {"sofa", "family", "room"}},
        .touch = TOUCH_OPENS,
        .peek_permille = 150,
        .limit_ms = 180000,
        .sound_while_away = true,
    };
}

// Files by their number, then by their bytes: 2_ stands before 10_.
static int by_number(const void *left, const void *right)
{
    const char *a = *(char *const *)left, *b = *(char *const *)right;
    const long first = strtol(a, NULL, 10), second = strtol(b, NULL, 10);
    return first != second ? (first > second) - (first < second) : strcmp(a, b);
}

char **level_files(const char *folder)
{
    char **list = files_list(folder, ending);
    size_t count = 0;
    while (list && list[count]) {
        count++;
    }
    if (list) {
        qsort(list, count, sizeof *list, by_number);
    }
    return list;
}

static char **shared_files(void)
{
    char folder[PATH_SIZE];
    snprintf(folder, sizeof folder, "%slevels", files_share());
    return level_files(folder);
}

char **level_names(void)
{
    char **list = shared_files();
    for (char **file = list; file && *file; file++) {
        char name[LEVEL_NAME_SIZE];
        level_name_of(*file, name);
        snprintf(*file, strlen(*file) + 1, "%s", name); // never longer than the file's name
    }
    return list;
}

void level_first_name(char *name, int size)
{
    char **names = level_names();
    snprintf(name, (size_t)size, "%s", names && *names ? *names : "");
    files_free_list(names);
}

// The path of a level of the shared folder, by its name or its file's.
static bool find_shared(const char *wanted, char path[PATH_SIZE])
{
    char **files = shared_files();
    bool found = false;
    for (char **file = files; file && *file && !found; file++) {
        char name[LEVEL_NAME_SIZE];
        level_name_of(*file, name);
        found = strcmp(wanted, name) == 0 || strcmp(wanted, *file) == 0;
        if (found) {
            snprintf(path, PATH_SIZE, "%slevels/%s", files_share(), *file);
        }
    }
    files_free_list(files);
    return found;
}

static bool refuse_name(const char *wanted, struct level_error *error)
{
    char shown[SHOWN_SIZE];
    show_text(wanted, strlen(wanted), shown);
    level_refuse(error, 1, "there is no level called '%s'; levels are:", shown);
    char **names = level_names();
    for (char **name = names; name && *name; name++) {
        const size_t length = strlen(error->reason);
        snprintf(error->reason + length, sizeof error->reason - length, "%s %s", name == names ? "" : ",",
                 *name);
    }
    files_free_list(names);
    return false;
}

bool level_find(const char *name_or_path, struct level *level, struct level_error *error)
{
    char path[PATH_SIZE];
    if (find_shared(name_or_path, path)) {
        return level_load(path, level, error);
    }
    return files_exists(name_or_path) ? level_load(name_or_path, level, error)
                                      : refuse_name(name_or_path, error);
}
