// What a trace tells (design.md 4): its lines, what must hold of every session (design.md 2), and sentences
// about one.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { REASON_SIZE = 300 };

struct fact {
    int t_ms;
    char event[16];
    const char *line; // the whole line in the trace's text, ended by a NUL
};

struct facts {
    struct fact *items;
    int count;
    char *text;
};

// Takes a copy of text apart. False and a reason where a line is not what a trace may hold; facts_free in any
// case.
bool facts_read(struct facts *facts, const char *text, char *reason);
void facts_free(struct facts *facts);

// The value of a key as it is written, strings without quotes. False where the line has no such key.
bool fact_value(const struct fact *fact, const char *key, char *out, int size);
// A number; missing where there is none.
int fact_number(const struct fact *fact, const char *key, int missing);
// The first from index on with this event; -1 where none is left.
int facts_find(const struct facts *facts, int from, const char *event);

// The promise, and the form: whoever goes comes back in time, the same at the same place; one answer for each
// touch; one end; order. False and the reason.
bool facts_promise(const struct facts *facts, char *reason);

// One sentence, true or false of this trace:
//   COUNT EVENT [KEY=VALUE]... [between A and B]        COUNT: a number, `no` or `some`; times in ms
//   after EVENT [KEY=VALUE]... within N ms EVENT [KEY=VALUE]...         after each one of the first
// A sentence that can't be understood is false.
bool facts_say(const struct facts *facts, const char *sentence, char *reason);
