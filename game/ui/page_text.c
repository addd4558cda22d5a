// Words on a page: wrapped at spaces, set by their baseline in the guide's line heights (SDL2_ttf's own line
// of Andika is 1.61 em, which looks gappy).
#include "ui/page_inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "platform/font.h"
#include "ui/theme.h"

enum { LINES_MAX = 40 };
static const char ellipsis[] = "…";

struct role {
    float size, line; // units
};

static const struct role roles[] = {
    [TYPE_DISPLAY] = {40, 48}, [TYPE_HERO] = {32, 38},    [TYPE_TITLE] = {32, 40}, [TYPE_HEADING] = {24, 32},
    [TYPE_BODY] = {20, 28},    [TYPE_CAPTION] = {18, 24}, [TYPE_COUNT] = {76, 92},
};

static float larger(const struct page *page)
{
    return page->larger ? 1.2F : 1;
}

int text_size_px(const struct page *page, struct look look)
{
    return px_of(page, roles[look.type].size * larger(page));
}

float text_line_height(const struct page *page, struct look look)
{
    return roles[look.type].line * larger(page);
}

// ---- widths

static int measure(struct page *page, struct look look, const char *text, int length)
{
    if (length == 0) {
        return 0;
    }
    const struct cache_key key = {.kind = CACHED_WIDTH,
                                  .numbers = {text_size_px(page, look), look.bold},
                                  .text = text,
                                  .length = (size_t)length};
    struct cached *cached = cache_find(&page->cache, &key);
    if (cached && cached->fresh) {
        cached->number = font_width(page->font, text_size_px(page, look), look.bold, text, length);
        cache_filled(&page->cache, cached);
    }
    return cached ? cached->number : 0;
}

int text_width_px(struct page *page, struct look look, const char *text)
{
    return measure(page, look, text, (int)strlen(text));
}

// ---- wrapping

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

// How much of the text from start fits into w_px and ends at a space or the end; a word too long for a line
// is cut.
static int fit(struct page *page, struct look look, const char *text, int w_px)
{
    int length = (int)strlen(text), best = 0;
    for (int end = 1; end <= length; end++) {
        const bool stop = text[end] == '\0' || text[end] == ' ' || text[end] == '\n';
        if (!stop) {
            continue;
        }
        if (measure(page, look, text, end) > w_px) {
            break;
        }
        best = end;
        if (text[end] == '\n') {
            break;
        }
    }
    if (best > 0) {
        return best;
    }
    for (int end = 1; end <= length && text[end - 1] != ' '; end++) {
        if (continues(text[end])) {
            continue;
        }
        if (measure(page, look, text, end) > w_px) {
            return best > 0 ? best : end;
        }
        best = end;
    }
    return best;
}

// The end of a line that has to end in "…".
static int fit_cut(struct page *page, struct look look, const char *text, int length, int w_px)
{
    const int dots = measure(page, look, ellipsis, (int)strlen(ellipsis));
    while (length > 0 && measure(page, look, text, length) + dots > w_px) {
        length--;
        while (length > 0 && continues(text[length])) {
            length--;
        }
    }
    return length;
}

static struct line make_line(struct page *page, struct look look, const char *text, int start, int length,
                             bool cut)
{
    const int dots = cut ? measure(page, look, ellipsis, (int)strlen(ellipsis)) : 0;
    return (struct line){.start = start,
                         .length = length,
                         .width_px = measure(page, look, text + start, length) + dots,
                         .cut = cut};
}

static int skip_spaces(const char *text, int at)
{
    while (text[at] == ' ' || text[at] == '\n') {
        at++;
    }
    return at;
}

static void wrap_into(struct page *page, struct look look, const char *text, int w_px, int lines,
                      struct wrap *wrap)
{
    int at = skip_spaces(text, 0);
    while (text[at] && wrap->count < lines) {
        int length = fit(page, look, text + at, w_px);
        const int next = skip_spaces(text, at + length);
        const bool last = wrap->count + 1 == lines && text[next];
        const bool too_wide = measure(page, look, text + at, length) > w_px;
        if (last || too_wide) {
            length = fit_cut(page, look, text + at, last ? (int)strlen(text + at) : length, w_px);
        }
        wrap->lines[wrap->count++] = make_line(page, look, text, at, length, last || too_wide);
        wrap->cut = wrap->cut || last || too_wide;
        at = next;
    }
    for (int i = 0; i < wrap->count; i++) {
        wrap->widest_px =
            wrap->lines[i].width_px > wrap->widest_px ? wrap->lines[i].width_px : wrap->widest_px;
    }
}

const struct wrap *text_wrap(struct page *page, struct look look, const char *text, int w_px, int lines)
{
    lines = lines > 0 && lines < LINES_MAX ? lines : LINES_MAX;
    const struct cache_key key = {.kind = CACHED_WRAP,
                                  .numbers = {text_size_px(page, look), look.bold, w_px, lines},
                                  .text = text,
                                  .length = strlen(text)};
    struct cached *cached = cache_find(&page->cache, &key);
    if (cached && cached->fresh) {
        struct wrap *wrap = calloc(1, sizeof *wrap + (size_t)lines * sizeof wrap->lines[0]);
        if (wrap) {
            wrap_into(page, look, text, w_px, lines, wrap);
        }
        cached->wrap = wrap;
        cache_filled(&page->cache, cached);
    }
    return cached ? cached->wrap : NULL;
}

