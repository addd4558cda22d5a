// Pictures that several screens of the corner show.
#include "scenes/corner_art.h"

#include "platform/sprite.h"
#include "scenes/app.h"
#include "ui/page.h"

const struct sprite *corner_theatre(struct app *app, struct rect at)
{
    struct corner_art *art = &app->corner.art;
    int w = (int)((float)at.w * page_scale(app->page)), h = (int)((float)at.h * page_scale(app->page));
    if (art->theatre_w_px != w && app_looked_at(app)) {
        sprite_free(art->theatre);
        art->theatre = sprite_from_asset("assets/places/theatre.svg", w, h);
        art->theatre_w_px = w;
    }
    return art->theatre;
}

const struct sprite *corner_bear(struct app *app, int r)
{
    struct corner_art *art = &app->corner.art;
    int px = page_face_px(app->page, r);
    if (art->bear_px != px && app_looked_at(app)) {
        sprite_free(art->bear);
        art->bear = sprite_from_asset("assets/icons/bear.svg", px, px);
        art->bear_px = px;
    }
    return art->bear;
}

void corner_art_free(struct corner_art *art)
{
    sprite_free(art->theatre);
    sprite_free(art->bear);
    *art = (struct corner_art){0};
}

struct rect corner_theatre_in(struct rect room, bool low)
{
    int w = room.w, h = w * THEATRE_H / THEATRE_W;
    if (h > room.h) {
        h = room.h > 0 ? room.h : 0;
        w = h * THEATRE_W / THEATRE_H;
    }
    int spare = room.h - h;
    return (struct rect){room.x + (room.w - w) / 2, room.y + (low ? spare : spare / 2), w, h};
}
