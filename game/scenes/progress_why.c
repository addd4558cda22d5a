// What is next, and which of the ladder's rules made it so, in words.
#include <stdio.h>

#include "scenes/progress_inside.h"
#include "store/words.h"

void progress_next_words(const struct progress_next *next, const char *title, char *out, size_t size)
{
    char seconds[16];
    word_seconds(seconds, sizeof seconds, next->away_ms);
    word_fill(out, size, title ? "why.next.on" : "why.next", "t", seconds, "l", title ? title : "", NULL);
}

static const char *after_key(const struct progress_next *next)
{
    static const char *const keys[WHY_AFTERS] = {
        [WHY_UP] = "why.up",           [WHY_ONE_MORE] = "why.one_more", [WHY_STAY] = "why.stay",
        [WHY_LONGEST] = "why.longest", [WHY_BACK] = "why.back.two",     [WHY_SHORTEST] = "why.shortest",
        [WHY_HARD_DAY] = "why.day",    [WHY_STOPPED] = "why.stopped",   [WHY_UNCLEAR] = "why.unclear",
        [WHY_BRIEF] = "why.brief",
    };
    if (next->changed) {
        return "why.changed";
    }
    if (next->hidden) {
        return "why.hidden";
    }
    return next->after == WHY_BACK && next->after_steps == 1 ? "why.back.one" : keys[next->after];
}

static const char *since_key(const struct progress_next *next)
{
    bool one = next->since_steps == 1;
    switch (next->since) {
    case WHY_MONTH: return "why.month";
    case WHY_WEEK: return one ? "why.week.one" : "why.week.other";
    case WHY_SHORTER: return one ? "why.shorter.one" : "why.shorter.other";
    case WHY_LIMIT: return "why.limit";
    case WHY_AS_IT_WAS:
    case WHY_SINCES: break;
    }
    return NULL;
}

void progress_why_words(const struct progress_next *next, char *out, size_t size)
{
    out[0] = '\0';
    if (next->forced) {
        return;
    }
    if (!next->played) {
        snprintf(out, size, "%s", word("why.new"));
        return;
    }
    char steps[16], since[256] = "";
    const char *key = since_key(next);
    bool long_ago =
        next->since == WHY_MONTH || next->since == WHY_WEEK; // then the game before explains little
    snprintf(steps, sizeof steps, "%d", next->since_steps);
    if (key) {
        word_fill(since, sizeof since, key, "n", steps, NULL);
    }
    snprintf(out, size, "%s%s%s", long_ago ? "" : word(after_key(next)), key && !long_ago ? " " : "", since);
}
