// The lesser, the greater, and what lies between.
#pragma once

/*@ assigns \nothing;
    ensures \result == \min(a, b); */
static inline int lesser(int a, int b)
{
    return a < b ? a : b;
}

/*@ assigns \nothing;
    ensures \result == \max(a, b); */
static inline int greater(int a, int b)
{
    return a > b ? a : b;
}

// low <= high
/*@ requires low <= high;
    assigns \nothing;
    ensures \result == (value < low ? low : value > high ? high : value); */
static inline int between(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}
