// The scenes of a level, made anew.
#include "core/recast.h"

#include "core/least.h"

// Ids are a few letters.
static bool same(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

static void put(char out[LEVEL_ID_SIZE], const char *id)
{
    int i = 0;
    for (; id[i] && i < LEVEL_ID_SIZE - 1; i++) {
        out[i] = id[i];
    }
    out[i] = '\0';
}

static bool among(const char *id, const char *const *ids, int count)
{
    for (int i = 0; i < count; i++) {
        if (same(id, ids[i])) {
            return true;
        }
    }
    return false;
}

bool recast_has_who(const struct level *level, const char *who)
{
    for (int i = 0; i < level->scene_count; i++) {
        if (same(level->scenes[i].who, who)) {
            return true;
        }
    }
    return false;
}

bool recast_has_place(const struct level *level, const char *place)
{
    for (int i = 0; i < level->scene_count; i++) {
        if (same(level->scenes[i].place, place)) {
            return true;
        }
    }
    return false;
}

int recast_unseen(const struct level *level)
{
    return greater(level->scene_count - level->rounds, 0);
}

// ---- pairs, each once

struct cast {
    const char *const *who, *const *places;
    int who_count, place_count;
};

static const char *backdrop_of(const struct level *before, const char *place)
{
    for (int i = 0; i < before->scene_count; i++) {
        if (same(before->scenes[i].place, place)) {
            return before->scenes[i].backdrop;
        }
    }
    return before->scenes[0].backdrop;
}

static bool has_pair(const struct level *level, const struct level_scene *pair)
{
    for (int i = 0; i < level->scene_count; i++) {
        const struct level_scene *scene = &level->scenes[i];
        if (same(scene->who, pair->who) && same(scene->place, pair->place) &&
            same(scene->backdrop, pair->backdrop)) {
            return true;
        }
    }
    return false;
}

static bool add(struct level *level, const struct level_scene *pair)
{
    if (level->scene_count >= LEVEL_SCENES_MAX) {
        return false;
    }
    level->scenes[level->scene_count++] = *pair;
    return true;
}

static bool add_new(struct level *level, const struct level *before, const char *who, const char *place)
{
    struct level_scene pair = {.place = ""};
    put(pair.who, who);
    put(pair.place, place);
    put(pair.backdrop, backdrop_of(before, place));
    return add(level, &pair);
}

static bool keep_old(struct level *level, const struct level *before, const struct cast *cast)
{
    bool fits = true;
    for (int i = 0; i < before->scene_count; i++) {
        const struct level_scene *pair = &before->scenes[i];
        if (among(pair->who, cast->who, cast->who_count) &&
            among(pair->place, cast->places, cast->place_count) && !has_pair(level, pair)) {
            fits = add(level, pair) && fits;
        }
    }
    return fits;
}

// The next place that nobody hides at yet; else the places in turn.
static const char *place_for(const struct level *level, const struct cast *cast, int turn)
{
    for (int i = 0; i < cast->place_count; i++) {
        if (!recast_has_place(level, cast->places[i])) {
            return cast->places[i];
        }
    }
    return cast->places[turn % cast->place_count];
}

static bool add_missing(struct level *level, const struct level *before, const struct cast *cast)
{
    bool fits = true;
    for (int i = 0; i < cast->who_count; i++) {
        if (!recast_has_who(level, cast->who[i])) {
            fits = add_new(level, before, cast->who[i], place_for(level, cast, i)) && fits;
        }
    }
    for (int i = 0; i < cast->place_count; i++) {
        if (!recast_has_place(level, cast->places[i])) {
            fits = add_new(level, before, cast->who[i % cast->who_count], cast->places[i]) && fits;
        }
    }
    return fits;
}

static void pair_up(struct level *level, const struct level *before, const struct cast *cast)
{
    level->scene_count = 0;
    if (keep_old(level, before, cast) && add_missing(level, before, cast)) {
        return;
    }
    level->scene_count = 0; // too many: without the old pairs there is room for everybody
    add_missing(level, before, cast);
}

// ---- in a row

// Each as often as there are rounds for it, the first ones once more.
static void repeat(struct level *level)
{
    struct level_scene pairs[LEVEL_SCENES_MAX];
    int count = level->scene_count, rounds = level->rounds;
    for (int i = 0; i < count; i++) {
        pairs[i] = level->scenes[i];
    }
    if (count >= rounds) {
        return;
    }
    level->scene_count = 0;
    for (int i = 0; i < count; i++) {
        int times = rounds / count + (i < rounds % count);
        for (int n = 0; n < times; n++) {
            add(level, &pairs[i]);
        }
    }
}

static bool as_before(const struct level *before, const struct cast *cast)
{
    for (int i = 0; i < before->scene_count; i++) {
        if (!among(before->scenes[i].who, cast->who, cast->who_count) ||
            !among(before->scenes[i].place, cast->places, cast->place_count)) {
            return false;
        }
    }
    for (int i = 0; i < cast->who_count; i++) {
        if (!recast_has_who(before, cast->who[i])) {
            return false;
        }
    }
    for (int i = 0; i < cast->place_count; i++) {
        if (!recast_has_place(before, cast->places[i])) {
            return false;
        }
    }
    return true;
}

static void restore(struct level *level, const struct level *before)
{
    level->scene_count = before->scene_count;
    for (int i = 0; i < before->scene_count; i++) {
        level->scenes[i] = before->scenes[i];
    }
}

void recast(struct level *level, const struct level *before, const char *const *who, int who_count,
            const char *const *places, int place_count)
{
    struct cast cast = {who, places, who_count, place_count};
    if (as_before(before, &cast)) {
        restore(level, before);
        return;
    }
    pair_up(level, before, &cast);
    repeat(level);
}
