// The grown-ups' words as sprites: one font in two weights (Andika), shaped by SDL2_ttf. Sizes are pixels.
// All functions belong to the main thread. A missing font file makes every text empty, and nothing else.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct font;
struct sprite;

// Finds the font files (assets beside the program). NULL only without memory.
struct font *font_new(void);
void font_free(struct font *font);
// How wide one line of UTF-8 text is.
int font_width(struct font *font, int size, bool bold, const char *text, int length_bytes);
// One line as a sprite, colour 0xRRGGBB. *baseline: from the sprite's top to the line's baseline. NULL for
// empty text. The caller owns it.
struct sprite *font_sprite(struct font *font, int size, bool bold, uint32_t rgb, const char *text,
                           int length_bytes, int *baseline);
