// The samples that have arrived and wait to be taken: plain data, the newest 30 s of them.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { RING_ROOM = 30 * 48000 };

struct ring {
    int64_t arrived, taken;     // samples, since it began
    int64_t zeros;              // since the last sample that was not zero
    int16_t samples[RING_ROOM]; // sample n is at n % RING_ROOM
};

int64_t ring_waiting(const struct ring *ring);
// The oldest make room for them.
void ring_keep(struct ring *ring, const int16_t *samples, int count);
// At most `most`, and none from sample `limit` on. Returns how many.
int ring_take(struct ring *ring, int64_t limit, int16_t *samples, int most);
// Nothing of what was heard is left in memory.
void microphone_wipe(void *heard, size_t size);
void ring_forget(struct ring *ring);
