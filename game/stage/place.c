// A hiding place: a rig in layers with the friend between them, opening and closing after its row of the
// cast.
#include "stage/place.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/easing.h"
#include "stage/place_poses.h"

enum {
    LAYERS_MAX = 16,
    STIR_BEAT_MS = 50, // a slow movement needs no more pictures
    STIR_MS = 840,     // there and back, slow: with the opening that follows it must not flash
    DRIFT_MS = 3000,
    DRIFT_STEPS = 6,
    SOFT_PERCENT = 160,  // how long an opening takes for comfort
    FIRST_FRAME_MS = 17, // an opening is on its way in its first frame
};

enum layer_kind { LAYER_PART, LAYER_FRIEND, LAYER_ARMS, LAYER_PAWS };

struct layer {
    enum layer_kind kind;
    rig_parts part;
};

struct place {
    struct rig rig;
    const struct cast_place *row;
    struct placing placing;
    float hider_scale; // of whoever hides here
    int dots;          // the part where the tally stands; -1: none
    struct place_poses poses;
    struct motion motion;
    struct bounce bounce;
    bool stirred;
    int stir_ms; // when it last began to stir
    enum act act;
    enum peek peek;
    bool calm;
    int layer_count;
    struct layer layers[LAYERS_MAX];
};

static void read_layers(struct place *place)
{
    static const char MARKS[] = "*~^";
    static const enum layer_kind KINDS[] = {LAYER_FRIEND, LAYER_ARMS, LAYER_PAWS};
    const char *at = place->row->layers;
    for (at += strspn(at, " "); *at && place->layer_count < LAYERS_MAX; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        const char *mark = strchr(MARKS, *at);
        const int part = svg_sheet_find(&place->rig.sheet, at, length);
        place->layers[place->layer_count++] = (struct layer){.kind = mark ? KINDS[mark - MARKS] : LAYER_PART,
                                                             .part = part < 0 ? 0 : (rig_parts)1 << part};
        at += length;
    }
}

struct place *place_new(const struct cast_place *row)
{
    struct place *place = calloc(1, sizeof *place);
    char asset[64];
    snprintf(asset, sizeof asset, "places/%s.svg", row->name);
    if (!place || !rig_read(&place->rig, asset)) {
        free(place);
        return NULL;
    }
    place->row = row, place->act = ACT_REST;
    place->dots = rig_find(&place->rig, "dots");
    read_layers(place);
    place_poses_make(&place->poses, &place->rig.sheet, row);
    place_peek(place, 0);
    motion_rest(&place->motion, &place->poses.open);
    return place;
}

void place_free(struct place *place)
{
    if (place) {
        rig_free(&place->rig);
        free(place);
    }
}

const struct cast_place *place_row(const struct place *place)
{
    return place->row;
}

const struct svg_sheet *place_sheet(const struct place *place)
{
    return &place->rig.sheet;
}

void place_lay_out(struct place *place, const struct layout *layout)
{
    place->placing = layout->place;
    place->hider_scale = layout->hider.scale;
}

void place_rasterise(struct place *place, struct loader *loader)
{
    rig_rasterise(&place->rig, loader, &place->placing);
}

bool place_ready(const struct place *place)
{
    return rig_ready(&place->rig);
}

void place_peek(struct place *place, int permille)
{
    place->peek = peek_of(permille);
    place_poses_peek(&place->poses, &place->rig.sheet, place->row, place->peek);
}

void place_calm(struct place *place, bool calm)
{
    place->calm = calm;
}

int place_tense_ms(const struct place *place)
{
    return place->row->tense_ms;
}

static bool stays_open(enum act act)
{
    return act_is_open(act) && act != ACT_RITUAL && act != ACT_ASLEEP;
}

void place_act(struct place *place, enum act act, int length_ms, int ahead_ms, int now_ms)
{
    if (stays_open(place->act) && stays_open(act) && place->motion.timeline.count > 0) {
        place->act = act; // an opening goes on to its end, whatever the friend does meanwhile
        return;
    }
    const bool stretched = act == ACT_HIDE || act == ACT_RITUAL,
               opens = act == ACT_REVEAL || act == ACT_COMFORT;
    const bool half_way = place->act == ACT_HIDE && motion_moves(&place->motion, now_ms);
    const struct timeline timeline = place_plan(&place->poses, place->row, act, place->act, half_way);
    const int skip_ms = opens ? FIRST_FRAME_MS + (act == ACT_REVEAL ? ahead_ms : 0) : 0;
    const int soft_ms = act == ACT_COMFORT ? timeline_length_ms(&timeline) * SOFT_PERCENT / 100 : 0;
    motion_start(&place->motion, &timeline, stretched ? length_ms : soft_ms, skip_ms, now_ms);
    place->act = act;
    if (act == ACT_CUE) {
        place_stir(place, now_ms);
    }
}

void place_hit(struct place *place, int now_ms)
{
    bounce_hit(&place->bounce, now_ms);
}

