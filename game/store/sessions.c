// Sessions that were played, and what a grown-up says about the last one.
#include "store/sessions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/family.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/ladders.h"

enum { AWAY_MAX_MS = 30000, AGE_MAX = 36 };

// ---- keeping one

static bool add(sqlite3 *database, const struct session_record *record, const struct ladder *next)
{
    static const char statement[] =
        "INSERT INTO session(level, began, age_months, step, own_away_ms, longest_calm_ms, calm, upsets,"
        " ended, unclear, next_step, why) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const int64_t numbers[] = {
        record->began, record->age_months, record->step, record->own_away_ms,     record->longest_calm_ms,
        record->calm,  record->upsets,     next->played, record->outcome.unclear, next->step};
    sqlite3_stmt *prepared = query(database, statement, NULL, 0);
    bool bound = sqlite3_bind_text(prepared, 1, record->level, -1, SQLITE_STATIC) == SQLITE_OK;
    for (int i = 0; bound && i < 10; i++) {
        bound = sqlite3_bind_int64(prepared, i + 2, numbers[i]) == SQLITE_OK;
    }
    bound =
        bound && sqlite3_bind_text(prepared, 12, end_why_name(record->why), -1, SQLITE_STATIC) == SQLITE_OK;
    return query_done(query_bound(prepared, bound));
}

static bool add_base(sqlite3 *database, const struct session_record *record)
{
    static const char statement[] =
        "INSERT INTO session_base(session, own_lasted, finished, upset_at_own, first_ms, step_permille,"
        " longest_ms, step, clean, fast, upset_sessions, played, shorter, stay)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const struct outcome *outcome = &record->outcome;
    const struct rungs *rungs = &record->rungs;
    const int64_t numbers[] = {sqlite3_last_insert_rowid(database),
                               outcome->own_lasted,
                               outcome->finished,
                               outcome->upset_at_own,
                               rungs->first_ms,
                               rungs->step_permille,
                               rungs->longest_ms};
    sqlite3_stmt *prepared = query(database, statement, numbers, 7);
    return query_done(query_bound(prepared, ladders_bind(prepared, 8, &record->before)));
}

bool family_keep_session(struct family *family, const struct session_record *record,
                         const struct ladder *next)
{
    sqlite3 *database = family_database(family);
    return query_begin(database) &&
           query_end(database, add(database, record, next) && add_base(database, record) &&
                                   ladders_follow(database, record->level, &record->before, next));
}

// ---- looking back

static enum end_why why_named(const char *name)
{
    enum end_why why = END_CLOSED;
    while (why > 0 && (!name || strcmp(name, end_why_name(why)) != 0)) {
        why--;
    }
    return why;
}

static const char note_columns[] = "SELECT id, level, began, ended, age_months, step, own_away_ms,"
                                   " longest_calm_ms, calm, upsets, why, unclear, mark, next_step"
                                   " FROM session";

static int count_of(sqlite3_stmt *row, int index, int highest)
{
    return (int)query_column(row, index, 0, highest, 0);
}

static void put_level(char level[LEVEL_NAME_SIZE], sqlite3_stmt *row, int index)
{
    const bool is_text = sqlite3_column_type(row, index) == SQLITE_TEXT;
    const char *text =
        is_text ? (const char *)sqlite3_column_text(row, index) : NULL; // NULL without memory, too
    snprintf(level, LEVEL_NAME_SIZE, "%s", text ? text : "");
}

static struct session_note note_of(sqlite3_stmt *row)
{
    const int64_t began = query_column(row, 2, 0, INT64_MAX, 0);
    struct session_note note = {
        .id = query_column(row, 0, 0, INT64_MAX, 0),
        .began = began,
        .ended = query_column(row, 3, began, INT64_MAX, began),
        .age_months = count_of(row, 4, AGE_MAX),
        .step = count_of(row, 5, LADDER_STEP_MAX),
        .own_away_ms = count_of(row, 6, AWAY_MAX_MS),
        .longest_calm_ms = count_of(row, 7, AWAY_MAX_MS),
        .calm = count_of(row, 8, LADDER_COUNT_MAX),
        .upsets = count_of(row, 9, LADDER_COUNT_MAX),
        .why = why_named((const char *)sqlite3_column_text(row, 10)),
        .unclear = query_column(row, 11, 0, 1, 0) == 1,
        .mark = (enum session_mark)count_of(row, 12, MARK_HIDE),
        .next_step = count_of(row, 13, LADDER_STEP_MAX),
    };
    put_level(note.level, row, 1);
    return note;
}

int sessions_since(struct family *family, int64_t since_utc)
{
    return (int)query_number(family_database(family), "SELECT count(*) FROM session WHERE began >= ?",
                             &since_utc, 1, 0);
}

