// What the tests of Progress share: games that were played, each with the ladder that the rules make of it.
#pragma once

#include "corner_app.h"
#include "store/sessions.h"

enum { AN_HOUR = 3600, A_DAY = 24 * AN_HOUR };

static const struct outcome calm_one = {.own_lasted = true, .finished = true},
                            fussy_one = {.own_lasted = true, .upsets = 2, .upset_at_own = true},
                            hard_day = {.own_lasted = true, .finished = true, .upsets = 1},
                            unclear_one = {.unclear = true, .finished = true}, brief_one = {.finished = true},
                            stopped_one = {.own_lasted = true};

static inline enum end_why why_of(const struct outcome *outcome)
{
    return outcome->upsets > 1 ? END_UPSET : outcome->finished ? END_DONE : END_GROWN_UP;
}

static inline struct rungs rungs_now(const char *level)
{
    struct level found;
    struct level_error error;
    if (!level_find(level, &found, &error)) {
        level_builtin(&found);
    }
    return ladder_rungs(&found, 0);
}

// A game so many seconds ago. Its longest calm hide is what it was played for; nothing where it is fussy.
static inline void a_game(struct family *family, const char *level, struct outcome outcome, int64_t ago_s)
{
    struct rungs rungs = rungs_now(level);
    struct ladder before = ladder_new();
    family_ladder(family, level, &before);
    int64_t began = clock_utc() - ago_s;
    before = ladder_today(&before, began, &rungs);
    struct ladder next = ladder_after(&before, &outcome, began + 100, &rungs);
    int own_ms = ladder_away_ms(&rungs, before.step);
    struct session_record record = {.level = level,
                                    .began = began,
                                    .step = before.step,
                                    .own_away_ms = own_ms,
                                    .longest_calm_ms = outcome.upset_at_own ? 0 : own_ms,
                                    .calm = 6,
                                    .upsets = outcome.upsets,
                                    .why = why_of(&outcome),
                                    .outcome = outcome,
                                    .rungs = rungs,
                                    .before = before};
    assert_true(family_keep_session(family, &record, &next));
}

static const char *const a_level = "first_peekaboo";

// So many, the last one some hours ago: calm ones, each seventh a fussy one, each ninth unclear.
static inline void many_games(struct family *family, int count)
{
    for (int i = 0; i < count; i++) {
        a_game(family, i % 5 == 4 ? "second" : a_level,
               i % 7 == 5   ? fussy_one
               : i % 9 == 8 ? unclear_one
                            : calm_one,
               (int64_t)(count - i) * 30 * AN_HOUR);
    }
}

static inline void a_family_with_games(int count)
{
    make_family(2, 5);
    struct family *family = opened();
    many_games(family, count);
    family_close(family);
}
