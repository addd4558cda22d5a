// A picture file decoded: its pixels as the camera stored them, asked for as the camera was held.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "platform/canvas.h"

struct picture_image;

// PNG, JPG or WebP. NULL and one sentence in *reason where it can't be read. Any thread may ask.
struct picture_image *picture_decode(const void *bytes, size_t length, const char **reason);
void picture_image_free(struct picture_image *image);
// The upright picture's size, pixels.
void picture_image_size(const struct picture_image *image, int *w, int *h);
// The part of the upright picture, made w x h pixels 0x00RRGGBB with a proper filter; what is clear in it is
// white. malloced, the caller's; NULL without memory.
uint32_t *picture_part(const struct picture_image *image, const struct rect *part, int w, int h);
