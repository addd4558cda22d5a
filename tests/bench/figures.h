// Waiting, and what many measurements say together.
#pragma once

void nap_ms(double ms);
// The value below which this share of them lies; sorts values. NAN where there are none.
double share_of(double *values, int count, double share);
