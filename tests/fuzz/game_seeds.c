// Scripts that come far into the game, for its fuzzer to begin with: game_seeds FOLDER
#include "game_script.h"

#include <string.h>

#include "replays/inputs.h"
#include "require.h"

enum { DEEDS_MOST = 20 };

struct seed {
    const char *name;
    uint8_t head[SCRIPT_HEAD]; // screen, shape, family, level, age, step, way, seed
    uint8_t deeds[DEEDS_MOST][SCRIPT_DEED];
    int count;
};

// clang-format off
#define WAIT(long) {DEED_NOTHING, long, 0, 0}
#define CHOOSE(which) {DEED_CHOOSE, WAIT_500, which, 0}
// clang-format on

static const struct seed seeds[] = {
    {"nobody_touches",
     {0},
     {WAIT(WAIT_10000), WAIT(WAIT_21000), WAIT(WAIT_21000), WAIT(WAIT_21000), WAIT(WAIT_21000)},
     5},
    {"touches_while_away",
     {0, 1},
     {{DEED_TAP, WAIT_10000, 128, 128},
      {DEED_TAP, WAIT_5000, 128, 128},
      {DEED_TAP, WAIT_5000, 20, 200},
      WAIT(WAIT_21000)},
     4},
    {"fuss_twice",
     {0, 0, 0, 2, 8, 9},
     {{DEED_FUSS, WAIT_10000}, {DEED_FUSS, WAIT_10000}, WAIT(WAIT_21000)},
     3},
    {"background",
     {0, 0, 0, 6, 20, 20},
     {{DEED_HIDE, WAIT_10000},
      {DEED_SHOW, WAIT_5000},
      {DEED_HITCH, WAIT_5000, 6},
      WAIT(WAIT_21000),
      {DEED_CLOCK, WAIT_0, 4}},
     5},
    {"through_the_gate_home",
     {0},
     {{DEED_CORNERS, WAIT_1000}, {DEED_READ, WAIT_0}, WAIT(WAIT_21000), CHOOSE(3), CHOOSE(5), CHOOSE(2)},
     6},
    {"a_thumb_on_a_corner",
     {0, 0, 0, 6, 20, 20},
     {{DEED_FINGER_DOWN, WAIT_2000, 2, 2},
      WAIT(WAIT_10000),
      WAIT(WAIT_5000),
      {DEED_FINGER_DOWN, WAIT_1500, 253, 253},
      WAIT(WAIT_5000)},
     5}, // once the gate opened while somebody was gone
    {"escape_and_back",
     {0, 2},
     {{DEED_ESCAPE, WAIT_1000, 60}, {DEED_ESCAPE, WAIT_1000, 170}, WAIT(WAIT_21000)},
     3},
    {"home_and_on", {1}, {CHOOSE(1), CHOOSE(2), CHOOSE(3), CHOOSE(4), CHOOSE(5), CHOOSE(6)}, 6},
    {"looks", {1, 0, 0, 0, 0, 0, 3}, {CHOOSE(0), CHOOSE(1), {DEED_TURN, WAIT_500, 1, 0}, WAIT(WAIT_5000)}, 4},
    {"plays_and_looks",
     {0, 0, 0, 0, 0, 0, 3},
     {{DEED_TAP, WAIT_10000, 128, 128},
      {DEED_TURN, WAIT_500, 1, 0},
      WAIT(WAIT_21000),
      WAIT(WAIT_21000),
      WAIT(WAIT_21000)},
     5}, // once a pointer was counted on from NULL
    {"sounds", {0, 3, 0, 0, 0, 0, 28}, {WAIT(WAIT_5000), {DEED_UNPLUG, WAIT_0}, {DEED_PLUG, WAIT_500}}, 3},
    {"speaks", {6, 0, 0, 0, 0, 0, 28}, {CHOOSE(1), CHOOSE(2), WAIT(WAIT_3200), CHOOSE(1), CHOOSE(3)}, 5},
    {"brings_a_sound", {6}, {CHOOSE(2), {DEED_FILE, WAIT_500, 0}, CHOOSE(1), CHOOSE(2)}, 4},
    {"brings_a_photo", {5}, {CHOOSE(2), {DEED_FILE, WAIT_500, 1}, CHOOSE(1), CHOOSE(2)}, 4},
    {"brings_a_backup", {13}, {CHOOSE(4), {DEED_FILE, WAIT_500, 3}, CHOOSE(1), {DEED_READ, WAIT_500}}, 4},
    {"people_in_a_narrow_window", {5}, {{DEED_TURN, WAIT_500, 7, 0}, WAIT(WAIT_500)}, 2}, // once divided by 0
    {"first_page", {4, 0, 1}, {CHOOSE(0), CHOOSE(1), CHOOSE(2)}, 3},
    {"edits", {8}, {CHOOSE(1), {DEED_TEXT, WAIT_100, 1}, CHOOSE(6), {DEED_KEY, WAIT_100, 7}, CHOOSE(9)}, 5},
    {"goes_away",
     {10},
     {CHOOSE(4), CHOOSE(2), WAIT(WAIT_21000), {DEED_KEY_DOWN, WAIT_0, 0}, {DEED_KEY_UP, WAIT_2000, 0}},
     5},
};

int main(int count, char **words)
{
    char path[4096];
    REQUIRE(count == 2);
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        uint8_t bytes[SCRIPT_HEAD + DEEDS_MOST * SCRIPT_DEED];
        const size_t deeds = (size_t)seeds[i].count * SCRIPT_DEED;
        memcpy(bytes, seeds[i].head, SCRIPT_HEAD);
        memcpy(bytes + SCRIPT_HEAD, seeds[i].deeds, deeds);
        snprintf(path, sizeof path, "%s/%s", words[1], seeds[i].name);
        inputs_bytes(path, bytes, SCRIPT_HEAD + deeds);
    }
    return 0;
}
