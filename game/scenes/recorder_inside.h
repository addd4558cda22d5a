// Inside of the recorder: for scenes/recorder*.c only.
#pragma once

#include "core/meter.h"
#include "platform/canvas.h"
#include "platform/microphone.h"
#include "scenes/recorder.h"
#include "store/take.h"

struct app;
struct microphone;

// ready -> count -> live -> review; failed: the microphone can't be had, or went.
enum recorder_step { RECORDER_READY, RECORDER_COUNT, RECORDER_LIVE, RECORDER_REVIEW, RECORDER_FAILED };

enum {
    RECORDER_COUNT_EACH_MS = 700,                         // ui/guide.md 4: silent
    RECORDER_COUNT_MS = 3 * RECORDER_COUNT_EACH_MS + 200, // then a pause, so that the tap is not recorded
    RECORDER_LONGEST_MS = 4000,
    RECORDER_LONGEST_AWAY_MS = 20000,
    RECORDER_FILE_MS = 60000,   // of a sound file
    RECORDER_SHORTEST_MS = 400, // between the handles
    RECORDER_ZEROS_MS = 1900,   // nothing but zeros for so long: said within 2 s
    RECORDER_IDLE_MS = 120000,  // nobody there: the microphone is not left open
    RECORDER_WAVE_BARS = 108,
};

enum recorder_id {
    RECORDER_SHEET = 1,
    RECORDER_CLOSE,
    RECORDER_RECORD,
    RECORDER_CANCEL,
    RECORDER_STOP,
    RECORDER_LISTEN,
    RECORDER_AGAIN,
    RECORDER_KEEP,
    RECORDER_IMPORT,
    RECORDER_WITHOUT,
    RECORDER_RETRY,
    RECORDER_HANDLE_FIRST,
    RECORDER_HANDLE_END,
};

struct recorder {
    int64_t caregiver, instead;
    enum moment moment;
    int slot;

    enum recorder_step step;
    int step_ms;         // when it began
    const char *message; // a key of what went wrong with the last take; NULL: nothing
    struct microphone *microphone;
    int opened_ms;
    enum microphone_state failure;
    struct meter meter;
    int16_t *live; // what is recorded: room for the longest
    int live_count;

    struct take raw, clean;
    struct take_measure measure;
    int first_ms, end_ms;      // the handles, in the raw take
    bool imported, cut_to_fit; // ... from a file; only a part of it may be kept
    unsigned char bars[RECORDER_WAVE_BARS];
    struct rect wave;        // where its bars are, units
    int listening_ms;        // when it began to be played; -1: not
    const char *keep_failed; // a key; NULL: it did not
    int64_t keeping;         // the clip that is on its way to the disk; 0: none
    int keeping_ms;          // since when
    bool kept;
    bool chooser; // a file is being chosen

    int sheet_h; // units, as high as its contents were when they were last laid out
    struct sprite *count_now, *count_gone, *count_coming;
    int count_px;
};

int recorder_longest_ms(const struct recorder *recorder);
void recorder_step_to(struct app *app, enum recorder_step step);

// ---- the microphone (recorder_listen.c)
void recorder_open_microphone(struct app *app);
void recorder_close_microphone(struct app *app);
// Once a tick: takes what came, and goes on where it is time.
void recorder_listen(struct app *app);
void recorder_stop(struct app *app); // live ends: to review, or back with a sentence

// ---- the take (recorder_take.c)
void recorder_review(struct app *app); // what was recorded, cleaned; a sentence where that can't be
void recorder_import(struct app *app, const char *path);
void recorder_drag(struct app *app);
void recorder_play(struct app *app);
void recorder_hush(struct app *app);
void recorder_drop(struct recorder *recorder); // frees the take

// ---- keeping it (recorder_keep.c)
void recorder_keep(struct app *app);
// Once a tick: goes on where it is safe, and comes back with a sentence where it failed.
void recorder_await(struct app *app);
// A take that was neither kept nor refused becomes an older take.
void recorder_put_aside(struct app *app);

// ---- layouts: of the whole page (recorder_layout.c) ...
void recorder_lay_out(struct app *app);
// ... and of each step on the sheet, below its heading; each returns where its contents end
// (recorder_speak.c, recorder_review.c).
int recorder_lay_ready(struct app *app, struct rect in);
int recorder_lay_count(struct app *app, struct rect in);
int recorder_lay_live(struct app *app, struct rect in);
int recorder_lay_review(struct app *app, struct rect in);
void recorder_free_circles(struct recorder *recorder);
