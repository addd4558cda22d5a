// The commands and the words they take.
#include "scenes/commands.h"

#include <stdio.h>
#include <string.h>

#include "scenes/commands_rooms.h"

enum { MANY = 1 << 20 };

static const struct command {
    const char *name, *verb;
    bool who, moment, replace; // whether it takes them; --replace is never needed
    int files_least, files_most;
    int (*run)(const struct options *options);
    const char *takes;
} commands[] = {
    {.name = "check", .files_least = 1, .files_most = MANY, .run = command_check, .takes = "level files"},
    {.name = "plan", .run = command_plan, .takes = "no file"},
    {.name = "voice",
     .verb = "add",
     .who = true,
     .moment = true,
     .files_least = 1,
     .files_most = 1,
     .run = command_voice_add,
     .takes = "--who NAME --moment M FILE"},
    {.name = "voice", .verb = "list", .run = command_voice_list, .takes = "no file"},
    {.name = "voice",
     .verb = "export",
     .files_least = 2,
     .files_most = 2,
     .run = command_voice_export,
     .takes = "ID FILE.wav"},
    {.name = "voice",
     .verb = "remove",
     .files_least = 1,
     .files_most = 1,
     .run = command_voice_remove,
     .takes = "ID"},
    {.name = "face",
     .verb = "add",
     .who = true,
     .files_least = 1,
     .files_most = 1,
     .run = command_face_add,
     .takes = "--who NAME FILE"},
    {.name = "face", .verb = "remove", .who = true, .run = command_face_remove, .takes = "--who NAME"},
    {.name = "pack",
     .verb = "save",
     .who = true,
     .files_least = 1,
     .files_most = 1,
     .run = command_pack_save,
     .takes = "--who NAME FILE"},
    {.name = "pack",
     .verb = "add",
     .replace = true,
     .files_least = 1,
     .files_most = 1,
     .run = command_pack_add,
     .takes = "FILE [--replace]"},
    {.name = "backup", .files_least = 1, .files_most = 1, .run = command_backup, .takes = "FILE"},
    {.name = "restore", .files_least = 1, .files_most = 1, .run = command_restore, .takes = "FILE"},
    {.name = "hear", .files_least = 1, .files_most = 1, .run = command_hear, .takes = "FILE"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static bool wrong(const char *sentence, const char *about)
{
    fprintf(stderr, "peekaboo: %s%.100s\n", sentence, about);
    return false;
}

static bool same(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}

static const struct command *find(const char *name, const char *verb)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (same(commands[i].name, name) && same(commands[i].verb, verb)) {
            return &commands[i];
        }
    }
    return NULL;
}

bool commands_known(const char *name)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (same(commands[i].name, name)) {
            return true;
        }
    }
    return wrong("there is no command ", name);
}

bool commands_has_verb(const char *name)
{
    return !find(name, NULL);
}

bool commands_fit(const struct options *options)
{
    const struct command *command = find(options->command, options->verb);
    if (!command) {
        fprintf(stderr, "peekaboo: %s can't '%.100s'\n", options->command, options->verb);
        return false;
    }
    const bool fits = command->who == !!options->who && command->moment == !!options->moment &&
                      (command->replace || !options->replace) &&
                      options->file_count >= command->files_least &&
                      options->file_count <= command->files_most;
    if (!fits) {
        fprintf(stderr, "peekaboo: %s%s%s takes %s\n", command->name, command->verb ? " " : "",
                command->verb ? command->verb : "", command->takes);
    }
    return fits;
}

int commands_run(const struct options *options)
{
    return find(options->command, options->verb)->run(options);
}
