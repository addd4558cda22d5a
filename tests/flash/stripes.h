// Regular patterns of light and dark bars, which can trouble the eye without any flash
// (science/README.md 5.1).
#pragma once

#include <stdint.h>

#include "flash/grid.h"

// The share of the screen, 0 to 1, that lies under more than 5 regular light-dark pairs wider than 3 mm,
// upright or lying (the larger of the two).
float stripes_share(const struct grid *grid, const uint32_t *pixels);
