// The family's file that a restored one takes the place of. Only for store/backup*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

#include "store/family_schema.h"

// Locks the old file against other programs where it can be opened at all; its unfinished business (a journal
// of a run that was killed) is settled by that. *old is the caller's to close, after the new file is in its
// place.
enum family_fault backup_old_lock(const char *path, sqlite3 **old);
// Gives the file a second name beside, and takes away what SQLite would apply to the new file by mistake. The
// first name stays until the new file is renamed over it: at no moment is there no family.db.
bool backup_old_keep(const char *path, const char *kept);
// Deletes all that a restore kept in the folder. False where something of it is left.
bool backup_old_forget(const char *folder);
