// The commands that are killed: what each begins with, and what may be there after it.
#pragma once

#include "kills/household.h"
#include "kills/killed.h"

struct kind {
    const char *name;
    const char *words[WORDS_MAX]; // "@name": a path in the test's folder
    void (*before)(struct test *test);
    void (*after)(struct test *test, const struct killed *killed);
    int length_us;
};

enum { KINDS = 8 };
extern struct kind kinds[KINDS];

// What the recorder's microphone hears, and the hands that press Record and Keep.
void set_up_recording(struct test *test);
// Notes the clip whose line was printed.
void confirm(struct test *test, const struct killed *killed);
