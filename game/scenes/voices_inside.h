// Inside of the Voices screen: for scenes/voices*.c only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "platform/canvas.h"
#include "scenes/chooser.h"
#include "scenes/voices.h"
#include "store/backup.h"

struct app;

// What can be pressed. Those with a number behind them (a card, a person) end where the next begins.
enum voices_id {
    VOICES_BACK = VOICES_FIRST_ID,
    VOICES_LISTEN,
    VOICES_ADD,
    VOICES_MORE,
    VOICES_MORE_TOO, // the same, at the foot of the cards
    VOICES_OLDER,
    VOICES_OFF,
    VOICES_SHEET,
    VOICES_CLOSE,
    VOICES_CLOSE_TOO, // "Not now"
    VOICES_FIELD,
    VOICES_NAME_DONE,
    VOICES_RENAME,
    VOICES_PHOTO,
    VOICES_PHOTO_REMOVE,
    VOICES_REMOVE,
    VOICES_PACK_LOAD,
    VOICES_PACK_SAVE,
    VOICES_PACK_REPLACE,
    VOICES_PACK_BESIDE,
    VOICES_CALL = 560,
    VOICES_PERSON = 600,
    VOICES_PLAY = 1000,
    VOICES_RECORD = 2000,
    VOICES_DELETE = 3000,
    VOICES_OLDER_PLAY = 4000,
    VOICES_OLDER_USE = 5000,
    VOICES_END_ID = 6000,
};

enum voices_sheet {
    SHEET_NONE,
    SHEET_ADD,
    SHEET_OFFER_PHOTO, // somebody was added
    SHEET_MORE,
    SHEET_RENAME,
    SHEET_OLDER,
    SHEET_PACK, // a pack of somebody who is here already
};

enum { VOICES_CALLS = 4, VOICES_ROUND = 5 };

// A place in the grid: a clip, or where one may be recorded.
struct voices_card {
    enum moment moment;
    int slot;
    const struct voice_clip *clip; // NULL: empty
};

// What sounds: one clip, or the clips of a round one after the other.
struct voices_playing {
    int64_t clip; // 0: none, or a pause between two
    int began_ms, length_ms;
    struct voice_clip round[VOICES_ROUND];
    int round_count, round_next; // count 0: one clip only
};

enum voices_undo { UNDO_NONE, UNDO_CLIP, UNDO_PERSON, UNDO_REPLACED };

struct voices {
    int64_t person; // whose cards are shown; 0: there is nobody
    struct voice_clip *clips, *older;
    int clip_count, older_count;
    struct voices_card *cards;
    int card_count;
    enum voices_sheet sheet;
    char name[CAREGIVER_NAME_SIZE], name_wrong[256]; // the field, and why it can't be
    struct voices_playing playing;
    enum voices_undo undo;
    int64_t undo_id, undo_other;
    bool aside;                 // a take was put aside
    int64_t kept, kept_instead; // what the recorder has kept since
    enum chooser_kind choosing; // what the chooser's file is for
    char pack_path[1024];
    struct pack pack;
    bool voice_off;
};

// ---- what is known (voices_state.c)
// Makes app->voices where it is missing. False without memory.
bool voices_ready(struct app *app);
// Asks the family anew, after any change.
void voices_load(struct app *app);
// The person whose cards are shown; NULL: nobody.
const struct caregiver *voices_person(const struct app *app);
void voices_clip_title(const struct voice_clip *clip, char *out, int size);
// Says that a change could not be kept.
void voices_say_lost(struct app *app);
// A toast: the words of key with {m} and {n} both filled by name.
void voices_say(struct app *app, const char *key, const char *name, enum voices_undo undo, int64_t undo_id);
void voices_undo(struct app *app);

// ---- layouts
struct rect voices_header(struct app *app);                   // what is left of the page
struct rect voices_people(struct app *app, struct rect room); // what is left of it
void voices_grid(struct app *app, struct rect room);          // voices_cards.c
void voices_nobody(struct app *app, struct rect room);        // voices_nobody.c
void voices_calls(struct app *app, struct rect at);           // the chips "Mama", "Papa" ...
int voices_calls_h(struct app *app, int w);
const char *voices_call(int index);        // "Mama"
void voices_sheet_layout(struct app *app); // voices_sheets.c
void voices_older_layout(struct app *app); // voices_older.c

// ---- what presses do. True where it was theirs.
bool voices_card_pressed(struct app *app, int id);
bool voices_person_pressed(struct app *app, int id); // voices_person.c
bool voices_older_pressed(struct app *app, int id);
bool voices_pack_pressed(struct app *app, int id); // voices_pack.c
void voices_pack_open(struct app *app, const char *path);
void voices_open_sheet(struct app *app, enum voices_sheet sheet);
void voices_chosen(struct app *app, const char *path); // a file of the chooser's

// ---- sound (voices_play.c)
void voices_play(struct app *app, const struct voice_clip *clip);
void voices_play_round(struct app *app);
void voices_hush(struct app *app);
void voices_play_tick(struct app *app);
bool voices_playing_round(const struct voices *voices);
// The bar of the waveform that sounds, -1 where this clip does not.
int voices_played_bar(const struct app *app, int64_t clip);
int voices_play_still_ms(const struct app *app);