// ---- drawing

static const struct sprite *line_sprite(struct page *page, struct look look, const char *text, int length,
                                        int *baseline)
{
    const struct cache_key key = {.kind = CACHED_LINE,
                                  .numbers = {text_size_px(page, look), look.bold, (int)look.rgb},
                                  .text = text,
                                  .length = (size_t)length};
    struct cached *cached = cache_find(&page->cache, &key);
    if (cached && cached->fresh) {
        cached->sprite = font_sprite(page->font, text_size_px(page, look), look.bold,
                                     look.rgb ? look.rgb : INK, text, length, &cached->number);
        cache_filled(&page->cache, cached);
    }
    *baseline = cached ? cached->number : 0;
    return cached ? cached->sprite : NULL;
}

static void put_part(struct page *page, struct look look, const char *text, int length, int x_px,
                     float top_px)
{
    int baseline = 0;
    const struct sprite *sprite = line_sprite(page, look, text, length, &baseline);
    const float line_px = text_line_height(page, look) * page->scale;
    const float from_top = 0.5F * line_px + 0.355F * (float)text_size_px(page, look); // ui/guide.md 2
    put_sprite(page, sprite, x_px, (int)lroundf(top_px + from_top) - baseline);
}

void put_line(struct page *page, struct look look, const char *text, int x_px, float top_px)
{
    put_part(page, look, text, (int)strlen(text), x_px, top_px);
}

static void put_wrapped_line(struct page *page, struct look look, const char *text, const struct line *line,
                             int x_px, float top_px)
{
    if (!line->cut) {
        put_part(page, look, text + line->start, line->length, x_px, top_px);
        return;
    }
    char cut[512];
    const int length = line->length < 500 ? line->length : 500;
    memcpy(cut, text + line->start, (size_t)length);
    memcpy(cut + length, ellipsis, sizeof ellipsis);
    put_line(page, look, cut, x_px, top_px);
}

static int lines_that_fit(const struct page *page, struct look look, struct rect at)
{
    const int fit = (int)(((float)at.h + 4) / text_line_height(page, look));
    const int most = fit < 1 ? 1 : fit;
    return look.lines > 0 && look.lines < most ? look.lines : most;
}

static void note(struct page *page, struct rect box_px, struct rect ink_px, bool cut, const char *text)
{
    struct seen_text *texts = with_room(page->texts, &page->text_room, page->text_count, sizeof *page->texts);
    if (!texts) {
        return;
    }
    page->texts = texts;
    struct seen_text *seen = &page->texts[page->text_count++];
    *seen = (struct seen_text){.box_px = box_px,
                               .ink_px = ink_px,
                               .cut = cut,
                               .scrolled = page->scroll >= 0,
                               .layer = page->layer,
                               .scroll = page->scroll};
    strncpy(seen->text, text, sizeof seen->text - 1);
}

void put_text(struct page *page, struct rect at, struct look look, const char *text, bool middle)
{
    const struct rect box = px_rect(page, at);
    const struct wrap *wrap =
        *text ? text_wrap(page, look, text, box.w, lines_that_fit(page, look, at)) : NULL;
    if (!wrap) {
        return;
    }
    const float line_px = text_line_height(page, look) * page->scale;
    const float whole_px = line_px * (float)wrap->count;
    const float top = (float)box.y + (middle ? ((float)box.h - whole_px) / 2 : 0);
    for (int i = 0; i < wrap->count; i++) {
        const struct line *line = &wrap->lines[i];
        const int spare = box.w - line->width_px;
        const int x = box.x + (look.align == ALIGN_MIDDLE ? spare / 2 : look.align == ALIGN_END ? spare : 0);
        put_wrapped_line(page, look, text, line, x, top + line_px * (float)i);
    }
    const int spare = box.w - wrap->widest_px;
    const int x = box.x + (look.align == ALIGN_MIDDLE ? spare / 2 : look.align == ALIGN_END ? spare : 0);
    note(page, box, (struct rect){x, (int)top, wrap->widest_px, (int)whole_px}, wrap->cut, text);
}

void put_px_text(struct page *page, struct look look, const char *text, int x_px, float top_px)
{
    const struct rect ink = {x_px, (int)top_px, text_width_px(page, look, text),
                             (int)(text_line_height(page, look) * page->scale)};
    put_line(page, look, text, x_px, top_px);
    note(page, ink, ink, false, text);
}

void page_text(struct page *page, struct rect at, struct look look, const char *text)
{
    put_text(page, at, look, text, false);
}

void page_text_middle(struct page *page, struct rect at, struct look look, const char *text)
{
    put_text(page, at, look, text, true);
}

int page_text_height(struct page *page, struct look look, const char *text, int w)
{
    const struct wrap *wrap = text_wrap(page, look, text, px_of(page, (float)w), look.lines);
    return wrap ? (int)ceilf(text_line_height(page, look) * (float)wrap->count) : 0;
}

int page_text_width(struct page *page, struct look look, const char *text)
{
    return (int)ceilf((float)text_width_px(page, look, text) / page->scale) + 1;
}
