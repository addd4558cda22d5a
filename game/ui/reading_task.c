// Two words of twelve, six pictures.
#include "ui/reading_task.h"

static const char *const keys[TASK_WORDS] = {
    "word.apple", "word.ball", "word.cup",  "word.fish",  "word.flower", "word.house",
    "word.key",   "word.moon", "word.shoe", "word.spoon", "word.star",   "word.tree",
};

const char *reading_task_key(int word)
{
    return keys[word];
}

const char *reading_task_picture(int word)
{
    return keys[word] + sizeof "word." - 1;
}

// Six of the twelve, in any order: the first steps of a shuffle.
static void deal(struct reading_task *task)
{
    int words[TASK_WORDS];
    for (int i = 0; i < TASK_WORDS; i++) {
        words[i] = i;
    }
    for (int i = 0; i < TASK_TILES; i++) {
        int from = random_between(&task->random, i, TASK_WORDS - 1);
        int taken = words[from];
        words[from] = words[i];
        words[i] = taken;
        task->tiles[i] = taken;
    }
    task->first = random_between(&task->random, 0, TASK_TILES - 1);
    task->then = (task->first + random_between(&task->random, 1, TASK_TILES - 1)) % TASK_TILES;
    task->picked = -1;
}

void reading_task_start(struct reading_task *task, uint64_t seed)
{
    *task = (struct reading_task){.next_rest_ms = TASK_REST_MS};
    random_seed(&task->random, seed);
    deal(task);
}

static enum task_answer miss(struct reading_task *task)
{
    task->missed = true;
    if (++task->wrong == TASK_TRIES) {
        task->wrong = 0;
        task->rest_ms = task->next_rest_ms;
        task->next_rest_ms =
            task->next_rest_ms * 2 < TASK_REST_MAX_MS ? task->next_rest_ms * 2 : TASK_REST_MAX_MS;
    }
    deal(task);
    return TASK_WAITING;
}

enum task_answer reading_task_tap(struct reading_task *task, int tile)
{
    task->idle_ms = 0;
    if (task->rest_ms > 0) {
        return TASK_WAITING;
    }
    if (tile < 0 || tile == task->picked) {
        task->picked = -1;
        return TASK_WAITING;
    }
    if (task->picked < 0) {
        task->picked = tile;
        return TASK_WAITING;
    }
    return task->picked == task->first && tile == task->then ? TASK_PASSED : miss(task);
}

enum task_answer reading_task_pass(struct reading_task *task, int dt_ms)
{
    task->rest_ms = task->rest_ms > dt_ms ? task->rest_ms - dt_ms : 0;
    task->idle_ms += dt_ms;
    return task->idle_ms >= TASK_IDLE_MS ? TASK_OVER : TASK_WAITING;
}
