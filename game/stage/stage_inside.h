// Inside of the stage: for stage.c and stage_drawn.c only.
#pragma once

#include <stdbool.h>

#include "stage/answer.h"
#include "stage/dusk.h"
#include "stage/ensemble.h"
#include "stage/stage.h"

struct stage {
    struct canvas *canvas;
    struct loader *loader;
    unsigned seed;
    int peek_permille;
    bool calm;
    struct ensemble *shown, *prepared; // prepared is NULL where nothing else is to come
    struct sprite *faded;              // the picture that was, while it fades; NULL else
    int fade_ms;                       // when that began
    bool first;                        // out of the empty wall
    enum act act;
    struct dusk dusk;
    struct answers answers;
    struct tally tally;
    bool touched;
    bool turned; // and not drawn since
    int touch_ms;
    int last_ms; // the clock when something was last told or drawn
};
