// Start-up and shut-down: the first paint comes before anything that takes time.
#include "scenes/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "platform/clock.h"
#include "platform/files.h"
#include "platform/loader.h"
#include "platform/mixer.h"
#include "platform/replay.h"
#include "platform/trace.h"
#include "platform/window.h"
#include "scenes/deletion.h"
#include "scenes/honest.h"
#include "scenes/recorder.h"
#include "scenes/soundtrack.h"
#include "store/family.h"

enum { MICROPHONE_WAIT_MS = 100 }; // one that play left may still be closing; the sound faded meanwhile

// The wall in its shade, until the first picture is loaded: no screen is brighter than a luminance of .70
// (science 5.1).
static const uint32_t first_paint = 0xFFC3DAD6;

static bool fail(const char *about, const char *reason)
{
    fprintf(stderr, "peekaboo: %s%s\n", about, reason);
    return false;
}

static bool open_files(struct app *app)
{
    const struct options *options = &app->options;
    char reason[512];
    if (options->replay && !(app->replay = replay_open(options->replay, reason, sizeof reason))) {
        fprintf(stderr, "%s\n", reason);
        return false;
    }
    if (options->trace && !(app->trace = trace_open(options->trace))) {
        return fail("can't write ", options->trace);
    }
    if (options->shots && !files_make_folder(options->shots)) {
        return fail("can't write pictures to ", options->shots);
    }
    if (options->record &&
        !(app->recording = recording_open(options->record))) { // last: it empties the old one
        return fail("can't write ", options->record);
    }
    return true;
}

static bool open_window(struct app *app)
{
    char reason[256];
    app->window = window_open(&(struct window_options){.title = "Peekaboo",
                                                       .w = app->options.w,
                                                       .h = app->options.h,
                                                       .headless = app->options.virtual_time},
                              reason, sizeof reason);
    if (!app->window) {
        return fail("there is no window to play in: ", reason);
    }
    app->canvas = window_canvas(app->window);
    canvas_begin(app->canvas);
    canvas_fill(app->canvas, NULL, first_paint);
    canvas_end(app->canvas);
    return true;
}

static void heard(void *context, const char *moment, const char *clip)
{
    app_heard(context, moment, clip);
}

// "kept:12" is the family's clip 12; "kept:take" the one that is in review.
static int16_t *kept(void *context, const char *path, int *count)
{
    struct app *app = context;
    const char *name = path + sizeof MIXER_KEPT - 1;
    if (strcmp(name, "take") == 0) {
        return recorder_samples(app, count);
    }
    return clip_pcm(app->family, strtoll(name, NULL, 10), count);
}

static bool open_parts(struct app *app)
{
    if (app_looked_at(app) && !(app->loader = loader_new(app->options.virtual_time))) {
        return fail("there is not enough memory", "");
    }
    if (!app->mixer) {
        app->mixer = mixer_open(
            &(struct mixer_options){.virtual_time = app->options.virtual_time, .kept = kept, .context = app});
    }
    app->stage = stage_new(app->canvas, app->loader, (unsigned)app->options.seed);
    app->soundtrack = app->mixer ? soundtrack_new(app->mixer, app->options.seed, heard, app) : NULL;
    return app->stage && app->soundtrack ? true : fail("there is not enough memory", "");
}

static const struct scene *first_scene(struct app *app)
{
    const struct options *options = &app->options;
    static const struct scene *const scenes[] = {
        &scene_play,   &scene_good_night, &scene_gate,   &scene_first,    &scene_home,
        &scene_voices, &scene_recorder,   &scene_levels, &scene_editor,   &scene_progress,
        &scene_away,   &scene_guidance,   &scene_doctor, &scene_settings, &scene_lock};
    for (size_t i = 0; options->screen && i < sizeof scenes / sizeof *scenes; i++) {
        if (strcmp(options->screen, scenes[i]->name) == 0) {
            return scenes[i];
        }
    }
    return first_is_due(app) ? &scene_first : &scene_home;
}

static void begin_with(struct app *app, const struct scene *scene)
{
    app_go(app, scene);
    app_take_scene(app);
}

bool app_open(struct app *app, const struct options *options)
{
    *app = (struct app){.options = *options, .leave_ms = -1};
    if (!options->seeded && !options->replay && !options->virtual_time) {
        app->options.seed = (uint64_t)clock_utc();
    }
    if (!open_files(app) || !open_window(app) || !open_parts(app)) {
        app_close(app);
        return false;
    }
    app_open_family(app);
    begin_with(app, first_scene(app));
    return true;
}

// All but what the program was given: its files, its window, its sound.
static void close_parts(struct app *app)
{
    app->next_scene = NULL; // nobody comes: what was made ready for the next screen goes too
    if (app->scene && app->scene->leave) {
        app->scene->leave(app);
    }
    deletion_carry_out(app);
    free(app->recorder); // a target that was never recorded
    app->recorder = NULL;
    corner_free(app);
    if (app->soundtrack) {
        play_forget(app);
    }
    soundtrack_free(app->soundtrack);
    stage_free(app->stage);
    loader_free(app->loader);
    family_close(app->family);
}

bool app_begin_anew(struct app *app)
{
    close_parts(app);
    clock_again();
    *app = (struct app){.options = app->options,
                        .window = app->window,
                        .canvas = app->canvas,
                        .mixer = app->mixer,
                        .sound_open = app->sound_open,
                        .microphone_lost = app->microphone_lost,
                        .hidden = app->hidden,
                        .leave_ms = -1};
    if (!open_parts(app)) {
        return false;
    }
    app_open_family(app);
    begin_with(app, &scene_good_night);
    return true;
}

void app_close(struct app *app)
{
    close_parts(app);
    bool sound_let_go = !app->mixer || mixer_close(app->mixer);
    replay_free(app->replay);
    recording_free(app->recording);
    trace_free(app->trace);
    bool microphone_let_go = !app->microphone_lost && microphone_all_let_go(MICROPHONE_WAIT_MS);
    if (app->window && sound_let_go && microphone_let_go) {
        window_close(app->window);
    }
}
