// What a frame costs on this machine: the theatre and the bear in our own pictures, at three sizes of window.
// Median milliseconds a frame, by the wall clock and of this program's processor time, and how much was
// painted.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "platform/canvas.h"
#include "platform/files.h"
#include "platform/window.h"

enum { FRAMES = 60, PARTS_MAX = 48 };

struct part {
    char id[32];
    struct sprite *sprite;
};

struct sheet {
    struct part parts[PARTS_MAX];
    int count;
};

struct scene {
    struct canvas *canvas;
    float unit; // pixels per unit of the drawings
    float x, y; // the theatre's corner
    struct sprite *backdrop, *star;
    struct sheet theatre, bear;
};

static const char *group_end(const char *group)
{
    int depth = 0;
    for (const char *at = group; (at = strchr(at, '<')); at++) {
        if (strncmp(at, "<g ", 3) == 0 || strncmp(at, "<g>", 3) == 0) {
            depth++;
        } else if (strncmp(at, "</g>", 4) == 0 && --depth == 0) {
            return at + 4;
        }
    }
    return NULL;
}

static struct sprite *rasterise(const char *text, const char *from, const char *to, int w, int h)
{
    const char *head_end = strstr(text, "<g id=");
    const size_t length = (size_t)(head_end - text) + (size_t)(to - from);
    char *one = malloc(length + 8);
    snprintf(one, length + 8, "%.*s%.*s</svg>", (int)(head_end - text), text, (int)(to - from), from);
    struct sprite *sprite = sprite_from_svg(one, strlen(one), w, h);
    free(one);
    return sprite;
}

static struct sheet sheet_of(const char *name, float unit, int w, int h)
{
    struct sheet sheet = {0};
    char path[512];
    snprintf(path, sizeof path, "%sassets/%s.svg", PEEKABOO_SOURCE, name);
    size_t length = 0;
    char *text = files_read(path, &length);
    for (const char *at = text; at && (at = strstr(at, "<g id=")) && sheet.count < PARTS_MAX;) {
        const char *end = group_end(at);
        struct part *part = &sheet.parts[sheet.count++];
        sscanf(at, "<g id=\"%31[^\"]\"", part->id);
        part->sprite = rasterise(text, at, end, (int)((float)w * unit), (int)((float)h * unit));
        at = end;
    }
    free(text);
    return sheet;
}

static struct sprite *picture(const char *name, int w, int h)
{
    char path[512];
    snprintf(path, sizeof path, "%sassets/%s.svg", PEEKABOO_SOURCE, name);
    size_t length = 0;
    char *text = files_read(path, &length);
    struct sprite *sprite = text ? sprite_from_svg(text, length, w, h) : NULL;
    free(text);
    return sprite;
}

static struct scene scene_new(struct canvas *canvas)
{
    int w = 0, h = 0;
    canvas_size(canvas, &w, &h);
    struct scene scene = {.canvas = canvas, .unit = (float)h / 800 * 0.95F};
    scene.x = roundf((float)w / 2 - 360 * scene.unit);
    scene.y = roundf((float)h * 0.92F - 690 * scene.unit);
    scene.backdrop = picture("backdrops/nursery", w, h);
    scene.star = picture("icons/heart", 88, 88);
    scene.theatre = sheet_of("places/theatre", scene.unit, 720, 700);
    scene.bear = sheet_of("friends/bear", scene.unit * 0.9F, 520, 640);
    return scene;
}

static void sheet_free(struct sheet *sheet)
{
    for (int i = 0; i < sheet->count; i++) {
        sprite_free(sheet->parts[i].sprite);
    }
}

static void scene_free(struct scene *scene)
{
    sheet_free(&scene->theatre);
    sheet_free(&scene->bear);
    sprite_free(scene->backdrop);
    sprite_free(scene->star);
}

// How a frame looks.
struct look {
    float curtain; // width of the curtains, 1: shut
    float bear_y, bear_angle, bear_scale;
    int touches;
};

// Scaled about a pivot in the sheet's units.
static struct matrix scaled(const struct scene *scene, float sx, float sy, float pivot_x, float pivot_y)
{
    const float x = pivot_x * scene->unit, y = pivot_y * scene->unit;
    return (struct matrix){sx, 0, 0, sy, scene->x + x - sx * x, scene->y + y - sy * y};
}

static void draw_bear(const struct scene *scene, const struct look *look)
{
    const float s = sinf(look->bear_angle), c = cosf(look->bear_angle) * look->bear_scale;
    const float x = 260 * scene->unit * 0.9F, y = 620 * scene->unit * 0.9F;
    const float at_x = scene->x + 360 * scene->unit, at_y = scene->y + (700 + look->bear_y) * scene->unit;
    const struct matrix to = {c, s, -s, c, roundf(at_x - c * x + s * y), roundf(at_y - s * x - c * y)};
    const struct rect opening = {(int)(scene->x + 90 * scene->unit), (int)(scene->y + 120 * scene->unit),
                                 (int)(540 * scene->unit), (int)(470 * scene->unit)};
    for (int i = 0; i < scene->bear.count; i++) {
        canvas_draw(scene->canvas, scene->bear.parts[i].sprite, &to, 255, &opening);
    }
}

