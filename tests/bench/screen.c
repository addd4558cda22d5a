// The screen, by XDamage, shared memory and XTest.
#include "bench/screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

struct screen {
    Display *display;
    Window root;
    int w, h;
    Damage damage;
    int damage_event; // its number
    XShmSegmentInfo memory;
};

double screen_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

static bool share_memory(struct screen *screen)
{
    screen->memory.shmid = shmget(IPC_PRIVATE, (size_t)screen->w * (size_t)screen->h * 4, IPC_CREAT | 0600);
    if (screen->memory.shmid < 0) {
        return false;
    }
    screen->memory.shmaddr = shmat(screen->memory.shmid, NULL, 0);
    XShmAttach(screen->display, &screen->memory);
    XSync(screen->display, False);
    shmctl(screen->memory.shmid, IPC_RMID, NULL);
    return true;
}

struct screen *screen_open(void)
{
    struct screen *screen = calloc(1, sizeof *screen);
    int error_base;
    screen->display = XOpenDisplay(NULL);
    if (!screen->display || !XDamageQueryExtension(screen->display, &screen->damage_event, &error_base) ||
        !XShmQueryExtension(screen->display)) {
        free(screen);
        return NULL;
    }
    screen->root = DefaultRootWindow(screen->display);
    screen->w = DisplayWidth(screen->display, DefaultScreen(screen->display));
    screen->h = DisplayHeight(screen->display, DefaultScreen(screen->display));
    screen->damage = XDamageCreate(screen->display, screen->root, XDamageReportRawRectangles);
    if (!share_memory(screen)) {
        screen_close(screen);
        return NULL;
    }
    return screen;
}

void screen_close(struct screen *screen)
{
    XCloseDisplay(screen->display);
    if (screen->memory.shmaddr) {
        shmdt(screen->memory.shmaddr);
    }
    free(screen);
}

void screen_size(const struct screen *screen, int *w, int *h)
{
    *w = screen->w;
    *h = screen->h;
}

void screen_read(struct screen *screen, int x, int y, int w, int h, int every, uint32_t *pixels)
{
    XImage *image = XShmCreateImage(screen->display, DefaultVisual(screen->display, 0), 24, ZPixmap,
                                    screen->memory.shmaddr, &screen->memory, (unsigned)w, (unsigned)h);
    XShmGetImage(screen->display, screen->root, image, x, y, AllPlanes);
    for (int row = 0; row < h; row += every) {
        const uint32_t *line = (const uint32_t *)(const void *)(image->data + row * image->bytes_per_line);
        for (int column = 0; column < w; column += every) {
            *pixels++ = line[column] & 0xffffff;
        }
    }
    image->data = NULL; // it is ours
    XDestroyImage(image);
}

// Takes one event off the queue; true where it says that something was drawn.
static bool take(struct screen *screen)
{
    XEvent event;
    XNextEvent(screen->display, &event);
    return event.type == screen->damage_event + XDamageNotify;
}

bool screen_wait_drawn(struct screen *screen, double until_ms)
{
    struct pollfd poll_for = {.fd = ConnectionNumber(screen->display), .events = POLLIN};
    for (;;) {
        while (XPending(screen->display)) {
            if (take(screen)) {
                screen_forget_drawn(screen); // one look is enough for all of them
                return true;
            }
        }
        double left_ms = until_ms - screen_now_ms();
        if (left_ms <= 0 || poll(&poll_for, 1, (int)left_ms + 1) == 0) {
            return false;
        }
    }
}

void screen_forget_drawn(struct screen *screen)
{
    while (XPending(screen->display)) {
        take(screen);
    }
}

static Window first_window(struct screen *screen)
{
    Window root, parent, *children = NULL, first = None;
    unsigned count = 0;
    if (XQueryTree(screen->display, screen->root, &root, &parent, &children, &count) && count > 0) {
        first = children[0];
    }
    if (children) {
        XFree(children);
    }
    return first;
}

void screen_resize_window(struct screen *screen, int w, int h)
{
    XResizeWindow(screen->display, first_window(screen), (unsigned)w, (unsigned)h);
    XFlush(screen->display);
}

void screen_ask_to_close(struct screen *screen)
{
    Atom protocols = XInternAtom(screen->display, "WM_PROTOCOLS", False);
    XEvent event = {
        .xclient = {
            .type = ClientMessage, .window = first_window(screen), .message_type = protocols, .format = 32}};
    event.xclient.data.l[0] = (long)XInternAtom(screen->display, "WM_DELETE_WINDOW", False);
    XSendEvent(screen->display, event.xclient.window, False, NoEventMask, &event);
    XFlush(screen->display);
}

void screen_point(struct screen *screen, int x, int y)
{
    Window child;
    XTranslateCoordinates(screen->display, first_window(screen), screen->root, x, y, &x, &y, &child);
    screen_point_at(screen, x, y);
}

void screen_point_at(struct screen *screen, int x, int y)
{
    XTestFakeMotionEvent(screen->display, -1, x, y, CurrentTime);
    XFlush(screen->display);
}

void screen_press(struct screen *screen, bool down)
{
    XTestFakeButtonEvent(screen->display, 1, down, CurrentTime);
    XFlush(screen->display);
}

void screen_turn_wheel(struct screen *screen, bool up)
{
    const unsigned int notch = up ? 4 : 5; // to X a notch is a click
    XTestFakeButtonEvent(screen->display, notch, true, CurrentTime);
    XTestFakeButtonEvent(screen->display, notch, false, CurrentTime);
    XFlush(screen->display);
}

bool screen_hold_mouse(struct screen *screen, bool hold)
{
    int status = GrabSuccess;
    if (hold) {
        status = XGrabPointer(screen->display, screen->root, False, ButtonPressMask, GrabModeAsync,
                              GrabModeAsync, None, None, CurrentTime);
    } else {
        XUngrabPointer(screen->display, CurrentTime);
    }
    XFlush(screen->display);
    return status == GrabSuccess;
}

void screen_forget_visuals(struct screen *screen)
{
    XDeleteProperty(screen->display, screen->root, XInternAtom(screen->display, "GDK_VISUALS", False));
    XFlush(screen->display);
}
