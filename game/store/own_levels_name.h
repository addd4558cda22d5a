// What an own level's file is called. Only for store/own_levels*.
#pragma once

#include <stdbool.h>

enum { OWN_SLUG_SIZE = 49 };

// A file name's beginning from a title, in small letters of ASCII, digits and '_': "Omas Kuckuck-Spiel" ->
// "omas_kuckuck_spiel"; "our_level" where nothing of it can be written so.
void own_levels_slug(const char *title, char slug[OWN_SLUG_SIZE]);