int sessions_list(struct family *family, int64_t since_utc, struct session_note **notes)
{
    char statement[300];
    snprintf(statement, sizeof statement, "%s WHERE began >= ? ORDER BY id", note_columns);
    const int room = sessions_since(family, since_utc);
    *notes = room > 0 ? malloc((size_t)room * sizeof **notes) : NULL;
    sqlite3_stmt *row = *notes ? query(family_database(family), statement, &since_utc, 1) : NULL;
    int count = 0;
    while (count < room && sqlite3_step(row) == SQLITE_ROW) {
        (*notes)[count++] = note_of(row);
    }
    sqlite3_finalize(row);
    return count;
}

bool session_last(struct family *family, struct session_note *note)
{
    char statement[300];
    snprintf(statement, sizeof statement, "%s ORDER BY id DESC LIMIT 1", note_columns);
    sqlite3_stmt *row = query(family_database(family), statement, NULL, 0);
    const bool found = row && sqlite3_step(row) == SQLITE_ROW;
    if (found) {
        *note = note_of(row);
    }
    sqlite3_finalize(row);
    return found;
}

bool family_last(struct family *family, char *level, int size, int *own_away_ms, struct ladder *ladder)
{
    struct session_note last;
    if (!session_last(family, &last) || !*last.level || !family_ladder(family, last.level, ladder)) {
        return false;
    }
    snprintf(level, (size_t)size, "%s", last.level);
    *own_away_ms = last.own_away_ms;
    return true;
}

// ---- marking the last one

// What the session was worked out from. Not known where it is of an older game, that did not note it. False
// where that can't be told.
static bool ask_base(sqlite3 *database, const struct session_note *note, struct session_record *base,
                     bool *known)
{
    static const char get[] =
        "SELECT own_lasted, finished, upset_at_own, first_ms, step_permille, longest_ms,"
        " step, clean, fast, upset_sessions, played, shorter, stay"
        " FROM session_base WHERE session = ?";
    sqlite3_stmt *row = query(database, get, &note->id, 1);
    const int step = row ? sqlite3_step(row) : SQLITE_ERROR;
    *known = step == SQLITE_ROW;
    if (*known) {
        base->outcome = (struct outcome){
            .unclear = note->unclear,
            .own_lasted = query_column(row, 0, 0, 1, 0) == 1,
            .finished = query_column(row, 1, 0, 1, 0) == 1,
            .upsets = note->upsets,
            .upset_at_own = query_column(row, 2, 0, 1, 0) == 1,
        };
        base->rungs = (struct rungs){count_of(row, 3, AWAY_MAX_MS), count_of(row, 4, 10000),
                                     count_of(row, 5, AWAY_MAX_MS)};
        base->before = ladders_row(row, 6);
    }
    sqlite3_finalize(row);
    return *known || step == SQLITE_DONE;
}

static struct outcome guessed(const struct session_note *note)
{
    return (struct outcome){
        .unclear = note->unclear,
        .own_lasted = true,
        .finished = note->why == END_DONE || note->why == END_LIMIT,
        .upsets = note->upsets,
        .upset_at_own = note->upsets > 0 && note->next_step < note->step,
    };
}

struct outcome session_how(struct family *family, const struct session_note *note)
{
    sqlite3 *database = family_database(family);
    struct session_record base;
    bool noted = false;
    ask_base(database, note, &base, &noted);
    const struct outcome seen = noted ? base.outcome : guessed(note);
    return outcome_marked(&seen, note->mark);
}

// The ladder after the session, as it is now said to have been. What was wished for the next one since stays
// wished.
static struct ladder marked(sqlite3 *database, const struct session_note *note,
                            const struct session_record *base, enum session_mark mark)
{
    const struct outcome outcome = outcome_marked(&base->outcome, mark);
    struct ladder next = ladder_after(&base->before, &outcome, note->ended, &base->rungs), stored;
    if (ladders_get(database, note->level, &stored)) {
        next.shorter = stored.shorter;
        next.stay = stored.stay;
    }
    return next;
}

static bool put_mark(sqlite3 *database, const struct session_note *note, enum session_mark mark)
{
    struct session_record base;
    bool known;
    if (!ask_base(database, note, &base, &known)) {
        return false;
    }
    const struct ladder next =
        known ? marked(database, note, &base, mark) : (struct ladder){.step = note->next_step};
    const int64_t numbers[] = {mark, next.step, note->id};
    return query_run(database, "UPDATE session SET mark = ?, next_step = ? WHERE id = ?", numbers, 3) &&
           (!known || ladders_put(database, note->level, &next));
}

bool session_mark(struct family *family, int64_t id, enum session_mark mark)
{
    sqlite3 *database = family_database(family);
    struct session_note last;
    if (!query_begin(database)) {
        return false;
    }
    const bool is_last = session_last(family, &last) && last.id == id;
    return query_end(database, is_last && put_mark(database, &last, mark));
}
