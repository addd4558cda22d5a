// The window and its canvas.
#pragma once

#include <stdbool.h>

struct canvas;
struct window;

struct window_options {
    const char *title;
    int w, h;      // 0: full screen
    bool headless; // no display is needed: where the environment names no video driver and no display, SDL's
                   // dummy
};

// NULL and a sentence in reason (if not NULL) where no window can be had. Starts SDL's video.
struct window *window_open(const struct window_options *options, char *reason, int reason_size);
void window_close(struct window *window);
struct canvas *window_canvas(struct window *window);
// The mouse's pointer is hidden at first: a baby grasps at it.
void window_pointer(struct window *window, bool shown);
// Typing gives EVENT_TEXT, and a tablet shows its keyboard; off at first.
void window_text_input(struct window *window, bool on);
// Asks for another size (the replay's `resize`); the canvas then has the size that was granted. Pixels.
void window_resize(struct window *window, int w, int h);
// To be called when the system says that the window's size changed: the canvas takes the new size and
// repaints all.
void window_resized(struct window *window);
// Once a frame (now_ms: its time). While a baby plays the window is held, as far as the system lets it: it
// has the keyboard for itself, comes back where it was put away or another one took its place, and takes no
// dropped file. Not one of a given size: it is a developer's. Let go at first.
void window_lock(struct window *window, bool held, int now_ms);
// Whether the screen stays on though nobody touches it; as the system wishes at first.
void window_awake(struct window *window, bool on);
