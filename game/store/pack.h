// Inside of voice packs. Only for store/pack*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

// Copies the face and the clips that play from one person to another, of another database. In the caller's
// transaction of the second one. replace: what stands at a clip's place becomes an older take; else the clip
// finds a free one. A clip whose very samples are there already is left out.
bool pack_copy(sqlite3 *from, int64_t from_person, sqlite3 *to, int64_t to_person, bool replace,
               int64_t now_utc);
// The one person in a pack, with what belongs to them. False where there is none, or more than one.
bool pack_person(sqlite3 *pack, int64_t *person);
// Whether all of a pack may come in: few enough clips, none louder than the game makes them, and a photo that
// is a picture. NULL, or a sentence.
const char *pack_refuses(sqlite3 *pack, int64_t person);
