// The page knows whether it was touched, and whether the browser has let its sound run.
#include "platform/sound_allowed.h"

#include <emscripten.h>

EM_JS(int, page_allows_sound, (void), { return peekaboo.sound.allowed() ? 1 : 0; })

bool sound_allowed(void)
{
    return page_allows_sound() != 0;
}
