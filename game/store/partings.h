// Real goodbyes ("away for real"): when, how long, who stayed, how it was.
#pragma once

#include <stdbool.h>

#include "core/parting.h"

struct family;

bool partings_add(struct family *family, const struct parting *parting);
// Youngest last. malloced, the caller's.
int partings_list(struct family *family, struct parting **partings);
