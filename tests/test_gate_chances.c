// How often a baby's hands come through the gate by chance: corners and reading task as they are, five
// minutes a baby, as fast as they can be counted. With a number, that many babies: test_gate_chances 20000
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "baby_hands.h"
#include "ui/gate.h"
#include "ui/reading_task.h"

enum { W = 1280, H = 800, DT = 10, MINUTES_5 = 300000 };

static int babies = 1000;

// What a baby's screen is: the game, or the gate over it.
struct screen {
    struct gate gate;
    struct reading_task task;
    bool asking, begun;
    int closed_ms;
    int64_t first; // the finger that presses; -1: none
    int pressed;   // the tile it came down on
    int focus;     // the tile with the focus; -1: none yet
    int escape_ms; // when Esc went down
    int opened, through;
};

// The tiles of a window of 1280 x 800 (ui/layout/01d); -1 beside them, -2 the button that closes.
static int tile_at(float x, float y)
{
    int px = (int)(x * W) - 359, py = (int)(y * H) - 246;
    if (px >= 611 && px < 667 && py >= -106 && py < -50) {
        return -2;
    }
    bool on = px >= 0 && py >= 0 && px % 196 < 170 && py % 196 < 170 && px / 196 < 3 && py / 196 < 2;
    return on ? px / 196 + py / 196 * 3 : -1;
}

static void open(struct screen *screen, int now_ms, uint64_t seed)
{
    if (screen->begun) {
        reading_task_again(&screen->task, now_ms - screen->closed_ms, screen->gate.doubtful);
    } else {
        reading_task_start(&screen->task, seed, screen->gate.doubtful);
    }
    screen->asking = screen->begun = true;
    screen->first = screen->focus = -1;
    screen->escape_ms = -10000;
    screen->opened++;
}

static void close(struct screen *screen, int now_ms)
{
    screen->asking = false;
    screen->closed_ms = now_ms;
    gate_start(&screen->gate);
}

static void in_the_game(struct screen *screen, const struct baby_event *event)
{
    struct gate *gate = &screen->gate;
    switch (event->kind) {
    case BABY_DOWN: gate_down(gate, event->finger, event->x, event->y, W, H); break;
    case BABY_MOVE: gate_move(gate, event->finger, event->x, event->y, W, H); break;
    case BABY_UP: gate_up(gate, event->finger); break;
    case BABY_KEY_DOWN:
    case BABY_KEY_UP: gate_key(gate, event->key, event->kind == BABY_KEY_DOWN); break;
    case BABY_TURN: break;
    }
}

// Fingers as a page takes them: the first one presses.
static void finger_at_the_gate(struct screen *screen, const struct baby_event *event)
{
    if (event->kind == BABY_DOWN) {
        if (screen->first < 0) {
            screen->first = event->finger;
            screen->pressed = tile_at(event->x, event->y);
        }
        reading_task_down(&screen->task, event->finger);
        return;
    }
    bool presses = screen->first == event->finger;
    if (event->kind == BABY_MOVE) {
        screen->pressed = presses && tile_at(event->x, event->y) != screen->pressed ? -1 : screen->pressed;
        return;
    }
    if (presses && screen->pressed == -2) {
        close(screen, event->at_ms);
        return;
    }
    reading_task_up(&screen->task, event->finger, presses ? screen->pressed : -1);
    screen->first = presses ? -1 : screen->first;
}

static void key_at_the_gate(struct screen *screen, const struct baby_event *event)
{
    const char *key = event->key;
    bool back = strcmp(key, "Escape") == 0 || strcmp(key, "AC Back") == 0;
    if (event->kind == BABY_KEY_UP) {
        if (back && event->at_ms - screen->escape_ms < 1000) {
            close(screen, event->at_ms);
        }
        return;
    }
    screen->escape_ms = back ? event->at_ms : screen->escape_ms;
    bool on = strcmp(key, "Right") == 0 || strcmp(key, "Down") == 0 || strcmp(key, "Tab") == 0;
    bool off = strcmp(key, "Left") == 0 || strcmp(key, "Up") == 0;
    screen->focus = (screen->focus + on - off + TASK_TILES) % TASK_TILES;
    bool enter = strcmp(key, "Return") == 0 || strcmp(key, "Space") == 0 || strcmp(key, "Keypad Enter") == 0;
    reading_task_key_down(&screen->task, key, enter ? screen->focus : -1);
}

static void feel(struct screen *screen, const struct baby_event *event)
{
    if (!screen->asking) {
        in_the_game(screen, event);
    } else if (event->kind <= BABY_UP) {
        finger_at_the_gate(screen, event);
    } else if (event->kind != BABY_TURN) {
        key_at_the_gate(screen, event);
    }
}

static void pass(struct screen *screen, int now_ms, uint64_t seed)
{
    if (!screen->asking) {
        if (gate_pass(&screen->gate, DT) == GATE_LEAVE) {
            open(screen, now_ms, seed);
        }
        return;
    }
    enum task_answer answer = reading_task_pass(&screen->task, DT);
    if (answer != TASK_WAITING) {
        screen->through += answer == TASK_PASSED;
        close(screen, now_ms);
    }
}

// begin: the gate stands open when the baby finds it.
static void play(struct screen *screen, uint64_t seed, bool begin)
{
    struct baby baby;
    assert_true(baby_invent(&baby, seed, 0, MINUTES_5));
    *screen = (struct screen){.first = -1};
    gate_start(&screen->gate);
    if (begin) {
        open(screen, 0, seed);
    }
    for (int now_ms = 0, next = 0; now_ms < MINUTES_5; now_ms += DT) {
        for (; next < baby.count && baby.events[next].at_ms <= now_ms; next++) {
            feel(screen, &baby.events[next]);
        }
        pass(screen, now_ms, seed);
    }
    baby_free(&baby);
}

static int count(const char *where, bool begin)
{
    int opened = 0, met = 0, through = 0;
    for (int seed = 0; seed < babies; seed++) {
        struct screen screen;
        play(&screen, (uint64_t)seed, begin);
        opened += screen.opened;
        met += screen.opened > 0;
        through += screen.through > 0;
    }
    print_message("%s: %d of %d babies met the reading task, %d times in all; %d came through\n", where, met,
                  babies, opened, through);
    return through;
}

static void test_hardly_any_baby_comes_from_the_game_to_the_grown_ups(void **state)
{
    (void)state;
    assert_in_range(count("from the game", false) * 1000, 0, babies);
}

static void test_hardly_any_baby_comes_through_a_gate_that_stands_open(void **state)
{
    (void)state;
    assert_in_range(count("at an open gate", true) * 1000, 0, babies * 2);
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hardly_any_baby_comes_from_the_game_to_the_grown_ups),
        cmocka_unit_test(test_hardly_any_baby_comes_through_a_gate_that_stands_open),
    };
    babies = count == 2 ? atoi(words[1]) : babies;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
