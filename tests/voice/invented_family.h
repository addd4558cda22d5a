// Families for the tests of whole sessions: Mama, with a clip or more for every moment, cleaned as the game
// cleans them.
#pragma once

#include <stdbool.h>

#define INVENTED_NAME "Mama"

// Makes folder/family.db, chooses her, and prints what was kept. False where anything fails.
bool invented_family(const char *folder);
// The same with takes that could startle (hard_takes.h).
bool hard_family(const char *folder);
