// Contact sheets of the stage, to be looked at:
//   look OUTDIR matrix W H             every friend at every place: hidden, peeking, peeking wide, found
//   look OUTDIR session W H [WHO PLACE BACKDROP [PHOTO]]   a filmstrip of the acts
//   look OUTDIR backdrops W H          every backdrop with a place
//   look OUTDIR moment W H WHO PLACE BACKDROP ACT MS...    one picture for each time in an act (the number of
//   an act)
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "platform/files.h"
#include "platform/loader.h"
#include "platform/window.h"
#include "stage/stage.h"
#include "store/cast.h"

enum { FRAMES_MAX = 128, GAP_PX = 6 };

struct look {
    const char *folder;
    int w, h;
    struct window *window;
    struct canvas *canvas;
    struct loader *loader;
    struct stage *stage;
    int now_ms;
    int frame_count;
    struct sprite *frames[FRAMES_MAX];
};

static void show(struct look *look, const struct stage_set *set, int peek_permille)
{
    stage_peek(look->stage, peek_permille);
    stage_prepare(look->stage, set);
    stage_change(look->stage, look->now_ms);
    look->now_ms += 10000;
}

static void draw(struct look *look)
{
    canvas_begin(look->canvas);
    stage_draw(look->stage, look->now_ms);
    canvas_end(look->canvas);
}

static void keep(struct look *look)
{
    draw(look);
    if (look->frame_count < FRAMES_MAX) {
        look->frames[look->frame_count++] = canvas_snapshot(look->canvas);
    }
}

// Draws the frames kept so far side by side and writes them; the frames are gone.
static void write_sheet(struct look *look, const char *name, int columns, int cell_w)
{
    const float scale = (float)cell_w / (float)look->w;
    const int cell_h = (int)((float)look->h * scale), rows = (look->frame_count + columns - 1) / columns;
    window_resize(look->window, columns * (cell_w + GAP_PX) + GAP_PX, rows * (cell_h + GAP_PX) + GAP_PX);
    canvas_begin(look->canvas);
    canvas_fill(look->canvas, NULL, 0xFFFFFFFF);
    for (int i = 0; i < look->frame_count; i++) {
        const struct matrix at = {.a = scale,
                                  .d = scale,
                                  .e = (float)(GAP_PX + i % columns * (cell_w + GAP_PX)),
                                  .f = (float)(GAP_PX + i / columns * (cell_h + GAP_PX))};
        canvas_draw(look->canvas, look->frames[i], &at, 255, NULL);
    }
    canvas_end(look->canvas);
    char path[512];
    snprintf(path, sizeof path, "%s/%s.png", look->folder, name);
    printf("%s %s\n", path, canvas_save_png(look->canvas, path) ? "written" : "could not be written");
    for (int i = 0; i < look->frame_count; i++) {
        sprite_free(look->frames[i]);
    }
    look->frame_count = 0;
    window_resize(look->window, look->w, look->h);
}

static void act(struct look *look, enum act act, int length_ms, int wait_ms)
{
    stage_act(look->stage, act, length_ms, look->now_ms);
    look->now_ms += wait_ms;
    keep(look);
}

static void matrix(struct look *look)
{
    static const int PEEKS[] = {0, 50, 150, 300};
    for (int p = 0; cast_place_at(p); p++) {
        for (int k = 0; k < 5; k++) {
            for (int f = 0; cast_friend_at(f); f++) {
                struct stage_set set = {.backdrop = "room"};
                snprintf(set.who, sizeof set.who, "%s", cast_friend_at(f)->name);
                snprintf(set.place, sizeof set.place, "%s", cast_place_at(p)->name);
                show(look, &set, k < 4 ? PEEKS[k] : 0);
                act(look, k < 4 ? ACT_AWAY : ACT_REST, 0, 3000);
            }
        }
        write_sheet(look, cast_place_at(p)->name, 10, look->w > look->h ? 400 : 300);
    }
}

static void watch(struct look *look, enum act what, int length_ms, const int *at_ms, int count)
{
    const int start_ms = look->now_ms;
    stage_act(look->stage, what, length_ms, start_ms);
    for (int i = 0; i < count; i++) {
        look->now_ms = start_ms + at_ms[i];
        keep(look);
    }
    look->now_ms = start_ms + length_ms;
}

