#include "bench/tap.h"

#include <math.h>
#include <string.h>

#include "bench/figures.h"

enum {
    PATCH = 48, // pixels around a tap that are watched
    STILL_MS = 250,
    TAP_MS = 60, // so long is the finger down: some act only when it goes up
    LIMIT_MS = 1000,
};

struct patch {
    int x, y;
    uint32_t pixels[PATCH * PATCH];
};

static void look(struct screen *screen, struct patch *patch)
{
    screen_read(screen, patch->x, patch->y, PATCH, PATCH, 1, patch->pixels);
}

// Waits until the patch looks otherwise.
static bool changes(struct screen *screen, const struct patch *before, double until_ms)
{
    struct patch now = *before;
    while (screen_wait_drawn(screen, until_ms)) {
        look(screen, &now);
        if (memcmp(now.pixels, before->pixels, sizeof now.pixels) != 0) {
            return true;
        }
    }
    return false;
}

void tap_spot(int number, int *x, int *y)
{
    *x = 160 + number * 389 % 960;
    *y = 110 + number * 241 % 580;
}

bool tap_measured(struct screen *screen, int x, int y, double *ms)
{
    struct patch before = {.x = x - PATCH / 2, .y = y - PATCH / 2};
    screen_point_at(screen, x, y);
    nap_ms(100);
    screen_forget_drawn(screen);
    look(screen, &before);
    if (changes(screen, &before, screen_now_ms() + STILL_MS)) {
        return false;
    }
    const double pressed_ms = screen_now_ms();
    screen_press(screen, true);
    bool answered = changes(screen, &before, pressed_ms + TAP_MS);
    *ms = answered ? screen_now_ms() - pressed_ms : NAN;
    nap_ms(fmax(0, pressed_ms + TAP_MS - screen_now_ms()));
    screen_press(screen, false);
    if (!answered && changes(screen, &before, pressed_ms + LIMIT_MS)) {
        *ms = screen_now_ms() - pressed_ms;
    }
    return true;
}

void tap(struct screen *screen, int x, int y)
{
    screen_point_at(screen, x, y);
    screen_press(screen, true);
    nap_ms(80);
    screen_press(screen, false);
}
