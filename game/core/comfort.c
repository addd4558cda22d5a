// Banging is a sign of upset.
#include "core/comfort.h"

void comfort_start(struct comfort *comfort)
{
    *comfort = (struct comfort){0};
}

/*@ requires \valid(comfort) && sane_comfort(*comfort) && 1 <= dt_ms <= 1000;
    assigns *comfort;
    ensures sane_comfort(*comfort); */
static void pass(struct comfort *comfort, int dt_ms)
{
    if (!comfort->running) {
        return;
    }
    comfort->pause_ms += dt_ms;
    comfort->run_ms += dt_ms;
    if (comfort->pause_ms > BANGING_GAP_MS) {
        comfort_start(comfort);
    }
}

bool comfort_banging(struct comfort *comfort, int touches, int dt_ms)
{
    pass(comfort, dt_ms);
    if (touches <= 0) {
        return false;
    }
    comfort->running = true;
    comfort->pause_ms = 0;
    if (comfort->run_ms < BANGING_RUN_MS) {
        return false;
    }
    comfort_start(comfort);
    return true;
}
