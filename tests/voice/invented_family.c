// Mama and her clips: invented words, each clip with a melody of its own, so that none is taken for another.
#include "voice/invented_family.h"

#include <stdio.h>
#include <stdlib.h>

#include "invented_voice.h"
#include "store/family.h"
#include "store/settings.h"
#include "store/take.h"
#include "store/voices.h"
#include "voice/hard_takes.h"

static const struct {
    enum moment moment;
    int words_ms;
} clips[] = {
    {MOMENT_HELLO, 2700}, {MOMENT_GOODBYE, 2400}, {MOMENT_AWAY, 700},        {MOMENT_AWAY, 1300},
    {MOMENT_AWAY, 12000}, {MOMENT_RETURN, 1000},  {MOMENT_RETURN, 2200},     {MOMENT_RETURN, 3800},
    {MOMENT_JOY, 1700},   {MOMENT_COMFORT, 3000}, {MOMENT_GOOD_NIGHT, 3300},
};
enum { CLIPS = sizeof clips / sizeof *clips, A_ROOM = VOICE_RATE / 2 };

static void speak(float *samples, int count, int seed)
{
    struct random random;
    random_seed(&random, (uint64_t)seed);
    for (int at = 0; at < count;) {
        int length = VOICE_RATE * random_between(&random, 160, 330) / 1000;
        length = at + length + VOICE_RATE / 8 > count ? count - at : length;
        voice_syllable(samples + at, length, VOICE_RATE, (float)random_between(&random, 190, 380), 0.35f);
        at += length + VOICE_RATE / 20;
    }
}

static struct take record(int words_ms, int seed)
{
    int words = words_ms * (VOICE_RATE / 1000);
    struct take raw = {.samples = calloc((size_t)(words + 2 * A_ROOM), sizeof(float)),
                       .count = words + 2 * A_ROOM};
    if (raw.samples) {
        speak(raw.samples + A_ROOM, words, seed);
        voice_hiss(raw.samples, raw.count, 0.0005f, (uint64_t)seed);
    }
    return raw;
}

static bool keep(struct family *family, int64_t person, enum moment moment, const struct take *raw)
{
    struct take clean = {0};
    struct take_measure measure;
    if (!raw->samples || take_clean(raw, 0, 0, &clean, &measure) != TAKE_FINE) {
        return false;
    }
    int16_t *pcm = take_pcm(&clean), *whole = take_pcm(raw);
    const struct clip_take take = {.pcm = pcm,
                                   .count = clean.count,
                                   .raw = whole,
                                   .raw_count = raw->count,
                                   .first_ms = measure.first_ms,
                                   .end_ms = measure.end_ms,
                                   .lufs = measure.lufs,
                                   .peak_dbtp = measure.peak_dbtp};
    bool kept = pcm && whole && clip_keep(family, person, moment, 0, &take, 1) != 0;
    printf("  %-10s %5d ms %6.1f LUFS %6.1f dBTP\n", moment_name(moment), take_length_ms(&clean),
           (double)measure.lufs, (double)measure.peak_dbtp);
    free(pcm);
    free(whole);
    take_free(&clean);
    return kept;
}

static struct family *begin(const char *folder, int64_t *person)
{
    char reason[256];
    struct family *family = family_open(folder, reason, sizeof reason);
    *person = family ? caregiver_add(family, INVENTED_NAME) : 0;
    if (*person && caregiver_choose(family, *person) && settings_set(family, SETTING_LOUDEST, 2)) {
        return family;
    }
    family_close(family);
    return NULL;
}

bool invented_family(const char *folder)
{
    int64_t person;
    struct family *family = begin(folder, &person);
    bool made = family;
    for (int i = 0; made && i < CLIPS; i++) {
        struct take raw = record(clips[i].words_ms, i + 1);
        made = keep(family, person, clips[i].moment, &raw);
        take_free(&raw);
    }
    family_close(family);
    return made;
}

bool hard_family(const char *folder)
{
    static const struct {
        enum moment moment;
        enum hard hard;
    } hards[] = {{MOMENT_HELLO, HARD_CLAP},   {MOMENT_HELLO, HARD_YELP},     {MOMENT_GOODBYE, HARD_CLICKS},
                 {MOMENT_GOODBYE, HARD_DOOR}, {MOMENT_AWAY, HARD_WHISPER},   {MOMENT_AWAY, HARD_LONG},
                 {MOMENT_RETURN, HARD_YELP},  {MOMENT_RETURN, HARD_SHOUT},   {MOMENT_RETURN, HARD_DOOR},
                 {MOMENT_JOY, HARD_CLAP},     {MOMENT_JOY, HARD_SHOUT},      {MOMENT_COMFORT, HARD_CLICKS},
                 {MOMENT_COMFORT, HARD_CLAP}, {MOMENT_GOOD_NIGHT, HARD_LONG}};
    int64_t person;
    struct family *family = begin(folder, &person);
    bool made = family;
    for (size_t i = 0; made && i < sizeof hards / sizeof *hards; i++) {
        struct take raw = hard_take(hards[i].hard);
        made = keep(family, person, hards[i].moment, &raw);
        take_free(&raw);
    }
    family_close(family);
    return made;
}
