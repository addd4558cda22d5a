// Bilinear sampling for flat art: where the four texels are equal, and they mostly are, nothing is computed,
// and where the next ones are equal too (sprite_runs), a whole run is painted at once. Many times faster than
// pixman's own way for turned pictures, which mixes every pixel.
#include "platform/canvas_sample.h"

#include <math.h>

#include "core/least.h"
#include "platform/sprite.h"

enum {
    ROWS_AHEAD = 3,
    LASTS_MAX = 1 << 16, // window pixels that a column of texels counts for at most
};

struct span {
    int from, to;
};

static int64_t fixed(double value)
{
    return (int64_t)llround(ldexp(value, 32));
}

struct sampler sampler_for(const struct item *item)
{
    const struct sprite *sprite = item->sprite;
    const struct matrix *to = &item->to;
    const double det = (double)to->a * to->d - (double)to->b * to->c;
    const double a = to->d / det, b = -to->b / det, c = -to->c / det, d = to->a / det;
    const double x = item->bounds.x + 0.5 - to->e,
                 y = item->bounds.y + 0.5 - to->f; // middles of pixels are mapped
    const int64_t v_ahead = llround(d * ROWS_AHEAD), u_ahead = llround(c * ROWS_AHEAD);
    return (struct sampler){.pixels = sprite->pixels,
                            .ahead = v_ahead * sprite->box.w + u_ahead,
                            .runs = sprite_runs(sprite),
                            .alpha = item->alpha,
                            .x_by_texel = a > 0 ? fixed(fmin(1 / a, LASTS_MAX)) >> 16 : 0,
                            .w = sprite->box.w,
                            .h = sprite->box.h,
                            .x = item->bounds.x,
                            .y = item->bounds.y,
                            .u = fixed(a * x + c * y - 0.5 - sprite->box.x),
                            .v = fixed(b * x + d * y - 0.5 - sprite->box.y),
                            .u_by_x = fixed(a),
                            .v_by_x = fixed(b),
                            .u_by_y = fixed(c),
                            .v_by_y = fixed(d)};
}

static int64_t divided_up(int64_t value, int64_t by)
{
    return value / by + (value % by > 0 ? 1 : 0); // by is above 0
}

// The part of span where low <= start + i * step < high.
static struct span within(struct span span, int64_t start, int64_t step, int64_t low, int64_t high)
{
    if (step < 0) { // turned over
        return within(span, -start, -step, 1 - high, 1 - low);
    }
    if (step == 0) {
        return start >= low && start < high ? span : (struct span){span.from, span.from};
    }
    const int64_t from = divided_up(low - start, step), to = divided_up(high - start, step);
    span.from = from > span.from ? (int)(from < span.to ? from : span.to) : span.from;
    span.to = to < span.to ? (int)(to > span.from ? to : span.from) : span.to;
    return span;
}

static struct span within_texels(struct span span, int64_t start, int64_t step, int low, int high)
{
    return within(span, start, step, (int64_t)low * ((int64_t)1 << 32), (int64_t)high * ((int64_t)1 << 32));
}

// A pixel's four channels, each with room for a product.
static uint64_t spread(uint32_t pixel)
{
    return (pixel & 0x00FF00FFU) | (uint64_t)(pixel & 0xFF00FF00U) << 24;
}

static uint32_t gathered(uint64_t channels)
{
    return (uint32_t)channels | (uint32_t)(channels >> 24);
}

// A step between two pixels: share 0 gives one, 256 would give other.
static uint64_t mix(uint64_t one, uint64_t other, uint64_t share)
{
    return (one * (256 - share) + other * share + 0x0080008000800080U) >> 8 & 0x00FF00FF00FF00FFU;
}

static uint32_t mix4(const uint32_t above[2], const uint32_t below[2], uint64_t across, uint64_t down)
{
    return gathered(mix(mix(spread(above[0]), spread(above[1]), across),
                        mix(spread(below[0]), spread(below[1]), across), down));
}

static uint64_t share_of(int64_t place)
{
    return (uint64_t)(place >> 24) & 0xFF;
}

// Each channel times share / 255, rounded.
static uint64_t scaled(uint64_t channels, uint64_t share)
{
    const uint64_t half = 0x0080008000800080U, low = 0x00FF00FF00FF00FFU;
    channels = channels * share + half;
    return (channels + (channels >> 8 & low)) >> 8 & low;
}

static uint32_t faint(uint32_t pixel, uint32_t alpha)
{
    return alpha == 255 ? pixel : gathered(scaled(spread(pixel), alpha));
}

static uint32_t over(uint32_t below, uint32_t above)
{
    return above >> 24 == 255 ? above : above + gathered(scaled(spread(below), 255 - (above >> 24)));
}

static void paint_run(uint32_t *to, int count, uint32_t colour)
{
    if (colour >> 24 == 255) {
        for (int i = 0; i < count; i++) {
            to[i] = colour;
        }
    } else if (colour >> 24) {
        for (int i = 0; i < count; i++) {
            to[i] = over(to[i], colour);
        }
    }
}

