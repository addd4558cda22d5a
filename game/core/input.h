// What the baby and the grown-up did since the last tick. A small value: it may come from hands or from a
// replay.
#pragma once

#include <stdbool.h>

struct input {
    int touches;   // merged touches (core/hands.h): several fingers within 150 ms are one
    bool fuss;     // the grown-up says: baby is fussing
    bool cry;      // the cry hint's hard level: the baby is upset
    bool cry_soft; // ... and its soft one: whoever is away may come back
    bool stop;     // the grown-up's Finish
    bool pause;    // the grown-up holds a corner: the pause card opens, or its time begins anew
    bool resume;   // ... and Go on
    bool hide;     // the game goes to the background
    bool show;     // ... and returns
    int hidden_ms; // with show: how long it was hidden; 0 or more
};
