// The microphone: open only while the recorder records, and where a parent has switched it on, while somebody
// is away in play. It is opened, watched and closed on a thread of its own, because SDL2 with PulseAudio may
// never return from closing one that has stalled: nothing here ever waits for it longer than said. Samples
// are mono, 48 kHz, 16 bit. All functions belong to the main thread.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    MICROPHONE_RATE = 48000,
    MICROPHONE_STALL_MS = 1500, // no sample for so long: it has failed (the user reads of it within 2 s)
};

enum microphone_state {
    MICROPHONE_OPENING,
    MICROPHONE_LISTENING,
    MICROPHONE_NONE,    // there is none
    MICROPHONE_REFUSED, // there is one, and it can't be opened: not allowed, or another program's
    MICROPHONE_STALLED, // it was opened and gives nothing
    MICROPHONE_GONE,    // unplugged in the middle
    MICROPHONE_DEAD,    // gives only zeros, since MICROPHONE_STALL_MS
};

struct microphone;

// Whether a browser is asked: what has to be allowed is then its, and the question may stand for long.
bool microphone_in_browser(void);
// Whether it may be opened without anybody being asked: a page has to have been allowed it. Natively always.
// It says nothing of whether there is one.
bool microphone_allowed(void);

// Returns at once, or where one that was left has not let go, within 250 ms: if that one hangs, this is
// MICROPHONE_STALLED, and no other is opened beside it. virtual_time: samples come by the game's time
// (microphone_virtual), from SDL's disk driver only; with any other driver there is then no microphone. NULL
// only without memory.
struct microphone *microphone_open(bool virtual_time);
enum microphone_state microphone_state(const struct microphone *microphone);
// Takes what has arrived, at most `most` samples; never waits. Returns how many. What nobody takes for 30 s
// is dropped.
int microphone_read(struct microphone *microphone, int16_t *samples, int most);
// Under virtual time, once a frame: returns when the samples up to now_ms (since it was opened) have arrived,
// or it failed. Else it does nothing.
void microphone_virtual(struct microphone *microphone, int now_ms);
// Lets it go and frees. NULL is allowed. False where it did not let go within 250 ms: it is then left to
// itself, and the program must end without SDL_Quit.
bool microphone_close(struct microphone *microphone);
// The same without any wait: it lets go by itself (under virtual time, where a file never hangs, it has done
// so on return).
void microphone_leave(struct microphone *microphone);
// Whether all that were left or lost have let go; waits for it at most most_ms. Where it is false at the end,
// the program must end without SDL_Quit.
bool microphone_all_let_go(int most_ms);
