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

static void drop(struct voice_clips *clips, int index)
{
    clips->count--;
    for (int i = index; i < clips->count; i++) {
        clips->list[i] = clips->list[i + 1];
        clips->sound[i] = clips->sound[i + 1];
    }
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

static int count_of(const struct voice_clips *clips, enum moment moment, int most_ms)
{
    int count = 0;
    for (int i = 0; i < clips->count; i++) {
        count += clips->list[i].moment == moment && clips->list[i].length_ms <= most_ms;
    }
    return count;
}

static int nth(const struct voice_clips *clips, enum moment moment, int most_ms, int n)
{
    for (int i = 0; i < clips->count; i++) {
        if (clips->list[i].moment == moment && clips->list[i].length_ms <= most_ms && n-- == 0) {
            return i;
        }
    }
    return -1;
}

const struct voice_clip *voice_clips_pick(struct voice_clips *clips, enum moment moment, int most_ms)
{
    for (int count = count_of(clips, moment, most_ms); count > 0; count--) {
        int index = nth(clips, moment, most_ms, (int)(clips->turn[moment] % (unsigned)count));
        if (can_be_heard(clips, index)) {
            return &clips->list[index];
        }
        drop(clips, index);
    }
    return NULL;
}

void voice_clips_played(struct voice_clips *clips, enum moment moment)
{
    clips->turn[moment]++;
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
