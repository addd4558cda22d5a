// The note that answers a touch: which of the eight, and how loud it may be (sound/guide.md, mixer rule 2).
#pragma once

#include <stdbool.h>

enum { TOUCH_NOTES = 8 };

struct notes {
    int note_ms[TOUCH_NOTES]; // when it may sound again
};

// The note for a touch at y (0 top, 1 bottom), from 0 (lowest), and remembers it: not the same one within 0.4
// s.
int notes_take(struct notes *notes, float y, int now_ms);
// The first, second or third at once (slot 0 to 2), of MIXER_VOLUME_MAX; softer when nobody is away.
int notes_volume(int slot, bool away);
