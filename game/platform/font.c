// Andika in two weights by SDL2_ttf: a face a size, opened when first asked for.
#include "platform/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_ttf.h>

#include "platform/files.h"
#include "platform/sprite.h"

enum { FACES_MAX = 32, LINE_BYTES = 1024 };

struct face {
    int size;
    bool bold;
    TTF_Font *font; // NULL: there is no such file
};

struct font {
    bool ready;
    int count;
    struct face faces[FACES_MAX];
};

struct font *font_new(void)
{
    struct font *font = calloc(1, sizeof *font);
    if (font) {
        font->ready = TTF_Init() == 0;
    }
    return font;
}

static void close_faces(struct font *font)
{
    for (int i = 0; i < font->count; i++) {
        if (font->faces[i].font) {
            TTF_CloseFont(font->faces[i].font);
        }
    }
    font->count = 0;
}

void font_free(struct font *font)
{
    if (!font) {
        return;
    }
    close_faces(font);
    if (font->ready) {
        TTF_Quit();
    }
    free(font);
}

static TTF_Font *open_in(const char *folder, const char *below, const char *name, int size)
{
    char path[1024];
    snprintf(path, sizeof path, "%s%s%s", folder, below, name);
    return files_exists(path) ? TTF_OpenFont(path, size) : NULL;
}

// Installed fonts lie among the assets, those of a build beside it. Where one is damaged the other weight can
// be read.
static TTF_Font *open_face(int size, bool bold)
{
    static const char *const names[] = {"Andika-Regular.ttf", "Andika-Bold.ttf"};
    TTF_Font *face = NULL;
    for (int i = 0; !face && i < 2; i++) {
        const char *name = names[bold != (i == 1)];
        face = open_in(files_share(), "assets/fonts/", name, size);
        face = face ? face : open_in(PEEKABOO_FONTS, "", name, size);
    }
    if (face) {
        TTF_SetFontHinting(face, TTF_HINTING_LIGHT);
    }
    return face;
}

static TTF_Font *face_of(struct font *font, int size, bool bold)
{
    for (int i = 0; i < font->count; i++) {
        if (font->faces[i].size == size && font->faces[i].bold == bold) {
            return font->faces[i].font;
        }
    }
    if (!font->ready || size <= 0) {
        return NULL;
    }
    if (font->count == FACES_MAX) { // a window that was dragged through many sizes
        close_faces(font);
    }
    struct face *face = &font->faces[font->count++];
    *face = (struct face){.size = size, .bold = bold, .font = open_face(size, bold)};
    return face->font;
}

// SDL_ttf wants an end. What does not fit is not one line of a page.
static void copy_line(char line[LINE_BYTES], const char *text, int length)
{
    const size_t kept = length < 0 ? 0 : length < LINE_BYTES ? (size_t)length : LINE_BYTES - 1;
    memcpy(line, text, kept);
    line[kept] = '\0';
}

int font_width(struct font *font, int size, bool bold, const char *text, int length_bytes)
{
    char line[LINE_BYTES];
    copy_line(line, text, length_bytes);
    TTF_Font *face = *line ? face_of(font, size, bold) : NULL;
    int w = 0, h = 0;
    return face && TTF_SizeUTF8(face, line, &w, &h) == 0 ? w : 0;
}

struct sprite *font_sprite(struct font *font, int size, bool bold, uint32_t rgb, const char *text,
                           int length_bytes, int *baseline)
{
    char line[LINE_BYTES];
    copy_line(line, text, length_bytes);
    TTF_Font *face = *line ? face_of(font, size, bold) : NULL;
    const SDL_Color colour = {(Uint8)(rgb >> 16), (Uint8)(rgb >> 8), (Uint8)rgb, 255};
    SDL_Surface *surface = face ? TTF_RenderUTF8_Blended(face, line, colour) : NULL;
    if (!surface) {
        return NULL;
    }
    *baseline = TTF_FontAscent(face);
    struct sprite *sprite =
        sprite_from_pixels(PIXELS_ARGB, surface->pixels, surface->w, surface->h, surface->pitch);
    SDL_FreeSurface(surface);
    return sprite;
}
