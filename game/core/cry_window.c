// Which frames count, and how numbers are told in few.
#include "core/cry_window.h"

#include <math.h>

static const float above_floor_db = 8, under_loud_least_db = 6, under_loud_most_db = 30;
static const float loud_share = 0.95f;
static const float voiced_strength = 0.5f;
static const float cry_low = -0.8156f, cry_high = 0.7694f; // 250 and 750 Hz
static const float concert_hz = 440;

static float loudest(const struct cry_frame *frames, int count)
{
    float levels[CRY_FRAMES];
    for (int i = 0; i < count; i++) {
        levels[i] = frames[i].level;
    }
    cry_sort(levels, count);
    return cry_quantile(levels, count, loud_share);
}

// A sound that fills the window without a pause is active though it is its own floor.
static float edge(const struct cry_window *window)
{
    const float stands_out = fminf(window->floor + above_floor_db, window->loud - under_loud_least_db);
    return fmaxf(fmaxf(stands_out, window->loud - under_loud_most_db), CRY_QUIET_DB);
}

static void judge(struct cry_window *window, int i)
{
    const struct cry_frame *frame = &window->frames[i];
    window->active[i] = frame->level >= window->edge;
    window->voiced[i] = window->active[i] && frame->pitch.hz > 0 && frame->pitch.strength >= voiced_strength;
    window->octave[i] = window->voiced[i] ? log2f(frame->pitch.hz / concert_hz) : 0;
    window->active_count += window->active[i];
    window->voiced_count += window->voiced[i];
}

void cry_window_make(struct cry_window *window, const struct cry_frame *frames, int count, float floor_db)
{
    window->frames = frames;
    window->count = count;
    window->active_count = window->voiced_count = 0;
    window->floor = floor_db;
    window->loud = loudest(frames, count);
    window->edge = edge(window);
    for (int i = 0; i < count; i++) {
        judge(window, i);
    }
}

bool cry_window_is_cry(const struct cry_window *window, int frame)
{
    return window->voiced[frame] && window->octave[frame] >= cry_low && window->octave[frame] <= cry_high;
}

void cry_tally_add(struct cry_tally *tally, float number)
{
    tally->sum += number;
    tally->squares += number * number;
    tally->count++;
}

float cry_tally_mean(const struct cry_tally *tally)
{
    return cry_ratio(tally->sum, (float)tally->count);
}

float cry_tally_spread(const struct cry_tally *tally)
{
    const float mean = cry_tally_mean(tally);
    return sqrtf(fmaxf(cry_ratio(tally->squares, (float)tally->count) - mean * mean, 0));
}

float cry_ratio(float a, float b)
{
    return b != 0 ? a / b : 0;
}

void cry_sort(float *numbers, int count)
{
    for (int i = 1; i < count; i++) {
        const float number = numbers[i];
        int at = i;
        for (; at > 0 && numbers[at - 1] > number; at--) {
            numbers[at] = numbers[at - 1];
        }
        numbers[at] = number;
    }
}

float cry_quantile(const float *sorted, int count, float share)
{
    return count > 0 ? sorted[(int)(share * (float)(count - 1) + 0.5f)] : 0;
}
