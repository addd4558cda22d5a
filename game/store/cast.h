// The one table of friends, one of places, one of backdrops: adding one is an SVG in assets/ and a row here.
// Poses and layers are words for stage/ (see store/cast.c); the names are what levels and traces say.
#pragma once

#include <stdbool.h>

bool cast_has_friend(const char *name); // a stock friend; "family" is not one
bool cast_has_place(const char *name);
bool cast_has_backdrop(const char *name);

// The names in the order of the tables, for the grown-ups' lists and for reasons ("places are: theatre, ..."):
// index from 0; NULL behind the last.
const char *cast_friend_name(int index);
const char *cast_place_name(int index);
const char *cast_backdrop_name(int index);
