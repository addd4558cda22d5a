// The calendar in words: local days and a clock of 24 hours, as people of the chosen language write them.
// Only for display and for "today": rules count in UTC seconds.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { DATE_SIZE = 64 }; // bytes for a day or a time in any language

// When the local day of this moment began, UTC seconds.
int64_t date_day_begins(int64_t utc);
// How many local midnights lie between: 0 the same day, 1 the day after; negative where `to` is earlier.
int date_days_between(int64_t from, int64_t to);
// "17:30".
void date_clock(char *out, size_t size, int64_t utc);
// "8 December".
void date_day(char *out, size_t size, int64_t utc);
// "2026-11-27", the local day, for files' names.
void date_file(char *out, size_t size, int64_t utc);
