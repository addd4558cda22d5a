// Voice packs: one person's clips and face in one file, to send, and to open where it was sent.
#include <stdio.h>
#include <string.h>

#include "platform/files.h"
#include "scenes/app.h"
#include "scenes/out.h"
#include "scenes/chooser.h"
#include "scenes/voices_inside.h"
#include "ui/page.h"

// A letter that other file systems have no place for.
static bool awkward(char letter)
{
    return (unsigned char)letter < 0x20 || strchr("/\\:*?\"<>|", letter);
}

// "voices-of-Mama.peekaboo" in the folder "out" of the family's folder, which is made.
static bool pack_path(const struct app *app, const char *name, char *out, size_t size)
{
    if (!out_folder(app, out, size) || !files_make_folder(out)) {
        return false;
    }
    int length = (int)strlen(out);
    size_t from = (size_t)length + 1;
    length += snprintf(out + length, size - (size_t)length, "/voices-of-%s.peekaboo", name);
    for (char *letter = out + from; length < (int)size && *letter; letter++) {
        *letter = awkward(*letter) ? '_' : *letter;
    }
    return length < (int)size;
}

static void save(struct app *app)
{
    const struct caregiver *person = voices_person(app);
    char path[1400];
    if (!person || !pack_path(app, person->name, path, sizeof path)) {
        voices_say_lost(app);
        return;
    }
    const char *wrong = pack_save(app->family, person->id, path);
    voices_open_sheet(app, SHEET_NONE);
    if (wrong) {
        voices_say(app, "v.pack.unsaved", wrong, UNDO_NONE, 0);
    } else {
        app->voices->undo = UNDO_NONE;
        out_saved(app, path, "v.pack.done", NULL);
    }
}

static void merge(struct app *app, bool replace)
{
    struct voices *voices = app->voices;
    const char *wrong = pack_merge(app->family, voices->pack_path, replace, app_utc(app));
    handover_forget();
    struct caregiver person;
    voices_open_sheet(app, SHEET_NONE);
    if (wrong) {
        voices_say(app, "v.pack.failed", wrong, UNDO_NONE, 0);
        return;
    }
    if (caregiver_by_name(app->family, voices->pack.name, &person) && !voices->pack.here) {
        caregiver_choose(app->family, person.id); // who is new is shown at once
    }
    voices_load(app);
    voices_say(app, "v.pack.merged", voices->pack.name, UNDO_NONE, 0);
}

void voices_pack_open(struct app *app, const char *path)
{
    struct voices *voices = app->voices;
    snprintf(voices->pack_path, sizeof voices->pack_path, "%s", path);
    const char *wrong = app->family ? pack_look(app->family, path, &voices->pack) : NULL;
    if (!app->family) {
        voices_say_lost(app);
    } else if (wrong) {
        voices_say(app, "v.pack.failed", wrong, UNDO_NONE, 0);
    } else if (voices->pack.here && voices->pack.clips > 0) {
        voices_open_sheet(app, SHEET_PACK);
    } else {
        merge(app, false);
    }
}

bool voices_pack_pressed(struct app *app, int id)
{
    switch (id) {
    case VOICES_PACK_LOAD:
        voices_open_sheet(app, SHEET_NONE);
        chooser_open(app, CHOOSER_PACK, 0);
        app->voices->choosing = CHOOSER_PACK;
        return true;
    case VOICES_PACK_SAVE: save(app); return true;
    case VOICES_PACK_BESIDE: merge(app, false); return true;
    case VOICES_PACK_REPLACE: merge(app, true); return true;
    default: return false;
    }
}
