// What stands behind: one SVG, rasterised for exactly what the window shows of it.
#pragma once

#include "stage/layout.h"

struct backdrop;
struct canvas;
struct loader;

// NULL without memory or file. Shared: backdrop_share counts, backdrop_free counts down.
struct backdrop *backdrop_new(const char *name);
struct backdrop *backdrop_share(struct backdrop *backdrop);
void backdrop_free(struct backdrop *backdrop);
bool backdrop_is(const struct backdrop *backdrop, const char *name);
// Rasterises it for a window; nothing where that is what it has.
void backdrop_rasterise(struct backdrop *backdrop, struct loader *loader, const struct layout *layout);
bool backdrop_ready(const struct backdrop *backdrop);
void backdrop_draw(const struct backdrop *backdrop, struct canvas *canvas, int alpha);
