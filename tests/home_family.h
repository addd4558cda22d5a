// Families that have played, for tests of home.
#pragma once

#include "corner_app.h"
#include "store/sessions.h"
#include "store/settings.h"

static const char played_level[] = "hide_and_hello";

// A game that ended `ago_s` before NOW, at this step, and the ladder that follows from it.
struct played {
    int64_t ago_s;
    int step, calm, upsets;
    bool unclear;
    struct ladder before;
};

static inline struct rungs rungs_of(const struct played *played)
{
    (void)played;
    return (struct rungs){.first_ms = 1500, .step_permille = 1250, .longest_ms = 8000};
}

// Keeps it as the program would, from the real rules.
static inline void play_a_game(struct family *family, const struct played *played)
{
    struct rungs rungs = rungs_of(played);
    struct outcome outcome = {.unclear = played->unclear,
                              .own_lasted = !played->unclear,
                              .finished = true,
                              .upsets = played->upsets,
                              .upset_at_own = played->upsets > 0};
    struct ladder before = played->before;
    before.step = played->step;
    struct ladder next = ladder_after(&before, &outcome, NOW - played->ago_s, &rungs);
    struct session_record record = {.level = played_level,
                                    .began = NOW - played->ago_s - 110,
                                    .age_months = 9,
                                    .step = played->step,
                                    .own_away_ms = ladder_away_ms(&rungs, played->step),
                                    .calm = played->calm,
                                    .upsets = played->upsets,
                                    .why = played->upsets > 0 ? END_UPSET : END_DONE,
                                    .outcome = outcome,
                                    .rungs = rungs,
                                    .before = before};
    assert_true(family_keep_session(family, &record, &next));
}

// A family whose games were like these, the youngest last; each goes on from the ladder of the one before.
static inline void make_played(const struct played *games, int count)
{
    make_family(3, 5);
    struct family *family = opened();
    assert_true(family_set_text(family, "level", played_level));
    assert_true(settings_set_age(family, 9, NOW));
    assert_true(settings_set(family, SETTING_FIRST_READ, 1));
    for (int i = 0; i < count; i++) {
        struct played game = games[i];
        family_ladder(family, played_level, &game.before);
        play_a_game(family, &game);
    }
    family_close(family);
}

enum { MINUTE = 60, HOUR = 60 * MINUTE };
