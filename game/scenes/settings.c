// Settings: what a grown-up sets, each taking effect at once.
#include "scenes/settings.h"

#include <stdlib.h>

#include "core/least.h"
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/deletion.h"
#include "scenes/effects.h"
#include "scenes/gate.h"
#include "scenes/settings_inside.h"
#include "store/forget.h"
#include "store/words.h"
#include "ui/page.h"

// ---- what others of the screen need

void settings_open_sheet(struct app *app, enum settings_sheet sheet)
{
    app->settings->sheet = sheet;
}

void settings_say(struct app *app, const char *key, const char *text)
{
    char said[1600];
    word_fill(said, sizeof said, key, "f", text, "d", text, NULL);
    page_toast(app->page, said, false, app->now_ms);
}

int settings_shown(const struct app *app, enum setting setting)
{
    bool gone = deletion_waits(app) & FORGET_SETTINGS;
    return settings_get(gone ? NULL : app->family, setting);
}

bool settings_delete_now(struct app *app)
{
    deletion_carry_out(app);
    return !app->next_scene;
}

bool settings_put(struct app *app, enum setting setting, int value)
{
    if ((deletion_waits(app) & FORGET_SETTINGS) && !settings_delete_now(app)) {
        return false;
    }
    if (!settings_set(app->family, setting, value)) {
        settings_say(app, app->family ? "r.full" : "v.not.kept", "");
        return false;
    }
    effects_sound(app);
    effects_looks(app);
    return true;
}

// ---- coming and going

// Nothing sounds and nothing listens where nobody looks at this.
static void go_quiet(struct app *app)
{
    settings_hush(app);
    settings_listen_stop(app);
}

void settings_free(struct app *app)
{
    if (app->settings) {
        go_quiet(app);
        chooser_close(app);
        free(app->settings);
        app->settings = NULL;
    }
}

// The reading task was asked for a restore; whoever did not pass it restores nothing.
static void come_back(struct app *app)
{
    struct settings_screen *settings = app->settings;
    if (settings->restore[0] && gate_agreed(app)) {
        settings_restore(app);
    }
    settings->restore[0] = '\0';
}

static void enter(struct app *app)
{
    deletion_returns(app);
    if (!app->settings) {
        app->settings = calloc(1, sizeof *app->settings);
    }
    if (!app->settings) {
        app_go(app, &scene_home);
        return;
    }
    come_back(app);
    settings_lay_out(app);
}

static void leave(struct app *app)
{
    go_quiet(app);
    deletion_carry_out(app);
    if (app->next_scene != &scene_gate) {
        settings_free(app);
    }
}

// ---- what happened

static void flip(struct app *app, enum setting setting)
{
    settings_put(app, setting, !settings_shown(app, setting));
}

// The command line's --large-text is for this run, until somebody chooses.
static void flip_large(struct app *app)
{
    bool large = app->options.large_text || settings_shown(app, SETTING_LARGE_TEXT);
    app->options.large_text = false;
    settings_put(app, SETTING_LARGE_TEXT, !large);
}

static void obey_page(struct app *app, int id)
{
    switch (id) {
    case SETTINGS_BACK:
    case PAGE_BACK: app_go(app, &scene_home); return;
    case SETTINGS_TEST: settings_test(app); return;
    case SETTINGS_PHONES: flip(app, SETTING_HEADPHONES); return;
    case SETTINGS_LISTEN: settings_listen_flip(app); return;
    case SETTINGS_VOICE: flip(app, SETTING_VOICE_OFF); return;
    case SETTINGS_CALM: flip(app, SETTING_LESS_MOTION); return;
    case SETTINGS_LARGE: flip_large(app); return;
    case SETTINGS_LENGTH: settings_open_sheet(app, SETTINGS_LENGTH_SHEET); return;
    case SETTINGS_REST: settings_open_sheet(app, SETTINGS_REST_SHEET); return;
    case SETTINGS_LANGUAGE: settings_open_sheet(app, SETTINGS_LANGUAGE_SHEET); return;
    case SETTINGS_PRIVACY: settings_open_sheet(app, SETTINGS_PRIVACY_SHEET); return;
    case SETTINGS_BACKUP: settings_open_sheet(app, SETTINGS_BACKUP_SHEET); return;
    case SETTINGS_LOCK: app_go(app, &scene_lock); return;
    case SETTINGS_DELETE: deletion_open(app); return;
    default: return;
    }
}

static void obey_sheet(struct app *app, int id)
{
    switch (id) {
    case SETTINGS_CLOSE:
    case PAGE_BACK:
    case PAGE_OUTSIDE: settings_open_sheet(app, SETTINGS_NO_SHEET); return;
    case SETTINGS_SAVE: settings_save_backup(app); return;
    case SETTINGS_LOAD: settings_choose_backup(app); return;
    case SETTINGS_UNDO: settings_undo_restore(app); return;
    default:
        if (id >= SETTINGS_OPTION) {
            settings_option(app, id - SETTINGS_OPTION);
        }
        return;
    }
}

// The slider is kept with each step: there are three.
static void slide(struct app *app)
{
    struct page_slide slid = page_slid(app->page);
    if (slid.id == SETTINGS_LOUDEST && slid.value != settings_shown(app, SETTING_LOUDEST)) {
        settings_put(app, SETTING_LOUDEST, slid.value);
    }
}

static void obey(struct app *app, int id)
{
    if (deletion_event(app, id)) {
        return;
    }
    if (id == PAGE_UNDO && app->settings->undo) {
        settings_undo_restore(app);
    } else if (id == PAGE_SLIDE) {
        slide(app);
    } else if (chooser_is_open(app)) {
        settings_chooser(app, id);
    } else if (app->settings->sheet != SETTINGS_NO_SHEET) {
        obey_sheet(app, id);
    } else {
        obey_page(app, id);
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->settings || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE) {
        go_quiet(app);
    }
    obey(app, page_event(app->page, event));
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    struct settings_screen *settings = app->settings;
    if (!settings || app->next_scene) {
        return;
    }
    if (settings->heard_until_ms > 0 && app->now_ms >= settings->heard_until_ms) {
        settings->heard_until_ms = 0;
    }
    if (page_repeat(app->page, app->now_ms) == PAGE_SLIDE) {
        slide(app);
    }
    if (chooser_is_open(app)) {
        settings_chooser(app, PAGE_NOTHING);
    }
    settings_listen_tick(app);
}

// ---- showing

static int still_ms(const struct app *app)
{
    int still = page_still_ms(app->page, app->now_ms), chooser = chooser_still_ms(app);
    still = lesser(still, chooser);
    return app->settings ? lesser(still, lesser(settings_test_still_ms(app), settings_listen_still_ms(app)))
                         : still;
}

static void close(struct app *app)
{
    deletion_carry_out(app);
}

const struct scene scene_settings = {
    .name = "settings",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = settings_lay_out,
    .still_ms = still_ms,
    .close = close,
    .leave = leave,
};
