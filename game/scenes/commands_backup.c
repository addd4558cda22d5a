// backup, restore, pack: the whole family, or one person, in a file of their own.
#include "scenes/commands_rooms.h"

#include "platform/clock.h"
#include "store/backup.h"
#include "store/family.h"
#include "store/voices.h"

static int answer(const char *path, const char *reason)
{
    return reason ? command_wrong(path, reason) : EXIT_WELL;
}

int command_backup(const struct options *options)
{
    const char *path = options->files[0];
    if (!command_has_family(options)) {
        return command_wrong(path, "there is no family to back up yet");
    }
    if (command_is_family(options, path)) {
        return command_wrong(path, "this is the family's own file");
    }
    struct family *family = command_open(options);
    const int status = family ? answer(path, backup_save(family, path)) : EXIT_INPUT;
    family_close(family);
    return status;
}

int command_restore(const struct options *options)
{
    const char *path = options->files[0], *folder = command_folder(options);
    if (!folder) {
        return command_wrong(NULL, "there is no folder for the family");
    }
    if (command_is_family(options, path)) {
        return command_wrong(path, "this is the family's own file");
    }
    return answer(path, backup_restore(folder, path));
}

int command_pack_save(const struct options *options)
{
    const char *path = options->files[0];
    struct caregiver person;
    if (!command_has_family(options)) {
        return command_find(NULL, options->who, &person);
    }
    if (command_is_family(options, path)) {
        return command_wrong(path, "this is the family's own file");
    }
    struct family *family = command_open(options);
    int status = family ? command_find(family, options->who, &person) : EXIT_INPUT;
    if (status == EXIT_WELL) {
        status = answer(path, pack_save(family, person.id, path));
    }
    family_close(family);
    return status;
}

int command_pack_add(const struct options *options)
{
    const char *path = options->files[0];
    const bool was_here = command_has_family(options);
    struct family *family = command_open(options);
    const int status =
        family ? answer(path, pack_merge(family, path, options->replace, clock_utc())) : EXIT_INPUT;
    family_close(family);
    if (status != EXIT_WELL && !was_here) {
        command_forget_family(options);
    }
    return status;
}
