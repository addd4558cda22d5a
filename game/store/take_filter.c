// Filters: the high pass under the voice, and the ear's weighting.
#include <math.h>

#include "store/take_inside.h"

// Direct form II, transposed.
struct biquad {
    double b0, b1, b2, a1, a2;
};

static double biquad_step(const struct biquad *filter, double state[2], double in)
{
    const double out = filter->b0 * in + state[0];
    state[0] = filter->b1 * in - filter->a1 * out + state[1];
    state[1] = filter->b2 * in - filter->a2 * out;
    return out;
}

static struct biquad high_pass(double hertz, double quality)
{
    const double angle = 2 * 3.14159265358979 * hertz / TAKE_RATE;
    const double alpha = sin(angle) / (2 * quality), scale = 1 / (1 + alpha);
    const double b0 = (1 + cos(angle)) / 2 * scale;
    return (struct biquad){b0, -2 * b0, b0, -2 * cos(angle) * scale, (1 - alpha) * scale};
}

void take_high_pass(float *samples, int count)
{
    // The two halves of a Butterworth filter of the fourth order.
    const struct biquad halves[] = {high_pass(80, 0.54119610), high_pass(80, 1.30656296)};
    double states[2][2] = {{0}}, mean = 0;
    for (int i = 0; i < count; i++) {
        mean += samples[i];
    }
    mean /= count > 0 ? count : 1;
    for (int i = 0; i < count; i++) {
        const double once = biquad_step(&halves[0], states[0], samples[i] - mean);
        samples[i] = (float)biquad_step(&halves[1], states[1], once);
    }
}

double take_weigh(struct take_weight *weight, double sample)
{
    // BS.1770 at 48 kHz.
    static const struct biquad shelf = {1.53512485958697, -2.69169618940638, 1.19839281085285,
                                        -1.69065929318241, 0.73248077421585};
    static const struct biquad pass = {1, -2, 1, -1.99004745483398, 0.99007225036621};
    return biquad_step(&pass, weight->pass, biquad_step(&shelf, weight->shelf, sample));
}

double take_lufs(double mean_square)
{
    return mean_square > 0 ? -0.691 + 10 * log10(mean_square) : -INFINITY;
}
