// Which system the browser runs on, and whether the game is on its home screen: game/web/system.js knows.
#include "platform/system.h"

#include <emscripten.h>

EM_JS(int, page_is_on_android, (void), { return peekaboo.system.isAndroid(); });
EM_JS(int, page_is_on_ipad, (void), { return peekaboo.system.isIpad(); });
EM_JS(int, page_is_an_app, (void), { return peekaboo.system.isApp(); });

enum system system_here(void)
{
    return page_is_on_android() ? SYSTEM_ANDROID : page_is_on_ipad() ? SYSTEM_IPAD : SYSTEM_OTHER;
}

enum system_form system_form(void)
{
    return page_is_an_app() ? FORM_APP : FORM_PAGE;
}
