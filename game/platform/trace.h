// The trace: what happens, one JSON object a line, no spaces (design.md 4). Every function takes a NULL trace
// and does nothing.
#pragma once

#include <stdbool.h>

struct trace;

// "-" is standard output. NULL where the file can't be written.
struct trace *trace_open(const char *path);
void trace_free(struct trace *trace);
// {"t":MS,"event":"NAME" ... then members ... then trace_end.
void trace_begin(struct trace *trace, int t_ms, const char *event);
void trace_text(struct trace *trace, const char *key, const char *value);
void trace_number(struct trace *trace, const char *key, int value);
void trace_fraction(struct trace *trace, const char *key, float value); // two decimals
void trace_numbers(struct trace *trace, const char *key, const int *values, int count);
void trace_end(struct trace *trace);
