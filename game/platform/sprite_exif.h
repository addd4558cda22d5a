// Which way up a camera held a photo.
#pragma once

#include <stddef.h>

// 1 to 8 as EXIF's Orientation counts them; 1, upright, where the file's beginning says nothing of it.
int exif_orientation(const unsigned char *jpeg, size_t length);
