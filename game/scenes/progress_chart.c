// The chart of the games: days along, seconds up from 0, a dot for each game.
#include <stdio.h>
#include <stdlib.h>

#include "scenes/progress_inside.h"
#include "store/dates.h"
#include "store/words.h"

enum {
    DAY_SECONDS = 24 * 60 * 60,
    DAYS_LEAST = 7, // on the axis, however few were played
    UP_MOST = 4,    // lines
    ALONG_MOST = 5, // days with their name
    KEY_H = 28,
    KEY_GAP = 24,
    LEAST_MS = 2000, // the axis goes up to
    HEADROOM = 110,  // percent: the highest dot stays below the edge
};

// ---- up: whole, simple seconds

struct up {
    struct chart_tick ticks[UP_MOST + 1];
    char labels[UP_MOST + 1][24];
    int count, greatest;
};

static int greatest_of(const struct session_note *notes, int count)
{
    int greatest = LEAST_MS;
    for (int i = 0; i < count; i++) {
        greatest = notes[i].longest_calm_ms > greatest ? notes[i].longest_calm_ms : greatest;
    }
    return greatest;
}

static int step_up(int greatest_ms)
{
    static const int steps[] = {500, 1000, 2000, 5000, 10000};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && greatest_ms > steps[i] * UP_MOST) {
        i++;
    }
    return steps[i];
}

static void measure_up(struct up *up, const struct session_note *notes, int count)
{
    int greatest = greatest_of(notes, count), step = step_up(greatest);
    *up = (struct up){.count = (greatest + step - 1) / step};
    up->greatest = up->count * step * HEADROOM / 100;
    for (int i = 0; i < up->count; i++) {
        char seconds[16];
        word_seconds(seconds, sizeof seconds, (i + 1) * step);
        word_fill(up->labels[i], sizeof up->labels[i], "seconds", "n", seconds, NULL);
        up->ticks[i] = (struct chart_tick){(float)((i + 1) * step) / (float)up->greatest, up->labels[i]};
    }
}

// ---- along: days, by midnights

struct along {
    int64_t from, to; // UTC seconds
    struct chart_tick ticks[ALONG_MOST];
    char labels[ALONG_MOST][DATE_SIZE];
    int count;
};

static float place(const struct along *along, int64_t utc)
{
    float at = (float)(utc - along->from) / (float)(along->to - along->from);
    return at < 0 ? 0 : at > 1 ? 1 : at;
}

static void measure_along(struct along *along, const struct session_note *notes, int count, int64_t now_utc)
{
    int64_t last = count > 0 && notes[count - 1].began > now_utc ? notes[count - 1].began : now_utc;
    int64_t first = count > 0 && notes[0].began < last ? notes[0].began : last;
    int days = date_days_between(first, last);
    first = days < DAYS_LEAST - 1 ? last - (int64_t)(DAYS_LEAST - 1) * DAY_SECONDS : first;
    days = days < DAYS_LEAST - 1 ? DAYS_LEAST - 1 : days;
    *along = (struct along){.from = date_day_begins(first), .to = date_day_begins(last) + DAY_SECONDS};
    int each = (days + ALONG_MOST - 1) / (ALONG_MOST - 1);
    each = each > 7 ? (each + 6) / 7 * 7 : each; // whole weeks, where they are long
    for (int day = 0; day <= days && along->count < ALONG_MOST; day += each) {
        int64_t noon = along->from + (int64_t)day * DAY_SECONDS + DAY_SECONDS / 2;
        date_day(along->labels[along->count], DATE_SIZE, noon);
        along->ticks[along->count] = (struct chart_tick){place(along, noon), along->labels[along->count]};
        along->count++;
    }
}

// ---- dots

static struct chart_dot dot_of(const struct along *along, const struct session_note *note)
{
    return (struct chart_dot){.x = place(along, note->began),
                              .value = note->longest_calm_ms,
                              .fussy = progress_fussy(note),
                              .unclear = progress_unclear(note)};
}

// A clock that was set back gives no line that runs back.
static void keep_in_order(struct chart_dot *dots, int count)
{
    for (int i = 1; i < count; i++) {
        dots[i].x = dots[i].x < dots[i - 1].x ? dots[i - 1].x : dots[i].x;
    }
}

void progress_chart(struct page *page, struct rect at, int id, const struct session_note *notes, int count,
                    int chosen, int64_t now_utc)
{
    struct up up;
    struct along along;
    struct chart_dot *dots = count > 0 ? calloc((size_t)count, sizeof *dots) : NULL;
    count = dots ? count : 0;
    measure_up(&up, notes, count);
    measure_along(&along, notes, count, now_utc);
    for (int i = 0; i < count; i++) {
        dots[i] = dot_of(&along, &notes[i]);
    }
    keep_in_order(dots, count);
    page_chart(page, at, id,
               &(struct chart){.dots = dots,
                               .count = count,
                               .greatest = up.greatest,
                               .up = up.ticks,
                               .along = along.ticks,
                               .up_count = up.count,
                               .along_count = along.count,
                               .chosen = chosen});
    free(dots);
}

// ---- what the dots mean

int progress_key(struct page *page, struct rect at, const struct session_note *notes, int count, bool draw)
{
    static const struct {
        struct chart_dot like;
        const char *word;
    } keys[] = {
        {{.fussy = false}, "pr.calm"}, {{.fussy = true}, "pr.fuss"}, {{.unclear = true}, "pr.unclear"}};
    bool unclear = false;
    for (int i = 0; i < count; i++) {
        unclear = unclear || progress_unclear(&notes[i]);
    }
    int x = at.x, y = at.y;
    for (int i = 0; i < (unclear ? 3 : 2); i++) {
        int w = page_chart_key(page, 0, 0, keys[i].like, word(keys[i].word), false);
        if (x > at.x && x + w > at.x + at.w) {
            x = at.x;
            y += KEY_H;
        }
        if (draw) {
            page_chart_key(page, x, y, keys[i].like, word(keys[i].word), true);
        }
        x += w + KEY_GAP;
    }
    return y + KEY_H - at.y;
}
