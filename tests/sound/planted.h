// Signals with a fault each: a checker that does not notice them is worth nothing.
#pragma once

#include <stdbool.h>

// True if a good signal passes everything and each planted fault is noticed by its own measure. Prints what
// is not.
bool planted_faults_are_noticed(void);
