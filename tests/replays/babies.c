// Babies alone with the real game: five minutes each of hands, palms and keys on play, on the gate and on the
// end screen. None of them may reach a grown-up's screen, end the game or change anything that a grown-up
// has set. Usage: babies PROGRAM FIRST COUNT
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "baby_hands.h"
#include "replays/facts.h"
#include "replays/outside.h"

enum { FIVE_MINUTES = 300000, LIMIT_MS = 120000, TEXT_SIZE = 1 << 20, STATE_SIZE = 4096 };

struct nursery {
    const char *program;
    char *home, *replay, *trace, *family;
    char *text; // of the replay
    char state[STATE_SIZE];
};

// ---- hands

static int write_event(char *out, size_t room, const struct baby_event *event, bool *upright)
{
    switch (event->kind) {
    case BABY_DOWN:
    case BABY_MOVE:
        return snprintf(out, room, "%d %s %.3f %.3f %d\n", event->at_ms,
                        event->kind == BABY_DOWN ? "down" : "move", (double)event->x, (double)event->y,
                        event->finger);
    case BABY_UP: return snprintf(out, room, "%d up %d\n", event->at_ms, event->finger);
    case BABY_KEY_DOWN: return snprintf(out, room, "%d keydown %s\n", event->at_ms, event->key);
    case BABY_KEY_UP: return snprintf(out, room, "%d keyup %s\n", event->at_ms, event->key);
    case BABY_TURN: break;
    }
    *upright = !*upright;
    return snprintf(out, room, "%d resize %s\n", event->at_ms, *upright ? "800 1280" : "1280 800");
}

static void write_hands(struct nursery *nursery, int seed)
{
    struct baby baby;
    bool upright = false;
    size_t length = 0;
    nursery->text[0] = '\0';
    if (!baby_invent(&baby, (unsigned long long)seed, 500, FIVE_MINUTES)) {
        return;
    }
    for (int i = 0; i < baby.count && length + 200 < TEXT_SIZE; i++) {
        length += (size_t)write_event(nursery->text + length, TEXT_SIZE - length, &baby.events[i], &upright);
    }
    baby_free(&baby);
    outside_write(nursery->replay, nursery->text);
}

// ---- what grown-ups have set

static int add_row(void *context, int columns, char **values, char **names)
{
    char *state = context;
    (void)names;
    for (int i = 0; i < columns; i++) {
        size_t length = strlen(state);
        snprintf(state + length, STATE_SIZE - length, "%s|", values[i] ? values[i] : "");
    }
    return 0;
}

