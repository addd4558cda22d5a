// A family's file as the second version of the game made it: the first one's, with people and their voices.
#pragma once

#include "family_version_1.h"

static inline void make_version_2(void)
{
    make_version_1();
    meddle("CREATE TABLE caregiver(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, removed INTEGER,"
           " removed_corner INTEGER NOT NULL DEFAULT 0) STRICT;"
           "CREATE UNIQUE INDEX caregiver_here ON caregiver(name COLLATE NOCASE) WHERE removed IS NULL;"
           "CREATE TABLE face(caregiver INTEGER PRIMARY KEY REFERENCES caregiver ON DELETE CASCADE,"
           " shown_sum INTEGER NOT NULL, original_sum INTEGER, shown BLOB NOT NULL, original BLOB) STRICT;"
           "CREATE TABLE clip(id INTEGER PRIMARY KEY AUTOINCREMENT,"
           " caregiver INTEGER NOT NULL REFERENCES caregiver ON DELETE CASCADE,"
           " moment INTEGER NOT NULL CHECK(moment BETWEEN 0 AND 6), slot INTEGER NOT NULL CHECK(slot >= 1),"
           " length_ms INTEGER NOT NULL, lufs REAL NOT NULL, peak_dbtp REAL NOT NULL, made INTEGER NOT NULL,"
           " first_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, bars BLOB NOT NULL,"
           " retired INTEGER NOT NULL DEFAULT 0, retired_corner INTEGER NOT NULL DEFAULT 0) STRICT;"
           "CREATE UNIQUE INDEX clip_plays ON clip(caregiver, moment, slot) WHERE retired = 0;"
           "CREATE INDEX clip_older ON clip(caregiver, retired) WHERE retired <> 0;"
           "CREATE TABLE sound(clip INTEGER PRIMARY KEY REFERENCES clip ON DELETE CASCADE,"
           " pcm_sum INTEGER NOT NULL, pcm BLOB NOT NULL) STRICT;"
           "CREATE TABLE recording(clip INTEGER PRIMARY KEY REFERENCES clip ON DELETE CASCADE,"
           " pcm_sum INTEGER NOT NULL, pcm BLOB NOT NULL) STRICT;"
           "PRAGMA user_version = 2;"
           "INSERT INTO session VALUES(2, 'wait_and_see', 1764000200, 9, 5, 3100, 3000, 5, 1, 'upset'),"
           " (3, 'first_peekaboo', 1764000400, 9, 4, 2400, 2400, 6, 0, 'done');"
           "INSERT INTO ladder VALUES('wait_and_see', 3, 0, 0, 1, 1764000300);"
           "UPDATE ladder SET step = 5, played = 1764000500 WHERE level = 'first_peekaboo';"
           "INSERT INTO caregiver VALUES(1, 'Mama', NULL, 0), (2, 'Opa', 1764000000, 5);"
           "INSERT INTO face VALUES(1, 77, NULL, x'0102', NULL);"
           "INSERT INTO clip VALUES(4, 1, 3, 1, 100, -20.5, -7.25, 1764000000, 80, 180, zeroblob(40), 0, 0);"
           "INSERT INTO sound VALUES(4, 12, x'0001');"
           "INSERT INTO recording VALUES(4, 13, x'0002')");
}
