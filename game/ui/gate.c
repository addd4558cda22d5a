// Holding corners.
#include "ui/gate.h"

#include <string.h>

// A corner is a square of at most 12 % of the short side (design.md 6), 96 of 800; a held finger may slip 60
// farther.
static const float corner_share = 0.12f, slip_share = 0.075f;

void gate_start(struct gate *gate)
{
    *gate = (struct gate){.alone_ms = GATE_ALONE_MS, .others_ms = GATE_DOUBT_MS};
}

// Which corner a point is in, -1 for none.
static int corner_at(float x, float y, int w, int h, float share)
{
    float side = share * (float)(w < h ? w : h);
    float left = x * (float)w, right = (float)w - left, top = y * (float)h, bottom = (float)h - top;
    if (top <= side) {
        return left <= side ? 0 : right <= side ? 1 : -1;
    }
    if (bottom <= side) {
        return right <= side ? 2 : left <= side ? 3 : -1;
    }
    return -1;
}

// ---- one hold

static void take(struct gate_hold *hold, int64_t finger)
{
    hold->held_ms = hold->lifted ? hold->held_ms : 0;
    hold->contact_ms = 0;
    hold->lifted = false;
    hold->held = true; // the newest finger counts: another's lift may have been lost
    hold->finger = finger;
}

static void run_back(struct gate_hold *hold)
{
    hold->held = hold->lifted = false;
    hold->from_ms = hold->held_ms;
}

// Slapping a corner adds up to nothing: only who rested there may twitch.
static void lift(struct gate_hold *hold)
{
    if (hold->contact_ms < GATE_RING_MS) {
        run_back(hold);
        return;
    }
    hold->held = false;
    hold->lifted = true;
    hold->lifted_ms = 0;
}

static void pass_held(struct gate_hold *hold, bool crowded, int dt_ms)
{
    hold->contact_ms += dt_ms;
    if (!crowded || hold->held_ms < GATE_PAUSE_MS) { // a pause is anybody's
        hold->held_ms += dt_ms;
    }
    if (hold->held_ms >= GATE_LEAVE_MS) {
        hold->held_ms = GATE_LEAVE_MS;
        hold->done = true;
    }
    hold->since_ms = 0;
}

static void pass_free(struct gate_hold *hold, int dt_ms)
{
    if (hold->lifted) {
        hold->lifted_ms += dt_ms;
        if (hold->lifted_ms > GATE_LIFT_MS) {
            run_back(hold);
        }
    } else if (hold->held_ms > 0) {
        int step = hold->from_ms * dt_ms / GATE_BACK_MS + 1;
        hold->held_ms = hold->held_ms > step ? hold->held_ms - step : 0;
    }
    if (hold->done && (hold->since_ms += dt_ms) > GATE_SECOND_MS + GATE_LEAVE_MS) {
        hold->done = false;
    }
}

static bool on(const struct gate_hold *hold)
{
    return hold->held || hold->lifted;
}

// ---- hands and keys

void gate_down(struct gate *gate, int64_t finger, float x, float y, int w, int h)
{
    int corner = corner_at(x, y, w, h, corner_share);
    if (corner >= 0) {
        take(&gate->holds[corner], finger);
    } else {
        gate->others_ms = 0;
    }
}

void gate_move(struct gate *gate, int64_t finger, float x, float y, int w, int h)
{
    int corner = corner_at(x, y, w, h, corner_share + slip_share);
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate->holds[i].held && gate->holds[i].finger == finger && corner != i) {
            run_back(&gate->holds[i]);
        }
    }
}

void gate_up(struct gate *gate, int64_t finger)
{
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate->holds[i].held && gate->holds[i].finger == finger) {
            lift(&gate->holds[i]);
        }
    }
}

static void hold_escape(struct gate *gate, bool held)
{
    struct gate_hold *escape = &gate->holds[GATE_ESCAPE];
    if (held && gate->other_keys == 0 && gate->alone_ms >= GATE_ALONE_MS) {
        take(escape, 0);
    } else if (!held && escape->held) {
        lift(escape);
    }
}

static void other_key(struct gate *gate, bool held)
{
    gate->other_keys += held ? 1 : gate->other_keys > 0 ? -1 : 0;
    if (held) {
        gate->alone_ms = gate->others_ms = 0;
        run_back(&gate->holds[GATE_ESCAPE]);
    }
}