static void draw_part(const struct scene *scene, const char *id, const struct matrix *to)
{
    for (int i = 0; i < scene->theatre.count; i++) {
        if (strcmp(scene->theatre.parts[i].id, id) == 0) {
            canvas_draw(scene->canvas, scene->theatre.parts[i].sprite, to, 255, NULL);
        }
    }
}

static bool draw(const struct scene *scene, const struct look *look)
{
    const struct matrix still = scaled(scene, 1, 1, 0, 0), left = scaled(scene, look->curtain, 1, 96, 150),
                        right = scaled(scene, look->curtain, 1, 624, 150);
    canvas_begin(scene->canvas);
    canvas_draw(scene->canvas, scene->backdrop, &(struct matrix){1, 0, 0, 1, 0, 0}, 255, NULL);
    draw_part(scene, "back", &still);
    draw_bear(scene, look);
    draw_part(scene, "curtainL", &left);
    draw_part(scene, "curtainR", &right);
    draw_part(scene, "frame", &still);
    for (int i = 0; i < look->touches; i++) {
        const struct matrix to = {0.9F, 0, 0, 0.9F, 100.5F + 200 * (float)i, 300};
        canvas_draw(scene->canvas, scene->star, &to, 255, NULL);
    }
    return canvas_end(scene->canvas);
}

static const struct look SHUT = {.curtain = 1, .bear_scale = 1};

static struct look still(int frame)
{
    (void)frame;
    return SHUT;
}

static struct look breathing(int frame)
{
    struct look look = SHUT;
    look.curtain = 0.9925F + 0.0075F * sinf((float)frame * 0.35F + 1);
    return look;
}

static struct look touched(int frame)
{
    struct look look = SHUT;
    look.touches = frame % 2;
    return look;
}

// The bear pops up while the curtains open: everything in the opening moves, turned and squashed.
static struct look revealing(int frame)
{
    const float share = (float)(frame % 30) / 30;
    return (struct look){.curtain = 1 - 0.8F * share,
                         .bear_scale = 1 + 0.05F * sinf(share * 9),
                         .bear_angle = 0.1F * sinf(share * 7),
                         .bear_y = -30 * share};
}

static double now_ms(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int by_value(const void *one, const void *other)
{
    const double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[count / 2];
}

struct row {
    const char *name;
    struct look (*look)(int frame);
    bool everything; // the whole window anew
    int pause_ms;    // before each frame, as the game has it: then nothing of the pictures is in the cache
};

static void measure(struct window *window, const struct scene *scene, const struct row *row)
{
    double wall[FRAMES], cpu[FRAMES];
    const int64_t before = canvas_work(scene->canvas).pixels;
    for (int i = 0; i < FRAMES; i++) {
        const struct look look = row->look(i);
        if (row->everything) {
            window_resized(window);
        }
        usleep((useconds_t)row->pause_ms * 1000);
        const double wall_from = now_ms(CLOCK_MONOTONIC), cpu_from = now_ms(CLOCK_PROCESS_CPUTIME_ID);
        draw(scene, &look);
        cpu[i] = now_ms(CLOCK_PROCESS_CPUTIME_ID) - cpu_from;
        wall[i] = now_ms(CLOCK_MONOTONIC) - wall_from;
    }
    const double pixels = (double)(canvas_work(scene->canvas).pixels - before) / FRAMES;
    printf("  %-12s %8.2f %8.2f %10.0f\n", row->name, median(wall, FRAMES), median(cpu, FRAMES),
           pixels / 1000);
}

static const struct row ROWS[] = {
    {"everything", still, true, 0},       {"still", still, false, 0},
    {"breathing", breathing, false, 66},  {"a touch", touched, false, 100},
    {"the reveal", revealing, false, 16},
};

static bool bench(int w, int h)
{
    char reason[256];
    const struct window_options options = {.title = "bench", .w = w, .h = h, .headless = true};
    struct window *window = window_open(&options, reason, sizeof reason);
    if (!window) {
        fprintf(stderr, "%s\n", reason);
        return false;
    }
    struct scene scene = scene_new(window_canvas(window));
    printf("%d x %d, %s\n  %-12s %8s %8s %10s\n", w, h, canvas_backend(scene.canvas), "", "ms wall", "ms CPU",
           "kpixels");
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        measure(window, &scene, &ROWS[i]);
    }
    scene_free(&scene);
    window_close(window);
    return true;
}

int main(void)
{
    return bench(1280, 800) && bench(1920, 1200) && bench(2560, 1600) ? EXIT_SUCCESS : EXIT_FAILURE;
}
