// How the stage is drawn, and when it has to be drawn again.
#include "core/easing.h"
#include "platform/canvas.h"
#include "stage/stage_inside.h"

enum {
    FADE_MS = 600, // design.md 6: the old scene goes first, so that no two faces lie on each other
    OLD_GOES_MS = 390,
    NEW_COMES_MS = 160,
    FIRST_FADE_MS = 300, // the first set, out of the empty wall: nobody waits for a scene, nothing flashes
    STILL_MAX_MS = 1000,
    STILL_STEP_MS = 16,
    SLOW_MS = 33,
};

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

// ---- when again

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
