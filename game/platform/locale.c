// The language that the system's user prefers.
#include "platform/locale.h"

#include <SDL.h>

void locale_preferred(char *code, size_t size)
{
    SDL_Locale *locales = SDL_GetPreferredLocales();
    SDL_strlcpy(code, locales && locales[0].language ? locales[0].language : "en", size);
    SDL_free(locales);
}
