// What is brought and taken along.
#include "scenes/out.h"

#include <stdio.h>
#include <string.h>

#include "platform/files.h"
#include "scenes/app.h"
#include "store/dates.h"

enum { COPIES = 99 };

static bool folder_named(const struct app *app, const char *name, char *out, size_t size)
{
    const char *family = today_folder(&app->options);
    out[0] = '\0';
    if (!family || !family[0]) {
        return false;
    }
    const char *slash = family[strlen(family) - 1] == '/' ? "" : "/";
    return snprintf(out, size, "%s%s%s", family, slash, name) < (int)size;
}

bool in_folder(const struct app *app, char *out, size_t size)
{
    return folder_named(app, "in", out, size);
}

bool out_folder(const struct app *app, char *out, size_t size)
{
    return folder_named(app, "out", out, size);
}

bool out_path(const struct app *app, const char *folder, const char *name, const char *ending, char *out,
              size_t size)
{
    char day[32], number[16] = "";
    bool found = false;
    date_file(day, sizeof day, app_utc(app));
    for (int copy = 1; copy <= COPIES && !found; copy++) {
        if (copy > 1) {
            snprintf(number, sizeof number, "-%d", copy);
        }
        int length = snprintf(out, size, "%s/%s-%s%s.%s", folder, name, day, number, ending);
        found = length < (int)size && !files_exists(out);
    }
    return found;
}
