// Faces in their rings; the chosen one blooms.
#include "ui/page_inside.h"

#include <math.h>
#include <stdio.h>

#include "ui/theme.h"

enum { PETALS = 10, BACK_PETAL = 0xF79A2E, FRONT_PETAL = 0xFFD23F, RING = 0x8A5320, CREAM = 0xFFF6E6 };
static const float photo_share = 0.77F, cream_share = 0.85F, ring_share = 0.90F, petal_share = 0.36F;
static const uint32_t grounds[] = {0xC9E4F5, 0xFCE3A6, 0xF8C4B4, 0xD5E8C8, 0xE3D5F0};

// numbers: r in pixels, chosen, ground (0: none).
static int ring_svg(char *svg, size_t size, const int *numbers)
{
    const float r = (float)numbers[0], half = r * 1.36F;
    int length = snprintf(svg, size, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.2f %.2f\">",
                          half * 2, half * 2);
    for (int layer = 0; layer < 2 && numbers[1]; layer++) {
        for (int i = 0; i < PETALS; i++) {
            const float turn = ((float)i + (layer ? 0 : 0.5F)) * 6.2831853F / PETALS,
                        far = r * (layer ? 0.90F : 0.98F);
            length += snprintf(svg + length, size - (size_t)length,
                               "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/>",
                               half + far * sinf(turn), half - far * cosf(turn), r * petal_share,
                               layer ? FRONT_PETAL : BACK_PETAL);
        }
    }
    if (!numbers[3]) {
        length += snprintf(svg + length, size - (size_t)length,
                           "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/><circle cx=\"%.2f\" "
                           "cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/>",
                           half, half, r * ring_share, RING, half, half, r * cream_share, CREAM);
    }
    length += snprintf(svg + length, size - (size_t)length,
                       "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/></svg>", half, half,
                       numbers[3] ? r : r * photo_share, (unsigned)numbers[2]);
    return length;
}

int page_face_px(const struct page *page, int r)
{
    return px_of(page, 2 * photo_share * (float)r);
}

void page_medallion(struct page *page, int x, int y, int r, const struct sprite *face, int tint, bool chosen)
{
    const struct rect at = px_rect(page, (struct rect){x, y, 0, 0});
    const int r_px = px_of(page, (float)r), half = (int)lroundf((float)r_px * 1.36F);
    const bool bare = tint < 0; // a plain disc, for an icon
    const int ground = bare ? NIGHT_PALE : (int)grounds[(unsigned)tint % (sizeof grounds / sizeof *grounds)];
    const int numbers[] = {r_px, chosen, ground, bare};
    put_sprite(page, drawing_sprite(page, "ring", ring_svg, numbers, 4, 2 * half, 2 * half), at.x - half,
               at.y - half);
    if (face) {
        put_sprite(page, face, at.x - sprite_width(face) / 2, at.y - sprite_height(face) / 2);
    } else if (!bare) {
        const int side = r_px;
        put_icon(page, (struct rect){at.x - side / 2, at.y - side / 2, side, side}, ICON_PERSON, NIGHT_LIGHT);
    }
}

static int add_svg(char *svg, size_t size, const int *numbers)
{
    const float r = (float)numbers[0], line = r / 20;
    const int dashes = 22;
    int length = snprintf(svg, size,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.2f %.2f\"><circle "
                          "cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/>",
                          2 * r, 2 * r, r, r, r - line, CARD);
    for (int i = 0; i < dashes; i++) {
        const float from = (float)i * 6.2831853F / dashes, to = from + 0.55F * 6.2831853F / dashes,
                    far = r - line;
        length += snprintf(
            svg + length, size - (size_t)length,
            "<path d=\"M%.2f %.2fL%.2f %.2f\" fill=\"none\" stroke=\"#%06X\" stroke-width=\"%.2f\"/>",
            r + far * cosf(from), r + far * sinf(from), r + far * cosf(to), r + far * sinf(to), CONTROL,
            line);
    }
    return length + snprintf(svg + length, size - (size_t)length, "</svg>");
}

void page_medallion_add(struct page *page, int x, int y, int r)
{
    const struct rect at = px_rect(page, (struct rect){x, y, 0, 0});
    const int numbers[] = {px_of(page, (float)r)}, side = 2 * numbers[0];
    put_sprite(page, drawing_sprite(page, "add", add_svg, numbers, 1, side, side), at.x - numbers[0],
               at.y - numbers[0]);
    const int icon = px_of(page, 36);
    put_icon(page, (struct rect){at.x - icon / 2, at.y - icon / 2, icon, icon}, ICON_PLUS, TEAL);
}
