// What is heard of Away for real: the family's own voices, and the two tunes of a real goodbye and return.
#include <stdio.h>

#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "store/sounds.h"

enum { TUNE_OUT_MS = 300 };

static void load(struct voice_clips *clips, struct app *app, int64_t person)
{
    voice_clips_load(clips, app->family, app->away->voices_off || person < 0 ? 0 : person);
}

void away_load_voices(struct app *app)
{
    load(&app->away->goes_clips, app, app->away->goes);
    load(&app->away->stays_clips, app, app->away->stays);
}

bool away_has_voice(const struct voice_clips *clips, enum moment moment)
{
    for (int i = 0; i < clips->count; i++) {
        if (clips->list[i].moment == moment) {
            return true;
        }
    }
    return false;
}

int away_say(struct app *app, struct voice_clips *clips, enum moment moment, int most_ms, int volume)
{
    const struct voice_clip *clip = voice_clips_pick(clips, moment, most_ms, INT32_MAX);
    if (!clip) {
        return 0;
    }
    char path[48], name[200];
    snprintf(path, sizeof path, MIXER_KEPT "%lld", (long long)clip->id);
    snprintf(name, sizeof name, "%s/%s/%d", clips->name, moment_name(moment), clip->slot);
    mixer_volume(app->mixer, MIXER_TUNE, 0, TUNE_OUT_MS);
    mixer_play(app->mixer, MIXER_VOICE, path, volume, 0);
    voice_clips_played(clips, moment);
    app_heard(app, moment_name(moment), name);
    return clip->length_ms;
}

void away_chime(struct app *app, const char *sound, const char *moment)
{
    char path[1024], name[64];
    sounds_path(sound, path, sizeof path);
    snprintf(name, sizeof name, "stock/%s", sound);
    mixer_volume(app->mixer, MIXER_VOICE, 0, TUNE_OUT_MS);
    mixer_play(app->mixer, MIXER_TUNE, path, MIXER_VOLUME_MAX, 0);
    app_heard(app, moment, name);
}

void away_hush(struct app *app)
{
    mixer_volume(app->mixer, MIXER_VOICE, 0, TUNE_OUT_MS);
    mixer_volume(app->mixer, MIXER_TUNE, 0, TUNE_OUT_MS);
}
