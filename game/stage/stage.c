// What the baby sees: sets that follow each other in soft fades, acts, answers to touches, and the dusk of
// good night.
#include "stage/stage.h"

#include <stdlib.h>

#include "core/easing.h"
#include "platform/canvas.h"
#include "platform/loader.h"
#include "stage/answer.h"
#include "stage/dusk.h"
#include "stage/ensemble.h"

enum {
    FADE_MS = 600, // design.md 6: the old scene goes first, so that no two faces lie on each other
    OLD_GOES_MS = 390,
    NEW_COMES_MS = 160,
    FIRST_FADE_MS = 300, // the first set, out of the empty wall: nobody waits for a scene, nothing flashes
    STILL_MAX_MS = 1000,
    STILL_STEP_MS = 16,
    SLOW_MS = 33,
    JUST_TOUCHED_MS = 200, // a touch has begun the opening that follows it
};

struct stage {
    struct canvas *canvas;
    struct loader *loader;
    unsigned seed;
    int peek_permille;
    bool calm;
    struct ensemble *shown, *prepared; // prepared is NULL where nothing else is to come
    struct sprite *faded;              // the picture that was, while it fades; NULL else
    int fade_ms;                       // when that began
    bool first;                        // out of the empty wall
    enum act act;
    struct dusk dusk;
    struct answers answers;
    struct tally tally;
    bool touched;
    bool turned; // and not drawn since
    int touch_ms;
    int last_ms; // the clock when something was last told or drawn
};

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

// ---- drawing

static float faded(const struct stage *stage, int from_ms, int to_ms, int now_ms)
{
    return ease_in_out_sine(ease_share(now_ms, stage->fade_ms + from_ms, stage->fade_ms + to_ms));
}

// The new scene comes out of its own backdrop; the old one goes over it, stretched where the window turned
// meanwhile.
static void draw_change(struct stage *stage, int now_ms)
{
    int w = 0, h = 0;
    canvas_size(stage->canvas, &w, &h);
    const struct matrix whole = {.a = (float)w / (float)sprite_width(stage->faded),
                                 .d = (float)h / (float)sprite_height(stage->faded)};
    const float come = stage->first ? 1 : faded(stage, NEW_COMES_MS, FADE_MS, now_ms);
    const float gone = faded(stage, 0, stage->first ? FIRST_FADE_MS : OLD_GOES_MS, now_ms);
    if (stage->shown && come < 1) {
        backdrop_draw(stage->shown->backdrop, stage->canvas, (int)(255 * (1 - come)));
    }
    if (gone < 1) {
        canvas_draw(stage->canvas, stage->faded, &whole, (int)(255 * (1 - gone)), NULL);
    }
}

static void draw_fade(struct stage *stage, int now_ms)
{
    if (!stage->faded) {
        return;
    }
    draw_change(stage, now_ms);
    if (now_ms >= stage->fade_ms + (stage->first ? FIRST_FADE_MS : FADE_MS)) {
        sprite_free(stage->faded);
        stage->faded = NULL;
    }
}

void stage_draw(struct stage *stage, int now_ms)
{
    stage->last_ms = now_ms;
    stage->turned = false;
    if (stage->shown) {
        dusk_draw_backdrop(&stage->dusk, stage->canvas, stage->shown->backdrop, now_ms);
        place_draw(stage->shown->place, stage->canvas, stage->shown->friend, &stage->tally, now_ms);
        if (!place_tells(stage->shown->place)) {
            tally_draw_below(&stage->tally, stage->canvas, &stage->shown->layout);
        }
        answers_draw(&stage->answers, stage->canvas, now_ms);
        dusk_draw_dim(&stage->dusk, stage->canvas, now_ms);
    }
    draw_fade(stage, now_ms);
}

// Do slow habits leave the picture at these two times the same?
static bool same_beat(const struct ensemble *shown, int one_ms, int other_ms)
{
    return friend_beat(shown->friend, one_ms) == friend_beat(shown->friend, other_ms) &&
           place_beat(shown->place, one_ms) == place_beat(shown->place, other_ms);
}

static bool acts(const struct stage *stage, int now_ms)
{
    return friend_moves(stage->shown->friend, now_ms) || place_moves(stage->shown->place, now_ms);
}

static bool moves(const struct stage *stage, int now_ms)
{
    return stage->faded || !ensemble_ready(stage->shown) || dusk_moves(&stage->dusk, now_ms) ||
           answers_move(&stage->answers, now_ms) || acts(stage, now_ms);
}

int stage_still_ms(const struct stage *stage, int now_ms)
{
    if (!stage->shown) {
        return STILL_MAX_MS;
    }
    if (moves(stage, now_ms)) {
        return 0;
    }
    int still_ms = STILL_STEP_MS;
    while (still_ms < STILL_MAX_MS && same_beat(stage->shown, now_ms, now_ms + still_ms) &&
           !moves(stage, now_ms + still_ms)) {
        still_ms += STILL_STEP_MS;
    }
    return still_ms < STILL_MAX_MS ? still_ms : STILL_MAX_MS;
}

// Going and coming back are fast, and what the game is about.
static bool is_quick(const struct stage *stage, int now_ms)
{
    return (stage->act == ACT_HIDE || stage->act == ACT_REVEAL || stage->act == ACT_COMFORT) &&
           acts(stage, now_ms);
}

int stage_next_ms(const struct stage *stage, int now_ms)
{
    const int still_ms = stage_still_ms(stage, now_ms);
    return still_ms > 0 || is_quick(stage, now_ms) ? still_ms : SLOW_MS;
}

float stage_pan(const struct stage *stage)
{
    if (!stage->shown || stage->shown->layout.w <= 0) {
        return 0;
    }
    const float x = friend_x(stage->shown->friend, stage->last_ms) / (float)stage->shown->layout.w;
    return x < 0 ? -1 : x > 1 ? 1 : x * 2 - 1;
}
