// What a grown-up has set takes effect: loudness, words, type, movement. The command line's --language and
// --large-text are for this run and win, until somebody chooses in it.
#pragma once

#include <stdbool.h>

struct app;

// All of them, anew: at the start, and after the family was restored or deleted.
void effects_all(struct app *app);

// The loudest sound; and where headphones are in use, silence: but for the screens on which a grown-up asks
// to hear something. Whenever a scene follows another.
void effects_sound(struct app *app);
void effects_language(struct app *app);
// Type and movement, of the page (where there is one) and of the stage.
void effects_looks(struct app *app);
