// Who plays: which level and whose voice and face, and who hides where in each round.
#include <stdio.h>
#include <stdlib.h>

#include "scenes/app.h"
#include "scenes/ear.h"
#include "scenes/play.h"
#include "scenes/soundtrack.h"
#include "store/family.h"

// Their clips and their face, kept for the session: the one who goes is the one who returns.
static void meet(struct app *app)
{
    struct play *play = &app->play;
    today_speak(&play->today, app->family, &play->voices);
    soundtrack_voices(app->soundtrack, &play->voices);
    free(play->photo);
    play->photo =
        play->today.shown ? face_get(app->family, play->today.caregiver, &play->photo_length) : NULL;
    play->today.shown = play->today.shown && play->photo;
}

// Three games in a row were fussy: the first level, from its first step.
static struct options shortest(const struct options *options, char *level, int size)
{
    struct options first = *options;
    level_first_name(level, size);
    first.level = *level ? level : NULL;
    first.step = 0;
    return first;
}

// A level that is wrong never reaches the baby: its line is said, and the built-in one is played.
void play_choose(struct app *app)
{
    struct today *today = &app->play.today;
    char level[LEVEL_NAME_SIZE];
    struct options options = app->shortest ? shortest(&app->options, level, sizeof level) : app->options;
    if (!today_choose(today, &options, app->family, app_utc(app))) {
        fprintf(stderr, "%s:%d: %s\n", app->options.level ? app->options.level : "levels", today->error.line,
                today->error.reason);
    }
    meet(app);
}

void play_forget(struct app *app)
{
    struct play *play = &app->play;
    ear_free(app);
    soundtrack_voices(app->soundtrack, NULL);
    voice_clips_free(&play->voices);
    free(play->photo);
    *play = (struct play){0};
}

static struct stage_set set_of(const struct app *app, int round)
{
    const struct level_scene *scene = plan_scene(&app->play.today.level, round);
    const struct play *play = &app->play;
    struct stage_set set = {.photo = NULL};
    if (today_is_person(&play->today, round) && play->photo) {
        set = (struct stage_set){
            .photo = play->photo, .photo_length = play->photo_length, .photo_id = play->today.caregiver};
    }
    snprintf(set.who, sizeof set.who, "%s", today_who(&app->play.today, round));
    snprintf(set.place, sizeof set.place, "%s", scene->place);
    snprintf(set.backdrop, sizeof set.backdrop, "%s", scene->backdrop);
    return set;
}

void play_prepare_round(struct app *app, int round)
{
    if (round < app->play.today.plan.rounds) {
        struct stage_set set = set_of(app, round);
        stage_prepare(app->stage, &set);
    }
}

void play_set_stage(struct app *app, int round)
{
    struct stage_set set = set_of(app, round);
    stage_prepare(app->stage, &set);
    stage_change(app->stage, app->now_ms);
}
