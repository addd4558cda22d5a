// Plays parts at once or later, one a channel, over a bed that is softer while a tune sounds (sound/guide.md,
// mixer rules 1, 3, 4). It goes by the game's time and the table's lengths, never by what a device says.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/plan.h"
#include "platform/mixer.h"
#include "scenes/soundtrack_parts.h"

enum {
    PLAYER_QUIET_MS = LAUNCH_QUIET_MS,
    PLAYER_NEVER = INT32_MAX,
};

struct player {
    struct mixer *mixer;
    void (*heard)(void *context, const char *moment, const char *clip);
    void *context;
    struct parts parts;
    float pan;                   // of what comes from the hiding place
    int due_ms[PARTS];           // when a part left for later begins
    int busy_ms[MIXER_CHANNELS]; // until when a channel sounds
    int volumes[MIXER_CHANNELS]; // of what sounds, where no voice makes it softer
    bool under;                  // a recorded voice: everything else is softer
    int voice_off_ms;            // when a voice that is too long begins to fade
    int away_end_ms;             // until when a voice from the hiding place has to have ended
    int first_words_end_ms;      // ... and one that is said at once
    int bed_volume;              // 0: no bed
    int bed_off_ms, bed_fade_ms; // when it begins to fade, and how fast
};

void player_start(struct player *player, uint64_t seed);

void player_say(struct player *player, enum part part, int now_ms);
// A voice that would last longer fades, to be silent at end_ms (or as soon after now as a fade takes).
void player_end_voice(struct player *player, int end_ms, int now_ms);
void player_say_later(struct player *player, enum part part, int at_ms);
void player_forget_later(struct player *player);
// A note on one of the touch channels.
void player_ring(struct player *player, int channel, const struct part_clip *clip, int volume, float pan,
                 int now_ms);
void player_hush(struct player *player, int channel, int now_ms);
bool player_sounds(const struct player *player, int channel, int now_ms);

void player_start_bed(struct player *player, int now_ms);
void player_stop_bed(struct player *player, int fade_ms);
void player_stop_bed_later(struct player *player, int at_ms, int fade_ms);
// Softer or louder, as a tune begins or has ended.
void player_duck(struct player *player, int now_ms);

void player_silence(struct player *player, int now_ms);
void player_frame(struct player *player, int now_ms);
// When it has something to do; PLAYER_NEVER.
int player_next_ms(const struct player *player);
