// The sheet in which a file is chosen: the sound files, pictures, voice packs or backups in the folder "in"
// of the family's folder, pictures also in the user's own, backups also where Settings put them. A file that
// is dropped on the window (or a replay's `file`) answers at once. In a browser, where nobody reaches those
// folders, it offers the system's own chooser. One chooser at a time; it lies over whatever page the screen
// has laid out.
#pragma once

#include <stdbool.h>

#include "platform/handover.h"

struct app;

enum chooser_kind { CHOOSER_SOUND, CHOOSER_PHOTO, CHOOSER_PACK, CHOOSER_BACKUP };

enum {
    CHOOSER_FIRST_ID = 10000, // its widgets' ids are from here to below CHOOSER_END_ID
    CHOOSER_END_ID = 12000,
    CHOOSER_PICK = CHOOSER_FIRST_ID + 2, // opens the system's own
    CHOOSER_SHORTEST_MS = 400,           // words.i.short; shorter sounds are not offered
};

// longest_ms: how long a sound may be for its moment; longer ones are offered, "choose a part". Else unused.
void chooser_open(struct app *app, enum chooser_kind kind, int longest_ms);
bool chooser_is_open(const struct app *app);
// Also when the screen is left: it frees all, and what it plays fades.
void chooser_close(struct app *app);
// Its sheet, after the page's own widgets and before page_end. Nothing where it is closed.
void chooser_layout(struct app *app);
// What page_event returned while it is open. The path that was chosen, and the chooser is closed: valid until
// the next call of any chooser function but chooser_layout. NULL: nothing was chosen (chooser_is_open says
// whether it was closed by hand). Call it once a tick too, with PAGE_NOTHING: that takes a dropped file and
// loads the pictures.
const char *chooser_event(struct app *app, int id);
// What the system's own chooser is to offer while this one is open.
enum handover_kind chooser_hands_over(const struct app *app);
// Whether the system's own answers for this one.
bool chooser_is_handed_over(const struct app *app);
// Whether the system's own may be before the game: somebody takes a photo, and takes their time.
bool chooser_is_elsewhere(const struct app *app);
// How long nothing on it changes by itself.
int chooser_still_ms(const struct app *app);

// The last part of a path, for showing.
const char *chooser_file_name(const char *path);
