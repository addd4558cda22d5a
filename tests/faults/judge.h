// Whether a run with a failure in it went as it must.
#pragma once

#include "faults/desk.h"

// NULL where it did, else what is wrong; good until the next call. `before`: what the family kept before all
// runs.
const char *judge(const struct scenario *scenario, const char *before, const struct left *untouched,
                  const struct left *left);
