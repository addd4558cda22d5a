// Files that a grown-up brings and takes where the game has no folder that they could reach: in a browser the
// system's own chooser brings them, and what is taken along becomes a download. Elsewhere folders do both,
// and none of this does anything.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct rect;

enum handover_kind { HANDOVER_SOUND, HANDOVER_PHOTO, HANDOVER_PACK, HANDOVER_BACKUP };

// Whether files come and go this way.
bool handover_here(void);

// ---- in

// Where the button stands under which the system's chooser opens, window pixels; NULL: none is in sight. The
// touch on it must be a real one, so the browser's own button lies over it, unseen. To be called once a
// frame: a file that was chosen comes as EVENT_FILE, like one that is dropped.
void handover_offer(const struct rect *at_px, enum handover_kind kind);
// Opens it by a key.
void handover_ask(enum handover_kind kind);
// Whether a file was chosen that is still being read.
bool handover_reading(void);
// What was brought is read or no longer asked for: it takes no more room.
void handover_forget(void);

// ---- out

// Where to write what is given; without "/" at its end. NULL where folders do.
const char *handover_folder(void);
// The file becomes a download of its name, or where only that is possible the system asks whom to send it to.
// What was written is removed. One at a time.
void handover_give(const char *path);

enum handover_given {
    HANDOVER_NOTHING,
    HANDOVER_ASKING,
    HANDOVER_DOWNLOADED,
    HANDOVER_SENT,
    HANDOVER_NOT_TAKEN
};
// What became of it. How it ended is said once.
enum handover_given handover_given(void);
