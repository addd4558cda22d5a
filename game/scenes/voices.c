// The Voices screen: a person's clips for each moment of the game; to hear, to record, to delete and to get
// back. Nothing sounds by itself, and what sounds stops when the screen is left.
#include "scenes/voices.h"

#include <string.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/crop.h"
#include "scenes/recorder.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

// ---- layout

void voices_layout_behind(struct app *app)
{
    if (!voices_ready(app)) {
        return;
    }
    page_wall(app->page, false);
    struct rect room = voices_header(app);
    if (app->voices->person) {
        voices_grid(app, voices_people(app, room));
    } else {
        voices_nobody(app, room);
    }
}

static void lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    voices_layout_behind(app);
    voices_sheet_layout(app);
    chooser_layout(app);
    crop_layout(app);
    page_end(app->page);
}

// ---- coming and going

void voices_record(struct app *app, int64_t caregiver, enum moment moment, int64_t instead)
{
    voices_hush(app);
    recorder_target(app, caregiver, moment, instead);
    app_go(app, &scene_recorder);
}

void voices_kept(struct app *app, int64_t clip, int64_t instead)
{
    if (voices_ready(app)) {
        app->voices->kept = clip;
        app->voices->kept_instead = instead;
    }
}

void voices_put_aside(struct app *app)
{
    if (voices_ready(app)) {
        app->voices->aside = true;
    }
}

static void reveal(struct app *app, int64_t clip)
{
    for (int i = 0; i < app->voices->card_count; i++) {
        const struct voice_clip *at = app->voices->cards[i].clip;
        if (at && at->id == clip) {
            page_reveal(app->page, VOICES_PLAY + i);
        }
    }
}

// The recorder comes back with a clip.
static void say_kept(struct app *app)
{
    struct voices *voices = app->voices;
    struct voice_clip clip;
    if (voices->kept && clip_by_id(app->family, voices->kept, &clip)) {
        char title[128];
        bool replaced = voices->kept_instead != 0;
        voices_clip_title(&clip, title, sizeof title);
        voices_say(app, replaced ? "r.replaced" : "r.saved", title, replaced ? UNDO_REPLACED : UNDO_NONE,
                   clip.id);
        voices->undo_other = voices->kept_instead;
        reveal(app, clip.id);
    }
    if (voices->aside) {
        page_toast(app->page, word("r.aside"), false, app->now_ms);
    }
    voices->aside = false;
    voices->kept = voices->kept_instead = 0;
}

static void enter(struct app *app)
{
    bool behind = app->voices; // the recorder's sheet lay over it
    if (!voices_ready(app)) {
        app_go(app, &scene_home);
        return;
    }
    if (behind) {
        voices_load(app);
    }
    lay_out(app);
    say_kept(app);
}

// Behind the recorder's sheet it is made anew.
static void leave(struct app *app)
{
    voices_free(app);
}

// ---- what happened

static void obey_crop(struct app *app, int id)
{
    switch (crop_event(app, id)) {
    case CROP_NOTHING:
    case CROP_CLOSED: return;
    case CROP_LOST: voices_say_lost(app); return;
    case CROP_KEPT:
        voices_load(app);
        voices_say(app, "v.photo.set", "", UNDO_NONE, 0);
        return;
    }
}

static void obey_chooser(struct app *app, int id)
{
    const char *path = chooser_event(app, id);
    if (path) {
        voices_chosen(app, path);
    }
}

// A typed name is not lost by a tap beside the sheet.
static bool closes_sheet(const struct voices *voices, int id)
{
    bool typed = voices->name[0] != '\0';
    return id == VOICES_CLOSE || id == VOICES_CLOSE_TOO || id == PAGE_BACK || (id == PAGE_OUTSIDE && !typed);
}

static void obey_sheet(struct app *app, int id)
{
    struct voices *voices = app->voices;
    if (closes_sheet(voices, id)) {
        voices_open_sheet(app, SHEET_NONE);
    } else if (id == PAGE_TYPED) {
        page_typed(app->page, voices->name, sizeof voices->name);
        voices->name_wrong[0] = '\0';
    } else if (!voices_person_pressed(app, id) && !voices_older_pressed(app, id)) {
        voices_pack_pressed(app, id);
    }
}

static void listen_to_all(struct app *app)
{
    if (voices_playing_round(app->voices)) {
        voices_hush(app);
    } else if (app->voices->clip_count == 0) {
        page_toast(app->page, word("home.voices.none"), false, app->now_ms);
    } else {
        voices_play_round(app);
    }
}

static void obey_page(struct app *app, int id)
{
    if (id == VOICES_BACK || id == PAGE_BACK) {
        app_go(app, &scene_home);
    } else if (id == VOICES_LISTEN) {
        listen_to_all(app);
    } else if (!voices_card_pressed(app, id) && !voices_person_pressed(app, id) &&
               !voices_older_pressed(app, id)) {
        voices_pack_pressed(app, id);
    }
}

static void obey(struct app *app, int id)
{
    if (id == PAGE_UNDO) {
        voices_undo(app);
    } else if (crop_is_open(app)) {
        obey_crop(app, id);
    } else if (chooser_is_open(app)) {
        obey_chooser(app, id);
    } else if (app->voices->sheet != SHEET_NONE) {
        obey_sheet(app, id);
    } else {
        obey_page(app, id);
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->voices || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE) {
        voices_hush(app);
    }
    if (event->kind == EVENT_FILE && !chooser_is_open(app) && app->voices->sheet == SHEET_NONE) {
        page_toast(app->page, word("v.drop"), false, app->now_ms);
    }
    crop_touch(app, event);
    int id = page_event(app->page, event);
    bool done = event->kind == EVENT_KEY_DOWN && strcmp(event->text, "Return") == 0 && app->voices->name[0];
    obey(app, done && id == PAGE_NOTHING ? VOICES_NAME_DONE : id); // Enter ends a name
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    if (app->voices) {
        voices_play_tick(app);
        if (chooser_is_open(app)) {
            obey_chooser(app, PAGE_NOTHING);
        }
    }
}

// ---- showing

static int still_ms(const struct app *app)
{
    int still = page_still_ms(app->page, app->now_ms), playing = voices_play_still_ms(app),
        chooser = chooser_still_ms(app);
    still = playing < still ? playing : still;
    return chooser < still ? chooser : still;
}

const struct scene scene_voices = {
    .name = "voices",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = lay_out,
    .still_ms = still_ms,
    .leave = leave,
};
