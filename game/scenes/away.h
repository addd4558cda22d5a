// Away for real: a short real goodbye with another trusted grown-up, the tablet aside (ui/guide.md 4, row 6).
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct app;
struct away;

// What home's tile says of it: "Next: 45 s". Asks the family: once where a screen is entered, not each frame.
void away_caption(struct app *app, char *out, size_t size);
// Somebody is away, or just back: the corner does not close by itself meanwhile.
bool away_busy(const struct app *app);
// Somebody is away, be it behind the gate: a baby may sit before it, so that the gate leads to home and not
// out of the game.
bool away_waits(const struct app *app);
void away_free(struct away *away);