static bool read_state(const struct nursery *nursery, char *state)
{
    sqlite3 *family = NULL;
    state[0] = '\0';
    bool read = sqlite3_open_v2(nursery->family, &family, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                sqlite3_exec(family,
                             "SELECT name, value FROM setting ORDER BY name;"
                             "SELECT id, name, removed FROM caregiver ORDER BY id;"
                             "SELECT id, slot, retired FROM clip ORDER BY id;"
                             "SELECT caregiver FROM face; SELECT id, how FROM parting;"
                             "SELECT level, shorter, stay FROM ladder WHERE shorter <> 0 OR stay <> 0;",
                             add_row, state, NULL) == SQLITE_OK;
    sqlite3_close(family);
    return read;
}

static bool set_something(const struct nursery *nursery)
{
    sqlite3 *family = NULL;
    bool set = sqlite3_open(nursery->family, &family) == SQLITE_OK &&
               sqlite3_exec(family,
                            "INSERT OR REPLACE INTO setting VALUES('loudest', 0), ('rest_min', 60);"
                            "INSERT INTO caregiver(name) VALUES('Mama');",
                            NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(family);
    return set;
}

// ---- a baby

static void run(const struct nursery *nursery, const char *screen, int seed, const char *stop_after,
                struct outside *result)
{
    char number[16];
    snprintf(number, sizeof number, "%d", seed);
    const char *const arguments[] = {"--virtual-time", "--screen",     screen,          "--window",
                                     "1280x800",       "--data",       nursery->home,   "--seed",
                                     number,           "--replay",     nursery->replay, "--trace",
                                     nursery->trace,   "--stop-after", stop_after,      NULL};
    outside_run(nursery->program, arguments, nursery->home, nursery->home, LIMIT_MS, result);
}

static bool belongs_to_babies(const char *scene)
{
    return strcmp(scene, "play") == 0 || strcmp(scene, "gate") == 0 || strcmp(scene, "good-night") == 0;
}

static bool stayed(const struct facts *facts, char *reason)
{
    char name[32];
    for (int i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        if (strcmp(fact->event, "scene") == 0 && fact_value(fact, "name", name, sizeof name) &&
            !belongs_to_babies(name)) {
            snprintf(reason, REASON_SIZE, "came to %s", fact->line);
            return false;
        }
    }
    int last = facts_find(facts, 0, "frames");
    if (last < 0 || facts->items[last].t_ms < FIVE_MINUTES) {
        snprintf(reason, REASON_SIZE, "the game did not go on for five minutes");
        return false;
    }
    return true;
}

static bool judge(const struct nursery *nursery, const struct outside *result, char *reason)
{
    char *text = outside_read(nursery->trace, NULL), state[STATE_SIZE];
    struct facts facts = {0};
    bool good = text && facts_read(&facts, text, reason) && stayed(&facts, reason);
    if (good && result->status != 0) {
        snprintf(reason, REASON_SIZE, "the game ended with %d: %.200s", result->status, result->err);
        good = false;
    }
    if (good && (!read_state(nursery, state) || strcmp(state, nursery->state) != 0)) {
        snprintf(reason, REASON_SIZE, "changed what was set: %.100s to %.100s", nursery->state, state);
        good = false;
    }
    facts_free(&facts);
    free(text);
    return good;
}

static bool play(struct nursery *nursery, int seed)
{
    static const char *const screens[] = {"play", "gate", "play", "good-night"};
    const char *screen = screens[seed % 4];
    char reason[REASON_SIZE] = "no trace", stop_after[16];
    struct outside result;
    write_hands(nursery, seed);
    snprintf(stop_after, sizeof stop_after, "%d", FIVE_MINUTES);
    run(nursery, screen, seed, stop_after, &result);
    bool good = judge(nursery, &result, reason);
    if (!good) {
        printf("baby %d on %s: %s\n", seed, screen, reason);
    }
    outside_forget(&result);
    return good;
}

static bool furnish(struct nursery *nursery)
{
    struct outside result;
    outside_write(nursery->replay, "10 key A\n");
    run(nursery, "play", 1, "100", &result);
    outside_forget(&result);
    return set_something(nursery) && read_state(nursery, nursery->state) && nursery->state[0] != '\0';
}

int main(int count, char **words)
{
    if (count != 4) {
        fprintf(stderr, "usage: babies PROGRAM FIRST COUNT\n");
        return 2;
    }
    struct nursery nursery = {.program = words[1], .home = outside_folder(), .text = malloc(TEXT_SIZE)};
    nursery.replay = outside_path(nursery.home, "hands.replay");
    nursery.trace = outside_path(nursery.home, "trace");
    nursery.family = outside_path(nursery.home, "family.db");
    int first = atoi(words[2]), babies = atoi(words[3]), good = 0;
    bool ready = nursery.text && furnish(&nursery);
    while (ready && good < babies && play(&nursery, first + good)) {
        good++;
    }
    printf("%d of %d babies stayed babies\n", good, babies);
    outside_remove(nursery.home);
    free(nursery.home);
    free(nursery.replay);
    free(nursery.trace);
    free(nursery.family);
    free(nursery.text);
    return good == babies && babies > 0 ? 0 : 1;
}
