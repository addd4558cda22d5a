// Deleting: a sheet over Progress or Settings on which a grown-up chooses what goes; the button names the
// amount, the reading task asks once more, and until the screen is left an Undo gives all back
// (ui/guide.md 4, rows 5 and 8). Leaving the screen, the corner's closing, the background and the program's
// end carry it out.
#pragma once

#include <stdbool.h>

struct app;

enum { DELETION_IDS = 900, DELETION_IDS_END = 950 }; // its widgets' ids

// Where something waits to be deleted already, the sheet offers it back. Where nothing is kept it says so.
void deletion_open(struct app *app);
// Over the page of the screen, before page_end.
void deletion_lay_out(struct app *app);
// What page_event returned: true where it was for this.
bool deletion_event(struct app *app, int id);
// From the screen's enter: true where the screen comes back from the reading task.
bool deletion_returns(struct app *app);
// What was deleted and still can be had back, as parts of store/forget.h: the screen shows it as gone.
int deletion_waits(const struct app *app);
// It is kept after all: the toast's Undo, or a button of the screen.
void deletion_give_back(struct app *app);
// From the screen's leave, and at the program's end: what was deleted is gone. Nothing where the gate
// follows. The corner calls it too, when the program goes to the background.
void deletion_carry_out(struct app *app);
// Says in a toast that the last one could not be carried out. The corner asks whenever a screen is entered.
void deletion_say_failed(struct app *app);