static void session(struct look *look, int argc, char **argv)
{
    struct stage_set set = {.who = "bear", .place = "theatre", .backdrop = "room"};
    if (argc > 7) {
        snprintf(set.who, sizeof set.who, "%s", argv[5]);
        snprintf(set.place, sizeof set.place, "%s", argv[6]);
        snprintf(set.backdrop, sizeof set.backdrop, "%s", argv[7]);
    }
    char *photo = argc > 8 ? files_read(argv[8], &set.photo_length) : NULL;
    set.photo = photo;
    show(look, &set, 150);
    watch(look, ACT_GREET, 2500, (int[]){0, 130, 260, 480, 1360, 2400}, 6);
    watch(look, ACT_GOODBYE, 2000, (int[]){160, 320, 620, 1900}, 4);
    watch(look, ACT_HIDE, 900, (int[]){150, 300, 450, 600, 750, 900}, 6);
    watch(look, ACT_AWAY, 2000, (int[]){100, 1200}, 2);
    watch(look, ACT_CUE, 950, (int[]){110, 220, 330, 660}, 4);
    watch(look, ACT_REVEAL, 1400, (int[]){0, 70, 140, 210, 280, 340, 400, 470, 540, 660, 900, 1300}, 12);
    watch(look, ACT_JOY, 3000, (int[]){120, 240, 480, 900, 1400, 2800}, 6);
    stage_touch(look->stage, 0.2F, 0.3F, look->now_ms);
    watch(look, ACT_REST, 2000, (int[]){0, 60, 150, 400}, 4);
    watch(look, ACT_COMFORT, 2000, (int[]){0, 100, 420, 1000}, 4);
    watch(look, ACT_RITUAL, 9000, (int[]){700, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000}, 9);
    watch(look, ACT_ASLEEP, 3000, (int[]){100, 2000}, 2);
    char name[64];
    snprintf(name, sizeof name, "session_%s_%s_%dx%d", set.photo ? "photo" : set.who, set.place, look->w,
             look->h);
    write_sheet(look, name, 8, look->w > look->h ? 480 : 300);
    free(photo);
}

static void moment(struct look *look, int argc, char **argv)
{
    struct stage_set set = {.who = "bear", .place = "theatre", .backdrop = "room"};
    snprintf(set.who, sizeof set.who, "%s", argv[5]);
    snprintf(set.place, sizeof set.place, "%s", argv[6]);
    snprintf(set.backdrop, sizeof set.backdrop, "%s", argv[7]);
    show(look, &set, 150);
    if (atoi(argv[8]) == ACT_REVEAL || atoi(argv[8]) == ACT_COMFORT) {
        act(look, ACT_AWAY, 0, 3000);
    }
    const int start_ms = look->now_ms;
    const enum act what = (enum act)atoi(argv[8]);
    stage_act(look->stage, what, what == ACT_RITUAL ? 9000 : 900, start_ms);
    stage_touch(look->stage, 0.1F, 0.2F, start_ms);
    for (int i = 9; i < argc; i++) {
        look->now_ms = start_ms + atoi(argv[i]);
        draw(look);
        char path[512];
        snprintf(path, sizeof path, "%s/%s_%s_%s_%s.png", look->folder, set.who, set.place, argv[8], argv[i]);
        printf("%s %d\n", path, canvas_save_png(look->canvas, path));
    }
}

static void backdrops(struct look *look)
{
    for (int b = 0; cast_backdrop_at(b); b++) {
        for (int p = 0; cast_place_at(p); p++) {
            struct stage_set set = {.who = "bear"};
            snprintf(set.place, sizeof set.place, "%s", cast_place_at(p)->name);
            snprintf(set.backdrop, sizeof set.backdrop, "%s", cast_backdrop_at(b)->name);
            show(look, &set, 150);
            act(look, ACT_REST, 0, 3000);
        }
    }
    char name[64];
    snprintf(name, sizeof name, "backdrops_%dx%d", look->w, look->h);
    write_sheet(look, name, 9, look->w > look->h ? 400 : 260);
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "look OUTDIR matrix|session|backdrops W H [WHO PLACE BACKDROP [PHOTO]]\n");
        return 2;
    }
    struct look look = {.folder = argv[1], .w = atoi(argv[3]), .h = atoi(argv[4])};
    const struct window_options options = {.title = "look", .w = look.w, .h = look.h, .headless = true};
    look.window = window_open(&options, NULL, 0);
    look.loader = look.window ? loader_new(true) : NULL;
    if (!look.loader) {
        fprintf(stderr, "look: no window\n");
        return 1;
    }
    look.canvas = window_canvas(look.window);
    look.stage = stage_new(look.canvas, look.loader, 1);
    if (strcmp(argv[2], "matrix") == 0) {
        matrix(&look);
    } else if (strcmp(argv[2], "session") == 0) {
        session(&look, argc, argv);
    } else if (strcmp(argv[2], "moment") == 0 && argc > 8) {
        moment(&look, argc, argv);
    } else {
        backdrops(&look);
    }
    stage_free(look.stage);
    loader_free(look.loader);
    window_close(look.window);
    return 0;
}
