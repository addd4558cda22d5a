// A gain that moves: one value for each stretch of a clip, smooth between them.
#include "store/take_curve.h"

#include <math.h>

// The lowest within `reach` on both sides.
static void lowest_around(const float *from, float *to, int count, int reach)
{
    for (int at = 0; at < count; at++) {
        float lowest = from[at];
        const int end = at + reach < count - 1 ? at + reach : count - 1;
        for (int other = at > reach ? at - reach : 0; other <= end; other++) {
            lowest = fminf(lowest, from[other]);
        }
        to[at] = lowest;
    }
}

// Multiplies the curve by the raised-cosine mean of `gains`.
static void smooth_into(float *curve, const float *gains, int count, int reach)
{
    float weights[CURVE_REACH_MOST + 1];
    for (int by = 0; by <= reach; by++) {
        weights[by] = (1 + cosf(3.14159265f * (float)by / (float)(reach + 1))) / (float)(2 * (reach + 1));
    }
    for (int at = 0; at < count; at++) {
        float sum = 0;
        for (int by = -reach; by <= reach; by++) {
            const int other = at + by < 0 ? 0 : at + by >= count ? count - 1 : at + by;
            sum += weights[by < 0 ? -by : by] * gains[other];
        }
        curve[at] *= sum;
    }
}

// The mean around a stretch never passes what one within its reach needs, since each of those it is made of
// knows that need. One more: between two middles the gain is on its way to the next.
void take_curve_lower(float *curve, const float *needs, float *scratch, int count, int reach)
{
    lowest_around(needs, scratch, count, reach + 1);
    smooth_into(curve, scratch, count, reach);
}

void take_curve_apply(const float *curve, int curve_count, int length, float *samples, int count)
{
    for (int i = 0; i < count; i++) {
        // From the middle of one stretch to the middle of the next.
        const float place = ((float)(i % length) + 0.5f) / (float)length - 0.5f;
        const int at = i / length, other = place < 0 ? at - 1 : at + 1;
        const float here = curve[at], there = other >= 0 && other < curve_count ? curve[other] : here;
        samples[i] *= here + fabsf(place) * (there - here);
    }
}
