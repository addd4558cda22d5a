// A page on a canvas that is painted as a window's is, for tests of what it draws.
#pragma once

#include "with_canvas.h"

#include "platform/events.h"
#include "platform/font.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { W = 800, H = 600 };

static struct window *window;
static struct canvas *canvas;
static struct font *font;
static struct page *page;
static int now_ms;

static inline int open_all(void **state)
{
    (void)state;
    window = open_software(W, H);
    canvas = window_canvas(window);
    font = font_new();
    page = page_new(font);
    return page ? 0 : -1;
}

static inline int close_all(void **state)
{
    (void)state;
    page_free(page);
    font_free(font);
    window_close(window);
    return 0;
}
