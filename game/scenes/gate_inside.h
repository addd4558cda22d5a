// Inside of the gate's screen: for scenes/gate*.c only.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"
#include "scenes/gate.h"
#include "ui/reading_task.h"

struct app;
struct scene;

enum gate_id { GATE_CLOSE = 1, GATE_TILES };

struct gate_task {
    struct reading_task task;
    enum gate_purpose purpose;
    const struct scene *behind;
    int asked_ms;
    bool begun;    // `task` knows of earlier wrong answers
    int closed_ms; // when it was left
    bool by_keys;  // a key was used
    bool returns;  // `behind` goes on where it was
    bool agreed;   // GATE_TO_AGREE was passed
    struct sprite *pictures[TASK_WORDS];
    int picture_px;
};

// Lays the plate out in app->page.
void gate_lay_out(struct app *app);
void gate_free_pictures(struct gate_task *gate);
