// What is brought and taken along.
#include "scenes/out.h"

#include <stdio.h>
#include <string.h>

#include "platform/files.h"
#include "platform/handover.h"
#include "platform/pictures.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "store/dates.h"
#include "store/words.h"
#include "ui/page.h"

enum { COPIES = 99 };

static bool folder_named(const struct app *app, const char *name, char *out, size_t size)
{
    const char *family = today_folder(&app->options);
    out[0] = '\0';
    if (!family || !family[0]) {
        return false;
    }
    const char *slash = family[strlen(family) - 1] == '/' ? "" : "/";
    return snprintf(out, size, "%s%s%s", family, slash, name) < (int)size;
}

bool in_folder(const struct app *app, char *out, size_t size)
{
    return folder_named(app, "in", out, size);
}

bool out_folder(const struct app *app, char *out, size_t size)
{
    if (handover_folder()) {
        return snprintf(out, size, "%s", handover_folder()) < (int)size;
    }
    return folder_named(app, "out", out, size);
}

bool out_path(const struct app *app, const char *folder, const char *name, const char *ending, char *out,
              size_t size)
{
    char day[32], number[16] = "";
    bool found = false;
    date_file(day, sizeof day, app_utc(app));
    for (int copy = 1; copy <= COPIES && !found; copy++) {
        if (copy > 1) {
            snprintf(number, sizeof number, "-%d", copy);
        }
        int length = snprintf(out, size, "%s/%s-%s%s.%s", folder, name, day, number, ending);
        found = length < (int)size && !files_exists(out);
    }
    return found;
}

// ---- where it went

static void say(struct app *app, const char *key, const char *file)
{
    char words[1600];
    word_fill(words, sizeof words, key, "f", file, NULL);
    page_toast(app->page, words, false, app->now_ms);
}

static void hand_over(struct app *app, const char *path, out_note *note)
{
    struct out_saved *saved = &app->saved;
    *saved = (struct out_saved){.bytes = files_size(path), .note = note};
    snprintf(saved->name, sizeof saved->name, "%s", chooser_file_name(path));
    handover_give(path);
    out_follow(app);
}

void out_saved(struct app *app, const char *path, const char *key, out_note *note)
{
    char shown[1400];
    if (handover_here()) {
        hand_over(app, path, note);
        return;
    }
    if (note) {
        note(app, path, files_size(path));
    }
    say(app, key, pictures_home_short(path, shown, sizeof shown));
}

static void went(struct app *app, const char *key)
{
    struct out_saved *saved = &app->saved;
    if (saved->note) {
        saved->note(app, saved->name, saved->bytes);
    }
    say(app, key, saved->name);
}

void out_follow(struct app *app)
{
    switch (handover_given()) {
    case HANDOVER_NOTHING:
    case HANDOVER_ASKING: return;
    case HANDOVER_DOWNLOADED: went(app, "out.download"); return;
    case HANDOVER_SENT: went(app, "out.sent"); return;
    case HANDOVER_NOT_TAKEN: say(app, "out.not", app->saved.name); return;
    }
}
