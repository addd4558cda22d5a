// Each in the way that shows it at its best on a machine without a GPU, full screen, in its own play at once:
//   gamine      nothing can be set. It takes the mouse for itself when it starts; under a server without a
//   real
//               one it then sees no tap at all, so the mouse is held until it has started.
//   bambam      nothing has to be set; its first picture is a page to read, and a tap begins the game.
//   Tux Paint   of this screen's size, without the sounds; its first picture goes by a tap too.
//   GCompris    drawn by Qt's own software renderer (OpenGL on llvmpipe is slower), in the game that answers
//   a
//               tap nearly everywhere; no welcome is in the way, and nothing is looked for in the network.
// There is no sound card: SDL's programs mix for its dummy device, gamine finds none and is silent.
// A home is new at a first start; what a program keeps there (gamine its plugins' names, GCompris its
// compiled pages) is there at the next.
#include "bench/peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 200 };

void peers_fill(struct peer *peers, const char *program, const char *level)
{
    const struct peer all[PEERS] = {
        [OURS] = {"ours",
                  {program, "--window", "1280x800", "--screen", "play", "--level", level, "--age", "36",
                   "--step", "9", "--seed", "1", NULL},
                  2700,
                  .is_ours = true,
                  .is_play = true},
        [OUR_HOME] = {"our home",
                      {program, "--window", "1280x800", "--screen", "home", NULL},
                      2700,
                      .is_ours = true},
        [GAMINE] = {"gamine", {"/usr/games/gamine", NULL}, 3000, .mouse_held = true, .is_play = true},
        [BAMBAM] = {"bambam", {"/usr/games/bambam", NULL}, 5000, .touched_first = true, .is_play = true},
        [TUX_PAINT] = {"Tux Paint",
                       {"tuxpaint", "--nosysconfig", "--fullscreen=yes", "--1280x800", "--nosound",
                        "--nolockfile", "--nosave", NULL},
                       5000,
                       .touched_first = true,
                       .is_play = true},
        [GCOMPRIS] = {"GCompris",
                      {"/usr/games/gcompris-qt", "--fullscreen", "--software-renderer", "--launch",
                       "simplepaint", NULL},
                      8000,
                      .is_play = true},
    };
    memcpy(peers, all, sizeof all);
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (file) {
        fputs(text, file);
        fclose(file);
    }
}

static void make_home(const char *home)
{
    char path[PATH_SIZE + 60];
    const char *const folders[] = {"", "/.config", "/.config/gcompris"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s%s", home, folders[i]);
        mkdir(path, 0700);
    }
    snprintf(path, sizeof path, "%s/.config/gcompris/gcompris-qt.conf", home);
    write_text(path, "[Internal]\nexeCount=10\nlastGCVersionRan=30100\n"
                     "[%General]\nenableAutomaticDownloads=false\n");
}

static void remove_home(const char *home)
{
    char command[PATH_SIZE + 20];
    snprintf(command, sizeof command, "rm -rf '%s'", home);
    if (system(command) != 0) {
        fprintf(stderr, "compare: %s stays\n", home);
    }
}

bool peer_start(const struct peer *peer, struct screen *screen, const char *folder, bool first,
                struct process *process)
{
    char home[PATH_SIZE];
    snprintf(home, sizeof home, "%s/%s", folder, peer->name);
    if (first) {
        remove_home(home);
        make_home(home);
    }
    setenv("HOME", home, 1);
    setenv("XDG_RUNTIME_DIR", home, 1);
    if (peer->mouse_held && !screen_hold_mouse(screen, true)) {
        return false;
    }
    return peer->is_ours ? process_start(process, peer->words[0], peer->words + 1)
                         : process_start_other(process, peer->words);
}
