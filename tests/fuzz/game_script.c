// Bytes as a script.
#include "game_script.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static uint8_t byte_at(const uint8_t *bytes, size_t length, size_t at)
{
    return at < length ? bytes[at] : 0;
}

static const char *const screens[] = {"play",   "home",     "good-night", "gate",     "first",
                                      "voices", "recorder", "levels",     "editor",   "progress",
                                      "away",   "guidance", "doctor",     "settings", "lock"};
static const char *const levels[] = {
    NULL,           "first_peekaboo",   "hide_and_hello", "wait_and_see", "i_know_youre_there",
    "see_you_soon", "back_in_a_moment", "our_peek",       "nowhere"};
static const struct {
    int w, h;
} sizes[] = {{320, 200}, {200, 320}, {180, 400}, {64, 64}};

void script_begin(const uint8_t *bytes, size_t length, struct script_beginning *beginning)
{
    const uint8_t shape = byte_at(bytes, length, 1), way = byte_at(bytes, length, 6);
    *beginning = (struct script_beginning){
        .screen = screens[byte_at(bytes, length, 0) % COUNT(screens)],
        .family = (enum script_family)(byte_at(bytes, length, 2) % SCRIPT_FAMILIES),
        .level = levels[byte_at(bytes, length, 3) % COUNT(levels)],
        .age_months = byte_at(bytes, length, 4) % 32 ? 5 + byte_at(bytes, length, 4) % 32 : 0,
        .step = byte_at(bytes, length, 5) % 32 - 1,
        .w = sizes[shape % COUNT(sizes)].w,
        .h = sizes[shape % COUNT(sizes)].h,
        .seed = byte_at(bytes, length, 7),
        .looks = way % 4 == 3, // these are slow: not often
        .sounds = way / 4 % 8 == 7,
        .large_text = way / 32 % 4 == 3,
    };
}

bool script_deed(const uint8_t *bytes, size_t length, int index, struct deed *deed)
{
    static const int waits_ms[] = {0,   17,  50,   100,  150,  200,  300,  400,   500,
                                   700, 950, 1000, 1500, 2000, 3200, 5000, 10000, 21000};
    const size_t at = SCRIPT_HEAD + SCRIPT_DEED * (size_t)index;
    if (index >= SCRIPT_DEEDS_MAX || at + SCRIPT_DEED > length) {
        return false;
    }
    *deed = (struct deed){.kind = (enum deed_kind)(bytes[at] % DEEDS),
                          .wait_ms = waits_ms[bytes[at + 1] % COUNT(waits_ms)],
                          .a = bytes[at + 2],
                          .b = bytes[at + 3]};
    return true;
}
