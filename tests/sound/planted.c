// Ten seconds of soft notes over a hum pass every measure; then one fault each is planted.
#include "planted.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

static const double PI = 3.14159265358979323846;

enum { FRAMES = 10 * RATE };

static double *new_signal(void)
{
    return calloc(FRAMES, sizeof(double));
}

// A tone with soft ends of edge_s.
static void add_tone(double *signal, double from_s, double length_s, double edge_s, double hz,
                     double level_db)
{
    double level = pow(10, level_db / 20);
    for (long i = 0; i < (long)(length_s * RATE); i++) {
        double at_s = (double)i / RATE, near_s = fmin(at_s, length_s - at_s);
        double edge = near_s < edge_s ? 0.5 - 0.5 * cos(PI * near_s / edge_s) : 1;
        signal[(long)(from_s * RATE) + i] += level * edge * sin(2 * PI * hz * at_s);
    }
}

static void good(double *signal)
{
    add_tone(signal, 0.6, 9.2, 0.25, 220, -34);
    for (int note = 0; note < 8; note++) {
        add_tone(signal, 1.0 + note, 0.8, 0.08, 440, -26);
    }
}

static void too_loud(double *signal)
{
    add_tone(signal, 0.6, 9.2, 2, 440, -18.5);
}

static void loud_moment(double *signal)
{
    add_tone(signal, 5, 0.6, 0.25, 440, -12);
}

static void high_peak(double *signal)
{
    add_tone(signal, 5, 0.12, 0.06, 200, -2.5);
}

static void too_early(double *signal)
{
    add_tone(signal, 0.3, 0.4, 0.2, 220, -50);
}

static void hard_onset(double *signal)
{
    add_tone(signal, 9.2, 0.4, 0.004, 440, -18);
}

static void jump(double *signal)
{
    add_tone(signal, 9.2, 0.5, 0.03, 440, -12.5);
}

static void one_sample(double *signal)
{
    signal[5 * RATE] += 0.02; // -34 dBFS
}

static void cut(double *signal)
{
    for (long i = (long)(5.3 * RATE) + 27; i < FRAMES; i++) {
        signal[i] = 0;
    }
}

struct fault {
    const char *name;
    void (*plant)(double *signal);
    enum measure noticed_by;
};

static const struct fault faults[] = {
    {"a session too loud", too_loud, MEASURE_INTEGRATED},
    {"a loud moment", loud_moment, MEASURE_MOMENTARY},
    {"a peak near the limit", high_peak, MEASURE_SAMPLE_PEAK},
    {"a true peak above the limit", high_peak, MEASURE_TRUE_PEAK},
    {"a sound right after launch", too_early, MEASURE_EARLY},
    {"a hard onset", hard_onset, MEASURE_ONSET},
    {"a jump in level", jump, MEASURE_STEP},
    {"a click of one sample", one_sample, MEASURE_CLICK},
    {"a cut", cut, MEASURE_CLICK},
};

static bool measure_planted(void (*plant)(double *signal), struct report *report)
{
    double *signal = new_signal();
    int16_t *stereo = malloc(FRAMES * 2 * sizeof *stereo);
    bool well = signal && stereo;
    if (well) {
        good(signal);
        if (plant) {
            plant(signal);
        }
        for (long i = 0; i < FRAMES; i++) {
            stereo[2 * i] = stereo[2 * i + 1] = (int16_t)lrint(32767 * signal[i]);
        }
        well = measure(stereo, FRAMES, report);
    }
    free(stereo);
    free(signal);
    return well;
}

static bool good_passes(void)
{
    struct report report;
    bool well = measure_planted(NULL, &report);
    for (int what = 0; well && what < MEASURES; what++) {
        if (!measure_passes(&report, (enum measure)what)) {
            printf("a good signal fails: %s %.1f\n", measure_name((enum measure)what),
                   report.findings[what].value);
            return false;
        }
    }
    return well;
}

static bool has_a_fault(enum measure what)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        if (faults[i].noticed_by == what) {
            return true;
        }
    }
    printf("nobody plants a fault for: %s\n", measure_name(what));
    return false;
}

bool planted_faults_are_noticed(void)
{
    bool all = good_passes();
    for (int what = 0; what < MEASURES; what++) {
        all = has_a_fault((enum measure)what) && all;
    }
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct report report;
        bool seen =
            measure_planted(faults[i].plant, &report) && !measure_passes(&report, faults[i].noticed_by);
        printf("%s %s: %s %.1f\n", seen ? "noticed:" : "NOT NOTICED:", faults[i].name,
               measure_name(faults[i].noticed_by), report.findings[faults[i].noticed_by].value);
        all = all && seen;
    }
    return all;
}
