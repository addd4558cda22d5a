// Where the sky, the hills, the sun's path and the flower of Away for real stand, for the window's shape.
// Pixels. Only for scenes/away*.c.
#pragma once

struct app;

// assets/places/sunflower.svg: its sheet, the middle of the photo, its petals, where it stands in the ground.
enum {
    FLOWER_W = 500,
    FLOWER_H = 740,
    FLOWER_X = 250,
    FLOWER_Y = 250,
    FLOWER_PHOTO_R = 156,
    FLOWER_PETALS_R = 230,
    FLOWER_ROOT_Y = 610
};

struct places {
    int w, h;
    float unit;
    float hill, front;          // the tops of the two hills
    float x, y, r;              // the flower's face and its petals
    float arc_x, arc_y, rx, ry; // the sun's path, upwards from arc_y
};

struct places away_places(const struct app *app);
// Pixels for a unit of the flower's sheet.
float away_flower_scale(const struct places *places);
