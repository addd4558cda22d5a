// The one table of friends, one of places, one of backdrops: adding one is an SVG in assets/ and a row here.
// Poses and layers are words for stage/ (see store/cast.c); the names are what levels and traces say.
#pragma once

#include <stdbool.h>

bool cast_has_friend(const char *name); // a stock friend; "family" is not one
bool cast_has_place(const char *name);
bool cast_has_backdrop(const char *name);
