// What stands behind the words of waiting and reunion: sky, hills, the sun on its path, and the sunflower
// that a baby knows from the game, with the face of the one who is away. Still but for the sun; a touch makes
// the flower sway once.
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform/canvas.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "scenes/away_places.h"

enum {
    SVG_BYTES = 12000,
    DOTS_MAX = 108,
    DOT_APART = 20, // units
    SUN_R = 44,     // with its ring
    SUN_PX = 4,     // as far as it moves at a time, where its time is long
    SUN_STEP_LEAST_MS = 66,
    SUN_STEP_MOST_MS = 250,
    SUN_STEP_CALM_MS = 1000, // fewer movements
    SWAY_MS = 1400,
    SWAY_STEP_MS = 50,
    GLAD_MS = 4200,
};

static const float SWAY_DEGREES = 1.6F, GLAD_DEGREES = 4;

// ---- sprites

struct svg {
    char text[SVG_BYTES];
    size_t length;
};

static void add(struct svg *svg, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int length = vsnprintf(svg->text + svg->length, sizeof svg->text - svg->length, format, values);
    va_end(values);
    svg->length += length > 0 ? (size_t)length : 0;
    svg->length = svg->length < sizeof svg->text ? svg->length : sizeof svg->text - 1;
}

static void begin_svg(struct svg *svg, float w, float h)
{
    svg->length = 0;
    add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %.1f\">", w, h);
}

static struct sprite *end_svg(struct svg *svg, float w, float h)
{
    add(svg, "</svg>");
    return sprite_from_svg(svg->text, svg->length, (int)ceilf(w), (int)ceilf(h));
}

static void add_path(struct svg *svg, const struct places *at)
{
    int count = (int)(3.14F * (at->rx + at->ry) / 2 / (DOT_APART * at->unit));
    count = count > DOTS_MAX ? DOTS_MAX : count;
    for (int i = 0; i <= count; i++) {
        float turn = 3.14159265F * (float)i / (float)count;
        add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#FFFFFF\" fill-opacity=\".55\"/>",
            at->arc_x - at->rx * cosf(turn), at->arc_y - at->ry * sinf(turn), 3 * at->unit);
    }
}

static struct sprite *make_back(const struct places *at, bool path)
{
    struct svg *svg = calloc(1, sizeof *svg);
    if (!svg) {
        return NULL;
    }
    float w = (float)at->w, h = (float)at->h, u = at->unit, y = at->hill;
    begin_svg(svg, w, h);
    add(svg,
        "<defs><linearGradient id=\"sky\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"0\" x2=\"0\" "
        "y2=\"%.1f\"><stop offset=\"0\" stop-color=\"#8FBAD9\"/><stop offset=\"1\" "
        "stop-color=\"#E8D6BA\"/></linearGradient></defs>"
        "<rect x=\"0\" y=\"0\" width=\"%.1f\" height=\"%.1f\" fill=\"url(#sky)\"/>",
        y + 60 * u, w, h);
    if (path) {
        add_path(svg, at);
    }
    add(svg,
        "<path d=\"M0 %.1fC%.1f %.1f %.1f %.1f %.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fV%.1fH0Z\" "
        "fill=\"#A6D69A\"/>",
        y + 32 * u, w * .14F, y - 6 * u, w * .33F, y - 12 * u, w * .5F, y + 22 * u, w * .7F, y + 66 * u,
        w * .88F, y + 74 * u, w, y + 16 * u, h);
    struct sprite *sprite = end_svg(svg, w, h);
    free(svg);
    return sprite;
}

static float front_top(const struct places *at)
{
    return floorf(at->front - 2 * at->unit);
}

static struct sprite *make_front(const struct places *at)
{
    struct svg *svg = calloc(1, sizeof *svg);
    if (!svg) {
        return NULL;
    }
    float w = (float)at->w, h = (float)at->h - front_top(at), u = at->unit;
    begin_svg(svg, w, h);
    add(svg, "<path d=\"M0 %.1fQ%.1f %.1f %.1f %.1fV%.1fH0Z\" fill=\"#84C184\"/>", 20 * u, w * .45F, -16 * u,
        w, 29 * u, h);
    struct sprite *sprite = end_svg(svg, w, h);
    free(svg);
    return sprite;
}

static struct sprite *make_sun(const struct places *at)
{
    static const char svg[] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 88 88\"><circle cx=\"44\" "
        "cy=\"44\" r=\"44\" fill=\"#FFE9A8\"/><circle cx=\"44\" cy=\"44\" r=\"34\" "
        "fill=\"#FFD23F\"/></svg>";
    int side = (int)(2 * SUN_R * at->unit);
    return sprite_from_svg(svg, sizeof svg - 1, side, side);
}

static struct sprite *make_photo(struct app *app, int64_t person, int px)
{
    size_t length = 0;
    void *bytes = person ? face_get(app->family, person, &length) : NULL;
    struct sprite *photo = bytes ? sprite_from_photo_bytes(bytes, length, 0, 0, 0, px) : NULL;
    free(bytes);
    return photo ? photo : sprite_from_asset("assets/icons/bear.svg", px, px);
}

void away_free_picture(struct away_picture *picture)
{
    sprite_free(picture->back);
    sprite_free(picture->front);
    sprite_free(picture->flower);
    sprite_free(picture->photo);
    sprite_free(picture->sun);
    *picture = (struct away_picture){0};
}

// The photo that is shown: at the reunion the one who is back is always seen.
static int64_t shown(const struct away *away)
{
    return away->photo_off && away->part == AWAY_WAITING ? 0 : away->goes;
}

