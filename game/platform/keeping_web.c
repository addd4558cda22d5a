// What the page around the game says (game/web/family.js).
#include "platform/keeping.h"

#include <emscripten.h>

// clang-format off
EM_JS(int, family_state, (void), { return peekaboo.family.state(); })
EM_JS(void, family_persist, (void), { peekaboo.family.persist(); })
EM_JS(void, family_forget, (void), { peekaboo.family.forget(); })
// clang-format on

enum keeping keeping_state(void)
{
    return (enum keeping)family_state();
}

void keeping_matters(void)
{
    family_persist();
}

void keeping_forget(void)
{
    family_forget();
}
