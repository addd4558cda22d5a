// The recorder's ears: how loud it is now, whether somebody has spoken, when to stop by itself. Pure: samples
// in (mono, 48 kHz, as the microphone gives them), numbers out.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum meter_zone { METER_QUIET, METER_GOOD, METER_LOUD };

enum {
    METER_RATE = 48000,
    METER_STOP_QUIET_MS = 2000, // so long nothing after somebody spoke: the take is over
    METER_BARS = 400,           // one for each METER_BAR_MS: 20 s
    METER_BAR_MS = 50,
};

struct meter {
    float level;  // where the bar ends, 0 to 1: quiet to .28, good to .8; up in 30 ms, down in 300 ms
                  // (ui/guide.md 3)
    float peak;   // of all samples so far, 0 to 1
    bool any;     // any sample was not zero
    bool spoken;  // a voice was heard above the room's noise; a knock is none
    int clipped;  // runs of at least 3 samples at full scale
    int heard_ms; // fed so far
    int quiet_ms; // since a voice was last heard
    unsigned char bars[METER_BARS]; // peaks, 0 to 255, by the bar's own scale
    int bar_count;
    // inside
    float window_peak, noise, bar_peak, offset;
    bool room_known;
    int window_left, bar_left, run, voice_ms;
};

void meter_start(struct meter *meter);
// Forgets what was heard, but for the room.
void meter_again(struct meter *meter);
void meter_feed(struct meter *meter, const int16_t *samples, int count);
// Zones by the guide: below -32 dBFS peak, to -8, above.
enum meter_zone meter_zone(const struct meter *meter);
bool meter_over(const struct meter *meter); // spoken, and quiet since METER_STOP_QUIET_MS
