// The recorder's take is kept. It is said only once it is safe: natively at once, in a browser some frames
// later.
#include <stdlib.h>

#include "platform/keeping.h"
#include "scenes/app.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices.h"

static int64_t keep(struct app *app, int64_t instead)
{
    struct recorder *recorder = app->recorder;
    int16_t *pcm = take_pcm(&recorder->clean), *raw = take_pcm(&recorder->raw);
    int64_t id = 0;
    if (pcm && raw) {
        id = clip_keep(app->family, recorder->caregiver, recorder->moment, instead,
                       &(struct clip_take){.pcm = pcm,
                                           .count = recorder->clean.count,
                                           .raw = raw,
                                           .raw_count = recorder->raw.count,
                                           .first_ms = recorder->first_ms,
                                           .end_ms = recorder->end_ms,
                                           .lufs = recorder->measure.lufs,
                                           .peak_dbtp = recorder->measure.peak_dbtp},
                       app_utc(app));
    }
    free(pcm);
    free(raw);
    return id;
}

// Where it can't be kept the take stays, so that it can be tried again.
void recorder_keep(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_hush(app);
    recorder->keeping = keep(app, recorder->instead);
    recorder->keeping_ms = app->now_ms;
    if (recorder->keeping == 0) {
        recorder->keep_failed = app->family ? "r.full" : "r.nowhere";
        return;
    }
    recorder->keep_failed = NULL;
    recorder_await(app);
}

static void confirm(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder->kept = true;
    keeping_matters();
    voices_kept(app, recorder->keeping, recorder->instead);
    app_go(app, &scene_voices);
}

// The clip in memory goes too, and what it took the place of plays again: tried once more it must not be
// there twice.
static void take_back(struct app *app)
{
    struct recorder *recorder = app->recorder;
    clip_unkeep(app->family, recorder->keeping, recorder->instead);
    recorder->keep_failed = "r.full";
}

void recorder_await(struct app *app)
{
    struct recorder *recorder = app->recorder;
    const enum keeping state = recorder->keeping ? keeping_state() : KEEPING_UNDER_WAY;
    if (state == KEEPING_UNDER_WAY) {
        return;
    }
    if (state == KEEPING_SAFE) {
        confirm(app);
    } else {
        take_back(app);
    }
    recorder->keeping = 0;
}

// Whoever leaves the review by a slip, or says it again, finds the take among the older ones. A file that was
// chosen is still where it was.
void recorder_put_aside(struct app *app)
{
    struct recorder *recorder = app->recorder;
    if (recorder->step != RECORDER_REVIEW || recorder->kept || recorder->keeping || recorder->imported) {
        return;
    }
    int64_t id = keep(app, 0);
    if (id != 0 && clip_retire(app->family, id, app_utc(app))) {
        voices_put_aside(app);
    }
}
