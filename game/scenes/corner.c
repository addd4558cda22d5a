// The grown-ups' corner: what its screens share.
#include "scenes/corner.h"

#include "core/least.h"
#include "platform/events.h"
#include "platform/font.h"
#include "platform/keeping.h"
#include "platform/window.h"
#include "scenes/app.h"
#include "scenes/away.h"
#include "scenes/chooser.h"
#include "scenes/deletion.h"
#include "scenes/effects.h"
#include "scenes/gate.h"
#include "scenes/laid_over.h"
#include "scenes/recorder.h"
#include "scenes/safe.h"
#include "scenes/settings.h"
#include "scenes/today.h"
#include "store/backup.h"
#include "store/voices.h"
#include "store/words.h"
#include "ui/page.h"

bool corner_is(const struct scene *scene)
{
    static const struct scene *const scenes[] = {
        &scene_first,    &scene_home, &scene_voices,   &scene_recorder, &scene_levels,   &scene_editor,
        &scene_progress, &scene_away, &scene_guidance, &scene_doctor,   &scene_settings, &scene_lock};
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        if (scene == scenes[i]) {
            return true;
        }
    }
    return false;
}

static bool has_page(const struct scene *scene)
{
    return scene == &scene_gate || corner_is(scene);
}

bool corner_page(struct app *app)
{
    if (app->page) {
        return true;
    }
    if (!app->font) {
        app->font = font_new();
    }
    if (app->font) {
        app->page = page_new(app->font);
        safe_follow(app);
    }
    effects_looks(app);
    return app->page != NULL;
}

const struct scene *corner_instead(struct app *app, const struct scene *wanted)
{
    if (!has_page(wanted) || corner_page(app)) {
        return wanted;
    }
    return app->scene ? &scene_good_night : &scene_play;
}

void corner_fade(struct app *app, int fade_ms)
{
    struct corner *corner = &app->corner;
    sprite_free(corner->before);
    corner->before = app_looked_at(app) ? canvas_snapshot(app->canvas) : NULL;
    corner->fade_began_ms = app->now_ms;
    corner->fade_ms = fade_ms;
}

static void forget_before(struct app *app)
{
    sprite_free(app->corner.before);
    app->corner.before = NULL;
}

static void fade_from_before(struct app *app, const struct scene *before)
{
    bool within = has_page(before) && before != &scene_gate;
    bool dusk = before == &scene_good_night || app->scene == &scene_good_night;
    if (before) {
        corner_fade(app, dusk ? CORNER_DUSK_FADE_MS : within ? CORNER_FADE_MS : CORNER_PLAY_FADE_MS);
    }
}

// The stage fades by itself, but where it only stood behind the gate.
static void fade_to_stage(struct app *app, const struct scene *before)
{
    if (before == &scene_gate) {
        fade_from_before(app, before);
    } else {
        forget_before(app);
    }
}

static void note_touch(struct app *app)
{
    app->corner.touched_ms = app->now_ms;
    app->corner.touched_utc = app_utc(app);
}

void corner_entered(struct app *app, const struct scene *before)
{
    window_text_input(app->window, false);
    laid_over_go();
    if (!has_page(app->scene)) {
        fade_to_stage(app, before);
        return;
    }
    effects_looks(app);
    fade_from_before(app, before);
    page_enter(app->page);
    if (corner_is(app->scene) && !corner_is(before)) {
        gate_start(&app->corner.gate);
        app->corner.lost_said = false;
        clips_tidy(app->family, app_utc(app));
        backup_tidy(app->family, today_folder(&app->options), app_utc(app));
        people_load(app);
    }
    deletion_say_failed(app);
    note_touch(app);
}

static bool is_a_touch(const struct app *app, const struct event *event)
{
    static const enum event_kind hands[] = {EVENT_DOWN,   EVENT_MOVE, EVENT_UP,   EVENT_WHEEL, EVENT_KEY_DOWN,
                                            EVENT_KEY_UP, EVENT_TEXT, EVENT_FILE, EVENT_CLOSE};
    for (size_t i = 0; i < sizeof hands / sizeof *hands; i++) {
        if (event->kind == hands[i]) {
            return true;
        }
    }
    return event->kind == EVENT_SHOW && chooser_is_handed_over(app); // back from the system's
}

static bool busy(const struct app *app)
{
    return recorder_busy(app) || away_busy(app) || chooser_is_elsewhere(app);
}

