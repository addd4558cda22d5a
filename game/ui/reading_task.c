// Words of twelve, six pictures, calm taps.
#include "ui/reading_task.h"

#include <string.h>

static const char *const keys[TASK_WORDS] = {
    "word.apple", "word.ball", "word.cup",  "word.fish",  "word.flower", "word.house",
    "word.key",   "word.moon", "word.shoe", "word.spoon", "word.star",   "word.tree",
};

const char *reading_task_word(int word)
{
    return keys[word];
}

const char *reading_task_picture(int word)
{
    return keys[word] + sizeof "word." - 1;
}

// ---- dealing

// The first steps of a shuffle of the numbers below `of`.
static void draw(struct random *random, int *out, int count, int of)
{
    int all[TASK_WORDS];
    for (int i = 0; i < of; i++) {
        all[i] = i;
    }
    for (int i = 0; i < count; i++) {
        int from = random_between(random, i, of - 1);
        out[i] = all[from];
        all[from] = all[i];
    }
}

static void forget_taps(struct reading_task *task)
{
    task->picked_count = 0;
    task->right_ms = -1;
    task->calm = false;
}

static void deal(struct reading_task *task)
{
    draw(&task->random, task->tiles, TASK_TILES, TASK_WORDS);
    task->asked_count = task->doubt ? 3 : 2;
    draw(&task->random, task->asked, task->asked_count, TASK_TILES);
    forget_taps(task);
}

static void open(struct reading_task *task)
{
    task->missed = task->hasty = false;
    task->idle_ms = task->shown_ms = task->unrest = 0;
    task->quiet_ms = TASK_CALM_MS - TASK_OPENS_MS;
    task->unrest_ms = TASK_SETTLES_MS;
    task->finger_count = 0;
    task->key_ms = TASK_KEYS_APART_MS;
    deal(task);
}

void reading_task_start(struct reading_task *task, uint64_t seed, bool doubt)
{
    *task = (struct reading_task){.next_rest_ms = TASK_REST_MS, .doubt = doubt};
    random_seed(&task->random, seed);
    open(task);
}

void reading_task_again(struct reading_task *task, int closed_ms, bool doubt)
{
    task->rest_ms = task->rest_ms > closed_ms ? task->rest_ms - closed_ms : 0;
    if (closed_ms >= TASK_FORGIVE_MS) {
        task->wrong = task->tries = 0;
        task->next_rest_ms = TASK_REST_MS;
        task->doubt = false;
    }
    task->doubt = task->doubt || doubt;
    open(task);
}

// ---- what ends a try

static void rest(struct reading_task *task)
{
    task->tries = task->shown_ms = 0;
    task->rest_ms = task->next_rest_ms;
    int next_ms = task->next_rest_ms * 2;
    task->next_rest_ms = next_ms < TASK_REST_MAX_MS ? next_ms : TASK_REST_MAX_MS;
}

static void miss(struct reading_task *task)
{
    task->missed = task->doubt = true;
    task->hasty = false;
    task->wrong++;
    if (++task->tries == TASK_TRIES) {
        rest(task);
    }
    deal(task);
}

// Hands that do anything but calm taps. New pictures only where the old ones were begun: they need not dance.
static void stir(struct reading_task *task)
{
    bool begun = task->picked_count > 0 || !task->doubt;
    task->hasty = task->doubt = true;
    task->missed = false;
    if (begun) {
        deal(task);
    }
    forget_taps(task);
    if (task->unrest_ms >= TASK_SAME_UNREST_MS) {
        task->unrest++;
    }
    task->unrest_ms = 0;
}

// ---- taps

static bool is_right(const struct reading_task *task)
{
    for (int i = 0; i < task->asked_count; i++) {
        if (task->picked[i] != task->asked[i]) {
            return false;
        }
    }
    return true;
}

static void pick(struct reading_task *task, int tile)
{
    if (reading_task_picked(task, tile)) { // taken back
        forget_taps(task);
        return;
    }
    task->picked[task->picked_count++] = tile;
    if (task->picked_count < task->asked_count) {
        return;
    }
    if (is_right(task)) {
        task->right_ms = 0;
    } else {
        miss(task);
    }
}

