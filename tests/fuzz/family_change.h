// What libFuzzer's flips of bytes do not come to: a family's file, or a pack, in which all is well but a
// value or a row.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Changes one thing in the database that bytes hold, checksums in step with it. The new length; 0: it is no
// database, or would not fit into most.
size_t family_change(uint8_t *bytes, size_t length, size_t most, unsigned seed);
