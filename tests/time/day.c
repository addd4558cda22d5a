// Games one after another for hours of the game's own time, with a family's voices and face and with both
// hands all over the screen; between them the grown-up comes home, looks round, and plays once more. What a
// game leaves behind would add up: memory, open files, the family's file. Prints them hour by hour.
//   day HOURS [leak | open | write]    the words behind plant a fault in each game; ends with 1 where
//   anything grows
#include <dirent.h>
#include <limits.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/events.h"
#include "platform/files.h"
#include "replays/outside.h"
#include "scenes/app.h"
#include "store/family.h"
#include "voice/invented_family.h"

enum {
    AN_HOUR_MS = 3600000,
    HALF_A_DAY_S = 43200, // so that there is no rest
    DRAWN_EVERY = 20,     // frames; each is played
    LOOKS_MS = 2000,
    FIRST_GAMES = 6, // what is kept ready has been made by then
    // What may grow from then on, whatever the hours: the words that the corner's pages keep as they were
    // drawn (ui/page_cache.c: 48 MB at the most, on a large screen), and what the C library keeps in its
    // pools. The family's file grows by a line for each game.
    HEAP_MAX = 1024 * 1024,
    RESIDENT_MAX = 4 * 1024 * 1024,
    BYTES_A_GAME = 400
};

static struct app app;

struct held {
    long heap, resident, files, family, games;
};

// ---- what is held

static long resident(void)
{
    long pages = 0, all = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    const bool read = file && fscanf(file, "%ld %ld", &all, &pages) == 2;
    if (file) {
        fclose(file);
    }
    return read ? pages * sysconf(_SC_PAGESIZE) : 0;
}

static long open_files(void)
{
    long count = -3; // ".", "..", and the folder itself
    DIR *folder = opendir("/proc/self/fd");
    if (!folder) {
        return LONG_MAX; // so many that not one more can be opened
    }
    while (readdir(folder)) {
        count++;
    }
    closedir(folder);
    return count;
}

// Without SQLite's cache of pages, which grows up to a size of its own.
static long heap(void)
{
    return (long)mallinfo2().uordblks - (long)sqlite3_memory_used();
}

static struct held held_now(const char *family, int games)
{
    struct stat of_family = {0};
    char path[1024];
    snprintf(path, sizeof path, "%s/family.db", family);
    stat(path, &of_family);
    return (struct held){heap(), resident(), open_files(), of_family.st_size, games};
}

static void tell(const char *when, const struct held *held)
{
    printf("%-14s %5ld games  %7.1f MB resident  %8.1f kB on the heap  %3ld files open  family.db %7.1f kB\n",
           when, held->games, (double)held->resident / 1e6, (double)held->heap / 1e3, held->files,
           (double)held->family / 1e3);
    fflush(stdout);
}

static bool within(const char *what, long grown, long most)
{
    if (grown > most) {
        printf("%s grew by %ld, where %ld is the most\n", what, grown, most);
    }
    return grown <= most;
}

static bool all_within(const struct held *from, const struct held *to)
{
    const bool heap = within("the heap", to->heap - from->heap, HEAP_MAX),
               pages = within("resident memory", to->resident - from->resident, RESIDENT_MAX),
               files = within("the number of open files", to->files - from->files, 0),
               family = within("the family's file", to->family - from->family,
                               (to->games - from->games) * BYTES_A_GAME + 8192);
    return heap && pages && files && family;
}

// ---- playing

static void frame(void)
{
    app.options.draw_all = app.frames % DRAWN_EVERY == 0;
    app_frame(&app);
}

static void touch(enum event_kind kind, int number)
{
    const struct event event = {.kind = kind,
                                .finger = number,
                                .x = (float)(20 + number * 37 % 60) / 100,
                                .y = (float)(20 + number * 53 % 60) / 100};
    app.scene->event(&app, &event);
}

// To its end, a touch every now and then. False where it never ends.
static bool play_a_game(int number)
{
    app_go(&app, &scene_play);
    for (int frames = 0; frames < 60 * 600; frames++) {
        frame();
        if (app.scene == &scene_good_night) {
            return true;
        }
        if (app.scene == &scene_play && frames % (90 + number % 7 * 30) == 60) {
            touch(EVENT_DOWN, frames / 60);
            frame();
            touch(EVENT_UP, frames / 60);
        }
    }
    return false;
}

static void look_at(const struct scene *screen)
{
    app_go(&app, screen);
    for (int i = 0; i < LOOKS_MS * 60 / 1000; i++) {
        frame();
    }
}

static void come_home(int number)
{
    static const struct scene *const screens[] = {&scene_voices, &scene_progress, &scene_levels,
                                                  &scene_settings, &scene_away};
    look_at(&scene_home);
    look_at(screens[number % 5]);
    look_at(&scene_home);
    app.calendar_seconds += HALF_A_DAY_S;
}

static void plant(const char *fault, int number)
{
    if (strcmp(fault, "leak") == 0) {
        char *lost = malloc(131072);
        memset(lost, number, 131072);
    } else if (strcmp(fault, "open") == 0 && !fopen("/dev/null", "r")) {
        abort();
    } else if (strcmp(fault, "write") == 0) {
        char name[32], value[1024];
        snprintf(name, sizeof name, "game %d", number);
        memset(value, 'x', sizeof value);
        value[sizeof value - 1] = '\0';
        family_set_text(app.family, name, value);
    }
}

static bool open_game(const char *folder, const char *shots)
{
    static struct options options;
    options = (struct options){.w = 320,
                               .h = 200,
                               .data = folder,
                               .screen = "home",
                               .step = -1,
                               .with = "Mama",
                               .virtual_time = true,
                               .shots = shots,           // all is loaded as if somebody looked ...
                               .shot_every_ms = 1 << 30, // ... and none but the first is taken
                               .seeded = true,
                               .seed = 3,
                               .stop_after_ms = 1 << 30};
    return app_open(&app, &options);
}

static bool play_for(int hours, const char *folder, const char *fault)
{
    struct held first = {0}, now = {0};
    bool ends = true;
    for (int games = 0, told = 0; ends && app.now_ms < hours * AN_HOUR_MS;) {
        come_home(games);
        if (games == FIRST_GAMES) {
            first = held_now(folder, games);
            tell("at first", &first);
        }
        now = held_now(folder, games);
        if (app.now_ms / AN_HOUR_MS > told) {
            char when[32];
            snprintf(when, sizeof when, "after hour %d", ++told);
            tell(when, &now);
        }
        ends = play_a_game(games);
        plant(fault, games++);
    }
    tell("at the end", &now);
    return (ends || (printf("a game did not end\n"), false)) && first.games > 0 && all_within(&first, &now);
}

int main(int count, char **words)
{
    char *folder = outside_folder(), *shots = outside_path(folder, "shots"),
         *family = outside_path(folder, "family");
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const int hours = count > 1 ? atoi(words[1]) : 0;
    bool well = hours > 0 && hours <= 240 && files_make_folder(family) && invented_family(family) &&
                open_game(family, shots) && play_for(hours, family, count > 2 ? words[2] : "");
    app_close(&app);
    outside_remove(folder);
    free(folder);
    free(shots);
    free(family);
    return well ? 0 : 1;
}
