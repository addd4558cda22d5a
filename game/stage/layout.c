// Where everything stands in a window of any shape (art guide 13).
#include "stage/layout.h"

#include <math.h>
#include <string.h>

static const float MIDDLE = 640, GROUND = 736; // of every backdrop, in its units
static const float PORTRAIT_WIDTH = 760;       // units across an upright window
static const float LIP = 160;                  // a friend's origin lies so far below the lip, hider units
static const float HEAD = 344;                 // units across a friend's head
static const float FACE_SHARE = 0.236F; // of 1280 units: the face when found (art guide 4: at least .23)
static const float ROOM_LEFT = 0.985F;  // how much of the width or height a place may take

// The backdrop: upright windows are ruled by their width, others by their height.
static void lay_backdrop(struct layout *layout, int w, int h)
{
    const bool upright = h > w;
    layout->unit = upright ? (float)w / PORTRAIT_WIDTH : (float)h / 800;
    layout->ground = GROUND * layout->unit;
    if (upright) {
        layout->ground = fmaxf(0.62F * (float)h, 746 * layout->unit);
    }
    layout->view =
        (struct svg_view){MIDDLE - (float)w / 2 / layout->unit, GROUND - layout->ground / layout->unit,
                          (float)w / layout->unit, (float)h / layout->unit};
}

// As large as makes a face of the right size, and as fits.
static float place_scale(const struct layout *layout, const struct cast_place *place,
                         const struct svg_sheet *sheet)
{
    const float across = ROOM_LEFT * (float)layout->w / 2 / place->half_width;
    const float up = ROOM_LEFT * layout->ground / (sheet->origin_y - sheet->view.y);
    const bool upright = layout->h > layout->w;
    const float wish = fmaxf(0.95F, FACE_SHARE * 1280 / (HEAD * sheet->hider_scale)) * layout->unit;
    return fminf(upright ? 1.2F * layout->unit : wish, fminf(across, up));
}

// In the middle, or so far left that what reaches out to the right stays on the screen.
static float place_x(const struct layout *layout, const struct cast_place *place, float scale)
{
    const float middle = (float)layout->w / 2, right = (place->half_width + place->lean) * scale;
    return roundf(middle - fmaxf(0, right - ROOM_LEFT * middle));
}

static struct rect clip_rect(const struct placing *at, const struct svg_sheet *sheet, const float clip[4])
{
    const float left = at->x + (clip[0] - sheet->origin_x) * at->scale;
    const float top = at->y + (clip[1] - sheet->origin_y) * at->scale;
    const int x = (int)floorf(left), y = (int)floorf(top);
    return (struct rect){x, y, (int)ceilf(left + clip[2] * at->scale) - x,
                         (int)ceilf(top + clip[3] * at->scale) - y};
}

// A parent's photo fills the opening and more (art guide 5.8: 40 % of the height when found), but no petal
// leaves the window.
static struct placing lay_sunflower(const struct layout *layout, const struct svg_sheet *place)
{
    const float stem = 476;               // units from the flower's middle down to its origin
    const float petals = 240, ring = 182; // and out to its petals' ends and to its photo's frame
    const struct svg_view *open = &place->open;
    const float left = layout->place.x - place->origin_x * layout->place.scale;
    const float top = layout->place.y - place->origin_y * layout->place.scale;
    const float wish = fmaxf(1.02F * layout->unit, layout->place.scale);
    const float x = left + (open->x + open->w / 2) * layout->place.scale;
    const float middle = top + (open->y + open->h / 2) * layout->place.scale;
    const float y = fminf(middle, top + (open->y + open->h) * layout->place.scale - ring * wish);
    const float scale = fminf(wish, fminf(y, fminf(x, (float)layout->w - x)) / petals);
    return (struct placing){x, y + stem * scale, scale};
}

static struct placing lay_hider(const struct layout *layout, const struct svg_sheet *place,
                                const struct cast_friend *who)
{
    const float rim = place->hider_y - LIP * place->hider_scale;
    const float y = rim + (LIP * who->size + who->sink) * place->hider_scale;
    return (struct placing){layout->place.x + (place->hider_x - place->origin_x) * layout->place.scale,
                            layout->place.y + (y - place->origin_y) * layout->place.scale,
                            place->hider_scale * who->size * layout->place.scale};
}

struct layout layout_make(int w, int h, const struct cast_place *place, const struct svg_sheet *place_sheet,
                          const struct cast_friend *who)
{
    struct layout layout = {.w = w, .h = h, .answer = 88 * (float)(w < h ? w : h) / 800};
    lay_backdrop(&layout, w, h);
    const float scale = place_scale(&layout, place, place_sheet);
    layout.place = (struct placing){place_x(&layout, place, scale), roundf(layout.ground), scale};
    layout.clip = clip_rect(&layout.place, place_sheet, place->clip);
    const float lip =
        (place_sheet->open.y + place_sheet->open.h - place_sheet->origin_y) * layout.place.scale;
    layout.above = (struct rect){0, 0, w, (int)(layout.place.y + lip)};
    const bool face = strcmp(who->name, "sunflower") == 0;
    layout.hider = face ? lay_sunflower(&layout, place_sheet) : lay_hider(&layout, place_sheet, who);
    layout.shift = face ? place_sheet->hider_scale * layout.place.scale / layout.hider.scale : 1;
    return layout;
}
