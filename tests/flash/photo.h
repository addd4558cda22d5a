// Somebody with a photo of one colour: the worst that may be held into a baby's eyes.
#pragma once

#include <stdbool.h>

// Makes them who plays today in a folder's family. colour: RRGGBB.
bool photo_of(const char *folder, const char *colour);
