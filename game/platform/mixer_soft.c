// Makes a clip begin softly wherever it would startle: a gain for each millisecond, from 0 to 1.
#include "platform/mixer_soft.h"

#include <math.h>
#include <stddef.h>

#include "platform/mixer_soft_gain.h"

enum { BLOCKS = 20 };

// How much louder a clip may become, and how soon. Levels are mean squares, ratios those of power.
struct line {
    int window;  // ms: levels are means of so long
    int hold;    // ms: the loudest of so long before that counts as heard
    float floor; // what counts as heard in any case
    float most;  // so many times as loud as that is too sudden ...
    int ahead;   // ... where nothing ten times as loud comes within so many ms
    float start; // then it begins with so many times
    float climb; // and gets louder each ms
    bool limits; // it does now
    float allowed;
    float blocks[BLOCKS + 1]; // the loudest of each part of the hold, the present one first
};

// 10.8 dB within 10 ms, out of the last 150 ms (science/README.md 4.4: a rise of 30 ms is 10.5), on the last
// 10 dB of the way; nothing below -47 dBFS startles.
static const struct line quick = {
    .window = 10, .hold = 140, .floor = 1.6e-6f, .most = 12, .ahead = 200, .start = 2.5f, .climb = 1.26f};
// 8.8 dB within 50 ms, out of the last second, where silence counts as a bed does.
static const struct line slow = {
    .window = 50, .hold = 940, .floor = 7.9e-4f, .most = 7.6f, .start = 2.5f, .climb = 1.045f};

// The mean of what lies between two ms, as far as there is something.
static float mean(const double *sums, int count, int from, int to)
{
    from = from < 0 ? 0 : from;
    to = to > count ? count : to;
    return to > from ? (float)((sums[to] - sums[from]) / (to - from)) : 0;
}

// The loudest that was heard up to a window before `at`.
static float heard_before(struct line *line, const struct soft *soft, int at)
{
    const int end = at - line->window;
    float *blocks = line->blocks;
    if (at % (line->hold / BLOCKS) == 0) {
        for (int i = BLOCKS; i > 0; i--) {
            blocks[i] = blocks[i - 1];
        }
        blocks[0] = 0;
    }
    blocks[0] = fmaxf(blocks[0], mean(soft->heard, at, end - line->window, end));
    float loudest = line->floor;
    for (int i = 0; i <= BLOCKS; i++) {
        loudest = fmaxf(loudest, blocks[i]);
    }
    return loudest;
}

// Whether what comes is the loudest for a while, or nearly.
static bool arrives(const struct line *line, const struct soft *soft, int at, float comes)
{
    for (int later = at; later <= at + line->ahead; later += line->window) {
        if (mean(soft->sums, soft->count, later, later + line->window) > 10 * comes) {
            return false;
        }
    }
    return true;
}

// What the power at `at` is to be multiplied with. What comes is looked at before it is heard.
static float line_gain(struct line *line, const struct soft *soft, int at)
{
    const int window = line->window;
    const float before = heard_before(line, soft, at);
    const float now = fmaxf(before, fmaxf(mean(soft->heard, at, at - window, at),
                                          mean(soft->heard, at, at - window * 3 / 2, at - window / 2)));
    const float comes = mean(soft->sums, soft->count, at, at + window);
    const float level = fmaxf(comes, mean(soft->sums, soft->count, at + 1 - window, at + 1));
    if (!line->limits && comes > now * line->most && arrives(line, soft, at, comes)) {
        line->limits = true;
        line->allowed = now * line->start;
    }
    line->allowed = fminf(line->allowed * line->climb, before * line->most);
    line->limits = line->limits && level > line->allowed;
    return line->limits ? line->allowed / level : 1;
}

static void find_gains(struct soft *soft)
{
    struct line lines[] = {quick, slow};
    for (int at = 0; at < soft->count; at++) {
        const float gain = fminf(line_gain(&lines[0], soft, at), line_gain(&lines[1], soft, at));
        soft->gains[at] = sqrtf(gain);
        soft->heard[at + 1] = soft->heard[at] + (soft->sums[at + 1] - soft->sums[at]) * (double)gain;
    }
}

static double all(void *ear, double sample)
{
    (void)ear;
    return sample;
}

bool soft_onsets(int16_t *samples, int frames, int rate)
{
    struct soft soft;
    if (!soft_begin(&soft, frames, rate)) {
        return false;
    }
    soft_measure(&soft, samples, frames, all, NULL);
    find_gains(&soft);
    soft_apply(&soft, samples, frames);
    soft_free(&soft);
    return true;
}
