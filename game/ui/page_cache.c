// A hash table that forgets what was not shown for longest.
#include "ui/page_cache.h"

#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"

static const size_t BYTES_MOST = 48u << 20, BYTES_AFTER = 32u << 20;

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ byte[i]) * 0x100000001B3u; // FNV-1a
    }
    return hash;
}

static uint64_t hash_of(const struct cache_key *key)
{
    const uint64_t hash = mix(0xCBF29CE484222325u, &key->kind, sizeof key->kind);
    return mix(mix(hash, key->numbers, sizeof key->numbers), key->text, key->length);
}

static bool same(const struct cached *cached, const struct cache_key *key, uint64_t hash)
{
    return cached->hash == hash && cached->key.kind == key->kind && cached->key.length == key->length &&
           memcmp(cached->key.numbers, key->numbers, sizeof key->numbers) == 0 &&
           (key->length == 0 || memcmp(cached->key.text, key->text, key->length) == 0);
}

static size_t bytes_of(const struct cached *cached)
{
    const struct rect box = cached->sprite ? sprite_bounds(cached->sprite) : (struct rect){0};
    return sizeof *cached + cached->key.length + (size_t)box.w * (size_t)box.h * 4;
}

static struct cached *add(struct cached **slot, const struct cache_key *key, uint64_t hash)
{
    struct cached *cached = calloc(1, sizeof *cached);
    char *text = malloc(key->length + 1);
    if (!cached || !text) {
        free(cached);
        free(text);
        return NULL;
    }
    if (key->length > 0) {
        memcpy(text, key->text, key->length);
    }
    text[key->length] = '\0';
    *cached = (struct cached){.key = *key, .hash = hash, .fresh = true, .next = *slot};
    cached->key.text = text;
    *slot = cached;
    return cached;
}

struct cached *cache_find(struct cache *cache, const struct cache_key *key)
{
    const uint64_t hash = hash_of(key);
    struct cached **slot = &cache->slots[hash % CACHE_SLOTS], *found = *slot;
    while (found && !same(found, key, hash)) {
        found = found->next;
    }
    found = found ? found : add(slot, key, hash);
    if (found) {
        found->frame = cache->frame;
    }
    return found;
}

void cache_filled(struct cache *cache, struct cached *cached)
{
    cached->fresh = false;
    cache->bytes += bytes_of(cached);
}

static void drop(struct cache *cache, struct cached **link)
{
    struct cached *gone = *link;
    *link = gone->next;
    cache->bytes -= gone->fresh ? 0 : bytes_of(gone);
    sprite_free(gone->sprite);
    free(gone->wrap);
    free((char *)gone->key.text);
    free(gone);
}

static void drop_older_than(struct cache *cache, int frame)
{
    for (int i = 0; i < CACHE_SLOTS; i++) {
        struct cached **link = &cache->slots[i];
        while (*link) {
            if ((*link)->frame < frame) {
                drop(cache, link);
            } else {
                link = &(*link)->next;
            }
        }
    }
}

static int oldest(const struct cache *cache)
{
    int frame = cache->frame;
    for (int i = 0; i < CACHE_SLOTS; i++) {
        for (const struct cached *cached = cache->slots[i]; cached; cached = cached->next) {
            frame = cached->frame < frame ? cached->frame : frame;
        }
    }
    return frame;
}

void cache_next_frame(struct cache *cache)
{
    if (cache->bytes > BYTES_MOST) {
        for (int frame = oldest(cache); cache->bytes > BYTES_AFTER && frame < cache->frame - 1;) {
            drop_older_than(cache, frame + 1);
            frame = oldest(cache);
        }
    }
    cache->frame++;
}

void cache_clear(struct cache *cache)
{
    drop_older_than(cache, cache->frame + 1);
}
