// Other friends and places: everybody has a turn, and what was there stays.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "core/recast.h"
#include "rules.h"

static const char *const friends[] = {"family",   "bear",  "duck",    "cat",      "ball", "rabbit",
                                      "elephant", "puppy", "penguin", "hedgehog", "moon"};
static const char *const places[] = {"theatre", "box",   "sofa", "window",  "door",
                                     "tree",    "cloud", "bag",  "umbrella"};
enum { FRIENDS = 11, PLACES = 9, RANDOM_CASTS = 2000 };

static struct level before(void)
{
    struct level level = rules_level();
    level.rounds = 6;
    level.scene_count = 6;
    for (int i = 0; i < 6; i++) {
        level.scenes[i] = i < 3 ? (struct level_scene){"theatre", "bear", "room"}
                                : (struct level_scene){"sofa", "family", "garden"};
    }
    return level;
}

// "bear/theatre bear/theatre family/sofa"
static const char *told(const struct level *level)
{
    static char out[512];
    out[0] = '\0';
    for (int i = 0; i < level->scene_count; i++) {
        size_t length = strlen(out);
        snprintf(out + length, sizeof out - length, "%s%s/%s", i ? " " : "", level->scenes[i].who,
                 level->scenes[i].place);
    }
    return out;
}

#define RECAST(level, old, who, where)                                                                       \
    recast(level, old, who, (int)(sizeof who / sizeof *who), where, (int)(sizeof where / sizeof *where))

static void test_the_same_friends_and_places_change_nothing(void **state)
{
    (void)state;
    const char *const who[] = {"family", "bear"}, *const where[] = {"sofa", "theatre"};
    struct level old = before(), level = old;
    level.scene_count = 1; // as somebody left it in between
    RECAST(&level, &old, who, where);
    assert_memory_equal(&level, &old, sizeof level);
}

static void test_a_new_friend_has_a_turn_in_the_game(void **state)
{
    (void)state;
    const char *const who[] = {"bear", "family", "duck"}, *const where[] = {"theatre", "sofa"};
    struct level old = before(), level = old;
    RECAST(&level, &old, who, where);
    assert_string_equal(told(&level), "bear/theatre bear/theatre family/sofa family/sofa duck/theatre "
                                      "duck/theatre");
}

static void test_a_new_friend_takes_the_new_place(void **state)
{
    (void)state;
    const char *const who[] = {"bear", "family", "duck"}, *const where[] = {"theatre", "sofa", "bag"};
    struct level old = before(), level = old;
    RECAST(&level, &old, who, where);
    assert_string_equal(told(&level), "bear/theatre bear/theatre family/sofa family/sofa duck/bag duck/bag");
}

static void test_who_is_left_out_is_gone_and_the_place_is_still_used(void **state)
{
    (void)state;
    const char *const who[] = {"bear"}, *const where[] = {"theatre", "sofa"};
    struct level old = before(), level = old;
    RECAST(&level, &old, who, where);
    assert_string_equal(told(&level), "bear/theatre bear/theatre bear/theatre bear/sofa bear/sofa bear/sofa");
}

static void test_a_place_keeps_its_backdrop(void **state)
{
    (void)state;
    const char *const who[] = {"cat"}, *const where[] = {"sofa", "bag"};
    struct level old = before(), level = old;
    RECAST(&level, &old, who, where);
    assert_string_equal(level.scenes[0].backdrop, "garden");
    assert_string_equal(level.scenes[5].backdrop, "room");
}

static void test_what_no_game_shows_is_counted(void **state)
{
    (void)state;
    struct level old = before(), level = old;
    RECAST(&level, &old, friends, places);
    assert_int_equal(level.scene_count, FRIENDS);
    assert_int_equal(recast_unseen(&level), FRIENDS - 6);
    assert_int_equal(recast_unseen(&old), 0);
}

static int chosen_of(struct random *random, const char *const *all, int count, const char **out)
{
    int chosen = 0;
    for (int i = 0; i < count; i++) {
        if (random_between(random, 0, 2) == 0) {
            out[chosen++] = all[i];
        }
    }
    out[0] = chosen > 0 ? out[0] : all[random_between(random, 0, count - 1)];
    return chosen > 0 ? chosen : 1;
}

static bool in(const char *id, const char *const *ids, int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(id, ids[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void test_everybody_and_every_place_and_nobody_else_has_a_turn(void **state)
{
    (void)state;
    struct random random;
    struct level level = before();
    random_seed(&random, 5);
    for (int n = 0; n < RANDOM_CASTS; n++) {
        const char *who[FRIENDS], *where[PLACES];
        struct level old = level; // one change after the other
        int who_count = chosen_of(&random, friends, FRIENDS, who);
        int place_count = chosen_of(&random, places, PLACES, where);
        recast(&level, &old, who, who_count, where, place_count);
        assert_in_range(level.scene_count, 1, LEVEL_SCENES_MAX);
        for (int i = 0; i < level.scene_count; i++) {
            assert_true(in(level.scenes[i].who, who, who_count));
            assert_true(in(level.scenes[i].place, where, place_count));
            assert_true(level.scenes[i].backdrop[0] != '\0');
        }
        for (int i = 0; i < who_count; i++) {
            assert_true(recast_has_who(&level, who[i]));
        }
        for (int i = 0; i < place_count; i++) {
            assert_true(recast_has_place(&level, where[i]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_friends_and_places_change_nothing),
        cmocka_unit_test(test_a_new_friend_has_a_turn_in_the_game),
        cmocka_unit_test(test_a_new_friend_takes_the_new_place),
        cmocka_unit_test(test_who_is_left_out_is_gone_and_the_place_is_still_used),
        cmocka_unit_test(test_a_place_keeps_its_backdrop),
        cmocka_unit_test(test_what_no_game_shows_is_counted),
        cmocka_unit_test(test_everybody_and_every_place_and_nobody_else_has_a_turn),
    };
    return cmocka_run_group_tests_name("recast", tests, NULL, NULL);
}
