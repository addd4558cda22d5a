// The family's file while the program runs: opened, closed, and opened again where another one is in its
// place.
#include <stdio.h>

#include "platform/files.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/effects.h"
#include "store/family.h"

void app_open_family(struct app *app)
{
    char reason[256] = "there is no folder for it";
    const char *folder = today_folder(&app->options);
    app->family = folder ? family_open(folder, reason, sizeof reason) : NULL;
    if (!app->family) {
        fprintf(stderr, "peekaboo: nothing can be stored: %s\n", reason);
    }
    app->first_read = false;       // where there is another one, it may not have been read
    mixer_forget_kept(app->mixer); // another family's clips have the same numbers
    effects_all(app);
}

void app_close_family(struct app *app)
{
    play_forget(app);          // whose clips and face are at hand: the good-night screen shows somebody else
    app->resting.known_id = 0; // another family's games have the same numbers
    people_free(&app->people);
    family_close(app->family);
    app->family = NULL;
}
