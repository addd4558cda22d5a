// A program as a process, the game above all: started, weighed, ended.
#pragma once

#include <stdbool.h>

struct process {
    int id;
    double began_ms;
    char folder[64]; // the family's, new and empty, and the trace in it; "": none
};

// Starts the game with these arguments (NULL-ended) besides a trace and a folder of its own.
bool process_start(struct process *process, const char *program, const char *const *arguments);
// Ends it gently; by force where it does not go within 2 s. False then, and where its status was not 0. Its
// folder stays.
bool process_stop(struct process *process);
// Removes its folder.
void process_forget(struct process *process);
// Processor time used since it began, seconds.
double process_cpu_s(int id);
// The most memory it ever held, MB.
double process_peak_mb(int id);
// How often an event stands in the trace so far.
int process_events(const struct process *process, const char *event);
// Waits for that many of them; false after limit_ms.
bool process_wait_events(const struct process *process, const char *event, int count, double limit_ms);

// Any other program, by its words (the first is looked for on the path), without a folder, a trace or its
// talk. It and the game lead a group of processes, which end with them.
bool process_start_other(struct process *process, const char *const *words);
// Of all processes of the group.
double process_group_cpu_s(int group);
double process_group_peak_mb(int group);
