// The grown-ups' corner: what its screens share. It is made when it is first entered, fades in and out, and
// closes by itself when nobody touches it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "scenes/corner_art.h"
#include "ui/gate.h"

struct app;
struct event;
struct scene;
struct sprite;

enum {
    CORNER_CLOSES_MS = 120000,  // ui/guide.md 4: two minutes without a touch, but not while somebody records
    CORNER_FADE_MS = 250,       // between its screens
    CORNER_PLAY_FADE_MS = 600,  // to and from what a baby sees
    CORNER_DUSK_FADE_MS = 2800, // to and from the dark screen: a light that is switched on hurts
};

struct corner {
    struct gate gate; // Esc held, and closing the window: the gate in the corner asks before the program ends
    struct sprite *before; // what the window showed, fading
    int fade_began_ms, fade_ms;
    int touched_ms;      // when somebody was last there,
    int64_t touched_utc; // and by the calendar, which goes on while a tablet sleeps
    bool lost_said;      // that what was changed last could not be kept
    struct corner_art art;
};

// Whether a scene belongs to it.
bool corner_is(const struct scene *scene);
// A scene follows another: what is shared is there, and the old picture fades.
void corner_entered(struct app *app, const struct scene *before);
// A screen changes within itself: the old picture fades as between two.
void corner_fade(struct app *app, int fade_ms);
// Before the scene gets an event.
void corner_event(struct app *app, const struct event *event);
void corner_tick(struct app *app, int dt_ms);
// The page with its font, for what is said over a baby's screen: made now where it was not yet needed. False
// without memory or font.
bool corner_page(struct app *app);
// What is shown where `wanted` should be: without a page no screen of the corner, but what babies see, which
// does without letters. A game begins there, or ends.
const struct scene *corner_instead(struct app *app, const struct scene *wanted);
// A corner's page: laid out and drawn in a frame that is drawn; after one that is not, laid out all the same:
// presses have to know where things would be.
void corner_draw_page(struct app *app, void (*lay_out)(struct app *app));
void corner_keep_laid(struct app *app, void (*lay_out)(struct app *app));
// Over what the scene has drawn.
void corner_draw(struct app *app);
int corner_still_ms(const struct app *app, int still_ms);
void corner_free(struct app *app);
