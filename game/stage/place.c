// A hiding place: a rig in layers with the friend between them, opening and closing after its row of the
// cast.
#include "stage/place.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/easing.h"
#include "stage/friend_poses.h"

enum {
    LAYERS_MAX = 16,
    STIR_MS = 840, // there and back, slow: with the opening that follows it must not flash
    BREATH_MS = 2400,
    DRIFT_MS = 3000,
    SOFT_PERCENT = 160,  // how long an opening takes for comfort
    BED_AFTER_MS = 4500, // of a ritual of nine seconds: the cover closes a third
    BED_MS = 1800,
    BED_REST_MS = 2200,
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
    struct pose away, tense, open, bed, opening[CAST_STEPS_MAX], closing[CAST_STEPS_MAX];
    struct pose touch, stir, breath, drift; // to be added in part
    struct motion motion;
    struct bounce bounce;
    bool stirred;
    int stir_ms; // when it last began to stir
    enum act act;
    enum peek peek;
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

static void read_pose(struct place *place, struct pose *pose, const char *words)
{
    pose_rest(pose, &place->rig.sheet);
    pose_read(pose, &place->rig.sheet, words);
}

static void read_poses(struct place *place)
{
    const struct cast_place *row = place->row;
    read_pose(place, &place->open, row->open);
    read_pose(place, &place->bed, row->bed);
    read_pose(place, &place->touch, row->touch);
    read_pose(place, &place->stir, row->stir);
    read_pose(place, &place->breath, row->breath);
    read_pose(place, &place->drift, row->drift);
    for (int i = 0; i < CAST_STEPS_MAX; i++) {
        read_pose(place, &place->opening[i], row->opening[i].pose);
        read_pose(place, &place->closing[i], row->closing[i].pose);
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
    read_layers(place);
    read_poses(place);
    place_peek(place, 0);
    motion_rest(&place->motion, &place->open);
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
    const struct cast_place *row = place->row;
    const char *words = place->peek == PEEK_WIDE  ? row->wide
                        : place->peek == PEEK_EYE ? row->peek
                                                  : row->hidden;
    read_pose(place, &place->away, words);
    place->tense = place->away;
    pose_add(&place->tense, &place->touch, 1);
}

int place_tense_ms(const struct place *place)
{
    return place->row->tense_ms;
}

// The row's steps; one without a pose goes to `end`. tense_ms: pressed down before that, 0 where it is not.
static struct timeline steps(const struct place *place, const struct cast_step *rows,
                             const struct pose *poses, int tense_ms, const struct pose *end)
{
    struct timeline timeline = {0};
    if (tense_ms > 0) {
        timeline.keys[timeline.count++] = (struct key){tense_ms, ease_out_quad, &place->tense};
    }
    for (int i = 0; i < CAST_STEPS_MAX && rows[i].ms; i++) {
        timeline.keys[timeline.count++] =
            (struct key){rows[i].ms, rows[i].curve, rows[i].pose ? &poses[i] : end};
    }
    return timeline;
}

static struct timeline one_step(int ms, float (*curve)(float), const struct pose *pose)
{
    return (struct timeline){.count = 1, .keys = {{ms, curve, pose}}};
}

static struct timeline open_plan(const struct place *place, enum act act, int now_ms)
{
    const bool half_way = place->act == ACT_HIDE && motion_moves(&place->motion, now_ms);
    if (act_is_open(place->act) || half_way) {
        return one_step(400, ease_in_out_sine, &place->open);
    }
    return steps(place, place->row->opening, place->opening, act == ACT_REVEAL ? place->row->tense_ms : 0,
                 &place->open);
}

static struct timeline plan(const struct place *place, enum act act, int now_ms)
{
    switch (act) {
    case ACT_AWAY:
    case ACT_CUE:
        if (!act_is_open(place->act)) {
            return one_step(200, ease_in_out_sine, &place->away);
        }
        return steps(place, place->row->closing, place->closing, 0, &place->away);
    case ACT_HIDE: return steps(place, place->row->closing, place->closing, 0, &place->away);
    case ACT_RITUAL: {
        struct timeline timeline = open_plan(place, act, now_ms);
        timeline.keys[timeline.count++] = (struct key){BED_AFTER_MS, ease_linear, &place->open};
        timeline.keys[timeline.count++] = (struct key){BED_MS, ease_in_out_sine, &place->bed};
        timeline.keys[timeline.count++] = (struct key){BED_REST_MS, ease_linear, &place->bed};
        return timeline;
    }
    case ACT_ASLEEP: return one_step(900, ease_in_out_sine, &place->bed);
    case ACT_GREET:
    case ACT_GOODBYE:
    case ACT_REVEAL:
    case ACT_JOY:
    case ACT_REST:
    case ACT_COMFORT:
    case ACT_HELD: break;
    }
    return open_plan(place, act, now_ms);
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
    const struct timeline timeline = plan(place, act, now_ms);
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
    const int since_ms = now_ms - place->stir_ms;
    const float wave = ease_wave(since_ms, STIR_MS * 2); // its square: from rest to rest in STIR_MS
    return wave * wave;
}

static int breath_steps(const struct place *place)
{
    return (int)fmaxf(2, 3 * place->placing.scale);
}

static bool is_away(const struct place *place)
{
    return place->act == ACT_AWAY || place->act == ACT_CUE;
}

static void shape_now(const struct place *place, int now_ms, struct rig_shape *shape)
{
    struct pose pose;
    motion_pose(&place->motion, now_ms, NULL, &pose);
    if (is_away(place)) {
        pose_add(&pose, &place->breath, (1 - habit_breath(now_ms, BREATH_MS, breath_steps(place))) / 2);
    }
    if (place->row->drift && act_is_open(place->act) && place->act != ACT_ASLEEP) {
        pose_add(&pose, &place->drift, habit_breath(now_ms, DRIFT_MS, 6));
    }
    pose_add(&pose, &place->stir, stir_amount(place, now_ms));
    pose_add(&pose, &place->touch, bounce_at(&place->bounce, now_ms));
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

void place_draw(const struct place *place, struct canvas *canvas, const struct friend *friend, int now_ms)
{
    struct rig_shape shape;
    struct friend_frame frame;
    shape_now(place, now_ms, &shape);
    friend_frame(friend, now_ms, &frame);
    for (int i = 0; i < place->layer_count; i++) {
        draw_layer(place, canvas, &place->layers[i], &shape, friend, &frame);
    }
    friend_draw_over(friend, canvas, &frame);
}

bool place_is_at(const struct place *place, float x, float y, int now_ms)
{
    struct rig_shape shape;
    shape_now(place, now_ms, &shape);
    return rig_hit(&place->rig, &shape, ~(rig_parts)0, x, y);
}

bool place_moves(const struct place *place, int now_ms)
{
    return motion_moves(&place->motion, now_ms) || bounce_moves(&place->bounce, now_ms) ||
           stirs(place, now_ms);
}

int place_beat(const struct place *place, int now_ms)
{
    const int steps = breath_steps(place);
    const int breath = is_away(place) ? (int)(habit_breath(now_ms, BREATH_MS, steps) * (float)steps) : 0;
    const bool drifts = place->row->drift && act_is_open(place->act) && place->act != ACT_ASLEEP;
    return breath + (drifts ? 1000 * (int)(habit_breath(now_ms, DRIFT_MS, 6) * 6) : 0);
}
