// What tests of the family's commands share: a refusal is one line, changes nothing and is quick.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "replays/desk.h"
#include "replays/inputs.h"

enum { CPU_MAX_MS = 3000 }; // a refusal takes a few ms; slow machines and sanitizers have slack

static inline const char *in(struct desk *desk, const char *name)
{
    static char paths[8][300];
    static int next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", desk->folder, name);
    return path;
}

static inline bool one_line(const char *text)
{
    const char *end = strchr(text, '\n');
    return end && end > text && end[1] == '\0';
}

static inline int children_cpu_ms(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (int)((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                 (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000);
}

// ---- what is refused leaves the family's file byte for byte, or absent, as it was

static inline void refused(struct desk *desk, const char *const *words)
{
    size_t before_length = 0, after_length = 0;
    char *before = outside_read(in(desk, "family.db"), &before_length);
    const int began_ms = children_cpu_ms();
    const int status = desk_run(desk, words);
    const int took_ms = children_cpu_ms() - began_ms;
    char *after = outside_read(in(desk, "family.db"), &after_length);
    const bool same = !before == !after &&
                      (!before || (before_length == after_length && !memcmp(before, after, after_length)));
    if (status != 1 || !one_line(desk->said.err) || *desk->said.out || !same || took_ms > CPU_MAX_MS) {
        fail_msg("%s %s: status %d, %s, %d ms\n%s%s", words[0], words[1], status,
                 same ? "unchanged" : "CHANGED", took_ms, desk->said.out, desk->said.err);
    }
    free(before);
    free(after);
}

#define refuse(desk, ...) refused(desk, (const char *const[]){__VA_ARGS__, "--data", (desk)->folder, NULL})
#define well(desk, ...) assert_int_equal(run(desk, __VA_ARGS__, "--data", (desk)->folder), 0)

// Each refusal once without a family and once with one.
static inline void with_and_without_a_family(struct desk *desk, void (*refusals)(struct desk *desk))
{
    refusals(desk);
    inputs_sound(in(desk, "voice.wav"), INPUT_VOICE, 48000, 1, 1.5);
    well(desk, "voice", "add", "--who", "Mama", "--moment", "hello", in(desk, "voice.wav"));
    refusals(desk);
}
