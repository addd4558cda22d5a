// The recorder's take: cleaned as it will sound in the game, cut by its handles, heard.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/least.h"
#include "core/samples.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/recorder_inside.h"
#include "ui/page.h"

static const char path[] = MIXER_KEPT "take";
enum { HUSH_MS = 120 };

void recorder_drop(struct recorder *recorder)
{
    take_free(&recorder->raw);
    take_free(&recorder->clean);
    recorder->raw = recorder->clean = (struct take){0};
}

int16_t *recorder_samples(const struct app *app, int *count)
{
    const struct recorder *recorder = app->recorder;
    if (!recorder || recorder->clean.count == 0) {
        return NULL;
    }
    *count = recorder->clean.count;
    return take_pcm(&recorder->clean);
}

// A quiet voice shall be seen too: heights are of the loudest bar, and by the ear's way.
static void draw_bars(struct recorder *recorder)
{
    unsigned char peaks[RECORDER_WAVE_BARS], most = 1;
    samples_bars(recorder->raw.samples, recorder->raw.count, peaks, RECORDER_WAVE_BARS);
    for (int i = 0; i < RECORDER_WAVE_BARS; i++) {
        most = peaks[i] > most ? peaks[i] : most;
    }
    for (int i = 0; i < RECORDER_WAVE_BARS; i++) {
        recorder->bars[i] = (unsigned char)(255 * sqrtf((float)peaks[i] / (float)most));
    }
}

static enum take_fault clean(struct app *app, int first_ms, int end_ms)
{
    struct recorder *recorder = app->recorder;
    struct take fresh = {0};
    struct take_measure measure;
    enum take_fault fault = take_clean(&recorder->raw, first_ms, end_ms, &fresh, &measure);
    if (fault != TAKE_FINE) {
        return fault;
    }
    take_free(&recorder->clean);
    recorder->clean = fresh;
    recorder->measure = measure;
    recorder->first_ms = measure.first_ms;
    recorder->end_ms = measure.end_ms;
    mixer_forget(app->mixer, path);
    return TAKE_FINE;
}

// A longer one: its first part, until the handles choose another.
static enum take_fault clean_to_fit(struct app *app)
{
    struct recorder *recorder = app->recorder;
    enum take_fault fault = clean(app, 0, 0);
    int longest_ms = recorder_longest_ms(recorder);
    recorder->cut_to_fit =
        fault == TAKE_FINE && recorder->end_ms - recorder->first_ms > longest_ms + 2 * TAKE_MARGIN_MS;
    return recorder->cut_to_fit ? clean(app, recorder->first_ms, recorder->first_ms + longest_ms) : fault;
}

static const char *message_of(enum take_fault fault)
{
    switch (fault) {
    case TAKE_FINE: return NULL;
    case TAKE_SILENT: return "r.err.none";
    case TAKE_SHORT: return "r.err.short";
    case TAKE_NO_MEMORY: return "r.full";
    case TAKE_LONG: return "r.err.toolong";
    case TAKE_UNREADABLE: return "r.err.file";
    }
    return NULL;
}

static void look_at(struct app *app, enum take_fault fault)
{
    struct recorder *recorder = app->recorder;
    fault = fault == TAKE_FINE ? clean_to_fit(app) : fault;
    recorder->message = message_of(fault);
    recorder->keep_failed = NULL;
    recorder->listening_ms = -1;
    if (fault == TAKE_FINE) {
        draw_bars(recorder);
        recorder_step_to(app, RECORDER_REVIEW);
    } else {
        recorder_drop(recorder);
        recorder_step_to(app, RECORDER_READY);
    }
}

void recorder_review(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_drop(recorder);
    recorder->imported = false;
    look_at(app, take_from_pcm(recorder->live, recorder->live_count, &recorder->raw));
}

// Of a long file a minute from its first word on: on more of it handles could not choose.
static void shorten(struct take *raw)
{
    struct span heard = {0};
    const int most = RECORDER_FILE_MS * (TAKE_RATE / 1000);
    if (raw->count <= most) {
        return;
    }
    if (!samples_heard(raw->samples, raw->count, TAKE_RATE, TAKE_RATE, &heard)) {
        heard.first = 0;
    }
    raw->count = raw->count - heard.first < most ? raw->count - heard.first : most;
    memmove(raw->samples, raw->samples + heard.first, (size_t)raw->count * sizeof *raw->samples);
}

void recorder_import(struct app *app, const char *file)
{
    struct recorder *recorder = app->recorder;
    recorder_close_microphone(app);
    recorder_drop(recorder);
    recorder->imported = true;
    enum take_fault fault = take_read(file, &recorder->raw);
    shorten(&recorder->raw);
    look_at(app, fault);
}

// ---- the handles

static void move_first(struct recorder *recorder, int ms)
{
    recorder->first_ms = between(ms, 0, recorder->end_ms - RECORDER_SHORTEST_MS);
    recorder->end_ms = between(recorder->end_ms, 0, recorder->first_ms + recorder_longest_ms(recorder));
}

static void move_end(struct recorder *recorder, int ms)
{
    int whole_ms = take_length_ms(&recorder->raw);
    recorder->end_ms = between(ms, recorder->first_ms + RECORDER_SHORTEST_MS, whole_ms);
    recorder->first_ms =
        between(recorder->first_ms, recorder->end_ms - recorder_longest_ms(recorder), whole_ms);
}

void recorder_drag(struct app *app)
{
    struct recorder *recorder = app->recorder;
    struct page_drag drag = page_dragged(app->page);
    int whole_ms = take_length_ms(&recorder->raw);
    if (recorder->wave.w == 0 || whole_ms < RECORDER_SHORTEST_MS) {
        return;
    }
    int ms =
        (int)((drag.x - drag.grip_x - (float)recorder->wave.x) / (float)recorder->wave.w * (float)whole_ms);
    recorder_hush(app);
    if (drag.id == RECORDER_HANDLE_FIRST) {
        move_first(recorder, ms);
    } else {
        move_end(recorder, ms);
    }
    if (drag.ended && clean(app, recorder->first_ms, recorder->end_ms) != TAKE_FINE) {
        recorder->first_ms = recorder->measure.first_ms; // nobody speaks there: as it was
        recorder->end_ms = recorder->measure.end_ms;
    }
}

// ---- hearing

void recorder_hush(struct app *app)
{
    if (app->recorder->listening_ms >= 0) {
        mixer_volume(app->mixer, MIXER_VOICE, 0, HUSH_MS);
        app->recorder->listening_ms = -1;
    }
}

void recorder_play(struct app *app)
{
    if (app->recorder->listening_ms >= 0) {
        recorder_hush(app);
        return;
    }
    mixer_play(app->mixer, MIXER_VOICE, path, MIXER_VOLUME_MAX, 0);
    app->recorder->listening_ms = app->now_ms;
}
