// Where the user's own pictures and documents are, as the desktop says it (xdg-user-dirs).
#include "platform/pictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"

static const char *home(void)
{
    const char *folder = getenv("HOME");
    return folder && folder[0] == '/' ? folder : NULL;
}

// The value of the line NAME="..." in out; false where there is no such line.
static bool said_in(const char *text, const char *name, char *out, size_t size)
{
    char key[64];
    snprintf(key, sizeof key, "\n%s=\"", name);
    const char *line = strstr(text, key);
    if (!line) {
        return false;
    }
    line += strlen(key);
    const char *end = strchr(line, '"');
    if (!end || (size_t)(end - line) >= size) {
        return false;
    }
    memcpy(out, line, (size_t)(end - line));
    out[end - line] = '\0';
    return true;
}

static bool said_by_desktop(const char *name, char *out, size_t size)
{
    char path[1024], text[16 * 1024 + 1] = "\n", *read;
    size_t length = 0;
    snprintf(path, sizeof path, "%s/.config/user-dirs.dirs", home());
    if (!(read = files_read_start(path, sizeof text - 2, &length))) {
        return false;
    }
    snprintf(text + 1, sizeof text - 1, "%s", read);
    free(read);
    return said_in(text, name, out, size);
}

// "$HOME/Bilder" is in the home folder; anything else must be a whole path.
static const char *whole(const char *said, char *out, size_t size)
{
    static const char in_home[] = "$HOME/";
    int length = strncmp(said, in_home, sizeof in_home - 1) == 0
                     ? snprintf(out, size, "%s/%s", home(), said + sizeof in_home - 1)
                     : snprintf(out, size, "%s", said);
    while (length > 1 && length < (int)size && out[length - 1] == '/') {
        out[--length] = '\0';
    }
    return length > 0 && length < (int)size && out[0] == '/' && strcmp(out, home()) != 0 ? out : NULL;
}

static const char *user_folder(const char *name, const char *usual, char *out, size_t size)
{
    if (!home()) {
        return NULL;
    }
    const char *said = getenv(name);
    char line[1024];
    if (said && said[0]) {
        return whole(said, out, size);
    }
    return whole(said_by_desktop(name, line, sizeof line) ? line : usual, out, size);
}

const char *pictures_folder(char *out, size_t size)
{
    return user_folder("XDG_PICTURES_DIR", "$HOME/Pictures", out, size);
}

const char *documents_folder(char *out, size_t size)
{
    return user_folder("XDG_DOCUMENTS_DIR", "$HOME/Documents", out, size);
}

const char *pictures_home_short(const char *path, char *out, size_t size)
{
    size_t length = home() ? strlen(home()) : 0;
    if (length > 1 && strncmp(path, home(), length) == 0 && path[length] == '/') {
        snprintf(out, size, "~%s", path + length);
        return out;
    }
    return path;
}
