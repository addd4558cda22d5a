// The deletion's own parts. Only for scenes/deletion*.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "scenes/deletion.h"
#include "store/forget.h"

enum { DELETION_PARTS = 4 };

enum deletion_id {
    DELETION_SHEET = DELETION_IDS,
    DELETION_CLOSE,
    DELETION_KEEP,
    DELETION_GO,
    DELETION_UNDO,
    DELETION_PART, // one for each of the parts
};

struct deletion {
    bool open;   // the sheet is on
    bool asked;  // the reading task is on, or was left
    bool failed; // the last one could not be carried out
    int chosen;  // parts of store/forget.h: the switches
    int gone;    // deleted, until the screen is left
    int said_ms; // when the toast with its Undo came
    struct forget_counts counts;
};

// ---- words
// A row's name and what is below it.
const char *deletion_part_name(int part);
void deletion_part_words(const struct forget_counts *counts, int part, char *out, size_t size);
// The button: it names what goes.
void deletion_amount_words(const struct forget_counts *counts, int parts, char *out, size_t size);
