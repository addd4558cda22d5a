// The lesser, the greater, and what lies between.
#pragma once

static inline int lesser(int a, int b)
{
    return a < b ? a : b;
}

static inline int greater(int a, int b)
{
    return a > b ? a : b;
}

// low <= high
static inline int between(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}
