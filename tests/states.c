// States of a session as a few bytes each, in a table without gaps.
#include "states.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELD(name)                                                                                          \
    {                                                                                                        \
        offsetof(struct session, name), sizeof(((struct session *)0)->name)                                  \
    }
static const struct field {
    size_t offset, size;
} fields[] = {
    FIELD(phase),
    FIELD(phase_ms),
    FIELD(round),
    FIELD(away_ms),
    FIELD(gone),
    FIELD(gone_ms),
    FIELD(due_ms),
    FIELD(due_why),
    FIELD(bridges),
    FIELD(hold),
    FIELD(hold_ms),
    FIELD(touched),
    FIELD(upset),
    FIELD(held),
    FIELD(lasted_ms),
    FIELD(shorter),
    FIELD(easy),
    FIELD(ending),
    FIELD(why),
    FIELD(most_ms),
    FIELD(comfort.running),
    FIELD(comfort.run_ms),
    FIELD(comfort.pause_ms),
    FIELD(calm),
    FIELD(upsets),
    FIELD(longest_calm_ms),
    FIELD(own_lasted),
    FIELD(upset_at_own),
};
enum { FIELDS = sizeof fields / sizeof *fields };
// A member more in struct session has to be a field more here.
_Static_assert(sizeof(struct session) == sizeof(struct plan) + 100, "struct session has changed: see fields");

static void fail(const char *why)
{
    fprintf(stderr, "states: %s\n", why);
    abort();
}

struct key states_key(const struct session *session)
{
    struct key key = {0};
    uint8_t *to = key.bytes;
    unsigned all = 0;
    for (int i = 0; i < FIELDS; i++) {
        const uint8_t *from = (const uint8_t *)session + fields[i].offset;
        if (fields[i].size == sizeof(int)) {
            unsigned value;
            memcpy(&value, from, sizeof value);
            memcpy(to, &(uint16_t){(uint16_t)value}, 2);
            all |= value;
            to += 2;
        } else {
            *to++ = *from;
        }
    }
    if (all > UINT16_MAX) {
        fail("a number in a state does not fit");
    }
    return key;
}

struct session states_session(const struct states *states, uint32_t index)
{
    struct session session = {.plan = states->plan, .elapsed_ms = states->elapsed_ms};
    const uint8_t *from = states->keys[index].bytes;
    for (int i = 0; i < FIELDS; i++) {
        uint8_t *to = (uint8_t *)&session + fields[i].offset;
        if (fields[i].size == sizeof(int)) {
            uint16_t half;
            memcpy(&half, from, sizeof half);
            memcpy(to, &(int){half}, sizeof(int));
            from += 2;
        } else {
            *to = *from++;
        }
    }
    return session;
}

static uint32_t hash(const struct key *key)
{
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < KEY_SIZE; i += 8) {
        uint64_t word;
        memcpy(&word, key->bytes + i, sizeof word);
        h = (h ^ word) * 0x9E3779B97F4A7C15u;
        h ^= h >> 29;
    }
    return (uint32_t)(h >> 16);
}

static void place(struct states *states, uint32_t index)
{
    uint32_t at = hash(&states->keys[index]) & (states->table_size - 1);
    while (states->table[at]) {
        at = (at + 1) & (states->table_size - 1);
    }
    states->table[at] = index + 1;
}

static void grow(struct states *states)
{
    states->size = states->size ? states->size * 2 : 1 << 12;
    states->keys = realloc(states->keys, states->size * sizeof *states->keys);
    free(states->table);
    states->table_size = states->size * 2;
    states->table = calloc(states->table_size, sizeof *states->table);
    if (!states->keys || !states->table) {
        fail("no room for the states");
    }
    for (uint32_t i = 0; i < states->count; i++) {
        place(states, i);
    }
}

uint32_t states_number(struct states *states, const struct session *session)
{
    struct key key = states_key(session);
    if (states->count == states->size) {
        grow(states);
    }
    uint32_t at = hash(&key) & (states->table_size - 1);
    for (; states->table[at]; at = (at + 1) & (states->table_size - 1)) {
        uint32_t index = states->table[at] - 1;
        if (memcmp(&states->keys[index], &key, sizeof key) == 0) {
            return index;
        }
    }
    states->keys[states->count] = key;
    place(states, states->count);
    return states->count++;
}

void states_free(struct states *states)
{
    free(states->keys);
    free(states->table);
    *states = (struct states){0};
}
