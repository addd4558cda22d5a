// What commands share that work on the family's file.
#include "scenes/commands_rooms.h"

#include <stdio.h>
#include <sys/stat.h>

#include "platform/files.h"
#include "scenes/commands.h"
#include "scenes/today.h"
#include "store/family.h"
#include "store/voices.h"

enum { PATH_SIZE = 4096, ABOUT_MAX = 400 };

static const char unwritten[] = "family.db could not be written; nothing was changed";

// A file's name may hold anything; a line that is said is one line.
static void put_plain(const char *text)
{
    for (int i = 0; text[i] && i < ABOUT_MAX; i++) {
        const unsigned char letter = (unsigned char)text[i];
        fputc(letter < 0x20 || letter == 0x7F ? '?' : letter, stderr);
    }
}

int command_wrong(const char *about, const char *sentence)
{
    fputs("peekaboo: ", stderr);
    if (about) {
        put_plain(about);
        fputs(": ", stderr);
    }
    fprintf(stderr, "%s\n", sentence);
    return EXIT_INPUT;
}

int command_said(void)
{
    return fflush(stdout) == 0 && !ferror(stdout)
               ? EXIT_WELL
               : command_wrong(NULL, "what is to be said can't be written");
}

const char *command_folder(const struct options *options)
{
    return today_folder(options);
}

static bool family_path(const struct options *options, char path[PATH_SIZE])
{
    const char *folder = command_folder(options);
    return folder && snprintf(path, PATH_SIZE, "%s/family.db", folder) < PATH_SIZE;
}

bool command_has_family(const struct options *options)
{
    char path[PATH_SIZE];
    return family_path(options, path) && files_exists(path);
}

void command_forget_family(const struct options *options)
{
    char path[PATH_SIZE];
    if (family_path(options, path)) {
        remove(path);
    }
}

struct family *command_open(const struct options *options)
{
    char reason[256];
    struct family *family = family_open(command_folder(options), reason, sizeof reason);
    if (!family) {
        command_wrong(options->data, reason);
    }
    return family;
}

bool command_is_family(const struct options *options, const char *path)
{
    char own[PATH_SIZE];
    struct stat one, other;
    return family_path(options, own) && stat(own, &one) == 0 && stat(path, &other) == 0 &&
           one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

int command_find(struct family *family, const char *name, struct caregiver *person)
{
    const char *reason = caregiver_name_wrong(name);
    if (reason) {
        return command_wrong(NULL, reason);
    }
    return caregiver_by_name(family, name, person) ? EXIT_WELL
                                                   : command_wrong(name, "there is nobody of that name");
}

int64_t command_find_or_make(struct family *family, const char *name)
{
    struct caregiver person;
    if (caregiver_by_name(family, name, &person)) {
        return person.id;
    }
    const int64_t made = caregiver_add(family, name);
    if (!made) {
        command_wrong(NULL, unwritten);
    }
    return made;
}

int commands_with(const struct options *options)
{
    struct caregiver person;
    if (!options->with) {
        return EXIT_WELL;
    }
    if (!command_has_family(options)) {
        return command_find(NULL, options->with, &person);
    }
    struct family *family = command_open(options);
    int status = family ? command_find(family, options->with, &person) : EXIT_INPUT;
    if (status == EXIT_WELL && caregiver_today(family) != person.id && !caregiver_choose(family, person.id)) {
        status = command_wrong(NULL, unwritten);
    }
    family_close(family);
    return status;
}
