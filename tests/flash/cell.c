// One cell's transitions, as in science/flash.py.
#include "flash/cell.h"

#include <float.h>

const struct cell_rule general_flash = {.change = 0.10f - 1e-6f, .dark_below = 0.80f};
// WCAG 2.2: the colour moves by more than 0.2 on the u' v' plane, where one of its states is a saturated red.
const struct cell_rule red_flash = {.change = 0.2f, .dark_below = FLT_MAX};

void transitions_add(struct transitions *transitions, int frame)
{
    transitions->frames[transitions->count++ % KEPT] = frame;
}

int transitions_in_second(const struct transitions *transitions, int frame)
{
    int within = 0;
    for (int i = 1; i <= transitions->count && i <= KEPT; i++) {
        if (transitions->frames[(transitions->count - i) % KEPT] <= frame - FRAMES_A_SECOND) {
            break;
        }
        within++;
    }
    return within;
}

struct cell cell_start(float value)
{
    return (struct cell){.low = value, .high = value};
}

int cell_step(struct cell *cell, const struct cell_rule *rule, float value)
{
    if (cell->direction >= 0 && value > cell->high) {
        cell->high = value;
    }
    if (cell->direction <= 0 && value < cell->low) {
        cell->low = value;
    }
    if (cell->direction != 1 && value - cell->low >= rule->change && cell->low < rule->dark_below) {
        cell->direction = 1;
        cell->high = value;
        return 1;
    }
    if (cell->direction != -1 && cell->high - value >= rule->change && value < rule->dark_below) {
        cell->direction = -1;
        cell->low = value;
        return -1;
    }
    return 0;
}
