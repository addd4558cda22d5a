// A gain that moves: one value for each stretch of a clip, smooth between them.
#pragma once

enum { CURVE_REACH_MOST = 50 };

// Multiplies the curve by a smooth one that passes none of `needs` (gains to 1), and begins to fall and ends
// to rise `reach` stretches (to CURVE_REACH_MOST) away. All of `count` values; scratch too.
void take_curve_lower(float *curve, const float *needs, float *scratch, int count, int reach);
// Each value is that of the middle of its `length` samples.
void take_curve_apply(const float *curve, int curve_count, int length, float *samples, int count);
