// Which square of a picture is chosen: moved and scaled, always whole inside the picture.
#pragma once

struct crop_square {
    int w, h;         // the picture, pixels
    float x, y, side; // its corner and side, pixels
};

// Small squares show the pixels: no smaller than this share of the picture's short side.
#define CROP_LEAST 0.2f

// The largest square, in the middle; of an upright picture a little above it, where faces are.
struct crop_square crop_square_start(int w, int h);
void crop_square_move(struct crop_square *square, float dx, float dy);
// Factors below 1 choose less: the face gets larger. The square's middle stays where it can.
void crop_square_scale(struct crop_square *square, float factor);
