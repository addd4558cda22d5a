// Our game beside what else a family finds for so small a child: each is started anew again and again on an X
// screen of 1280x800, in turn, and gets the same taps. Usage: compare ROUNDS PROGRAM LEVEL X_SERVER_PID
// FOLDER KB... (the installed sizes, in the order of peers.h); prints one table.
#include "bench/compare.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench/looks.h"
#include "bench/trial.h"

static struct bench_of_peers {
    int rounds, x_server;
    const char *folder;
    struct screen *screen;
    struct looks *looks;
    struct peer peers[PEERS];
    struct figures figures[PEERS];
} bench;

// Each round begins with another one: what the machine does meanwhile hits all alike.
static void run_round(int round)
{
    for (int i = 0; i < PEERS; i++) {
        const int number = (i + round) % PEERS;
        struct trial trial = {.peer = &bench.peers[number],
                              .figures = &bench.figures[number],
                              .screen = bench.screen,
                              .looks = bench.looks,
                              .folder = bench.folder,
                              .x_server = bench.x_server,
                              .round = round};
        trial_run(&trial, true);
        trial_run(&trial, false);
    }
}

int main(int count, char **words)
{
    bench.screen = count == 6 + PEERS ? screen_open() : NULL;
    if (!bench.screen) {
        fprintf(stderr, "usage, on an X screen of 1280x800: compare ROUNDS PROGRAM LEVEL X_SERVER_PID FOLDER "
                        "KB...\n");
        return 2;
    }
    bench.rounds = atoi(words[1]);
    bench.x_server = atoi(words[4]);
    bench.folder = words[5];
    bench.looks = looks_new();
    peers_fill(bench.peers, words[2], words[3]);
    for (int i = 0; i < PEERS; i++) {
        bench.figures[i].installed_mb = atof(words[6 + i]) / 1024;
    }
    for (int round = 0; round < bench.rounds; round++) {
        run_round(round);
    }
    table_print(bench.peers, bench.figures);
    targets_print(bench.figures);
    looks_free(bench.looks);
    screen_close(bench.screen);
    return 0;
}
