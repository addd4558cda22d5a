// The one table of every sound by id, and who borrows whose.
#include "store/sounds.h"

#include <stdio.h>
#include <string.h>

#include "platform/files.h"

static const struct sound table[] = {
    {"bag_close_1", 1100},     {"bag_open_1", 800},       {"bed_1", 24000},         {"bed_2", 24000},
    {"bed_3", 24000},          {"bed_4", 24000},          {"bed_5", 24000},         {"blanket_close_1", 1100},
    {"blanket_open_1", 750},   {"box_close_1", 1100},     {"box_open_1", 800},      {"bye_1", 2400},
    {"cloud_close_1", 1300},   {"cloud_open_1", 950},     {"comfort_1", 9000},      {"comfort_2", 9000},
    {"comfort_3", 9000},       {"curtain_close_1", 1200}, {"curtain_open_1", 750},  {"door_close_1", 1200},
    {"door_open_1", 850},      {"giggle_1", 1300},        {"giggle_2", 1300},       {"goodnight_1", 11500},
    {"hello_1", 2600},         {"hello_2", 2600},         {"hello_3", 2600},        {"hello_4", 2600},
    {"joy_1", 3900},           {"joy_2", 3900},           {"joy_3", 3900},          {"joy_4", 3900},
    {"joy_5", 3900},           {"joy_6", 3900},           {"joy_7", 3900},          {"leaf_close_1", 1200},
    {"leaf_open_1", 900},      {"me_ball_1", 1300},       {"me_bear_1", 1400},      {"me_cat_1", 1300},
    {"me_chick_1", 1000},      {"me_duck_1", 1100},       {"me_elephant_1", 1400},  {"me_hedgehog_1", 1200},
    {"me_penguin_1", 1400},    {"me_puppy_1", 1100},      {"me_rabbit_1", 1200},    {"me_teddy_1", 1500},
    {"near_1", 1350},          {"near_2", 1350},          {"near_3", 1350},         {"near_ball_1", 1300},
    {"near_bear_1", 1400},     {"near_cat_1", 1300},      {"near_chick_1", 1000},   {"near_duck_1", 1100},
    {"near_elephant_1", 1400}, {"near_hedgehog_1", 1200}, {"near_penguin_1", 1400}, {"near_puppy_1", 1100},
    {"near_rabbit_1", 1200},   {"near_teddy_1", 1500},    {"real_back_1", 3800},    {"real_bye_1", 4500},
    {"rec_start_1", 700},      {"rec_stop_1", 700},       {"return_1", 950},        {"reveal_1", 2200},
    {"reveal_2", 2200},        {"reveal_3", 2200},        {"rustle_1", 800},        {"rustle_2", 900},
    {"rustle_3", 700},         {"shutter_close_1", 1200}, {"shutter_open_1", 900},  {"sleep_1", 13000},
    {"touch_1", 600},          {"touch_2", 600},          {"touch_3", 600},         {"touch_4", 600},
    {"touch_5", 600},          {"touch_6", 600},          {"touch_7", 600},         {"touch_8", 600},
    {"tree_close_1", 1200},    {"tree_open_1", 850},      {"ui_click_1", 300},      {"where_1", 3300},
    {"where_2", 3300},         {"where_3", 3300},
};

enum { SOUNDS = sizeof table / sizeof *table };

struct borrowed {
    const char *name, *sounds_like;
};

static const struct borrowed friends[] = {{"moon", "teddy"}, {NULL, NULL}};
static const struct borrowed covers[] = {
    {"theatre", "curtain"}, {"sofa", "blanket"}, {"window", "shutter"}, {"umbrella", "leaf"}, {NULL, NULL},
};

static const char *look_up(const struct borrowed *row, const char *name)
{
    for (; row->name; row++) {
        if (strcmp(row->name, name) == 0) {
            return row->sounds_like;
        }
    }
    return name;
}

const struct sound *sounds_at(int index)
{
    return index >= 0 && index < SOUNDS ? &table[index] : NULL;
}

const struct sound *sounds_find(const char *id)
{
    for (int i = 0; i < SOUNDS; i++) {
        if (strcmp(table[i].id, id) == 0) {
            return &table[i];
        }
    }
    return NULL;
}

int sounds_variants(const char *stem)
{
    char id[64];
    for (int count = 0;; count++) {
        snprintf(id, sizeof id, "%s_%d", stem, count + 1);
        if (!sounds_find(id)) {
            return count;
        }
    }
}

void sounds_path(const char *id, char *path, size_t size)
{
    snprintf(path, size, "%sassets/sounds/%s.ogg", files_share(), id);
}

const char *sounds_friend(const char *who)
{
    return look_up(friends, who);
}

// A new place has no sounds of its own yet: it moves like cloth.
const char *sounds_cover(const char *place)
{
    char id[64];
    const char *name = look_up(covers, place);
    snprintf(id, sizeof id, "%s_open_1", name);
    return sounds_find(id) ? name : "blanket";
}
