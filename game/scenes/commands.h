// Commands that need no display and no sound: check and plan.
#pragma once

#include "scenes/options.h"

// Runs options->command; returns the exit status.
int commands_run(const struct options *options);
