// What the Voices screen knows: whose cards are shown, which there are, what can be undone.
#include <stdio.h>
#include <stdlib.h>

#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/crop.h"
#include "scenes/voices_inside.h"
#include "store/family.h"
#include "store/words.h"
#include "ui/page.h"

// Cards of one person that have an id of their own on the page.
enum { CARDS_MAX = 990 };

// ---- names

struct moment_words {
    const char *title, *many; // of its first card; of those beyond its slots
    const char *says[3];
    const char *titles[3];
};

static const struct moment_words moments[MOMENTS] = {
    [MOMENT_HELLO] = {"m.hello", "m.hello", {"m.hello.say"}, {"m.hello"}},
    [MOMENT_GOODBYE] = {"m.bye", "m.bye", {"m.bye.say"}, {"m.bye"}},
    [MOMENT_AWAY] = {"m.w", "m.w", {"m.w1.say", "m.w2.say", "m.w3.say"}, {"m.w1", "m.w2", "m.w3"}},
    [MOMENT_RETURN] = {"m.r", "m.r", {"m.r1.say", "m.r2.say", "m.r3.say"}, {"m.r1", "m.r2", "m.r3"}},
    [MOMENT_JOY] = {"m.joy", "m.joy", {"m.joy.say"}, {"m.joy"}},
    [MOMENT_COMFORT] = {"m.comfort", "m.comfort", {"m.comfort.say"}, {"m.comfort"}},
    [MOMENT_GOOD_NIGHT] = {"m.night", "m.night", {"m.night.say"}, {"m.night"}},
};

void voices_title(enum moment moment, int slot, char *out, int size)
{
    if (slot >= 1 && slot <= moment_slots(moment)) {
        snprintf(out, (size_t)size, "%s", word(moments[moment].titles[slot - 1]));
        return;
    }
    char number[16];
    snprintf(number, sizeof number, "%d", slot);
    word_fill(out, (size_t)size, "m.more", "m", word(moments[moment].many), "n", number, NULL);
}

const char *voices_words(enum moment moment, int slot)
{
    int count = moment_slots(moment);
    return word(moments[moment].says[slot > 0 ? (slot - 1) % count : 0]);
}

void voices_clip_title(const struct voice_clip *clip, char *out, int size)
{
    voices_title(clip->moment, clip->slot, out, size);
}

// ---- cards

static const struct voice_clip *clip_at(const struct voices *voices, enum moment moment, int slot)
{
    for (int i = 0; i < voices->clip_count; i++) {
        if (voices->clips[i].moment == moment && voices->clips[i].slot == slot) {
            return &voices->clips[i];
        }
    }
    return NULL;
}

static void add_card(struct voices *voices, enum moment moment, int slot, const struct voice_clip *clip)
{
    if (voices->card_count < CARDS_MAX) {
        voices->cards[voices->card_count++] = (struct voices_card){moment, slot, clip};
    }
}

// Its slots, its further clips, and where several take turns and all slots are taken, one more to record.
static void add_cards(struct voices *voices, enum moment moment)
{
    int slots = moment_slots(moment), last = slots;
    bool full = true;
    for (int slot = 1; slot <= slots; slot++) {
        const struct voice_clip *clip = clip_at(voices, moment, slot);
        full = full && clip;
        add_card(voices, moment, slot, clip);
    }
    for (int i = 0; i < voices->clip_count; i++) {
        const struct voice_clip *clip = &voices->clips[i];
        if (clip->moment == moment && clip->slot > slots) {
            add_card(voices, moment, clip->slot, clip);
            last = clip->slot;
        }
    }
    if (full && slots > 1) {
        add_card(voices, moment, last + 1, NULL);
    }
}

static void make_cards(struct voices *voices)
{
    free(voices->cards);
    voices->card_count = 0;
    voices->cards = calloc(CARDS_MAX, sizeof *voices->cards);
    for (int moment = 0; voices->cards && moment < MOMENTS; moment++) {
        add_cards(voices, (enum moment)moment);
    }
}

// ---- the whole

bool voices_ready(struct app *app)
{
    if (!app->voices) {
        app->voices = calloc(1, sizeof *app->voices);
        if (app->voices) {
            voices_load(app);
        }
    }
    return app->voices;
}

static void forget_clips(struct voices *voices)
{
    free(voices->clips);
    free(voices->older);
    voices->clips = voices->older = NULL;
}

void voices_free(struct app *app)
{
    if (!app->voices) {
        return;
    }
    voices_hush(app);
    chooser_close(app);
    crop_close(app);
    forget_clips(app->voices);
    free(app->voices->cards);
    free(app->voices);
    app->voices = NULL;
}

// Who plays today; else whose cards were shown; else the first.
static int64_t whose(const struct app *app)
{
    const struct people *people = &app->people;
    int64_t shown = people_find(people, people->today) >= 0 ? people->today : app->voices->person;
    if (people_find(people, shown) >= 0) {
        return shown;
    }
    return people->count > 0 ? people->list[0].id : 0;
}

void voices_load(struct app *app)
{
    struct voices *voices = app->voices;
    people_load(app);
    forget_clips(voices);
    voices->person = whose(app);
    bool somebody = voices->person != 0;
    voices->clip_count = somebody ? clips_list(app->family, voices->person, &voices->clips) : 0;
    voices->older_count = somebody ? clips_older(app->family, voices->person, &voices->older) : 0;
    voices->voice_off = family_setting(app->family, "voice_off", 0) != 0;
    make_cards(voices);
}

const struct caregiver *voices_person(const struct app *app)
{
    int index = people_find(&app->people, app->voices->person);
    return index < 0 ? NULL : &app->people.list[index];
}

// ---- saying and undoing

void voices_say_lost(struct app *app)
{
    page_toast(app->page, word(app->family ? "r.full" : "v.not.kept"), false, app->now_ms);
}

void voices_say(struct app *app, const char *key, const char *name, enum voices_undo undo, int64_t undo_id)
{
    char said[256];
    word_fill(said, sizeof said, key, "m", name, "n", name, "f", name, "why", name, NULL);
    page_toast(app->page, said, undo != UNDO_NONE, app->now_ms);
    app->voices->undo = undo;
    app->voices->undo_id = undo_id;
}

static bool undone(struct app *app)
{
    const struct voices *voices = app->voices;
    switch (voices->undo) {
    case UNDO_NONE: return true;
    case UNDO_CLIP: return clip_restore(app->family, voices->undo_id);
    case UNDO_PERSON:
        return caregiver_restore(app->family, voices->undo_id); // and plays today again, if it did
    case UNDO_REPLACED: return clip_take_back(app->family, voices->undo_id, voices->undo_other, app_utc(app));
    }
    return false;
}

void voices_undo(struct app *app)
{
    if (!undone(app)) {
        voices_say_lost(app);
    }
    app->voices->undo = UNDO_NONE;
    voices_hush(app);
    voices_load(app);
}
