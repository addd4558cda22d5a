// The table of hiding places (cast_places.c), looked up by store/cast.c.
#pragma once

#include "store/cast.h"

enum { CAST_PLACE_COUNT = 9 };

extern const struct cast_place CAST_PLACES[CAST_PLACE_COUNT];