static bool stirs(const struct place *place, int now_ms)
{
    return place->stirred && now_ms - place->stir_ms < STIR_MS;
}

void place_stir(struct place *place, int now_ms)
{
    if (!stirs(place, now_ms)) {
        place->stir_ms = now_ms;
        place->stirred = true;
    }
}

static float stir_amount(const struct place *place, int now_ms)
{
    if (!stirs(place, now_ms)) {
        return 0;
    }
    const int since_ms = (now_ms - place->stir_ms) / STIR_BEAT_MS * STIR_BEAT_MS;
    const float wave = ease_wave(since_ms, STIR_MS * 2); // its square: from rest to rest in STIR_MS
    return wave * wave;
}

// It takes every other step of the friend's, at the same time.
static int breath_steps(const struct place *place)
{
    return habit_waiting_steps(place->hider_scale, place->calm) / 2;
}

// 0 to twice its steps, and back.
static int breath_step(const struct place *place, int now_ms)
{
    const float wave = habit_breath(now_ms, BREATH_MS, habit_waiting_steps(place->hider_scale, place->calm));
    return (int)roundf((1 - wave) * (float)breath_steps(place));
}

static bool is_away(const struct place *place)
{
    return place->act == ACT_AWAY || place->act == ACT_CUE;
}

static bool drifts(const struct place *place)
{
    return place->row->drift && !place->calm && act_is_open(place->act) && place->act != ACT_ASLEEP;
}

static void shape_now(const struct place *place, int now_ms, struct rig_shape *shape)
{
    struct pose pose;
    motion_pose(&place->motion, now_ms, NULL, &pose);
    if (is_away(place)) {
        const float out = (float)breath_step(place, now_ms) / (float)(2 * breath_steps(place));
        pose_add(&pose, &place->poses.breath, place->calm ? out / 2 : out);
    }
    if (drifts(place)) {
        pose_add(&pose, &place->poses.drift, habit_breath(now_ms, DRIFT_MS, DRIFT_STEPS));
    }
    pose_add(&pose, &place->poses.stir, stir_amount(place, now_ms));
    pose_add(&pose, &place->poses.touch, bounce_at(&place->bounce, now_ms));
    rig_shape(&place->rig, &place->placing, &pose, shape);
}

static void draw_layer(const struct place *place, struct canvas *canvas, const struct layer *layer,
                       const struct rig_shape *shape, const struct friend *friend,
                       const struct friend_frame *frame)
{
    switch (layer->kind) {
    case LAYER_PART: rig_draw(&place->rig, canvas, shape, layer->part, 255, NULL); break;
    case LAYER_FRIEND: friend_draw_body(friend, canvas, frame); break;
    case LAYER_ARMS: friend_draw_arms(friend, canvas, frame); break;
    case LAYER_PAWS: friend_draw_paws(friend, canvas, frame); break;
    }
}

static bool is_dots(const struct place *place, const struct layer *layer)
{
    return place->dots >= 0 && layer->kind == LAYER_PART && layer->part == (rig_parts)1 << place->dots;
}

// It stands in for the dots that are painted there.
static void draw_tally(const struct place *place, struct canvas *canvas, const struct rig_shape *shape,
                       struct tally *tally)
{
    const struct svg_part *dots = &place->rig.sheet.parts[place->dots];
    tally_draw_on(tally, canvas, &shape->to_window[place->dots], dots->pivot_x, dots->pivot_y,
                  place->placing.scale);
}

bool place_tells(const struct place *place)
{
    return place->dots >= 0;
}

void place_draw(const struct place *place, struct canvas *canvas, const struct friend *friend,
                struct tally *tally, int now_ms)
{
    struct rig_shape shape;
    struct friend_frame frame;
    shape_now(place, now_ms, &shape);
    friend_frame(friend, now_ms, &frame);
    for (int i = 0; i < place->layer_count; i++) {
        if (is_dots(place, &place->layers[i]) && tally->rounds > 0) {
            draw_tally(place, canvas, &shape, tally);
        } else {
            draw_layer(place, canvas, &place->layers[i], &shape, friend, &frame);
        }
    }
    friend_draw_over(friend, canvas, &frame);
}

bool place_is_at(const struct place *place, float x, float y)
{
    return rig_within(&place->rig, &place->placing, x, y);
}

bool place_moves(const struct place *place, int now_ms)
{
    return motion_moves(&place->motion, now_ms) || bounce_moves(&place->bounce, now_ms) ||
           stirs(place, now_ms);
}

unsigned place_beat(const struct place *place, int now_ms)
{
    const int breath = is_away(place) ? breath_step(place, now_ms) : 0;
    const float drift = drifts(place) ? 1 + habit_breath(now_ms, DRIFT_MS, DRIFT_STEPS) : 0;
    return (unsigned)breath + 1000 * (unsigned)roundf(drift * DRIFT_STEPS);
}
