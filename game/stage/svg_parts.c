// The parts of a rig's SVG: its top-level groups, cut out as text, with what their data- attributes say.
#include "stage/svg_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char HEAD[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    "viewBox=\"%.4f %.4f %.4f %.4f\">%.*s%.*s</svg>";
enum { HEAD_SIZE = 256 };

static bool starts(const char *at, const char *word)
{
    return strncmp(at, word, strlen(word)) == 0;
}

// The value of an attribute of the tag that begins at `tag`, or NULL.
static const char *attribute(const char *tag, const char *name)
{
    char key[32];
    snprintf(key, sizeof key, " %s=\"", name);
    const char *end = strchr(tag, '>');
    const char *at = strstr(tag, key);
    return at && end && at < end ? at + strlen(key) : NULL;
}

static int numbers(const char *tag, const char *name, float *out, int count)
{
    const char *at = attribute(tag, name);
    int found = 0;
    while (at && found < count) {
        char *end = NULL;
        const float value = strtof(at, &end);
        if (end == at) {
            break;
        }
        out[found++] = value;
        at = end;
    }
    return found;
}

static void word(const char *tag, const char *name, char out[SVG_ID_SIZE])
{
    const char *at = attribute(tag, name);
    size_t length = at ? strcspn(at, "\"") : 0;
    if (length >= SVG_ID_SIZE) {
        length = SVG_ID_SIZE - 1;
    }
    memcpy(out, at ? at : "", length);
    out[length] = '\0';
}

// Behind the </g> that closes the group at `at`, or NULL.
static const char *group_end(const char *at)
{
    int depth = 0;
    while ((at = strchr(at, '<'))) {
        if (starts(at, "<!--")) {
            at = strstr(at, "-->");
            if (!at) {
                return NULL;
            }
            continue;
        }
        if (starts(at, "</g>") && --depth == 0) {
            return at + strlen("</g>");
        }
        depth += starts(at, "<g>") || starts(at, "<g ");
        at++;
    }
    return NULL;
}

static void read_part(struct svg_part *part, const char *tag, const char *end)
{
    float pivot[2] = {0, 0};
    numbers(tag, "data-pivot", pivot, 2);
    *part = (struct svg_part){.pivot_x = pivot[0],
                              .pivot_y = pivot[1],
                              .off = attribute(tag, "data-off"),
                              .text = tag,
                              .length = (size_t)(end - tag)};
    numbers(tag, "data-r", &part->radius, 1);
    word(tag, "id", part->id);
    word(tag, "data-parent", part->parent);
}

static void read_parts(struct svg_sheet *sheet, const char *at)
{
    while ((at = strchr(at, '<')) && sheet->part_count < SVG_PARTS_MAX) {
        if (starts(at, "<!--")) {
            at = strstr(at, "-->");
            if (!at) {
                return;
            }
            continue;
        }
        const char *end = starts(at, "<g ") ? group_end(at) : at + 1;
        if (!end) {
            return;
        }
        if (end > at + 1) {
            read_part(&sheet->parts[sheet->part_count++], at, end);
        }
        at = end;
    }
}

static bool read_root(struct svg_sheet *sheet, const char *root)
{
    float view[4], origin[2] = {0, 0}, hider[3] = {0, 0, 0}, open[4] = {0, 0, 0, 0};
    if (numbers(root, "viewBox", view, 4) != 4 || view[2] <= 0 || view[3] <= 0) {
        return false;
    }
    numbers(root, "data-origin", origin, 2);
    numbers(root, "data-hider", hider, 3);
    numbers(root, "data-open", open, 4);
    sheet->view = (struct svg_view){view[0], view[1], view[2], view[3]};
    sheet->open = (struct svg_view){open[0], open[1], open[2], open[3]};
    sheet->origin_x = origin[0], sheet->origin_y = origin[1];
    sheet->hider_x = hider[0], sheet->hider_y = hider[1], sheet->hider_scale = hider[2];
    return true;
}

bool svg_sheet_read(struct svg_sheet *sheet, char *text)
{
    *sheet = (struct svg_sheet){.text = text, .defs = ""};
    const char *root = text ? strstr(text, "<svg") : NULL;
    const char *body = root ? strchr(root, '>') : NULL;
    if (!body || !read_root(sheet, root)) {
        svg_sheet_free(sheet);
        return false;
    }
    const char *defs = strstr(body, "<defs>");
    const char *end = defs ? strstr(defs, "</defs>") : NULL;
    if (end) {
        end += strlen("</defs>");
        sheet->defs = defs, sheet->defs_length = (size_t)(end - defs);
    }
    read_parts(sheet, end ? end : body);
    if (sheet->part_count == 0) {
        svg_sheet_free(sheet);
    }
    return sheet->part_count > 0;
}

void svg_sheet_free(struct svg_sheet *sheet)
{
    free(sheet->text);
    *sheet = (struct svg_sheet){.defs = ""};
}

int svg_sheet_find(const struct svg_sheet *sheet, const char *id, size_t id_length)
{
    for (int i = 0; i < sheet->part_count; i++) {
        if (strlen(sheet->parts[i].id) == id_length && memcmp(sheet->parts[i].id, id, id_length) == 0) {
            return i;
        }
    }
    return -1;
}

char *svg_sheet_cut(const struct svg_sheet *sheet, int part, const struct svg_view *view, size_t *length)
{
    const struct svg_part *from = &sheet->parts[part];
    const size_t size = HEAD_SIZE + sheet->defs_length + from->length;
    char *text = malloc(size);
    if (!text) {
        return NULL;
    }
    *length =
        (size_t)snprintf(text, size, HEAD, (double)view->x, (double)view->y, (double)view->w, (double)view->h,
                         (int)sheet->defs_length, sheet->defs, (int)from->length, from->text);
    return text;
}

char *svg_through(const char *text, const struct svg_view *view, size_t *length)
{
    const char *root = strstr(text, "<svg");
    const char *body = root ? strchr(root, '>') : NULL;
    const char *end = body ? strstr(body, "</svg>") : NULL;
    if (!end) {
        return NULL;
    }
    const size_t size = HEAD_SIZE + (size_t)(end - body);
    char *out = malloc(size);
    if (out) {
        *length = (size_t)snprintf(out, size, HEAD, (double)view->x, (double)view->y, (double)view->w,
                                   (double)view->h, (int)(end - body - 1), body + 1, 0, "");
    }
    return out;
}
