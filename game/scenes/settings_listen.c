// Listen for crying. Switching it on opens the microphone for a moment: a browser then asks here, before a
// grown-up, and never in play. It is on only where something is heard, and where play may open it without any
// question; else the row says why not.
#include <stdio.h>

#include "core/cry_told.h"
#include "platform/microphone.h"
#include "scenes/app.h"
#include "scenes/ear.h"
#include "scenes/settings_inside.h"
#include "store/words.h"

enum {
    CHUNK = 4800,
    ASKED_EACH_MS = 16,
    QUIET_MS = 60000,
    ALLOWED_MS = 300, // behind the closing: a browser that allowed it for a moment may take that back
};

// ---- asking

static bool is_asking(const struct settings_screen *settings)
{
    return settings->asked || settings->allowed_ms > 0;
}

// One that does not let go is left to itself, as the recorder's is.
void settings_listen_stop(struct app *app)
{
    struct settings_screen *settings = app->settings;
    if (settings && settings->asked) {
        if (!microphone_close(settings->asked)) {
            app->microphone_lost = true;
        }
        settings->asked = NULL;
    }
    if (settings) {
        settings->allowed_ms = 0;
    }
}

static void ask(struct app *app)
{
    struct settings_screen *settings = app->settings;
    settings->asked = microphone_open(app->options.virtual_time);
    settings->asked_ms = app->now_ms;
    settings->deaf_key = settings->asked ? NULL : "s.ear.refused";
}

// Where nothing can be kept nobody is asked for anything.
void settings_listen_flip(struct app *app)
{
    struct settings_screen *settings = app->settings;
    bool asked = is_asking(settings), on = settings_shown(app, SETTING_LISTEN);
    settings_listen_stop(app);
    settings->deaf_key = NULL;
    if (on || !app->family) {
        settings_put(app, SETTING_LISTEN, !on);
    } else if (!asked) {
        ask(app);
    }
}

// What is heard is looked at no further than this.
static bool hears(struct microphone *microphone)
{
    int16_t samples[CHUNK];
    int count;
    bool any = false;
    while ((count = microphone_read(microphone, samples, CHUNK)) > 0) {
        for (int i = 0; i < count; i++) {
            any |= samples[i] != 0;
        }
    }
    return any;
}

static const char *why_deaf(enum microphone_state state)
{
    switch (state) {
    case MICROPHONE_NONE: return "r.nodevice";
    case MICROPHONE_REFUSED: return "s.ear.refused";
    case MICROPHONE_STALLED: return "r.stalled";
    case MICROPHONE_GONE: return "r.gone";
    case MICROPHONE_DEAD: return "r.dead";
    case MICROPHONE_OPENING:
    case MICROPHONE_LISTENING: break;
    }
    return NULL;
}

static void listen(struct app *app)
{
    struct settings_screen *settings = app->settings;
    microphone_virtual(settings->asked, app->now_ms - settings->asked_ms);
    bool heard = hears(settings->asked);
    const char *deaf_key = heard ? NULL : why_deaf(microphone_state(settings->asked));
    if (heard || deaf_key) {
        settings_listen_stop(app);
        settings->deaf_key = deaf_key;
    }
    if (heard) {
        settings->allowed_ms = app->now_ms + (microphone_in_browser() ? ALLOWED_MS : 0);
    }
}

// Play never asks: a browser that wants to ask each time would be silent there for ever.
static void conclude(struct app *app)
{
    app->settings->allowed_ms = 0;
    if (microphone_allowed()) {
        app->ear_failure = MICROPHONE_OPENING; // whatever it was, it is over
        settings_put(app, SETTING_LISTEN, 1);
    } else {
        app->settings->deaf_key = "s.ear.moment";
    }
}

void settings_listen_tick(struct app *app)
{
    struct settings_screen *settings = app->settings;
    if (settings->asked) {
        listen(app);
    }
    if (settings->allowed_ms > 0 && app->now_ms >= settings->allowed_ms) {
        conclude(app);
    }
}

int settings_listen_still_ms(const struct app *app)
{
    return is_asking(app->settings) ? ASKED_EACH_MS : QUIET_MS;
}

// ---- what the row says

// Of the game that was last played with it.
static void last_time(const struct app *app, char *out, size_t size)
{
    const char *key = settings_shown(app, SETTING_LISTEN) ? why_deaf(ear_failure(app)) : NULL;
    out[0] = '\0';
    if (key) {
        word_fill(out, size, "s.ear.last", "a", word(key), NULL);
    }
}

static void state_words(const struct app *app, char *out, size_t size)
{
    const struct settings_screen *settings = app->settings;
    if (is_asking(settings)) {
        snprintf(out, size, "%s", word(microphone_in_browser() ? "r.ask" : "r.wait"));
    } else if (settings->deaf_key) {
        snprintf(out, size, "%s", word(settings->deaf_key));
    } else {
        last_time(app, out, size);
    }
}

void settings_listen_words(const struct app *app, char *out, size_t size)
{
    char heard[12], cries[12], once_in[12], state[SETTINGS_LISTEN_WORDS / 2], told[SETTINGS_LISTEN_WORDS];
    snprintf(heard, sizeof heard, "%d", CRY_TOLD_HEARD);
    snprintf(cries, sizeof cries, "%d", CRY_TOLD_CRIES);
    snprintf(once_in, sizeof once_in, "%d", CRY_TOLD_WRONG_ONCE_IN);
    word_fill(told, sizeof told, "s.ear.sub", "a", heard, "b", cries, "n", once_in, NULL);
    state_words(app, state, sizeof state);
    snprintf(out, size, "%s%s%s", state, state[0] ? "\n" : "", told);
}
