// The parts a session's sound is made of: a table of what each is called, where it plays and which file it
// is.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum part {
    PART_HELLO,
    PART_ME_HELLO,
    PART_BYE,
    PART_CLOSE,
    PART_BED,
    PART_WHERE,
    PART_NEAR,
    PART_RUSTLE,
    PART_RETURN,
    PART_REVEAL,
    PART_OPEN,
    PART_ME_JOY,
    PART_JOY,
    PART_GIGGLE,
    PART_COMFORT,
    PART_COMFORT_TUNE, // after a recorded voice
    PART_GOODNIGHT,
    PART_GOODNIGHT_TUNE,
    PART_AWAY, // a recorded voice only
    PART_SLEEP,
    PARTS,
};

struct voice_clips;

// Who hides where today, and whose turn it is among the variants.
struct parts {
    char who[16], place[16];
    unsigned turn[PARTS];
    struct voice_clips *voices; // who plays today; NULL: the stock sounds only
};

struct part_clip {
    char name[200]; // as the trace says it: "stock/hello_2", "Mama/return/2"
    char path[1024];
    int length_ms;
    bool voice; // a recorded one: it takes the place of the stock sound of its moment
};

void parts_start(struct parts *parts, uint64_t seed);
const char *part_moment(enum part part);
int part_channel(enum part part);
bool part_panned(enum part part); // it comes from where the friend hides

// What a part sounds like now: the one place where a moment becomes a clip. False where there is none.
// most_ms: of a recorded voice, no longer than that; 0: the stock sound. But where the rules bridge a long
// away, a song of any length may begin while there is some time: it fades before it would have to end.
bool parts_clip(const struct parts *parts, enum part part, int most_ms, struct part_clip *clip);
// Variants take turns. The bed does not: one stays the whole session.
void parts_played(struct parts *parts, enum part part, const struct part_clip *clip);
// The note that answers a touch, from 0 (lowest).
bool parts_note(int note, struct part_clip *clip);
