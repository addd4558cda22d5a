// How much of a hold is done: an arc that closes, in sixty pictures that are kept.
#include "ui/page_inside.h"

#include <math.h>
#include <stdio.h>

#include "ui/theme.h"

enum { PICTURES = 60, BROAD = 70 };
static const float arc_share = 58 / 78.0F, line_share = 14 / 78.0F, tick_share = 0.6F;

// Quarter turns at most, as a cubic.
static int turn_svg(char *svg, size_t size, float middle, float r, float from, float to)
{
    const float bow = 4 / 3.0F * tanf((to - from) / 4) * r;
    return snprintf(svg, size, "C%.2f %.2f %.2f %.2f %.2f %.2f", middle + r * sinf(from) + bow * cosf(from),
                    middle - r * cosf(from) + bow * sinf(from), middle + r * sinf(to) - bow * cosf(to),
                    middle - r * cosf(to) - bow * sinf(to), middle + r * sinf(to), middle - r * cosf(to));
}

static int arc_svg(char *svg, size_t size, float middle, float r, float share)
{
    const float whole = share * 6.2831853F, quarter = 1.5707963F;
    int length = snprintf(svg, size, "M%.2f %.2f", middle, middle - r);
    for (float from = 0; from < whole - 0.001F; from += quarter) {
        length +=
            turn_svg(svg + length, size - (size_t)length, middle, r, from, fminf(from + quarter, whole));
    }
    return length;
}

// numbers: r in pixels, done in sixtieths.
static int ring_svg(char *svg, size_t size, const int *numbers)
{
    const float r = (float)numbers[0];
    int length =
        snprintf(svg, size,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\"><circle "
                 "cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#%06X\"/><circle cx=\"%.2f\" cy=\"%.2f\" "
                 "r=\"%.2f\" fill=\"none\" stroke=\"#%06X\" stroke-width=\"%.2f\"/>",
                 2 * r, 2 * r, r, r, r, CARD, r, r, r * arc_share, WALL_BOTTOM, r * line_share);
    if (numbers[1] > 0) {
        length += snprintf(svg + length, size - (size_t)length, "<path d=\"");
        length +=
            arc_svg(svg + length, size - (size_t)length, r, r * arc_share, (float)numbers[1] / PICTURES);
        length +=
            snprintf(svg + length, size - (size_t)length,
                     "\" fill=\"none\" stroke=\"#%06X\" stroke-width=\"%.2f\" stroke-linecap=\"round\"/>",
                     TEAL, r * line_share);
    }
    return length + snprintf(svg + length, size - (size_t)length, "</svg>");
}

void page_ring(struct page *page, int x, int y, int r, float done, const char *text)
{
    const struct rect at = px_rect(page, (struct rect){x - r, y - r, 2 * r, 2 * r});
    const int r_px = at.w / 2, sixtieths = (int)lroundf(fmaxf(0, fminf(done, 1)) * PICTURES);
    const int numbers[] = {r_px, sixtieths};
    put_sprite(page, drawing_sprite(page, "hold", ring_svg, numbers, 2, 2 * r_px, 2 * r_px), at.x, at.y);
    if (!text) {
        return;
    }
    if (*text) {
        const struct look look = {r < BROAD ? TYPE_HEADING : TYPE_DISPLAY, true, INK, ALIGN_MIDDLE, 1};
        put_text(page, (struct rect){x - r / 2, y - r / 2, r, r}, look, text, true);
        return;
    }
    const int side = (int)((float)r_px * tick_share);
    put_icon(page, (struct rect){at.x + r_px - side / 2, at.y + r_px - side / 2, side, side}, ICON_CHECK,
             INK);
}
