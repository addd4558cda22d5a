// The calendar in words.
#include "store/dates.h"

#include <stdio.h>
#include <time.h>

#include "store/words.h"

static struct tm local(int64_t utc)
{
    time_t seconds = (time_t)utc;
    struct tm day = {0};
    localtime_r(&seconds, &day);
    return day;
}

int64_t date_day_begins(int64_t utc)
{
    struct tm day = local(utc);
    day.tm_hour = day.tm_min = day.tm_sec = 0;
    day.tm_isdst = -1; // midnight's own, on the day when the clocks change
    return (int64_t)mktime(&day);
}

// Counted as if every day had 24 hours: noon of the same date without a time zone.
static int64_t day_number(int64_t utc)
{
    struct tm day = local(utc);
    int64_t y = day.tm_year + 1900 - (day.tm_mon < 2), era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400, of_year = (153 * ((day.tm_mon + 10) % 12) + 2) / 5 + day.tm_mday - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

int date_days_between(int64_t from, int64_t to)
{
    return (int)(day_number(to) - day_number(from));
}

void date_clock(char *out, size_t size, int64_t utc)
{
    struct tm day = local(utc);
    char hours[16], minutes[16];
    snprintf(hours, sizeof hours, "%d", day.tm_hour);
    snprintf(minutes, sizeof minutes, "%02d", day.tm_min);
    word_fill(out, size, "date.clock", "h", hours, "m", minutes, NULL);
}

void date_day(char *out, size_t size, int64_t utc)
{
    struct tm day = local(utc);
    char number[16], key[24];
    snprintf(number, sizeof number, "%d", day.tm_mday);
    snprintf(key, sizeof key, "month.%02d", (day.tm_mon + 1) % 13);
    word_fill(out, size, "date.day", "d", number, "m", word(key), NULL);
}

void date_file(char *out, size_t size, int64_t utc)
{
    struct tm day = local(utc);
    strftime(out, size, "%Y-%m-%d", &day);
}
