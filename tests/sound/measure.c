// Measures a recorded session. Loudness and true peak are libebur128's; the rest follows the definitions by
// which the sounds themselves were made (sound/guide.md), applied to the whole mix.
#include "measure.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#include "envelope.h"

enum {
    EARLY_FRAMES = RATE / 2,
    CHUNK = RATE / 20, // loudness is looked at each 50 ms
    ONSET_WINDOW = RATE / 100,
    ONSET_HOP = RATE / 1000,
    ENDING_MS = 250,
    STEP_WINDOW = RATE / 20,
    STEP_HOP = RATE / 100,
    CLICK_WINDOW = RATE / 500,
    CLICK_HOP = RATE / 2000,
};

// A hard onset in something that nobody hears, or a click below the noise of 16 bits, is none.
static const double ONSET_FROM_DB = -50;
static const double CLICK_FROM_DB = -72;
// A second of silence counts as a second of the bed (-30 LUFS): from there on a step is measured.
static const double STEP_FLOOR_DB = -34;

struct limit {
    const char *name;
    double most;
};

static const struct limit limits[MEASURES] = {
    [MEASURE_INTEGRATED] = {"integrated LUFS", -20},
    [MEASURE_MOMENTARY] = {"momentary LUFS", -16},
    [MEASURE_TRUE_PEAK] = {"true peak dBTP", -3},
    [MEASURE_SAMPLE_PEAK] = {"sample peak dBFS", -6},
    [MEASURE_EARLY] = {"largest sample in the first 0.5 s", 0},
    [MEASURE_ONSET] = {"steepest onset dB in 10 ms", 12},
    [MEASURE_STEP] = {"largest step dB over 1 s", 10},
    [MEASURE_CLICK] = {"sharpest click dB", 12},
};

const char *measure_name(enum measure what)
{
    return limits[what].name;
}

double measure_limit(enum measure what)
{
    return limits[what].most;
}

bool measure_passes(const struct report *report, enum measure what)
{
    return report->findings[what].value <= limits[what].most;
}

static void raise(struct finding *finding, double value, double at_s)
{
    if (value > finding->value) {
        *finding = (struct finding){value, at_s};
    }
}

// ---- loudness and peaks

static bool loudness(const int16_t *stereo, long frames, struct report *report)
{
    ebur128_state *state = ebur128_init(2, RATE, EBUR128_MODE_I | EBUR128_MODE_M | EBUR128_MODE_TRUE_PEAK);
    if (!state) {
        return false;
    }
    double value, left, right;
    for (long at = 0; at + CHUNK <= frames; at += CHUNK) {
        ebur128_add_frames_short(state, stereo + 2 * at, CHUNK);
        if (ebur128_loudness_momentary(state, &value) == EBUR128_SUCCESS) {
            raise(&report->findings[MEASURE_MOMENTARY], value, (double)(at + CHUNK) / RATE - 0.4);
        }
    }
    ebur128_loudness_global(state, &value);
    report->findings[MEASURE_INTEGRATED].value = value;
    ebur128_true_peak(state, 0, &left);
    ebur128_true_peak(state, 1, &right);
    report->findings[MEASURE_TRUE_PEAK].value = 20 * log10(fmax(fmax(left, right), 1e-9));
    ebur128_destroy(&state);
    return true;
}

static void samples(const int16_t *stereo, long frames, struct report *report)
{
    for (long i = 0; i < 2 * frames; i++) {
        double level = abs(stereo[i]);
        raise(&report->findings[MEASURE_SAMPLE_PEAK], 20 * log10(fmax(level, 1e-3) / 32768),
              (double)i / 2 / RATE);
        if (i < 2 * EARLY_FRAMES) {
            raise(&report->findings[MEASURE_EARLY], level, (double)i / 2 / RATE);
        }
    }
}

// ---- what could startle

// dB gained within 10 ms over the loudest moment of the 150 ms before, on the last 10 dB of the way to the
// loudest of the 200 ms that follow. science/README.md 4.4 wants 30 ms or more from 10 to 90 %: tones with a
// raised cosine of 30 ms measure 10.5 here, of 27 ms 12, of 24 ms 14, of 12 ms 35. What only begins when the
// program's end fades it has no loudest to come to.
static void onset(const struct signal *mid, struct report *report)
{
    struct envelope envelope;
    if (!envelope_of(mid, ONSET_WINDOW, ONSET_HOP, &envelope)) {
        return;
    }
    const int ahead = ONSET_WINDOW / ONSET_HOP, before = 15 * ahead, after = 20 * ahead;
    for (int i = 0; i + ahead < envelope.count - ENDING_MS; i++) {
        double level = envelope.db[i + ahead];
        if (level > ONSET_FROM_DB && level > envelope_loudest(&envelope, i + ahead, i + after) - 10) {
            double gain = level - envelope_loudest(&envelope, i - before, i);
            raise(&report->findings[MEASURE_ONSET], gain, (double)i * ONSET_HOP / RATE);
        }
    }
    envelope_free(&envelope);
}

// How far 50 ms stand above the loudest 50 ms of the second before.
static void step(const struct signal *mid, struct report *report)
{
    struct envelope envelope;
    if (!envelope_of(mid, STEP_WINDOW, STEP_HOP, &envelope)) {
        return;
    }
    const int apart = STEP_WINDOW / STEP_HOP, second = RATE / STEP_HOP;
    for (int i = 0; i < envelope.count; i++) {
        double loudest = fmax(envelope_loudest(&envelope, i - second, i - apart), STEP_FLOOR_DB);
        raise(&report->findings[MEASURE_STEP], envelope.db[i] - loudest, (double)i * STEP_HOP / RATE);
    }
    envelope_free(&envelope);
}

// Nothing is written above 5 kHz: 2 ms up there that stand out of both their sides (5 to 25 ms away) are a
// click.
static void click(const struct signal *mid, struct report *report)
{
    struct signal high = signal_above_9_khz(mid);
    struct envelope envelope;
    if (!high.samples || !envelope_of(&high, CLICK_WINDOW, CLICK_HOP, &envelope)) {
        free(high.samples);
        return;
    }
    const int near = RATE / 200 / CLICK_HOP, far = RATE / 40 / CLICK_HOP;
    for (int i = 0; i < envelope.count; i++) {
        if (envelope.db[i] > CLICK_FROM_DB) {
            double sides = fmax(envelope_loudest(&envelope, i - far, i - near),
                                envelope_loudest(&envelope, i + near, i + far));
            raise(&report->findings[MEASURE_CLICK], envelope.db[i] - sides, (double)i * CLICK_HOP / RATE);
        }
    }
    envelope_free(&envelope);
    free(high.samples);
}

bool measure(const int16_t *stereo, long frames, struct report *report)
{
    *report = (struct report){0};
    for (int i = 0; i < MEASURES; i++) {
        report->findings[i].value = i == MEASURE_EARLY ? 0 : -200;
    }
    struct signal mid = signal_of(stereo, frames);
    if (!mid.samples || !loudness(stereo, frames, report)) {
        free(mid.samples);
        return false;
    }
    samples(stereo, frames, report);
    onset(&mid, report);
    step(&mid, report);
    click(&mid, report);
    free(mid.samples);
    return true;
}
