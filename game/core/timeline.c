// A session played ahead by its own rules: nothing here knows how long a phase takes or which round is left
// out.
#include "core/timeline.h"

#include "core/least.h"
#include "core/session.h"

struct ahead {
    struct timeline *timeline;
    int since_ms; // when the part that is on began
};

// Steps of whole ticks, as in play, so that a phase of an odd length ends with the same tick.
static int next_dt_ms(const struct session *session)
{
    enum { LONGEST_DT_MS = 1000 };
    int ticks = (session_next_ms(session) + TICK_MS - 1) / TICK_MS;
    return between(ticks * TICK_MS, TICK_MS, LONGEST_DT_MS);
}

static void add_part(struct ahead *ahead, const struct session *session, enum timeline_kind kind,
                     int length_ms)
{
    struct timeline *timeline = ahead->timeline;
    ahead->since_ms += length_ms;
    if (timeline->count < TIMELINE_MAX) {
        timeline->parts[timeline->count++] =
            (struct timeline_part){.kind = kind, .length_ms = length_ms, .round = session->round};
    }
}

static void end_part(struct ahead *ahead, const struct session *session, enum timeline_kind kind)
{
    add_part(ahead, session, kind, session->elapsed_ms - ahead->since_ms);
}

// As planned: the rest of the tick in which somebody comes back is time together.
static void end_away(struct ahead *ahead, const struct session *session)
{
    struct timeline *timeline = ahead->timeline;
    add_part(ahead, session, TIMELINE_AWAY, session->due_ms);
    timeline->rounds++;
    timeline->longest_ms = greater(timeline->longest_ms, session->due_ms);
}

static void note(struct ahead *ahead, const struct session *session, const struct cue *cue)
{
    if (cue->kind == CUE_GONE || (cue->kind == CUE_PHASE && cue->value == PHASE_RITUAL)) {
        end_part(ahead, session, TIMELINE_TOGETHER);
    } else if (cue->kind == CUE_BACK) {
        end_away(ahead, session);
    } else if (cue->kind == CUE_END) {
        end_part(ahead, session, TIMELINE_GOODNIGHT);
    }
}

struct timeline timeline_make(const struct plan *plan)
{
    struct timeline timeline = {.count = 0};
    struct ahead ahead = {.timeline = &timeline};
    struct session session;
    struct cue_queue cues = {.count = 0};
    session_start(&session, plan, &cues);
    while (!session_over(&session)) {
        struct input input = {.touches = session.phase == PHASE_GREET && !session.touched};
        cues.count = 0;
        session_tick(&session, &input, next_dt_ms(&session), &cues);
        for (int i = 0; i < cues.count; i++) {
            note(&ahead, &session, &cues.items[i]);
        }
    }
    timeline.total_ms = session.elapsed_ms;
    return timeline;
}
