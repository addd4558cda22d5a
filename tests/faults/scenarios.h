// What is done while something fails.
#pragma once

#include "faults/desk.h"

// One by number; NULL behind the last.
const struct scenario *scenario_at(int number);
