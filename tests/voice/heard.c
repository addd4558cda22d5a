// Looks for a clip at each return.
#include "voice/heard.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PER_MS = 48, BEFORE_MS = 300, AFTER_MS = 600, SAID_WITHIN_MS = 50 };

static const double like_least = 0.7; // a bed and the friend's own sounds lie under it, softer by 8 dB

// ---- the clock

static bool first_tune(const struct facts *facts, char *name, int size, int *t_ms)
{
    static const char before[] = "stock/hello_";
    for (int i = facts_find(facts, 0, "sound"); i >= 0; i = facts_find(facts, i + 1, "sound")) {
        if (fact_value(&facts->items[i], "clip", name, size) &&
            strncmp(name, before, sizeof before - 1) == 0) {
            *t_ms = facts->items[i].t_ms;
            return true;
        }
    }
    return false;
}

bool heard_clock(const struct facts *facts, const struct mono *sound, const char *sounds, double *clock_ms)
{
    char name[80], path[1200];
    int t_ms;
    if (!first_tune(facts, name, sizeof name, &t_ms)) {
        printf("no greeting in the trace\n");
        return false;
    }
    snprintf(path, sizeof path, "%s/%s.ogg", sounds, name + strlen("stock/"));
    struct mono tune = mono_read(path);
    struct found found = tune.samples ? find(&tune, sound, 0, sound->count) : (struct found){0};
    free(tune.samples);
    *clock_ms = (double)found.at / PER_MS - t_ms;
    printf("%s: at %d ms, found at %.1f ms (%.2f)\n", name, t_ms, (double)found.at / PER_MS, found.like);
    return found.like >= like_least;
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

static void look_at(struct spread *spread, double offset_ms, double like, bool said, double most_ms)
{
    bool right = said && like >= like_least && offset_ms >= 0 && offset_ms <= most_ms;
    printf("  return %d: %6.1f ms after it (%.2f)%s%s\n", spread->count + 1, offset_ms, like,
           said ? "" : ", not said", right ? "" : "  WRONG");
    spread->least = spread->count == 0 ? offset_ms : fmin(spread->least, offset_ms);
    spread->most = spread->count == 0 ? offset_ms : fmax(spread->most, offset_ms);
    spread->wrong += !right;
    spread->count++;
}

bool heard_at_each_return(const struct facts *facts, const struct mono *sound, const struct mono *clip,
                          const char *name, double clock_ms, double most_ms)
{
    struct spread spread = {0};
    for (int i = facts_find(facts, 0, "back"); i >= 0; i = facts_find(facts, i + 1, "back")) {
        int t_ms = facts->items[i].t_ms, at = (int)((t_ms + clock_ms) * PER_MS);
        struct found found = find(clip, sound, at - BEFORE_MS * PER_MS, at + AFTER_MS * PER_MS);
        look_at(&spread, (double)found.at / PER_MS - clock_ms - t_ms, found.like, is_said(facts, t_ms, name),
                most_ms);
    }
    printf("%s: %d returns, %.1f to %.1f ms after them, %d wrong\n", name, spread.count, spread.least,
           spread.most, spread.wrong);
    return spread.count > 0 && spread.wrong == 0;
}
