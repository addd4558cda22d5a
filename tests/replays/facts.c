// A trace's lines, and what must hold of each.
#include "replays/facts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME_MS = 17,
    SLACK_MS = 2 * FRAME_MS, // `gone` and `back` are the times of frames
    ANSWER_MS = 2 * FRAME_MS // a press is answered in the pass that received it
};

static bool refuse(char *reason, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    vsnprintf(reason, REASON_SIZE, format, words);
    va_end(words);
    return false;
}

static const char *const known[] = {"session", "round",  "phase", "gone",  "back", "sound",
                                    "touch",   "answer", "upset", "scene", "end",  "frames"};

static bool is_known(const char *event)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i], event) == 0) {
            return true;
        }
    }
    return false;
}

static bool read_line(struct fact *fact, const char *line, char *reason)
{
    int end = 0;
    fact->line = line;
    if (sscanf(line, "{\"t\":%d,\"event\":\"%15[a-z]\"%n", &fact->t_ms, fact->event, &end) != 2 || end == 0 ||
        line[strlen(line) - 1] != '}') {
        return refuse(reason, "not a trace's line: %s", line);
    }
    if (!is_known(fact->event)) {
        return refuse(reason, "not a trace's event: %s", line);
    }
    return true;
}

bool facts_read(struct facts *facts, const char *text, char *reason)
{
    size_t lines = 0;
    for (const char *c = text; *c; c++) {
        lines += *c == '\n';
    }
    *facts = (struct facts){.items = calloc(lines + 1, sizeof *facts->items), .text = strdup(text)};
    char *rest = facts->text;
    for (char *line = strsep(&rest, "\n"); line && rest; line = strsep(&rest, "\n")) {
        if (!read_line(&facts->items[facts->count], line, reason)) {
            return false;
        }
        facts->count++;
    }
    size_t length = strlen(text);
    return length == 0 || text[length - 1] == '\n' || refuse(reason, "the last line is not ended");
}

void facts_free(struct facts *facts)
{
    free(facts->items);
    free(facts->text);
    *facts = (struct facts){0};
}

bool fact_value(const struct fact *fact, const char *key, char *out, int size)
{
    char pattern[32];
    snprintf(pattern, sizeof pattern, ",\"%s\":", key);
    const char *at = strstr(fact->line, pattern);
    if (!at) {
        return false;
    }
    at += strlen(pattern);
    const char *ends = *at == '"' ? "\"" : *at == '[' ? "]" : ",}";
    at += *at == '"' || *at == '[';
    snprintf(out, (size_t)size, "%.*s", (int)strcspn(at, ends), at);
    return true;
}

int fact_number(const struct fact *fact, const char *key, int missing)
{
    char value[32];
    return fact_value(fact, key, value, sizeof value) ? atoi(value) : missing;
}

int facts_find(const struct facts *facts, int from, const char *event)
{
    for (int i = from; i < facts->count; i++) {
        if (strcmp(facts->items[i].event, event) == 0) {
            return i;
        }
    }
    return -1;
}

static bool same_value(const struct fact *a, const struct fact *b, const char *key)
{
    char of_a[64] = "", of_b[64] = "";
    return fact_value(a, key, of_a, sizeof of_a) && fact_value(b, key, of_b, sizeof of_b) &&
           strcmp(of_a, of_b) == 0;
}

static bool same_friend(const struct fact *a, const struct fact *b)
{
    return same_value(a, b, "who") && same_value(a, b, "place");
}

static bool in_order(const struct facts *facts, char *reason)
{
    for (int i = 1; i < facts->count; i++) {
        if (facts->items[i].t_ms < facts->items[i - 1].t_ms) {
            return refuse(reason, "goes back in time: %s", facts->items[i].line);
        }
    }
    return true;
}

// A visit to the grown-ups' screens only.
static bool nobody_played(const struct facts *facts)
{
    int scenes = 0;
    for (int i = 0; i < facts->count; i++) {
        bool scene = strcmp(facts->items[i].event, "scene") == 0;
        scenes += scene;
        if (scene && strstr(facts->items[i].line, "\"name\":\"play\"")) {
            return false;
        }
    }
    return scenes > 0;
}

// Session first, frames last, one end, and nobody goes after it.
static bool well_framed(const struct facts *facts, char *reason)
{
    int session = facts_find(facts, 0, "session"), end = facts_find(facts, 0, "end");
    if (!nobody_played(facts) && (session < 0 || end < session)) {
        return refuse(reason, "has no session that ends");
    }
    if (strcmp(facts->items[facts->count - 1].event, "frames") != 0) {
        return refuse(reason, "does not end with its frames");
    }
    if (session >= 0 && facts_find(facts, session + 1, "session") < 0 &&
        facts_find(facts, end + 1, "end") >= 0) {
        return refuse(reason, "ends twice");
    }
    return true;
}

// The one who went at index comes back as the next who goes or comes, in time.
static bool comes_back(const struct facts *facts, int gone, const struct fact *round, char *reason)
{
    const struct fact *went = &facts->items[gone];
    int back = facts_find(facts, gone + 1, "back"), next = facts_find(facts, gone + 1, "gone");
    if (back < 0 || (next >= 0 && next < back)) {
        return refuse(reason, "nobody comes back after %s", went->line);
    }
    const struct fact *came = &facts->items[back];
    int away_ms = fact_number(round, "away_ms", 0), took_ms = came->t_ms - went->t_ms;
    if (!same_friend(went, came)) {
        return refuse(reason, "another comes back: %s after %s", came->line, went->line);
    }
    if (took_ms > away_ms + SLACK_MS) {
        return refuse(reason, "back after %d ms, later than the %d promised: %s", took_ms, away_ms,
                      came->line);
    }
    return true;
}

static bool all_come_back(const struct facts *facts, char *reason)
{
    const struct fact *session = NULL, *round = NULL;
    int open = 0; // somebody is gone
    for (int i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        session = strcmp(fact->event, "session") == 0 ? fact : session;
        round = strcmp(fact->event, "round") == 0 ? fact : round;
        if (strcmp(fact->event, "back") == 0 && open-- == 0) {
            return refuse(reason, "comes back without having gone: %s", fact->line);
        }
        if (round == fact && session &&
            fact_number(round, "away_ms", 0) > fact_number(session, "cap_ms", 0)) {
            return refuse(reason, "longer than the cap: %s", fact->line);
        }
        if (strcmp(fact->event, "gone") != 0) {
            continue;
        }
        open++;
        if (!round || !same_friend(round, fact)) {
            return refuse(reason, "goes without a round of its own: %s", fact->line);
        }
        if (!comes_back(facts, i, round, reason)) {
            return false;
        }
    }
    return true;
}

static bool each_touch_is_answered(const struct facts *facts, char *reason)
{
    int touches = 0, answers = 0;
    for (int i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        answers += strcmp(fact->event, "answer") == 0;
        if (strcmp(fact->event, "touch") != 0) {
            continue;
        }
        touches++;
        int answer = facts_find(facts, i, "answer");
        if (answer < 0 || facts->items[answer].t_ms > fact->t_ms + ANSWER_MS) {
            return refuse(reason, "without an answer: %s", fact->line);
        }
    }
    return touches == answers || refuse(reason, "%d touches, but %d answers", touches, answers);
}

bool facts_promise(const struct facts *facts, char *reason)
{
    return in_order(facts, reason) && well_framed(facts, reason) && all_come_back(facts, reason) &&
           each_touch_is_answered(facts, reason);
}
