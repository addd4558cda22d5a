// The whole game, seen from outside, does what the plan command said before: levels, ages and steps by
// chance.
#include "replays/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/random.h"
#include "core/timeline.h"
#include "random_levels.h"
#include "replays/facts.h"
#include "store/own_levels.h"

enum { LEVELS = 12, TEXT_SIZE = 8000, TOUCH_MS = 1500 };

static void write_level(struct desk *desk, const struct level *level)
{
    char *path = desk_path(desk, "by_chance.yaml"), *text = own_levels_text(level);
    outside_write(path, text);
    free(text);
    free(path);
}

// A touch while the friend is there, before each hiding: a calm baby.
static void write_touches(struct desk *desk, const struct plan *plan)
{
    char text[TEXT_SIZE] = "", *path = desk_path(desk, "touches.replay");
    struct timeline timeline = timeline_make(plan);
    size_t length = 0;
    int at_ms = TOUCH_MS;
    for (int i = 0; i < timeline.count; i++) {
        const struct timeline_part *part = &timeline.parts[i];
        bool rest = part->kind == TIMELINE_TOGETHER && i > 0; // the greeting is at its end
        int touch_ms = rest ? at_ms + part->length_ms - GREET_MS - GOODBYE_MS - HIDE_MS : at_ms;
        if (part->kind == TIMELINE_TOGETHER && i < timeline.count - 2) {
            length += (size_t)snprintf(text + length, sizeof text - length, "%d down .5 .5\n%d up\n",
                                       touch_ms, touch_ms + 50);
        }
        at_ms += part->length_ms;
    }
    outside_write(path, text);
    free(path);
}

// "1 1000 bear theatre ..." of the trace, as the plan command would say it.
static void rounds_of(const char *trace, char *out, size_t size)
{
    struct facts facts;
    char reason[REASON_SIZE] = "";
    assert_true(facts_read(&facts, trace, reason));
    size_t length = 0;
    out[0] = '\0';
    for (int i = facts_find(&facts, 0, "round"); i >= 0; i = facts_find(&facts, i + 1, "round")) {
        char who[64], place[64];
        int gone = facts_find(&facts, i, "gone"), back = facts_find(&facts, i, "back");
        assert_true(gone > i && back > gone);
        int planned_ms = fact_number(&facts.items[i], "away_ms", -1),
            away_ms = facts.items[back].t_ms - facts.items[gone].t_ms;
        assert_in_range(away_ms, planned_ms - 20, planned_ms + 20); // a frame
        fact_value(&facts.items[i], "who", who, sizeof who);
        fact_value(&facts.items[i], "place", place, sizeof place);
        length += (size_t)snprintf(out + length, size - length, "%d %d %s %s\n",
                                   fact_number(&facts.items[i], "round", -1), planned_ms, who, place);
    }
    facts_free(&facts);
}

static void assert_as_planned(struct desk *desk, const char *age, const char *step)
{
    char rounds[TEXT_SIZE], planned[TEXT_SIZE], *level = desk_path(desk, "by_chance.yaml"),
                                                *touches = desk_path(desk, "touches.replay");
    assert_int_equal(run(desk, "plan", "--level", level, "--age", age, "--step", step), 0);
    snprintf(planned, sizeof planned, "%s", desk->said.out);
    *strstr(planned, "cap ") = '\0';
    assert_int_equal(run(desk, "--virtual-time", "--window", "320x200", "--screen", "play", "--trace", "-",
                         "--seed", "1", "--level", level, "--age", age, "--step", step, "--replay", touches,
                         "--stop-after", "700000"),
                     0);
    rounds_of(desk->said.out, rounds, sizeof rounds);
    assert_string_equal(rounds, planned);
    says(desk->said.out, "1 end why=done");
    free(level);
    free(touches);
}

static void test_the_game_does_what_the_plan_said(void **state)
{
    struct desk *desk = *state;
    struct random random;
    random_seed(&random, 12);
    for (int i = 0; i < LEVELS; i++) {
        struct level level = random_level(&random);
        char age[16], step[16];
        int months = random_between(&random, 6, 36), k = random_between(&random, 0, 12);
        level.limit_ms = LEVEL_LIMIT_MOST_MS; // so that its end is no other than "done"
        snprintf(age, sizeof age, "%d", months);
        snprintf(step, sizeof step, "%d", k);
        struct plan plan = plan_make(&level, months, k);
        write_level(desk, &level);
        write_touches(desk, &plan);
        assert_as_planned(desk, age, step);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_game_does_what_the_plan_said, desk_begin, desk_end),
    };
    return cmocka_run_group_tests_name("as_planned", tests, NULL, NULL);
}
