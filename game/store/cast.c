// Who and what there is: the friends and the backdrops, and how all three tables are looked up. Places:
// cast_places.c.
#include "store/cast.h"

#include <stddef.h>
#include <string.h>

#include "store/cast_places.h"

#define DROOP "earL rot -44; tipL rot -70; earR rot 44; tipR rot 70"
#define FOLD "earL rot -72; tipL rot -34; earR rot 72; tipR rot 34"
#define TRUNK "trunk2 rot 8; trunk3 rot 14"

static const struct cast_friend FRIENDS[] = {
    {.name = "bear", .size = 1, .dip = 1, .idle = "head rot 2", .idle_ms = 1600},
    {.name = "duck", .size = 1, .dip = 1.14F, .idle = "head rot 3", .idle_ms = 1200},
    {.name = "cat", .size = 1, .dip = 1, .idle = "tail rot 12", .idle_ms = 1400, .trail = "tail rot 14"},
    {.name = "ball",
     .size = .90F,
     .sink = -132,
     .dip = .84F,
     .wave = {"root rot -2; bands rot -10; pawR show 1 dx 92 dy -70",
              "root rot -2; bands rot -10; pawR show 1 dx 92 dy -32"},
     .idle = "bands rot 8",
     .idle_ms = 3200},
    {.name = "rabbit",
     .size = .96F,
     .sink = 20,
     .dip = .84F,
     .wear = {"earL rot -8; earR rot 12; tipR rot 62", DROOP, FOLD},
     .idle = "earL rot -3; earR rot 3; tipR rot 6",
     .idle_ms = 1400,
     .trail = "earL rot -6; earR rot 6; tipL rot -10; tipR rot 10"},
    {.name = "elephant",
     .size = .89F,
     .dip = 1,
     .wear = {TRUNK, TRUNK, TRUNK},
     .idle = "earL rot 6; earR rot -6; trunk3 rot 10",
     .idle_ms = 1600,
     .trail = "earL rot 8; earR rot -8; trunk3 rot 16"},
    {.name = "puppy",
     .size = .95F,
     .dip = 1,
     .idle = "tail rot 20; earL rot 3; earR rot -3",
     .idle_ms = 800,
     .trail = "earL rot 12; earR rot -12"},
    {.name = "penguin", .size = 1, .dip = 1, .idle = "root rot 3", .idle_ms = 1400},
    {.name = "hedgehog",
     .size = .97F,
     .dip = 1,
     .idle = "leaf rot 10",
     .idle_ms = 1600,
     .trail = "leaf rot 12"},
    {.name = "moon",
     .size = .94F,
     .dip = 1,
     .wear = {NULL, "captip rot 2", "captip rot 2"},
     .idle = "captip rot 8",
     .idle_ms = 2000,
     .trail = "captip rot -12"},
};

// A parent's photo in a flower: stage/face.c gives it its own place and size.
static const struct cast_friend SUNFLOWER = {.name = "sunflower",
                                             .size = 1,
                                             .dip = 1,
                                             .idle = "flower rot 2",
                                             .idle_ms = 2400,
                                             .trail = "leafL rot 8; leafR rot -8"};

static const struct cast_backdrop BACKDROPS[] = {
    {"room"}, {"meadow"}, {"garden"}, {"nursery"}, {"seaside"},
};

enum {
    FRIEND_COUNT = sizeof FRIENDS / sizeof *FRIENDS,
    BACKDROP_COUNT = sizeof BACKDROPS / sizeof *BACKDROPS
};

const struct cast_friend *cast_friend_at(int index)
{
    return index >= 0 && index < FRIEND_COUNT ? &FRIENDS[index] : NULL;
}

const struct cast_place *cast_place_at(int index)
{
    return index >= 0 && index < CAST_PLACE_COUNT ? &CAST_PLACES[index] : NULL;
}

const struct cast_backdrop *cast_backdrop_at(int index)
{
    return index >= 0 && index < BACKDROP_COUNT ? &BACKDROPS[index] : NULL;
}

const struct cast_friend *cast_friend(const char *name)
{
    for (int i = 0; i < FRIEND_COUNT; i++) {
        if (strcmp(FRIENDS[i].name, name) == 0) {
            return &FRIENDS[i];
        }
    }
    return strcmp(SUNFLOWER.name, name) == 0 ? &SUNFLOWER : NULL;
}

const struct cast_place *cast_place(const char *name)
{
    for (int i = 0; i < CAST_PLACE_COUNT; i++) {
        if (strcmp(CAST_PLACES[i].name, name) == 0) {
            return &CAST_PLACES[i];
        }
    }
    return NULL;
}

const struct cast_backdrop *cast_backdrop(const char *name)
{
    for (int i = 0; i < BACKDROP_COUNT; i++) {
        if (strcmp(BACKDROPS[i].name, name) == 0) {
            return &BACKDROPS[i];
        }
    }
    return NULL;
}

bool cast_has_friend(const char *name)
{
    const struct cast_friend *row = cast_friend(name);
    return row && row != &SUNFLOWER;
}

bool cast_has_place(const char *name)
{
    return cast_place(name) != NULL;
}

bool cast_has_backdrop(const char *name)
{
    return cast_backdrop(name) != NULL;
}

const char *cast_friend_name(int index)
{
    const struct cast_friend *row = cast_friend_at(index);
    return row ? row->name : NULL;
}

const char *cast_place_name(int index)
{
    const struct cast_place *row = cast_place_at(index);
    return row ? row->name : NULL;
}

const char *cast_backdrop_name(int index)
{
    const struct cast_backdrop *row = cast_backdrop_at(index);
    return row ? row->name : NULL;
}
