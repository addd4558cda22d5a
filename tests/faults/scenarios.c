#include "faults/scenarios.h"

#include <stddef.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define SHOWS(window, every, screen, ...)                                                                    \
    WORDS("--data", "family", "--virtual-time", "--seed", "1", "--trace", "trace", "--replay", "hands",      \
          "--window", window, "--shots", "shots", "--shot-every", every, "--screen", screen, __VA_ARGS__)
#define LOOKED_AT(screen) SHOWS("640x400", "1500", screen, "--with", "Mama")
#define CORNER_AT(screen, every) SHOWS("1280x800", every, screen, "--with", "Mama")

static const struct scenario scenarios[] = {
    // A family clip and a photo come back, then good night.
    {.name = "play",
     .kind = PLAY,
     .words = SHOWS("320x200", "6000", "play", "--with", "Mama", "--level", "short.yaml"),
     .hands = "6000 down .5 .5\n6050 up\n19000 stop\n"},
    // The same, mixed; nothing is drawn. The loudspeaker is a file: where it fails the game goes on in real
    // time.
    {.name = "play, heard",
     .kind = PLAY,
     .words = WORDS("--data", "family", "--virtual-time", "--seed", "1", "--trace", "trace", "--replay",
                    "hands", "--screen", "play", "--with", "Mama", "--level", "short.yaml"),
     .hands = "6000 down .5 .5\n6050 up\n9500 stop\n",
     .sound = "disk",
     .never = "fwrite SDL_RWwrite"},
    {.name = "home", .kind = CORNER, .words = LOOKED_AT("home"), .hands = "900 down .99 .99\n950 up\n"},
    {.name = "progress",
     .kind = CORNER,
     .words = LOOKED_AT("progress"),
     .hands = "900 down .99 .99\n950 up\n"},
    {.name = "guidance",
     .kind = CORNER,
     .words = LOOKED_AT("guidance"),
     .hands = "900 down .99 .99\n950 up\n"},
    {.name = "away", .kind = CORNER, .words = LOOKED_AT("away"), .hands = "900 down .99 .99\n950 up\n"},
    // Fewer movements, larger text, headphones, the loudest sound.
    {.name = "settings",
     .kind = CORNER,
     .words = CORNER_AT("settings", "1700"),
     .hands = "700 down .923 .498\n750 up\n1300 down .453 .22\n1350 up\n1900 down .44 .457\n1950 up\n"
              "2500 down .923 .613\n2550 up\n"},
    {.name = "editor",
     .kind = CORNER,
     .words = CORNER_AT("editor", "1500"),
     .hands = "800 down .454 .395\n850 up\n1600 down .454 .395\n1650 up\n2500 down .92 .06\n2550 up\n"},
    // A voice is recorded and kept.
    {.name = "recorder",
     .kind = CORNER,
     .words = CORNER_AT("recorder", "2500"),
     .hands = "1000 down .72 .735\n1100 up\n9000 down .69 .72\n9100 up\n",
     .sound = "disk",
     .never = "fwrite SDL_RWwrite"},
    // One is deleted, and had back; another one is deleted.
    {.name = "voices",
     .kind = CORNER,
     .words = CORNER_AT("voices", "1000"),
     .hands = "700 down .43 .325\n750 up\n1700 down .733 .93\n1750 up\n2700 down .939 .605\n2750 up\n"},
    // A backup is saved, an older one is restored.
    {.name = "backups",
     .kind = CORNER,
     .words = CORNER_AT("settings", "1500"),
     .hands = "700 down .75 .947\n750 up\n1300 down .4 .614\n1350 up\n2300 down .653 .614\n2350 up\n"
              "3000 file kept.backup\n4500 down .5 .41\n4550 up\n5000 down .347 .41\n5050 up\n"},
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
    {.name = "hear", .kind = COMMAND, .words = WORDS("hear", "voice.wav")},
};

const struct scenario *scenario_at(int number)
{
    return number < (int)(sizeof scenarios / sizeof *scenarios) ? &scenarios[number] : NULL;
}
