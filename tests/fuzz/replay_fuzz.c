// Any bytes as a replay: what is read is what hands can do, in the order of time, and is written as it was
// read; what is refused has its line and reason. And as the desktop's list of a user's folders: what it says
// is a whole path, or nothing.
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "platform/files.h"
#include "platform/pictures.h"
#include "platform/replay.h"
#include "replays/inputs.h"
#include "require.h"
#include "shelf.h"

static char replay_path[SHELF_PATH_SIZE], again_path[SHELF_PATH_SIZE], list_path[SHELF_PATH_SIZE];

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    char home[SHELF_PATH_SIZE], config[SHELF_PATH_SIZE];
    shelf_path("a.replay", replay_path);
    shelf_path("again.replay", again_path);
    shelf_path("home", home);
    shelf_path("home/.config", config);
    shelf_path("home/.config/user-dirs.dirs", list_path);
    REQUIRE(files_make_folder(config));
    setenv("HOME", home, 1);
    unsetenv("XDG_PICTURES_DIR");
    unsetenv("XDG_DOCUMENTS_DIR");
    return 0;
}

// ---- a replay

static bool is_fraction(float number)
{
    return number >= 0 && number <= 1;
}

static void require_event(const struct event *event)
{
    REQUIRE(is_fraction(event->x) && is_fraction(event->y));
    REQUIRE(event->turn >= -100 && event->turn <= 100);
    REQUIRE(event->finger >= 0);
    REQUIRE(memchr(event->text, '\0', sizeof event->text));
    if (event->kind == EVENT_RESIZE) {
        REQUIRE(event->w >= 1 && event->w <= 16384 && event->h >= 1 && event->h <= 16384);
    }
    if (event->kind == EVENT_KEY_DOWN || event->kind == EVENT_KEY_UP) {
        REQUIRE(event->text[0]);
    }
}

static bool is_near(float one, float other)
{
    return fabsf(one - other) <= 0.0001f;
}

static bool is_same(const struct event *one, const struct event *other)
{
    return one->kind == other->kind && one->finger == other->finger && is_near(one->x, other->x) &&
           is_near(one->y, other->y) && is_near(one->turn, other->turn) && one->w == other->w &&
           one->h == other->h && one->seconds == other->seconds && strcmp(one->text, other->text) == 0;
}

static struct replay *read_again(void)
{
    char reason[512];
    struct replay *again = replay_open(again_path, reason, sizeof reason);
    if (!again) {
        fprintf(stderr, "%s\n", reason);
    }
    REQUIRE(again);
    return again;
}

// Plays it to its end, recording.
static void play(struct replay *replay)
{
    struct recording *recording = recording_open(again_path);
    struct event event;
    int at_ms = 0, last_ms = 0;
    REQUIRE(recording);
    while ((at_ms = replay_next_ms(replay)) >= 0) {
        REQUIRE(at_ms >= last_ms && at_ms <= replay_end_ms(replay));
        REQUIRE(at_ms == 0 || !replay_poll(replay, at_ms - 1, &event));
        REQUIRE(replay_poll(replay, at_ms, &event));
        require_event(&event);
        recording_write(recording, at_ms, &event);
        last_ms = at_ms;
    }
    REQUIRE(last_ms == replay_end_ms(replay));
    recording_free(recording);
}

static void require_same(const char *path)
{
    char reason[512];
    struct replay *replay = replay_open(path, reason, sizeof reason), *again = read_again();
    struct event one, other;
    while (replay_next_ms(replay) >= 0) {
        const int at_ms = replay_next_ms(replay);
        REQUIRE(replay_next_ms(again) == at_ms);
        REQUIRE(replay_poll(replay, at_ms, &one) && replay_poll(again, at_ms, &other));
        REQUIRE(is_same(&one, &other));
    }
    REQUIRE(replay_next_ms(again) < 0);
    replay_free(replay);
    replay_free(again);
}

static int lines_of(const uint8_t *bytes, size_t length)
{
    int lines = 1;
    for (size_t i = 0; i < length; i++) {
        lines += bytes[i] == '\n';
    }
    return lines;
}

static void require_refusal(const char *reason, const uint8_t *bytes, size_t length)
{
    const size_t path = strlen(replay_path);
    int line = 0, words = 0;
    REQUIRE(strncmp(reason, replay_path, path) == 0);
    REQUIRE(sscanf(reason + path, ":%d: %n", &line, &words) == 1 && strlen(reason + path + words) > 10);
    REQUIRE(line >= 1 && line <= lines_of(bytes, length));
}

static void try_replay(const uint8_t *bytes, size_t length)
{
    char reason[512] = "";
    inputs_bytes(replay_path, bytes, length);
    struct replay *replay = replay_open(replay_path, reason, sizeof reason);
    if (!replay) {
        require_refusal(reason, bytes, length);
        return;
    }
    play(replay);
    replay_free(replay);
    require_same(replay_path);
}

// ---- a list of folders

static void try_list(const uint8_t *bytes, size_t length)
{
    char folder[64];
    inputs_bytes(list_path, bytes, length);
    const char *pictures = pictures_folder(folder, sizeof folder);
    REQUIRE(!pictures || (pictures[0] == '/' && strlen(pictures) < sizeof folder));
    const char *documents = documents_folder(folder, sizeof folder);
    REQUIRE(!documents || (documents[0] == '/' && strlen(documents) < sizeof folder));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    try_replay(bytes, length);
    try_list(bytes, length);
    return 0;
}
