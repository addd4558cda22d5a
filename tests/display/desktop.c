// A desktop, by XTest and the window manager's own protocol.
#include "display/desktop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/scrnsaver.h>
#include <X11/keysym.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MANAGER_STARTS_MS = 20000, NAP_MS = 20, WINDOWS_MAX = 16 };

struct desktop {
    Display *display;
    Window root, other;
    pid_t manager;
};

static Atom atom(const struct desktop *desktop, const char *name)
{
    return XInternAtom(desktop->display, name, False);
}

// Up to `most` longs of a property; how many there are.
static int property(const struct desktop *desktop, Window window, const char *name, unsigned long *out,
                    int most)
{
    Atom type;
    int format, copied = 0;
    unsigned long count = 0, left;
    unsigned char *bytes = NULL;
    if (XGetWindowProperty(desktop->display, window, atom(desktop, name), 0, most, False, AnyPropertyType,
                           &type, &format, &count, &left, &bytes) == Success &&
        format == 32) {
        for (; copied < (int)count; copied++) {
            out[copied] = ((unsigned long *)(void *)bytes)[copied];
        }
    }
    if (bytes) {
        XFree(bytes);
    }
    return copied;
}

// ---- the window manager

static int managed(const struct desktop *desktop)
{
    unsigned long windows[WINDOWS_MAX];
    return property(desktop, desktop->root, "_NET_CLIENT_LIST", windows, WINDOWS_MAX);
}

static bool comes_to(const struct desktop *desktop, int windows)
{
    for (int ms = 0; ms < MANAGER_STARTS_MS && managed(desktop) != windows; ms += NAP_MS) {
        nanosleep(&(struct timespec){.tv_nsec = NAP_MS * 1000000L}, NULL);
    }
    return managed(desktop) == windows;
}

// It works once it has noticed a window come and go: SDL waits for ever for one that it overlooks.
static bool start_manager(struct desktop *desktop)
{
    desktop->manager = fork();
    if (desktop->manager == 0) {
        execlp("openbox", "openbox", "--sm-disable", (char *)NULL);
        _exit(127);
    }
    desktop_show_other(desktop);
    const bool comes = comes_to(desktop, 1);
    desktop_hide_other(desktop);
    return comes && comes_to(desktop, 0);
}

// Windows come and go while they are asked about.
static int overlook(Display *display, XErrorEvent *error)
{
    (void)display;
    (void)error;
    return 0;
}

struct desktop *desktop_open(void)
{
    XSetErrorHandler(overlook);
    struct desktop *desktop = calloc(1, sizeof *desktop);
    desktop->display = XOpenDisplay(NULL);
    if (!desktop->display) {
        free(desktop);
        return NULL;
    }
    desktop->root = DefaultRootWindow(desktop->display);
    if (!start_manager(desktop)) {
        desktop_close(desktop);
        return NULL;
    }
    return desktop;
}

void desktop_close(struct desktop *desktop)
{
    XCloseDisplay(desktop->display);
    if (desktop->manager > 0) {
        kill(desktop->manager, SIGTERM);
        waitpid(desktop->manager, NULL, 0);
    }
    free(desktop);
}

// ---- what is seen

static bool has_name(const struct desktop *desktop, Window window, const char *name)
{
    char *its = NULL;
    bool same = XFetchName(desktop->display, window, &its) && strcmp(its, name) == 0;
    if (its) {
        XFree(its);
    }
    return same;
}

// The newest: openbox may still list one that went.
static Window game(const struct desktop *desktop)
{
    unsigned long windows[WINDOWS_MAX];
    int count = property(desktop, desktop->root, "_NET_CLIENT_LIST", windows, WINDOWS_MAX);
    while (count > 0 && !has_name(desktop, windows[count - 1], "Peekaboo")) {
        count--;
    }
    return count > 0 ? windows[count - 1] : None;
}

bool desktop_has_game(struct desktop *desktop)
{
    return game(desktop) != None;
}

