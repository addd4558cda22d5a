// How soon a press changes the picture at its place.
#include <math.h>
#include <string.h>

#include "bench/measure.h"

enum {
    TAPS = 60,
    PATCH = 48, // pixels around a tap that are watched
};

// Whether the patch around x, y stays as it is for a while, so that what changes next is the answer.
static bool is_quiet(const struct bench *bench, int x, int y, uint32_t *before)
{
    uint32_t now[PATCH * PATCH];
    screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, before);
    for (double until_ms = screen_now_ms() + 250; screen_wait_drawn(bench->screen, until_ms);) {
        screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, now);
        if (memcmp(now, before, sizeof now) != 0) {
            return false;
        }
    }
    return true;
}

// Presses at x, y; ms until the patch there has changed, NAN where it doesn't within a second.
static double tap_ms(const struct bench *bench, int x, int y, const uint32_t *before)
{
    uint32_t now[PATCH * PATCH];
    double answered_ms = NAN, pressed_ms = screen_now_ms();
    screen_press(bench->screen, true);
    while (isnan(answered_ms) && screen_wait_drawn(bench->screen, pressed_ms + 1000)) {
        screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, now);
        if (memcmp(now, before, sizeof now) != 0) {
            answered_ms = screen_now_ms() - pressed_ms;
        }
    }
    screen_press(bench->screen, false);
    return answered_ms;
}

void measure_taps(const struct bench *bench)
{
    double took[TAPS];
    uint32_t before[PATCH * PATCH];
    int count = 0, unanswered = 0;
    for (int i = 0; count < TAPS && i < 4 * TAPS; i++) {
        int x, y;
        spot(i, &x, &y);
        screen_point(bench->screen, x, y);
        nap_ms(100);
        screen_forget_drawn(bench->screen);
        if (!is_quiet(bench, x, y, before)) {
            continue;
        }
        double ms = tap_ms(bench, x, y, before);
        unanswered += isnan(ms);
        if (!isnan(ms)) {
            took[count++] = ms;
        }
        nap_ms(350 + i % 7 * 3); // no rhythm with the frames
    }
    tell("taps measured", count, "", 0);
    tell("taps without an answer at their place", unanswered, "", 0);
    tell("tap to changed pixels, median", share_of(took, count, 0.5), "ms", 5);
    tell("tap to changed pixels, 95 %", share_of(took, count, 0.95), "ms", 0);
}
