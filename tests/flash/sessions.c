// Whole sessions of the real game under the flash checker: every frame of 60 a second, from greeting to good
// night, under hands that never rest. Usage: flash_sessions LEVEL WxH HANDS; HANDS: still, friend, around,
// everywhere, two. Prints the worst of each measure; fails where a limit is passed.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/random.h"
#include "flash/flash.h"
#include "platform/canvas.h"
#include "platform/files.h"
#include "scenes/app.h"

enum {
    TOUCH_EVERY_MS = 100,
    HELD_MS = 60,
    TOUCHED_MS = 240000, // longer than any session of a level's
    FRAMES_MAX = 60 * 300,
    TAIL_FRAMES = 50, // after the end: the screen goes to sleep
};

struct point {
    float x, y;
};

// Where the friend and the cover are: the middle, a little above.
static const struct point FRIEND = {0.5f, 0.45f};

static struct point on_the_friend(int touch, struct random *random)
{
    (void)touch;
    (void)random;
    return FRIEND;
}

// Within a place of ten degrees: what a touch draws is never twice at the same spot, but always near.
static struct point around_the_friend(int touch, struct random *random)
{
    (void)random;
    float angle = (float)touch * 2.4f;
    return (struct point){FRIEND.x + 0.10f * cosf(angle), FRIEND.y + 0.10f * sinf(angle)};
}

static struct point everywhere(int touch, struct random *random)
{
    (void)touch;
    // The corners are the gate's.
    return (struct point){0.15f + 0.7f * (float)random_between(random, 0, 1000) / 1000,
                          0.15f + 0.7f * (float)random_between(random, 0, 1000) / 1000};
}

// Left and right by turns: the friend looks to and fro.
static struct point two_hands(int touch, struct random *random)
{
    (void)random;
    return (struct point){touch % 2 ? 0.8f : 0.2f, 0.6f};
}

static const struct hands_of {
    const char *name;
    struct point (*at)(int touch, struct random *random); // NULL: nobody touches
} hands_of[] = {
    {"still", NULL},    {"friend", on_the_friend}, {"around", around_the_friend}, {"everywhere", everywhere},
    {"two", two_hands}, {"planted", NULL},
};

// A lamp of 5 % of the screen, black and white four times a second.
static void plant(uint32_t *pixels, int w, int h, int frame)
{
    uint32_t colour = frame / 8 % 2 ? 0xffffff : 0;
    for (int y = h / 8; y < h * 3 / 8; y++) {
        for (int x = w / 8; x < w * 3 / 8; x++) {
            pixels[y * w + x] = colour;
        }
    }
}

static bool write_replay(const char *path, const struct hands_of *hands)
{
    FILE *file = fopen(path, "w");
    struct random random;
    random_seed(&random, 1);
    for (int touch = 0; file && hands->at && touch * TOUCH_EVERY_MS < TOUCHED_MS; touch++) {
        struct point point = hands->at(touch, &random);
        int ms = touch * TOUCH_EVERY_MS;
        fprintf(file, "%d down %.3f %.3f %d\n%d up %d\n", ms, (double)point.x, (double)point.y, touch % 2,
                ms + HELD_MS, touch % 2);
    }
    return file && fclose(file) == 0;
}

static bool shows_reveal(const struct app *app)
{
    const struct session *session = &app->play.session;
    return session->phase == PHASE_REVEAL ||
           (session->phase == PHASE_COMFORT && session->phase_ms <= REVEAL_MS);
}

// What is looked at: the frame now and the one before, as the checker gets them.
struct look {
    int w, h;
    bool planted;
    uint32_t *now, *before;
    struct flash *flash;
};

static bool look_start(struct look *look)
{
    size_t pixels = (size_t)look->w * (size_t)look->h;
    look->now = calloc(pixels, sizeof *look->now);
    look->before = calloc(pixels, sizeof *look->before);
    look->flash = flash_new(look->w, look->h);
    return look->now && look->before && look->flash;
}

static void look_end(struct look *look)
{
    free(look->now);
    free(look->before);
    flash_free(look->flash);
}

static void look_at(struct look *look, const uint32_t *pixels, int frame, bool reveal)
{
    size_t size = sizeof *pixels * (size_t)look->w * (size_t)look->h;
    memcpy(look->now, pixels, size);
    if (look->planted) {
        plant(look->now, look->w, look->h, frame);
    }
    bool same = frame > 0 && memcmp(look->now, look->before, size) == 0;
    flash_frame(look->flash, same ? NULL : look->now, reveal);
    uint32_t *older = look->before;
    look->before = look->now;
    look->now = older;
}

// Every frame of the session, and a second of the sleep after it. False where it does not end.
static bool watch(struct app *app, struct look *look)
{
    for (int frame = 0, tail = 0; frame < FRAMES_MAX && tail < TAIL_FRAMES; frame++) {
        if (!app_frame(app)) {
            return false;
        }
        const uint32_t *pixels = canvas_pixels(app->canvas);
        if (!pixels) {
            return false;
        }
        look_at(look, pixels, frame, shows_reveal(app));
        tail += app->scene == &scene_good_night;
    }
    return app->scene == &scene_good_night;
}

static bool play(const struct options *options, struct look *look)
{
    static struct app app;
    bool good = look_start(look) && app_open(&app, options);
    if (good) {
        good = watch(&app, look) || (printf("the session did not end\n"), false);
        app_end(&app);
        app_close(&app);
        good = flash_print(look->flash, stdout) && good;
    }
    look_end(look);
    return good;
}

static const struct hands_of *find_hands(const char *name)
{
    for (size_t i = 0; i < sizeof hands_of / sizeof *hands_of; i++) {
        if (strcmp(hands_of[i].name, name) == 0) {
            return &hands_of[i];
        }
    }
    return NULL;
}

int main(int count, char **words)
{
    struct look look = {0};
    const struct hands_of *hands = count == 4 ? find_hands(words[3]) : NULL;
    char folder[] = "/tmp/peekaboo_flash_XXXXXX", replay[64], command[80];
    if (!hands || sscanf(words[2], "%dx%d", &look.w, &look.h) != 2 || !mkdtemp(folder)) {
        fprintf(stderr, "usage: flash_sessions LEVEL WxH still|friend|around|everywhere|two|planted\n");
        return 2;
    }
    snprintf(replay, sizeof replay, "%s/hands", folder);
    look.planted = strcmp(hands->name, "planted") == 0;
    struct options options = {.w = look.w,
                              .h = look.h,
                              .data = folder,
                              .level = words[1],
                              .age_months = 36,
                              .step = 2,
                              .screen = "play",
                              .seed = 1,
                              .seeded = true,
                              .virtual_time = true,
                              .stop_after_ms = -1,
                              .replay = hands->at ? replay : NULL,
                              .draw_all = true};
    bool good = write_replay(replay, hands) && play(&options, &look);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) == 0 && good ? 0 : 1;
}
