// Home's parts. Only for scenes/home*.c.
#pragma once

#include <stddef.h>

#include "core/plan.h"

struct app;
struct sprite;

enum home_id { HOME_PLAY = 1, HOME_VOICES, HOME_FIRST, HOME_BEAR, HOME_PEOPLE };

struct home {
    struct sprite *theatre, *bear;
    int theatre_w, bear_px;
};

// Lays the screen out in app->page.
void home_lay_out(struct app *app);
// Today's plan in one sentence, the ladder's own: "6 rounds, longest away 2.3 s, about 2 minutes".
void home_plan_sentence(const struct plan *plan, char *out, size_t size);