bool desktop_keyboard_is_held(struct desktop *desktop)
{
    int grabbed =
        XGrabKeyboard(desktop->display, desktop->root, False, GrabModeAsync, GrabModeAsync, CurrentTime);
    XUngrabKeyboard(desktop->display, CurrentTime);
    XSync(desktop->display, False);
    return grabbed == AlreadyGrabbed;
}

static long state_of(const struct desktop *desktop, Window window)
{
    unsigned long state[2] = {WithdrawnState};
    property(desktop, window, "WM_STATE", state, 2);
    return (long)state[0];
}

bool desktop_game_is_in_front(struct desktop *desktop)
{
    Window focus;
    int revert;
    XGetInputFocus(desktop->display, &focus, &revert);
    return focus != None && focus == game(desktop) && state_of(desktop, focus) == NormalState;
}

bool desktop_game_is_put_away(struct desktop *desktop)
{
    return state_of(desktop, game(desktop)) == IconicState;
}

bool desktop_game_takes_drops(struct desktop *desktop)
{
    unsigned long version;
    return property(desktop, game(desktop), "XdndAware", &version, 1) == 1;
}

// ---- what is done

void desktop_hold_key(struct desktop *desktop, const char *name, bool down)
{
    XTestFakeKeyEvent(desktop->display, XKeysymToKeycode(desktop->display, XStringToKeysym(name)), down,
                      CurrentTime);
    XSync(desktop->display, False);
}

void desktop_key(struct desktop *desktop, const char *name, bool with_alt)
{
    if (with_alt) {
        desktop_hold_key(desktop, "Alt_L", true);
    }
    desktop_hold_key(desktop, name, true);
    desktop_hold_key(desktop, name, false);
    if (with_alt) {
        desktop_hold_key(desktop, "Alt_L", false);
    }
}

void desktop_put_game_away(struct desktop *desktop)
{
    XSelectInput(desktop->display, game(desktop), PropertyChangeMask);
    XIconifyWindow(desktop->display, game(desktop), DefaultScreen(desktop->display));
    XSync(desktop->display, False);
}

bool desktop_game_was_put_away(struct desktop *desktop)
{
    XEvent event;
    bool was = false;
    while (!was && XCheckTypedEvent(desktop->display, PropertyNotify, &event)) {
        was = event.xproperty.atom == atom(desktop, "WM_STATE");
    }
    return was;
}

// To the window manager, as a task bar does it: openbox then asks the window.
void desktop_ask_game_to_close(struct desktop *desktop)
{
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = game(desktop),
                                .message_type = atom(desktop, "_NET_CLOSE_WINDOW"),
                                .format = 32}};
    XSendEvent(desktop->display, desktop->root, False, SubstructureNotifyMask | SubstructureRedirectMask,
               &event);
    XSync(desktop->display, False);
}

void desktop_show_other(struct desktop *desktop)
{
    desktop->other = XCreateSimpleWindow(desktop->display, desktop->root, 0, 0, 300, 200, 0, 0, 0xFFFFFF);
    XStoreName(desktop->display, desktop->other, "another program");
    XSelectInput(desktop->display, desktop->other, FocusChangeMask);
    XMapRaised(desktop->display, desktop->other);
    XSync(desktop->display, False);
}

bool desktop_other_was_in_front(struct desktop *desktop)
{
    XEvent event;
    return XCheckTypedWindowEvent(desktop->display, desktop->other, FocusIn, &event);
}

void desktop_hide_other(struct desktop *desktop)
{
    if (desktop->other) {
        XDestroyWindow(desktop->display, desktop->other);
    }
    desktop->other = None;
    XSync(desktop->display, False);
}

void desktop_sleeps_after(struct desktop *desktop, int seconds)
{
    XSetScreenSaver(desktop->display, seconds, 0, DefaultBlanking, DefaultExposures);
    XForceScreenSaver(desktop->display, ScreenSaverReset);
    XSync(desktop->display, False);
}

bool desktop_is_dark(struct desktop *desktop)
{
    XScreenSaverInfo info = {0};
    XScreenSaverQueryInfo(desktop->display, desktop->root, &info);
    return info.state == ScreenSaverOn;
}
