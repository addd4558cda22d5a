// Deleting. What is deleted is only marked until the screen is left; then it is overwritten in the file.
#include <stdlib.h>

#include "platform/keeping.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/deletion_inside.h"
#include "scenes/effects.h"
#include "scenes/gate.h"
#include "store/words.h"
#include "ui/page.h"

enum { UNDO_MS = 7000 }; // as long as a toast stands

static struct deletion *make(struct app *app)
{
    if (!app->deletion) {
        app->deletion = calloc(1, sizeof *app->deletion);
    }
    return app->deletion;
}

void deletion_open(struct app *app)
{
    struct deletion *deletion = app->family ? make(app) : NULL;
    if (!deletion) {
        page_toast(app->page, word("del.none"), false, app->now_ms);
        return;
    }
    deletion->open = true;
    deletion->counts = forget_count(app->family, today_folder(&app->options));
    deletion->chosen = app->scene == &scene_progress ? FORGET_NOTES : 0;
}

int deletion_waits(const struct app *app)
{
    return app->deletion ? app->deletion->gone : 0;
}

// ---- what happened

static void ask(struct app *app)
{
    struct deletion *deletion = app->deletion;
    if (deletion->chosen == 0) {
        page_toast(app->page, word("del.choose"), false, app->now_ms);
        return;
    }
    deletion->open = false;
    deletion->asked = true;
    gate_ask(app, GATE_TO_AGREE);
}

void deletion_give_back(struct app *app)
{
    if (app->deletion) {
        app->deletion->gone = 0;
        app->deletion->open = false;
        page_toast(app->page, word("del.back"), false, app->now_ms);
    }
}

static bool sheet_event(struct app *app, int id)
{
    struct deletion *deletion = app->deletion;
    if (id == DELETION_CLOSE || id == DELETION_KEEP || id == PAGE_BACK || id == PAGE_OUTSIDE) {
        deletion->open = false;
    } else if (id == DELETION_GO) {
        ask(app);
    } else if (id == DELETION_UNDO) {
        deletion_give_back(app);
    } else if (id >= DELETION_PART && id < DELETION_PART + DELETION_PARTS) {
        deletion->chosen ^= 1 << (id - DELETION_PART);
    } else {
        return id >= DELETION_IDS && id < DELETION_IDS_END;
    }
    return true;
}

bool deletion_event(struct app *app, int id)
{
    struct deletion *deletion = app->deletion;
    if (!deletion) {
        return false;
    }
    if (id == PAGE_UNDO && deletion->gone && app->now_ms - deletion->said_ms <= UNDO_MS) {
        deletion_give_back(app);
        return true;
    }
    return deletion->open && sheet_event(app, id);
}

bool deletion_returns(struct app *app)
{
    struct deletion *deletion = app->deletion;
    bool returns = gate_returns(app);
    if (deletion && deletion->asked) {
        deletion->asked = false;
        if (gate_agreed(app)) {
            deletion->gone = deletion->chosen;
            deletion->said_ms = app->now_ms;
            page_toast(app->page, word("del.done"), true, app->now_ms);
        } else {
            deletion->open = true;
        }
    }
    return returns;
}

// ---- carrying out

// After everything is deleted it is the first day.
static void begin_again(struct app *app)
{
    if (app->closing) {
        return;
    }
    const struct scene *next = app->next_scene ? app->next_scene : app->scene;
    if (corner_is(next)) {
        app_go(app, &scene_first);
    }
}

static bool forget_all(struct app *app)
{
    app_close_family(app);
    bool done = forget_everything(today_folder(&app->options));
    if (!app->closing) { // opening it makes an empty one
        app_open_family(app);
    }
    if (done) {
        keeping_forget();
        begin_again(app);
    }
    return done;
}

static bool forget_some(struct app *app, int parts)
{
    bool done = forget_parts(app->family, today_folder(&app->options), parts);
    if (done) {
        play_forget(app); // who played last, with a voice and a face that may be gone now
        mixer_forget_kept(app->mixer);
        effects_all(app);
    }
    return done;
}

void deletion_carry_out(struct app *app)
{
    struct deletion *deletion = app->deletion;
    if (!deletion || (app->next_scene == &scene_gate && !app->closing)) {
        return;
    }
    int parts = deletion->gone;
    bool done = true;
    if (parts) {
        done = parts == FORGET_ALL ? forget_all(app) : forget_some(app, parts);
        people_load(app);
        app->level_to_edit[0] = '\0';
    }
    *deletion = (struct deletion){.failed = !done || deletion->failed};
    if (!deletion->failed || app->closing) {
        free(deletion);
        app->deletion = NULL;
    }
}

void deletion_say_failed(struct app *app)
{
    if (app->deletion && app->deletion->failed) {
        app->deletion->failed = false;
        page_toast(app->page, word("del.failed"), false, app->now_ms);
    }
}