// Hands did something: whether as calmly as for a tap.
static bool begin(struct reading_task *task)
{
    bool first = task->picked_count == 0 || task->tap_ms > TASK_TOGETHER_MS;
    bool calm = first ? task->quiet_ms >= TASK_CALM_MS : task->tap_ms >= TASK_APART_MS;
    if (first) {
        forget_taps(task);
    }
    calm = calm && task->right_ms < 0;
    task->idle_ms = task->quiet_ms = task->tap_ms = 0;
    return calm;
}

static void down(struct reading_task *task, bool alone)
{
    bool calm = begin(task) && alone;
    if (task->rest_ms == 0 && !calm) {
        stir(task);
    }
    task->calm = calm;
}

static void up(struct reading_task *task, int tile)
{
    bool counts = task->calm && task->rest_ms == 0;
    task->calm = false;
    task->idle_ms = task->quiet_ms = 0;
    if (counts && tile >= 0) {
        pick(task, tile);
    } else if (counts) {
        stir(task);
    }
}

// ---- fingers

static int finger_at(const struct reading_task *task, int64_t finger)
{
    for (int i = 0; i < task->finger_count; i++) {
        if (task->fingers[i] == finger) {
            return i;
        }
    }
    return -1;
}

void reading_task_down(struct reading_task *task, int64_t finger)
{
    if (finger_at(task, finger) < 0 && task->finger_count < TASK_FINGERS_MAX) {
        task->fingers[task->finger_count++] = finger;
    }
    down(task, task->finger_count == 1);
}

// The fingers that held the corners may still be on the screen: their lifting means nothing here.
void reading_task_up(struct reading_task *task, int64_t finger, int tile)
{
    int at = finger_at(task, finger);
    if (at >= 0) {
        task->fingers[at] = task->fingers[--task->finger_count];
        up(task, tile);
    }
}

// ---- keys

static bool moves_focus(const char *name)
{
    static const char *const names[] = {"Left",       "Right",       "Up",     "Down",   "Tab",
                                        "Left Shift", "Right Shift", "Escape", "AC Back"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

// -1: no digit of a tile.
static int tile_of_digit(const char *name)
{
    const char *digit = strncmp(name, "Keypad ", 7) == 0 ? name + 7 : name;
    return digit[0] >= '1' && digit[0] < '1' + TASK_TILES && digit[1] == '\0' ? digit[0] - '1' : -1;
}

void reading_task_key_down(struct reading_task *task, const char *name, int chosen)
{
    int tile = tile_of_digit(name) >= 0 ? tile_of_digit(name) : chosen;
    bool together = task->key_ms < TASK_KEYS_APART_MS;
    task->key_ms = 0;
    if (!together && tile >= 0) {
        down(task, task->finger_count == 0);
        up(task, tile);
    } else if (together || !moves_focus(name)) {
        task->idle_ms = task->quiet_ms = 0;
        if (task->rest_ms == 0) {
            stir(task);
        }
    }
}

int reading_task_picked(const struct reading_task *task, int tile)
{
    for (int i = 0; i < task->picked_count; i++) {
        if (task->picked[i] == tile) {
            return i + 1;
        }
    }
    return 0;
}

// ---- time

// Times that only grow stop where they make no difference any more.
static void count_up(int *ms, int dt_ms)
{
    *ms += *ms < TASK_IDLE_MS ? dt_ms : 0;
}

static bool closes(const struct reading_task *task)
{
    bool rests = task->rest_ms > TASK_REST_SEEN_MS && task->shown_ms >= TASK_REST_SEEN_MS;
    return task->idle_ms >= TASK_IDLE_MS || task->unrest >= TASK_UNREST || rests;
}

enum task_answer reading_task_pass(struct reading_task *task, int dt_ms)
{
    task->rest_ms = task->rest_ms > dt_ms ? task->rest_ms - dt_ms : 0;
    count_up(&task->idle_ms, dt_ms);
    count_up(&task->shown_ms, dt_ms);
    count_up(&task->quiet_ms, dt_ms);
    count_up(&task->tap_ms, dt_ms);
    count_up(&task->unrest_ms, dt_ms);
    count_up(&task->key_ms, dt_ms);
    if (task->unrest_ms >= TASK_SETTLES_MS) {
        task->unrest = 0;
    }
    if (task->right_ms >= 0 && (task->right_ms += dt_ms) >= TASK_AFTER_MS) {
        return TASK_PASSED;
    }
    return closes(task) ? TASK_OVER : TASK_WAITING;
}

bool reading_task_still(const struct reading_task *task)
{
    return task->rest_ms == 0 && task->right_ms < 0;
}
