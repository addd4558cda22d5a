// The rest between two games (science/README.md 6.2: no "again" for 3 h), and the days between when a baby is
// not ready. Only the grown-ups' home and the good-night screen rest; the rules of play know nothing of it.
#pragma once

#include <stdint.h>

enum {
    REST_MOST_S = 3 * 60 * 60,
    REST_GAMES_A_DAY = 2,
    REST_UPSET_GAMES = 3,              // in a row: not now
    REST_NOT_NOW_S = 14 * 24 * 60 * 60 // science/README.md 2.2: two weeks of play face to face
};

struct rest {
    int games_today;   // since the local day began
    int64_t ended_utc; // when the last game ended; 0: none was played
    int64_t known_ms;  // for how long the program has known of it, by a clock that only goes forward
    int rest_s;        // as it was set; above REST_MOST_S counts as that
    int upset_games;   // in a row, up to the last
};

enum rest_kind {
    REST_NONE,    // play
    REST_RESTING, // rest_left_s says how long; a grown-up may play once all the same
    REST_ENOUGH,  // two games today
    REST_NOT_NOW, // until rest_back_utc; a grown-up may play the shortest level
};

enum rest_kind rest_now(const struct rest *rest, int64_t now_utc);
// Seconds until the rest is over, 0 where there is none. A calendar that went back counts as no time at all;
// however far it went, REST_MOST_S of the other clock end the rest.
int rest_left_s(const struct rest *rest, int64_t now_utc);
// When "not now" is over, UTC seconds: at most two weeks from now.
int64_t rest_back_utc(const struct rest *rest, int64_t now_utc);