static uint32_t texel(const struct sampler *sampler, int64_t column, int64_t row)
{
    const bool there = column >= 0 && row >= 0 && column < sampler->w && row < sampler->h;
    return there ? sampler->pixels[row * sampler->w + column] : 0;
}

// At the sprite's edge: some of the four texels lie beyond it.
static void edge(const struct sampler *sampler, int64_t u, int64_t v, struct span span, uint32_t *to)
{
    for (int i = span.from; i < span.to; i++) {
        const int64_t at_u = u + i * sampler->u_by_x, at_v = v + i * sampler->v_by_x;
        const int64_t column = at_u >> 32, row = at_v >> 32;
        const uint32_t above[] = {texel(sampler, column, row), texel(sampler, column + 1, row)};
        const uint32_t below[] = {texel(sampler, column, row + 1), texel(sampler, column + 1, row + 1)};
        if (above[0] | above[1] | below[0] | below[1]) {
            to[i] = over(to[i], faint(mix4(above, below, share_of(at_u), share_of(at_v)), sampler->alpha));
        }
    }
}

// How many pixels from here on keep to the row of texels they are in.
static int in_row(int64_t v, int64_t step)
{
    const int64_t whole = (int64_t)1 << 32, into = v & (whole - 1);
    const int64_t steps = step == 0 ? INT32_MAX - 1 : step > 0 ? (whole - 1 - into) / step : into / -step;
    return 1 + (int)(steps < INT32_MAX - 1 ? steps : INT32_MAX - 1);
}

// How many pixels from here on are of the kind of texels that begins here, at most `most`.
static int run_of(const struct sampler *sampler, int texels, int64_t v, int most)
{
    const int64_t in_columns = 1 + ((texels - 1) * sampler->x_by_texel >> 16);
    const int64_t run = in_columns < most ? in_columns : most;
    return run > 1 ? lesser((int)run, in_row(v, sampler->v_by_x)) : 1;
}

// Opaque and much alike: the nearest ones of one row.
static void paint_shade(const struct sampler *sampler, int64_t u, int64_t v, int count, uint32_t *to)
{
    const uint32_t *row = sampler->pixels + (v >> 32) * sampler->w;
    u += (int64_t)1 << 31;
    if (sampler->alpha < 255) {
        for (int i = 0; i < count; i++, u += sampler->u_by_x) {
            to[i] = over(to[i], faint(row[u >> 32], sampler->alpha));
        }
        return;
    }
    for (int i = 0; i < count; i++, u += sampler->u_by_x) {
        to[i] = row[u >> 32];
    }
}

static uint32_t mixed(const struct sampler *sampler, const uint32_t *one, int64_t u, int64_t v)
{
    const uint64_t across = share_of(u), down = share_of(v);
    return across | down ? mix4(one, one + sampler->w, across, down) : *one;
}

// What is fetched ahead may lie beyond the sprite, where no pointer may point: a number may.
static void fetch(const void *from, int64_t bytes)
{
    __builtin_prefetch((const void *)((uintptr_t)from + (uintptr_t)bytes));
}

static int paint_some(const struct sampler *sampler, int64_t u, int64_t v, int most, uint32_t *to)
{
    const int64_t at = (v >> 32) * sampler->w + (u >> 32);
    const uint32_t *one = sampler->pixels + at;
    int runs = 0;
    fetch(one, sampler->ahead * (int64_t)sizeof *one);
    if (sampler->runs) {
        runs = sampler->runs[at];
        fetch(sampler->runs + at, sampler->ahead);
    }
    if (!runs) {
        *to = over(*to, faint(mixed(sampler, one, u, v), sampler->alpha));
        return 1;
    }
    const int run = run_of(sampler, runs & RUN_MAX, v, most);
    if (runs & RUN_FLAT) {
        paint_run(to, run, faint(*one, sampler->alpha));
    } else {
        paint_shade(sampler, u, v, run, to);
    }
    return run;
}

// All four texels are the sprite's own.
static void inside(const struct sampler *sampler, int64_t u, int64_t v, struct span span, uint32_t *to)
{
    for (int i = span.from; i < span.to;) {
        i += paint_some(sampler, u + i * sampler->u_by_x, v + i * sampler->v_by_x, span.to - i, to + i);
    }
}

void sampler_row(const struct sampler *sampler, int x, int y, int count, uint32_t *to)
{
    const int across = x - sampler->x, down = y - sampler->y;
    const int64_t u = sampler->u + across * sampler->u_by_x + down * sampler->u_by_y;
    const int64_t v = sampler->v + across * sampler->v_by_x + down * sampler->v_by_y;
    struct span touched = within_texels((struct span){0, count}, u, sampler->u_by_x, -1, sampler->w);
    touched = within_texels(touched, v, sampler->v_by_x, -1, sampler->h);
    struct span whole = within_texels(touched, u, sampler->u_by_x, 0, sampler->w - 1);
    whole = within_texels(whole, v, sampler->v_by_x, 0, sampler->h - 1);
    edge(sampler, u, v, (struct span){touched.from, whole.from}, to);
    inside(sampler, u, v, whole, to);
    edge(sampler, u, v, (struct span){whole.to, touched.to}, to);
}
