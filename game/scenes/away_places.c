// Where the picture of Away for real stands.
#include "scenes/away_places.h"

#include "platform/canvas.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "ui/page.h"

float away_flower_scale(const struct places *places)
{
    return places->r / FLOWER_PETALS_R;
}

// How high the face is where the stem ends in the front hill.
static float rooted(const struct places *at)
{
    return at->front + 6 * at->unit - (FLOWER_ROOT_Y - FLOWER_Y) * away_flower_scale(at);
}

static struct places wide(const struct app *app, int w, int h, bool reunion)
{
    float unit = page_scale(app->page), side = (float)w, up = (float)h - 112 * unit;
    struct places places = {.w = w, .h = h, .unit = unit, .hill = up - 120 * unit, .front = up - 10 * unit};
    float tall = up * 0.255F, broad = side * 0.17F;
    places.r = tall < broad ? tall : broad;
    places.x = reunion ? side * 0.23F : side / 2;
    places.r *= reunion ? 1.2F : 1;
    places.y = rooted(&places);
    places.arc_x = side / 2;
    places.rx = side * 0.42F;
    places.arc_y = up - 118 * unit;
    places.ry = places.arc_y - 130 * unit;
    return places;
}

static struct places tall(const struct app *app, int w, int h, bool reunion)
{
    float unit = page_scale(app->page), side = (float)w;
    float up = (float)h - (reunion ? 600 : 270) * unit;
    struct places places = {
        .w = w, .h = h, .unit = unit, .hill = up - 170 * unit, .front = up + (reunion ? 40 : -40) * unit};
    float broad = side * 0.235F, room = (up - 60 * unit) * (reunion ? 0.36F : 0.24F);
    places.r = broad < room ? broad : room;
    places.x = side / 2;
    places.y = rooted(&places);
    places.arc_x = side / 2;
    places.rx = side * 0.42F;
    places.arc_y = places.y - places.r * 1.05F;
    places.ry = places.arc_y - 150 * unit;
    places.ry = places.ry > places.rx * 0.85F ? places.rx * 0.85F : places.ry;
    return places;
}

struct places away_places(const struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    bool reunion = app->away->part == AWAY_REUNION;
    return page_tall(app->page) ? tall(app, w, h, reunion) : wide(app, w, h, reunion);
}
