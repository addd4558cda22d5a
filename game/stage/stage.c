// What the baby sees: sets that follow each other in soft fades, acts, answers to touches, and the dusk of
// good night.
#include "stage/stage_inside.h"

#include <stdlib.h>

#include "platform/canvas.h"
#include "platform/loader.h"

enum { JUST_TOUCHED_MS = 200 }; // a touch has begun the opening that follows it

struct stage *stage_new(struct canvas *canvas, struct loader *loader, unsigned seed)
{
    struct stage *stage = calloc(1, sizeof *stage);
    if (stage) {
        stage->canvas = canvas, stage->loader = loader, stage->seed = seed, stage->act = ACT_REST;
    }
    return stage;
}

void stage_free(struct stage *stage)
{
    if (!stage) {
        return;
    }
    ensemble_free(stage->prepared);
    ensemble_free(stage->shown);
    dusk_free(&stage->dusk);
    answers_free(&stage->answers);
    tally_free(&stage->tally);
    sprite_free(stage->faded);
    loader_finish(
        stage->loader); // what is still being worked on goes back to its slots' owners, who dropped it
    free(stage);
}

void stage_peek(struct stage *stage, int peek_permille)
{
    stage->peek_permille = peek_permille;
    if (stage->shown) {
        ensemble_peek(stage->shown, peek_permille);
    }
    if (stage->prepared) {
        ensemble_peek(stage->prepared, peek_permille);
    }
}

void stage_calm(struct stage *stage, bool calm)
{
    stage->calm = calm;
    if (stage->shown) {
        ensemble_calm(stage->shown, calm);
    }
    if (stage->prepared) {
        ensemble_calm(stage->prepared, calm);
    }
}

void stage_tally(struct stage *stage, int rounds, int now)
{
    tally_set(&stage->tally, rounds, now);
}

static void fit(struct stage *stage, struct ensemble *ensemble)
{
    int w = 0, h = 0;
    canvas_size(stage->canvas, &w, &h);
    ensemble_fit(ensemble, stage->loader, w, h);
    if (stage->answers.size != ensemble->layout.answer) {
        answers_rasterise(&stage->answers, stage->loader, ensemble->layout.answer);
    }
}

void stage_prepare(struct stage *stage, const struct stage_set *set)
{
    if (ensemble_is(stage->prepared, set)) {
        return;
    }
    ensemble_free(stage->prepared);
    stage->prepared = NULL;
    if (ensemble_is(stage->shown, set)) {
        return;
    }
    stage->prepared = ensemble_new(set, stage->shown, stage->seed++);
    if (stage->prepared) {
        ensemble_peek(stage->prepared, stage->peek_permille);
        ensemble_calm(stage->prepared, stage->calm);
        fit(stage, stage->prepared);
    }
}

bool stage_ready(const struct stage *stage)
{
    const struct ensemble *next = stage->prepared ? stage->prepared : stage->shown;
    return !next || ensemble_ready(next); // where nothing could be made there is nothing to wait for
}

// What the canvas shows, to fade from. Where the window has just been turned that is nothing yet.
static struct sprite *picture_now(struct stage *stage, int now_ms)
{
    if (!stage->loader) {
        return NULL;
    }
    if (stage->turned && stage->shown) {
        canvas_begin(stage->canvas);
        stage_draw(stage, now_ms);
        canvas_end(stage->canvas);
    }
    return canvas_snapshot(stage->canvas);
}

void stage_change(struct stage *stage, int now_ms)
{
    if (!stage_ready(stage)) {
        loader_finish(stage->loader);
    }
    if (!stage->prepared) {
        return;
    }
    struct sprite *faded = picture_now(stage, now_ms);
    sprite_free(stage->faded);
    stage->faded = faded;
    stage->fade_ms = now_ms;
    stage->first = !stage->shown;
    ensemble_free(stage->shown);
    stage->shown = stage->prepared;
    stage->prepared = NULL;
    stage->act = ACT_REST;
}

// ---- acts

void stage_act(struct stage *stage, enum act act, int length_ms, int now_ms)
{
    if (!stage->shown) {
        return;
    }
    stage->last_ms = now_ms;
    const bool begun = stage->touched && now_ms - stage->touch_ms < JUST_TOUCHED_MS;
    const int ahead_ms = act == ACT_REVEAL && begun ? place_tense_ms(stage->shown->place) : 0;
    dusk_act(&stage->dusk, stage->loader, &stage->shown->layout, act, length_ms, now_ms);
    place_act(stage->shown->place, act, length_ms, ahead_ms, now_ms);
    friend_act(stage->shown->friend, act, length_ms, ahead_ms, now_ms);
    stage->act = act;
}

enum stage_hit stage_touch(struct stage *stage, float x, float y, int now_ms)
{
    if (!stage->shown) {
        return HIT_ELSEWHERE;
    }
    const float px = x * (float)stage->shown->layout.w, py = y * (float)stage->shown->layout.h;
    const bool friend_hit_here = friend_is_at(stage->shown->friend, px, py, now_ms);
    const bool place_hit_here = place_is_at(stage->shown->place, px, py);
    const enum stage_hit hit = friend_hit_here ? HIT_FRIEND : place_hit_here ? HIT_PLACE : HIT_ELSEWHERE;
    if (stage->act == ACT_ASLEEP) { // nobody is woken: the cover stirs once
        place_stir(stage->shown->place, now_ms);
        return hit;
    }
    stage->touched = true, stage->touch_ms = now_ms;
    answers_touch(&stage->answers, px, py, now_ms);
    friend_look(stage->shown->friend, px, py, now_ms);
    if (hit == HIT_FRIEND) {
        friend_hit(stage->shown->friend, now_ms);
    } else if (hit == HIT_PLACE) {
        place_hit(stage->shown->place, now_ms);
    }
    return hit;
}

void stage_stir(struct stage *stage, int now_ms)
{
    if (stage->shown && !stage->calm) {
        place_stir(stage->shown->place, now_ms);
    }
}

void stage_resize(struct stage *stage)
{
    stage->turned = true;
    if (stage->shown) {
        fit(stage, stage->shown);
        dusk_resize(&stage->dusk, stage->loader, &stage->shown->layout);
    }
    if (stage->prepared) {
        fit(stage, stage->prepared);
    }
}

float stage_pan(const struct stage *stage)
{
    if (!stage->shown || stage->shown->layout.w <= 0) {
        return 0;
    }
    const float x = friend_x(stage->shown->friend, stage->last_ms) / (float)stage->shown->layout.w;
    return x < 0 ? -1 : x > 1 ? 1 : x * 2 - 1;
}
