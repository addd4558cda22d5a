// The desktop's own bus, by which SDL keeps the screen on. Where there is none, SDL's library for it would
// start one: a program that nobody asked for, and that outlives the game.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "platform/window_inside.h"

static bool is_there(void)
{
    char path[1024];
    const char *address = getenv("DBUS_SESSION_BUS_ADDRESS"), *folder = getenv("XDG_RUNTIME_DIR");
    return (address && *address) ||
           (folder && snprintf(path, sizeof path, "%s/bus", folder) < (int)sizeof path &&
            access(path, F_OK) == 0);
}

void window_start_no_bus(void)
{
    if (!is_there()) {
        setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
    }
}
