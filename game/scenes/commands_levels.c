// check and plan.
#include "scenes/commands_rooms.h"

#include <stdio.h>

#include "core/plan.h"
#include "platform/clock.h"
#include "scenes/today.h"
#include "store/family.h"
#include "store/level_file.h"

static bool say_wrong(const char *file, const struct level_error *error)
{
    fprintf(stderr, "%s:%d: %s\n", file, error->line, error->reason);
    return false;
}

int command_check(const struct options *options)
{
    int status = EXIT_WELL;
    for (int i = 0; i < options->file_count; i++) {
        struct level level;
        struct level_error error;
        if (!level_load(options->files[i], &level, &error)) {
            say_wrong(options->files[i], &error);
            status = EXIT_INPUT;
        }
    }
    return status;
}

int command_plan(const struct options *options)
{
    struct today today;
    char reason[256];
    struct family *family =
        command_has_family(options) ? family_open(command_folder(options), reason, sizeof reason) : NULL;
    bool found = today_choose(&today, options, family, clock_utc());
    family_close(family);
    if (!found) {
        say_wrong(options->level ? options->level : "levels", &today.error);
        return EXIT_INPUT;
    }
    for (int round = 0; round < today.plan.rounds; round++) {
        printf("%d %d %s %s\n", round + 1, today.plan.away_ms[round], today_who(&today, round),
               plan_scene(&today.level, round)->place);
    }
    printf("cap %d\n", today.plan.cap_ms);
    return EXIT_WELL;
}
