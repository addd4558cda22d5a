// Files that a family might bring.
#include "replays/inputs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>
#include <sndfile.h>

#include "invented_voice.h"
#include "replays/outside.h"

static void fill(float *mono, int count, enum inputs_sound what, int rate)
{
    if (what == INPUT_VOICE) {
        voice_speak(mono, count, rate, 0.3f);
    }
    for (int i = 0; what == INPUT_NAN && i < count; i++) {
        mono[i] = NAN;
    }
}

void inputs_sound(const char *path, enum inputs_sound what, int rate, int channels, double seconds)
{
    SF_INFO info = {.samplerate = rate, .channels = channels, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    const int count = (int)(seconds * rate);
    float *mono = calloc((size_t)count + 1, sizeof *mono);
    float *frames = calloc((size_t)count * (size_t)channels + 1, sizeof *frames);
    fill(mono, count, what, rate);
    for (int i = 0; i < count * channels; i++) {
        frames[i] = mono[i / channels];
    }
    sf_writef_float(file, frames, count);
    sf_close(file);
    free(mono);
    free(frames);
}

void inputs_bytes(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(bytes, 1, length, file);
        fclose(file);
    }
}

void inputs_cut(const char *from, const char *path, size_t length)
{
    size_t all = 0;
    char *bytes = outside_read(from, &all);
    inputs_bytes(path, bytes, length < all ? length : all);
    free(bytes);
}

static SDL_Surface *picture(int w, int h, const SDL_Rect *red, uint32_t other)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
    SDL_FillRect(surface, NULL, other);
    SDL_FillRect(surface, red, 0xFF0000);
    return surface;
}

static void save(const char *path, SDL_Surface *surface)
{
    const size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, ".png") == 0) {
        IMG_SavePNG(surface, path);
    } else {
        IMG_SaveJPG(surface, path, 95);
    }
    SDL_FreeSurface(surface);
}

void inputs_photo(const char *path, int w, int h, uint32_t lower)
{
    save(path, picture(w, h, &(SDL_Rect){0, 0, w, h / 2}, lower));
}

// Orientation 6: what is stored at the left is seen at the top.
void inputs_turned_photo(const char *path, int w, int h, uint32_t lower)
{
    static const unsigned char exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,    'M', 'M',
                                         0,    42,   0, 0,  0,   8,   0,   1,   1, 0x12, 0,   3,
                                         0,    0,    0, 1,  0,   6,   0,   0,   0, 0,    0,   0};
    save(path, picture(h, w, &(SDL_Rect){0, 0, h / 2, w}, lower));
    size_t length = 0;
    char *jpeg = outside_read(path, &length), *whole = malloc(length + sizeof exif);
    memcpy(whole, jpeg, 2);
    memcpy(whole + 2, exif, sizeof exif);
    memcpy(whole + 2 + sizeof exif, jpeg + 2, length - 2);
    inputs_bytes(path, whole, length + sizeof exif);
    free(jpeg);
    free(whole);
}

int inputs_red_at(const char *path, double x, double y)
{
    SDL_Surface *file = IMG_Load(path);
    SDL_Surface *plain = file ? SDL_ConvertSurfaceFormat(file, SDL_PIXELFORMAT_RGB888, 0) : NULL;
    int red = -1;
    if (plain) {
        const uint32_t *row =
            (const void *)((const char *)plain->pixels + plain->pitch * (int)(y * plain->h));
        red = row[(int)(x * plain->w)] >> 16 & 0xFF;
    }
    SDL_FreeSurface(plain);
    SDL_FreeSurface(file);
    return red;
}
