// Pictures on the window. A frame is a list of draws; the canvas compares it with the frame before and paints
// only what changed, so that a still picture costs nothing. Two backends, one picture (design.md 6):
// SDL_Renderer on OpenGL ES where there is a GPU, else pixman into the window surface. Coordinates are window
// pixels, y down. All functions belong to the main thread, except where said.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// x' = a x + c y + e;  y' = b x + d y + f
struct matrix {
    float a, b, c, d, e, f;
};

struct rect {
    int x, y, w, h; // empty where w or h is 0
};

struct canvas;
struct sprite; // a picture, premultiplied; owned by whoever made it, freed with sprite_free

// ---- sprites: those that make and ask may be called from the loader's thread
// Rasterises SVG text into w x h pixels (the viewBox is stretched to it). NULL where it can't.
struct sprite *sprite_from_svg(const char *svg, size_t length, int w, int h);
// The same for what is alike along its middle, in to_w x to_h pixels: rasterised into the odd w and h, at
// most those, and then its middle column and row are repeated. As quick as it is small.
struct sprite *sprite_from_svg_stretched(const char *svg, size_t length, int w, int h, int to_w, int to_h);
// The same of one of our own files: "assets/icons/bear.svg".
struct sprite *sprite_from_asset(const char *name, int w, int h);
// A photo from a file's bytes (PNG, JPG, WebP), upright as its camera says: its square from x, y (of the
// upright picture, pixels) with this side, brought inside the picture; side 0: the centre square. Made size x
// size and cut to a circle; what is clear in it becomes white, and pure red a little paler. NULL where it
// can't. Refuses what is larger than 12,000 pixels a side or 60 megapixels by its header.
struct sprite *sprite_from_photo_bytes(const void *bytes, size_t length, int x, int y, int side, int size);
// The whole upright picture, not cut, at most `most` pixels a side. *w, *h: the upright picture's own size.
// NULL where it can't.
struct sprite *sprite_from_picture(const void *bytes, size_t length, int most, int *w, int *h);
// A square of a picture as a PNG file's bytes, size x size, upright, for keeping. malloced, the caller's.
// NULL and one sentence in *reason where the bytes are no picture we can read or are too large.
void *sprite_photo_png(const void *bytes, size_t length, int x, int y, int side, int size, size_t *png_length,
                       const char **reason);
int sprite_width(const struct sprite *sprite);
int sprite_height(const struct sprite *sprite);
// The smallest rectangle that holds every pixel of the sprite that is not wholly clear.
struct rect sprite_bounds(const struct sprite *sprite);

// A sprite may be freed while it still stands in the last frame's list: the canvas repaints its place.
// On the main thread, once it was drawn. NULL is allowed.
void sprite_free(struct sprite *sprite);

// ---- frames
void canvas_begin(struct canvas *canvas);
// Draws sprite through `to` (sprite pixels -> window pixels), alpha 0..255, inside clip (NULL: the whole
// window). Where `to` is a whole-pixel move, pixels are copied exactly; else they are sampled bilinearly.
void canvas_draw(struct canvas *canvas, const struct sprite *sprite, const struct matrix *to, int alpha,
                 const struct rect *clip);
// Fills rect (NULL: the whole window) with a colour 0xAARRGGBB, straight alpha.
void canvas_fill(struct canvas *canvas, const struct rect *rect, uint32_t argb);
// Ends the list and shows it. True if anything changed on the screen.
bool canvas_end(struct canvas *canvas);

// Whether what the window showed was lost: the next frame paints all of it.
bool canvas_is_lost(const struct canvas *canvas);

// A canvas of its own that no window shows: for a picture that is only saved. NULL where it can't. The caller
// closes it.
struct canvas *canvas_paper(int w, int h);
void canvas_close(struct canvas *canvas);

// What the window shows now, as a sprite of the window's size: for cross-fades. NULL where it can't.
struct sprite *canvas_snapshot(struct canvas *canvas);
// Writes what the window shows now as PNG. False where it can't.
bool canvas_save_png(struct canvas *canvas, const char *path);
void canvas_size(const struct canvas *canvas, int *w, int *h);
// "gpu" or "software"
const char *canvas_backend(const struct canvas *canvas);
// What the window shows now: canvas_size's w * h pixels 0xXXRRGGBB, row by row. Owned by the canvas and valid
// until the next call on it. NULL where it can't be read.
const uint32_t *canvas_pixels(struct canvas *canvas);

// What painting took since the canvas began.
struct canvas_work {
    int64_t frames; // that changed anything
    int64_t pixels; // painted, each as often as it was painted
    int textures;   // sprites that are on the GPU now
};
struct canvas_work canvas_work(const struct canvas *canvas);
