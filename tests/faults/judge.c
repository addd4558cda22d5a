#include "faults/judge.h"

#include <stdio.h>
#include <string.h>

#include "faults/kept.h"

enum { SANITIZER = 99 }; // what it is asked to end with (tests/faults/CMakeLists.txt)

static int times(const char *text, const char *what)
{
    int count = 0;
    for (const char *at = text; at && (at = strstr(at, what)); at += strlen(what)) {
        count++;
    }
    return count;
}

static int lines(const char *text)
{
    return times(text, "\n");
}

// What libraries say for themselves is not counted.
static bool is_one_sentence(const struct left *left)
{
    return lines(left->said.err) - times(left->said.err, "libpng ") - times(left->said.err, "CRITICAL: ") ==
           1;
}

static const char *how_it_ended(const struct left *left)
{
    return left->hung                       ? "it hung"
           : left->said.status == SANITIZER ? "a sanitizer spoke"
           : left->said.status < 0          ? "it crashed"
           : left->said.status > 1          ? "its status says that the command was wrong"
           : left->said.status == 0         ? NULL
           : is_one_sentence(left)          ? NULL
                                            : "it ended with 1, without one clear line";
}

// Where there is no memory for letters a game begins in the corner's place.
static bool began_with_play(const struct left *left)
{
    static const char play[] = "\"scene\",\"name\":\"play\"";
    const char *scene = left->trace ? strstr(left->trace, "\"scene\"") : NULL;
    return scene && strncmp(scene, play, sizeof play - 1) == 0;
}

// Whoever went came back, and play went on: as often as without a failure. Or it did not even begin, and said
// why.
static const char *how_it_played(const struct scenario *scenario, const struct left *untouched,
                                 const struct left *left)
{
    const int gone = times(left->trace, "\"gone\""), back = times(left->trace, "\"back\"");
    if (gone != back) {
        return "somebody went and did not come back";
    }
    if (left->said.status != 0) {
        return gone > 0 ? "play ended in the middle" : NULL;
    }
    if (scenario->kind != PLAY && began_with_play(left)) {
        return NULL;
    }
    return gone != times(untouched->trace, "\"gone\"") ? "play did not go on as it does without a failure"
                                                       : NULL;
}

// In the corner nothing may fail unseen; a command's status says how it went.
static const char *how_it_was_said(const struct scenario *scenario, const struct left *untouched,
                                   const struct left *left)
{
    const bool same = strcmp(left->kept, untouched->kept) == 0;
    if (same || left->said.status != 0 || scenario->kind == PLAY) {
        return NULL;
    }
    if (scenario->kind == COMMAND) {
        return "it says that it went well, and it did not";
    }
    return strcmp(left->pictures, untouched->pictures) == 0
               ? "something was not done, and nothing is seen of it"
               : NULL;
}

const char *judge(const struct scenario *scenario, const char *before, const struct left *untouched,
                  const struct left *left)
{
    static char words[600];
    const char *wrong = how_it_ended(left);
    if (!wrong && scenario->kind != COMMAND) {
        wrong = how_it_played(scenario, untouched, left);
    }
    if (!left->kept) {
        return "the family does not open any more";
    }
    const char *lost = kept_lost(before, untouched->kept, left->kept);
    if (lost) {
        snprintf(words, sizeof words, "%.500s was lost", lost);
        return words;
    }
    return wrong ? wrong : how_it_was_said(scenario, untouched, left);
}
