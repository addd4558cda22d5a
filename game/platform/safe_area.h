// The part of the window that no notch, rounded corner or system bar covers.
#pragma once

#include "platform/canvas.h"

// Of a window of w x h pixels, in its pixels; never empty.
struct rect safe_area(int w, int h);
