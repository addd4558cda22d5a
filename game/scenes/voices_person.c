// What can be done about a person: be added, chosen, renamed, get a photo, be removed.
#include <stdio.h>
#include <string.h>

#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/crop.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

void voices_open_sheet(struct app *app, enum voices_sheet sheet)
{
    struct voices *voices = app->voices;
    voices_hush(app);
    voices->sheet = sheet;
    voices->name[0] = voices->name_wrong[0] = '\0';
    if (sheet == SHEET_RENAME) {
        const struct caregiver *person = voices_person(app);
        snprintf(voices->name, sizeof voices->name, "%s", person ? person->name : "");
    }
}

static void choose(struct app *app, int index)
{
    if (index >= app->people.count) {
        return;
    }
    voices_hush(app);
    app->voices->person = app->people.list[index].id;
    if (!caregiver_choose(app->family, app->voices->person)) {
        voices_say_lost(app);
    }
    voices_load(app);
}

// ---- names

static void name_is_wrong(struct app *app, const char *why)
{
    word_fill(app->voices->name_wrong, sizeof app->voices->name_wrong, "v.name.wrong", "why", why, NULL);
}

// Whether a name can be given to a person (0: a new one); says why not.
static bool name_is_free(struct app *app, const char *name, int64_t id)
{
    struct caregiver other;
    const char *why = caregiver_name_wrong(name);
    if (why) {
        name_is_wrong(app, why);
        return false;
    }
    if (caregiver_by_name(app->family, name, &other) && other.id != id) {
        word_fill(app->voices->name_wrong, sizeof app->voices->name_wrong, "v.name.taken", "n", other.name,
                  NULL);
        return false;
    }
    return true;
}

static void add(struct app *app, const char *name)
{
    struct voices *voices = app->voices;
    if (!name_is_free(app, name, 0)) {
        if (voices->sheet != SHEET_ADD) { // "Mama" was touched on the first page and is there: never both
            voices_say_lost(app);
        }
        return;
    }
    int64_t id = caregiver_add(app->family, name);
    if (id == 0) {
        voices_say_lost(app);
        return;
    }
    caregiver_choose(app->family, id);
    voices->person = id;
    voices_load(app);
    voices_open_sheet(app, SHEET_OFFER_PHOTO);
}

static void rename_person(struct app *app)
{
    struct voices *voices = app->voices;
    if (!name_is_free(app, voices->name, voices->person)) {
        return;
    }
    if (!caregiver_rename(app->family, voices->person, voices->name)) {
        voices_say_lost(app);
        return;
    }
    voices_load(app);
    voices_say(app, "v.renamed", voices->name, UNDO_NONE, 0);
    voices_open_sheet(app, SHEET_NONE);
}

static void name_done(struct app *app)
{
    if (app->voices->sheet == SHEET_RENAME) {
        rename_person(app);
    } else {
        char name[CAREGIVER_NAME_SIZE];
        snprintf(name, sizeof name, "%s", app->voices->name);
        add(app, name);
    }
}

// ---- removing, photos

static void remove_person(struct app *app)
{
    const struct caregiver *shown = voices_person(app);
    if (!shown) {
        return;
    }
    struct caregiver person = *shown;
    if (!caregiver_remove(app->family, person.id)) {
        voices_say_lost(app);
        return;
    }
    voices_open_sheet(app, SHEET_NONE);
    voices_load(app);
    voices_say(app, "v.removed", person.name, UNDO_PERSON, person.id);
}

static void remove_photo(struct app *app)
{
    if (!face_remove(app->family, app->voices->person)) {
        voices_say_lost(app);
        return;
    }
    voices_load(app);
    voices_open_sheet(app, SHEET_NONE);
    voices_say(app, "v.photo.removed", "", UNDO_NONE, 0);
}

static void choose_photo(struct app *app)
{
    voices_open_sheet(app, SHEET_NONE);
    chooser_open(app, CHOOSER_PHOTO, 0);
    app->voices->choosing = CHOOSER_PHOTO;
}

void voices_chosen(struct app *app, const char *path)
{
    char chosen[1024];
    const char *reason = NULL;
    snprintf(chosen, sizeof chosen, "%s", path);
    chooser_close(app);
    if (app->voices->choosing == CHOOSER_PACK) {
        voices_pack_open(app, chosen);
        return;
    }
    bool opened = crop_open(app, app->voices->person, chosen, &reason);
    handover_forget();
    if (!opened) {
        voices_say(app, "v.photo.wrong", reason, UNDO_NONE, 0);
    }
}

// ---- presses

bool voices_person_pressed(struct app *app, int id)
{
    if (id >= VOICES_CALL && id < VOICES_CALL + VOICES_CALLS) {
        add(app, voices_call(id - VOICES_CALL));
        return true;
    }
    if (id >= VOICES_PERSON && id < VOICES_PLAY) {
        choose(app, id - VOICES_PERSON);
        return true;
    }
    switch (id) {
    case VOICES_ADD: voices_open_sheet(app, SHEET_ADD); return true;
    case VOICES_MORE:
    case VOICES_MORE_TOO: voices_open_sheet(app, SHEET_MORE); return true;
    case VOICES_RENAME: voices_open_sheet(app, SHEET_RENAME); return true;
    case VOICES_NAME_DONE: name_done(app); return true;
    case VOICES_REMOVE: remove_person(app); return true;
    case VOICES_PHOTO: choose_photo(app); return true;
    case VOICES_PHOTO_REMOVE: remove_photo(app); return true;
    default: return false;
    }
}
