// The tables of the family's file and how older ones become newer ones. Only for store/family*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    FAMILY_APPLICATION = 0x5065656B, // "Peek": PRAGMA application_id
    FAMILY_SCHEMA = 2,               // PRAGMA user_version
};

// Whether a file with these two numbers may be used. NULL, or a sentence: a newer game's, or another
// program's.
const char *family_schema_refuses(uint32_t application, uint32_t version);
// Brings an open database to FAMILY_SCHEMA in one transaction. NULL, or a sentence and nothing is changed.
const char *family_schema_migrate(sqlite3 *database);
// What the last call on the database failed for, as a sentence.
const char *family_schema_failure(sqlite3 *database);
