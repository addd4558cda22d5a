// Takes the room's noise out, by speexdsp, and gives the words back what it took of them.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <speex/speex_preprocess.h>

#include "store/take_inside.h"

enum {
    FRAME = TAKE_RATE / 100, // of speexdsp; its output comes one frame late
    LEAD_FRAMES = 150,       // of the room alone, so that it knows the noise when the first word comes
    CELL = TAKE_RATE / 100,  // in which words are compared
    SUPPRESS_DB = -24,
};

static const float headroom = 0.7f;   // of 16 bits, so that a faint take is not coarse
static const float word_loss = 0.89f; // amplitude that words keep at least: 1 dB less

static int16_t narrow(float sample)
{
    return (int16_t)lrintf(fminf(fmaxf(sample, -1), 1) * 32767);
}

static void set(SpeexPreprocessState *speex, int what, int value)
{
    speex_preprocess_ctl(speex, what, &value);
}

static SpeexPreprocessState *listen(const float *pause, int pause_count, float gain)
{
    SpeexPreprocessState *speex = speex_preprocess_state_init(FRAME, TAKE_RATE);
    if (!speex) {
        return NULL;
    }
    set(speex, SPEEX_PREPROCESS_SET_DENOISE, 1);
    set(speex, SPEEX_PREPROCESS_SET_NOISE_SUPPRESS, SUPPRESS_DB);
    // There and back again, so that the loop has no seam.
    for (int frame = 0, at = 0, step = 1; frame < LEAD_FRAMES; frame++) {
        int16_t samples[FRAME];
        for (int i = 0; i < FRAME; i++) {
            samples[i] = narrow(pause[at] * gain);
            step = at + step < 0 || at + step >= pause_count ? -step : step;
            at += step;
        }
        speex_preprocess_run(speex, samples);
    }
    return speex;
}

// The part as speexdsp hears it, in its right place.
static void suppress(SpeexPreprocessState *speex, const float *part, int count, float gain, float *quiet)
{
    for (int at = 0; at < count + FRAME; at += FRAME) {
        int16_t samples[FRAME];
        for (int i = 0; i < FRAME; i++) {
            samples[i] = at + i < count ? narrow(part[at + i] * gain) : 0;
        }
        speex_preprocess_run(speex, samples);
        for (int i = 0; i < FRAME && at - FRAME + i < count; i++) {
            if (at >= FRAME) {
                quiet[at - FRAME + i] = (float)samples[i] / 32767 / gain;
            }
        }
    }
}

static double power(const float *samples, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return sum / count;
}

// How much of the untouched sound a word needs back: 0 to 1. speexdsp takes held vowels and song for noise.
static float share_back(const float *part, const float *quiet, int count, double noise)
{
    const double whole = power(part, count);
    if (whole < 10 * noise) {
        return 0;
    }
    const double left = sqrt(power(quiet, count)), wanted = word_loss * sqrt(whole - noise);
    return left >= wanted ? 0 : (float)((wanted - left) / (sqrt(whole) - left));
}

static void give_back(float *part, const float *quiet, int count, double noise)
{
    float before = 0;
    for (int first = 0; first < count; first += CELL) {
        const int length = first + CELL < count ? CELL : count - first;
        // Looks a cell ahead: a word's share is there when it begins, and goes within 10 ms.
        const int ahead = first + 2 * CELL < count ? 2 * CELL : count - first;
        const float after = share_back(part + first, quiet + first, ahead, noise);
        for (int i = first; i < first + length; i++) {
            const float share = before + (after - before) * (float)(i - first) / CELL;
            part[i] = quiet[i] + share * (part[i] - quiet[i]);
        }
        before = after;
    }
}

bool take_denoise(float *samples, int count, struct span part, struct span pause,
                  const struct samples_room *room)
{
    const int length = part.end - part.first, pause_count = pause.end - pause.first;
    const float peak = samples_peak(samples, count);
    if (pause_count <= 0 || length <= 0 || peak <= 0) {
        return true; // nothing says what the room sounds like: better noise than a word less
    }
    const float gain = headroom / peak;
    float *quiet = calloc((size_t)length, sizeof *quiet);
    SpeexPreprocessState *speex = quiet ? listen(samples + pause.first, pause_count, gain) : NULL;
    if (speex) {
        suppress(speex, samples + part.first, length, gain, quiet);
        give_back(samples + part.first, quiet, length, pow(10, room->noise_db / 10));
        speex_preprocess_state_destroy(speex);
    }
    free(quiet);
    return speex;
}
