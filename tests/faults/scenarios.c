#include "faults/scenarios.h"

#include <stddef.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define PLAYS(...)                                                                                           \
    WORDS("--data", "family", "--virtual-time", "--seed", "7", "--trace", "trace", "--replay", "hands",      \
          __VA_ARGS__)
#define CORNER_SHOTS "--window", "1280x800", "--shots", "shots", "--shot-every", "4000"

static const struct scenario scenarios[] = {
    // A family clip and a photo come back, a friend too, then good night.
    {.name = "play",
     .kind = PLAY,
     .words = PLAYS("--window", "320x200", "--shots", "shots", "--shot-every", "6000", "--screen", "play",
                    "--with", "Mama", "--level", "short.yaml"),
     .hands = "6000 down .5 .5\n6050 up\n19000 stop\n"},
    {.name = "play, heard",
     .kind = PLAY,
     .words = PLAYS("--window", "320x200", "--screen", "play", "--with", "Mama", "--level", "short.yaml"),
     .hands = "6000 down .5 .5\n6050 up\n19000 stop\n",
     .sound = "disk",
     .never = "fwrite SDL_RWwrite"}, // the loudspeaker: a file that goes on in real time once it failed
    {.name = "voice add",
     .kind = COMMAND,
     .words = WORDS("voice", "add", "--who", "Papa", "--moment", "return", "voice.wav", "--data", "family")},
    {.name = "voice remove", .kind = COMMAND, .words = WORDS("voice", "remove", "2", "--data", "family")},
    {.name = "face add",
     .kind = COMMAND,
     .words = WORDS("face", "add", "--who", "Papa", "photo.png", "--data", "family")},
    {.name = "backup", .kind = COMMAND, .words = WORDS("backup", "new.backup", "--data", "family")},
    {.name = "restore", .kind = COMMAND, .words = WORDS("restore", "kept.backup", "--data", "family")},
    {.name = "pack save",
     .kind = COMMAND,
     .words = WORDS("pack", "save", "--who", "Mama", "new.pack", "--data", "family")},
    {.name = "pack add", .kind = COMMAND, .words = WORDS("pack", "add", "mama.pack", "--data", "family")},
};

const struct scenario *scenario_at(int number)
{
    return number < (int)(sizeof scenarios / sizeof *scenarios) ? &scenarios[number] : NULL;
}
