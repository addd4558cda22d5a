// Inside of the Settings screen: for scenes/settings*.c only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "platform/canvas.h"
#include "store/settings.h"
#include "ui/page.h"

struct app;
struct microphone;

// What can be pressed.
enum settings_id {
    SETTINGS_BACK = 1,
    SETTINGS_TEST,
    SETTINGS_PHONES,
    SETTINGS_LENGTH,
    SETTINGS_REST,
    SETTINGS_VOICE,
    SETTINGS_CALM,
    SETTINGS_LARGE,
    SETTINGS_LANGUAGE,
    SETTINGS_LOCK,
    SETTINGS_PRIVACY,
    SETTINGS_BACKUP,
    SETTINGS_DELETE,
    SETTINGS_LISTEN,
    SETTINGS_LOUDEST = 20, // a slider's three
    SETTINGS_SHEET = 30,
    SETTINGS_CLOSE,
    SETTINGS_SAVE,
    SETTINGS_LOAD,
    SETTINGS_UNDO,
    SETTINGS_OPTION = 100, // and those behind it: what a sheet offers
};

enum settings_sheet {
    SETTINGS_NO_SHEET,
    SETTINGS_LENGTH_SHEET,
    SETTINGS_REST_SHEET,
    SETTINGS_LANGUAGE_SHEET,
    SETTINGS_PRIVACY_SHEET,
    SETTINGS_BACKUP_SHEET
};

// It outlives the reading task that is asked in between.
struct settings_screen {
    enum settings_sheet sheet;
    int heard_until_ms; // the test sounds; 0: it doesn't
    char restore[1024]; // the backup that takes the place of what is here once the task is read; "": none
    struct microphone *asked; // open for a moment, to switch listening on; NULL: not
    int asked_ms;
    int allowed_ms;       // it was heard: from then on it counts whether it is allowed; 0: it was not
    const char *deaf_key; // why it could not be switched on; NULL: it could, or nobody tried
    bool undo;            // the toast offers the way back to before the restore
};

// ---- rows (settings_rows.c): an icon, words, and at the end a switch, or a value and the way to more
struct settings_row {
    enum settings_id id;
    enum icon icon;
    const char *title, *caption, *value; // caption may be NULL; value NULL: a switch
    bool on;
};

int settings_row_h(struct app *app, const struct settings_row *row, int w);
void settings_row(struct app *app, const struct settings_row *row, struct rect at);

// ---- layouts
void settings_lay_out(struct app *app); // settings_layout.c: the whole page
void settings_sheet(struct app *app);   // settings_sheets.c: whichever is open
void settings_backup_sheet(struct app *app);
// What a setting is now, in words.
const char *settings_minutes(int seconds, char *out, size_t size); // "2½ min", or as the level says
const char *settings_hours(int minutes, char *out, size_t size);   // "3 hours"
const char *settings_language_name(struct app *app);               // "English", or as on the tablet

// ---- what presses do
void settings_open_sheet(struct app *app, enum settings_sheet sheet);
void settings_option(struct app *app, int index); // of the open sheet
// A toast; key's {f} and {d} are both filled by text.
void settings_say(struct app *app, const char *key, const char *text);
// What a setting is to be shown as: how it came, where the settings wait to be deleted.
int settings_shown(const struct app *app, enum setting setting);
// Keeps a value and lets it take effect. False, and it is said, where it could not be kept.
bool settings_put(struct app *app, enum setting setting, int value);
// What waits to be deleted is deleted now, before something is done that counts on it. False where that was
// everything, and the first page follows.
bool settings_delete_now(struct app *app);

// ---- the test (settings_test.c): a voice or a stock sound at the loudness that is set
void settings_test(struct app *app); // a second press stops it
void settings_hush(struct app *app);
int settings_test_still_ms(const struct app *app);

// ---- listen for crying (settings_listen.c)
enum { SETTINGS_LISTEN_WORDS = 1000 };
void settings_listen_flip(struct app *app); // off at once; on by way of the microphone
// Once a tick: on where it hears, off with a sentence where it can't.
void settings_listen_tick(struct app *app);
void settings_listen_stop(struct app *app); // nobody is asked any longer
int settings_listen_still_ms(const struct app *app);
// What the row says, SETTINGS_LISTEN_WORDS bytes at most.
void settings_listen_words(const struct app *app, char *out, size_t size);

// ---- backups (settings_backup.c)
void settings_save_backup(struct app *app);
void settings_choose_backup(struct app *app);
// What page_event returned while the chooser is open, or PAGE_NOTHING once a tick.
void settings_chooser(struct app *app, int id);
// The reading task was passed.
void settings_restore(struct app *app);
void settings_undo_restore(struct app *app);
