// What the tests of the recorder share: a room with a microphone (SDL's disk driver reads a file) in which an
// invented voice speaks, and the way to each step of the recorder by touch.
#pragma once

#include "corner_app.h"
#include "invented_voice.h"
#include "scenes/chooser.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices_inside.h"

enum {
    ROOM_MS = 40000,
    LIVE_MS = 2900, // about when a take begins that is begun at once, on the microphone's clock
};

// The room hisses a little all the time; from at_ms on somebody speaks for ms.
static inline void somebody_speaks(int at_ms, int ms, float peak, float hiss)
{
    const int count = ROOM_MS * (VOICE_RATE / 1000);
    float *room = calloc((size_t)count, sizeof *room);
    int16_t *pcm = calloc((size_t)count, sizeof *pcm);
    voice_hiss(room, hiss > 0 ? count : 0, hiss, 3);
    voice_speak(room + (ptrdiff_t)at_ms * (VOICE_RATE / 1000), ms * (VOICE_RATE / 1000), VOICE_RATE, peak);
    for (int i = 0; i < count; i++) {
        pcm[i] = (int16_t)(fminf(fmaxf(room[i], -1), 1) * 32767);
    }
    write_file("in.raw", (const char *)pcm, (size_t)count * sizeof *pcm);
    free(room);
    free(pcm);
}

static inline void somebody_says_a_word(void)
{
    somebody_speaks(LIVE_MS + 300, 1200, 0.25f, 0.0005f);
}

// There is a microphone as long as there is a file.
static inline int make_studio(void **state)
{
    int wrong = make_folder(state);
    static char in[64], out[64];
    snprintf(in, sizeof in, "%s/in.raw", folder);
    snprintf(out, sizeof out, "%s/out.raw", folder);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILEIN", in, 1);
    setenv("SDL_DISKAUDIOFILE", out, 1);
    return wrong;
}

// Also after a test that failed, so that the next one finds no microphone open.
static inline int leave_studio(void **state)
{
    app_close(&app);
    app = (struct app){0};
    return remove_folder(state);
}

// Mama has nothing yet but `clips`; her card `instead` (0: none) is recorded again.
static inline int64_t open_recorder(enum moment moment, int clips, bool again)
{
    make_family(1, clips);
    start("voices", 1280, 800);
    int64_t instead = 0;
    for (int i = 0; i < app.voices->card_count; i++) {
        const struct voices_card *card = &app.voices->cards[i];
        if (card->moment == moment && card->slot == 1 && card->clip && again) {
            instead = card->clip->id;
        }
    }
    voices_record(&app, app.voices->person, moment, instead);
    frames(2);
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    return instead;
}

// Waits for a step, at most so long.
static inline void wait_for(enum recorder_step step, int most_ms)
{
    int until_ms = app.now_ms + most_ms;
    while (app.recorder->step != step && app.now_ms < until_ms) {
        frames(1);
    }
    assert_int_equal(app.recorder->step, step);
}

static inline void record(void)
{
    tap(RECORDER_RECORD);
    assert_int_equal(app.recorder->step, RECORDER_COUNT);
    wait_for(RECORDER_LIVE, RECORDER_COUNT_MS + 50);
}

static inline void record_to_review(void)
{
    record();
    wait_for(RECORDER_REVIEW, 5000);
}

static inline int clips_now(struct voice_clip *first)
{
    struct voice_clip *clips = NULL;
    int count = clips_list(app.family, 0, &clips);
    if (count > 0) {
        *first = clips[0];
    }
    free(clips);
    return count;
}

static inline int older_now(struct voice_clip *first)
{
    struct voice_clip *clips = NULL;
    int count = clips_older(app.family, app.people.list[0].id, &clips);
    if (count > 0) {
        *first = clips[0];
    }
    free(clips);
    return count;
}

// Keep is pressed where the tablet is full; then once more, where there is room again.
static inline void keep_without_room(void)
{
    meddle("create trigger full before insert on clip begin select raise(abort, 'full'); end");
    tap(RECORDER_KEEP);
}

static inline void keep_with_room(void)
{
    meddle("drop trigger full");
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
}

#define IN_A_STUDIO(test) cmocka_unit_test_setup_teardown(test, make_studio, leave_studio)
