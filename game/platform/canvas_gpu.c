// Painting on a GPU: SDL_Renderer, two triangles a sprite, premultiplied. The whole list each time that it
// changed: the buffers of a GPU don't keep the last frame.
#include "platform/canvas_painter.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "platform/sprite.h"

// A sprite's stored box with one clear pixel around it, so that edges fade out as they do in software.
struct texture {
    const struct sprite *sprite; // held
    SDL_Texture *texture;
};

struct gpu {
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_BlendMode over; // premultiplied
    struct texture *textures;
    int count, room;
    int w, h;
    uint32_t *copy; // for read
};

static SDL_BlendMode premultiplied_over(void)
{
    const SDL_BlendFactor one = SDL_BLENDFACTOR_ONE, rest = SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA;
    return SDL_ComposeCustomBlendMode(one, rest, SDL_BLENDOPERATION_ADD, one, rest, SDL_BLENDOPERATION_ADD);
}

static void drop_texture(struct gpu *gpu, int i)
{
    SDL_DestroyTexture(gpu->textures[i].texture);
    sprite_release(gpu->textures[i].sprite);
    gpu->textures[i] = gpu->textures[--gpu->count];
}

static void close_gpu(void *state)
{
    struct gpu *gpu = state;
    while (gpu->count) {
        drop_texture(gpu, gpu->count - 1);
    }
    if (gpu->renderer) {
        SDL_DestroyRenderer(gpu->renderer);
    }
    free(gpu->textures);
    free(gpu->copy);
    free(gpu);
}

static void *open_gpu(struct SDL_Window *window)
{
    struct gpu *gpu = calloc(1, sizeof *gpu);
    if (!gpu) {
        return NULL;
    }
    *gpu = (struct gpu){.window = window, .over = premultiplied_over()};
    gpu->renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (!gpu->renderer || SDL_SetRenderDrawBlendMode(gpu->renderer, gpu->over) != 0) {
        close_gpu(gpu);
        return NULL;
    }
    return gpu;
}

static bool size_gpu(void *state, int *w, int *h)
{
    struct gpu *gpu = state;
    free(gpu->copy);
    gpu->copy = NULL;
    if (SDL_GetRendererOutputSize(gpu->renderer, &gpu->w, &gpu->h) != 0) {
        return false;
    }
    *w = gpu->w;
    *h = gpu->h;
    return true;
}

static bool upload(SDL_Texture *texture, const struct sprite *sprite)
{
    const struct rect *box = &sprite->box;
    const size_t pitch = (size_t)box->w + 2;
    uint32_t *pixels = calloc(pitch * ((size_t)box->h + 2), sizeof *pixels);
    if (!pixels) {
        return false;
    }
    for (int y = 0; y < box->h; y++) {
        const uint32_t *row = sprite->pixels + (size_t)y * (size_t)box->w;
        memcpy(pixels + ((size_t)y + 1) * pitch + 1, row, (size_t)box->w * sizeof *row);
    }
    const bool done = SDL_UpdateTexture(texture, NULL, pixels, (int)pitch * 4) == 0;
    free(pixels);
    return done;
}

static SDL_Texture *texture_from(const struct gpu *gpu, const struct sprite *sprite)
{
    SDL_Texture *texture = SDL_CreateTexture(gpu->renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, sprite->box.w + 2, sprite->box.h + 2);
    if (!texture) {
        return NULL;
    }
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    SDL_SetTextureBlendMode(texture, gpu->over);
    if (!upload(texture, sprite)) {
        SDL_DestroyTexture(texture);
        return NULL;
    }
    return texture;
}

static bool make_room(struct gpu *gpu)
{
    if (gpu->count < gpu->room) {
        return true;
    }
    const int room = gpu->room ? gpu->room * 2 : 64;
    struct texture *textures = realloc(gpu->textures, (size_t)room * sizeof *textures);
    if (textures) {
        gpu->textures = textures;
        gpu->room = room;
    }
    return textures != NULL;
}

