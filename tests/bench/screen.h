// The X server's screen as somebody before it sees it: what it shows, when that changes, and a finger on it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct screen;

// A moment on the monotonic clock, ms.
double screen_now_ms(void);

// NULL where there is no display with the extensions that are needed.
struct screen *screen_open(void);
void screen_close(struct screen *screen);
void screen_size(const struct screen *screen, int *w, int *h);

// Copies a rectangle of the screen, 0x00RRGGBB, into pixels (w x h, at most 1280 x 800). Every `every`-th
// pixel of both ways.
void screen_read(struct screen *screen, int x, int y, int w, int h, int every, uint32_t *pixels);
// Sleeps until something is drawn on the screen, at most until then. False where nothing was.
bool screen_wait_drawn(struct screen *screen, double until_ms);
// Forgets what was drawn up to now.
void screen_forget_drawn(struct screen *screen);

// The one window on the screen: another size for it, or the question whether it would close.
void screen_resize_window(struct screen *screen, int w, int h);
void screen_ask_to_close(struct screen *screen);

// Moves the mouse to a place of the window, or of the screen, pressing nothing.
void screen_point(struct screen *screen, int x, int y);
void screen_point_at(struct screen *screen, int x, int y);
void screen_press(struct screen *screen, bool down);
// The wheel by a notch, away from the hand or towards it.
void screen_turn_wheel(struct screen *screen, bool up);
// While it is held no program can take the mouse for itself. False where one has done so already.
bool screen_hold_mouse(struct screen *screen, bool hold);
// Takes from the screen what a GTK program leaves for the next one, which then need not load OpenGL to ask.
void screen_forget_visuals(struct screen *screen);
