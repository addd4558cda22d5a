// Being asked to end. A handler could not wake SDL's wait, which goes on after it; a thread that waits for
// the signals can.
#include "platform/signals.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

#include <SDL.h>

static atomic_bool came;
static pthread_mutex_t waking = PTHREAD_MUTEX_INITIALIZER;
static bool wakes; // under `waking`: SDL's queue is there

static void on_signal(int number)
{
    (void)number;
    atomic_store(&came, true);
}

static sigset_t those_that_end(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    return signals;
}

static int wait_for_them(void *arg)
{
    (void)arg;
    const sigset_t signals = those_that_end();
    for (int number = 0; sigwait(&signals, &number) == 0;) {
        atomic_store(&came, true);
        pthread_mutex_lock(&waking);
        if (wakes) {
            SDL_PushEvent(&(SDL_Event){.type = SDL_USEREVENT});
        }
        pthread_mutex_unlock(&waking);
    }
    return 0;
}

void signals_wake(bool on)
{
    pthread_mutex_lock(&waking);
    wakes = on;
    pthread_mutex_unlock(&waking);
}

// Without the thread, the flag is seen when the loop's rest is over.
static void handle_them(void)
{
    const struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

void signals_listen(void)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    signal(SIGPIPE, SIG_IGN); // a trace's reader that leaves does not end the game
    const sigset_t signals = those_that_end();
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &signals, &before); // the threads to come inherit it
    SDL_Thread *thread = SDL_CreateThread(wait_for_them, "signals", NULL);
    if (thread) {
        SDL_DetachThread(thread);
        return;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    handle_them();
}

bool signals_came(void)
{
    return atomic_load(&came);
}
