// What a family keeps, as text that two runs can be compared by: no times in it.
#pragma once

#include <stdbool.h>

// A line for each clip, face, level, setting, game ...; NULL and a reason on standard output where the
// folder's family does not open, or is damaged. The caller frees it.
char *kept_read(const char *folder);
// A line (but of how a clip stands: its sound is what counts) that is in both `before` and `untouched`, but
// not in `after`: something was lost. NULL where nothing was; else it is good until the next call.
const char *kept_lost(const char *before, const char *untouched, const char *after);
