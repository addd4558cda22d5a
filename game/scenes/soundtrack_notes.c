// The note that answers a touch. Eight notes of one scale, low at the bottom of the screen; three sound at
// once at most, each softer than the one before, so that slapping with both hands never gets loud.
#include "scenes/soundtrack_notes.h"

#include "platform/mixer.h"

enum { SAME_NOTE_MS = 400 };

static bool rests(const struct notes *notes, int note, int now_ms)
{
    return note >= 0 && note < TOUCH_NOTES && notes->note_ms[note] <= now_ms;
}

static int note_at(float y)
{
    int note = (int)((1 - y) * TOUCH_NOTES);
    return note < 0 ? 0 : note >= TOUCH_NOTES ? TOUCH_NOTES - 1 : note;
}

// The nearest note that rests, up before down. Three channels can't keep all eight from resting.
static int nearest(const struct notes *notes, int note, int now_ms)
{
    for (int apart = 0; apart < TOUCH_NOTES; apart++) {
        if (rests(notes, note + apart, now_ms)) {
            return note + apart;
        }
        if (rests(notes, note - apart, now_ms)) {
            return note - apart;
        }
    }
    return note;
}

int notes_take(struct notes *notes, float y, int now_ms)
{
    int note = nearest(notes, note_at(y), now_ms);
    notes->note_ms[note] = now_ms + SAME_NOTE_MS;
    return note;
}

int notes_volume(int slot, bool away)
{
    // 0, -6, -9 dB; 6 dB softer when nobody is away
    static const int volumes[2][MIXER_TOUCHES] = {{64, 32, 23}, {128, 64, 45}};
    return volumes[away][slot];
}
