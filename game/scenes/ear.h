// The listening in play: where a parent switched it on, the microphone is open while somebody is away, and
// crying brings them back. Nothing that is heard is kept; whatever the microphone does, play goes on as
// without it. In a browser it is opened only where that raises no question.
#pragma once

#include <stdbool.h>

#include "platform/microphone.h"

struct app;
struct ear;

// A session begins: whether it is listened in it, as the setting says.
void ear_begin(struct app *app);
// Once a tick, before the rules: what was heard since becomes input.
void ear_listen(struct app *app);
// Once a tick, behind the rules: open as long as somebody is away for long enough to hear anything, and at no
// other time; under a replay never, as it says itself what was heard.
void ear_follow(struct app *app);
// At once; what was heard until then still counts for the rounds to come.
void ear_close(struct app *app);
// Whether the game is still now and then, so that the room can be heard: under a replay as without it.
bool ear_leaves_gaps(const struct app *app);
// The session is forgotten.
void ear_free(struct app *app);
bool ear_is_open(const struct app *app);
// What was wrong with the microphone when play last wanted it; MICROPHONE_OPENING: nothing is known of.
enum microphone_state ear_failure(const struct app *app);

// A small ear in a corner, for the grown-up, when the microphone is open (ear_mark.c).
void ear_draw(struct app *app);
// How long a scene that is still for still_ms may sleep.
int ear_still_ms(const struct app *app, int still_ms);
