// How soon the game shows itself: every change of the screen is looked at from exec to the end of the
// greeting.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench/measure.h"

enum {
    STARTS = 7,
    EVERY = 4,         // of the pixels of both ways are looked at
    START_MS = 2700,   // the greeting lasts 2800
    SETTLED_MS = 1500, // what moves after this is meant to move
    LOOKS_MAX = 400,
    THUMB = (W / EVERY) * (H / EVERY),
};

struct looks {
    uint32_t *pixels; // THUMB a look
    double at_ms[LOOKS_MAX];
    int count;
};

static bool near(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 24; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > 8) {
            return false;
        }
    }
    return true;
}

// More than one colour on more than 1 % of the screen.
static bool is_picture(const uint32_t *pixels)
{
    int others = 0;
    for (int i = 1; i < THUMB; i++) {
        others += !near(pixels[i], pixels[0]);
    }
    return others > THUMB / 100;
}

static void watch(const struct bench *bench, const struct process *process, struct looks *looks)
{
    looks->count = 0;
    while (looks->count < LOOKS_MAX && screen_wait_drawn(bench->screen, process->began_ms + START_MS)) {
        screen_read(bench->screen, 0, 0, W, H, EVERY, looks->pixels + (size_t)looks->count * THUMB);
        looks->at_ms[looks->count++] = screen_now_ms() - process->began_ms;
    }
}

static double first_picture_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        if (is_picture(looks->pixels + (size_t)i * THUMB)) {
            return looks->at_ms[i];
        }
    }
    return NAN;
}

// The first frame, be it of one colour.
static double first_frame_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        const uint32_t *pixels = looks->pixels + (size_t)i * THUMB;
        if (!near(pixels[THUMB / 2], 0)) { // the screen is black without it
            return looks->at_ms[i];
        }
    }
    return NAN;
}

// The pixels that still move when all is settled; the rest is what has to stand.
static void find_moving(const struct looks *looks, bool *moving)
{
    const uint32_t *last = looks->pixels + (size_t)(looks->count - 1) * THUMB;
    memset(moving, 0, THUMB);
    for (int look = 0; look < looks->count; look++) {
        const uint32_t *pixels = looks->pixels + (size_t)look * THUMB;
        for (int i = 0; looks->at_ms[look] > SETTLED_MS && i < THUMB; i++) {
            moving[i] = moving[i] || !near(pixels[i], last[i]);
        }
    }
}

// When the last look that differed from the settled picture was over. Two percent of the screen may differ: a
// blink, a paw that moved before; a friend who is not there yet would be more.
static double whole_scene_ms(const struct looks *looks)
{
    static bool moving[THUMB];
    const uint32_t *last = looks->pixels + (size_t)(looks->count - 1) * THUMB;
    find_moving(looks, moving);
    int look = looks->count - 1;
    for (; look > 0; look--) {
        const uint32_t *pixels = looks->pixels + (size_t)(look - 1) * THUMB;
        int wrong = 0;
        for (int i = 0; i < THUMB; i++) {
            wrong += !moving[i] && !near(pixels[i], last[i]);
        }
        if (wrong > THUMB / 50) {
            break;
        }
    }
    return looks->at_ms[look];
}

// How soon each of STARTS starts showed what, ms.
struct starts {
    double frame[STARTS], first[STARTS], whole[STARTS];
};

static void measure(const struct bench *bench, bool (*begin)(const struct bench *, struct process *),
                    struct starts *starts)
{
    struct looks looks = {.pixels = malloc(sizeof(uint32_t) * THUMB * LOOKS_MAX)};
    for (int i = 0; i < STARTS; i++) {
        struct process process;
        nap_ms(300);
        screen_forget_drawn(bench->screen);
        begin(bench, &process);
        watch(bench, &process, &looks);
        finish(&process);
        starts->frame[i] = first_frame_ms(&looks);
        starts->first[i] = looks.count ? first_picture_ms(&looks) : NAN;
        starts->whole[i] = looks.count ? whole_scene_ms(&looks) : NAN;
    }
    free(looks.pixels);
}

static bool start_play(const struct bench *bench, struct process *process)
{
    return start(bench, process, NULL);
}

static bool start_home(const struct bench *bench, struct process *process)
{
    const char *arguments[] = {"--window", "1280x800", "--screen", "home", NULL};
    return process_start(process, bench->program, arguments);
}

void measure_start(const struct bench *bench)
{
    struct starts play;
    measure(bench, start_play, &play);
    tell("first frame, median of 7", share_of(play.frame, STARTS, 0.5), "ms", 115);
    tell("first frame, slowest", play.frame[STARTS - 1], "ms", 0);
    tell("first picture, median of 7", share_of(play.first, STARTS, 0.5), "ms", 0);
    tell("place and friend whole, median of 7", share_of(play.whole, STARTS, 0.5), "ms", 600);
    tell("place and friend whole, slowest", play.whole[STARTS - 1], "ms", 0);
}

void measure_home(const struct bench *bench)
{
    struct starts home;
    measure(bench, start_home, &home);
    tell("home: first frame, median of 7", share_of(home.frame, STARTS, 0.5), "ms", 115);
    tell("home: first picture, median of 7", share_of(home.first, STARTS, 0.5), "ms", 0);
    tell("home: whole, median of 7", share_of(home.whole, STARTS, 0.5), "ms", 600);
}
