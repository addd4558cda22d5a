// Memory, counted apart for the game's own calls and for its libraries'.
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "faults/strike.h"

enum { EARLY_BYTES = 64 * 1024 };

// What is asked for while the real functions are being looked up.
static _Alignas(16) char early[EARLY_BYTES];
static size_t early_used;
static _Thread_local bool looking;

static void *early_memory(size_t size)
{
    const size_t from = (early_used + 15) & ~(size_t)15;
    early_used = from + size;
    return early_used <= EARLY_BYTES ? early + from : NULL;
}

static bool is_early(const void *memory)
{
    return (const char *)memory >= early && (const char *)memory < early + EARLY_BYTES;
}

static void *found(struct call *call, const char *name)
{
    if (!call->next) {
        looking = true;
        strike_next(call, name);
        looking = false;
    }
    return call->next;
}

struct counts {
    struct call real, game, library;
};

static bool due(struct counts *counts, const char *game, const char *library, const void *caller)
{
    const enum caller who = strike_caller(caller);
    const bool strikes = who == CALLER_GAME      ? strike_due(&counts->game, game)
                         : who == CALLER_LIBRARY ? strike_due(&counts->library, library)
                                                 : false;
    if (strikes) {
        errno = ENOMEM;
    }
    return strikes;
}

void *malloc(size_t size)
{
    static struct counts counts;
    if (looking) {
        return early_memory(size);
    }
    void *(*next)(size_t) = found(&counts.real, "malloc");
    return due(&counts, "game_malloc", "library_malloc", __builtin_return_address(0)) ? NULL : next(size);
}

void *calloc(size_t count, size_t size)
{
    static struct counts counts;
    if (looking) {
        return early_memory(count * size);
    }
    void *(*next)(size_t, size_t) = found(&counts.real, "calloc");
    return due(&counts, "game_calloc", "library_calloc", __builtin_return_address(0)) ? NULL
                                                                                      : next(count, size);
}

void *realloc(void *memory, size_t size)
{
    static struct counts counts;
    void *(*next)(void *, size_t) = found(&counts.real, "realloc");
    return due(&counts, "game_realloc", "library_realloc", __builtin_return_address(0)) ? NULL
                                                                                        : next(memory, size);
}

void free(void *memory)
{
    static struct call call;
    if (!is_early(memory)) {
        void (*next)(void *) = found(&call, "free");
        next(memory);
    }
}

char *strdup(const char *text)
{
    static struct counts counts;
    char *(*next)(const char *) = found(&counts.real, "strdup");
    return due(&counts, "game_strdup", "library_strdup", __builtin_return_address(0)) ? NULL : next(text);
}
