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
    for (int round = 0; round < plan.rounds; round++) {
        plan.away_ms[round] = ladder_away_ms(&plan.rungs, plan.step + ladder_arc(round, plan.rounds));
    }
    return plan;
}

const struct level_scene *plan_scene(const struct level *level, int round)
{
    return &level->scenes[round % level->scene_count];
}
