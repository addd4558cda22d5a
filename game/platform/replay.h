// A replay: the same events, from and to a file of lines `MS what ...` (design.md 4). `cry` is the cry hint's
// hard level, `cry soft` its soft one.
#pragma once

#include <stdbool.h>

#include "platform/events.h"

struct replay;
struct recording;

// NULL and "FILE:LINE: what is wrong" in reason where it can't be read.
struct replay *replay_open(const char *path, char *reason, int reason_size);
void replay_free(struct replay *replay);
// The next event whose time has come; false where there is none yet.
bool replay_poll(struct replay *replay, int now_ms, struct event *event);
// When the next event is due; -1 where none is left.
int replay_next_ms(const struct replay *replay);
// When the last line is due, ms.
int replay_end_ms(const struct replay *replay);

struct recording *recording_open(const char *path);
void recording_free(struct recording *recording);
void recording_write(struct recording *recording, int now_ms, const struct event *event);
