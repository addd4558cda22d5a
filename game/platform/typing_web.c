// The browser's own input over a field: game/web/field.js. It tells the whole text; the game, which writes at
// the end only, hears of it as a keyboard's Backspaces and letters.
#include "platform/typing.h"

#include <SDL.h>
#include <emscripten.h>

enum { TEXT_SIZE = 256 };

// clang-format off
EM_JS(void, field_show, (int x, int y, int w, int h, const char *text, const char *name, int most, int phone), {
    peekaboo.field.show(x, y, w, h, UTF8ToString(text), UTF8ToString(name), most, phone);
})
EM_JS(void, field_wait, (int index, int x, int y, int w, int h), { peekaboo.field.wait(index, x, y, w, h); })
EM_JS(void, field_hide, (void), { peekaboo.field.hide(); })
EM_JS(int, field_written, (char *text, int size), {
    const written = peekaboo.field.written();
    stringToUTF8(written ?? '', text, size);
    return written !== null;
})
EM_JS(int, field_pressed, (char *key, int size), { return stringToUTF8(peekaboo.field.pressed(), key, size); })
// clang-format on

static void push_key(SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .state = SDL_PRESSED, .keysym.sym = key}};
    SDL_PushEvent(&event);
    event.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    SDL_PushEvent(&event);
}

static bool goes_on(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

// How many bytes both begin with, in whole letters.
static size_t same(const char *before, const char *after)
{
    size_t at = 0;
    while (before[at] && before[at] == after[at]) {
        at++;
    }
    while (at > 0 && (goes_on(before[at]) || goes_on(after[at]))) {
        at--;
    }
    return at;
}

static void take_away(const char *text)
{
    for (; *text; text++) {
        if (!goes_on(*text)) {
            push_key(SDLK_BACKSPACE);
        }
    }
}

// An event holds some letters only.
static void add(const char *text)
{
    while (*text) {
        SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
        size_t length = SDL_utf8strlcpy(event.text.text, text, sizeof event.text.text);
        if (length == 0) {
            return;
        }
        SDL_PushEvent(&event);
        text += length;
    }
}

static void take_written(const struct typing *typing)
{
    char written[TEXT_SIZE], after[TEXT_SIZE];
    if (field_written(written, sizeof written)) {
        SDL_utf8strlcpy(after, written, typing->size < sizeof after ? typing->size : sizeof after);
        size_t kept = same(typing->text, after);
        take_away(typing->text + kept);
        add(after + kept);
    }
}

static void take_pressed(void)
{
    char key[32];
    if (field_pressed(key, sizeof key) > 0) {
        push_key(SDL_GetKeyFromName(key));
    }
}

static void show(const struct typing *typing)
{
    const struct rect at = typing->at_px;
    field_show(at.x, at.y, at.w, at.h, typing->text, typing->name, (int)typing->size - 1, typing->phone);
    for (int i = 0; i < typing->waiting; i++) {
        const struct rect waits = typing->waiting_px[i];
        field_wait(i, waits.x, waits.y, waits.w, waits.h);
    }
}

void typing_show(const struct typing *typing)
{
    if (!typing) {
        field_hide();
        return;
    }
    show(typing);
    take_written(typing);
    take_pressed();
}
