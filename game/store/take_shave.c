// Takes the tips off a voice whose waves are far higher than it is loud: 1 ms around each, so that what lies
// between two waves of a deep voice stays.
#include <math.h>
#include <stdlib.h>

#include "store/take_curve.h"
#include "store/take_inside.h"

enum { STRETCH = 12, REACH = 4 }; // samples; stretches

static void find_needs(const float *samples, int count, float most, float *needs)
{
    for (int first = 0; first < count; first += STRETCH) {
        const int length = count - first < STRETCH ? count - first : STRETCH;
        const float peak = samples_peak(samples + first, length);
        needs[first / STRETCH] = peak > most ? most / peak : 1;
    }
}

bool take_shave(float *samples, int count, float most)
{
    const int stretches = (count + STRETCH - 1) / STRETCH;
    float *curve = malloc(3 * (size_t)stretches * sizeof *curve + 1);
    if (!curve) {
        return false;
    }
    float *needs = curve + stretches, *scratch = needs + stretches;
    find_needs(samples, count, most, needs);
    for (int i = 0; i < stretches; i++) {
        curve[i] = 1;
    }
    take_curve_lower(curve, needs, scratch, stretches, REACH);
    take_curve_apply(curve, stretches, STRETCH, samples, count);
    free(curve);
    return true;
}
