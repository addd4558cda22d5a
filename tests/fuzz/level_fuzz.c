// Any bytes as a level's file: what is read is in range and fit to be shown, what is refused has its line and
// reason.
#include <stdbool.h>
#include <string.h>

#include "require.h"
#include "store/cast.h"
#include "store/level_file.h"
#include "store/level_file_words.h"
#include "store/own_levels.h"

// How many letters; -1 where one of them is no UTF-8 or would move a cursor.
static int letters_of(const char *text)
{
    const size_t length = strlen(text);
    int count = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t letter = 0;
        const int bytes = utf8_letter(text + at, length - at, &letter);
        if (bytes == 0 || is_control(letter)) {
            return -1;
        }
        at += (size_t)bytes;
    }
    return count;
}

static void require_scene(const struct level_scene *scene)
{
    REQUIRE(cast_has_place(scene->place));
    REQUIRE(cast_has_friend(scene->who) || strcmp(scene->who, "family") == 0);
    REQUIRE(cast_has_backdrop(scene->backdrop));
}

static void require_level(const struct level *level)
{
    REQUIRE(strcmp(level->name, "a_name") == 0);
    REQUIRE(letters_of(level->title) >= 1 && letters_of(level->title) <= 60);
    REQUIRE(level->age_from >= 6 && level->age_from <= level->age_to && level->age_to <= 36);
    REQUIRE(level->first_ms >= 500 && level->first_ms <= 5000);
    REQUIRE(level->longest_ms >= level->first_ms && level->longest_ms <= 30000);
    REQUIRE(level->step_permille >= 1050 && level->step_permille <= 1500);
    REQUIRE(level->rounds >= LEVEL_ROUNDS_MIN && level->rounds <= LEVEL_ROUNDS_MAX);
    REQUIRE(level->scene_count >= 1 && level->scene_count <= LEVEL_SCENES_MAX);
    REQUIRE(level->touch == TOUCH_OPENS || level->touch == TOUCH_ANSWERS);
    REQUIRE(level->peek_permille >= 0 && level->peek_permille <= 300);
    REQUIRE(level->limit_ms >= 60000 && level->limit_ms <= 600000);
    for (int i = 0; i < level->scene_count; i++) {
        require_scene(&level->scenes[i]);
    }
}

// As the level editor writes it, and as it is read again.
static void require_text(const struct level *level)
{
    struct level again;
    struct level_error error = {0};
    char *text = own_levels_text(level);
    REQUIRE(text && level_parse(text, strlen(text), level->name, &again, &error));
    char *same = own_levels_text(&again);
    REQUIRE(same && strcmp(same, text) == 0);
    free(text);
    free(same);
}

static int lines_of(const uint8_t *bytes, size_t length)
{
    int lines = 1;
    for (size_t i = 0; i < length; i++) {
        lines += bytes[i] == '\n' || bytes[i] == '\r';
    }
    return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct level level;
    memset(&level, 0x5A, sizeof level);
    const struct level before = level;
    struct level_error error = {0};
    if (level_parse((const char *)bytes, length, "a_name", &level, &error)) {
        require_level(&level);
        require_text(&level);
        return 0;
    }
    REQUIRE(memcmp(&level, &before, sizeof level) == 0);
    REQUIRE(error.line >= 1 && error.line <= lines_of(bytes, length));
    REQUIRE(letters_of(error.reason) >= 10);
    return 0;
}
