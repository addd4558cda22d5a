// Where nobody speaks in a take, and how loud the room still is there.
#include <math.h>
#include <stdlib.h>

#include "store/take_inside.h"

enum {
    FRAME = TAKE_RATE * SAMPLES_FRAME_MS / 1000,
    PAUSE_LEAST = 10, // frames: the silence before a p or t is shorter
    WORD_ECHO = 2,    // frames at both ends that may still be word
};

static const float above_noise_db = 3;

static void mark(struct take_pauses *pauses, int first, int end)
{
    for (int frame = first + WORD_ECHO; frame < end - WORD_ECHO; frame++) {
        pauses->frames[frame] = 1;
    }
    if ((end - first) * FRAME > pauses->longest.end - pauses->longest.first) {
        pauses->longest = (struct span){(first + WORD_ECHO) * FRAME, (end - WORD_ECHO) * FRAME};
    }
}

bool take_pauses_find(const float *samples, int count, const struct samples_room *room,
                      struct take_pauses *pauses)
{
    const int frames = samples_frames(count, TAKE_RATE);
    *pauses = (struct take_pauses){.frames = calloc((size_t)frames + 1, 1), .count = frames};
    if (!pauses->frames || !samples_room_has_words(room)) {
        return pauses->frames;
    }
    int first = 0;
    for (int frame = 0; frame <= frames; frame++) {
        const bool quiet = frame < frames && samples_frame_db(samples, count, TAKE_RATE, frame) <
                                                 room->noise_db + above_noise_db;
        if (!quiet && frame - first >= PAUSE_LEAST) {
            mark(pauses, first, frame);
        }
        first = quiet ? first : frame + 1;
    }
    return true;
}

void take_pauses_free(struct take_pauses *pauses)
{
    free(pauses->frames);
    *pauses = (struct take_pauses){0};
}

float take_pauses_lufs(const struct take_pauses *pauses, const float *samples, struct span part)
{
    struct take_weight weight = {0};
    double sum = 0;
    int counted = 0;
    for (int i = part.first; i < part.end; i++) {
        const double heard = take_weigh(&weight, samples[i]);
        if (i / FRAME < pauses->count && pauses->frames[i / FRAME]) {
            sum += heard * heard;
            counted++;
        }
    }
    return counted > 0 ? (float)take_lufs(sum / counted) : -INFINITY;
}
