// A ladder as a staircase.
#include "scenes/plan_stairs.h"

int plan_stairs(const struct rungs *rungs, int now, int values[PAGE_STEPS_MAX], int *now_column)
{
    int steps = ladder_highest_step(rungs) + 1, each = (steps + PAGE_STEPS_MAX - 1) / PAGE_STEPS_MAX,
        count = (steps + each - 1) / each;
    for (int i = 0; i < count; i++) {
        values[i] = ladder_away_ms(rungs, i < count - 1 ? i * each : steps - 1);
    }
    *now_column = now < 0 ? -1 : now / each;
    return count;
}
