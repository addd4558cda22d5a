// Good night: the backdrop fades to the night's, then all grows dim; and back to day.
#pragma once

#include "stage/backdrop.h"
#include "stage/motion.h"
#include "stage/stage.h"

struct dusk {
    struct backdrop *night; // owned; NULL until it is needed, or where there is none
    struct glide night_share, dim_share;
};

void dusk_free(struct dusk *dusk);
void dusk_act(struct dusk *dusk, struct loader *loader, const struct layout *layout, enum act act,
              int length_ms, int now_ms);
void dusk_resize(struct dusk *dusk, struct loader *loader, const struct layout *layout);
// Draws the day's backdrop with the night's over it.
void dusk_draw_backdrop(const struct dusk *dusk, struct canvas *canvas, const struct backdrop *day,
                        int now_ms);
// Dims what is drawn so far.
void dusk_draw_dim(const struct dusk *dusk, struct canvas *canvas, int now_ms);
bool dusk_moves(const struct dusk *dusk, int now_ms);
