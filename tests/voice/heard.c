// Looks for a clip at each return.
#include "voice/heard.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    PER_MS = 48,
    BEGINNING = 600 * PER_MS,
    BEFORE_MS = 300,
    AFTER_MS = 600,
    SAID_WITHIN_MS = 50,
};

// A bed and the friend's own sounds lie under it, softer by 8 dB. A clip that is heard whole is nearly all
// there is.
static const double like_least = 0.7, like_least_whole = 0.95;

// Where a busy machine lets the device run dry, the rest of what sounds is late: how a sound begins tells
// where it is.
static struct found find_beginning(const struct mono *of, const struct mono *sound, double first_ms,
                                   double last_ms)
{
    struct mono beginning = {of->samples, of->count < BEGINNING ? of->count : BEGINNING};
    return find(&beginning, sound, (int)(first_ms * PER_MS), (int)(last_ms * PER_MS));
}

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
    bool right = said && like >= (bounds.whole ? like_least_whole : like_least) &&
                 offset_ms >= bounds.least_ms && offset_ms <= bounds.most_ms;
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
        found.like = bounds.whole ? find(clip, sound, found.at, found.at).like : found.like;
        look_at(&spread, (double)found.at / PER_MS - here_ms, found.like, is_said(facts, t_ms, name), bounds);
    }
    printf("%s: %d returns, %.1f to %.1f ms after them, %d wrong\n", name, spread.count, spread.least,
           spread.most, spread.wrong);
    return spread.count > 0 && spread.wrong == 0;
}
