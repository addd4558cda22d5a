// The answer to a finger: a soft round flower opens where it touched. There are few, and a touch near one
// only makes it swell: hands that slap must not make anything flicker.
#include "stage/answer.h"

#include <math.h>

#include "core/easing.h"
#include "platform/canvas.h"

enum {
    IN_MS = 100,
    GROW_MS = 220,
    STAY_MS = 480,
    OUT_MS = 420,
    PULSE_MS = 320,
    FIRST_FRAME_MS = 50, // already opening in its first frame
};
static const float NEAR = 0.8F; // of its size: a touch nearer than that belongs to it

static const char FLOWER[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-50 -50 100 100\"><g fill=\"#FFF6E6\">"
    "<circle cx=\"0\" cy=\"-26\" r=\"22\"/><circle cx=\"25\" cy=\"-8\" r=\"22\"/><circle cx=\"15\" cy=\"21\" "
    "r=\"22\"/>"
    "<circle cx=\"-15\" cy=\"21\" r=\"22\"/><circle cx=\"-25\" cy=\"-8\" r=\"22\"/></g><g fill=\"#F9A1B4\">"
    "<circle cx=\"0\" cy=\"-26\" r=\"17\"/><circle cx=\"25\" cy=\"-8\" r=\"17\"/><circle cx=\"15\" cy=\"21\" "
    "r=\"17\"/>"
    "<circle cx=\"-15\" cy=\"21\" r=\"17\"/><circle cx=\"-25\" cy=\"-8\" r=\"17\"/></g>"
    "<circle cx=\"0\" cy=\"0\" r=\"20\" fill=\"#F9A1B4\"/><circle cx=\"0\" cy=\"0\" r=\"15\" "
    "fill=\"#FFD04D\"/></svg>";

void answers_rasterise(struct answers *answers, struct loader *loader, float size)
{
    const struct svg_view view = {-50, -50, 100, 100};
    answers->size = size;
    picture_load_view(&answers->flower, loader, FLOWER, &view, (int)ceilf(size), (int)ceilf(size));
}

void answers_free(struct answers *answers)
{
    picture_free(&answers->flower);
}

static bool lives(const struct answer *item, int now_ms)
{
    return item->alive && now_ms - item->touch_ms < STAY_MS + OUT_MS;
}

// How much of it is there, 0 to 1.
static float presence(const struct answer *item, int now_ms)
{
    const int since_ms = now_ms - item->touch_ms;
    const float in = ease_mix(item->from, 1, ease_share(since_ms + FIRST_FRAME_MS, 0, IN_MS));
    return in * (1 - ease_in_out_sine(ease_share(since_ms, STAY_MS, STAY_MS + OUT_MS)));
}

static float swell(const struct answer *item, int now_ms)
{
    const float grown =
        ease_mix(0.5F, 1, ease_out_back(ease_share(now_ms + FIRST_FRAME_MS - item->born_ms, 0, GROW_MS)));
    const float pulse =
        ease_wave((int)(ease_share(now_ms, item->pulse_ms, item->pulse_ms + PULSE_MS) * 500), 1000);
    return grown * (1 + 0.12F * pulse);
}

// The one that lives near here, else the oldest.
static struct answer *find(struct answers *answers, float x, float y, int now_ms)
{
    struct answer *oldest = &answers->items[0];
    for (int i = 0; i < ANSWERS_MAX; i++) {
        struct answer *item = &answers->items[i];
        if (lives(item, now_ms) && hypotf(item->x - x, item->y - y) < NEAR * answers->size) {
            return item;
        }
        if (!item->alive || (oldest->alive && item->touch_ms < oldest->touch_ms)) {
            oldest = item;
        }
    }
    oldest->alive = false;
    return oldest;
}

void answers_touch(struct answers *answers, float x, float y, int now_ms)
{
    struct answer *item = find(answers, x, y, now_ms);
    if (!item->alive) {
        *item = (struct answer){.x = x,
                                .y = y,
                                .born_ms = now_ms,
                                .touch_ms = now_ms,
                                .pulse_ms = now_ms - PULSE_MS,
                                .alive = true};
        return;
    }
    item->from = presence(item, now_ms);
    item->touch_ms = now_ms;
    if (now_ms - item->pulse_ms >= PULSE_MS) {
        item->pulse_ms = now_ms - FIRST_FRAME_MS / 2;
    }
}

void answers_draw(const struct answers *answers, struct canvas *canvas, int now_ms)
{
    const struct sprite *flower = answers->flower.shown.sprite;
    for (int i = 0; flower && i < ANSWERS_MAX; i++) {
        const struct answer *item = &answers->items[i];
        if (!lives(item, now_ms)) {
            continue;
        }
        const float scale = swell(item, now_ms) * answers->size / (float)sprite_width(flower);
        const float half = scale * (float)sprite_width(flower) / 2;
        const struct matrix at = {.a = scale, .d = scale, .e = item->x - half, .f = item->y - half};
        canvas_draw(canvas, flower, &at, (int)(presence(item, now_ms) * 255), NULL);
    }
}

static bool moves(const struct answer *item, int now_ms)
{
    const int since_ms = now_ms - item->touch_ms;
    const bool comes = since_ms <= IN_MS || now_ms - item->born_ms <= GROW_MS;
    const bool goes = since_ms >= STAY_MS && since_ms <= STAY_MS + OUT_MS;
    return item->alive && (comes || goes || now_ms - item->pulse_ms <= PULSE_MS);
}

bool answers_move(const struct answers *answers, int now_ms)
{
    for (int i = 0; i < ANSWERS_MAX; i++) {
        if (moves(&answers->items[i], now_ms)) {
            return true;
        }
    }
    return false;
}
