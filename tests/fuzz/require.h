// What a fuzzer's target is, and how it says what is not so.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

// libFuzzer's own, which a target defines: once at the start (may be missing), and for each input.
int LLVMFuzzerInitialize(int *count, char ***words);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

// Ends the run with the words of what is not so; libFuzzer keeps the bytes.
#define REQUIRE(what)                                                                                        \
    do {                                                                                                     \
        if (!(what)) {                                                                                       \
            not_so(#what, __FILE__, __LINE__);                                                               \
        }                                                                                                    \
    } while (0)

_Noreturn void not_so(const char *what, const char *file, int line);
