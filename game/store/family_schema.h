// The tables of the family's file and how older ones become newer ones. Only for store/family*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    FAMILY_APPLICATION = 0x5065656B, // "Peek": PRAGMA application_id
    PACK_APPLICATION = 0x50656570,   // "Peep": of a voice pack, so that none is taken for a family
    FAMILY_SCHEMA = 3,               // PRAGMA user_version
};

// Why a file can't be used.
enum family_fault {
    FAMILY_FINE,
    FAMILY_EMPTY,       // no byte in it: new
    FAMILY_UNREADABLE,  // not there, or no file
    FAMILY_NO_DATABASE, // its first bytes are not SQLite's
    FAMILY_DAMAGED,
    FAMILY_NEWER,      // made by a newer game
    FAMILY_STRANGER,   // another program's
    FAMILY_OTHER_KIND, // a voice pack where a backup is wanted, or the other way
    FAMILY_BUSY,       // another program works on it
    FAMILY_DISK_FULL,
    FAMILY_UNWRITABLE,
    FAMILY_FAULTS
};

// About family.db. NULL where it is fine.
const char *family_sentence(enum family_fault fault);
// Whether a file with these two numbers may be used: fine, newer, or a stranger.
enum family_fault family_schema_refuses(uint32_t application, uint32_t version);
// Brings an open database to FAMILY_SCHEMA in one transaction. Else nothing is changed.
enum family_fault family_schema_migrate(sqlite3 *database);
// Makes an empty database one of an older version (1 to FAMILY_SCHEMA). Within the caller's transaction, or
// none.
enum family_fault family_schema_make(sqlite3 *database, int version);
// Every page and every row, and that the tables are exactly ours: nothing else, and nothing that runs by
// itself. For files from elsewhere; reads all of it. The database's version has to be 1 to FAMILY_SCHEMA.
enum family_fault family_schema_check_whole(sqlite3 *database);
// What the last call on the database failed for.
enum family_fault family_schema_failure(sqlite3 *database);
