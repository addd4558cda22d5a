// The games in words: what they were like, and what one of them was. No scores, no praise for longer ones.
#include <stdio.h>
#include <string.h>

#include "scenes/progress_inside.h"
#include "store/dates.h"
#include "store/words.h"

enum { NUMBER = 16, BREAK_DAYS = 8 /* more than a week: the ladder steps back */ };

const char *progress_span_title(enum span span)
{
    static const char *const keys[SPANS] = {"pr.sum.3w", "pr.sum.3m", "pr.sum.all"};
    return word(keys[span]);
}

// ---- what there was in the span

struct tally {
    int games, calm, fussy, shorter, unclear; // shorter: after a fussy one the next began at a lower step
    int least_ms, most_ms;                    // the longest calm hide of each game
    int break_days;                           // the longest time between two games
};

static void count_hide(struct tally *tally, const struct session_note *note)
{
    int ms = note->longest_calm_ms;
    if (ms > 0) {
        tally->least_ms = tally->calm == 0 || ms < tally->least_ms ? ms : tally->least_ms;
        tally->most_ms = ms > tally->most_ms ? ms : tally->most_ms;
        tally->calm++;
    }
}

static struct tally tally_of(const struct session_note *notes, int count)
{
    struct tally tally = {.games = count};
    for (int i = 0; i < count; i++) {
        bool fussy = progress_fussy(&notes[i]);
        int days = i > 0 ? date_days_between(notes[i - 1].began, notes[i].began) : 0;
        tally.fussy += fussy;
        tally.shorter += fussy && notes[i].next_step < notes[i].step;
        tally.unclear += progress_unclear(&notes[i]);
        tally.break_days = days > tally.break_days ? days : tally.break_days;
        count_hide(&tally, &notes[i]);
    }
    return tally;
}

// ---- sentences, one after the other

struct sentences {
    char *out;
    size_t size, length;
};

static void say(struct sentences *said, const char *sentence)
{
    if (sentence[0] && said->length < said->size) {
        said->length += (size_t)snprintf(said->out + said->length, said->size - said->length, "%s%s",
                                         said->length > 0 ? " " : "", sentence);
    }
}

static void say_number(struct sentences *said, const char *key, int count)
{
    char number[NUMBER], sentence[PROGRESS_WORDS];
    snprintf(number, sizeof number, "%d", count);
    word_fill(sentence, sizeof sentence, key, "n", number, NULL);
    say(said, sentence);
}

static void say_hides(struct sentences *said, const struct tally *tally)
{
    char least[NUMBER], most[NUMBER], sentence[PROGRESS_WORDS];
    word_seconds(least, sizeof least, tally->least_ms);
    word_seconds(most, sizeof most, tally->most_ms);
    bool same = strcmp(least, most) == 0;
    const char *key = tally->games == 1 ? "pr.sum.hide" : same ? "pr.sum.hide.same" : "pr.sum.hide.range";
    word_fill(sentence, sizeof sentence, key, "a", least, "b", most, NULL);
    say(said, sentence);
}

static void say_fussy(struct sentences *said, const struct tally *tally)
{
    if (tally->fussy == 1) {
        say(said, word(tally->shorter ? "pr.sum.fuss.one.back" : "pr.sum.fuss.one.stay"));
    } else if (tally->fussy > 1) {
        bool all = tally->shorter == tally->fussy, none = tally->shorter == 0;
        say_number(said,
                   all    ? "pr.sum.fuss.back"
                   : none ? "pr.sum.fuss.stay"
                          : "pr.sum.fuss.some",
                   tally->fussy);
    }
}

static void say_games(struct sentences *said, const struct tally *tally)
{
    bool one = tally->games == 1;
    if (tally->fussy == tally->games) {
        say_number(said, one ? "pr.sum.allfuss.one" : "pr.sum.allfuss.other", tally->games);
        return;
    }
    say_number(said, one ? "pr.sum.games.one" : "pr.sum.games.other", tally->games);
    if (tally->calm > 0) {
        say_hides(said, tally);
    }
    say_fussy(said, tally);
}

void progress_summary(const struct session_note *notes, int count, char *out, size_t size)
{
    struct sentences said = {out, size, 0};
    struct tally tally = tally_of(notes, count);
    if (count == 0) {
        say(&said, word("pr.sum.none"));
        return;
    }
    say_games(&said, &tally);
    if (tally.unclear > 0) {
        say_number(&said, tally.unclear == 1 ? "pr.sum.unclear.one" : "pr.sum.unclear.other", tally.unclear);
    }
    if (tally.break_days >= BREAK_DAYS) {
        say_number(&said, "pr.sum.break", tally.break_days);
    }
}

// ---- one game

static const char *how(const struct session_note *note)
{
    bool early = note->why != END_DONE && note->why != END_LIMIT;
    if (progress_unclear(note)) { // a slip too: without the fuss nobody knows how it was
        return word("pr.day.unclear");
    }
    if (note->mark == MARK_SLIP) {
        return word("pr.day.slip");
    }
    if (progress_fussy(note)) {
        return word(note->mark == MARK_FUSSY ? "pr.day.said" : early ? "pr.day.fuss" : "pr.day.fuss.whole");
    }
    return word(early ? "pr.day.early" : "pr.day.calm");
}

void progress_day(const struct session_note *note, const char *title, char *out, size_t size)
{
    char day[DATE_SIZE], seconds[NUMBER];
    bool none = note->longest_calm_ms == 0;
    date_day(day, sizeof day, note->began);
    word_seconds(seconds, sizeof seconds, note->longest_calm_ms);
    const char *key = title ? (none ? "pr.day.none.on" : "pr.day.on") : none ? "pr.day.none" : "pr.day";
    word_fill(out, size, key, "d", day, "l", title ? title : "", "t", seconds, "c", how(note), NULL);
}
