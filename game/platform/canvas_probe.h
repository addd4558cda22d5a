// Whether this machine has a GPU worth using.
#pragma once

#include <stdbool.h>

// A look at the devices only: without one, OpenGL is not even loaded (it would cost 100 MB and 200 ms).
bool probe_has_gpu(void);
// Whether the OpenGL that a renderer has just made current is computed by the processor after all.
bool probe_is_emulated(void);
