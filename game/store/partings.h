// Real goodbyes ("away for real"): when, how long, who stayed, how it was.
#pragma once

#include <stdbool.h>

#include "core/parting.h"

struct family;

bool partings_add(struct family *family, const struct parting *parting);
// As if it had never been noted. False where there is none of that id, or it can't be written.
bool partings_remove(struct family *family, int64_t id);
// Youngest last. malloced, the caller's.
int partings_list(struct family *family, struct parting **partings);
