// Commands that need no display and no sound device (design.md 4).
#pragma once

#include <stdbool.h>

#include "scenes/options.h"

// These say one line on standard error where they answer false.
bool commands_known(const char *name);
// Whether a command's second word is a part of it: voice add.
bool commands_has_verb(const char *name);
// Whether the words that were given are those the command takes.
bool commands_fit(const struct options *options);
// Runs options->command; returns the exit status.
int commands_run(const struct options *options);
// Whoever --with names plays from now on. EXIT_WELL where nobody is named, too.
int commands_with(const struct options *options);
