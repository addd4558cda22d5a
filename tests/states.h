// The states of a session that were met so far, each with a number from 0; for tests that look at all of
// them.
#pragma once

#include <stdint.h>

#include "core/session.h"

enum { KEY_SIZE = 56 };

// A state without its plan and its time played, the same bytes for the same state.
struct key {
    uint8_t bytes[KEY_SIZE];
};

struct states {
    struct plan plan; // the same in all of them
    int elapsed_ms;   // ... and where the time played stands
    struct key *keys; // owned
    uint32_t *table;  // owned; numbers from 1 at the places of their keys
    uint32_t count, size, table_size;
};

struct key states_key(const struct session *session);
// The number of a state; a new one, count - 1, if it was not met before.
uint32_t states_number(struct states *states, const struct session *session);
struct session states_session(const struct states *states, uint32_t number);
void states_free(struct states *states);
