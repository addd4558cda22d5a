// Looks at a family as all screens together do: whatever its file holds, what is read is in range and fit for
// a baby's ear and eye.
#pragma once

#include <stdint.h>

struct family;

void family_look(struct family *family, const char *folder);
// A number that another family would not have: its people, their clips and faces, its levels.
int64_t family_print(struct family *family, const char *folder);
