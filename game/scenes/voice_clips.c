// The clips of who plays today.
#include "scenes/voice_clips.h"

#include <stdio.h>
#include <stdlib.h>

void voice_clips_load(struct voice_clips *clips, struct family *family, int64_t caregiver)
{
    struct caregiver person;
    voice_clips_free(clips);
    if (!caregiver || !caregiver_by_id(family, caregiver, &person)) {
        return;
    }
    clips->family = family;
    snprintf(clips->name, sizeof clips->name, "%s", person.name);
    clips->count = clips_list(family, caregiver, &clips->list);
    clips->sound = calloc((size_t)clips->count + 1, sizeof *clips->sound);
    clips->count = clips->sound ? clips->count : 0;
}

void voice_clips_free(struct voice_clips *clips)
{
    free(clips->list);
    free(clips->sound);
    *clips = (struct voice_clips){0};
}

static bool can_be_heard(struct voice_clips *clips, int index)
{
    int count = 0;
    if (!clips->sound[index]) {
        int16_t *samples = clip_pcm(clips->family, clips->list[index].id, &count);
        clips->sound[index] = samples != NULL;
        free(samples);
    }
    return clips->sound[index];
}

static int count_of(const struct voice_clips *clips, enum moment moment)
{
    int count = 0;
    for (int i = 0; i < clips->count; i++) {
        count += clips->list[i].moment == moment;
    }
    return count;
}

// Where in the list the nth clip of a moment is, from 0; -1 where there is none.
static int nth(const struct voice_clips *clips, enum moment moment, int n)
{
    for (int i = 0; i < clips->count; i++) {
        if (clips->list[i].moment == moment && n-- == 0) {
            return i;
        }
    }
    return -1;
}

// A damaged clip keeps its place in the list, without a length.
static bool fits(struct voice_clips *clips, int index, int most_ms, int song_ms)
{
    struct voice_clip *clip = &clips->list[index];
    if (clip->length_ms <= 0 || (clip->length_ms > most_ms && clip->length_ms < song_ms)) {
        return false;
    }
    if (!can_be_heard(clips, index)) {
        clip->length_ms = 0;
    }
    return clip->length_ms > 0;
}

const struct voice_clip *voice_clips_pick(struct voice_clips *clips, enum moment moment, int most_ms,
                                          int song_ms)
{
    int count = count_of(clips, moment);
    for (int i = 0; i < count; i++) {
        int turn = (clips->turn[moment] + i) % count, index = nth(clips, moment, turn);
        if (fits(clips, index, most_ms, song_ms)) {
            clips->picked[moment] = turn;
            return &clips->list[index];
        }
    }
    return NULL;
}

void voice_clips_played(struct voice_clips *clips, enum moment moment)
{
    clips->turn[moment] = clips->picked[moment] + 1;
}

static int longest(const struct voice_clips *clips, enum moment moment)
{
    int longest_ms = 0;
    for (int i = 0; i < clips->count; i++) {
        const struct voice_clip *clip = &clips->list[i];
        longest_ms = clip->moment == moment && clip->length_ms > longest_ms ? clip->length_ms : longest_ms;
    }
    return longest_ms;
}

struct voice_lengths voice_clips_lengths(const struct voice_clips *clips)
{
    return (struct voice_lengths){
        .hello_ms = longest(clips, MOMENT_HELLO),
        .goodbye_ms = longest(clips, MOMENT_GOODBYE),
        .return_ms = longest(clips, MOMENT_RETURN),
        .joy_ms = longest(clips, MOMENT_JOY),
        .comfort_ms = longest(clips, MOMENT_COMFORT),
        .good_night_ms = longest(clips, MOMENT_GOOD_NIGHT),
    };
}
