// What the tests of the listening in play share: a family that switched it on, a level with a long away, a
// room whose sound SDL's disk driver reads from a file, and the trace of what came of it.
#pragma once

#include "platform/files.h"
#include "recorder_studio.h"
#include "scenes/ear.h"
#include "scenes/ear_inside.h"
#include "store/settings.h"

enum { GONE_MS = 5400, EAR_ROOM_MS = 30000, EAR_RATE = MICROPHONE_RATE / 1000 };

static const char *ear_replay; // whose hands play; NULL: nobody's
static char ear_level[300], ear_trace[300], ear_out[300];

// Of 48 samples a millisecond, from each `gone` on; there is a microphone as long as there is one.
static inline void ear_room(int16_t (*sample)(int i))
{
    int16_t *pcm = malloc(EAR_ROOM_MS * EAR_RATE * sizeof *pcm);
    assert_non_null(pcm);
    for (int i = 0; i < EAR_ROOM_MS * EAR_RATE; i++) {
        pcm[i] = sample(i);
    }
    write_file("in.raw", (const char *)pcm, EAR_ROOM_MS * EAR_RATE * sizeof *pcm);
    free(pcm);
}

static inline void ear_write_level(const char *first, const char *longest, const char *touch)
{
    char text[600];
    const int length =
        snprintf(text, sizeof text,
                 "title: Ear\nages: 6 to 36 months\naway:\n  first: %s\n  longest: %s\n  step: 1.5\n"
                 "rounds: 5\nscenes:\n  - place: box\n    friend: cat\nbackdrop: room\ntouch: %s\n"
                 "peek: 0.15\nlongest_session: 180\nsound_while_away: yes\n",
                 first, longest, touch);
    write_file("ear.yaml", text, (size_t)length);
}

static inline void ear_families_setting(bool listens)
{
    struct family *family = opened();
    assert_true(settings_set(family, SETTING_LISTEN, listens));
    assert_true(settings_set(family, SETTING_FIRST_READ, 1));
    family_close(family);
}

// A session begins, at a step of the ladder.
static inline void ear_play(bool listens, int step)
{
    static struct options options;
    ear_families_setting(listens);
    snprintf(ear_level, sizeof ear_level, "%s", inside("ear.yaml"));
    snprintf(ear_trace, sizeof ear_trace, "%s", inside("trace"));
    snprintf(ear_out, sizeof ear_out, "%s", inside("out.raw"));
    options = (struct options){.w = 320,
                               .h = 200,
                               .data = folder,
                               .screen = "play",
                               .level = ear_level,
                               .trace = ear_trace,
                               .replay = ear_replay,
                               .age_months = 36,
                               .step = step,
                               .virtual_time = true,
                               .seeded = true,
                               .seed = 1,
                               .stop_after_ms = 3600000};
    assert_true(app_open(&app, &options));
}

static inline void ear_until(int ms)
{
    while (app.now_ms < ms) {
        frames(1);
    }
}

static inline void ear_until_gone(void)
{
    for (int i = 0; !app.play.session.gone; i++) {
        assert_true(i < 60 * 60);
        frames(1);
    }
}

static inline void ear_until_back(void)
{
    for (int i = 0; app.play.session.gone; i++) {
        assert_true(i < 31 * 60);
        frames(1);
    }
}

// The trace so far; the caller's.
static inline char *ear_told(void)
{
    size_t length;
    char *told = files_read(ear_trace, &length);
    assert_non_null(told);
    return told;
}

// How many lines of the trace have this in them.
static inline int ear_lines(const char *words)
{
    char *told = ear_told();
    int count = 0;
    for (const char *at = told; (at = strstr(at, words)); at++) {
        count++;
    }
    free(told);
    return count;
}

// When the first line that has this in it was written, ms; -1: none.
static inline int ear_when(const char *words)
{
    char *told = ear_told();
    const char *at = strstr(told, words);
    while (at && at > told && at[-1] != '\n') {
        at--;
    }
    int ms = at ? atoi(at + strlen("{\"t\":")) : -1;
    free(told);
    return ms;
}
