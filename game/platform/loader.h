// Work done beside the game: rasterising parts of pictures, one small job at a time, in order. A worker
// thread natively; where there are no threads or `at_once` is set, jobs run in loader_add itself.
#pragma once

#include <stdbool.h>

struct loader;

struct loader *loader_new(bool at_once);
// Drops what has not begun, waits for the job that has, frees.
void loader_free(struct loader *loader);
// work runs on the worker; it may touch only what arg owns. done (may be NULL) runs later on the main thread,
// in loader_poll, with the same arg. Jobs and their done follow in order. Dropped jobs get neither.
void loader_add(struct loader *loader, void (*work)(void *arg), void (*done)(void *arg), void *arg);
// Runs the done functions of finished jobs. Returns how many jobs are still to come (0: all is loaded, or
// loader is NULL).
int loader_poll(struct loader *loader);
// How many jobs loader_poll would still have to run the done functions of, now or later.
int loader_to_come(struct loader *loader);
// Blocks until every job added so far is finished and polled.
void loader_finish(struct loader *loader);
