// A small family to begin with.
#include "fuzz_family.h"

#include <math.h>

#include "core/parting.h"
#include "platform/files.h"
#include "replays/inputs.h"
#include "require.h"
#include "shelf.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/partings.h"
#include "store/settings.h"
#include "store/voices.h"

enum { CLIP = 4800, DAY_S = 86400 };

void fuzz_family_speak(struct family *family, int64_t person, int moment, int which)
{
    int16_t pcm[CLIP];
    for (int i = 0; i < CLIP; i++) {
        pcm[i] = (int16_t)(1000.0 * sin(i * (0.02 + 0.001 * which)));
    }
    const struct clip_take take = {.pcm = pcm,
                                   .count = CLIP,
                                   .raw = which == 0 ? pcm : NULL,
                                   .raw_count = which == 0 ? CLIP : 0,
                                   .end_ms = 100,
                                   .lufs = -30,
                                   .peak_dbtp = -30};
    REQUIRE(clip_keep(family, person, (enum moment)moment, 0, &take, FUZZ_NOW - DAY_S));
}

static void show_face(struct family *family, int64_t person)
{
    char path[SHELF_PATH_SIZE];
    size_t length = 0;
    shelf_path("face.png", path);
    inputs_photo(path, 24, 24, 0x00FF00);
    char *bytes = files_read(path, &length);
    REQUIRE(bytes && face_set(family, person, bytes, length, NULL, 0));
    free(bytes);
}

static void come(struct family *family)
{
    const int64_t mama = caregiver_add(family, "Mama"), papa = caregiver_add(family, "Papa \"O'Neill\"");
    REQUIRE(mama && papa);
    show_face(family, mama);
    for (int moment = 0; moment < MOMENTS; moment += 4) {
        fuzz_family_speak(family, mama, moment, moment);
    }
    fuzz_family_speak(family, papa, MOMENT_RETURN, MOMENTS);
    REQUIRE(caregiver_choose(family, mama));
}

static void have_played(struct family *family)
{
    for (int i = 3; i > 0; i--) {
        const struct session_record record = {
            .level = "first_peekaboo",
            .began = FUZZ_NOW - i * DAY_S,
            .age_months = 8,
            .step = 4 - i,
            .own_away_ms = 1600,
            .longest_calm_ms = 1600,
            .calm = 6,
            .why = END_DONE,
            .outcome = {.own_lasted = true, .finished = true},
            .rungs = {.first_ms = 1000, .step_permille = 1250, .longest_ms = 5000},
            .before = {.step = 4 - i, .fast = true}};
        const struct ladder next = {.step = 5 - i, .fast = true, .played = record.began + 100};
        REQUIRE(family_keep_session(family, &record, &next));
    }
    const struct parting parting = {.began = FUZZ_NOW - DAY_S, .step = 2, .planned_s = 45, .took_s = 50};
    REQUIRE(partings_add(family, &parting));
}

static void make_a_level(const char *folder)
{
    struct level level;
    level_builtin(&level);
    snprintf(level.name, sizeof level.name, "%s", "");
    snprintf(level.title, sizeof level.title, "%s", "Our peek");
    REQUIRE(!own_levels_save(folder, &level));
}

void fuzz_family_make(const char *folder)
{
    char reason[200] = "";
    struct family *family = family_open(folder, reason, sizeof reason);
    REQUIRE(family);
    come(family);
    have_played(family);
    REQUIRE(settings_set(family, SETTING_FIRST_READ, 1) && settings_set_age(family, 8, FUZZ_NOW));
    family_close(family);
    make_a_level(folder);
}
