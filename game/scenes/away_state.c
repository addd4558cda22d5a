// What Away for real knows: the goodbyes so far, who goes and who stays, what was chosen.
#include <stdio.h>
#include <stdlib.h>

#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "store/family.h"
#include "store/partings.h"
#include "store/settings.h"
#include "store/words.h"
#include "ui/page.h"

enum { MINUTE_S = 60, IN_MINUTES_S = 3 * MINUTE_S /* and longer */ };

static const char setting_step[] = "away_step", setting_photo_off[] = "away_photo_off",
                  setting_voice_on[] = "away_voice_on";

// ---- the goodbyes

// The last goodbye, id 0: there was none.
static struct parting look_back(struct app *app, struct parting_stand *stand)
{
    struct parting *past = NULL;
    int count = partings_list(app->family, &past);
    struct parting last = count > 0 ? past[count - 1] : (struct parting){0};
    *stand = parting_today(past, count, app_utc(app));
    free(past);
    return last;
}

struct parting_stand away_stand(const struct away *away)
{
    return parting_wished(away->stand, away->wish);
}

static void say_lost(struct app *app)
{
    page_toast(app->page, word("r.full"), false, app->now_ms);
}

void away_wish(struct app *app, int step)
{
    app->away->wish_before = app->away->wish;
    app->away->wish = step;
    if (!family_set(app->family, setting_step, step)) {
        say_lost(app);
    }
}

static void say_noted(struct app *app)
{
    char time[32], said[160];
    away_time(time, sizeof time, parting_seconds(away_stand(app->away).step));
    word_fill(said, sizeof said, "aw.noted", "s", time, NULL);
    page_toast(app->page, said, true, app->now_ms);
}

void away_note(struct app *app, enum parting_how how)
{
    struct away *away = app->away;
    int step = away_stand(away).step;
    struct parting parting = {.began = away->wait.began_utc,
                              .step = step,
                              .planned_s = parting_seconds(step),
                              .took_s = away->wait.took_ms / 1000,
                              .how = how,
                              .stayed = away->stays > 0 ? away->stays : 0};
    if (!partings_add(app->family, &parting)) {
        say_lost(app);
        return;
    }
    away_wish(app, -1); // it was for this time
    away->noted = look_back(app, &away->stand).id;
    say_noted(app);
}

void away_take_back(struct app *app)
{
    struct away *away = app->away;
    if (away->noted == 0 || !partings_remove(app->family, away->noted)) {
        return;
    }
    away_wish(app, away->wish_before);
    look_back(app, &away->stand);
    away->noted = 0;
}

// ---- who

static bool is_there(const struct app *app, int64_t id)
{
    return people_find(&app->people, id) >= 0;
}

static int64_t who_goes(const struct app *app)
{
    const struct people *people = &app->people;
    return is_there(app, people->today) ? people->today : people->count > 0 ? people->list[0].id : 0;
}

// Who stayed the last time.
static int64_t who_stays(const struct app *app, const struct parting *last)
{
    if (last->id == 0) {
        return STAYS_UNKNOWN;
    }
    bool can =
        last->stayed == STAYS_SOMEONE || (is_there(app, last->stayed) && last->stayed != app->away->goes);
    return can ? last->stayed : STAYS_UNKNOWN;
}

void away_choose_goes(struct app *app, int64_t id)
{
    app->away->goes = id;
    app->away->stays = app->away->stays == id ? STAYS_UNKNOWN : app->away->stays;
    away_load_voices(app);
}

void away_choose_stays(struct app *app, int64_t id)
{
    app->away->stays = id;
    away_load_voices(app);
}

// ---- what was chosen

static void turn(struct app *app, bool *on, const char *setting)
{
    *on = !*on;
    if (!family_set(app->family, setting, *on)) {
        say_lost(app);
    }
}

void away_switch(struct app *app, int id)
{
    if (id == AWAY_PHOTO_OFF) {
        turn(app, &app->away->photo_off, setting_photo_off);
    } else {
        turn(app, &app->away->voice_on, setting_voice_on);
    }
}

void away_load(struct app *app)
{
    struct away *away = app->away;
    struct parting last = look_back(app, &away->stand);
    away->wish = away->wish_before = family_setting(app->family, setting_step, -1);
    away->photo_off = family_setting(app->family, setting_photo_off, 0) != 0;
    away->voice_on = family_setting(app->family, setting_voice_on, 0) != 0;
    away->voices_off = settings_get(app->family, SETTING_VOICE_OFF) != 0;
    away->less_motion = settings_get(app->family, SETTING_LESS_MOTION) != 0;
    away->goes = who_goes(app);
    away->stays = who_stays(app, &last);
    away_load_voices(app);
}

// ---- words

void away_time(char *out, size_t size, int seconds)
{
    bool in_minutes = seconds >= IN_MINUTES_S && seconds % MINUTE_S == 0;
    char number[16];
    snprintf(number, sizeof number, "%d", in_minutes ? seconds / MINUTE_S : seconds);
    word_fill(out, size, in_minutes ? "minutes.short" : "seconds", "n", number, NULL);
}

void away_words(const struct app *app, char *out, size_t size, const char *key, int64_t person, int seconds)
{
    char time[32], without[64];
    int index = people_find(&app->people, person);
    away_time(time, sizeof time, seconds);
    snprintf(without, sizeof without, "%s.none", key);
    word_fill(out, size, index < 0 ? without : key, "n", index < 0 ? "" : app->people.list[index].name, "s",
              time, NULL);
}

void away_caption(struct app *app, char *out, size_t size)
{
    struct parting_stand stand;
    char time[32];
    look_back(app, &stand);
    stand = parting_wished(stand, family_setting(app->family, setting_step, -1));
    away_time(time, sizeof time, parting_seconds(stand.step));
    word_fill(out, size, "home.away.sub", "s", time, NULL);
}
