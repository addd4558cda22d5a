// Where everything stands in a window of any shape (art guide 13). Pure.
#pragma once

#include "stage/picture.h"
#include "store/cast.h"

struct layout {
    int w, h;
    float unit;           // pixels of a backdrop's unit
    float ground;         // the pixel row of the ground line
    struct placing place; // the place's origin
    struct placing hider; // the friend's origin when found
    float shift;          // the friend's units for one unit of a place's shifts (1 but for the sunflower)
    struct rect clip;     // where the friend's body can be seen
    struct rect above;    // all that lies over the lip of its opening
    struct svg_view view; // what of the backdrop the window shows
    float answer;         // pixels across a touch's answer
};

struct layout layout_make(int w, int h, const struct cast_place *place, const struct svg_sheet *place_sheet,
                          const struct cast_friend *who);
