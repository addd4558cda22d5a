// The checker: frames in, the worst of each measure out.
#include "flash/flash.h"

#include <math.h>
#include <stdlib.h>

#include "flash/grid.h"
#include "flash/places.h"
#include "flash/stripes.h"

enum {
    FAST = 12,         // frames, 200 ms: a smooth change of 250 ms has less than 95 % of itself within them
    AROUND = 36,       // frames, 600 ms: what such a change is compared with
    STRIPES_EVERY = 6, // frames between two looks for stripes
    STRIPES_LOOKS = 5, // so many looks in a row are more than 0.5 s
    RING = FRAMES_A_SECOND // frames that are remembered
};

struct limit {
    const char *words;
    double value;
    bool least; // the value is a lower bound
};

static const struct limit limits[FLASH_MEASURES] = {
    [FLASH_SMALL] = {"flashes a second over 1.3 % of the screen", 3, false},
    [FLASH_ELSEWHERE] = {"flashes a second over 3 %, no reveal", 1, false},
    [FLASH_REVEAL] = {"flashes a second over 3 %, at a reveal", 2, false},
    [FLASH_RED] = {"red flashes a second over 1.3 %", 0.5,
                   false}, // one change back and forth is a pair already
    [FLASH_WHOLE] = {"share of the screen changed within 250 ms", 0.5, false},
    [FLASH_DARKEST] = {"darkest mean luminance", 0.10, true},
    [FLASH_BRIGHTEST] = {"brightest mean luminance", 0.70, false},
    [FLASH_SWING] = {"change of the mean within 1 s", 0.25, false},
    [FLASH_STRIPES] = {"share of the screen striped for 0.5 s", 0.10, false},
};

struct flash {
    struct grid grid;
    int spots, frame, reveal_frame; // reveal_frame: the last that showed one
    int turned_frame;               // the first of the window as it lies now
    struct places *places;
    struct light *lights;
    float *ring; // RING frames of luminance
    float means[RING];
    double stripes; // share of the screen when it was last looked for
    int striped;    // looks in a row with more than the limit
    bool corner;
    struct flash_worst worst[FLASH_MEASURES];
};

struct flash *flash_new(int w, int h)
{
    struct flash *flash = calloc(1, sizeof *flash);
    if (!flash) {
        return NULL;
    }
    grid_start(&flash->grid, w, h);
    flash->spots = flash->grid.columns * flash->grid.rows;
    size_t spots = (size_t)flash->spots;
    flash->places = places_new(&flash->grid);
    flash->lights = calloc(spots, sizeof *flash->lights);
    flash->ring = calloc(spots * RING, sizeof *flash->ring);
    flash->frame = -1;
    flash->reveal_frame = -RING - 1;
    flash->worst[FLASH_DARKEST].value = 1;
    if (!flash->places || !flash->lights || !flash->ring) {
        flash_free(flash);
        return NULL;
    }
    return flash;
}

void flash_free(struct flash *flash)
{
    if (flash) {
        places_free(flash->places);
        free(flash->lights);
        free(flash->ring);
        free(flash);
    }
}

static void note(struct flash *flash, enum flash_measure measure, double value, float x, float y)
{
    struct flash_worst *worst = &flash->worst[measure];
    if (limits[measure].least ? value < worst->value : value > worst->value) {
        *worst = (struct flash_worst){value, flash->frame * 1000 / FRAMES_A_SECOND, x, y};
    }
}

static void note_at(struct flash *flash, enum flash_measure measure, double value, int spot)
{
    note(flash, measure, value, ((float)(spot % flash->grid.columns) + 0.5f) / (float)flash->grid.columns,
         ((float)(spot / flash->grid.columns) + 0.5f) / (float)flash->grid.rows);
}

static float *luminance(const struct flash *flash, int frame)
{
    return flash->ring + (size_t)(frame % RING) * (size_t)flash->spots;
}

static bool near_reveal(const struct flash *flash)
{
    return flash->frame - flash->reveal_frame < FRAMES_A_SECOND;
}

static void check_places(struct flash *flash)
{
    struct most_of_frame most = places_frame(flash->places, flash->lights, flash->frame);
    enum flash_measure large = near_reveal(flash) ? FLASH_REVEAL : FLASH_ELSEWHERE;
    note_at(flash, FLASH_SMALL, most.light[SMALL].transitions / 2.0, most.light[SMALL].spot);
    note_at(flash, large, most.light[LARGE].transitions / 2.0, most.light[LARGE].spot);
    note_at(flash, FLASH_RED, most.red.transitions / 2.0, most.red.spot);
}

