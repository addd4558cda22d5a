// The bytes of the whole game's target: how the game begins, then what hands do, four bytes a deed. Any
// bytes are a script.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCRIPT_HEAD = 8, SCRIPT_DEED = 4, SCRIPT_DEEDS_MAX = 64 };

// What is in the family's folder.
enum script_family { FAMILY_OF_TWO, FAMILY_FRESH, FAMILY_BROKEN, SCRIPT_FAMILIES };

struct script_beginning {
    const char *screen;
    const char *level; // NULL: the last one
    enum script_family family;
    int age_months; // 0: as it is set
    int step;       // -1: the stored one
    int w, h;
    uint64_t seed;
    bool looks;  // a few frames are drawn, with all pictures
    bool sounds; // SDL's disk driver mixes, and the microphone hears a voice
    bool large_text;
};

enum deed_kind {
    DEED_TAP, // x, y
    DEED_FINGER_DOWN,
    DEED_FINGER_MOVE,
    DEED_FINGER_UP, // a: which of four fingers
    DEED_KEY,       // a: which
    DEED_KEY_DOWN,
    DEED_KEY_UP,
    DEED_CHOOSE, // a times Tab, then Return
    DEED_TEXT,
    DEED_FUSS,
    DEED_CRY,
    DEED_STOP,
    DEED_HIDE,
    DEED_SHOW,
    DEED_TURN,
    DEED_UNPLUG,
    DEED_PLUG,
    DEED_CLOCK,
    DEED_FILE,
    DEED_WHEEL,
    DEED_CLOSE,
    DEED_CORNERS, // two opposite ones are held until the gate opens
    DEED_ESCAPE,  // Esc is held for so long
    DEED_READ,    // does what the gate asks for
    DEED_HITCH,   // one frame takes long
    DEED_NOTHING,
    DEEDS
};

// Before a deed; the names are milliseconds.
enum script_wait {
    WAIT_0,
    WAIT_17,
    WAIT_50,
    WAIT_100,
    WAIT_150,
    WAIT_200,
    WAIT_300,
    WAIT_400,
    WAIT_500,
    WAIT_700,
    WAIT_950,
    WAIT_1000,
    WAIT_1500,
    WAIT_2000,
    WAIT_3200,
    WAIT_5000,
    WAIT_10000,
    WAIT_21000
};

struct deed {
    enum deed_kind kind;
    int wait_ms; // before it
    uint8_t a, b;
};

// What is missing is 0.
void script_begin(const uint8_t *bytes, size_t length, struct script_beginning *beginning);
// The deed at index; false behind the last one.
bool script_deed(const uint8_t *bytes, size_t length, int index, struct deed *deed);
