// A scene: one screen, a const struct of hooks. event, tick, close and leave may be NULL.
#pragma once

#include <stdbool.h>

struct app;
struct event;

struct scene {
    const char *name;                                          // as in --screen and the trace
    void (*enter)(struct app *app);                            // resets the scene's own state
    void (*event)(struct app *app, const struct event *event); // answers a press in this very frame
    void (*tick)(struct app *app, int dt_ms);
    void (*lay_out)(struct app *app);       // a screen that is a page and no more: in place of draw and shown
    void (*draw)(struct app *app);          // reads, never decides; not called where nobody looks
    void (*shown)(struct app *app);         // the frame has been shown: its sounds and its lines of the trace
    int (*still_ms)(const struct app *app); // how long nothing changes by itself; NULL: as its page says
    void (*close)(struct app *app); // the program ends now: bring everybody back, keep what was played
    void (*leave)(struct app *app); // another scene follows, or none: free what is the scene's own
};

// The hooks of the scene that is on, or what stands for them.
void scene_draw(struct app *app);
void scene_shown(struct app *app);
int scene_still_ms(const struct app *app);

extern const struct scene scene_play, scene_good_night;
// The grown-ups' corner.
extern const struct scene scene_gate, scene_first, scene_home, scene_voices, scene_recorder, scene_levels,
    scene_editor, scene_progress, scene_away, scene_guidance, scene_doctor, scene_settings, scene_lock;
