// What stands behind: one SVG, rasterised for exactly what the window shows of it.
#include "stage/backdrop.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "stage/built_in.h"

struct backdrop {
    char name[16];
    char *svg; // owned
    int shares;
    int w, h; // of the window it was asked for
    struct picture_slot picture;
};

struct backdrop *backdrop_new(const char *name)
{
    struct backdrop *backdrop = calloc(1, sizeof *backdrop);
    if (!backdrop) {
        return NULL;
    }
    char asset[64];
    snprintf(asset, sizeof asset, "backdrops/%s.svg", name);
    snprintf(backdrop->name, sizeof backdrop->name, "%s", name);
    backdrop->svg = built_in_read(asset);
    backdrop->shares = 1;
    if (!backdrop->svg) {
        backdrop_free(backdrop);
        return NULL;
    }
    return backdrop;
}

struct backdrop *backdrop_share(struct backdrop *backdrop)
{
    if (backdrop) {
        backdrop->shares++;
    }
    return backdrop;
}

void backdrop_free(struct backdrop *backdrop)
{
    if (!backdrop || --backdrop->shares > 0) {
        return;
    }
    picture_free(&backdrop->picture);
    free(backdrop->svg);
    free(backdrop);
}

bool backdrop_is(const struct backdrop *backdrop, const char *name)
{
    return backdrop && strcmp(backdrop->name, name) == 0;
}

void backdrop_rasterise(struct backdrop *backdrop, struct loader *loader, const struct layout *layout)
{
    if (backdrop->w != layout->w || backdrop->h != layout->h) {
        backdrop->w = layout->w, backdrop->h = layout->h;
        picture_load_view(&backdrop->picture, loader, backdrop->svg, &layout->view, layout->w, layout->h);
    }
}

bool backdrop_ready(const struct backdrop *backdrop)
{
    return picture_ready(&backdrop->picture);
}

// Until the new one is ready after a turn of the window, the old one covers it, scaled.
void backdrop_draw(const struct backdrop *backdrop, struct canvas *canvas, int alpha)
{
    const struct sprite *sprite = backdrop->picture.shown.sprite;
    if (!sprite || alpha <= 0) {
        return;
    }
    int w = 0, h = 0;
    canvas_size(canvas, &w, &h);
    const float across = (float)w / (float)sprite_width(sprite),
                down = (float)h / (float)sprite_height(sprite);
    const float scale = fmaxf(across, down);
    const struct matrix cover = {.a = scale,
                                 .d = scale,
                                 .e = ((float)w - scale * (float)sprite_width(sprite)) / 2,
                                 .f = ((float)h - scale * (float)sprite_height(sprite)) / 2};
    canvas_draw(canvas, sprite, &cover, alpha, NULL);
}
