// Inside of the level editor: for scenes/editor*.c only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "core/level_change.h"
#include "core/timeline.h"
#include "platform/canvas.h"
#include "scenes/today.h"

struct app;

enum editor_id {
    EDITOR_BACK = 1,
    EDITOR_RESET,
    EDITOR_SAVE,
    EDITOR_REPAIR, // and the second way below it
    EDITOR_REPAIR_TOO,
    EDITOR_NAME,
    EDITOR_SHEET,
    EDITOR_CLOSE,
    EDITOR_MEND, // the same, by a button
    EDITOR_FIELD,
    EDITOR_NAME_DONE,
    EDITOR_DISCARD,
    EDITOR_FIRST = 20, // sliders: each with the two after it
    EDITOR_LONGEST = 30,
    EDITOR_ROUNDS = 40,
    EDITOR_LIMIT = 50,
    EDITOR_PEEK = 60,
    EDITOR_TOUCH = 70, // segments: one after the other
    EDITOR_STEP = 80,
    EDITOR_SOUND = 90,
    EDITOR_WHO = 100, // chips: family, then the friends in their order
    EDITOR_PLACE = 200,
    EDITOR_BACKDROP = 300,
    EDITOR_CHIPS_END = 400,
};

enum { EDITOR_WHO_MAX = 12, EDITOR_PLACES_MAX = 12, EDITOR_BACKDROPS_MAX = 12 };
enum editor_sheet { EDITOR_NO_SHEET, EDITOR_SHEET_LEAVE, EDITOR_SHEET_NAME };

struct editor {
    struct level before, level;      // as it was opened, and as it would be kept
    bool own;                        // the family's: it is kept in its place
    char came_as[LEVEL_TITLE_SIZE];  // its title, before it became the family's
    struct ladder stored;            // before's
    int run_step;                    // --step, where it is the level that is played; else -1
    int most_ms;                     // the longest own time of the next game: one step up
    int game_s;                      // the settings' longest session; 0: none
    int at_least_ms[PHASE_OVER + 1]; // room for the voices of who plays
    bool who[EDITOR_WHO_MAX], places[EDITOR_PLACES_MAX];
    char backdrop[LEVEL_ID_SIZE]; // of all scenes; "": as they have it

    // What follows from it.
    struct ladder next; // what would be kept
    struct today today;
    struct timeline timeline;
    enum level_fault fault;

    enum editor_sheet sheet;
    char name[LEVEL_TITLE_SIZE]; // the field's
};

// ---- what is known (editor_state.c)
bool editor_open(struct app *app);
// After any change: what would be played, and what is wrong with it.
void editor_work_out(struct app *app);
bool editor_changed(const struct editor *editor);
void editor_as_it_was(struct app *app);
// The field's text becomes the title.
void editor_rename(struct app *app);
// Keeps it and goes back to the levels; says why where it can't.
void editor_save(struct app *app);

// ---- changes (editor_change.c): what a slider's or a chip's number means
// The seconds sliders are fine where a baby is young: tenths up to 5 s, halves up to 10, then whole ones.
int editor_seconds_at(int index); // ms
int editor_seconds_index(int ms); // the last that is not above it
int editor_cap_ms(const struct editor *editor);
// As the slider shows it: never above the cap, but where it is to be repaired.
int editor_longest_ms(const struct editor *editor);
void editor_slid(struct app *app, int id, int value);
// True where it was a chip, a segment or a switch.
bool editor_pressed(struct app *app, int id);
const char *editor_who_id(int index); // "family", "bear", ...; NULL behind the last
// The steps that can be chosen: small, usual, and another one where the level came with it.
int editor_steps(const struct editor *editor, int permille[3]);
bool editor_has_backdrop(const struct editor *editor, const char *backdrop);

// ---- faults (editor_fault.c)
struct editor_repair {
    char words[120];
    int value; // rounds, or ms
};
void editor_fault_words(const struct editor *editor, char *out, size_t size);
// At most two; those that there are have words.
int editor_repairs(const struct editor *editor, struct editor_repair repairs[2]);
void editor_repair(struct app *app, int which);

// ---- layouts
// The whole session above, with what is wrong. Returns its height; draw false: only that.
int editor_preview(struct app *app, struct rect at, bool draw);
int editor_numbers(struct app *app, struct rect at, bool draw); // what is measured, seen and heard
int editor_choices(struct app *app, struct rect at, bool draw); // who, where, what a touch does, its name
void editor_sheet_layout(struct app *app);
