// What the tests of the family's voices share: takes that can be told apart, and people.
#pragma once

#include "family_folder.h"
#include "store/voices.h"

enum { TAKE_COUNT = 4800, RAW_COUNT = 9600, DAY_S = 86400 };
#define NOW ((int64_t)1764000000)

// One of TAKE_COUNT samples, cut from a recording of RAW_COUNT: both must live as long.
static inline struct clip_take whole_take(const int16_t *pcm, const int16_t *raw)
{
    return (struct clip_take){.pcm = pcm,
                              .count = TAKE_COUNT,
                              .raw = raw,
                              .raw_count = RAW_COUNT,
                              .first_ms = 80,
                              .end_ms = 180,
                              .lufs = -20.5f,
                              .peak_dbtp = -7.25f};
}

// A take that no other number gives: quiet at first, then as loud as a voice.
static inline struct clip_take a_take(int which)
{
    static int16_t pcm[TAKE_COUNT], raw[RAW_COUNT];
    for (int i = 0; i < RAW_COUNT; i++) {
        raw[i] = (int16_t)((i * 31 + which * 977) % 20000 - 10000);
    }
    for (int i = 0; i < TAKE_COUNT; i++) {
        pcm[i] = (int16_t)(i < TAKE_COUNT / 2 ? which % 100 : i % 2 ? 2000 + which % 100 : -2000);
    }
    pcm[0] = (int16_t)which;
    return whole_take(pcm, raw);
}

static inline int64_t kept(struct family *family, int64_t caregiver, enum moment moment, int which)
{
    const struct clip_take take = a_take(which);
    return clip_keep(family, caregiver, moment, 0, &take, NOW);
}

// The clip is take `which`, whole.
static inline void assert_clip_is(struct family *family, int64_t id, int which)
{
    const struct clip_take take = a_take(which);
    int count = 0, raw_count = 0;
    int16_t *pcm = clip_pcm(family, id, &count), *raw = clip_raw(family, id, &raw_count);
    assert_non_null(pcm);
    assert_non_null(raw);
    assert_int_equal(count, take.count);
    assert_int_equal(raw_count, take.raw_count);
    assert_memory_equal(pcm, take.pcm, (size_t)count * sizeof *pcm);
    assert_memory_equal(raw, take.raw, (size_t)raw_count * sizeof *raw);
    free(pcm);
    free(raw);
}

// Each of the clips is one of the takes, whole.
static inline void assert_all_whole(struct family *family, const struct voice_clip *clips, int count)
{
    for (int i = 0; i < count; i++) {
        int samples = 0;
        int16_t *pcm = clip_pcm(family, clips[i].id, &samples);
        assert_non_null(pcm);
        assert_int_equal(samples, TAKE_COUNT);
        const int which = pcm[0];
        free(pcm);
        assert_clip_is(family, clips[i].id, which);
    }
}

// So many clips of the first two people play, and so many are older takes; all whole, and no half one is
// left.
static inline void assert_counts(struct family *family, int playing, int older)
{
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    assert_all_whole(family, clips, count);
    free(clips);
    assert_int_equal(count, playing);
    int older_count = 0;
    for (int64_t person = 1; person <= 2; person++) {
        const int found = clips_older(family, person, &clips);
        assert_all_whole(family, clips, found);
        free(clips);
        older_count += found;
    }
    assert_int_equal(older_count, older);
    assert_int_equal(number("SELECT count(*) FROM sound"), playing + older);
    assert_int_equal(number("SELECT count(*) FROM recording"), playing + older);
    assert_int_equal(number("SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}
