// What was here before a restore is kept for a while, and then deleted. Two clocks have to agree that the
// while is over, as for older takes (store/voices_tidy.c); the moment of the restore itself is not believed,
// for the family that came has another corner's clock.
#include <stddef.h>
#include <unistd.h>

#include "platform/files.h"
#include "store/backup.h"
#include "store/backup_file.h"
#include "store/backup_old.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/own_levels_file.h"
#include "store/voices_inside.h"

enum { KEPT_S = KEPT_BEFORE_DAYS * 86400 };

// -1: none, or it can't be told.
static int64_t setting(sqlite3 *database, const char *name)
{
    int64_t value;
    query_setting(database, name, -1, &value);
    return value;
}

bool backup_begin_keeping(sqlite3 *database)
{
    return query_run(database, "DELETE FROM setting WHERE name IN ('before_utc', 'before_corner')", NULL, 0);
}

static bool begin(sqlite3 *database, int64_t now_utc)
{
    int64_t clock;
    return query_begin(database) &&
           query_end(database, corner_clock(database, &clock) && query_set(database, "before_utc", now_utc) &&
                                   query_set(database, "before_corner", clock));
}

static bool is_kept(const char *folder)
{
    char file[BACKUP_PATH_SIZE], levels[BACKUP_PATH_SIZE];
    return backup_path(file, folder, "/family.before-restore.db") &&
           backup_path(levels, folder, "/levels.before-restore") &&
           (files_exists(file) || files_exists(levels));
}

bool backup_tidy(struct family *family, const char *folder, int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    const int64_t since = setting(database, "before_utc");
    if (!is_kept(folder)) {
        return since < 0 || backup_begin_keeping(database);
    }
    if (since < 0 || since > now_utc) { // the first visit since; or the calendar was wrong then
        return begin(database, now_utc);
    }
    const int64_t began = setting(database, "before_corner");
    int64_t clock;
    if (!corner_clock(database, &clock)) {
        return false;
    }
    const bool over = since < now_utc - KEPT_S && began >= 0 && began < clock - KEPT_S;
    return !over || (backup_old_forget(folder) && backup_begin_keeping(database));
}
