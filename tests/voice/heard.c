// Looks for a clip at each return.
#include "voice/heard.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PER_MS = 48,
    BEGINNING = 600 * PER_MS,
    BEFORE_MS = 300,
    AFTER_MS = 600,
    SAID_WITHIN_MS = 50,
    CLOCKS_APART_MS = 5000, // how far a recording may have begun before or after the trace
};

static const double like_least = 0.7; // a bed and the friend's own sounds lie under it, softer by 8 dB

// Where a busy machine lets the device run dry, the rest of what sounds is late: how a sound begins tells
// where it is.
static struct found find_beginning(const struct mono *of, const struct mono *sound, double first_ms,
                                   double last_ms)
{
    struct mono beginning = {of->samples, of->count < BEGINNING ? of->count : BEGINNING};
    return find(&beginning, sound, (int)(first_ms * PER_MS), (int)(last_ms * PER_MS));
}

// ---- the clock

// Where the tune of this fact begins in the recording, less when the trace says so.
static double clock_of(const struct fact *fact, const char *clip, const struct mono *sound,
                       const char *sounds)
{
    char path[1200];
    snprintf(path, sizeof path, "%s/%s.ogg", sounds, clip + strlen("stock/"));
    struct mono tune = mono_read(path);
    double around_ms = fact->t_ms, reach_ms = CLOCKS_APART_MS;
    struct found found = tune.samples
                             ? find_beginning(&tune, sound, around_ms - reach_ms, around_ms + reach_ms)
                             : (struct found){0};
    free(tune.samples);
    double clock_ms = (double)found.at / PER_MS - fact->t_ms;
    printf("  %s: at %d ms, %.1f ms in the recording (%.2f)\n", clip, fact->t_ms, clock_ms, found.like);
    return found.like >= like_least ? clock_ms : INFINITY;
}

bool heard_clock(const struct facts *facts, const struct mono *sound, const char *sounds, double *clock_ms)
{
    static const char tune[] = "stock/hello_";
    char clip[200];
    *clock_ms = INFINITY;
    for (int i = facts_find(facts, 0, "sound"); i >= 0; i = facts_find(facts, i + 1, "sound")) {
        if (fact_value(&facts->items[i], "clip", clip, sizeof clip) &&
            strncmp(clip, tune, sizeof tune - 1) == 0) {
            *clock_ms = fmin(*clock_ms, clock_of(&facts->items[i], clip, sound, sounds));
        }
    }
    return isfinite(*clock_ms);
}

// ---- the returns

static bool is_said(const struct facts *facts, int t_ms, const char *name)
{
    char clip[200];
    for (int i = facts_find(facts, 0, "sound"); i >= 0; i = facts_find(facts, i + 1, "sound")) {
        int after_ms = facts->items[i].t_ms - t_ms;
        if (after_ms >= 0 && after_ms <= SAID_WITHIN_MS &&
            fact_value(&facts->items[i], "clip", clip, sizeof clip) && strcmp(clip, name) == 0) {
            return true;
        }
    }
    return false;
}

struct spread {
    int count, wrong;
    double least, most;
};

static void look_at(struct spread *spread, double offset_ms, double like, bool said, struct bounds bounds)
{
    bool right = said && like >= like_least && offset_ms >= bounds.least_ms && offset_ms <= bounds.most_ms;
    printf("  return %d: %6.1f ms after it (%.2f)%s%s\n", spread->count + 1, offset_ms, like,
           said ? "" : ", not said", right ? "" : "  WRONG");
    spread->least = spread->count == 0 ? offset_ms : fmin(spread->least, offset_ms);
    spread->most = spread->count == 0 ? offset_ms : fmax(spread->most, offset_ms);
    spread->wrong += !right;
    spread->count++;
}

bool heard_at_each_return(const struct facts *facts, const struct mono *sound, const struct mono *clip,
                          const char *name, double clock_ms, struct bounds bounds)
{
    struct spread spread = {0};
    for (int i = facts_find(facts, 0, "back"); i >= 0; i = facts_find(facts, i + 1, "back")) {
        int t_ms = facts->items[i].t_ms;
        double here_ms = t_ms + clock_ms;
        struct found found = find_beginning(clip, sound, here_ms - BEFORE_MS, here_ms + AFTER_MS);
        look_at(&spread, (double)found.at / PER_MS - here_ms, found.like, is_said(facts, t_ms, name), bounds);
    }
    printf("%s: %d returns, %.1f to %.1f ms after them, %d wrong\n", name, spread.count, spread.least,
           spread.most, spread.wrong);
    return spread.count > 0 && spread.wrong == 0;
}
