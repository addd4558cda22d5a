// Files and folders: reads whole files, finds the game's own folders, lists names. Never looks in the current
// folder by itself, so that a game started from a family's folder takes nothing from there.
#include "platform/files.h"

#include <SDL.h>
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096, FIRST_ROOM = 16 * 1024 };

// Reads until the end, an error, or `most`; true where no error came.
static bool read_into(FILE *file, size_t most, char **bytes, size_t *length)
{
    size_t room = 0;
    *length = 0;
    do {
        if (*length == room) {
            room = room ? 2 * room : FIRST_ROOM;
            char *grown = realloc(*bytes, room + 1);
            if (!grown) {
                return false;
            }
            *bytes = grown;
        }
        const size_t wanted = most - *length < room - *length ? most - *length : room - *length;
        *length += fread(*bytes + *length, 1, wanted, file);
    } while (*length < most && !feof(file) && !ferror(file));
    (*bytes)[*length] = '\0';
    return !ferror(file);
}

char *files_read_start(const char *path, size_t most, size_t *length)
{
    FILE *file = files_is_folder(path) ? NULL : fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    char *bytes = NULL;
    size_t count = 0;
    if (!read_into(file, most, &bytes, &count)) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    if (bytes && length) {
        *length = count;
    }
    return bytes;
}

char *files_read(const char *path, size_t *length)
{
    return files_read_start(path, SIZE_MAX / 2, length);
}

bool files_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

int64_t files_size(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : -1;
}

bool files_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

// Whether folder holds the game's data; puts it into out.
static bool is_share(const char *base, const char *folder, char out[PATH_SIZE])
{
    char levels[PATH_SIZE], assets[PATH_SIZE];
    if (!base || snprintf(out, PATH_SIZE, "%s%s", base, folder) >= PATH_SIZE ||
        snprintf(levels, PATH_SIZE, "%s%slevels", base, folder) >= PATH_SIZE ||
        snprintf(assets, PATH_SIZE, "%s%sassets", base, folder) >= PATH_SIZE) {
        return false;
    }
    return files_is_folder(levels) && files_is_folder(assets);
}

// What is found once: the two folders, each written before anybody reads it (pthread_once).
static char share[PATH_SIZE];
static char *family_default;

static void find_share(void)
{
    char *base = SDL_GetBasePath();
    if (!is_share(base, "", share) && !is_share(base, "../share/peekaboo/", share)) {
        snprintf(share, sizeof share, "%s", PEEKABOO_SHARE);
    }
    SDL_free(base);
}

const char *files_share(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find_share);
    return share;
}

static void find_family_default(void)
{
    family_default = SDL_GetPrefPath("", "peekaboo");
}

const char *files_family_default(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find_family_default);
    return family_default;
}

bool files_make_folder(const char *path)
{
    char part[PATH_SIZE];
    if (snprintf(part, sizeof part, "%s", path) >= PATH_SIZE || !*path) {
        return false;
    }
    for (char *end = part + 1; *end; end++) {
        if (*end == '/') {
            *end = '\0';
            mkdir(part, 0700); // one that is there or can't be made shows at the last part
            *end = '/';
        }
    }
    return mkdir(part, 0700) == 0 || files_is_folder(path);
}

static bool is_wanted(const char *name, const char *ending)
{
    const size_t length = strlen(name), tail = strlen(ending);
    return name[0] != '.' && length >= tail && strcmp(name + length - tail, ending) == 0;
}

// Takes a copy of name to the end of a NULL-ended list; NULL where there is no memory (the old list is
// freed).
static char **append(char **list, size_t count, const char *name)
{
    char **grown = realloc(list, (count + 2) * sizeof *grown);
    if (!grown) {
        files_free_list(list);
        return NULL;
    }
    grown[count] = strdup(name);
    grown[count + 1] = NULL;
    if (!grown[count]) {
        files_free_list(grown);
        return NULL;
    }
    return grown;
}

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

char **files_list(const char *folder, const char *ending)
{
    DIR *directory = opendir(folder);
    if (!directory) {
        return NULL;
    }
    char **list = calloc(1, sizeof *list);
    size_t count = 0;
    for (struct dirent *entry; list && (entry = readdir(directory));) {
        if (is_wanted(entry->d_name, ending)) {
            list = append(list, count++, entry->d_name);
        }
    }
    closedir(directory);
    if (list) {
        qsort(list, count, sizeof *list, by_bytes);
    }
    return list;
}

void files_free_list(char **list)
{
    for (char **name = list; name && *name; name++) {
        free(*name);
    }
    free(list);
}
