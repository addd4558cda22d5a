// The Voices screen, for others.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/voices.h"

struct app;

// Ids on the page from here on are the Voices screen's, so that a sheet over it takes smaller ones (or the
// chooser's).
enum { VOICES_FIRST_ID = 500 };

// Lays out the Voices page as the background of the recorder's sheet: between page_begin and the sheet.
void voices_layout_behind(struct app *app);
// Aims the recorder and goes there. instead: the clip that the new one takes the place of; 0: none.
void voices_record(struct app *app, int64_t caregiver, enum moment moment, int64_t instead);
// The recorder has kept a clip: the Voices screen that follows says so, with an undo where `instead` was
// replaced.
void voices_kept(struct app *app, int64_t clip, int64_t instead);
// A take that was left in the recorder is an older take now: the screen that follows says so.
void voices_put_aside(struct app *app);
// What a moment's clip is called on its card: "Hello", "Return 2". Always ends out.
void voices_title(enum moment moment, int slot, char *out, int size);
// What a parent may say there: "“Peekaboo!”".
const char *voices_words(enum moment moment, int slot);
// Frees what the screen holds: when it is left, and by the recorder where something else than scene_voices
// follows.
void voices_free(struct app *app);
