// The loop of a program that may wait.
#include "platform/loop.h"

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    while (frame(context)) {
    }
    ended(context);
}
