// What the cry hint costs while it listens: of one processor, and of memory.
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../invented_cry.h"
#include "core/cry_thin.h"
#include "core/cry_trees.h"

enum { RUNS = 5, SECONDS = 60, RATE = 48000, COUNT = SECONDS * RATE, PIECE = RATE / 100 };

static double cpu_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Crying and words in a room that hisses: a silent room costs less. Each sample thrice: the rate is all the
// same.
static void record(int16_t *samples)
{
    static float sound[COUNT / 3];
    static int16_t thin[COUNT / 3];
    memset(sound, 0, sizeof sound);
    cry_invented(sound, COUNT / 6, 450);
    voice_speak(sound + COUNT / 6, COUNT / 6, CRY_RATE, 0.3f);
    voice_hiss(sound, COUNT / 3, 0.003f, 1);
    cry_invented_pcm(sound, COUNT / 3, 1, thin);
    for (int i = 0; i < COUNT; i++) {
        samples[i] = thin[i / 3];
    }
}

// As the microphone gives it, piece by piece.
static double listen_s(const int16_t *samples)
{
    static struct cry cry;
    static struct cry_thin thin;
    const double from = cpu_s();
    cry_start(&cry);
    cry_thin_start(&thin);
    for (int at = 0; at < COUNT; at += PIECE) {
        int16_t thinned[PIECE / 3 + 1];
        cry_hear(&cry, thinned, cry_thin(&thin, samples + at, PIECE, thinned));
    }
    return cpu_s() - from;
}

int main(void)
{
    static int16_t samples[COUNT];
    double best = SECONDS;
    record(samples);
    for (int run = 0; run < RUNS; run++) {
        best = fmin(best, listen_s(samples));
    }
    const double share = 100 * best / SECONDS;
    const size_t state = sizeof(struct cry) + sizeof(struct cry_thin);
    const size_t table = sizeof cry_model + (size_t)cry_model.count * sizeof *cry_model.trees;
    printf("the cry hint takes %.2f %% of a processor while it listens (at most 1)\n", share);
    printf("and %zu bytes, with its table of %d trees %zu more (at most 262144)\n", state, cry_model.count,
           table);
    return share <= 1 && state + table <= 262144 ? 0 : 1;
}
