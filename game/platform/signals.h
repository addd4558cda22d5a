// Being asked to end: SIGTERM, SIGINT and SIGHUP raise a flag and wake loop_rest.
#pragma once

#include <stdbool.h>

// From now on they do no more than that, and a pipe whose reader has left ends nobody. Before any thread is
// started.
void signals_listen(void);
// Whether one of them came since.
bool signals_came(void);
