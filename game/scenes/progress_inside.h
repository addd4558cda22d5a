// Progress's own parts. Only for scenes/progress*.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/why.h"
#include "platform/canvas.h"
#include "store/sessions.h"
#include "ui/page.h"

struct app;

enum progress_id {
    PROGRESS_BACK = 1,
    PROGRESS_PLAY,
    PROGRESS_SAVE,   // the sheet that asks as what
    PROGRESS_DELETE, // the sheet of scenes/deletion.h
    PROGRESS_UNDO,
    PROGRESS_SHEET,
    PROGRESS_CLOSE,
    PROGRESS_AS_PICTURE,
    PROGRESS_AS_TABLE,
    PROGRESS_SPAN,        // one for each span
    PROGRESS_DOTS = 10000 // one for each game that is shown
};

enum span { SPAN_WEEKS, SPAN_MONTHS, SPAN_ALL, SPANS };

enum { PROGRESS_WORDS = 1024 };

// A level that was played, by the title it has now; by its file's name where it is gone.
struct progress_level {
    char name[LEVEL_NAME_SIZE], title[LEVEL_TITLE_SIZE];
};

// What is next and why: the ladder of today's level.
struct progress_next {
    int away_ms;  // the longest that today's plan has
    bool played;  // that level was played before
    bool hidden;  // its last game is not to be noted
    bool changed; // the level was changed since, and its step with it
    bool forced;  // the step was given on the command line
    enum why_after after;
    enum why_since since;
    int after_steps, since_steps; // how many steps each of them moved
};

struct progress {
    struct session_note *notes; // those that are not to be hidden, youngest last
    int count;
    struct progress_level *levels;
    int level_count;
    struct progress_next next;
    enum span span;
    int from;   // notes from here on are in the span
    int chosen; // the dot that was tapped, counted from `from`; -1: none
    bool saving;
};

// ---- what there is to show (scenes/progress_notes.c)
// Reads it anew. False without memory.
bool progress_load(struct app *app);
void progress_free(struct app *app);
// Takes up a span.
void progress_show(struct app *app, enum span span);
const char *progress_level_title(const struct progress *progress, const char *name);
// Whether the games in the span were played on more than one level.
bool progress_mixed(const struct progress *progress);
bool progress_fussy(const struct session_note *note);
bool progress_unclear(const struct session_note *note);

// ---- words (scenes/progress_words.c, scenes/progress_why.c)
const char *progress_span_title(enum span span);
// What the games in the span were like: whole sentences.
void progress_summary(const struct session_note *notes, int count, char *out, size_t size);
// "14 November: 2.3 s, calm"; title: the level's, NULL where it goes without saying.
void progress_day(const struct session_note *note, const char *title, char *out, size_t size);
// "Next time: 2.3 s"; title as above.
void progress_next_words(const struct progress_next *next, const char *title, char *out, size_t size);
// Why that is so; "" where nothing is known.
void progress_why_words(const struct progress_next *next, char *out, size_t size);

// ---- the chart (scenes/progress_chart.c)
// Lays the chart of these games on a page. now_utc: where its axis ends; id 0: nothing on it can be tapped.
void progress_chart(struct page *page, struct rect at, int id, const struct session_note *notes, int count,
                    int chosen, int64_t now_utc);

// What the dots of these games mean, on as many lines as it takes; with draw false it only measures.
int progress_key(struct page *page, struct rect at, const struct session_note *notes, int count, bool draw);

// ---- saving (scenes/progress_save.c)
void progress_save_picture(struct app *app);
void progress_save_table(struct app *app);
// The games as a table for a spreadsheet. malloced, the caller's; NULL only without memory.
char *progress_table(const struct progress *progress);

void progress_lay_out(struct app *app);
