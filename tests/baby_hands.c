// A baby's hands, invented.
#include "baby_hands.h"

#include <stdlib.h>

enum { KEYS = 40, FINGERS_MAX = 10 };

static const char *const keys[KEYS] = {
    "Escape",    "Escape",   "Escape",
    "Return",    "Space",    "Left",
    "Right",     "Up",       "Down",
    "Tab",       "1",        "2",
    "3",         "4",        "5",
    "6",         "A",        "S",
    "D",         "F",        "J",
    "K",         "L",        "Q",
    "W",         "E",        "R",
    "Backspace", "Delete",   "Left Shift",
    "F1",        "F4",       "F11",
    "AC Back",   "Menu",     "Home",
    "End",       "Keypad 1", "Keypad Enter",
    "Left Alt",
};

static int between(struct baby *baby, int low, int high)
{
    return random_between(&baby->random, low, high);
}

static bool one_in(struct baby *baby, int count)
{
    return between(baby, 1, count) == 1;
}

static void put(struct baby *baby, struct baby_event event)
{
    if (baby->count == baby->room) {
        int room = baby->room ? baby->room * 2 : 1024;
        struct baby_event *events = realloc(baby->events, (size_t)room * sizeof *events);
        if (!events) {
            return;
        }
        baby->events = events;
        baby->room = room;
    }
    baby->events[baby->count++] = event;
}

// ---- where

static float part(struct baby *baby, int low, int high)
{
    return (float)between(baby, low, high) / 1000;
}

// Two fifths anywhere, a fifth each at the bottom edge, in a corner, and in the middle where the pictures
// are.
static void somewhere(struct baby *baby, float *x, float *y)
{
    *x = part(baby, 0, 999);
    *y = part(baby, 0, 999);
    switch (between(baby, 0, 4)) {
    case 0: *y = part(baby, 850, 999); break;
    case 1:
        *x = one_in(baby, 2) ? part(baby, 0, 70) : part(baby, 930, 999);
        *y = one_in(baby, 2) ? part(baby, 0, 100) : part(baby, 900, 999);
        break;
    case 2:
        *x = part(baby, 280, 720);
        *y = part(baby, 300, 770);
        break;
    default: break;
    }
}

static void near(struct baby *baby, float *x, float *y)
{
    float nx = *x + part(baby, -80, 80), ny = *y + part(baby, -80, 80);
    *x = nx < 0 ? 0 : nx > .999f ? .999f : nx;
    *y = ny < 0 ? 0 : ny > .999f ? .999f : ny;
}

// ---- what

static int finger(struct baby *baby)
{
    return baby->next_finger++;
}

static void touch(struct baby *baby, int at_ms, int length_ms, float x, float y)
{
    int which = finger(baby);
    put(baby, (struct baby_event){.at_ms = at_ms, .kind = BABY_DOWN, .finger = which, .x = x, .y = y});
    put(baby, (struct baby_event){.at_ms = at_ms + length_ms, .kind = BABY_UP, .finger = which});
}

// One to ten fingers, several times, 2 to 8 a second.
static int slap(struct baby *baby, int at_ms)
{
    int fingers = one_in(baby, 2) ? 1 : between(baby, 1, FINGERS_MAX), gap_ms = between(baby, 125, 500);
    for (int times = between(baby, 1, 16); times > 0; times--, at_ms += gap_ms) {
        float x, y;
        somewhere(baby, &x, &y);
        for (int i = 0; i < fingers; i++, near(baby, &x, &y)) {
            touch(baby, at_ms + between(baby, 0, 40), between(baby, 40, gap_ms), x, y);
        }
    }
    return at_ms;
}

// One finger that pokes at what it sees, calmly.
static int poke(struct baby *baby, int at_ms)
{
    for (int times = between(baby, 1, 8); times > 0; times--, at_ms += between(baby, 400, 2500)) {
        float x, y;
        somewhere(baby, &x, &y);
        touch(baby, at_ms, between(baby, 50, 300), x, y);
    }
    return at_ms;
}

static int rest_a_palm(struct baby *baby, int at_ms)
{
    float x, y;
    int until_ms = at_ms + between(baby, 1000, 10000);
    somewhere(baby, &x, &y);
    for (int i = between(baby, 1, 5); i > 0; i--, near(baby, &x, &y)) {
        touch(baby, at_ms + between(baby, 0, 60), until_ms - at_ms, x, y);
    }
    return one_in(baby, 2) ? until_ms : at_ms + 300; // the other hand goes on
}

