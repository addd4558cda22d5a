// Runs: what is voiced in one breath, and the melody of the longest.
#include "core/cry_window.h"

#include <math.h>

enum {
    HOLE_MOST = 2, // frames without a voice that don't end a run
    RUN_LEAST = 3, // frames
    THIRDS = 3,
};

static const float leap = 0.3f; // octaves from one frame to the next: another run
static const float steady_octaves = 0.01f;

struct run {
    int first, end; // frames
};

// The run that begins at the first voiced frame from `from` on; empty at the window's end where there is
// none.
static struct run next_run(const struct cry_window *window, int from)
{
    int first = from;
    while (first < window->count && !window->voiced[first]) {
        first++;
    }
    int last = first;
    for (int i = first + 1; i < window->count && i - last <= HOLE_MOST + 1; i++) {
        if (window->voiced[i]) {
            if (fabsf(window->octave[i] - window->octave[last]) > leap) {
                break;
            }
            last = i;
        }
    }
    return (struct run){first, first < window->count ? last + 1 : first};
}

static float run_octave(const struct cry_window *window, struct run run)
{
    struct cry_tally tally = {0};
    for (int i = run.first; i < run.end; i++) {
        if (window->voiced[i]) {
            cry_tally_add(&tally, window->octave[i]);
        }
    }
    return cry_tally_mean(&tally);
}

static bool run_is_cry(const struct cry_window *window, struct run run)
{
    int cry = 0, voiced = 0;
    for (int i = run.first; i < run.end; i++) {
        cry += cry_window_is_cry(window, i);
        voiced += window->voiced[i];
    }
    return 2 * cry > voiced;
}

// Steps of the pitch between neighbours of one run.
static void add_steps(const struct cry_window *window, struct run run, struct cry_tally *steps, int *steady)
{
    for (int i = run.first + 1; i < run.end; i++) {
        if (window->voiced[i] && window->voiced[i - 1]) {
            const float step = fabsf(window->octave[i] - window->octave[i - 1]);
            cry_tally_add(steps, step);
            *steady += step < steady_octaves;
        }
    }
}

static void melody_line(const struct cry_window *window, struct run run, float *features)
{
    float third[THIRDS], low = INFINITY, high = -INFINITY;
    const int length = run.end - run.first;
    for (int i = 0; i < THIRDS; i++) {
        third[i] = run_octave(
            window, (struct run){run.first + length * i / THIRDS, run.first + length * (i + 1) / THIRDS});
    }
    for (int i = run.first; i < run.end; i++) {
        low = window->voiced[i] ? fminf(low, window->octave[i]) : low;
        high = window->voiced[i] ? fmaxf(high, window->octave[i]) : high;
    }
    features[CRY_FEATURE_melody_pitch] = run_octave(window, run);
    features[CRY_FEATURE_melody_range] = high - low;
    features[CRY_FEATURE_melody_slope] = third[2] - third[0];
    features[CRY_FEATURE_melody_arch] = third[1] - (third[0] + third[2]) / 2;
}

static void melody_sound(const struct cry_window *window, struct run run, float *features)
{
    struct cry_tally strength = {0}, shimmer = {0}, change = {0};
    for (int i = run.first; i < run.end; i++) {
        cry_tally_add(&strength, window->frames[i].pitch.strength);
        if (i > run.first) {
            cry_tally_add(&shimmer, fabsf(window->frames[i].level - window->frames[i - 1].level));
            cry_tally_add(&change, window->frames[i].flux);
        }
    }
    features[CRY_FEATURE_melody_strength] = cry_tally_mean(&strength);
    features[CRY_FEATURE_melody_shimmer] = cry_tally_mean(&shimmer);
    features[CRY_FEATURE_melody_change] = cry_tally_mean(&change);
}

static void melody(const struct cry_window *window, struct run run, float *features)
{
    if (run.end > run.first) {
        melody_line(window, run, features);
        melody_sound(window, run, features);
    }
}

void cry_window_runs(const struct cry_window *window, float *features)
{
    struct run longest = {0};
    struct cry_tally lengths = {0}, steps = {0};
    int steady = 0, longest_cry = 0;
    for (struct run run = next_run(window, 0); run.end > run.first; run = next_run(window, run.end)) {
        const int length = run.end - run.first;
        if (length >= RUN_LEAST) {
            cry_tally_add(&lengths, (float)length * CRY_FRAME_S);
            add_steps(window, run, &steps, &steady);
            longest = length > longest.end - longest.first ? run : longest;
            longest_cry = length > longest_cry && run_is_cry(window, run) ? length : longest_cry;
        }
    }
    features[CRY_FEATURE_runs_rate] = (float)lengths.count / ((float)window->count * CRY_FRAME_S);
    features[CRY_FEATURE_run_mean] = cry_tally_mean(&lengths);
    features[CRY_FEATURE_run_longest] = (float)(longest.end - longest.first) * CRY_FRAME_S;
    features[CRY_FEATURE_cry_longest] = (float)longest_cry * CRY_FRAME_S;
    features[CRY_FEATURE_jitter] = cry_tally_mean(&steps);
    features[CRY_FEATURE_steady] = cry_ratio((float)steady, (float)steps.count);
    melody(window, longest, features);
}
