// A sheet of the corner: the plate, its heading, the round button that closes it. What is on it is the
// caller's.
#pragma once

#include "platform/canvas.h"

struct app;

enum { SHEET_HEAD = 100, SHEET_PAD = 32 }; // above the contents; at the sides and below
enum { SHEET_TEXT_UP = 12 }; // words that begin the contents stand this much closer to the heading

// How wide the contents of a sheet of w units are on this page.
int sheet_inner_w(const struct app *app, int w);
// Lays it over all that was laid out before. Returns the box of its contents, inner_h high.
struct rect sheet_begin(struct app *app, int id, int close_id, int w, int inner_h, const char *heading);
