// What the look programs of the grown-ups' widgets share: one page, with the focus on its second widget, as a
// picture.
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "platform/events.h"
#include "platform/font.h"
#include "platform/window.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { LOOK_MS = 1000 };

static inline void look_tab(struct page *page)
{
    page_event(page, &(struct event){.kind = EVENT_KEY_DOWN, .text = "Tab"});
}

// Says what is wrong with the layout, and writes the picture.
static inline bool look_save(struct page *page, struct canvas *canvas, const char *path)
{
    canvas_begin(canvas);
    page_draw(page, canvas, LOOK_MS);
    canvas_end(canvas);
    const char *fault = page_fault(page);
    printf("%s\n", fault ? fault : "no fault");
    return canvas_save_png(canvas, path);
}

// NAME OUT.png [W H]. toast: what it says meanwhile; NULL: nothing.
static inline int look_main(int count, char **words, int w, int h, const char *toast,
                            void (*lay_out)(struct page *page, int w, int h))
{
    w = count > 3 ? atoi(words[2]) : w;
    h = count > 3 ? atoi(words[3]) : h;
    struct window *window =
        window_open(&(struct window_options){.title = "look", .w = w, .h = h, .headless = true}, NULL, 0);
    struct font *font = font_new();
    struct page *page = font ? page_new(font) : NULL;
    if (count < 2 || !window || !page) {
        fprintf(stderr, "%s OUT.png [W H]\n", words[0]);
        return 2;
    }
    if (toast) {
        page_toast(page, toast, true, LOOK_MS);
    }
    lay_out(page, w, h);
    look_tab(page);
    look_tab(page);
    lay_out(page, w, h);
    const bool saved = look_save(page, window_canvas(window), words[1]);
    page_free(page);
    font_free(font);
    window_close(window);
    return saved ? 0 : 1;
}