// How much of the screen made a change of 0.10 or more in one direction of which 95 % fit within FAST frames.
static void check_whole(struct flash *flash)
{
    if (flash->frame - AROUND < flash->turned_frame) {
        return;
    }
    const float *first = luminance(flash, flash->frame - AROUND), *last = luminance(flash, flash->frame);
    const float *begin = luminance(flash, flash->frame - 2 * FAST),
                *end = luminance(flash, flash->frame - FAST);
    int up = 0, down = 0;
    for (int i = 0; i < flash->spots; i++) {
        float change = end[i] - begin[i];
        bool fast =
            fabsf(change) >= general_flash.change && fabsf(change) > 0.95f * fabsf(last[i] - first[i]);
        up += fast && change > 0;
        down += fast && change < 0;
    }
    note(flash, FLASH_WHOLE, (double)(up > down ? up : down) / flash->spots, 0.5f, 0.5f);
}

static void check_mean(struct flash *flash)
{
    double sum = 0;
    const float *now = luminance(flash, flash->frame);
    for (int i = 0; i < flash->spots; i++) {
        sum += now[i];
    }
    float mean =
        flash->corner ? NAN : (float)(sum / flash->spots); // which is neither more nor less than any limit
    flash->means[flash->frame % RING] = mean;
    note(flash, FLASH_DARKEST, mean, 0.5f, 0.5f);
    note(flash, FLASH_BRIGHTEST, mean, 0.5f, 0.5f);
    for (int i = 0; i < RING && i <= flash->frame; i++) {
        note(flash, FLASH_SWING, fabsf(mean - flash->means[i]), 0.5f, 0.5f);
    }
}

// Stripes count where they stay.
static void check_stripes(struct flash *flash, const uint32_t *pixels)
{
    if (flash->frame % STRIPES_EVERY) {
        return;
    }
    if (pixels) {
        flash->stripes = (double)stripes_share(&flash->grid, pixels);
    }
    flash->striped = flash->stripes > limits[FLASH_STRIPES].value ? flash->striped + 1 : 0;
    if (flash->striped > STRIPES_LOOKS) {
        note(flash, FLASH_STRIPES, flash->stripes, 0.5f, 0.5f);
    }
}

static void take(struct flash *flash, const uint32_t *pixels)
{
    if (pixels) {
        grid_lights(&flash->grid, pixels, flash->lights);
    }
    float *now = luminance(flash, flash->frame);
    for (int i = 0; i < flash->spots; i++) {
        now[i] = light_luminance(flash->lights[i]);
    }
}

void flash_frame(struct flash *flash, const uint32_t *pixels, bool reveal)
{
    flash->frame++;
    flash->reveal_frame = reveal ? flash->frame : flash->reveal_frame;
    take(flash, pixels);
    check_places(flash);
    check_whole(flash);
    check_mean(flash);
    check_stripes(flash, pixels);
}

void flash_corner(struct flash *flash, bool corner)
{
    flash->corner = corner;
}

void flash_turned(struct flash *flash)
{
    flash->turned_frame = flash->frame + 1;
    places_anew(flash->places);
}

struct flash_worst flash_worst(const struct flash *flash, enum flash_measure measure)
{
    return flash->worst[measure];
}

bool flash_holds(const struct flash *flash, enum flash_measure measure)
{
    double value = flash->worst[measure].value;
    return limits[measure].least ? value >= limits[measure].value : value <= limits[measure].value;
}

bool flash_print(const struct flash *flash, FILE *out)
{
    bool all = true;
    for (int i = 0; i < FLASH_MEASURES; i++) {
        const struct flash_worst *worst = &flash->worst[i];
        bool holds = flash_holds(flash, (enum flash_measure)i);
        all = all && holds;
        fprintf(out, "%-42s %6.2f (limit %.2f) at %6d ms, x %.2f y %.2f%s\n", limits[i].words, worst->value,
                limits[i].value, worst->t_ms, (double)worst->x, (double)worst->y, holds ? "" : "  TOO MUCH");
    }
    return all;
}
