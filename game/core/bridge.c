// When something is heard from the hiding place.
#include "core/bridge.h"

enum {
    BRIDGED_FROM_MS = 4001,
    WHERE_FROM_MS = 6000, // long enough for "where?" and a voice that answers
    WHERE_AT_MS = 1000,
    WHERE_SINGS_MS = 3300, // how long the question is: whoever answers lets it end, where there is time
    SPACING_MAX_MS = 3700,
    GAPS_SPACING_MS = 3980,
};

// How many evenly spaced sounds part span_ms into stretches of at most SPACING_MAX_MS.
/*@ requires 3000 <= span_ms <= 30000;
    assigns \nothing;
    ensures 1 <= \result <= 9; */
static int inner(int span_ms)
{
    int stretches = (span_ms + SPACING_MAX_MS - 1) / SPACING_MAX_MS;
    return stretches < 2 ? 1 : stretches - 1;
}

// Evenly spaced voices, moved towards the cue as far as the question takes and the last one can still end.
/*@ requires 0 <= spacing_ms <= 30000 && 3000 <= span_ms <= 30000 && 1 <= count <= 9;
    assigns \nothing;
    ensures 0 <= \result <= 30000; */
static int after_question(int spacing_ms, int span_ms, int count)
{
    int most_ms = (span_ms - BRIDGE_BEFORE_CUE_MS) / count;
    int wanted_ms = spacing_ms > WHERE_SINGS_MS ? spacing_ms : WHERE_SINGS_MS;
    return wanted_ms < most_ms ? wanted_ms : most_ms;
}

// As few voices as keep the silence below 4 s, as late as each may be.
/*@ requires BRIDGED_FROM_MS <= away_ms <= 30000;
    assigns \nothing;
    ensures sane_bridges(\result); */
static struct bridge_plan plan_with_gaps(int away_ms)
{
    int span_ms = away_ms - CUE_MS;
    if (span_ms <= GAPS_SPACING_MS) {
        return (struct bridge_plan){0};
    }
    int count = (span_ms + GAPS_SPACING_MS - 1) / GAPS_SPACING_MS - 1;
    int latest_ms = (span_ms - BRIDGE_BEFORE_CUE_MS) / count;
    int spacing_ms = latest_ms < GAPS_SPACING_MS ? latest_ms : GAPS_SPACING_MS;
    return (struct bridge_plan){
        .first_ms = spacing_ms, .spacing_ms = spacing_ms, .count = count, .first = BRIDGE_NEAR};
}

struct bridge_plan bridge_plan(int away_ms, bool gaps)
{
    if (away_ms < BRIDGED_FROM_MS) {
        return (struct bridge_plan){0};
    }
    if (gaps) {
        return plan_with_gaps(away_ms);
    }
    bool where = away_ms >= WHERE_FROM_MS;
    int from_ms = where ? WHERE_AT_MS : 0;
    int span_ms = away_ms - CUE_MS - from_ms;
    int count = inner(span_ms);
    int spacing_ms = span_ms / (count + 1);
    return (struct bridge_plan){
        .first_ms = where ? from_ms : spacing_ms,
        .spacing_ms = where ? after_question(spacing_ms, span_ms, count) : spacing_ms,
        .count = where ? count + 1 : count,
        .first = where ? BRIDGE_WHERE : BRIDGE_NEAR,
    };
}

int bridge_at_ms(const struct bridge_plan *plan, int index)
{
    return plan->first_ms + index * plan->spacing_ms;
}
