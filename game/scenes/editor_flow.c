// One thing below the other.
#include "scenes/editor_flow.h"

void editor_flow_text(struct editor_flow *flow, struct look look, const char *text, int gap)
{
    int h = page_text_height(flow->page, look, text, flow->w);
    if (flow->draw) {
        page_text(flow->page, (struct rect){flow->x, flow->y, flow->w, h}, look, text);
    }
    flow->y += h + gap;
}

void editor_flow_label(struct editor_flow *flow, const char *text)
{
    editor_flow_text(flow, (struct look){TYPE_BODY, true, 0, ALIGN_START, 0}, text, EDITOR_LABEL_GAP);
}

void editor_flow_segments(struct editor_flow *flow, int id, const char *const *labels, int count, int chosen,
                          int gap)
{
    int h = page_segments_height(flow->page, flow->w, labels, count);
    if (flow->draw) {
        page_segments(flow->page, (struct rect){flow->x, flow->y, flow->w, h}, id, labels, count, chosen);
    }
    flow->y += h + gap;
}
