// Where files are files.
#include "platform/keeping.h"

enum keeping keeping_state(void)
{
    return KEEPING_SAFE;
}

void keeping_matters(void)
{
}

void keeping_forget(void)
{
}
