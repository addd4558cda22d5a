// Settings: one flat page, each row takes effect at once.
#pragma once

struct app;

// At the program's end: the screen may have been left to the reading task.
void settings_free(struct app *app);
