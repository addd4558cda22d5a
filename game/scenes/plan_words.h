// A plan in words, as it will be played: rounds that the session's limit leaves out are not promised.
#pragma once

#include <stddef.h>

#include "core/plan.h"
#include "core/timeline.h"

// "6 rounds, longest away 2.3 s, about 2 minutes"
void plan_words(const struct plan *plan, char *out, size_t size);
// "6 rounds, longest away 2.3 s, 1 min 41 s"
void plan_words_exact(const struct timeline *timeline, char *out, size_t size);
// "1 round", "6 rounds"
void plan_words_rounds(int rounds, char *out, size_t size);
// "1 min 41 s", "3 min", "45 s"
void plan_words_time(int ms, char *out, size_t size);
