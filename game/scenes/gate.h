// The gate's reading task as a screen: over what the baby sees, or in the corner.
#pragma once

#include <stdbool.h>

struct app;
struct gate_task;
struct scene;

enum gate_purpose {
    GATE_TO_HOME, // into the grown-ups' corner
    GATE_TO_END,  // out of the program
    GATE_TO_AGREE // back to the screen that asked, which may then do what can't be taken back
};

// Asks; whoever does not answer comes back to the scene that is on now, which goes on where there is no
// memory to ask.
void gate_ask(struct app *app, enum gate_purpose purpose);
// The scene before the gate is entered again: true once, so that it goes on where it was.
bool gate_returns(struct app *app);
// The gate that this scene asked for GATE_TO_AGREE was passed: true once.
bool gate_agreed(struct app *app);
// The scene that the gate stands over.
const struct scene *gate_behind(const struct app *app);
// How long the last asking took.
int gate_took_ms(const struct app *app);
void gate_free(struct gate_task *task);
