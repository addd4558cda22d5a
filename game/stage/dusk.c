// Good night: the backdrop fades to the night's, then all grows dim; and back to day.
#include "stage/dusk.h"

#include "platform/canvas.h"
#include "platform/loader.h"

enum {
    NIGHT_BEGINS_PERMILLE = 220, // of the ritual
    NIGHT_PERMILLE = 480,
    DIM_BEGINS_PERMILLE = 700,
    LIGHT_MS = 1500, // how long it takes to become light again, or dark without a ritual
};
static const uint32_t NIGHT_TINT = 0x1B305A; // where there is no night backdrop
static const float NIGHT_TINT_ALPHA = 150;
static const uint32_t DIM_COLOUR = 0x16244A;
static const float DIM_ALPHA = 100; // leaves a mean luminance of about .18 (ui/guide.md: the still screen)

void dusk_free(struct dusk *dusk)
{
    backdrop_free(dusk->night);
}

void dusk_resize(struct dusk *dusk, struct loader *loader, const struct layout *layout)
{
    if (dusk->night) {
        backdrop_rasterise(dusk->night, loader, layout);
    }
}

static void load_night(struct dusk *dusk, struct loader *loader, const struct layout *layout)
{
    if (!dusk->night) {
        dusk->night = backdrop_new("night");
    }
    dusk_resize(dusk, loader, layout);
}

static void fall(struct dusk *dusk, int length_ms, int now_ms)
{
    const int night_ms = now_ms + length_ms * NIGHT_BEGINS_PERMILLE / 1000;
    const int dim_ms = now_ms + length_ms * DIM_BEGINS_PERMILLE / 1000;
    dusk->night_share =
        (struct glide){glide_at(&dusk->night_share, now_ms), 1, night_ms, length_ms * NIGHT_PERMILLE / 1000};
    dusk->dim_share =
        (struct glide){glide_at(&dusk->dim_share, now_ms), 1, dim_ms, now_ms + length_ms - dim_ms};
}

void dusk_act(struct dusk *dusk, struct loader *loader, const struct layout *layout, enum act act,
              int length_ms, int now_ms)
{
    if (act == ACT_RITUAL) {
        load_night(dusk, loader, layout);
        fall(dusk, length_ms, now_ms);
        return;
    }
    const float night = act == ACT_ASLEEP ? 1 : 0;
    if (dusk->night_share.to == night && dusk->dim_share.to == night) {
        return;
    }
    if (night > 0) {
        load_night(dusk, loader, layout);
        loader_finish(loader);
    }
    glide_to(&dusk->night_share, night, LIGHT_MS, now_ms);
    glide_to(&dusk->dim_share, night, LIGHT_MS, now_ms);
}

static void fill(struct canvas *canvas, uint32_t colour, float alpha)
{
    if (alpha >= 1) {
        canvas_fill(canvas, NULL, (uint32_t)alpha << 24 | colour);
    }
}

void dusk_draw_backdrop(const struct dusk *dusk, struct canvas *canvas, const struct backdrop *day,
                        int now_ms)
{
    const float share = glide_at(&dusk->night_share, now_ms);
    const bool night = dusk->night && backdrop_ready(dusk->night);
    if (!night || share < 1) {
        backdrop_draw(day, canvas, 255);
    }
    if (night) {
        backdrop_draw(dusk->night, canvas, (int)(share * 255));
    } else {
        fill(canvas, NIGHT_TINT, share * NIGHT_TINT_ALPHA);
    }
}

void dusk_draw_dim(const struct dusk *dusk, struct canvas *canvas, int now_ms)
{
    fill(canvas, DIM_COLOUR, glide_at(&dusk->dim_share, now_ms) * DIM_ALPHA);
}

bool dusk_moves(const struct dusk *dusk, int now_ms)
{
    return glide_moves(&dusk->night_share, now_ms) || glide_moves(&dusk->dim_share, now_ms);
}
