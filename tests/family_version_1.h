// A family's file as the first version of the game made it, with settings, a ladder and a session.
#pragma once

#include "family_folder.h"

static inline void make_version_1(void)
{
    write_file("family.db", "", 0);
    meddle(
        "CREATE TABLE setting(name TEXT PRIMARY KEY NOT NULL, value ANY NOT NULL) STRICT;"
        "CREATE TABLE ladder(level TEXT PRIMARY KEY NOT NULL, step INTEGER NOT NULL, clean INTEGER NOT NULL,"
        " fast INTEGER NOT NULL, upset_sessions INTEGER NOT NULL, played INTEGER NOT NULL) STRICT;"
        "CREATE TABLE session(id INTEGER PRIMARY KEY, level TEXT NOT NULL, began INTEGER NOT NULL,"
        " age_months INTEGER NOT NULL, step INTEGER NOT NULL, own_away_ms INTEGER NOT NULL,"
        " longest_calm_ms INTEGER NOT NULL, calm INTEGER NOT NULL, upsets INTEGER NOT NULL, why TEXT NOT "
        "NULL) "
        "STRICT;"
        "PRAGMA application_id = 1348822379; PRAGMA user_version = 1;"
        "INSERT INTO setting VALUES('age_months', 9);"
        "INSERT INTO ladder VALUES('first_peekaboo', 4, 1, 1, 0, 1764000100);"
        "INSERT INTO session VALUES(1, 'first_peekaboo', 1764000000, 8, 3, 2000, 1900, 6, 0, 'done')");
}
