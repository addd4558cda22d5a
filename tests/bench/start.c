// How soon the game shows itself: every change of the screen is looked at from exec to the end of the
// greeting.
#include <stddef.h>

#include "bench/looks.h"
#include "bench/measure.h"

enum {
    STARTS = 7,
    START_MS = 2700,   // the greeting lasts 2800
    SETTLED_MS = 1500, // what moves after this is meant to move
};

// How soon each of STARTS starts showed what, ms.
struct starts {
    double frame[STARTS], first[STARTS], whole[STARTS];
};

static void measure(const struct bench *bench, bool (*begin)(const struct bench *, struct process *),
                    struct starts *starts)
{
    struct looks *looks = looks_new();
    for (int i = 0; i < STARTS; i++) {
        struct process process;
        nap_ms(300);
        screen_forget_drawn(bench->screen);
        begin(bench, &process);
        looks_watch(looks, bench->screen, process.began_ms, START_MS);
        finish(&process);
        starts->frame[i] = looks_first_frame_ms(looks);
        starts->first[i] = looks_first_picture_ms(looks);
        starts->whole[i] = looks_whole_ms(looks, SETTLED_MS);
    }
    looks_free(looks);
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