void gate_key(struct gate *gate, const char *name, bool held)
{
    if (strcmp(name, "Escape") == 0 || strcmp(name, "AC Back") == 0) {
        hold_escape(gate, held);
    } else {
        other_key(gate, held);
    }
}

// ---- time

static int opposite(int corner)
{
    return (corner + 2) % GATE_CORNERS;
}

// A hand on a neighbouring corner too: that is a palm, or a tablet that is carried.
static bool crowded(const struct gate *gate, int corner)
{
    return gate->holds[(corner + 1) % GATE_CORNERS].held || gate->holds[(corner + 3) % GATE_CORNERS].held;
}

static bool held_for(const struct gate *gate, int ms)
{
    for (int i = 0; i < GATE_HOLDS; i++) {
        if (on(&gate->holds[i]) && gate->holds[i].held_ms >= ms) {
            return true;
        }
    }
    return false;
}

static bool leaving(const struct gate *gate)
{
    const struct gate_hold *holds = gate->holds;
    return (holds[0].done && holds[2].done) || (holds[1].done && holds[3].done) || holds[GATE_ESCAPE].done;
}

bool gate_wanted(const struct gate *gate, int corner)
{
    const struct gate_hold *first = &gate->holds[opposite(corner)], *second = &gate->holds[corner];
    return first->done && !second->done && (on(second) || first->since_ms <= GATE_SECOND_MS);
}

static bool any_wanted(const struct gate *gate)
{
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate_wanted(gate, i)) {
            return true;
        }
    }
    return false;
}

bool gate_busy(const struct gate *gate)
{
    return held_for(gate, 0) || gate_shows(gate);
}

static void pass(struct gate *gate, int dt_ms)
{
    for (int i = 0; i < GATE_HOLDS; i++) {
        struct gate_hold *hold = &gate->holds[i];
        if (hold->held) {
            pass_held(hold, i < GATE_CORNERS && crowded(gate, i), dt_ms);
        } else {
            pass_free(hold, dt_ms);
        }
    }
    gate->alone_ms += gate->alone_ms < GATE_ALONE_MS ? dt_ms : 0;
    gate->others_ms += gate->others_ms < GATE_DOUBT_MS ? dt_ms : 0;
}

enum gate_sign gate_pass(struct gate *gate, int dt_ms)
{
    pass(gate, dt_ms);
    if (leaving(gate)) {
        bool doubtful = gate->others_ms < GATE_DOUBT_MS;
        gate_start(gate);
        gate->doubtful = doubtful;
        return GATE_LEAVE;
    }
    if (!gate->paused && held_for(gate, GATE_PAUSE_MS)) {
        gate->paused = true;
        return GATE_PAUSE;
    }
    if (gate->paused && !held_for(gate, 0) && !any_wanted(gate)) {
        gate->paused = false;
        return GATE_CARD;
    }
    return GATE_NOTHING;
}

// ---- what shows

static bool rings(const struct gate *gate, int hold)
{
    return on(&gate->holds[hold]) && gate->holds[hold].held_ms >= GATE_RING_MS;
}

float gate_ring(const struct gate *gate, int hold)
{
    const struct gate_hold *at = &gate->holds[hold];
    if (at->done && hold < GATE_CORNERS && gate_wanted(gate, opposite(hold))) {
        return 1;
    }
    if (hold < GATE_CORNERS && gate_wanted(gate, hold)) {
        return (float)at->held_ms / GATE_LEAVE_MS;
    }
    bool going_back = !on(at) && at->held_ms > 0 && at->from_ms >= GATE_RING_MS;
    return going_back || rings(gate, hold) ? (float)at->held_ms / GATE_LEAVE_MS : -1;
}

int gate_ring_seconds(const struct gate *gate, int hold)
{
    return gate_ring(gate, hold) >= 1 ? 0 : (GATE_LEAVE_MS - gate->holds[hold].held_ms + 999) / 1000;
}

bool gate_shows(const struct gate *gate)
{
    for (int i = 0; i < GATE_HOLDS; i++) {
        if (gate_ring(gate, i) >= 0) {
            return true;
        }
    }
    return false;
}

enum gate_words gate_says(const struct gate *gate)
{
    if (any_wanted(gate)) {
        return GATE_SECOND_CORNER;
    }
    bool both = (rings(gate, 0) && rings(gate, 2)) || (rings(gate, 1) && rings(gate, 3));
    return both ? GATE_KEEP_BOTH : GATE_SILENT;
}
