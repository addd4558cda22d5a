// Real goodbyes ("away for real"): when, how long, who stayed, how it was.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct family;

enum parting_how { PARTING_EASY, PARTING_SHORT_CRY, PARTING_HARD }; // the file's numbers, for ever

struct parting {
    int64_t id;
    int64_t began; // UTC seconds
    int step;      // of core/parting.h
    int planned_s, took_s;
    enum parting_how how;
};

bool partings_add(struct family *family, const struct parting *parting);
// Youngest last. malloced, the caller's.
int partings_list(struct family *family, struct parting **partings);
