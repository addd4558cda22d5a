// Today's plan in words.
#include "scenes/plan_words.h"

#include <stdio.h>

#include "store/words.h"

static void words_count(const char *one, const char *other, int count, char *out, size_t size)
{
    char number[16];
    snprintf(number, sizeof number, "%d", count);
    word_fill(out, size, count == 1 ? one : other, "n", number, NULL);
}

void plan_words_rounds(int rounds, char *out, size_t size)
{
    words_count("rounds.one", "rounds.other", rounds, out, size);
}

void plan_words_time(int ms, char *out, size_t size)
{
    int whole_s = (ms + 500) / 1000;
    char minutes[16], seconds[16];
    snprintf(minutes, sizeof minutes, "%d", whole_s / 60);
    snprintf(seconds, sizeof seconds, "%d", whole_s % 60);
    if (whole_s < 60) {
        word_fill(out, size, "seconds", "n", seconds, NULL);
    } else {
        word_fill(out, size, whole_s % 60 == 0 ? "time.min" : "time.min.s", "m", minutes, "s", seconds, NULL);
    }
}

// Half a minute and more is the next one; nothing is "about 0 minutes".
static int about_minutes(int ms)
{
    int minutes = (ms + 30000) / 60000;
    return minutes > 0 ? minutes : 1;
}

void plan_words(const struct plan *plan, char *out, size_t size)
{
    struct timeline timeline = timeline_make(plan);
    char rounds[48], seconds[16], minutes[48];
    plan_words_rounds(timeline.rounds, rounds, sizeof rounds);
    word_seconds(seconds, sizeof seconds, timeline.longest_ms);
    words_count("minutes.one", "minutes.other", about_minutes(timeline.total_ms), minutes, sizeof minutes);
    word_fill(out, size, "home.plan", "rounds", rounds, "t", seconds, "m", minutes, NULL);
}

void plan_words_exact(const struct timeline *timeline, char *out, size_t size)
{
    char rounds[48], seconds[16], whole[48];
    plan_words_rounds(timeline->rounds, rounds, sizeof rounds);
    word_seconds(seconds, sizeof seconds, timeline->longest_ms);
    plan_words_time(timeline->total_ms, whole, sizeof whole);
    word_fill(out, size, "ed.sum", "r", rounds, "t", seconds, "m", whole, NULL);
}