// A tablet that was put away for long may have been picked up by a baby. Its clock may have stood still
// meanwhile.
static bool was_put_away(const struct app *app, const struct event *event)
{
    return event->kind == EVENT_SHOW && !busy(app) &&
           app_utc(app) - app->corner.touched_utc >= CORNER_CLOSES_MS / 1000;
}

void corner_event(struct app *app, const struct event *event)
{
    if (app->page) {
        page_moment(app->page, app->now_ms);
    }
    if (event->kind == EVENT_HIDE) {
        deletion_carry_out(app);
    }
    if (!corner_is(app->scene)) {
        return;
    }
    if (is_a_touch(app, event)) {
        note_touch(app);
    } else if (was_put_away(app, event)) {
        app_go(app, &scene_good_night);
    }
    if (event->kind == EVENT_CLOSE && !away_waits(app)) { // a baby's game can't be closed
        gate_ask(app, GATE_TO_END);
    } else if (event->kind == EVENT_KEY_DOWN || event->kind == EVENT_KEY_UP) {
        gate_key(&app->corner.gate, event->text, event->kind == EVENT_KEY_DOWN);
    } else if (event->kind == EVENT_HIDE) {
        gate_start(&app->corner.gate);
    }
}

// What was changed could not be kept after all, whoever changed it. The recorder says it itself: there the
// take can be kept again.
static void say_lost(struct app *app)
{
    const bool lost = keeping_state() == KEEPING_FAILED;
    if (lost && !app->corner.lost_said) {
        if (app->scene == &scene_recorder || !app->page) {
            return;
        }
        page_toast(app->page, word("r.full"), false, app->now_ms);
    }
    app->corner.lost_said = lost;
}

void corner_tick(struct app *app, int dt_ms)
{
    if (!corner_is(app->scene)) {
        return;
    }
    say_lost(app);
    window_text_input(app->window, app->page && page_wants_text(app->page));
    out_follow(app);
    if (gate_pass(&app->corner.gate, dt_ms) == GATE_LEAVE) {
        gate_ask(app, away_waits(app) ? GATE_TO_HOME : GATE_TO_END);
    }
    const bool leaves = app->next_scene != NULL; // the recorder, to Voices
    if (!busy(app) && !leaves && app->now_ms - app->corner.touched_ms >= CORNER_CLOSES_MS) {
        app_go(app, &scene_good_night);
    }
}

// A screen that is about to go, or could not be made, may have nothing to lay out.
static bool stays(const struct app *app)
{
    return !app->closing && !app->next_scene;
}

void corner_draw_page(struct app *app, void (*lay_out)(struct app *app))
{
    if (stays(app)) {
        lay_out(app);
    }
    page_draw(app->page, app->canvas, app->now_ms);
}

void corner_keep_laid(struct app *app, void (*lay_out)(struct app *app))
{
    if (!app_draws_all(app) && stays(app)) {
        lay_out(app);
    }
}

static int faded_ms(const struct app *app)
{
    return app->now_ms - app->corner.fade_began_ms;
}

void corner_draw(struct app *app)
{
    struct corner *corner = &app->corner;
    if (!corner->before) {
        return;
    }
    int left_ms = corner->fade_ms - faded_ms(app);
    if (left_ms <= 0) {
        forget_before(app);
        return;
    }
    canvas_draw(app->canvas, corner->before, &(struct matrix){1, 0, 0, 1, 0, 0},
                255 * left_ms / corner->fade_ms, NULL);
}

int corner_still_ms(const struct app *app, int still_ms)
{
    if (app->corner.before) {
        return 0;
    }
    if (!corner_is(app->scene)) {
        return still_ms;
    }
    still_ms = laid_over_still_ms(app, still_ms);
    still_ms = gate_busy(&app->corner.gate) ? lesser(still_ms, 50) : still_ms;
    int closes_ms = app->corner.touched_ms + CORNER_CLOSES_MS - app->now_ms;
    return busy(app) ? still_ms : lesser(still_ms, closes_ms);
}

void corner_free(struct app *app)
{
    aside_free(&app->aside);
    forget_before(app);
    gate_free(app->gate_task);
    app->gate_task = NULL;
    away_free(app->away);
    app->away = NULL;
    settings_free(app);
    people_free(&app->people);
    corner_art_free(&app->corner.art);
    page_free(app->page);
    font_free(app->font);
}
