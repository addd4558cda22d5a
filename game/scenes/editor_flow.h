// One thing below the other on a card of the editor: laid out, or only measured. Only for scenes/editor*.c.
#pragma once

#include <stdbool.h>

#include "ui/page.h"

struct editor_flow {
    struct page *page;
    int x, y, w; // y: where the next thing goes
    bool draw;
};

enum { EDITOR_PAD = 24, EDITOR_TOP = 16, EDITOR_GAP = 16, EDITOR_LABEL_GAP = 4 };

// gap: to what comes after it.
void editor_flow_text(struct editor_flow *flow, struct look look, const char *text, int gap);
void editor_flow_label(struct editor_flow *flow, const char *text); // above what it names
void editor_flow_segments(struct editor_flow *flow, int id, const char *const *labels, int count, int chosen,
                          int gap);
