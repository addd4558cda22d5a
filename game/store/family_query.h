// Short ways to ask the family's database. Only for store/. Every function copes with a NULL database:
// nothing is found, nothing is done.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A statement with its first `count` parameters bound to numbers. NULL where it can't be made; SQLite's
// own functions cope with that. The caller ends it: sqlite3_finalize or query_done.
sqlite3_stmt *query(sqlite3 *database, const char *statement, const int64_t *numbers, int count);
// The same statement where a value was bound to it; else it is ended, and NULL: with a value missing it must
// not run.
sqlite3_stmt *query_bound(sqlite3_stmt *prepared, bool bound);
// Bytes as a parameter of it; they have to stay until it is ended. NULL as above.
sqlite3_stmt *query_blob(sqlite3_stmt *prepared, int at, const void *bytes, size_t length);
// A setting's number, 0 or more; `fallback` where there is none, and where it can't be told: then false.
bool query_setting(sqlite3 *database, const char *name, int64_t fallback, int64_t *value);
bool query_set(sqlite3 *database, const char *name, int64_t value);
// Runs a statement that answers nothing to its end, and frees it.
bool query_done(sqlite3_stmt *prepared);
// The same in one.
bool query_run(sqlite3 *database, const char *statement, const int64_t *numbers, int count);
// The first number of the first row; fallback where there is none.
int64_t query_number(sqlite3 *database, const char *statement, const int64_t *numbers, int count,
                     int64_t fallback);
// A text as its first parameter, then a number as its second.
sqlite3_stmt *query_text(sqlite3 *database, const char *statement, const char *text, int64_t number);

// A number of a row, brought into range; fallback where it is none.
int64_t query_column(sqlite3_stmt *row, int index, int64_t lowest, int64_t highest, int64_t fallback);

// All or nothing: begin, then end with whether all went well. True where it is on the disk.
bool query_begin(sqlite3 *database);
bool query_end(sqlite3 *database, bool well);
