// Start-up, the loop, shut-down. Signals only raise a flag: the loop brings whoever is hidden back, keeps
// what was played, and ends.
#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <signal.h>
#include <stdatomic.h>

#include "platform/clock.h"
#include "platform/loop.h"
#include "scenes/app.h"
#include "scenes/commands.h"
#include "scenes/options.h"

static atomic_int asked_to_end; // a handler may run on any thread

static void on_signal(int number)
{
    (void)number;
    asked_to_end = 1;
}

static void listen_to_signals(void)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    signal(SIGPIPE, SIG_IGN); // a trace's reader that leaves does not end the game
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

static bool frame(void *context)
{
    struct app *app = context;
    if (asked_to_end) {
        app_end(app);
    }
    return app_frame(app);
}

static void ended(void *context)
{
    app_close(context);
}

static int play(const struct options *options)
{
    static struct app app;
    if (!app_open(&app, options)) {
        return EXIT_INPUT;
    }
    loop_run(frame, ended, &app);
    return EXIT_WELL;
}

int main(int count, char **words)
{
    clock_ms(); // the program's clock starts here
    SDL_SetMainReady();
    struct options options;
    int status;
    if (!options_read(count, words, &options, &status)) {
        return status;
    }
    if (options.command) {
        return commands_run(&options);
    }
    status = commands_with(&options);
    if (status != EXIT_WELL) {
        return status;
    }
    listen_to_signals();
    return play(&options);
}
