// Levels by chance, all of them right: what tests of agreement play.
#pragma once

#include <stdio.h>

#include "core/level_change.h"
#include "core/random.h"
#include "store/cast.h"

static inline int random_of(struct random *random, const char *(*name)(int index))
{
    int count = 0;
    while (name(count)) {
        count++;
    }
    return random_between(random, 0, count - 1);
}

static inline void random_scene(struct random *random, struct level_scene *scene)
{
    const char *who =
        random_between(random, 0, 4) == 0 ? "family" : cast_friend_name(random_of(random, cast_friend_name));
    *scene = (struct level_scene){.place = ""};
    snprintf(scene->who, sizeof scene->who, "%s", who);
    snprintf(scene->place, sizeof scene->place, "%s", cast_place_name(random_of(random, cast_place_name)));
    snprintf(scene->backdrop, sizeof scene->backdrop, "%s",
             cast_backdrop_name(random_of(random, cast_backdrop_name)));
}

static inline struct level random_level(struct random *random)
{
    struct level level = {.name = "", .title = "By chance", .age_from = 6, .age_to = 18};
    level.first_ms = random_between(random, LEVEL_FIRST_LEAST_MS, LEVEL_FIRST_MOST_MS);
    level.longest_ms = random_between(random, level.first_ms, LEVEL_LONGEST_MOST_MS);
    level.step_permille = random_between(random, 1050, 1500);
    level.rounds = random_between(random, LEVEL_ROUNDS_MIN, LEVEL_ROUNDS_MAX);
    level.limit_ms = random_between(random, LEVEL_LIMIT_LEAST_MS, LEVEL_LIMIT_MOST_MS);
    level.peek_permille = random_between(random, 0, 2) == 0 ? 0 : random_between(random, 0, 300);
    level.sound_while_away = random_between(random, 0, 2) > 0;
    level.touch = random_between(random, 0, 1) ? TOUCH_OPENS : TOUCH_ANSWERS;
    level.scene_count = random_between(random, 1, LEVEL_SCENES_MAX);
    for (int i = 0; i < level.scene_count; i++) {
        random_scene(random, &level.scenes[i]);
    }
    return level;
}
