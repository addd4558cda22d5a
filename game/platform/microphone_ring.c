// The samples that wait to be taken.
#include "platform/microphone_ring.h"

int64_t ring_waiting(const struct ring *ring)
{
    return ring->arrived - ring->taken;
}

void ring_keep(struct ring *ring, const int16_t *samples, int count)
{
    for (int i = 0; i < count; i++) {
        ring->samples[ring->arrived++ % RING_ROOM] = samples[i];
        ring->zeros = samples[i] == 0 ? ring->zeros + 1 : 0;
    }
    if (ring_waiting(ring) > RING_ROOM) {
        ring->taken = ring->arrived - RING_ROOM;
    }
}

int ring_take(struct ring *ring, int64_t limit, int16_t *samples, int most)
{
    int64_t end = ring->arrived < limit ? ring->arrived : limit;
    int count = 0;
    while (count < most && ring->taken < end) {
        samples[count++] = ring->samples[ring->taken++ % RING_ROOM];
    }
    return count;
}

// Written as volatile: a compiler leaves out what nobody reads again.
void microphone_wipe(void *heard, size_t size)
{
    volatile char *bytes = heard;
    for (size_t i = 0; i < size; i++) {
        bytes[i] = 0;
    }
}

void ring_forget(struct ring *ring)
{
    int64_t used = ring->arrived < RING_ROOM ? ring->arrived : RING_ROOM;
    microphone_wipe(ring->samples, (size_t)used * sizeof *ring->samples);
    ring->arrived = ring->taken = ring->zeros = 0;
}
