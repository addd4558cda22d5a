// What the tests of the canvas share: a window without a display on either path, small pictures, comparing
// pixels.
#pragma once

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/canvas.h"
#include "platform/window.h"

static inline struct window *open_with(const char *video, const char *render, int w, int h)
{
    setenv("SDL_VIDEODRIVER", video, 1);
    setenv("SDL_RENDER_DRIVER", render, 1);
    char reason[256] = "";
    const struct window_options options = {.title = "test", .w = w, .h = h, .headless = true};
    struct window *window = window_open(&options, reason, sizeof reason);
    if (!window) {
        fail_msg("%s", reason);
    }
    return window;
}

static inline struct window *open_software(int w, int h)
{
    return open_with("offscreen", "software", w, h);
}

// NULL, and a word about it, where this machine has no OpenGL ES at all, not even a computed one.
static inline struct window *open_gpu(int w, int h)
{
    struct window *window = open_with("offscreen", "opengles2", w, h);
    if (strcmp(canvas_backend(window_canvas(window)), "gpu") == 0) {
        return window;
    }
    window_close(window);
    print_message("[  SKIPPED ] no OpenGL ES through EGL on this machine (packages libegl1 libgles2 "
                  "libgl1-mesa-dri)\n");
    return NULL;
}

static inline struct sprite *sprite_of(const char *shapes, int w, int h)
{
    char svg[2048];
    const int length =
        snprintf(svg, sizeof svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">%s</svg>",
                 w, h, shapes);
    struct sprite *sprite = sprite_from_svg(svg, (size_t)length, w, h);
    assert_non_null(sprite);
    return sprite;
}

static inline struct matrix moved_by(float x, float y)
{
    return (struct matrix){1, 0, 0, 1, x, y};
}

static inline uint32_t *pixels_now(struct canvas *canvas)
{
    int w = 0, h = 0;
    canvas_size(canvas, &w, &h);
    const uint32_t *pixels = canvas_pixels(canvas);
    assert_non_null(pixels);
    uint32_t *copy = malloc((size_t)w * (size_t)h * sizeof *copy);
    assert_non_null(copy);
    for (int i = 0; i < w * h; i++) {
        copy[i] = pixels[i] & 0xFFFFFF;
    }
    return copy;
}

static inline int channel_difference(uint32_t one, uint32_t other)
{
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        const int difference = abs((int)(one >> shift & 0xFF) - (int)(other >> shift & 0xFF));
        most = difference > most ? difference : most;
    }
    return most;
}
