// Finds tops that were cut off at full scale, and rounds them.
#include <math.h>

#include "store/take_inside.h"

enum { RUN_LEAST = 3, RUNS_LEAST = 2 };

static const float flat_share = 0.9998f; // of the peak: the same height, but for a mixed channel's dust
static const float highest_share = 1.5f;

// Where the run at one height that begins at `at` ends.
static int run_end(const float *samples, int count, int at, float height)
{
    const bool up = samples[at] > 0;
    int end = at;
    while (end < count && fabsf(samples[end]) >= height && (samples[end] > 0) == up) {
        end++;
    }
    return end;
}

bool take_flat_tops(const float *samples, int count, int rate, float least_height)
{
    const float peak = samples_peak(samples, count), height = peak * flat_share;
    const int least = RUN_LEAST * (rate > TAKE_RATE ? rate / TAKE_RATE : 1);
    int runs = 0;
    for (int at = 0; at < count && peak >= least_height; at++) {
        if (fabsf(samples[at]) >= height) {
            const int end = run_end(samples, count, at, height);
            runs += end - at >= least;
            at = end;
        }
    }
    return runs >= RUNS_LEAST;
}

// A cubic from the sample before the run to the one behind it, with the slopes that lead there.
static void round_run(float *samples, int first, int end, float peak)
{
    const float from = samples[first - 1], to = samples[end];
    const float length = (float)(end - first + 1);
    const float rise = (from - samples[first - 2]) * length, fall = (samples[end + 1] - to) * length;
    for (int i = first; i < end; i++) {
        const float t = (float)(i - first + 1) / length, u = 1 - t;
        const float top =
            u * u * (1 + 2 * t) * from + t * u * u * rise + t * t * (3 - 2 * t) * to - t * t * u * fall;
        const float height = fminf(fmaxf(fabsf(top), fabsf(samples[i])), peak * highest_share);
        samples[i] = copysignf(height, samples[i]);
    }
}

void take_round_tops(float *samples, int count)
{
    const float peak = samples_peak(samples, count), height = peak * flat_share;
    for (int at = 2; at < count - 2; at++) {
        if (fabsf(samples[at]) >= height) {
            const int end = run_end(samples, count, at, height);
            if (end - at >= RUN_LEAST && end < count - 1) {
                round_run(samples, at, end, peak);
            }
            at = end;
        }
    }
}
