// hear: what the cry hint makes of a recording, by the way that the microphone's samples take.
#include "scenes/commands_rooms.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/cry.h"
#include "core/cry_thin.h"
#include "core/least.h"
#include "store/take.h"

enum { PIECE = 480 }; // 10 ms

struct heard {
    float score; // the highest that there was
    int soft_at; // the sample after which the soft level was reached; 0: never
};

static struct heard hear(const int16_t *samples, int count)
{
    struct cry cry;
    struct cry_thin thin;
    struct heard heard = {.score = CRY_UNKNOWN};
    cry_start(&cry);
    cry_thin_start(&thin);
    for (int at = 0; at < count; at += PIECE) {
        int16_t thinned[PIECE / 3 + 1];
        const int length = lesser(count - at, PIECE);
        const int given = cry_thin(&thin, samples + at, length, thinned);
        const bool soft = cry_hear(&cry, thinned, given) != CRY_NOTHING;
        heard.soft_at = soft && !heard.soft_at ? at + length : heard.soft_at;
        heard.score = fmaxf(heard.score, cry_score(&cry));
    }
    return heard;
}

static int say(struct heard heard)
{
    if (heard.soft_at) {
        printf("%.2f cry %.2f\n", (double)heard.score, (double)heard.soft_at / TAKE_RATE);
    } else {
        printf("%.2f no-cry\n", (double)heard.score);
    }
    return command_said();
}

static int hear_take(const struct options *options, const struct take *take)
{
    int16_t *pcm = take_pcm(take);
    if (!pcm) {
        return command_wrong(options->files[0], take_sentence(TAKE_NO_MEMORY));
    }
    const struct heard heard = hear(pcm, take->count);
    free(pcm);
    return say(heard);
}

// What holds no sound at all, or hardly any, is still a recording, and no crying.
int command_hear(const struct options *options)
{
    struct take take;
    const enum take_fault fault = take_read(options->files[0], &take);
    const int status = fault == TAKE_FINE     ? hear_take(options, &take)
                       : fault == TAKE_SHORT  ? say((struct heard){.score = CRY_UNKNOWN})
                       : fault == TAKE_SILENT ? say((struct heard){.score = CRY_SILENT})
                                              : command_wrong(options->files[0], take_sentence(fault));
    take_free(&take);
    return status;
}
