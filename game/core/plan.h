// Today's plan: everything about a session that is known before it starts. Nothing in it ever gets longer.
#pragma once

#include "core/cue.h"
#include "core/ladder.h"
#include "core/level.h"

enum { // phases, where no voice takes longer (science/README.md 1.5)
    GREET_MS = 2800,
    GOODBYE_MS = 1600,
    HIDE_MS = 1000,
    REVEAL_MS = 500,
    JOY_MS = 3600,
    REST_MS = 2400,
    COMFORT_MS = 9300, // as long as its tune (science/README.md 2.2: 6 to 10 s)
    RITUAL_MS = 9000,
    PHASE_MAX_MS = 40000, // and none is longer, whatever is said in it
};

struct plan {
    int step; // K, clamped
    struct rungs rungs;
    int rounds;
    int away_ms[LEVEL_ROUNDS_MAX];
    int cap_ms;   // the age's
    int limit_ms; // the longest session; but its first round and the ritual are played whole
    enum touch_rule touch;
    bool bridged;                    // something is heard while away
    bool gaps;                       // ... with gaps between in which the room is listened to
    int at_least_ms[PHASE_OVER + 1]; // a voice in this phase takes so long; 0: the phase is as long as always
};

/*@ // What a session needs of a plan to keep its promise.
    predicate sane_plan(struct plan plan) =
        1 <= plan.rounds <= LEVEL_ROUNDS_MAX && 0 <= plan.step <= STEP_MAX && sane_rungs(plan.rungs) &&
        plan.rungs.longest_ms <= plan.cap_ms <= LONGEST_MS &&
        \forall integer i; 0 <= i <= PHASE_OVER ==> 0 <= plan.at_least_ms[i] <= PHASE_MAX_MS; */

// The longest recorded clip of each moment that may be heard; 0: none. Known before the session starts.
struct voice_lengths {
    int hello_ms, goodbye_ms, return_ms, joy_ms, comfort_ms, good_night_ms;
};

enum {
    LAUNCH_QUIET_MS = 500,  // no sound right after launch (science/README.md 4.4): hello may have to wait
    VOICE_MAX_MS = 20000,   // a longer one fades out there
    VOICE_PAUSE_MS = 200,   // between a voice and what comes next
    JOY_SOUND_MS = 2600,    // joy is heard so long after the reveal has begun (sound/guide.md)
    JOY_TUNE_MS = 3900,     // and takes so long
    COMFORT_SOUND_MS = 300, // comfort, after it has begun
};

// age_months 0: unknown.
/*@ requires \valid(level) && sane_level(*level) && 1 <= level->rounds <= LEVEL_ROUNDS_MAX;
    assigns \nothing;
    ensures sane_plan(\result) && \result.cap_ms == level_cap(*level, age_months);
    ensures never_over_the_cap: \forall integer i;
        0 <= i < \result.rounds ==> 0 <= \result.away_ms[i] <= \result.cap_ms; */
struct plan plan_make(const struct level *level, int age_months, int step);
// Makes room for voices: nobody hides before goodbye has been said, and joy waits for the end of the return's
// words. Away times stay as they are.
/*@ requires \valid(plan) && \valid(lengths) && \separated(plan, lengths) && sane_plan(*plan);
    assigns plan->at_least_ms[0 .. PHASE_OVER];
    ensures sane_plan(*plan); */
void plan_speak(struct plan *plan, const struct voice_lengths *lengths);
// When joy is heard, after the reveal has begun, where the return's words take return_ms.
/*@ requires return_ms <= VOICE_MAX_MS;
    assigns \nothing;
    ensures JOY_SOUND_MS <= \result <= VOICE_MAX_MS + VOICE_PAUSE_MS; */
int plan_joy_at_ms(int return_ms);
// Who hides where in a round (from 0): the level's scenes in order, then again.
/*@ requires \valid(level) && 1 <= level->scene_count <= LEVEL_SCENES_MAX && 0 <= round;
    assigns \result \from level, round;
    ensures of_the_round_only: \result == &level->scenes[round % level->scene_count]; */
const struct level_scene *plan_scene(const struct level *level, int round);
