// Any bytes as what hands, and the machine, do to the whole game (game_script.h): it never crashes, hangs,
// leaks or keeps a file open, and the promise holds (game_watch.h). $FUZZ_RECORD: where a replay of it is
// written (a hitch is none of a replay's events).
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <SDL.h>

#include "fuzz_family.h"
#include "game_deeds.h"
#include "platform/clock.h"
#include "platform/files.h"
#include "platform/replay.h"
#include "replays/inputs.h"
#include "require.h"
#include "shelf.h"
#include "store/backup.h"
#include "store/family.h"

enum { WAITS_MS_MAX = 150000 }; // a whole game, and no run takes long

// What the family's folder holds at the beginning; the same for every script.
static struct {
    char *family, *level;
    size_t family_length, level_length;
} kept;

static char folder[SHELF_PATH_SIZE], trace_path[64];
static int trace_file;

// ---- made once

static void keep_a_family(void)
{
    char first[SHELF_PATH_SIZE], path[SHELF_PATH_SIZE], level[SHELF_PATH_SIZE], reason[200];
    shelf_path("first", first);
    shelf_path("first/family.db", path);
    shelf_path("first/levels/our_peek.yaml", level);
    shelf_folder(first);
    fuzz_family_make(first);
    struct family *family = family_open(first, reason, sizeof reason);
    REQUIRE(!backup_save(family, offered[3]));
    REQUIRE(!pack_save(family, 1, offered[4]));
    family_close(family);
    kept.family = files_read(path, &kept.family_length);
    kept.level = files_read(level, &kept.level_length);
    REQUIRE(kept.family && kept.level);
}

static void offer_files(void)
{
    static const char *const names[OFFERED] = {"voice.wav",    "photo.png",     "no picture.png",
                                               "a backup.pkb", "mama.peekaboo", "nothing"};
    for (int i = 0; i < OFFERED; i++) {
        shelf_path(names[i], offered[i]);
    }
    inputs_sound(offered[0], INPUT_VOICE, 16000, 1, 1.5);
    inputs_photo(offered[1], 40, 30, 0x0000FF);
    inputs_bytes(offered[2], "no picture", 10);
}

// What the microphone hears, again and again: SDL's disk driver reads raw samples.
static void speak(void)
{
    char ear[SHELF_PATH_SIZE];
    static int16_t heard[48000 * 4];
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        heard[i] = (int16_t)(i % 48000 > 12000 ? (i * i / 64) % 8000 - 4000 : i % 7);
    }
    shelf_path("ear.raw", ear);
    inputs_bytes(ear, heard, sizeof heard);
    setenv("SDL_DISKAUDIOFILEIN", ear, 1);
}

static void have_no_machine(void)
{
    char home[SHELF_PATH_SIZE], sound[SHELF_PATH_SIZE];
    shelf_path("home", home);
    shelf_path("sound.raw", sound);
    shelf_folder(home);
    setenv("HOME", home, 1);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_RENDER_DRIVER", "software", 1);
    setenv("SDL_DISKAUDIOFILE", sound, 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
}

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    clock_ms();
    SDL_SetMainReady();
    have_no_machine();
    REQUIRE(SDL_InitSubSystem(SDL_INIT_VIDEO) == 0); // each game's own comes and goes within it
    offer_files();
    speak();
    keep_a_family();
    shelf_path("family", folder);
    trace_file = memfd_create("trace", 0);
    REQUIRE(trace_file >= 0);
    snprintf(trace_path, sizeof trace_path, "/proc/self/fd/%d", trace_file);
    return 0;
}

// ---- each time

static void make_folder(enum script_family family)
{
    char path[2 * SHELF_PATH_SIZE];
    shelf_folder(folder);
    if (family == FAMILY_FRESH) {
        return;
    }
    snprintf(path, sizeof path, "%s/family.db", folder);
    inputs_bytes(path, kept.family, family == FAMILY_BROKEN ? kept.family_length / 2 : kept.family_length);
    snprintf(path, sizeof path, "%s/levels", folder);
    REQUIRE(files_make_folder(path));
    snprintf(path, sizeof path, "%s/levels/our_peek.yaml", folder);
    inputs_bytes(path, kept.level, kept.level_length);
}

static struct options options_of(const struct script_beginning *beginning)
{
    return (struct options){.w = beginning->w,
                            .h = beginning->h,
                            .data = folder,
                            .level = beginning->level,
                            .age_months = beginning->age_months,
                            .step = beginning->step,
                            .screen = beginning->screen,
                            .large_text = beginning->large_text,
                            .seed = beginning->seed,
                            .seeded = true,
                            .trace = trace_path,
                            .virtual_time = true,
                            .draw_all = beginning->looks,
                            .stop_after_ms = 1000000000};
}

static void play(struct hands_on *on, const uint8_t *bytes, size_t length)
{
    struct deed deed;
    int waited_ms = 0;
    for (int i = 0; !on->over && script_deed(bytes, length, i, &deed); i++) {
        waited_ms += deed.wait_ms;
        hands_wait(on, waited_ms <= WAITS_MS_MAX ? deed.wait_ms : 0);
        hands_do(on, &deed);
    }
    hands_wait(on, 100);
}

static void end(struct hands_on *on)
{
    if (!on->over) {
        app_end(&on->app);
        hands_wait(on, 17);
    }
    REQUIRE(on->over);
    watch_end(&on->watch);
    app_close(&on->app);
    recording_free(on->recording);
}

// A file that stays open shows in the number of the next one.
static int next_file(void)
{
    const int file = dup(trace_file);
    close(file);
    return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct hands_on on;
    struct script_beginning beginning;
    script_begin(bytes, length, &beginning);
    make_folder(beginning.family);
    setenv("SDL_AUDIODRIVER", beginning.sounds ? "disk" : "dummy", 1);
    const int file = next_file();
    const struct options options = options_of(&beginning);
    const char *record = getenv("FUZZ_RECORD");
    on = (struct hands_on){.looks = beginning.looks, .recording = record ? recording_open(record) : NULL};
    watch_start(&on.watch, trace_file);
    REQUIRE(app_open(&on.app, &options));
    on.app.calendar_seconds = FUZZ_NOW - clock_utc();
    play(&on, bytes, length);
    end(&on);
    REQUIRE(next_file() == file);
    return 0;
}
