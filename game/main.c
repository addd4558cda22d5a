// Start-up, the loop, shut-down. Signals only raise a flag: the loop brings whoever is hidden back, keeps
// what was played, and ends.
#define SDL_MAIN_HANDLED
#include <SDL.h>

#include "platform/clock.h"
#include "platform/loop.h"
#include "platform/signals.h"
#include "scenes/app.h"
#include "scenes/commands.h"
#include "scenes/options.h"

static bool frame(void *context)
{
    struct app *app = context;
    if (signals_came()) {
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
    signals_listen();
    return play(&options);
}
