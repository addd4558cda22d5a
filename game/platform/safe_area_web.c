// The browser knows of the tablet's notch: game/web/safe.js.
#include "platform/safe_area.h"

#include <emscripten.h>

enum { TOP, RIGHT, BOTTOM, LEFT };

// clang-format off
EM_JS(int, safe_inset, (int side), { return peekaboo.safe.inset(side); })
// clang-format on

struct rect safe_area(int w, int h)
{
    const int left = safe_inset(LEFT), top = safe_inset(TOP);
    const struct rect safe = {left, top, w - left - safe_inset(RIGHT), h - top - safe_inset(BOTTOM)};
    return safe.w > w / 2 && safe.h > h / 2 ? safe : (struct rect){0, 0, w, h}; // no tablet has such a notch
}
