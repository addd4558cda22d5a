// How long a sound file says it is, by its header: for lists. What is in it, take_read finds out.
#pragma once

// Milliseconds; -1 where it is no plain file or no sound that libsndfile reads.
int sound_length_ms(const char *path);