static SDL_Texture *texture_of(struct gpu *gpu, const struct sprite *sprite)
{
    for (int i = 0; i < gpu->count; i++) {
        if (gpu->textures[i].sprite == sprite) {
            return gpu->textures[i].texture;
        }
    }
    SDL_Texture *texture = make_room(gpu) ? texture_from(gpu, sprite) : NULL;
    if (texture) {
        sprite_hold(sprite);
        gpu->textures[gpu->count++] = (struct texture){sprite, texture};
    }
    return texture;
}

// Textures of sprites that nobody else holds any more.
static void sweep(struct gpu *gpu)
{
    for (int i = gpu->count - 1; i >= 0; i--) {
        if (gpu->textures[i].sprite->references == 1) {
            drop_texture(gpu, i);
        }
    }
}

static void paint_sprite(struct gpu *gpu, const struct item *item)
{
    SDL_Texture *texture = texture_of(gpu, item->sprite);
    const struct rect *box = &item->sprite->box;
    const struct matrix *to = &item->to;
    SDL_Vertex corners[4];
    for (int i = 0; i < 4; i++) {
        const float right = (float)(i & 1), down = (float)(i >> 1);
        const float x = (float)box->x - 1 + right * (float)(box->w + 2);
        const float y = (float)box->y - 1 + down * (float)(box->h + 2);
        corners[i] = (SDL_Vertex){.position = {to->a * x + to->c * y + to->e, to->b * x + to->d * y + to->f},
                                  .color = {item->alpha, item->alpha, item->alpha, item->alpha},
                                  .tex_coord = {right, down}};
    }
    static const int triangles[] = {0, 1, 2, 2, 1, 3};
    if (texture) {
        SDL_RenderGeometry(gpu->renderer, texture, corners, 4, triangles, 6);
    }
}

static void paint_fill(struct gpu *gpu, const struct item *item)
{
    const uint32_t argb = item->argb;
    SDL_SetRenderDrawColor(gpu->renderer, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF,
                           argb >> 24 & 0xFF);
    SDL_RenderFillRect(gpu->renderer, NULL);
}

static int64_t paint(struct gpu *gpu, const struct list *list)
{
    SDL_RenderSetClipRect(gpu->renderer, NULL);
    SDL_SetRenderDrawColor(gpu->renderer, 0, 0, 0, 255);
    SDL_RenderClear(gpu->renderer);
    int64_t pixels = (int64_t)gpu->w * gpu->h;
    for (int i = 0; i < list->count; i++) {
        const struct item *item = &list->items[i];
        const SDL_Rect clip = {item->bounds.x, item->bounds.y, item->bounds.w, item->bounds.h};
        SDL_RenderSetClipRect(gpu->renderer, &clip);
        (item->sprite ? paint_sprite : paint_fill)(gpu, item);
        pixels += (int64_t)clip.w * clip.h;
    }
    return pixels;
}

static int64_t show_gpu(void *state, const struct list *list, const struct dirty *dirty)
{
    (void)dirty;
    struct gpu *gpu = state;
    const int64_t pixels = paint(gpu, list);
    SDL_RenderPresent(gpu->renderer);
    sweep(gpu);
    return pixels;
}

static int kept_gpu(const void *state)
{
    return ((const struct gpu *)state)->count;
}

// What was presented can't be read any more: it is painted again, and not presented.
static const uint32_t *read_gpu(void *state, const struct list *list)
{
    struct gpu *gpu = state;
    if (!gpu->copy) {
        gpu->copy = malloc((size_t)gpu->w * (size_t)gpu->h * sizeof *gpu->copy);
    }
    paint(gpu, list);
    SDL_RenderSetClipRect(gpu->renderer, NULL);
    const bool done = gpu->copy && SDL_RenderReadPixels(gpu->renderer, NULL, SDL_PIXELFORMAT_ARGB8888,
                                                        gpu->copy, gpu->w * 4) == 0;
    return done ? gpu->copy : NULL;
}

const struct painter painter_gpu = {.name = "gpu",
                                    .window_flags = SDL_WINDOW_OPENGL,
                                    .open = open_gpu,
                                    .close = close_gpu,
                                    .size = size_gpu,
                                    .show = show_gpu,
                                    .kept = kept_gpu,
                                    .read = read_gpu};
