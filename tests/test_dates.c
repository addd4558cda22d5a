// Days and times as a family reads them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "store/dates.h"
#include "store/words.h"

// 2025-11-24 16:00 UTC; Berlin: 17:00.
#define NOW ((int64_t)1764000000)
enum { HOUR = 3600, DAY = 24 * HOUR };

static int in_berlin(void **state)
{
    (void)state;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    words_choose("en");
    return 0;
}

static void test_a_time_is_the_local_one_of_24_hours(void **state)
{
    (void)state;
    char out[DATE_SIZE];
    date_clock(out, sizeof out, NOW);
    assert_string_equal(out, "17:00");
    date_clock(out, sizeof out, NOW - 9 * HOUR + 5 * 60);
    assert_string_equal(out, "8:05");
}

static void test_a_day_is_written_with_its_month(void **state)
{
    (void)state;
    char out[DATE_SIZE];
    date_day(out, sizeof out, NOW);
    assert_string_equal(out, "24\u00a0November");
    date_day(out, sizeof out, NOW + 7 * HOUR); // midnight in Berlin
    assert_string_equal(out, "25\u00a0November");
}

static void test_days_are_counted_by_local_midnights(void **state)
{
    (void)state;
    assert_int_equal(date_days_between(NOW, NOW + 7 * HOUR - 1), 0);
    assert_int_equal(date_days_between(NOW, NOW + 7 * HOUR), 1);
    assert_int_equal(date_days_between(NOW, NOW - 18 * HOUR), -1);
    assert_int_equal(date_days_between(NOW, NOW + 400 * (int64_t)DAY), 400);
}

static void test_a_day_on_which_the_clocks_change_is_one_day(void **state)
{
    (void)state;
    const int64_t midnight = 1761429600; // 2025-10-26 0:00 in Berlin, a day of 25 hours
    assert_int_equal(date_day_begins(midnight + 24 * HOUR), midnight);
    assert_int_equal(date_day_begins(midnight + 25 * HOUR), midnight + 25 * HOUR);
    assert_int_equal(date_days_between(midnight, midnight + 24 * HOUR), 0);
    assert_int_equal(date_days_between(midnight, midnight + 25 * HOUR), 1);
}

// The rules of the hour all over the world, as POSIX writes them: no table of zones need be installed.
static const char *const zones[] = {
    "UTC",
    "CET-1CEST,M3.5.0,M10.5.0/3",           // Berlin
    "EST5EDT,M3.2.0,M11.1.0",               // New York
    "AEST-10AEDT,M10.1.0,M4.1.0/3",         // Sydney: summer is at the end of the year
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", // Lord Howe: half an hour
    "<-04>4<-03>,M9.1.6/24,M4.1.6/24",      // Santiago: at midnight, which one day does not have
    "<+0545>-5:45",                         // Kathmandu
    "<+14>-14",                             // Kiritimati
    "<-12>12",
};

static void use_zone(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
}

// From one half hour to the next, for so many days: a day never ends before it began, is the same to its end,
// and the next one follows it.
static void walk_days(int64_t from, int days)
{
    for (int64_t at = from; at < from + days * (int64_t)DAY; at += HOUR / 2) {
        const int64_t begins = date_day_begins(at);
        assert_true(begins <= at && at - begins < 26 * HOUR);
        assert_int_equal(date_days_between(begins, at), 0);
        assert_int_equal(date_days_between(begins - 1, at), 1);
        assert_in_range(date_days_between(at, at + HOUR / 2), 0, 1);
    }
}

static void test_a_day_is_a_day_in_every_zone_when_its_clocks_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        use_zone(zones[i]);
        walk_days(1735689600, 366);         // 2025, both changes
        walk_days(2147483647 - 2 * DAY, 4); // 31 bits are full
        walk_days(4294967295 - 2 * DAY, 4); // 32 bits are full
        walk_days(0, 2);
    }
    in_berlin(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_time_is_the_local_one_of_24_hours),
        cmocka_unit_test(test_a_day_is_written_with_its_month),
        cmocka_unit_test(test_days_are_counted_by_local_midnights),
        cmocka_unit_test(test_a_day_on_which_the_clocks_change_is_one_day),
        cmocka_unit_test(test_a_day_is_a_day_in_every_zone_when_its_clocks_change),
    };
    return cmocka_run_group_tests(tests, in_berlin, NULL);
}
