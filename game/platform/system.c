// Which system the game runs on, as SDL knows it.
#include "platform/system.h"

#include <stddef.h>
#include <string.h>

#include <SDL.h>

enum system system_here(void)
{
    static const struct {
        const char *name;
        enum system system;
    } systems[] = {{"Linux", SYSTEM_LINUX}, {"Android", SYSTEM_ANDROID}, {"iOS", SYSTEM_IPAD}};
    const char *name = SDL_GetPlatform();
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        if (strcmp(systems[i].name, name) == 0) {
            return systems[i].system;
        }
    }
    return SYSTEM_OTHER;
}

enum system_form system_form(void)
{
    return FORM_PROGRAM;
}
