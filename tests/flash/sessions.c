// Whole sessions of the real game under the flash checker: every frame of 60 a second, from greeting to good
// night, under hands that never rest. Usage: flash_sessions LEVEL WxH HANDS [COLOUR]; hands as in hands.h;
// with a colour (RRGGBB) the family's friend is somebody whose photo is nothing but that. Prints the worst of
// each measure; fails where a limit is passed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "flash/hands.h"
#include "flash/photo.h"
#include "flash/watching.h"

static char folder[] = "/tmp/peekaboo_flash_XXXXXX";

static bool play(const char *level, const char *hands, const char *colour, struct watching *watching)
{
    char replay[64];
    snprintf(replay, sizeof replay, "%s/hands", folder);
    const struct options options = watch_options(watching, folder, level, replay);
    return hands_write(hands, replay) && (!colour || photo_of(folder, colour)) &&
           watch_play(watching, &options);
}

int main(int count, char **words)
{
    struct watching watching = {0};
    char command[80];
    if (count < 4 || count > 5 || sscanf(words[2], "%dx%d", &watching.w, &watching.h) != 2 ||
        !mkdtemp(folder)) {
        fprintf(stderr, "usage: flash_sessions LEVEL WxH HANDS [RRGGBB]\n");
        return 2;
    }
    watching.planted = strcmp(words[3], "planted") == 0;
    watching.live = hands_live(words[3]);
    bool good = play(words[1], words[3], count == 5 ? words[4] : NULL, &watching);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) == 0 && good ? 0 : 1;
}
