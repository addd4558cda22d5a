// What a trace says was spoken, looked for in what the session sounded like.
#pragma once

#include <stdbool.h>

#include "replays/facts.h"
#include "voice/find.h"

struct family;

// Each sound of INVENTED_NAME's in the trace: her clip is found in the recording, at most 50 ms after its
// time and never before it, and whole, but for a song while away. Joy comes after the return's words. Prints
// each moment's count and spread. False where one is not so. broken_off: hands and a grown-up who cut things
// short, so that only where a clip begins is looked at.
bool said_is_heard(const struct facts *facts, const struct mono *sound, struct family *family,
                   bool broken_off);
