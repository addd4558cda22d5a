// A signal's level over time, in dB.
#include "envelope.h"

#include <math.h>
#include <stdlib.h>

#include "measure.h"

static const double PI = 3.14159265358979323846;
static const double SILENCE_DB = -200;

struct signal signal_of(const int16_t *stereo, long frames)
{
    struct signal signal = {malloc((size_t)(frames > 0 ? frames : 1) * sizeof(float)), frames};
    for (long i = 0; signal.samples && i < frames; i++) {
        signal.samples[i] = (float)(stereo[2 * i] + stereo[2 * i + 1]) / 65536;
    }
    return signal;
}

struct biquad {
    double b0, b1, b2, a1, a2;
};

// The cookbook's high-pass.
static struct biquad high_pass(double hz, double q)
{
    double w = 2 * PI * hz / RATE, alpha = sin(w) / (2 * q), a0 = 1 + alpha;
    return (struct biquad){
        .b0 = (1 + cos(w)) / 2 / a0,
        .b1 = -(1 + cos(w)) / a0,
        .b2 = (1 + cos(w)) / 2 / a0,
        .a1 = -2 * cos(w) / a0,
        .a2 = (1 - alpha) / a0,
    };
}

static void run(const struct biquad *filter, float *samples, long frames)
{
    double one = 0, two = 0;
    for (long i = 0; i < frames; i++) {
        double in = samples[i], out = filter->b0 * in + one;
        one = filter->b1 * in - filter->a1 * out + two;
        two = filter->b2 * in - filter->a2 * out;
        samples[i] = (float)out;
    }
}

struct signal signal_above_9_khz(const struct signal *signal)
{
    struct signal high = {malloc((size_t)(signal->frames > 0 ? signal->frames : 1) * sizeof(float)),
                          signal->frames};
    if (!high.samples) {
        return high;
    }
    for (long i = 0; i < signal->frames; i++) {
        high.samples[i] = signal->samples[i];
    }
    for (int pair = 0; pair < 4; pair++) { // the four pole pairs of the 8th order
        struct biquad filter = high_pass(9000, 1 / (2 * cos(PI * (2 * pair + 1) / 16)));
        run(&filter, high.samples, high.frames);
    }
    return high;
}

bool envelope_of(const struct signal *signal, int window, int hop, struct envelope *envelope)
{
    *envelope = (struct envelope){0};
    long count = signal->frames < window ? 0 : (signal->frames - window) / hop + 1;
    envelope->db = malloc((size_t)(count > 0 ? count : 1) * sizeof(float));
    if (!envelope->db) {
        return false;
    }
    for (long i = 0; i < count; i++) {
        double energy = 0;
        for (long k = i * hop; k < i * hop + window; k++) {
            energy += (double)signal->samples[k] * signal->samples[k];
        }
        envelope->db[i] = (float)(energy > 0 ? 10 * log10(energy / window) : SILENCE_DB);
    }
    envelope->count = (int)count;
    return true;
}

void envelope_free(struct envelope *envelope)
{
    free(envelope->db);
}

double envelope_loudest(const struct envelope *envelope, int from, int to)
{
    double loudest = SILENCE_DB;
    for (int i = from < 0 ? 0 : from; i <= to && i < envelope->count; i++) {
        loudest = fmax(loudest, envelope->db[i]);
    }
    return loudest;
}
