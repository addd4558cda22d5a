// What is heard when (sound/guide.md): from cues and touches, by the time of the game and a seeded generator
// of its own. The same session sounds the same, and says so, with and without a sound device. Times are
// milliseconds since the program's start on one clock that only goes forward.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/stage.h"

struct cue;
struct mixer;
struct soundtrack;
struct voice_clips;

// heard is told of every sound as it begins: moment as in the trace (hello goodbye away cue return joy touch
// place comfort good-night), clip as "stock/hello_2". The mixer stays the caller's. NULL only without memory.
struct soundtrack *soundtrack_new(struct mixer *mixer, uint64_t seed,
                                  void (*heard)(void *context, const char *moment, const char *clip),
                                  void *context);
void soundtrack_free(struct soundtrack *soundtrack);

// This round's friend and place, and where it stands: -1 (left edge) to 1.
void soundtrack_cast(struct soundtrack *soundtrack, const char *who, const char *place, float pan);
// Who plays today: their clips speak at every moment, whoever hides. NULL: the stock sounds only. The
// caller's, and as long as the session.
void soundtrack_voices(struct soundtrack *soundtrack, struct voice_clips *voices);
// The level's sound_while_away is off: no bed, no where, nobody behind the cover.
void soundtrack_quiet_away(struct soundtrack *soundtrack, bool quiet);
// Somebody listens to the room while the friend is away: no bed then, so that there are gaps to listen in.
// All else is heard, but words that are said at once and leave no gap that is long enough.
void soundtrack_leave_gaps(struct soundtrack *soundtrack, bool gaps);

// Right after the frame that shows the cue for the first time: sound never comes before its picture. away_ms:
// the round's.
void soundtrack_cue(struct soundtrack *soundtrack, const struct cue *cue, int away_ms, int now_ms);
// A merged touch at x, y (fractions of the window).
void soundtrack_touch(struct soundtrack *soundtrack, float x, float y, enum stage_hit hit, int now_ms);
// Once a frame: what was left for later, ducking, decoding ahead. mixer_frame is the caller's.
void soundtrack_frame(struct soundtrack *soundtrack, int now_ms);
// How long it has nothing to do.
int soundtrack_next_ms(const struct soundtrack *soundtrack, int now_ms);

// Pause card, background: all fades, and what was left for later is forgotten.
void soundtrack_silence(struct soundtrack *soundtrack, int now_ms);
// The dark screen after the ritual: the sleep tune, once, when good night has ended.
void soundtrack_still(struct soundtrack *soundtrack, int now_ms);
