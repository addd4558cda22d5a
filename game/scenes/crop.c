// The sheet in which a photo's square is chosen.
#include "scenes/crop.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/crop_square.h"
#include "platform/canvas.h"
#include "platform/events.h"
#include "platform/files.h"
#include "platform/keeping.h"
#include "scenes/app.h"
#include "scenes/sheet.h"
#include "store/voices.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    CROP_SHEET = CROP_FIRST_ID,
    CROP_CLOSE,
    CROP_SURFACE,
    CROP_SMALLER,
    CROP_LARGER,
    CROP_KEEP,
};

enum {
    SHEET_W = 520,
    VIEW_MOST = 440,
    ROUND = 56,
    ROOM = 60, // round the sheet
    PICTURE_BYTES = 64 * 1024 * 1024,
    PICTURE_PX = 1200, // the whole picture as it lies under the ring
    KEPT_PX = 512,
    FINGERS = 2,
};

static const float STEP = 0.85f; // of the two buttons

struct crop_finger {
    bool down;
    int64_t id;
    float x, y; // units
};

struct crop {
    int64_t caregiver;
    char *bytes;
    size_t length;
    struct sprite *picture, *mask;
    int mask_px;
    struct crop_square square;
    struct rect view; // where the square is shown, units
    struct crop_finger fingers[FINGERS];
};

// ---- life

bool crop_is_open(const struct app *app)
{
    return app->crop;
}

const struct crop_square *crop_chosen(const struct app *app)
{
    return app->crop ? &app->crop->square : NULL;
}

void crop_close(struct app *app)
{
    if (app->crop) {
        sprite_free(app->crop->picture);
        sprite_free(app->crop->mask);
        free(app->crop->bytes);
        free(app->crop);
        app->crop = NULL;
    }
}

// The same check as for keeping, on a small square: it says what is wrong.
static bool usable(const struct crop *crop, const char **reason)
{
    size_t length = 0;
    void *png = sprite_photo_png(crop->bytes, crop->length, 0, 0, 0, 1, &length, reason);
    free(png);
    return png;
}

static bool load(struct crop *crop, const char *path, const char **reason)
{
    int w = 0, h = 0;
    crop->bytes = files_read_start(path, PICTURE_BYTES, &crop->length);
    if (!crop->bytes) {
        *reason = word("v.photo.unread");
        return false;
    }
    crop->picture = sprite_from_picture(crop->bytes, crop->length, PICTURE_PX, &w, &h);
    if (!crop->picture || w <= 0 || h <= 0) {
        *reason = word("v.photo.unread");
        usable(crop, reason);
        return false;
    }
    crop->square = crop_square_start(w, h);
    return true;
}

bool crop_open(struct app *app, int64_t caregiver, const char *path, const char **reason)
{
    crop_close(app);
    app->crop = calloc(1, sizeof *app->crop);
    *reason = word("v.photo.unread");
    if (!app->crop) {
        return false;
    }
    app->crop->caregiver = caregiver;
    if (!load(app->crop, path, reason)) {
        crop_close(app);
        return false;
    }
    return true;
}

// ---- layout

// What is outside the ring is paler; the ring is a medallion's.
static const struct sprite *mask(struct app *app, int side)
{
    struct crop *crop = app->crop;
    int px = (int)lroundf((float)side * page_scale(app->page));
    if (crop->mask_px == px || !app_looked_at(app)) {
        return crop->mask;
    }
    char svg[600];
    int length =
        snprintf(svg, sizeof svg,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 200\">"
                 "<path fill=\"#FFFDF8\" fill-opacity=\".72\" fill-rule=\"evenodd\" d=\"M0 0H200V200H0Z"
                 "M100 1A99 99 0 0 0 100 199A99 99 0 0 0 100 1Z\"/>"
                 "<circle cx=\"100\" cy=\"100\" r=\"97.5\" fill=\"none\" stroke=\"#8A5320\" "
                 "stroke-width=\"3\"/></svg>");
    sprite_free(crop->mask);
    crop->mask = sprite_from_svg(svg, (size_t)length, px, px);
    crop->mask_px = px;
    return crop->mask;
}

static struct rect picture_rect(const struct crop *crop)
{
    float scale = (float)crop->view.w / crop->square.side;
    return (struct rect){crop->view.x - (int)lroundf(crop->square.x * scale),
                         crop->view.y - (int)lroundf(crop->square.y * scale),
                         (int)lroundf((float)crop->square.w * scale),
                         (int)lroundf((float)crop->square.h * scale)};
}

static void lay_view(struct app *app)
{
    struct crop *crop = app->crop;
    page_scroll_begin(app->page, crop->view, crop->view.h); // only for its clip
    page_picture(app->page, picture_rect(crop), crop->picture);
    page_picture(app->page, crop->view, mask(app, crop->view.w));
    page_scroll_end(app->page);
    page_surface(app->page, crop->view, CROP_SURFACE, word("v.photo.crop")); // its focus lies round the clip
}

