// Folders bring and take here.
#include "platform/handover.h"

bool handover_here(void)
{
    return false;
}

void handover_offer(const struct rect *at_px, enum handover_kind kind)
{
    (void)at_px;
    (void)kind;
}

void handover_ask(enum handover_kind kind)
{
    (void)kind;
}

bool handover_reading(void)
{
    return false;
}

void handover_forget(void)
{
}

const char *handover_folder(void)
{
    return NULL;
}

void handover_give(const char *path)
{
    (void)path;
}

enum handover_given handover_given(void)
{
    return HANDOVER_NOTHING;
}
