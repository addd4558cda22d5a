// The household that the killer visits: what must be true of it whatever happened.
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/random.h"

struct family;

enum { FOLDER_SIZE = 256, PATH_MAX_SIZE = 300, CONFIRMED_MAX = 1000, WORDS_MAX = 12 };

struct test {
    const char *program;
    char folder[FOLDER_SIZE];
    struct random random;
    int16_t *pcm; // what each clip must hold: all are made of the same recording
    int pcm_count;
    int64_t confirmed[CONFIRMED_MAX]; // ids whose line was printed
    int confirmed_count;
    void *faces[2]; // what the two photos become
    size_t face_lengths[2];
    int killed, ended;
};

#define REQUIRE(what)                                                                                        \
    do {                                                                                                     \
        if (!(what)) {                                                                                       \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what);                               \
            exit(1);                                                                                         \
        }                                                                                                    \
    } while (0)

// A path in the test's folder; good for the next fifteen of them.
const char *in(const struct test *test, const char *name);
// The family of a folder of the test's. Ends the run where it does not open.
struct family *opened(const struct test *test, const char *folder);
// Every clip that is listed there is whole; how many they are.
int require_all_whole(struct test *test, const char *folder);
// Every clip that was confirmed is there, playing or as an older take, and whole.
void require_confirmed(struct test *test);