static void lay_buttons(struct app *app, int x, int y, int w)
{
    int keep_w = page_button_w(app->page, ICON_CHECK, word("r.keep"));
    page_round(app->page, x, y + 2, CROP_SMALLER, ROUND_TINT, ICON_MINUS, word("v.photo.smaller"));
    page_round(app->page, x + ROUND + 12, y + 2, CROP_LARGER, ROUND_TINT, ICON_PLUS, word("v.photo.larger"));
    page_button(app->page, (struct rect){x + w - keep_w, y, keep_w, 60}, CROP_KEEP, BUTTON_MAIN, ICON_CHECK,
                word("r.keep"));
}

void crop_layout(struct app *app)
{
    if (!app->crop) {
        return;
    }
    int w = sheet_inner_w(app, SHEET_W), room_h = page_h(app->page) - ROOM - SHEET_HEAD - 80 - SHEET_PAD;
    int side = w < VIEW_MOST ? w : VIEW_MOST;
    side = side < room_h ? side : room_h;
    struct rect in = sheet_begin(app, CROP_SHEET, CROP_CLOSE, SHEET_W, side + 20 + 60, word("v.photo.crop"));
    app->crop->view = (struct rect){in.x + (in.w - side) / 2, in.y, side, side};
    lay_view(app);
    lay_buttons(app, in.x, in.y + side + 20, in.w);
}

// ---- fingers

static struct crop_finger *finger_of(struct crop *crop, int64_t id, bool down)
{
    for (int i = 0; i < FINGERS; i++) {
        struct crop_finger *finger = &crop->fingers[i];
        if (finger->down == down && (!down || finger->id == id)) {
            return finger;
        }
    }
    return NULL;
}

static bool in_view(const struct crop *crop, float x, float y)
{
    float dx = x - (float)crop->view.x, dy = y - (float)crop->view.y;
    return dx >= 0 && dy >= 0 && dx < (float)crop->view.w && dy < (float)crop->view.h;
}

static float apart(const struct crop *crop)
{
    return hypotf(crop->fingers[0].x - crop->fingers[1].x, crop->fingers[0].y - crop->fingers[1].y);
}

// One finger drags the picture; of two each moves it half, and what they are farther apart scales it.
static void moved(struct crop *crop, struct crop_finger *finger, float x, float y)
{
    bool both = crop->fingers[0].down && crop->fingers[1].down;
    float unit = crop->square.side / (float)crop->view.w * (both ? 0.5f : 1), before = apart(crop);
    crop_square_move(&crop->square, (finger->x - x) * unit, (finger->y - y) * unit);
    finger->x = x;
    finger->y = y;
    if (both && before > 1 && apart(crop) > 1) {
        crop_square_scale(&crop->square, before / apart(crop));
    }
}

void crop_touch(struct app *app, const struct event *event)
{
    struct crop *crop = app->crop;
    if (!crop || crop->view.w == 0) {
        return;
    }
    float x, y;
    page_point(app->page, event->x, event->y, &x, &y);
    struct crop_finger *finger = finger_of(crop, event->finger, true);
    if (event->kind == EVENT_DOWN && !finger && in_view(crop, x, y)) {
        struct crop_finger *free_one = finger_of(crop, 0, false);
        if (free_one) {
            *free_one = (struct crop_finger){.down = true, .id = event->finger, .x = x, .y = y};
        }
    } else if (event->kind == EVENT_MOVE && finger) {
        moved(crop, finger, x, y);
    } else if (event->kind == EVENT_UP && finger) {
        finger->down = false;
    } else if (event->kind == EVENT_HIDE) {
        crop->fingers[0].down = crop->fingers[1].down = false;
    }
}

// ---- presses

static bool keep(struct app *app)
{
    const struct crop *crop = app->crop;
    const struct crop_square *square = &crop->square;
    const char *reason = NULL;
    size_t length = 0;
    void *png = sprite_photo_png(crop->bytes, crop->length, (int)lroundf(square->x), (int)lroundf(square->y),
                                 (int)lroundf(square->side), KEPT_PX, &length, &reason);
    bool kept = png && face_set(app->family, crop->caregiver, png, length, crop->bytes, crop->length);
    free(png);
    return kept;
}

// The picture goes where the arrow points.
static void push(struct crop *crop, struct page_drag drag)
{
    const float unit = crop->square.side / (float)crop->view.w;
    if (drag.id == CROP_SURFACE && crop->view.w > 0) {
        crop_square_move(&crop->square, -drag.key_x * unit, -drag.key_y * unit);
    }
}

enum crop_said crop_event(struct app *app, int id)
{
    if (!app->crop) {
        return CROP_NOTHING;
    }
    switch (id) {
    case PAGE_DRAG: push(app->crop, page_dragged(app->page)); return CROP_NOTHING;
    case CROP_SMALLER: crop_square_scale(&app->crop->square, 1 / STEP); return CROP_NOTHING;
    case CROP_LARGER: crop_square_scale(&app->crop->square, STEP); return CROP_NOTHING;
    case CROP_KEEP:
        if (!keep(app)) {
            return CROP_LOST;
        }
        keeping_matters();
        crop_close(app);
        return CROP_KEPT;
    case CROP_CLOSE:
    case PAGE_BACK: crop_close(app); return CROP_CLOSED;
    default: return CROP_NOTHING;
    }
}
