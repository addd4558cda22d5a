// The small ear in the corner: for the grown-up, calm and dim.
#include "core/easing.h"
#include "platform/canvas.h"
#include "scenes/app.h"
#include "scenes/ear.h"
#include "scenes/ear_inside.h"
#include "ui/page.h"

enum {
    MARK_PX = 46,     // of a picture whose short side is 800; the ear itself is two thirds of it
    MARK_AT = 38,     // its middle from the edges
    MARK_ALPHA = 110, // of the wall's ink
    FADE_MS = 300,
    SHORT_SIDE = 800,
};

static const uint32_t ink = 0x2A1A2E;

static int alpha(const struct ear_mark *mark, int now_ms)
{
    float to = mark->on ? MARK_ALPHA : 0;
    return (int)ease_mix((float)mark->from, to, ease_share(now_ms, mark->since_ms, mark->since_ms + FADE_MS));
}

bool ear_mark_moves(const struct ear *ear, int now_ms)
{
    return now_ms - ear->mark.since_ms < FADE_MS;
}

void ear_mark_show(struct app *app, bool on)
{
    struct ear_mark *mark = &app->ear->mark;
    if (mark->on != on) {
        mark->from = alpha(mark, app->now_ms);
        mark->since_ms = app->now_ms;
        mark->on = on;
    }
}

void ear_mark_free(struct ear *ear)
{
    sprite_free(ear->mark.sprite);
}

static void make(struct ear_mark *mark, int px)
{
    if (mark->px != px) {
        sprite_free(mark->sprite);
        mark->sprite = icon_alone(ICON_EAR, px, ink);
        mark->px = px;
    }
}

// The marks of the gate stand in two other corners.
void ear_draw(struct app *app)
{
    struct ear_mark *mark = app->ear ? &app->ear->mark : NULL;
    int now_alpha = mark ? alpha(mark, app->now_ms) : 0;
    if (now_alpha <= 0) {
        return;
    }
    int w, h;
    canvas_size(app->canvas, &w, &h);
    int side = w < h ? w : h, px = MARK_PX * side / SHORT_SIDE, at = MARK_AT * side / SHORT_SIDE;
    make(mark, px);
    if (mark->sprite) {
        canvas_draw(app->canvas, mark->sprite,
                    &(struct matrix){.a = 1,
                                     .d = 1,
                                     .e = (float)(app->safe.x + app->safe.w - at - px / 2),
                                     .f = (float)(app->safe.y + at - px / 2)},
                    now_alpha, NULL);
    }
}
