// Deleting for good. A voice can't be had again, and clocks lie: so two clocks have to agree that the days
// are over. One is the calendar's. The other is the corner's own, and counts the time between one visit to
// the grown-ups' corner and the next, but never more than a week for one visit, and nothing where the
// calendar was set back. A calendar that jumps to 2099 and home again moves it by a week at most; a family
// that comes seldom keeps its older takes for longer than it was promised, never for shorter.
#include <stddef.h>

#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

enum { DAY_S = 86400, VISIT_MAX_S = 7 * DAY_S, KEPT_S = CLIP_KEPT_DAYS * DAY_S };

bool corner_clock(sqlite3 *database, int64_t *seconds)
{
    return query_setting(database, "corner_s", 0, seconds);
}

// The corner's clock goes on to this visit. Within a transaction.
static bool visit(sqlite3 *database, int64_t now_utc)
{
    int64_t seen, clock;
    if (!query_setting(database, "corner_seen", now_utc, &seen) || !corner_clock(database, &clock)) {
        return false;
    }
    const int64_t passed = now_utc - seen;
    const int64_t counted = passed < 0 ? 0 : passed > VISIT_MAX_S ? VISIT_MAX_S : passed;
    return query_set(database, "corner_s", clock + counted) && query_set(database, "corner_seen", now_utc);
}

static bool tidy(sqlite3 *database, int64_t now_utc)
{
    int64_t clock;
    if (!corner_clock(database, &clock)) {
        return false;
    }
    const int64_t limits[] = {now_utc - KEPT_S, clock - KEPT_S, now_utc};
    return query_run(database, "UPDATE caregiver SET removed = ?3 WHERE removed = 0", limits, 3) &&
           query_run(database, "DELETE FROM clip WHERE retired <> 0 AND retired < ?1 AND retired_corner < ?2",
                     limits, 2) &&
           query_run(
               database,
               "DELETE FROM caregiver WHERE removed IS NOT NULL AND removed < ?1 AND removed_corner < ?2",
               limits, 2);
}

bool clips_tidy(struct family *family, int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    const int64_t now = now_utc > 1 ? now_utc : 1;
    return query_begin(database) && query_end(database, visit(database, now) && tidy(database, now));
}
