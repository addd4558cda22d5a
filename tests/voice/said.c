// Looks for each clip where the trace says that it was spoken.
#include "voice/said.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/voices.h"
#include "voice/invented_family.h"

enum {
    PER_MS = 48,
    BEGINNING = 500 * PER_MS,
    ENDING = 400 * PER_MS,
    AROUND_MS = 250,
    LATE_MS = 50,
    SONG_MS = 5001,
};

static const double like_least = 0.6; // the friend, the place and touches lie under it, 8 dB softer

struct said {
    enum moment moment;
    int t_ms;
    struct mono clip;
};

struct tally {
    int count, wrong;
    double least_ms, most_ms;
};

static struct mono clip_of(struct family *family, enum moment moment, int slot)
{
    struct mono mono = {0};
    struct voice_clip *list = NULL;
    int count = clips_list(family, 0, &list), samples = 0;
    for (int i = 0; i < count; i++) {
        if (list[i].moment == moment && list[i].slot == slot) {
            int16_t *pcm = clip_pcm(family, list[i].id, &samples);
            mono = (struct mono){calloc((size_t)samples + 1, sizeof(float)), samples};
            for (int at = 0; pcm && mono.samples && at < samples; at++) {
                mono.samples[at] = (float)pcm[at] / 32768;
            }
            free(pcm);
        }
    }
    free(list);
    return mono;
}

// "Mama/return/2"; false where the sound is not hers.
static bool read_said(const struct fact *fact, struct family *family, struct said *said)
{
    char clip[200], moment[16];
    int slot;
    if (!fact_value(fact, "clip", clip, sizeof clip) ||
        sscanf(clip, INVENTED_NAME "/%15[a-z-]/%d", moment, &slot) != 2 ||
        !moment_named(moment, &said->moment)) {
        return false;
    }
    said->t_ms = fact->t_ms;
    said->clip = clip_of(family, said->moment, slot);
    return true;
}

static double ending_is_like(const struct said *said, const struct mono *sound, int at)
{
    int from = said->clip.count - ENDING - 80 * PER_MS; // the tail is the room's
    struct mono ending = {said->clip.samples + from, ENDING};
    return from < 0 ? 1 : find(&ending, sound, at + from, at + from).like;
}

static void look_for(const struct said *said, const struct mono *sound, bool whole, struct tally *tally)
{
    struct mono beginning = {said->clip.samples, BEGINNING < said->clip.count ? BEGINNING : said->clip.count};
    struct found found =
        find(&beginning, sound, (said->t_ms - AROUND_MS) * PER_MS, (said->t_ms + AROUND_MS) * PER_MS);
    double offset_ms = (double)found.at / PER_MS - said->t_ms;
    double ending = whole ? ending_is_like(said, sound, found.at) : 1;
    bool right = found.like >= like_least && ending >= like_least && offset_ms >= 0 && offset_ms <= LATE_MS;
    if (!right) {
        printf("  WRONG %s at %d: %.1f ms after it (%.2f, its end %.2f)\n", moment_name(said->moment),
               said->t_ms, offset_ms, found.like, ending);
    }
    tally->least_ms = tally->count == 0 ? offset_ms : fmin(tally->least_ms, offset_ms);
    tally->most_ms = tally->count == 0 ? offset_ms : fmax(tally->most_ms, offset_ms);
    tally->count++;
    tally->wrong += !right;
}

// Nothing of the reveal's joy begins before the words of the return have ended.
static bool joy_waits(const struct facts *facts, int index, const struct said *said)
{
    char moment[16];
    int ended_ms = said->t_ms + said->clip.count / PER_MS;
    for (int i = index + 1; i < facts->count && facts->items[i].t_ms < ended_ms; i++) {
        if (fact_value(&facts->items[i], "moment", moment, sizeof moment) && strcmp(moment, "joy") == 0) {
            printf("  WRONG joy at %d, the return's words end at %d\n", facts->items[i].t_ms, ended_ms);
            return false;
        }
    }
    return true;
}

bool said_is_heard(const struct facts *facts, const struct mono *sound, struct family *family,
                   bool broken_off)
{
    struct tally tallies[MOMENTS] = {0};
    struct said said;
    bool fine = true;
    for (int i = facts_find(facts, 0, "sound"); i >= 0; i = facts_find(facts, i + 1, "sound")) {
        if (!read_said(&facts->items[i], family, &said)) {
            continue;
        }
        bool song = said.moment == MOMENT_AWAY && said.clip.count > SONG_MS * PER_MS;
        look_for(&said, sound, !song && !broken_off, &tallies[said.moment]);
        fine = (said.moment != MOMENT_RETURN || broken_off || joy_waits(facts, i, &said)) && fine;
        free(said.clip.samples);
    }
    for (int moment = 0; moment < MOMENTS; moment++) {
        const struct tally *tally = &tallies[moment];
        bool needed =
            moment != MOMENT_COMFORT && moment != MOMENT_AWAY; // those depend on the level and the baby
        printf("  %-10s %2d times, %5.1f to %5.1f ms after its time%s\n", moment_name((enum moment)moment),
               tally->count, tally->least_ms, tally->most_ms, needed && tally->count == 0 ? "  MISSING" : "");
        fine = fine && tally->wrong == 0 && (!needed || tally->count > 0);
    }
    return fine;
}
