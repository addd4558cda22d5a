// SDL's events, made plain. The mouse is a finger (SDL_HINT_MOUSE_TOUCH_EVENTS), so that there is one path
// for both.
#include "platform/events.h"

#include <SDL.h>

// A drag may leave the window.
static float inside(float fraction)
{
    return fraction < 0 ? 0 : fraction > 1 ? 1 : fraction;
}

static bool finger_event(const SDL_TouchFingerEvent *finger, enum event_kind kind, struct event *event)
{
    *event = (struct event){.kind = kind,
                            .finger = (int64_t)(finger->fingerId & INT64_MAX),
                            .x = inside(finger->x),
                            .y = inside(finger->y)};
    return true;
}

static bool wheel_event(const SDL_MouseWheelEvent *wheel, struct event *event)
{
    SDL_Window *window = SDL_GetWindowFromID(wheel->windowID);
    int x = 0, y = 0, w = 0, h = 0;
    SDL_GetMouseState(&x, &y);
    SDL_GetWindowSize(window, &w, &h);
    if (!window || w <= 0 || h <= 0 || wheel->preciseY == 0) {
        return false;
    }
    *event = (struct event){.kind = EVENT_WHEEL,
                            .x = inside((float)x / (float)w),
                            .y = inside((float)y / (float)h),
                            .turn = wheel->preciseY};
    return true;
}

static bool key_event(const SDL_KeyboardEvent *key, enum event_kind kind, struct event *event)
{
    if (key->repeat) {
        return false;
    }
    *event = (struct event){.kind = kind};
    const char *name = SDL_GetKeyName(key->keysym.sym);
    SDL_strlcpy(event->text, *name ? name : "Space",
                sizeof event->text); // a nameless key is a key all the same
    return true;
}

static bool text_event(const SDL_TextInputEvent *text, struct event *event)
{
    *event = (struct event){.kind = EVENT_TEXT};
    SDL_strlcpy(event->text, text->text, sizeof event->text);
    return true;
}

// A file that was dropped on the window. A path that is longer than an event's text is no answer.
static bool file_event(const SDL_DropEvent *drop, struct event *event)
{
    *event = (struct event){.kind = EVENT_FILE};
    bool whole = drop->file && SDL_strlcpy(event->text, drop->file, sizeof event->text) < sizeof event->text;
    SDL_free(drop->file);
    return whole;
}

static bool plain(enum event_kind kind, struct event *event)
{
    *event = (struct event){.kind = kind};
    return true;
}

static bool window_event(const SDL_WindowEvent *window, struct event *event)
{
    switch (window->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        *event = (struct event){.kind = EVENT_RESIZE, .w = window->data1, .h = window->data2};
        return true;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_FOCUS_LOST: return plain(EVENT_HIDE, event);
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_FOCUS_GAINED: return plain(EVENT_SHOW, event);
    case SDL_WINDOWEVENT_CLOSE: return plain(EVENT_CLOSE, event);
    default: return false;
    }
}

static bool translate(const SDL_Event *from, struct event *event)
{
    switch (from->type) {
    case SDL_FINGERDOWN: return finger_event(&from->tfinger, EVENT_DOWN, event);
    case SDL_FINGERMOTION: return finger_event(&from->tfinger, EVENT_MOVE, event);
    case SDL_FINGERUP: return finger_event(&from->tfinger, EVENT_UP, event);
    case SDL_MOUSEWHEEL: return wheel_event(&from->wheel, event);
    case SDL_KEYDOWN: return key_event(&from->key, EVENT_KEY_DOWN, event);
    case SDL_KEYUP: return key_event(&from->key, EVENT_KEY_UP, event);
    case SDL_WINDOWEVENT: return window_event(&from->window, event);
    case SDL_TEXTINPUT: return text_event(&from->text, event);
    case SDL_DROPFILE: return file_event(&from->drop, event);
    case SDL_APP_WILLENTERBACKGROUND: return plain(EVENT_HIDE, event);
    case SDL_APP_DIDENTERFOREGROUND: return plain(EVENT_SHOW, event);
    case SDL_AUDIODEVICEREMOVED: // 0: one that the game did not use
        return !from->adevice.iscapture && from->adevice.which != 0 && plain(EVENT_UNPLUG, event);
    case SDL_AUDIODEVICEADDED: return !from->adevice.iscapture && plain(EVENT_PLUG, event);
    case SDL_QUIT: return plain(EVENT_CLOSE, event);
    default: return false;
    }
}

bool events_poll(struct event *event)
{
    SDL_Event from;
    while (SDL_PollEvent(&from)) {
        if (translate(&from, event)) {
            return true;
        }
    }
    return false;
}
