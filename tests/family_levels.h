// What the tests of levels share: a family's own ones, a broken one, games that were played.
#pragma once

#include "corner_app.h"
#include "core/level_change.h"
#include "store/own_levels.h"
#include "store/sessions.h"
#include "store/settings.h"

static const char *const long_title = "Hiding behind the big green sofa with Grandma and the little";

// Keeps a changed copy of the first level; its name.
static inline const char *make_own(const char *title)
{
    static struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    snprintf(level.title, sizeof level.title, "%s", title);
    const char *wrong = own_levels_save(folder, &level);
    if (wrong) {
        fail_msg("%s", wrong);
    }
    return level.name;
}

static inline void make_broken(const char *file)
{
    char path[128];
    const char *text = "title: Ours\nages: 6 to 80 months\n";
    snprintf(path, sizeof path, "levels/%s", file);
    write_file(path, text, strlen(text));
}

// A calm game of a level that ended a day ago at step K, with that time away; the next is at next_step.
static inline void make_played(const char *level, int step, int own_ms, int next_step)
{
    struct family *family = opened();
    struct ladder next = {.step = next_step, .fast = true, .played = NOW - DAY_S};
    struct session_record record = {.level = level,
                                    .began = NOW - DAY_S - 100,
                                    .age_months = 8,
                                    .step = step,
                                    .own_away_ms = own_ms,
                                    .longest_calm_ms = own_ms,
                                    .calm = 6,
                                    .why = END_DONE};
    assert_true(family_keep_session(family, &record, &next));
    family_close(family);
}

static inline void make_age(int months)
{
    struct family *family = opened();
    assert_true(settings_set_age(family, months, NOW));
    family_close(family);
}
