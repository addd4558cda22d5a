// A desktop as a family has one: an X screen with a window manager (openbox), seen by a second program. It
// presses keys, puts windows away and lays others over them, and measures what the game then holds.
#pragma once

#include <stdbool.h>

struct desktop;

// Starts the window manager on the display of the environment. NULL where there is none.
struct desktop *desktop_open(void);
void desktop_close(struct desktop *desktop);

// Whether the window manager has the game's window by now.
bool desktop_has_game(struct desktop *desktop);
// Another program could not have the keyboard.
bool desktop_keyboard_is_held(struct desktop *desktop);
// The game's window is on the screen and what is typed is typed into it.
bool desktop_game_is_in_front(struct desktop *desktop);
bool desktop_game_is_put_away(struct desktop *desktop);
// The game's window says that files may be dropped on it.
bool desktop_game_takes_drops(struct desktop *desktop);

// Presses a key (X's name of it) with Alt held, or alone.
void desktop_key(struct desktop *desktop, const char *name, bool with_alt);
void desktop_hold_key(struct desktop *desktop, const char *name, bool down);
// What a window's button or a menu does.
void desktop_put_game_away(struct desktop *desktop);
// It was put away, be it for a moment, since then.
bool desktop_game_was_put_away(struct desktop *desktop);
void desktop_ask_game_to_close(struct desktop *desktop);
// Another program's window comes up in front, and goes if it is there.
void desktop_show_other(struct desktop *desktop);
// It was in front, be it for a moment, since it was shown or this was asked last.
bool desktop_other_was_in_front(struct desktop *desktop);
void desktop_hide_other(struct desktop *desktop);

// The screen goes dark when nobody does anything for so long; 0: never.
void desktop_sleeps_after(struct desktop *desktop, int seconds);
bool desktop_is_dark(struct desktop *desktop);
