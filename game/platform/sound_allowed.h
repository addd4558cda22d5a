// Whether sound may start.
#pragma once

#include <stdbool.h>

// A browser gives none before somebody has touched the page: a device that is opened earlier stands still,
// and what was asked of it would sound late, all at once. Natively it always may.
bool sound_allowed(void);
