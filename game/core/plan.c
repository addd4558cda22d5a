// Today's plan.
#include "core/plan.h"

struct plan plan_make(const struct level *level, int age_months, int step)
{
    struct plan plan = {
        .rungs = ladder_rungs(level, age_months),
        .rounds = level->rounds,
        .cap_ms = ladder_level_cap_ms(level, age_months),
        .limit_ms = level->limit_ms,
        .touch = level->touch,
        .bridged = level->sound_while_away,
    };
    int highest = ladder_highest_step(&plan.rungs);
    plan.step = step < 0 ? 0 : step > highest ? highest : step;
    /*@ loop invariant 0 <= round <= plan.rounds;
        loop invariant \forall integer i; 0 <= i < round ==> 0 <= plan.away_ms[i] <= plan.rungs.longest_ms;
        loop assigns round, plan.away_ms[0 .. LEVEL_ROUNDS_MAX - 1];
        loop variant plan.rounds - round; */
    for (int round = 0; round < plan.rounds; round++) {
        plan.away_ms[round] = ladder_away_ms(&plan.rungs, plan.step + ladder_arc(round, plan.rounds));
    }
    return plan;
}

int plan_joy_at_ms(int return_ms)
{
    int after_ms = return_ms > 0 ? return_ms + VOICE_PAUSE_MS : 0;
    return after_ms > JOY_SOUND_MS ? after_ms : JOY_SOUND_MS;
}

/*@ assigns \nothing;
    ensures 0 <= \result <= VOICE_MAX_MS + VOICE_PAUSE_MS; */
static int voice_ms(int length_ms)
{
    int heard_ms = length_ms < VOICE_MAX_MS ? length_ms : VOICE_MAX_MS;
    return heard_ms > 0 ? heard_ms + VOICE_PAUSE_MS : 0;
}

void plan_speak(struct plan *plan, const struct voice_lengths *lengths)
{
    int return_ms = lengths->return_ms < VOICE_MAX_MS ? lengths->return_ms : VOICE_MAX_MS;
    int late_ms = plan_joy_at_ms(return_ms) - JOY_SOUND_MS, more_ms = voice_ms(lengths->joy_ms) - JOY_TUNE_MS;
    plan->at_least_ms[PHASE_GREET] =
        lengths->hello_ms > 0 ? LAUNCH_QUIET_MS + voice_ms(lengths->hello_ms) : 0;
    plan->at_least_ms[PHASE_GOODBYE] = voice_ms(lengths->goodbye_ms);
    plan->at_least_ms[PHASE_JOY] = JOY_MS + late_ms + (more_ms > 0 ? more_ms : 0);
    plan->at_least_ms[PHASE_COMFORT] = COMFORT_SOUND_MS + voice_ms(lengths->comfort_ms);
    plan->at_least_ms[PHASE_RITUAL] = voice_ms(lengths->good_night_ms);
}

const struct level_scene *plan_scene(const struct level *level, int round)
{
    return &level->scenes[round % level->scene_count];
}
