// What a page has drawn before: sprites and wrapped texts by what they are, the least recently used dropped
// when they grow too many. Only for the page.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sprite;
struct wrap;

enum cached_kind { CACHED_SHAPE, CACHED_ICON, CACHED_LINE, CACHED_WRAP, CACHED_WIDTH, CACHED_DRAWING };

enum { CACHE_NUMBERS = 8 };

struct cache_key {
    enum cached_kind kind;
    int numbers[CACHE_NUMBERS];
    const char *text; // may be NULL; copied
    size_t length;
};

struct cached {
    struct cache_key key;
    uint64_t hash;
    int frame;  // last used
    bool fresh; // nobody has filled it in yet
    struct sprite *sprite;
    int number;
    struct wrap *wrap; // malloced
    struct cached *next;
};

enum { CACHE_SLOTS = 512 };

struct cache {
    struct cached *slots[CACHE_SLOTS];
    int frame;
    size_t bytes;
};

// The entry of this key, made where there is none (fresh then: fill it in and tell by cache_filled). NULL
// without memory.
struct cached *cache_find(struct cache *cache, const struct cache_key *key);
void cache_filled(struct cache *cache, struct cached *cached);
// A new frame: what was not used in the last two may be dropped.
void cache_next_frame(struct cache *cache);
void cache_clear(struct cache *cache);
