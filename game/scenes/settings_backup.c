// Backups: everything in one file, in the user's documents where there are any; and back from there. Before a
// restore the reading task is asked, and what was here is kept beside (store/backup.h).
#include <stdio.h>
#include <string.h>

#include "platform/files.h"
#include "platform/handover.h"
#include "platform/keeping.h"
#include "platform/pictures.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/deletion.h"
#include "scenes/gate.h"
#include "scenes/out.h"
#include "scenes/settings_inside.h"
#include "store/backup.h"
#include "store/words.h"

enum { PATH_SIZE = 1400 };

// ---- where

static bool folder_for_backups(const struct app *app, char *out, size_t size)
{
    return (!handover_here() && documents_folder(out, size) && files_is_folder(out)) ||
           (out_folder(app, out, size) && files_make_folder(out));
}

static bool free_path(const struct app *app, char *out, size_t size)
{
    char folder[1024];
    return folder_for_backups(app, folder, sizeof folder) &&
           out_path(app, folder, "peekaboo", "pkb", out, size);
}

// ---- what went wrong

static const char *save_key(enum backup_trouble trouble)
{
    switch (trouble) {
    case BACKUP_NO_ROOM: return "b.err.space";
    case BACKUP_BUSY: return "b.err.busy";
    case BACKUP_OWN_DAMAGED: return "b.err.own";
    case BACKUP_ONCE_MORE: return "b.err.once";
    case BACKUP_NO_BACKUP:
    case BACKUP_IS_PACK:
    case BACKUP_NEWER:
    case BACKUP_UNWRITABLE: break;
    }
    return "b.err.write";
}

static const char *restore_key(enum backup_trouble trouble)
{
    switch (trouble) {
    case BACKUP_NO_BACKUP: return "b.err.file";
    case BACKUP_IS_PACK: return "b.err.pack";
    case BACKUP_NEWER: return "b.err.new";
    case BACKUP_NO_ROOM: return "b.err.space";
    case BACKUP_BUSY: return "b.err.busy";
    case BACKUP_ONCE_MORE: return "b.err.once";
    case BACKUP_OWN_DAMAGED:
    case BACKUP_UNWRITABLE: break;
    }
    return "b.err.folder";
}

// ---- saving

static void note(struct app *app, const char *path, int64_t bytes)
{
    struct last_backup last = {.utc = app_utc(app), .bytes = bytes};
    snprintf(last.path, sizeof last.path, "%s", path);
    settings_set_last_backup(app->family, &last);
}

static void say_unsaved(struct app *app, enum backup_trouble trouble, const char *path)
{
    char shown[PATH_SIZE];
    const char *key = save_key(trouble);
    bool no_folder = handover_here() && strcmp(key, "b.err.write") == 0; // that anybody could look into
    settings_say(app, no_folder ? "pr.unsaved" : key, pictures_home_short(path, shown, sizeof shown));
}

void settings_save_backup(struct app *app)
{
    char path[PATH_SIZE];
    if (!settings_delete_now(app)) { // what was deleted is not to be in it
        return;
    }
    if (!app->family || !free_path(app, path, sizeof path)) {
        settings_say(app, app->family ? "b.err.folder" : "v.not.kept", "");
        return;
    }
    const char *wrong = backup_save(app->family, path);
    if (wrong) {
        say_unsaved(app, backup_trouble(wrong), path);
    } else {
        out_saved(app, path, "b.ok", note);
    }
}

// ---- and back

void settings_choose_backup(struct app *app)
{
    settings_open_sheet(app, SETTINGS_NO_SHEET);
    chooser_open(app, CHOOSER_BACKUP, 0);
}

void settings_chooser(struct app *app, int id)
{
    const char *path = chooser_event(app, id);
    if (path) {
        snprintf(app->settings->restore, sizeof app->settings->restore, "%s", path);
        gate_ask(app, GATE_TO_AGREE);
    }
    if (!chooser_is_open(app)) {
        settings_open_sheet(app, SETTINGS_BACKUP_SHEET);
    }
}

static const char *restore_from(const char *folder, const char *path)
{
    return path ? backup_restore(folder, path) : backup_undo(folder);
}

// The file there, or (NULL) what was here before, takes the place of what is here. What waits to be deleted
// goes first: it is not to come back by going back. NULL, or the key of a sentence.
static const char *replace(struct app *app, const char *path)
{
    const char *folder = today_folder(&app->options);
    if (!folder) {
        return "v.not.kept";
    }
    deletion_carry_out(app);
    app->next_scene = NULL; // not to the first page: there will be a family again
    settings_hush(app);
    settings_listen_stop(app);
    app_close_family(app);
    const char *wrong = restore_from(folder, path);
    app_open_family(app);
    people_load(app);
    return wrong ? restore_key(backup_trouble(wrong)) : NULL;
}

void settings_restore(struct app *app)
{
    struct settings_screen *settings = app->settings;
    const char *wrong = replace(app, settings->restore);
    handover_forget();
    settings->undo = !wrong;
    if (!wrong) {
        keeping_matters();
    }
    page_toast(app->page, word(wrong ? wrong : "b.loaded"), settings->undo, app->now_ms);
}

void settings_undo_restore(struct app *app)
{
    const char *wrong = replace(app, NULL);
    app->settings->undo = false;
    page_toast(app->page, word(wrong ? wrong : "b.undone"), false, app->now_ms);
}
