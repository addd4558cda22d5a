// The parts of a rig's SVG: its top-level groups, cut out as text, with what their data- attributes say.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { SVG_PARTS_MAX = 40, SVG_ID_SIZE = 16 };

struct svg_view {
    float x, y, w, h; // sheet units
};

struct svg_part {
    char id[SVG_ID_SIZE];
    char parent[SVG_ID_SIZE]; // empty: the root
    float pivot_x, pivot_y;   // sheet units
    float radius;             // of a round picture to be put in, else 0
    bool off;                 // not shown at rest
    const char *text;         // inside the sheet's text
    size_t length;
};

struct svg_sheet {
    char *text; // owned
    struct svg_view view;
    float origin_x, origin_y; // where it stands on the ground
    float hider_x, hider_y,
        hider_scale;      // a place: where a friend's origin goes, and its size; 0 where it has none
    struct svg_view open; // a place: its opening
    const char *defs;     // inside text; "" where there are none
    size_t defs_length;
    int part_count;
    struct svg_part parts[SVG_PARTS_MAX];
};

// Takes over text (malloc'ed, NUL-ended), also where it fails. False where it is no rig: no viewBox, no part.
bool svg_sheet_read(struct svg_sheet *sheet, char *text);
void svg_sheet_free(struct svg_sheet *sheet);
// The part's number, or -1.
int svg_sheet_find(const struct svg_sheet *sheet, const char *id, size_t id_length);
// An SVG of one part alone, seen through view: malloc'ed, the caller frees it. NULL without memory.
char *svg_sheet_cut(const struct svg_sheet *sheet, int part, const struct svg_view *view, size_t *length);
// The whole text seen through another view: malloc'ed, the caller frees it. NULL without memory or viewBox.
char *svg_through(const char *text, const struct svg_view *view, size_t *length);
