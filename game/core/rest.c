// The rest between two games.
#include "core/rest.h"

static int64_t since_s(const struct rest *rest, int64_t now_utc)
{
    return now_utc > rest->ended_utc ? now_utc - rest->ended_utc : 0;
}

int rest_left_s(const struct rest *rest, int64_t now_utc)
{
    int64_t whole = rest->rest_s < REST_MOST_S ? rest->rest_s : REST_MOST_S;
    if (rest->ended_utc <= 0 || since_s(rest, now_utc) >= whole || rest->known_ms / 1000 >= whole) {
        return 0;
    }
    int64_t by_calendar = whole - since_s(rest, now_utc), by_clock = whole - rest->known_ms / 1000;
    return (int)(by_calendar < by_clock ? by_calendar : by_clock);
}

int64_t rest_back_utc(const struct rest *rest, int64_t now_utc)
{
    return now_utc + REST_NOT_NOW_S - since_s(rest, now_utc);
}

enum rest_kind rest_now(const struct rest *rest, int64_t now_utc)
{
    if (rest->ended_utc > 0 && rest->upset_games >= REST_UPSET_GAMES &&
        since_s(rest, now_utc) < REST_NOT_NOW_S) {
        return REST_NOT_NOW;
    }
    if (rest->games_today >= REST_GAMES_A_DAY) {
        return REST_ENOUGH;
    }
    return rest_left_s(rest, now_utc) > 0 ? REST_RESTING : REST_NONE;
}
