// Who calls whom: natively the program runs its frames; in a browser the browser does.
#pragma once

#include <stdbool.h>

// Calls frame(context) until it gives false. In a browser it returns at once and the frames follow, as often
// as the screen is drawn: what they use must live on, and what ends the game stands in `ended`. context and
// ended's are the same.
void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context);
