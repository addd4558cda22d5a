#include "bench/figures.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

void nap_ms(double ms)
{
    nanosleep(&(struct timespec){.tv_sec = (long)ms / 1000, .tv_nsec = (long)ms % 1000 * 1000000L}, NULL);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double share_of(double *values, int count, double share)
{
    if (count == 0) {
        return NAN;
    }
    qsort(values, (size_t)count, sizeof *values, by_size);
    return values[(int)lround(share * (count - 1))];
}
