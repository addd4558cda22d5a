// check and plan.
#include "scenes/commands_rooms.h"

#include <stdio.h>

#include "core/timeline.h"
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

// As the session will be: a round that its limit leaves out is not printed.
static void print_plan(const struct today *today)
{
    struct timeline timeline = timeline_make(&today->plan);
    for (int i = 0; i < timeline.count; i++) {
        const struct timeline_part *part = &timeline.parts[i];
        if (part->kind == TIMELINE_AWAY) {
            printf("%d %d %s %s\n", part->round + 1, part->length_ms, today_who(today, part->round),
                   plan_scene(&today->level, part->round)->place);
        }
    }
    printf("cap %d\n", today->plan.cap_ms);
}

int command_plan(const struct options *options)
{
    struct today today;
    struct voice_clips voices = {.count = 0};
    char reason[256];
    struct family *family =
        command_has_family(options) ? family_open(command_folder(options), reason, sizeof reason) : NULL;
    bool found = today_choose(&today, options, family, clock_utc());
    today_speak(&today, family, &voices);
    voice_clips_free(&voices);
    family_close(family);
    if (!found) {
        say_wrong(options->level ? options->level : "levels", &today.error);
        return EXIT_INPUT;
    }
    print_plan(&today);
    return EXIT_WELL;
}
