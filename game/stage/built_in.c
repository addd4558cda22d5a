// The asset, or what stands in for it.
#include "stage/built_in.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "stage/built_in_table.h"

// A file that was cut off has no end: half a friend is none.
static bool is_whole(const char *text)
{
    return text && strstr(text, "<svg") && strstr(text, "</svg>");
}

static char *own(const char *name)
{
    for (const struct built_in *picture = built_in_table; picture->name; picture++) {
        if (strcmp(picture->name, name) == 0) {
            return strdup(picture->text);
        }
    }
    return NULL;
}

char *built_in_read(const char *name)
{
    char path[512];
    size_t length;
    snprintf(path, sizeof path, "%sassets/%s", files_share(), name);
    char *text = files_read(path, &length);
    if (is_whole(text)) {
        return text;
    }
    free(text);
    return own(name);
}
