// Home's parts. Only for scenes/home*.c and tests.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/ladder.h"
#include "core/rest.h"
#include "platform/canvas.h"
#include "ui/page.h"

struct app;

enum home_id {
    HOME_PLAY = 1,
    HOME_ANYWAY,
    HOME_LEVEL,
    HOME_FIRST, // the band that asks for a voice, where nobody recorded one
    HOME_ADD,   // the last of the faces: another person
    HOME_VOICES,
    HOME_LEVELS,
    HOME_PROGRESS,
    HOME_AWAY,
    HOME_SETTINGS,
    HOME_YOU,
    HOME_CALM,
    HOME_FUSSY,
    HOME_SKIP,
    HOME_SLIP,
    HOME_BEAR,
    HOME_PEOPLE // and those behind it
};

// A small card about the last game, that can be passed over.
enum home_note {
    NOTE_NONE,
    NOTE_HOW,     // nobody touched and nobody listened: how was it?
    NOTE_FUSSED,  // noted as fussy; it may have been a slip
    NOTE_NOT_KEPT // nothing can be stored
};

struct home {
    enum home_note note;
    const char *fussed;                       // a key: what NOTE_FUSSED says
    enum session_mark undo_of;                // what the toast's Undo takes back
    int64_t day_begins, day_ends;             // the local day that all this is about
    bool first;                               // nobody recorded anything, and nobody played
    char level[200], plan[160], shorter[200]; // shorter: why today starts so; "": it does not
    char voices[200], progress[160], away[120];
    int rungs[PAGE_STEPS_MAX], rung_count, rung_now; // the small staircase
};

// Asks the family for all that home shows: where it is entered, and where that changed.
void home_load(struct app *app);
// Says how the last game was; the toast offers to take it back.
void home_mark(struct app *app, enum session_mark mark);
void home_take_back(struct app *app);

// Lays the screen out in app->page.
void home_lay_out(struct app *app);
// Its parts, each in its box; the heights come first.
int home_people_height(struct app *app, int w, bool compact);
void home_lay_people(struct app *app, struct rect at);
int home_plan_height(struct app *app, int w);
void home_lay_plan(struct app *app, struct rect at); // the plan, the way to a first voice, or "not now"
int home_tiles_height(struct app *app, int w, bool compact);
void home_lay_tiles(struct app *app, struct rect at);
int home_note_height(struct app *app, int w); // 0: there is none
void home_lay_note(struct app *app, struct rect at);
// Play now on the theatre's base, with the line below it; low: at the foot of `at`.
void home_lay_theatre(struct app *app, struct rect at, bool low);
// Beside a small theatre, where there is no room for a large one.
void home_lay_small_theatre(struct app *app, struct rect at);
