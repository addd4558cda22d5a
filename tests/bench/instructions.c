// What valgrind's callgrind counts (tests/bench/instructions): each kind of frame is played in a function of
// its own, so that what start-up takes, or the frames in between, is not counted. Usage: instructions LEVEL;
// prints how many frames each function played.
#include <stdio.h>

#include "bench/moments.h"
#include "scenes/app.h"

enum { FRAMES = 60, W = 640, H = 400, PLAYED_MS = 40000, SETTLE_MS = 4000 };

static struct app app;
static const char *level;
static volatile int counting; // or the compiler makes one function of all

#define COUNTED(name, number)                                                                                \
    static __attribute__((noinline)) void counted_##name(void)                                               \
    {                                                                                                        \
        counting = number;                                                                                   \
        app_frame(&app);                                                                                     \
    }
COUNTED(away, 1)
COUNTED(touch, 2)
COUNTED(reveal, 3)
COUNTED(joy, 4)
COUNTED(change, 5)
COUNTED(home_opening, 6)
COUNTED(home, 7)
COUNTED(recorder_opening, 8)
COUNTED(recorder, 9)

// From nothing to the first paint and the first scene; counted once.
static __attribute__((noinline)) bool counted_start(void)
{
    return moments_open(&app, "play", level, W, H);
}

struct counted {
    const char *name;
    void (*frame)(void);
    int frames;
};

static struct counted of_play[SHOWN_OTHER] = {
    [SHOWN_AWAY] = {"away", counted_away, 0},       [SHOWN_TOUCH] = {"touch", counted_touch, 0},
    [SHOWN_REVEAL] = {"reveal", counted_reveal, 0}, [SHOWN_JOY] = {"joy", counted_joy, 0},
    [SHOWN_CHANGE] = {"change", counted_change, 0},
};

static void tell(const struct counted *counted)
{
    printf("%s %d\n", counted->name, counted->frames);
}

// Frames that nobody counts aren't drawn, but for the one before.
static void play_frame(enum moment_shown shown, enum moment_shown before)
{
    struct counted *counted = shown < SHOWN_OTHER ? &of_play[shown] : NULL;
    const bool wanted = counted && counted->frames < FRAMES;
    app.options.draw_all = wanted;
    if (wanted && shown == before) {
        counted->frame();
        counted->frames++;
    } else {
        app_frame(&app);
    }
}

static bool play(void)
{
    enum moment_shown before = SHOWN_OTHER;
    if (!counted_start()) {
        return false;
    }
    while (app.now_ms < PLAYED_MS) {
        const enum moment_shown shown = moments_next(&app);
        play_frame(shown, before);
        before = shown;
    }
    moments_close(&app);
    printf("start 1\n");
    for (int i = 0; i < SHOWN_OTHER; i++) {
        tell(&of_play[i]);
    }
    return true;
}

static void count_frames(struct counted *counted)
{
    for (; counted->frames < FRAMES; counted->frames++) {
        counted->frame();
    }
    tell(counted);
}

// A screen of the corner: its first second, and when it is at rest.
static bool open_screen(const char *screen, struct counted opening, struct counted rest)
{
    if (!moments_open(&app, screen, level, W, H)) {
        return false;
    }
    count_frames(&opening);
    while (app.now_ms < SETTLE_MS) {
        app_frame(&app);
    }
    count_frames(&rest);
    moments_close(&app);
    return true;
}

int main(int count, char **words)
{
    if (count != 2) {
        fprintf(stderr, "usage: instructions LEVEL\n");
        return 2;
    }
    level = words[1];
    return play() &&
                   open_screen("home", (struct counted){"home_opening", counted_home_opening, 0},
                               (struct counted){"home", counted_home, 0}) &&
                   open_screen("recorder", (struct counted){"recorder_opening", counted_recorder_opening, 0},
                               (struct counted){"recorder", counted_recorder, 0})
               ? 0
               : 1;
}
