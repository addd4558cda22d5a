// The browser's own file chooser and downloads: game/web/files.js.
#include "platform/handover.h"

#include <SDL.h>
#include <emscripten.h>

#include "platform/canvas.h"

enum { PATH_SIZE = 256 }; // an event's text

// clang-format off
EM_JS(void, files_offer, (int kind, int x, int y, int w, int h), { peekaboo.files.offer(kind, x, y, w, h); })
EM_JS(void, files_hide, (void), { peekaboo.files.hide(); })
EM_JS(void, files_ask, (int kind), { peekaboo.files.ask(kind); })
EM_JS(int, files_reading, (void), { return peekaboo.files.reading(); })
EM_JS(void, files_forget, (void), { peekaboo.files.forget(); })
EM_JS(int, files_brought, (char *path, int size), { return stringToUTF8(peekaboo.files.brought(), path, size); })
EM_JS(void, files_give, (const char *path), { peekaboo.files.give(UTF8ToString(path)); })
EM_JS(int, files_given, (void), { return peekaboo.files.given(); })
// clang-format on

bool handover_here(void)
{
    return true;
}

// As if it had been dropped on the window.
static void take_brought(void)
{
    char path[PATH_SIZE];
    if (files_brought(path, sizeof path) > 0) {
        SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(path)}};
        SDL_PushEvent(&event);
    }
}

void handover_offer(const struct rect *at_px, enum handover_kind kind)
{
    if (at_px) {
        files_offer((int)kind, at_px->x, at_px->y, at_px->w, at_px->h);
    } else {
        files_hide();
    }
    take_brought();
}

void handover_ask(enum handover_kind kind)
{
    files_ask((int)kind);
}

bool handover_reading(void)
{
    return files_reading();
}

void handover_forget(void)
{
    files_forget();
}

const char *handover_folder(void)
{
    return "/out";
}

void handover_give(const char *path)
{
    files_give(path);
}

enum handover_given handover_given(void)
{
    return (enum handover_given)files_given();
}
