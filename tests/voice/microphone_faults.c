// A fault happens to an open microphone: microphone_faults COMMAND runs it when samples come, and prints
// after how long the fault is told of and how long closing takes. 1 where the user would wait longer than
// promised.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "platform/microphone.h"

enum { COMES_MS = 5000, TOLD_MS = 2000, CLOSED_MS = 500, CHUNK = 4800 };

static int now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int)(now.tv_sec * 1000 + now.tv_nsec / 1000000);
}

// What the recorder does in every frame.
static int take(struct microphone *microphone)
{
    int16_t samples[CHUNK];
    nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    return microphone_read(microphone, samples, CHUNK);
}

static bool samples_come(struct microphone *microphone)
{
    int begun_ms = now_ms(), count = 0;
    while (count < MICROPHONE_RATE / 2 && now_ms() - begun_ms < COMES_MS) {
        count += take(microphone);
    }
    return count >= MICROPHONE_RATE / 2 && microphone_state(microphone) == MICROPHONE_LISTENING;
}

// How long until it is told of; twice as long as may be is as good as never.
static int told_after_ms(struct microphone *microphone, int begun_ms)
{
    while (microphone_state(microphone) == MICROPHONE_LISTENING && now_ms() - begun_ms < 2 * TOLD_MS) {
        take(microphone);
    }
    return now_ms() - begun_ms;
}

static const char *name_of(enum microphone_state state)
{
    static const char *const names[] = {
        [MICROPHONE_OPENING] = "opening", [MICROPHONE_LISTENING] = "listening", [MICROPHONE_NONE] = "none",
        [MICROPHONE_REFUSED] = "refused", [MICROPHONE_STALLED] = "stalled",     [MICROPHONE_GONE] = "gone",
        [MICROPHONE_DEAD] = "dead",
    };
    return names[state];
}

static bool fault(struct microphone *microphone, const char *command)
{
    if (!samples_come(microphone)) {
        printf("%s: nothing came before it\n", command);
        return false;
    }
    if (system(command) != 0) {
        printf("%s: can't be done\n", command);
        return false;
    }
    int told_ms = told_after_ms(microphone, now_ms()); // a busy machine takes its time to start the command
    const char *state = name_of(microphone_state(microphone));
    int close_ms = now_ms();
    bool let_go = microphone_close(microphone);
    close_ms = now_ms() - close_ms;
    printf("%s: %s after %d ms, closed in %d ms%s\n", command, state, told_ms, close_ms,
           let_go ? "" : ", left to itself");
    return told_ms <= TOLD_MS && close_ms <= CLOSED_MS;
}

int main(int count, char **words)
{
    if (count != 2) {
        fprintf(stderr, "microphone_faults COMMAND\n");
        return 2;
    }
    struct microphone *microphone = microphone_open(false);
    bool fine = microphone && fault(microphone, words[1]);
    fflush(stdout);
    _exit(fine ? 0 : 1); // as the game does where a microphone was left to itself
}
