// Whether a browser draws with a GPU: asked of a canvas of its own, for one that was drawn on in one way
// can't be drawn on in the other.
#include "platform/canvas_probe.h"

#include <emscripten.h>

EM_JS(int, has_fast_webgl, (void), { return peekaboo.screen.has_gpu() ? 1 : 0; })

bool probe_has_gpu(void)
{
    return has_fast_webgl() != 0;
}

bool probe_is_emulated(void)
{
    return false;
}
