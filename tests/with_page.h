// What the tests of pages share: a page that is laid out by a function, a clock, a finger, keys.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "platform/canvas.h"
#include "platform/events.h"
#include "platform/font.h"
#include "ui/page.h"

enum { PAGE_W = 1280, PAGE_H = 800 };

static struct font *font;
static struct page *page;
static int now_ms;
static void (*layout)(void);

static inline int open_page(void **state)
{
    (void)state;
    font = font_new();
    page = page_new(font);
    return font && page ? 0 : -1;
}

static inline int close_page(void **state)
{
    (void)state;
    page_free(page);
    font_free(font);
    return 0;
}

// The time goes on and the page is laid out for it.
static inline void pass(int ms)
{
    now_ms += ms;
    page_begin(page, PAGE_W, PAGE_H, now_ms);
    layout();
    page_end(page);
}

static inline void show(void (*what)(void))
{
    layout = what;
    now_ms += 60000;
    page_larger_text(page, false);
    page_enter(page);
    pass(0);
}

static inline int finger(enum event_kind kind, int64_t which, float x, float y)
{
    return page_event(page, &(struct event){.kind = kind, .finger = which, .x = x / PAGE_W, .y = y / PAGE_H});
}

static inline int tap(float x, float y)
{
    assert_int_equal(finger(EVENT_DOWN, 1, x, y), PAGE_NOTHING);
    return finger(EVENT_UP, 1, x, y);
}

static inline int key(enum event_kind kind, const char *name)
{
    struct event event = {.kind = kind};
    snprintf(event.text, sizeof event.text, "%s", name);
    return page_event(page, &event);
}

static inline int press_key(const char *name)
{
    const int result = key(EVENT_KEY_DOWN, name);
    pass(20);
    const int after = key(EVENT_KEY_UP, name);
    return result != PAGE_NOTHING ? result : after;
}

static inline struct rect place_of(int id)
{
    struct rect at = {0};
    assert_true(page_find(page, id, &at));
    return at;
}
