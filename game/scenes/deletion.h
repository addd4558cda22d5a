// Deleting: a sheet over Progress or Settings on which a grown-up chooses what goes; the button names the
// amount, the reading task asks once more, and until the screen is left an Undo gives all back
// (ui/guide.md 4, rows 5 and 8). Leaving the screen, the corner's closing, the background and the program's
// end carry it out.
#pragma once

#include <stdbool.h>

struct app;

enum { DELETION_IDS = 900, DELETION_IDS_END = 950 }; // its widgets' ids

void deletion_open(struct app *app);
// Over the page of the screen, before page_end.
void deletion_lay_out(struct app *app);
// What page_event returned: true where it was for this.
bool deletion_event(struct app *app, int id);
// From the screen's enter: true where the screen comes back from the reading task.
bool deletion_returns(struct app *app);
// From the screen's leave (not where the gate follows), and at the program's end: what was deleted is gone.
void deletion_carry_out(struct app *app);
