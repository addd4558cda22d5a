// Today's plan in one sentence.
#include <stdio.h>

#include "core/session.h"
#include "scenes/home.h"
#include "store/words.h"

static int minutes_of(const struct plan *plan)
{
    struct session session = {.plan = *plan};
    int total_ms = session_phase_length_ms(&session, PHASE_RITUAL);
    for (int round = 0; round < plan->rounds; round++) {
        total_ms += plan->away_ms[round];
        for (int phase = PHASE_GREET; phase <= PHASE_REST; phase++) {
            total_ms += phase == PHASE_CUE ? 0 : session_phase_length_ms(&session, (enum phase)phase);
        }
    }
    int minutes = (total_ms + 30000) / 60000;
    return minutes > 0 ? minutes : 1;
}

void home_plan_sentence(const struct plan *plan, char *out, size_t size)
{
    int longest_ms = 0, count = minutes_of(plan);
    for (int round = 0; round < plan->rounds; round++) {
        longest_ms = plan->away_ms[round] > longest_ms ? plan->away_ms[round] : longest_ms;
    }
    char number[16], rounds[48], seconds[16], minutes[48];
    snprintf(number, sizeof number, "%d", plan->rounds);
    word_fill(rounds, sizeof rounds, "rounds.other", "n", number, NULL);
    word_seconds(seconds, sizeof seconds, longest_ms);
    snprintf(number, sizeof number, "%d", count);
    word_fill(minutes, sizeof minutes, count == 1 ? "minutes.one" : "minutes.other", "n", number, NULL);
    word_fill(out, size, "home.plan", "rounds", rounds, "t", seconds, "m", minutes, NULL);
}
