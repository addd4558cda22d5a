// How soon a slider goes where the finger goes: the editor's first one, from anywhere on its track.
#include <stddef.h>

#include "bench/measure.h"

enum { MOVES = 60, TRACK_X = 330, TRACK_Y = 316, SWING = 60 };

// ms until anything was drawn after a move to x; below 0 where nothing was within 300 ms.
static double move_ms(const struct bench *bench, int x)
{
    screen_forget_drawn(bench->screen);
    const double moved_ms = screen_now_ms();
    screen_point(bench->screen, x, TRACK_Y);
    return screen_wait_drawn(bench->screen, moved_ms + 300) ? screen_now_ms() - moved_ms : -1;
}

void measure_slides(const struct bench *bench)
{
    const char *const arguments[] = {"--window", "1280x800", "--screen", "editor", NULL};
    struct process game;
    double took[MOVES];
    int count = 0;
    process_start(&game, bench->program, arguments);
    nap_ms(5000);
    screen_point(bench->screen, TRACK_X, TRACK_Y);
    screen_press(bench->screen, true);
    move_ms(bench, TRACK_X + 10); // it is known to be sideways now
    for (int i = 0; i < MOVES; i++) {
        nap_ms(120 + i % 7 * 3); // no rhythm with the frames
        const int way = i % 10 < 5 ? i % 10 : 10 - i % 10;
        const double ms = move_ms(bench, TRACK_X + 12 + way * SWING / 5);
        if (ms >= 0) {
            took[count++] = ms;
        }
    }
    screen_press(bench->screen, false);
    tell("moves of a slider without an answer", MOVES - count, "", 0);
    tell("move to drawn slider, median", share_of(took, count, 0.5), "ms", 5);
    tell("move to drawn slider, 95 %", share_of(took, count, 0.95), "ms", 0);
    finish(&game);
}
