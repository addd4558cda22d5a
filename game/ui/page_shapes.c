// Blocks, icons and drawings: SVG written on the first use of a size, then a cached sprite.
#include "ui/page_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/least.h"
#include "platform/files.h"
#include "ui/theme.h"

enum { SVG_BYTES = 16384 };

static int shape_svg(char *svg, size_t size, const struct shape *shape)
{
    const double border = shape->border_tenths_px / 10.0, inset = border / 2;
    const double radius = shape->radius_px > inset ? shape->radius_px - inset : 0;
    char fill[64] = "fill=\"none\"", stroke[64] = "";
    if (shape->fill != SHAPE_CLEAR) {
        snprintf(fill, sizeof fill, "fill=\"#%06X\" fill-opacity=\"%.2f\"", (unsigned)shape->fill,
                 shape->fill_percent ? shape->fill_percent / 100.0 : 1.0);
    }
    if (shape->border_tenths_px > 0) {
        snprintf(stroke, sizeof stroke, " stroke=\"#%06X\" stroke-width=\"%.2f\"", (unsigned)shape->border,
                 border);
    }
    return snprintf(svg, size,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><rect x=\"%.2f\" "
                    "y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" rx=\"%.2f\" %s%s/></svg>",
                    shape->w_px, shape->h_px, inset, inset, shape->w_px - border, shape->h_px - border,
                    radius, fill, stroke);
}

// All that a shape has lies at its corners; between them it is alike.
static int least_px(const struct shape *shape, int px)
{
    const int least = 2 * (shape->radius_px + shape->border_tenths_px / 10 + 3) + 1;
    return lesser(px, least);
}

static struct sprite *new_shape(const struct shape *shape)
{
    struct shape small = *shape;
    char svg[1024];
    small.w_px = least_px(shape, shape->w_px);
    small.h_px = least_px(shape, shape->h_px);
    const int length = shape_svg(svg, sizeof svg, &small);
    return sprite_from_svg_stretched(svg, (size_t)length, small.w_px, small.h_px, shape->w_px, shape->h_px);
}

const struct sprite *shape_sprite(struct page *page, struct shape shape)
{
    const struct cache_key key = {.kind = CACHED_SHAPE,
                                  .numbers = {shape.w_px, shape.h_px, shape.radius_px, (int)shape.fill,
                                              (int)shape.border, shape.border_tenths_px, shape.fill_percent}};
    struct cached *cached = cache_find(&page->cache, &key);
    if (cached && cached->fresh) {
        cached->sprite = new_shape(&shape);
        cache_filled(&page->cache, cached);
    }
    return cached ? cached->sprite : NULL;
}

void put_shape(struct page *page, struct rect at_px, struct shape shape)
{
    shape.w_px = at_px.w;
    shape.h_px = at_px.h;
    put_sprite(page, shape_sprite(page, shape), at_px.x, at_px.y);
}

void put_disc(struct page *page, int x_px, int y_px, int r_px, uint32_t rgb)
{
    put_shape(page, (struct rect){x_px - r_px, y_px - r_px, 2 * r_px, 2 * r_px},
              (struct shape){.radius_px = r_px, .fill = rgb});
}

const struct sprite *drawing_sprite(struct page *page, const char *name, drawing *make, const int *numbers,
                                    int count, int w_px, int h_px)
{
    struct cache_key key = {
        .kind = CACHED_DRAWING, .numbers = {w_px, h_px}, .text = name, .length = strlen(name)};
    for (int i = 0; i < count && i + 2 < CACHE_NUMBERS; i++) {
        key.numbers[i + 2] = numbers[i];
    }
    struct cached *cached = cache_find(&page->cache, &key);
    char *svg = cached && cached->fresh ? malloc(SVG_BYTES) : NULL;
    if (svg) {
        const int length = make(svg, SVG_BYTES, numbers);
        cached->sprite = sprite_from_svg(svg, (size_t)length, w_px, h_px);
        cache_filled(&page->cache, cached);
        free(svg);
    }
    return cached ? cached->sprite : NULL;
}

// ---- icons