static void make(struct app *app, const struct places *at)
{
    struct away_picture *picture = &app->away->picture;
    struct away_picture sway = {.sways = picture->sways, .sways_ms = picture->sways_ms};
    away_free_picture(picture);
    *picture = sway;
    picture->w = at->w;
    picture->h = at->h;
    picture->part = app->away->part;
    picture->person = shown(app->away);
    picture->back = make_back(at, app->away->part == AWAY_WAITING);
    picture->front = make_front(at);
    picture->sun = make_sun(at);
    picture->flower =
        sprite_from_asset("assets/places/sunflower.svg", (int)(FLOWER_W * away_flower_scale(at)),
                          (int)(FLOWER_H * away_flower_scale(at)));
    picture->photo = make_photo(app, picture->person, (int)(2 * FLOWER_PHOTO_R * away_flower_scale(at)));
}

static bool is_made(const struct app *app, const struct places *at)
{
    const struct away_picture *picture = &app->away->picture;
    return picture->w == at->w && picture->h == at->h && picture->part == app->away->part &&
           picture->person == shown(app->away);
}

// ---- movement

void away_sway(struct app *app)
{
    struct away_picture *picture = &app->away->picture;
    if (!picture->sways || app->now_ms - picture->sways_ms >= SWAY_MS) {
        picture->sways = true;
        picture->sways_ms = app->now_ms;
    }
}

static int sway_ms(const struct away *away)
{
    return away->part == AWAY_REUNION ? GLAD_MS : SWAY_MS;
}

static bool swaying(const struct app *app)
{
    const struct away_picture *picture = &app->away->picture;
    return picture->sways && app->now_ms - picture->sways_ms < sway_ms(app->away);
}

// Radians: out and back, softly begun and ended; at the reunion three times.
static float lean(const struct app *app)
{
    if (!swaying(app) || app->away->less_motion) {
        return 0;
    }
    bool glad = app->away->part == AWAY_REUNION;
    int gone = app->now_ms - app->away->picture.sways_ms;
    float part = (float)(gone - gone % SWAY_STEP_MS) / (float)sway_ms(app->away), turn = 6.2831853F * part;
    float soft = sinf(turn / 2) * sinf(turn / 2);
    return (glad ? GLAD_DEGREES : SWAY_DEGREES) * 0.01745329F * soft * sinf(turn * (glad ? 3 : 1));
}

int away_sun_step_ms(const struct app *app)
{
    struct places at = away_places(app);
    float way = 3.14159265F * (at.rx + at.ry) / 2;
    int step = (int)((float)app->away->wait.length_ms * SUN_PX / way);
    if (app->away->less_motion) {
        return SUN_STEP_CALM_MS;
    }
    return step < SUN_STEP_LEAST_MS ? SUN_STEP_LEAST_MS : step > SUN_STEP_MOST_MS ? SUN_STEP_MOST_MS : step;
}

int away_picture_still_ms(const struct app *app)
{
    if (!swaying(app)) {
        return 60000;
    }
    return SWAY_STEP_MS - (app->now_ms - app->away->picture.sways_ms) % SWAY_STEP_MS;
}

// ---- drawing

static void draw_at(struct app *app, const struct sprite *sprite, float x, float y)
{
    if (sprite) {
        canvas_draw(app->canvas, sprite, &(struct matrix){1, 0, 0, 1, floorf(x), floorf(y)}, 255, NULL);
    }
}

static void draw_sun(struct app *app, const struct places *at)
{
    const struct away_wait *wait = &app->away->wait;
    int gone = away_wait_gone_ms(app), step = away_sun_step_ms(app);
    gone = gone < wait->length_ms ? gone - gone % step : gone;
    float turn = 3.14159265F * (float)gone / (float)wait->length_ms, r = SUN_R * at->unit;
    draw_at(app, app->away->picture.sun, at->arc_x - at->rx * cosf(turn) - r,
            at->arc_y - at->ry * sinf(turn) - r);
}

// Turned about where it stands in the ground; the sheet's pot is below.
static void draw_leaning(struct app *app, const struct places *at, const struct sprite *sprite, float x,
                         float y)
{
    float angle = lean(app), c = cosf(angle), s = sinf(angle);
    float root_x = at->x, root_y = at->y + (FLOWER_ROOT_Y - FLOWER_Y) * away_flower_scale(at);
    const struct rect above = {0, 0, at->w, (int)root_y};
    if (!sprite) {
        return;
    }
    struct matrix to = {c,
                        s,
                        -s,
                        c,
                        root_x + c * (x - root_x) - s * (y - root_y),
                        root_y + s * (x - root_x) + c * (y - root_y)};
    canvas_draw(app->canvas, sprite, angle == 0 ? &(struct matrix){1, 0, 0, 1, x, y} : &to, 255, &above);
}

void away_draw_picture(struct app *app)
{
    struct places at = away_places(app);
    const struct away_picture *picture = &app->away->picture;
    if (!is_made(app, &at)) {
        make(app, &at);
    }
    draw_at(app, picture->back, 0, 0);
    if (app->away->part == AWAY_WAITING) {
        draw_sun(app, &at);
    }
    float scale = away_flower_scale(&at), left = floorf(at.x - FLOWER_X * scale),
          top = floorf(at.y - FLOWER_Y * scale);
    draw_leaning(app, &at, picture->flower, left, top);
    draw_leaning(app, &at, picture->photo, floorf(at.x - FLOWER_PHOTO_R * scale),
                 floorf(at.y - FLOWER_PHOTO_R * scale));
    draw_at(app, picture->front, 0, front_top(&at));
}
