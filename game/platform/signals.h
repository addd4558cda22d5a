// Being asked to end: SIGTERM, SIGINT and SIGHUP raise a flag and wake loop_rest.
#pragma once

#include <stdbool.h>

// From now on they do no more than that, and a pipe whose reader has left ends nobody. Before any thread is
// started.
void signals_listen(void);
// Whether they wake loop_rest: from when SDL's events are there until before they are taken down. loop_run
// says it.
void signals_wake(bool on);
// Whether one of them came since.
bool signals_came(void);
