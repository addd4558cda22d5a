// What a grown-up has set takes effect.
#include "scenes/effects.h"

#include <stdio.h>

#include "platform/locale.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "stage/stage.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"

// Four decibels from one to the next, which is heard well; the last is the mixer's own ceiling.
static const int loudest[] = {51, 81, MIXER_VOLUME_MAX};

// Screens on which nothing sounds unless a grown-up presses it.
static bool hears_on_request(const struct scene *scene)
{
    return scene == &scene_voices || scene == &scene_recorder || scene == &scene_settings;
}

void effects_sound(struct app *app)
{
    bool silent = settings_get(app->family, SETTING_HEADPHONES) && !hears_on_request(app->scene);
    int volume = silent ? 0 : loudest[settings_get(app->family, SETTING_LOUDEST)];
    mixer_loudest(app->mixer, volume);
}

void effects_language(struct app *app)
{
    char preferred[16], set[16];
    locale_preferred(preferred, sizeof preferred);
    settings_language(app->family, set, sizeof set);
    words_choose(app->options.language ? app->options.language : set[0] ? set : preferred);
}

void effects_looks(struct app *app)
{
    bool calm = settings_get(app->family, SETTING_LESS_MOTION);
    stage_calm(app->stage, calm);
    if (app->page) {
        page_larger_text(app->page, app->options.large_text || settings_get(app->family, SETTING_LARGE_TEXT));
        page_calm(app->page, calm);
    }
}

void effects_all(struct app *app)
{
    effects_sound(app);
    effects_language(app);
    effects_looks(app);
}
