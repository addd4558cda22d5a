// The known crying: what the tests let a microphone hear while somebody is away.
#pragma once

#include <stdbool.h>

// Writes so much of it, in a faintly hissing room, as WAV. False where it can't be written.
bool cried_write(const char *path, int ms);
