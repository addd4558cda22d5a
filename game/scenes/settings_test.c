// Hear how loud it is: the family's own return call, or a stock sound where there is none (or the baby gets
// upset by the voice), with the mixer's loudness as it is set.
#include <stdio.h>
#include <stdlib.h>

#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/settings_inside.h"
#include "store/sounds.h"
#include "store/voices.h"

enum { QUIET_MS = 60000 };
static const char stock[] = "return_1";

// The path and the length of who plays today's first call. False where there is none.
static bool own_call(struct app *app, char *path, size_t size, int *length_ms)
{
    struct voice_clip *clips = NULL;
    bool wanted = app->people.today && !settings_get(app->family, SETTING_VOICE_OFF), found = false;
    int count = wanted ? clips_list(app->family, app->people.today, &clips) : 0;
    for (int i = 0; i < count && !found; i++) {
        found = clips[i].moment == MOMENT_RETURN;
        if (found) {
            snprintf(path, size, MIXER_KEPT "%lld", (long long)clips[i].id);
            *length_ms = clips[i].length_ms;
        }
    }
    free(clips);
    return found;
}

void settings_hush(struct app *app)
{
    if (app->settings && app->settings->heard_until_ms > 0) {
        mixer_volume(app->mixer, MIXER_VOICE, 0, MIXER_REPLACE_MS);
        app->settings->heard_until_ms = 0;
    }
}

void settings_test(struct app *app)
{
    char path[1024];
    int length_ms = 0;
    if (app->settings->heard_until_ms > 0) {
        settings_hush(app);
        return;
    }
    if (!own_call(app, path, sizeof path, &length_ms)) {
        sounds_path(stock, path, sizeof path);
        length_ms = sounds_find(stock)->length_ms;
    }
    mixer_play(app->mixer, MIXER_VOICE, path, MIXER_VOLUME_MAX, 0);
    app->settings->heard_until_ms = app->now_ms + length_ms;
}

int settings_test_still_ms(const struct app *app)
{
    int until_ms = app->settings->heard_until_ms;
    return until_ms == 0 ? QUIET_MS : until_ms > app->now_ms ? until_ms - app->now_ms : 0;
}