static int drag(struct baby *baby, int at_ms)
{
    int which = finger(baby);
    float x, y;
    somewhere(baby, &x, &y);
    put(baby, (struct baby_event){.at_ms = at_ms, .kind = BABY_DOWN, .finger = which, .x = x, .y = y});
    for (int i = between(baby, 4, 40); i > 0; i--) {
        near(baby, &x, &y);
        put(baby,
            (struct baby_event){.at_ms = at_ms += 40, .kind = BABY_MOVE, .finger = which, .x = x, .y = y});
    }
    put(baby, (struct baby_event){.at_ms = at_ms, .kind = BABY_UP, .finger = which});
    return at_ms;
}

static void press(struct baby *baby, int at_ms, int length_ms, const char *key)
{
    put(baby, (struct baby_event){.at_ms = at_ms, .kind = BABY_KEY_DOWN, .key = key});
    put(baby, (struct baby_event){.at_ms = at_ms + length_ms, .kind = BABY_KEY_UP, .key = key});
}

static int mash(struct baby *baby, int at_ms)
{
    for (int times = between(baby, 1, 20); times > 0; times--, at_ms += between(baby, 60, 500)) {
        for (int i = between(baby, 1, 4); i > 0; i--) {
            press(baby, at_ms + between(baby, 0, 30), between(baby, 40, 400),
                  keys[between(baby, 0, KEYS - 1)]);
        }
    }
    return at_ms;
}

// A palm on the keyboard's corner: Escape for seconds, mostly with its neighbours.
static int hold_escape(struct baby *baby, int at_ms)
{
    int length_ms = between(baby, 300, 8000);
    press(baby, at_ms, length_ms, "Escape");
    for (int i = between(baby, 0, 3); i > 0; i--) {
        press(baby, at_ms + between(baby, 0, 200), length_ms, keys[between(baby, 3, KEYS - 1)]);
    }
    return one_in(baby, 2) ? at_ms + length_ms : at_ms + 300;
}

// Both hands on two corners, as one who holds the tablet.
static int hold_the_tablet(struct baby *baby, int at_ms)
{
    int first = between(baby, 0, 3), second = one_in(baby, 3) ? (first + 2) % 4 : between(baby, 0, 3);
    static const float corners[4][2] = {{.02f, .03f}, {.98f, .03f}, {.98f, .97f}, {.02f, .97f}};
    int until_ms = at_ms + between(baby, 500, 9000);
    touch(baby, at_ms, until_ms - at_ms, corners[first][0], corners[first][1]);
    touch(baby, at_ms + between(baby, 0, 900), until_ms - at_ms, corners[second][0], corners[second][1]);
    return one_in(baby, 2) ? until_ms : at_ms + 1000;
}

static int do_something(struct baby *baby, int at_ms)
{
    switch (between(baby, 0, 19)) {
    case 0:
    case 1:
    case 2: return rest_a_palm(baby, at_ms);
    case 3: return drag(baby, at_ms);
    case 4:
    case 5:
    case 6: return mash(baby, at_ms);
    case 7: return hold_escape(baby, at_ms);
    case 8:
    case 9: return hold_the_tablet(baby, at_ms);
    case 10:
    case 11:
    case 12: return poke(baby, at_ms);
    case 13: put(baby, (struct baby_event){.at_ms = at_ms, .kind = BABY_TURN}); return at_ms + 500;
    default: return slap(baby, at_ms);
    }
}

// ---- all of it

static int earlier(const void *one, const void *other)
{
    const struct baby_event *a = one, *b = other;
    if (a->at_ms != b->at_ms) {
        return a->at_ms < b->at_ms ? -1 : 1;
    }
    return a->finger - b->finger;
}

bool baby_invent(struct baby *baby, unsigned long long seed, int from_ms, int to_ms)
{
    *baby = (struct baby){.next_finger = 1};
    random_seed(&baby->random, seed);
    int pause_ms = (int[]){200, 1000, 3000}[between(baby, 0, 2)]; // a wild, a lively, a thoughtful one
    for (int at_ms = from_ms; at_ms < to_ms; at_ms += between(baby, 50, pause_ms)) {
        at_ms = do_something(baby, at_ms);
    }
    if (baby->count > 0) {
        qsort(baby->events, (size_t)baby->count, sizeof *baby->events, earlier);
    }
    return baby->count > 0;
}

void baby_free(struct baby *baby)
{
    free(baby->events);
    *baby = (struct baby){0};
}
