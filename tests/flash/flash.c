// The checker: frames in, the worst of each measure out.
#include "flash/flash.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "flash/grid.h"
#include "flash/stripes.h"

enum {
    TOGETHER = 3,      // frames, 50 ms: transitions that one place shows as one
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

// The areas that are looked at: the least share of the screen that has to change together. WCAG's quarter of
// a field of ten degrees is 1.3 % of the screen where a baby's nose is 25 cm away, 3 % at 40 cm
// (science/README.md 5.1).
enum area { SMALL, LARGE, AREAS };

static const int permille_of[AREAS] = {[SMALL] = 13, [LARGE] = 30};

// One kind of change (of luminance, of redness) of a cell.
struct changes {
    struct cell cell;
    int frame, sign;                 // of the last transition
    bool counted[AREAS];             // that one was counted
    struct transitions joint[AREAS]; // those that enough of the place made together with it
};

// A cell, and the place around it.
struct spot {
    struct changes light, red;
    bool was_red;                    // saturated, since its last change of redness
    struct transitions place[AREAS]; // of the place as a whole, whichever cells made them
    int place_sign[AREAS];
};

struct flash {
    struct grid grid;
    int spots, frame, reveal_frame; // reveal_frame: the last that showed one
    struct spot *spot;
    struct light *lights;
    float *ring; // RING frames of luminance
    float means[RING];
    int *values, *sums;
    double stripes; // share of the screen when it was last looked for
    int striped;    // looks in a row with more than the limit
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
    flash->spot = calloc(spots, sizeof *flash->spot);
    flash->lights = calloc(spots, sizeof *flash->lights);
    flash->ring = calloc(spots * RING, sizeof *flash->ring);
    flash->values = calloc(spots * 2, sizeof *flash->values);
    flash->sums = flash->values + spots;
    flash->frame = -1;
    flash->reveal_frame = -RING - 1;
    flash->worst[FLASH_DARKEST].value = 1;
    if (!flash->spot || !flash->lights || !flash->ring || !flash->values) {
        flash_free(flash);
        return NULL;
    }
    return flash;
}

void flash_free(struct flash *flash)
{
    if (flash) {
        free(flash->spot);
        free(flash->lights);
        free(flash->ring);
        free(flash->values);
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

// The place with the largest sum of values around it.
static int fullest(struct flash *flash)
{
    grid_discs(&flash->grid, flash->values, flash->sums);
    int best = 0;
    for (int i = 1; i < flash->spots; i++) {
        best = flash->sums[i] > flash->sums[best] ? i : best;
    }
    return best;
}

static float *luminance(const struct flash *flash, int frame)
{
    return flash->ring + (size_t)(frame % RING) * (size_t)flash->spots;
}

static int cells_for(const struct flash *flash, enum area area)
{
    return (flash->spots * permille_of[area] + 999) / 1000;
}

static bool near_reveal(const struct flash *flash)
{
    return flash->frame - flash->reveal_frame < FRAMES_A_SECOND;
}

static void note_flashes(struct flash *flash, enum area area, int transitions, int spot)
{
    enum flash_measure large = near_reveal(flash) ? FLASH_REVEAL : FLASH_ELSEWHERE;
    note_at(flash, area == SMALL ? FLASH_SMALL : large, transitions / 2.0, spot);
}

static bool red_enough(struct light light)
{
    return light.r >= 0.8f * (light.r + light.g + light.b) && light.r > 0;
}

// How near the colour is to pure red, on CIE 1976's u' v' plane, negative: WCAG 2.2 measures a red flash
// there, so that the folds of a red curtain, lighter and darker but of one colour, are none. A little white
// keeps black from having a colour.
static float redness(struct light light)
{
    static const float white = 0.01f, pure_u = 0.4507f, pure_v = 0.5229f;
    float r = light.r + white, g = light.g + white, b = light.b + white;
    float x = 0.4124f * r + 0.3576f * g + 0.1805f * b;
    float y = 0.2126f * r + 0.7152f * g + 0.0722f * b;
    float z = 0.0193f * r + 0.1192f * g + 0.9505f * b;
    float sum = x + 15 * y + 3 * z;
    return -hypotf(4 * x / sum - pure_u, 9 * y / sum - pure_v);
}

static bool step(struct changes *changes, const struct cell_rule *rule, float value, int frame)
{
    int sign = cell_step(&changes->cell, rule, value);
    if (sign) {
        changes->frame = frame;
        changes->sign = sign;
        memset(changes->counted, 0, sizeof changes->counted);
    }
    return sign != 0;
}

// A change of redness counts where the state before or after it is a saturated red.
static bool step_red(struct spot *spot, struct light light, int frame)
{
    bool was_red = spot->was_red;
    spot->was_red = was_red || red_enough(light);
    if (!step(&spot->red, &red_flash, redness(light), frame)) {
        return false;
    }
    spot->was_red = red_enough(light);
    if (!was_red && !spot->was_red) {
        spot->red.sign = 0;
    }
    return spot->red.sign != 0;
}

// Steps every cell's two machines. True where any had a transition of its luminance; *red likewise.
static bool step_cells(struct flash *flash, bool *red)
{
    bool any = false;
    const float *now = luminance(flash, flash->frame);
    for (int i = 0; i < flash->spots; i++) {
        struct spot *spot = &flash->spot[i];
        any = step(&spot->light, &general_flash, now[i], flash->frame) || any;
        *red = step_red(spot, flash->lights[i], flash->frame) || *red;
    }
    return any;
}

static struct changes *changes_of(struct flash *flash, int spot, bool red)
{
    return red ? &flash->spot[spot].red : &flash->spot[spot].light;
}

static int fresh_sign(const struct flash *flash, const struct changes *changes)
{
    return changes->sign && changes->frame > flash->frame - TOGETHER ? changes->sign : 0;
}

// A cell's transition counts where enough cells of its place made the same one with it: what flickers alone
// at the edge of a moving thing is no flash.
static void join(struct flash *flash, enum area area, int sign, bool red)
{
    for (int i = 0; i < flash->spots; i++) {
        flash->values[i] = fresh_sign(flash, changes_of(flash, i, red)) == sign;
    }
    grid_discs(&flash->grid, flash->values, flash->sums);
    for (int i = 0; i < flash->spots; i++) {
        struct changes *changes = changes_of(flash, i, red);
        if (flash->values[i] && !changes->counted[area] && flash->sums[i] >= cells_for(flash, area)) {
            changes->counted[area] = true;
            transitions_add(&changes->joint[area], flash->frame);
        }
    }
}

// The most joint transitions in a second that enough cells of one place have.
static void count_cells(struct flash *flash, enum area area, bool red)
{
    for (int times = 1; times < KEPT; times++) {
        int all = 0;
        for (int i = 0; i < flash->spots; i++) {
            const struct transitions *joint = &changes_of(flash, i, red)->joint[area];
            flash->values[i] = transitions_in_second(joint, flash->frame) >= times;
            all += flash->values[i];
        }
        int most = all >= cells_for(flash, area) ? fullest(flash) : 0;
        if (all < cells_for(flash, area) || flash->sums[most] < cells_for(flash, area)) {
            return;
        }
        if (red) {
            note_at(flash, FLASH_RED, times / 2.0, most);
        } else {
            note_flashes(flash, area, times, most);
        }
    }
}

static void count_area(struct flash *flash, enum area area, bool red)
{
    join(flash, area, 1, red);
    join(flash, area, -1, red);
    count_cells(flash, area, red);
}

// Places that flash as a whole, other cells each time: what brightens there less what darkens there. (The
// difference, so that a thing that moves through a place is not a flash.)
static void count_places(struct flash *flash)
{
    for (int i = 0; i < flash->spots; i++) {
        flash->values[i] = fresh_sign(flash, &flash->spot[i].light);
    }
    grid_discs(&flash->grid, flash->values, flash->sums);
    for (int i = 0; i < flash->spots; i++) {
        struct spot *spot = &flash->spot[i];
        int sign = flash->sums[i] > 0 ? 1 : -1;
        for (enum area area = SMALL; area < AREAS; area++) {
            if (abs(flash->sums[i]) < cells_for(flash, area) || spot->place_sign[area] == sign) {
                continue;
            }
            spot->place_sign[area] = sign;
            transitions_add(&spot->place[area], flash->frame);
            note_flashes(flash, area, transitions_in_second(&spot->place[area], flash->frame), i);
        }
    }
}

// How much of the screen made a change of 0.10 or more in one direction of which 95 % fit within FAST frames.
static void check_whole(struct flash *flash)
{
    if (flash->frame < AROUND) {
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
    float mean = (float)(sum / flash->spots);
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
        if (flash->frame == 0) {
            flash->spot[i].light.cell = cell_start(now[i]);
            flash->spot[i].red.cell = cell_start(redness(flash->lights[i]));
        }
    }
}

void flash_frame(struct flash *flash, const uint32_t *pixels, bool reveal)
{
    bool red = false;
    flash->frame++;
    flash->reveal_frame = reveal ? flash->frame : flash->reveal_frame;
    take(flash, pixels);
    if (step_cells(flash, &red)) {
        count_area(flash, SMALL, false);
        count_area(flash, LARGE, false);
        count_places(flash);
    }
    if (red) {
        count_area(flash, SMALL, true);
    }
    check_whole(flash);
    check_mean(flash);
    check_stripes(flash, pixels);
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
