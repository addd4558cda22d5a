// The real game, frame by frame, under the flash checker.
#include "flash/watching.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flash/flash.h"
#include "platform/canvas.h"

enum {
    FRAMES_MAX = 60 * 420,
    TAIL_FRAMES = 50, // after the end: the screen goes to sleep
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

static bool shows_reveal(const struct app *app)
{
    const struct session *session = &app->play.session;
    return session->phase == PHASE_REVEAL ||
           (session->phase == PHASE_COMFORT && session->phase_ms <= REVEAL_MS);
}

// What is looked at: the frame now and the one before, as the checker gets them.
struct look {
    const struct watching *is;
    int w, h;
    int canvas_w;  // of the game's picture; another one after a turn
    int corner_ms; // when the corner was there last; -1: never
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

// Where the game's picture lies across, the tablet was turned: to the right, as seen on the glass.
static void take(struct look *look, const struct app *app, const uint32_t *pixels)
{
    int w = 0, h = 0;
    canvas_size(app->canvas, &w, &h);
    if (w == look->w && h == look->h) {
        memcpy(look->now, pixels, sizeof *pixels * (size_t)w * (size_t)h);
        return;
    }
    for (int y = 0; y < look->h; y++) {
        for (int x = 0; x < look->w; x++) {
            look->now[y * look->w + x] = pixels[(look->w - 1 - x) * w + y];
        }
    }
}

// What fades out of the corner was in it.
static bool sees_corner(struct look *look, const struct app *app)
{
    look->corner_ms = corner_is(app->scene) ? app->now_ms : look->corner_ms;
    return look->corner_ms >= 0 && app->now_ms - look->corner_ms < CORNER_PLAY_FADE_MS;
}

static bool is_turned(struct look *look, const struct app *app)
{
    int w = 0, h = 0, before = look->canvas_w;
    canvas_size(app->canvas, &w, &h);
    look->canvas_w = w;
    return before > 0 && before != w;
}

static void look_at(struct look *look, const struct app *app, const uint32_t *pixels, int frame)
{
    size_t size = sizeof *pixels * (size_t)look->w * (size_t)look->h;
    take(look, app, pixels);
    if (look->is->planted) {
        plant(look->now, look->w, look->h, frame);
    }
    bool same = frame > 0 && memcmp(look->now, look->before, size) == 0;
    flash_corner(look->flash, sees_corner(look, app));
    if (is_turned(look, app)) {
        flash_turned(look->flash);
    }
    flash_frame(look->flash, same ? NULL : look->now, shows_reveal(app));
    uint32_t *older = look->before;
    look->before = look->now;
    look->now = older;
}

static bool is_over(const struct look *look, const struct app *app)
{
    return look->is->over ? look->is->over(app) : app->scene == &scene_good_night;
}

// Every frame, and a second after the last. False where it does not end.
static bool watch(struct app *app, struct look *look)
{
    bool over = false;
    for (int frame = 0, tail = 0; frame < FRAMES_MAX && tail < TAIL_FRAMES; frame++) {
        if (look->is->live) {
            look->is->live(app, frame);
        }
        if (!app_frame(app)) {
            return false;
        }
        const uint32_t *pixels = canvas_pixels(app->canvas);
        if (!pixels) {
            return false;
        }
        look_at(look, app, pixels, frame);
        over = over || is_over(look, app);
        tail += over;
    }
    return over;
}

struct options watch_options(const struct watching *watching, const char *folder, const char *level,
                             const char *replay)
{
    return (struct options){.w = watching->w,
                            .h = watching->h,
                            .data = folder,
                            .level = level,
                            .age_months = 36,
                            .step = 2,
                            .screen = "play",
                            .seed = 1,
                            .seeded = true,
                            .virtual_time = true,
                            .stop_after_ms = -1,
                            .replay = replay,
                            .draw_all = true};
}

bool watch_play(const struct watching *watching, const struct options *options)
{
    static struct app app;
    struct look look = {.is = watching, .w = watching->w, .h = watching->h, .corner_ms = -1};
    bool good = look_start(&look) && app_open(&app, options);
    if (good) {
        good = watch(&app, &look) || (printf("it did not end\n"), false);
        app_end(&app);
        app_close(&app);
        good = flash_print(look.flash, stdout) && good;
    }
    look_end(&look);
    return good;
}
