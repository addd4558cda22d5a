// Home's parts. Only for scenes/home*.c.
#pragma once

struct app;
struct sprite;

enum home_id { HOME_PLAY = 1, HOME_VOICES, HOME_FIRST, HOME_BEAR, HOME_PEOPLE };

struct home {
    int dummy;
};

// Lays the screen out in app->page.
void home_lay_out(struct app *app);
