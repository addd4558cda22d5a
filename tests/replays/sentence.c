// Sentences about a trace: "1 back why=touch between 5000 and 5100", "after touch within 40 ms answer".
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replays/facts.h"

enum { WORDS_MAX = 24 };

struct words {
    char text[REASON_SIZE];
    char *items[WORDS_MAX];
    int count, next;
};

// An event with some of its values, and when.
struct pattern {
    const char *event;
    const char *pairs[8]; // "why=touch"
    int pair_count;
    int from_ms, to_ms;
};

static void split(struct words *words, const char *sentence)
{
    *words = (struct words){0};
    snprintf(words->text, sizeof words->text, "%s", sentence);
    char *rest = words->text;
    for (char *word = strsep(&rest, " \t"); word && words->count < WORDS_MAX; word = strsep(&rest, " \t")) {
        if (*word) {
            words->items[words->count++] = word;
        }
    }
}

static const char *next(struct words *words)
{
    return words->next < words->count ? words->items[words->next++] : "";
}

static bool next_is(struct words *words, const char *word)
{
    if (words->next < words->count && strcmp(words->items[words->next], word) == 0) {
        words->next++;
        return true;
    }
    return false;
}

static bool read_number(const char *word, int *number)
{
    char *end;
    long value = strtol(word, &end, 10);
    *number = (int)value;
    return end != word && *end == '\0';
}

static bool read_pattern(struct words *words, struct pattern *pattern)
{
    *pattern = (struct pattern){.event = next(words), .to_ms = INT_MAX};
    while (words->next < words->count && strchr(words->items[words->next], '=') && pattern->pair_count < 8) {
        pattern->pairs[pattern->pair_count++] = next(words);
    }
    if (!next_is(words, "between")) {
        return *pattern->event != '\0';
    }
    return read_number(next(words), &pattern->from_ms) && next_is(words, "and") &&
           read_number(next(words), &pattern->to_ms);
}

static bool fits_pair(const struct fact *fact, const char *pair)
{
    char key[32], value[64];
    int equals = (int)strcspn(pair, "=");
    snprintf(key, sizeof key, "%.*s", equals, pair);
    return fact_value(fact, key, value, sizeof value) && strcmp(value, pair + equals + 1) == 0;
}

static bool fits(const struct fact *fact, const struct pattern *pattern)
{
    if (strcmp(fact->event, pattern->event) != 0 || fact->t_ms < pattern->from_ms ||
        fact->t_ms > pattern->to_ms) {
        return false;
    }
    for (int i = 0; i < pattern->pair_count; i++) {
        if (!fits_pair(fact, pattern->pairs[i])) {
            return false;
        }
    }
    return true;
}

static bool say_count(const struct facts *facts, struct words *words, bool *understood)
{
    struct pattern pattern;
    const char *count = next(words);
    int wanted = 0, found = 0;
    bool some = strcmp(count, "some") == 0;
    *understood = (some || strcmp(count, "no") == 0 || read_number(count, &wanted)) &&
                  read_pattern(words, &pattern) && words->next == words->count;
    for (int i = 0; *understood && i < facts->count; i++) {
        found += fits(&facts->items[i], &pattern);
    }
    return some ? found > 0 : found == wanted;
}

static bool say_after(const struct facts *facts, struct words *words, bool *understood)
{
    struct pattern first, second;
    int within_ms = 0, found = 0;
    *understood = read_pattern(words, &first) && next_is(words, "within") &&
                  read_number(next(words), &within_ms) && next_is(words, "ms") &&
                  read_pattern(words, &second) && words->next == words->count;
    for (int i = 0; *understood && i < facts->count; i++) {
        if (!fits(&facts->items[i], &first)) {
            continue;
        }
        int j = i + 1;
        while (j < facts->count && !fits(&facts->items[j], &second)) {
            j++;
        }
        if (j == facts->count || facts->items[j].t_ms > facts->items[i].t_ms + within_ms) {
            return false;
        }
        found++;
    }
    return found > 0; // a sentence about nothing says nothing
}

bool facts_say(const struct facts *facts, const char *sentence, char *reason)
{
    struct words words;
    bool understood = false;
    split(&words, sentence);
    bool holds = next_is(&words, "after") ? say_after(facts, &words, &understood)
                                          : say_count(facts, &words, &understood);
    if (!understood) {
        snprintf(reason, REASON_SIZE, "not understood: %s", sentence);
    } else if (!holds) {
        snprintf(reason, REASON_SIZE, "not so: %s", sentence);
    }
    return understood && holds;
}
