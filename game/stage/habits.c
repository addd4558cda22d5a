// What a living thing does without being told: it blinks, breathes, and looks at what was touched.
#include "stage/habits.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/easing.h"
#include "core/random.h"

enum {
    BLINK_EVERY_MS = 3750, // one blink in each such slot, somewhere in its middle third: 2.5 to 5 s apart
    BLINK_SPREAD_MS = 1250,
    BLINK_MS = 150, // shut, with half of the art guide's ways down and up
    AFTER_POP_MS = 600,
    BEAT_MS = 67, // 15 a second
    TURN_MS = 200,
    STAY_MS = 1600,
};

static const float DEEP = 6.5F, STEP_PX = 1.6F; // units that a head rises by, each way

// At once, both ways: a half closed eye looks cross.
static bool shut(int since_ms)
{
    return since_ms >= 0 && since_ms < BLINK_MS;
}

bool habit_blink(unsigned seed, int now_ms, int pop_ms)
{
    const int since_pop_ms = pop_ms < 0 ? -1 : now_ms - pop_ms - AFTER_POP_MS;
    if (abs(since_pop_ms) < BLINK_SPREAD_MS && pop_ms >= 0) {
        return shut(since_pop_ms);
    }
    const int slot = now_ms / BLINK_EVERY_MS;
    struct random random;
    random_seed(&random, (uint64_t)seed << 32 | (uint32_t)slot);
    return shut(now_ms - slot * BLINK_EVERY_MS - BLINK_SPREAD_MS -
                random_between(&random, 0, BLINK_SPREAD_MS));
}

float habit_breath(int now_ms, int period_ms, int steps)
{
    if (steps < 1) {
        return 0;
    }
    const float wave = ease_wave(now_ms / BEAT_MS * BEAT_MS, period_ms);
    return roundf(wave * (float)steps) / (float)steps;
}

int habit_waiting_steps(float scale, bool calm)
{
    return (int)fmaxf(2, (calm ? 0.5F : 1) * scale * DEEP / STEP_PX);
}

void habit_look_now(const struct habit_look *look, int now_ms, float *x, float *y)
{
    const float back =
        1 - ease_out_quad(ease_share(now_ms, look->since_ms + STAY_MS, look->since_ms + STAY_MS + TURN_MS));
    *x = glide_at(&look->x, now_ms) * back;
    *y = glide_at(&look->y, now_ms) * back;
}

void habit_look_at(struct habit_look *look, float x, float y, int now_ms)
{
    float from_x = 0, from_y = 0;
    habit_look_now(look, now_ms, &from_x, &from_y);
    look->x = (struct glide){from_x, x, now_ms, TURN_MS};
    look->y = (struct glide){from_y, y, now_ms, TURN_MS};
    look->since_ms = now_ms;
}

bool habit_look_moves(const struct habit_look *look, int now_ms)
{
    const int since_ms = now_ms - look->since_ms;
    const bool away = look->x.to != 0 || look->y.to != 0;
    return away && (since_ms <= TURN_MS || (since_ms >= STAY_MS && since_ms <= STAY_MS + TURN_MS));
}
