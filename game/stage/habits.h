// What a living thing does without being told: it blinks, breathes, and looks at what was touched. Pure
// functions of the time, so that the picture can be still in between.
#pragma once

#include <stdbool.h>

#include "stage/motion.h"

// Are the lids shut? A blink every 2.5 to 5 s, and one 600 ms after a pop at pop_ms (-1: none).
bool habit_blink(unsigned seed, int now_ms, int pop_ms);

// A slow wave between -1 and 1, in at most `steps` steps each way and at most 15 changes a second: what moves
// by less than a step stays still.
float habit_breath(int now_ms, int period_ms, int steps);

enum { BREATH_MS = 2200 };
// In how many steps each way somebody who waits breathes, and the cover with them: few, and both at once, so
// that waiting costs a tablet's battery little. scale: pixels of a friend's unit.
int habit_waiting_steps(float scale, bool calm);

// Eyes: to what was touched, and back to the child after a while. -1 to 1 each way.
struct habit_look {
    struct glide x, y;
    int since_ms;
};
void habit_look_at(struct habit_look *look, float x, float y, int now_ms);
void habit_look_now(const struct habit_look *look, int now_ms, float *x, float *y);
bool habit_look_moves(const struct habit_look *look, int now_ms);
