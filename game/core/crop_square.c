// Which square of a picture is chosen.
#include "core/crop_square.h"

static float inside(float value, float least, float most)
{
    return value < least ? least : value > most ? most : value;
}

static float short_side(const struct crop_square *square)
{
    return (float)(square->w < square->h ? square->w : square->h);
}

static void keep_inside(struct crop_square *square)
{
    square->side = inside(square->side, CROP_LEAST * short_side(square), short_side(square));
    square->x = inside(square->x, 0, (float)square->w - square->side);
    square->y = inside(square->y, 0, (float)square->h - square->side);
}

struct crop_square crop_square_start(int w, int h)
{
    struct crop_square square = {.w = w, .h = h};
    square.side = short_side(&square);
    square.x = ((float)w - square.side) / 2;
    square.y = ((float)h - square.side) / 3;
    return square;
}

void crop_square_move(struct crop_square *square, float dx, float dy)
{
    square->x += dx;
    square->y += dy;
    keep_inside(square);
}

void crop_square_scale(struct crop_square *square, float factor)
{
    float x = square->x + square->side / 2, y = square->y + square->side / 2;
    square->side *= factor;
    square->side = inside(square->side, CROP_LEAST * short_side(square), short_side(square));
    square->x = x - square->side / 2;
    square->y = y - square->side / 2;
    keep_inside(square);
}
