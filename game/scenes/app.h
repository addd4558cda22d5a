// The program: its parts, its clock, its loop. One frame: time, events, ticks, drawing, and then what was
// shown is heard and written down.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "scenes/aside.h"
#include "scenes/corner.h"
#include "scenes/ear.h"
#include "scenes/options.h"
#include "scenes/out.h"
#include "scenes/people.h"
#include "scenes/play.h"
#include "scenes/resting.h"
#include "scenes/scene.h"
#include "scenes/touches.h"

struct canvas;
struct away;
struct chooser;
struct crop;
struct deletion;
struct doctor;
struct editor;
struct event;
struct family;
struct font;
struct gate_task;
struct guidance;
struct home;
struct levels;
struct loader;
struct mixer;
struct page;
struct progress;
struct recorder;
struct recording;
struct replay;
struct settings_screen;
struct soundtrack;
struct stage;
struct trace;
struct voices;
struct window;

struct app {
    struct options options;
    struct window *window;
    struct canvas *canvas;
    struct loader *loader;
    struct stage *stage;
    struct mixer *mixer;
    struct soundtrack *soundtrack;
    struct family *family; // NULL: nothing can be stored
    struct trace *trace;
    struct replay *replay;
    struct recording *recording;

    const struct scene *scene, *next_scene; // next_scene is taken up between ticks
    struct play play;
    struct aside aside; // what is said over what a baby sees

    // The grown-ups' corner: made when it is first entered.
    struct font *font;
    struct page *page;
    struct corner corner;
    struct people people;
    struct resting resting;
    struct voices *voices;       // scenes/voices.c's own
    struct recorder *recorder;   // scenes/recorder.c's own
    struct home *home;           // scenes/home.c's own
    struct gate_task *gate_task; // scenes/gate.c's own
    struct chooser *chooser;     // scenes/chooser.c's own
    struct crop *crop;           // scenes/crop.c's own
    struct levels *levels;       // and so on: each screen's own, NULL while it is not on
    struct editor *editor;
    struct progress *progress;
    struct away *away;
    struct guidance *guidance;
    struct doctor *doctor;
    struct settings_screen *settings;
    struct deletion *deletion; // scenes/deletion.c's own: it outlives the gate that is asked in between
    struct ear *ear;           // scenes/ear.c's own, for a session; NULL: nobody listens
    char level_to_edit[LEVEL_NAME_SIZE]; // what scene_editor opens; "": today's
    struct out_saved saved;              // scenes/out.c's own
    bool level_saved;                    // it comes back with that level changed
    char chosen_file[1024]; // what a file chooser is answered with: a dropped file, a replay's; "": nothing

    struct rect safe;         // the part of the window that no notch covers, pixels
    int now_ms;               // this frame's time on the program's clock
    int frame_ms;             // since the frame before
    int left_over_ms;         // frame time that was not yet a tick
    int due_ms;               // when this frame was to be
    int asked_ms;             // for how long the frame before asked to sleep
    int heard_ms;             // when the last event came
    int quiet_ms;             // until then the picture stays as it is, if nothing comes
    int shot_ms;              // when the next picture is due
    int leave_ms;             // when to leave by itself; -1: not
    int64_t calendar_seconds; // how far the calendar was moved by a replay
    struct touches touches;
    bool hidden;
    int hidden_ms; // when it was hidden
    bool sound_open;
    bool shortest;                     // home goes on to play the shortest level, whatever was chosen
    bool first_read;                   // the honest page was read this time
    bool microphone_lost;              // one that did not let go: the program ends without waiting for it
    enum microphone_state ear_failure; // scenes/ear.c's own
    bool closing;                      // the frame to come is the last one
    int frames, late;
};

// False and a sentence on standard error where the game can't start. The options must live as long as the
// app.
bool app_open(struct app *app, const struct options *options);
// A program that ran for days begins anew at the still screen, in the same window: its clock counts
// milliseconds in an int. False, with a sentence on standard error, where it can't go on.
bool app_begin_anew(struct app *app);
// One frame. False when the program is to end.
bool app_frame(struct app *app);
// An event as a replay has it, before the next frame: for tests whose hands look at what is on before they
// move.
void app_event(struct app *app, const struct event *event);
// The program is to end: nobody stays hidden, what was played is kept; the next frame is the last.
void app_end(struct app *app);
void app_close(struct app *app);

// A change of scene, taken up before the next tick ...
void app_go(struct app *app, const struct scene *scene);
// ... by this.
void app_take_scene(struct app *app);
// A sound begins: the trace says so, moment and clip as in design.md 4.
void app_heard(const struct app *app, const char *moment, const char *clip);
// UTC seconds, with what a replay moved.
int64_t app_utc(const struct app *app);
// Whether frames are drawn at all: under virtual time only where somebody looks at shots.
bool app_looked_at(const struct app *app);
// Whether each frame is drawn; else only those where a shot is due.
bool app_draws_all(const struct app *app);

// The family's file is opened, and what is set in it takes effect. Where it can't be used app->family is NULL
// and a sentence is on standard error.
void app_open_family(struct app *app);
// It is closed, so that it may be deleted or another one put in its place; app_open_family opens that one.
void app_close_family(struct app *app);
