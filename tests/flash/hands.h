// Hands that never rest, as a replay for a whole session.
#pragma once

#include <stdbool.h>

struct app;

// still, friend, around, everywhere, two, rhythm, slaps, reveal, planted; or a number: invented from that
// seed. False where there are none of that name, or the replay can't be written.
bool hands_write(const char *name, const char *path);
// What only the game as it goes can tell a hand: called before each frame. NULL: nothing.
void (*hands_live(const char *name))(struct app *app, int frame);
