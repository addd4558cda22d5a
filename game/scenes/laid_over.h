// What a browser lays over the page where only a real touch will do: its own input over a field, its own
// button over that of the chooser. Elsewhere nothing does.
#pragma once

struct app;

// Once a frame, when the page is laid out.
void laid_over_follow(struct app *app);
// What is typed into a browser's field is drawn as fast as it draws.
int laid_over_still_ms(const struct app *app, int still_ms);
// Nothing of it is in sight any more.
void laid_over_go(void);
