// Listening: one clip, or a person's clips in the order of a round. Nothing plays by itself.
#include <stdio.h>

#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/voices_inside.h"

enum { PAUSE_MS = 700, QUIET_MS = 60000 };

static void sound(struct app *app, const struct voice_clip *clip)
{
    char path[48];
    snprintf(path, sizeof path, MIXER_KEPT "%lld", (long long)clip->id);
    mixer_play(app->mixer, MIXER_VOICE, path, MIXER_VOLUME_MAX, 0);
    app->voices->playing.clip = clip->id;
    app->voices->playing.began_ms = app->now_ms;
    app->voices->playing.length_ms = clip->length_ms;
}

void voices_hush(struct app *app)
{
    struct voices_playing *playing = &app->voices->playing;
    if (playing->clip) {
        mixer_volume(app->mixer, MIXER_VOICE, 0, MIXER_REPLACE_MS);
    }
    *playing = (struct voices_playing){0};
}

void voices_play(struct app *app, const struct voice_clip *clip)
{
    bool stop = app->voices->playing.clip == clip->id;
    voices_hush(app);
    if (!stop) {
        sound(app, clip);
    }
}

static const struct voice_clip *first_of(const struct voices *voices, enum moment moment)
{
    for (int i = 0; i < voices->clip_count; i++) {
        if (voices->clips[i].moment == moment) {
            return &voices->clips[i];
        }
    }
    return NULL;
}

void voices_play_round(struct app *app)
{
    static const enum moment round[VOICES_ROUND] = {MOMENT_HELLO, MOMENT_GOODBYE, MOMENT_AWAY, MOMENT_RETURN,
                                                    MOMENT_JOY};
    struct voices_playing *playing = &app->voices->playing;
    voices_hush(app);
    for (int i = 0; i < VOICES_ROUND; i++) {
        const struct voice_clip *clip = first_of(app->voices, round[i]);
        if (clip) {
            playing->round[playing->round_count++] = *clip;
        }
    }
    if (playing->round_count > 0) {
        sound(app, &playing->round[playing->round_next++]);
    }
}

bool voices_playing_round(const struct voices *voices)
{
    return voices->playing.round_count > 0;
}

static int over_ms(const struct voices_playing *playing)
{
    return playing->began_ms + playing->length_ms;
}

void voices_play_tick(struct app *app)
{
    struct voices_playing *playing = &app->voices->playing;
    if (playing->clip && app->now_ms >= over_ms(playing)) {
        playing->clip = 0;
    }
    if (playing->clip || playing->round_count == 0) {
        return;
    }
    if (playing->round_next == playing->round_count) {
        *playing = (struct voices_playing){0};
    } else if (app->now_ms >= over_ms(playing) + PAUSE_MS) {
        sound(app, &playing->round[playing->round_next++]);
    }
}

int voices_played_bar(const struct app *app, int64_t clip)
{
    const struct voices_playing *playing = &app->voices->playing;
    if (playing->clip != clip || playing->length_ms <= 0) {
        return -1;
    }
    return (app->now_ms - playing->began_ms) * CLIP_BARS / playing->length_ms;
}

// The bars fill one by one.
int voices_play_still_ms(const struct app *app)
{
    const struct voices_playing *playing = &app->voices->playing;
    if (!playing->clip) {
        int next_ms = over_ms(playing) + PAUSE_MS - app->now_ms;
        return playing->round_count == 0 ? QUIET_MS : next_ms > 0 ? next_ms : 0;
    }
    int next = (voices_played_bar(app, playing->clip) + 1) * playing->length_ms / CLIP_BARS;
    int still_ms = playing->began_ms + next - app->now_ms;
    return still_ms > 0 ? still_ms : 0;
}
