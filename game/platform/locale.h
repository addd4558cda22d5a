// The language that the system's user prefers.
#pragma once

#include <stddef.h>

// The code of the first one ("de", "en"); "en" where the system doesn't say.
void locale_preferred(char *code, size_t size);
