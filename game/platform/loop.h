// Who calls whom: natively the program runs its frames; in a browser the browser does.
#pragma once

#include <stdbool.h>

// Calls frame(context) until it gives false. In a browser it returns at once and the frames follow, at most
// as often as the screen is drawn: what they use must live on, and what ends the game stands in `ended`.
// context and ended's are the same.
void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context);
// Called at the end of a frame: nothing is to be done until an event or a signal comes, or for wait_ms.
// Natively it sleeps here, but not after a signal; in a browser the next frame comes so much later. A frame
// that ends without it is followed by the next as soon as the machine can: virtual time.
void loop_rest(int wait_ms);
// Whether what was shown stays while no frame paints, or an event tells that it is gone. A page's canvas is
// cleared without a word where the browser's bars come and go: there a frame has to look, though nothing
// moves.
bool loop_keeps_picture(void);
