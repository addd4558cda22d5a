// Says what is not so, where tests/fuzz/run lets the game itself say nothing (-close_fd_mask).
#include "require.h"

#include <unistd.h>

static int said_to = -1;

__attribute__((constructor)) static void keep_standard_error(void)
{
    said_to = dup(STDERR_FILENO);
}

void not_so(const char *what, const char *file, int line)
{
    dprintf(said_to, "%s:%d: not so: %s\n", file, line, what);
    abort();
}
