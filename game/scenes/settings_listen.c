// Listen for crying. Switching it on opens the microphone for a moment: a browser then asks here, before a
// grown-up, and never in play. It is on only where something is heard; else the row says why not.
#include <stdio.h>

#include "core/cry_told.h"
#include "platform/microphone.h"
#include "scenes/app.h"
#include "scenes/ear.h"
#include "scenes/settings_inside.h"
#include "store/words.h"

enum { CHUNK = 4800, ASKED_EACH_MS = 16, QUIET_MS = 60000 };

// ---- asking

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
}

static void ask(struct app *app)
{
    struct settings_screen *settings = app->settings;
    settings->asked = microphone_open(app->options.virtual_time);
    settings->asked_ms = app->now_ms;
    settings->deaf = settings->asked ? NULL : "s.ear.refused";
}

// Where nothing can be kept nobody is asked for anything.
void settings_listen_flip(struct app *app)
{
    struct settings_screen *settings = app->settings;
    bool asked = settings->asked, on = settings_shown(app, SETTING_LISTEN);
    settings_listen_stop(app);
    settings->deaf = NULL;
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

void settings_listen_tick(struct app *app)
{
    struct settings_screen *settings = app->settings;
    if (!settings->asked) {
        return;
    }
    microphone_virtual(settings->asked, app->now_ms - settings->asked_ms);
    bool heard = hears(settings->asked);
    const char *deaf = heard ? NULL : why_deaf(microphone_state(settings->asked));
    if (heard || deaf) {
        settings_listen_stop(app);
        settings->deaf = deaf;
    }
    if (heard) {
        app->ear_failure = MICROPHONE_OPENING; // whatever it was, it is over
        settings_put(app, SETTING_LISTEN, 1);
    }
}

int settings_listen_still_ms(const struct app *app)
{
    return app->settings->asked ? ASKED_EACH_MS : QUIET_MS;
}

// ---- what the row says

static const char *state_key(const struct app *app)
{
    const struct settings_screen *settings = app->settings;
    if (settings->asked) {
        return microphone_in_browser() ? "r.ask" : "r.wait";
    }
    bool failed = settings_shown(app, SETTING_LISTEN) && ear_failure(app) != MICROPHONE_OPENING;
    return settings->deaf ? settings->deaf : failed ? "s.ear.last" : NULL;
}

void settings_listen_words(const struct app *app, char *out, size_t size)
{
    char heard[12], cries[12], once_in[12], told[SETTINGS_LISTEN_WORDS];
    const char *state = state_key(app);
    snprintf(heard, sizeof heard, "%d", CRY_TOLD_HEARD);
    snprintf(cries, sizeof cries, "%d", CRY_TOLD_CRIES);
    snprintf(once_in, sizeof once_in, "%d", CRY_TOLD_WRONG_ONCE_IN);
    word_fill(told, sizeof told, "s.ear.sub", "a", heard, "b", cries, "n", once_in, NULL);
    snprintf(out, size, "%s%s%s", state ? word(state) : "", state ? "\n" : "", told);
}
