// Own levels within a database: how a backup carries them, and how they become files again where it is
// restored. A database that carries them is not settled: what is in it belongs into the folder. Only for
// store/.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

// Whether the database carries own levels, be it none. False where that can't be told.
bool own_levels_carried(sqlite3 *database, bool *carried);
// The database carries the levels of a folder (FOLDER/levels, or what restoring kept of it), as they are,
// broken ones too. Levels that it carries already and that are still to be written are kept as they are.
// False: nothing is changed.
bool own_levels_carry(sqlite3 *database, const char *levels);
// The same, whatever it carried before.
bool own_levels_carry_instead(sqlite3 *database, const char *levels);
// Writes what the database carries to FOLDER/levels; what is there becomes FOLDER/levels.before-restore.
// Interrupted at any moment, it is done anew the next time. False: not yet done. What a deletion that was
// cut off had put aside is settled first.
bool own_levels_settle(sqlite3 *database, const char *folder);
// FOLDER/levels.forgotten: gone for good where the database says that all else is deleted (the setting is
// there), else it is FOLDER/levels again. False: not yet done.
#define OWN_LEVELS_FORGOTTEN "levels_forgotten"
bool own_levels_forget_aside(sqlite3 *database, const char *folder);