static const char *const icon_names[ICONS] = {
    [ICON_BACK] = "back",         [ICON_CAMERA] = "camera",
    [ICON_CHART] = "chart",       [ICON_CHECK] = "check",
    [ICON_CLOCK] = "clock",       [ICON_CLOSE] = "close",
    [ICON_COPY] = "copy",         [ICON_DOOR] = "door",
    [ICON_DOTS] = "dots",         [ICON_EAR] = "ear",
    [ICON_EXPORT] = "exp",        [ICON_GEAR] = "gear",
    [ICON_GLOBE] = "globe",       [ICON_HAND] = "hand",
    [ICON_HEADPHONES] = "phones", [ICON_HEART] = "heart",
    [ICON_IMPORT] = "imp",        [ICON_INFO] = "info",
    [ICON_LAP] = "lap",           [ICON_LOCK] = "lock",
    [ICON_MICROPHONE] = "mic",    [ICON_MICROPHONE_OFF] = "micoff",
    [ICON_MINUS] = "minus",       [ICON_MOON] = "moon",
    [ICON_NEXT] = "next",         [ICON_PAUSE] = "pause",
    [ICON_PERSON] = "person",     [ICON_PHONE] = "phone",
    [ICON_PLAY] = "play",         [ICON_PLUS] = "plus",
    [ICON_REDO] = "redo",         [ICON_SHIELD] = "shield",
    [ICON_STAIRS] = "stairs",     [ICON_STOP] = "stop",
    [ICON_SUN] = "sun",           [ICON_TEXT] = "text",
    [ICON_TRASH] = "trash",       [ICON_TUNE] = "tune",
    [ICON_UNDO] = "undo",         [ICON_VOICE] = "voice",
    [ICON_VOLUME] = "vol",        [ICON_WARNING] = "warn",
};

// Icons are drawn in white; every white becomes rgb.
static void tint(char *svg, uint32_t rgb)
{
    char colour[8];
    snprintf(colour, sizeof colour, "#%06X", (unsigned)rgb);
    for (char *white = svg; (white = strstr(white, "#FFFFFF"));) {
        memcpy(white, colour, 7);
    }
}

static int record_svg(char *svg, size_t size)
{
    return snprintf(svg, size,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 28 28\"><circle cx=\"14\" "
                    "cy=\"14\" r=\"12.8\" fill=\"#%06X\" stroke=\"#%06X\" stroke-width=\"2.4\"/></svg>",
                    CORAL, CARD);
}

struct sprite *icon_alone(enum icon icon, int size_px, uint32_t rgb)
{
    if (icon == ICON_RECORD) {
        char svg[256];
        return sprite_from_svg(svg, (size_t)record_svg(svg, sizeof svg), size_px, size_px);
    }
    char path[1024];
    size_t length = 0;
    snprintf(path, sizeof path, "%sassets/icons/ui/%s.svg", files_share(), icon_names[icon]);
    char *svg = files_read(path, &length);
    if (!svg) {
        return NULL;
    }
    tint(svg, rgb);
    struct sprite *sprite = sprite_from_svg(svg, length, size_px, size_px);
    free(svg);
    return sprite;
}

const struct sprite *icon_sprite(struct page *page, enum icon icon, int size_px, uint32_t rgb)
{
    if (icon == ICON_NONE) {
        return NULL;
    }
    const struct cache_key key = {.kind = CACHED_ICON, .numbers = {(int)icon, size_px, (int)rgb}};
    struct cached *cached = cache_find(&page->cache, &key);
    if (cached && cached->fresh) {
        cached->sprite = icon_alone(icon, size_px, rgb);
        cache_filled(&page->cache, cached);
    }
    return cached ? cached->sprite : NULL;
}

// In the middle of its box, as large as the box's short side.
void put_icon(struct page *page, struct rect at_px, enum icon icon, uint32_t rgb)
{
    const int side = at_px.w < at_px.h ? at_px.w : at_px.h;
    put_sprite(page, icon_sprite(page, icon, side, rgb), at_px.x + (at_px.w - side) / 2,
               at_px.y + (at_px.h - side) / 2);
}

void page_icon(struct page *page, struct rect at, enum icon icon, uint32_t rgb)
{
    put_icon(page, px_rect(page, at), icon, rgb ? rgb : INK);
}
