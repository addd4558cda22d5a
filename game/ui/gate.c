// Holding corners.
#include "ui/gate.h"

// A corner is a square of at most 12 % of the short side (design.md 6); a held finger may slip this much
// farther.
static const float corner_share = 0.12f, slip_share = 0.075f;

void gate_start(struct gate *gate)
{
    *gate = (struct gate){0};
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

void gate_down(struct gate *gate, int64_t finger, float x, float y, int w, int h)
{
    int corner = corner_at(x, y, w, h, corner_share);
    if (corner >= 0) { // the newest finger counts: another's lift may have been lost
        struct gate_corner *held = &gate->corners[corner];
        held->held = true;
        held->finger = finger;
        held->held_ms = 0;
    }
}

void gate_move(struct gate *gate, int64_t finger, float x, float y, int w, int h)
{
    int corner = corner_at(x, y, w, h, corner_share + slip_share);
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate->corners[i].held && gate->corners[i].finger == finger && corner != i) {
            gate->corners[i].held = false;
        }
    }
}

void gate_up(struct gate *gate, int64_t finger)
{
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate->corners[i].held && gate->corners[i].finger == finger) {
            gate->corners[i].held = false;
        }
    }
}

void gate_escape(struct gate *gate, bool held)
{
    gate->escape_held = held;
    gate->escape_ms = 0;
}

static void pass_corner(struct gate_corner *corner, int dt_ms)
{
    if (corner->held) {
        corner->held_ms += dt_ms;
        corner->done = corner->done || corner->held_ms >= GATE_LEAVE_MS;
        corner->since_ms = 0;
        return;
    }
    if (corner->done && (corner->since_ms += dt_ms) > GATE_SECOND_MS + GATE_LEAVE_MS) {
        corner->done = false;
    }
}

static bool held_for(const struct gate *gate, int ms)
{
    for (int i = 0; i < GATE_CORNERS; i++) {
        if (gate->corners[i].held && gate->corners[i].held_ms >= ms) {
            return true;
        }
    }
    return gate->escape_held && gate->escape_ms >= ms;
}

static bool leaving(const struct gate *gate)
{
    bool opposite =
        (gate->corners[0].done && gate->corners[2].done) || (gate->corners[1].done && gate->corners[3].done);
    return opposite || (gate->escape_held && gate->escape_ms >= GATE_LEAVE_MS);
}

bool gate_busy(const struct gate *gate)
{
    return held_for(gate, 0);
}

enum gate_sign gate_pass(struct gate *gate, int dt_ms)
{
    for (int i = 0; i < GATE_CORNERS; i++) {
        pass_corner(&gate->corners[i], dt_ms);
    }
    gate->escape_ms += gate->escape_held ? dt_ms : 0;
    if (leaving(gate)) {
        gate_start(gate);
        return GATE_LEAVE;
    }
    if (!gate->paused && held_for(gate, GATE_PAUSE_MS)) {
        gate->paused = true;
        return GATE_PAUSE;
    }
    if (gate->paused && !gate_busy(gate)) {
        gate->paused = false;
        return GATE_CARD;
    }
    return GATE_NOTHING;
}
