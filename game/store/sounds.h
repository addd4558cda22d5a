// The one table of every sound by id: assets/sounds/ID.ogg. Variants of one sound end with _1, _2, ...
#pragma once

#include <stddef.h>

struct sound {
    const char *id;
    int length_ms;
};

// By index from 0; NULL behind the last.
const struct sound *sounds_at(int index);
// NULL where there is no such sound.
const struct sound *sounds_find(const char *id);
// How many variants: hello -> 4, for hello_1 to hello_4. 0 where there is none.
int sounds_variants(const char *stem);
// Where its file is.
void sounds_path(const char *id, char *path, size_t size);

// Whose "it is me" a friend has, and what a hiding place sounds like: mostly their own name; a new one
// borrows.
const char *sounds_friend(const char *who);
const char *sounds_cover(const char *place);
