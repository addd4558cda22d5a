// The sheet in which a photo's square is chosen: the picture lies under a ring, is dragged with one finger
// and pinched with two (or made larger and smaller by buttons).
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct app;
struct crop_square;
struct event;

enum { CROP_FIRST_ID = 12000, CROP_END_ID = 12100 }; // its widgets' ids

// Opens it for a person's photo. False, and one sentence in *reason, where the file is no picture we can use.
bool crop_open(struct app *app, int64_t caregiver, const char *path, const char **reason);
bool crop_is_open(const struct app *app);
// The square of the picture that is under the ring now. NULL where it is closed.
const struct crop_square *crop_chosen(const struct app *app);
void crop_close(struct app *app);
// Its sheet, after the page's own widgets and before page_end. Nothing where it is closed.
void crop_layout(struct app *app);
// All events go here too: two fingers pinch.
void crop_touch(struct app *app, const struct event *event);

enum crop_said { CROP_NOTHING, CROP_KEPT, CROP_CLOSED, CROP_LOST /* it could not be kept */ };
// What page_event returned while it is open. After all but CROP_NOTHING and CROP_LOST it is closed.
enum crop_said crop_event(struct app *app, int id);
