// What the tests of the grown-ups' corner share: a family of any size, the program on one of its screens, a
// finger that presses what it sees.
#pragma once

#include "family_people.h"
#include "platform/canvas.h"
#include "platform/clock.h"
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/commands.h"
#include "store/words.h"
#include "store/words_table.h"
#include "ui/page.h"

static struct app app;

static const char *const who[] = {"Mama", "Papa", "Oma", "Opa", "Tante Ayşe", "Nana “Joy” O’Neill"};

// People, the first with clips (moments in turn, so that they fill the cards and go beyond), one older take.
static inline void make_family(int people, int clips)
{
    struct family *family = opened();
    for (int i = 0; i < people; i++) {
        assert_true(caregiver_add(family, who[i]));
    }
    static const enum moment order[] = {MOMENT_HELLO, MOMENT_GOODBYE, MOMENT_AWAY,      MOMENT_AWAY,
                                        MOMENT_AWAY,  MOMENT_RETURN,  MOMENT_RETURN,    MOMENT_RETURN,
                                        MOMENT_JOY,   MOMENT_COMFORT, MOMENT_GOOD_NIGHT};
    struct caregiver first;
    if (people > 0) {
        assert_true(caregiver_by_name(family, who[0], &first));
        assert_true(caregiver_choose(family, first.id));
        for (int i = 0; i < clips; i++) {
            assert_true(kept(family, first.id, order[i % 11], i));
        }
        assert_true(clips == 0 || clip_retire(family, kept(family, first.id, MOMENT_JOY, 99), NOW));
    }
    family_close(family);
}

static inline void frames(int count)
{
    for (int i = 0; i < count; i++) {
        assert_true(app_frame(&app));
    }
}

static inline void start(const char *screen, int w, int h)
{
    static struct options options;
    options = (struct options){.w = w,
                               .h = h,
                               .data = folder,
                               .screen = screen,
                               .step = -1,
                               .virtual_time = true,
                               .seeded = true,
                               .seed = 1,
                               .stop_after_ms = 3600000};
    assert_true(app_open(&app, &options));
    app.calendar_seconds = NOW - clock_utc(); // what was kept is of today
    frames(2);
}

static inline void end(void)
{
    app_close(&app);
}

static inline void send(enum event_kind kind, int64_t finger, float x, float y)
{
    struct event event = {
        .kind = kind, .finger = finger, .x = x / (float)page_w(app.page), .y = y / (float)page_h(app.page)};
    app.scene->event(&app, &event);
}

static inline void key(const char *name)
{
    struct event event = {.kind = EVENT_KEY_DOWN};
    snprintf(event.text, sizeof event.text, "%s", name);
    app.scene->event(&app, &event);
    frames(1);
    event.kind = EVENT_KEY_UP;
    app.scene->event(&app, &event);
    frames(2);
}

static inline void type(const char *text)
{
    struct event event = {.kind = EVENT_TEXT};
    snprintf(event.text, sizeof event.text, "%s", text);
    app.scene->event(&app, &event);
    frames(2);
}

static inline struct rect seen(int id)
{
    struct rect at = {0};
    if (!page_find(app.page, id, &at)) {
        fail_msg("%d is not on the page", id);
    }
    return at;
}

static inline bool is_seen(int id)
{
    struct rect at;
    return page_find(app.page, id, &at);
}

// A finger comes down on it and goes up. What stands out of sight is brought into it first.
static inline void tap(int id)
{
    page_reveal(app.page, id);
    frames(30);
    struct rect at = seen(id);
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    send(EVENT_DOWN, 1, x, y);
    frames(1);
    send(EVENT_UP, 1, x, y);
    frames(20); // the next press of it is no double press
}

static inline void drop(const char *path)
{
    struct event event = {.kind = EVENT_FILE};
    assert_in_range(snprintf(event.text, sizeof event.text, "%s", path), 1, sizeof event.text - 1);
    assert_in_range(snprintf(app.chosen_file, sizeof app.chosen_file, "%s", path), 1,
                    sizeof app.chosen_file - 1);
    app.scene->event(&app, &event);
    frames(2);
}

static inline void assert_well_laid(const char *what)
{
    const char *fault = page_fault(app.page);
    if (fault) {
        fail_msg("%s: %s", what, fault);
    }
}

// ---- layouts: in every shape, in every language there is, and in larger type

static const struct {
    int w, h;
} shapes[] = {{1280, 800}, {800, 1280}, {720, 1600}, {1024, 768}, {600, 960}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

// Runs a look over all of them. begin opens the screen (NULL: start is enough).
static inline void in_one_way(const char *screen, int shape, const char *language, bool larger,
                              void (*begin)(void), void (*look)(void))
{
    start(screen, shapes[shape].w, shapes[shape].h);
    words_choose(language); // the start may choose the system's
    corner_page(&app);      // a screen of babies has none yet
    page_larger_text(app.page, larger);
    if (begin) {
        begin();
    }
    frames(2);
    look();
    end();
}

static inline void everywhere_from(const char *screen, void (*begin)(void), void (*look)(void))
{
    for (int i = 0; i < SHAPES; i++) {
        for (const struct words_language *language = words_languages; language->code; language++) {
            in_one_way(screen, i, language->code, false, begin, look);
            if (strcmp(language->code, "qps") != 0) { // longer and larger at once is nobody's
                in_one_way(screen, i, language->code, true, begin, look);
            }
        }
    }
    app = (struct app){0};
    words_choose("en");
}

static inline void everywhere(const char *screen, void (*look)(void))
{
    everywhere_from(screen, NULL, look);
}

static inline void look_at(const char *what)
{
    char said[200];
    frames(20); // a sheet has come in
    snprintf(said, sizeof said, "%s in %d x %d, %s", what, page_w(app.page), page_h(app.page),
             words_language());
    assert_well_laid(said);
}
