// Inside of the Levels screen: for scenes/levels*.c only.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"
#include "scenes/today.h"
#include "store/own_levels.h"

struct app;

enum levels_id {
    LEVELS_BACK = 1,
    LEVELS_CHANGE,
    LEVELS_USE,
    LEVELS_SHORTER,
    LEVELS_STAY,
    LEVELS_AS_IT_WAS,
    LEVELS_DELETE,
    LEVELS_AGAIN,
    LEVELS_AGE = 20,   // and the two after it
    LEVELS_ROW = 1000, // and one for each level
    LEVELS_ROWS_END = 2000,
};

enum { LEVELS_AGE_UNKNOWN = 5 /* on the slider, below the youngest */, LEVELS_AGE_MOST = 36 };
enum { LEVELS_TEXT_SIZE = 260 }; // a title or a file's name

// A level with what today would be if it were played.
struct levels_row {
    struct level_entry entry;
    struct ladder stored; // as it is kept
    struct today today;
    bool played; // somebody has played it, or wished something of it: its ladder is kept
};

struct levels {
    struct levels_row *rows; // owned
    int count;
    int shown, used; // of the rows; used -1: none of them
    int age_months;  // as the slider shows it
    char *gone_text; // owned: the level that was deleted, for an undo; NULL: none
    char gone_name[LEVEL_NAME_SIZE];
    bool gone_used;
};

// ---- what is known (levels_state.c)
// Asks the folder and the family anew; what was shown stays shown. False without memory.
bool levels_load(struct app *app);
void levels_free(struct app *app);
// NULL where there is no level at all.
struct levels_row *levels_shown(const struct app *app);
void levels_show(struct app *app, const char *name);
// Works out each level's today again, for the age that the slider shows.
void levels_age_moved(struct app *app, int months);
void levels_age_set(struct app *app, int months);
// The level that is shown is what is played from now on.
void levels_use(struct app *app);
void levels_shorter(struct app *app);
void levels_stay(struct app *app);
void levels_as_it_was(struct app *app);
void levels_delete(struct app *app);
void levels_undo(struct app *app);

// ---- layouts
int levels_list_height(struct app *app, int w);
// At most so high: all of it, or cut in the middle of a row, so that it is seen to go on.
int levels_list_cut(struct app *app, int w, int most);
void levels_list_layout(struct app *app, struct rect at);
int levels_detail_height(struct app *app, int w); // with the lowest stairs it may have
void levels_detail_layout(struct app *app, struct rect at);
// A level's staircase; big: with labels above.
void levels_stairs(struct app *app, struct rect at, const struct levels_row *row, bool big);
