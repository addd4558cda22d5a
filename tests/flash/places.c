// Places: which changes are made together, and how often in a second.
#include "flash/places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TOGETHER = 3 }; // frames, 50 ms: transitions that one place shows as one

static const int permille_of[AREAS] = {[SMALL] = 13, [LARGE] = 30};

// One kind of change (of luminance, of redness) of a cell.
struct changes {
    struct cell cell;
    int frame, sign;                 // of the last transition
    bool counted[AREAS];             // that one was counted
    struct transitions own;          // the cell's
    struct transitions joint[AREAS]; // those that enough of the place made together with it
};

// A cell, and the place around it.
struct spot {
    struct changes light, red;
    bool was_red;                    // saturated, since its last change of redness
    struct transitions place[AREAS]; // of the place as a whole, whichever cells made them
    int place_sign[AREAS];
};
struct places {
    const struct grid *grid;
    int spots, frame;
    bool anew; // the next frame is compared with none before
    struct spot *spot;
    int *values, *sums, *returns;
};

struct places *places_new(const struct grid *grid)
{
    struct places *places = calloc(1, sizeof *places);
    if (!places) {
        return NULL;
    }
    places->grid = grid;
    places->spots = grid->columns * grid->rows;
    places->anew = true;
    places->spot = calloc((size_t)places->spots, sizeof *places->spot);
    places->values = calloc((size_t)places->spots, sizeof *places->values);
    places->sums = calloc((size_t)places->spots, sizeof *places->sums);
    places->returns = calloc((size_t)places->spots, sizeof *places->returns);
    if (!places->spot || !places->values || !places->sums || !places->returns) {
        places_free(places);
        return NULL;
    }
    return places;
}

void places_free(struct places *places)
{
    if (places) {
        free(places->spot);
        free(places->values);
        free(places->sums);
        free(places->returns);
        free(places);
    }
}

// The place with the largest sum of values around it.
static int fullest(struct places *places)
{
    grid_discs(places->grid, places->values, places->sums);
    int best = 0;
    for (int i = 1; i < places->spots; i++) {
        best = places->sums[i] > places->sums[best] ? i : best;
    }
    return best;
}

static int cells_for(const struct places *places, enum area area)
{
    return (places->spots * permille_of[area] + 999) / 1000;
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
        transitions_add(&changes->own, frame);
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
static bool step_cells(struct places *places, const struct light *lights, bool *red)
{
    bool any = false;
    for (int i = 0; i < places->spots; i++) {
        struct spot *spot = &places->spot[i];
        any = step(&spot->light, &general_flash, light_luminance(lights[i]), places->frame) || any;
        *red = step_red(spot, lights[i], places->frame) || *red;
    }
    return any;
}

static struct changes *changes_of(struct places *places, int spot, bool red)
{
    return red ? &places->spot[spot].red : &places->spot[spot].light;
}

static int fresh_sign(const struct places *places, const struct changes *changes)
{
    return changes->sign && changes->frame > places->frame - TOGETHER ? changes->sign : 0;
}

// A cell's transition counts where enough cells of its place made the same one with it: what flickers alone
// at the edge of a moving thing is no flash.
static void join(struct places *places, enum area area, int sign, bool red)
{
    for (int i = 0; i < places->spots; i++) {
        places->values[i] = fresh_sign(places, changes_of(places, i, red)) == sign;
    }
    grid_discs(places->grid, places->values, places->sums);
    for (int i = 0; i < places->spots; i++) {
        struct changes *changes = changes_of(places, i, red);
        if (places->values[i] && !changes->counted[area] && places->sums[i] >= cells_for(places, area)) {
            changes->counted[area] = true;
            transitions_add(&changes->joint[area], places->frame);
        }
    }
}

// The most joint transitions in a second that enough cells of one place have.
static void count_cells(struct places *places, enum area area, bool red, struct most *most)
{
    for (int times = 1; times < KEPT; times++) {
        int all = 0;
        for (int i = 0; i < places->spots; i++) {
            const struct transitions *joint = &changes_of(places, i, red)->joint[area];
            places->values[i] = transitions_in_second(joint, places->frame) >= times;
            all += places->values[i];
        }
        int fullest_spot = all >= cells_for(places, area) ? fullest(places) : 0;
        if (all < cells_for(places, area) || places->sums[fullest_spot] < cells_for(places, area)) {
            return;
        }
        *most = (struct most){times, fullest_spot};
    }
}

static void count_area(struct places *places, enum area area, bool red, struct most *most)
{
    join(places, area, 1, red);
    join(places, area, -1, red);
    count_cells(places, area, red, most);
}

// How many cells around each went there and back within the second.
static void count_returns(struct places *places)
{
    for (int i = 0; i < places->spots; i++) {
        places->values[i] = transitions_in_second(&places->spot[i].light.own, places->frame) > 1;
    }
    grid_discs(places->grid, places->values, places->returns);
}

// A place has turned from brighter to darker, or back. It counts where enough of its cells go there and back:
// in a picture that fades into another each goes one way, the lighter parts and the darker ones at other
// times.
static void count_turn(struct places *places, int spot, enum area area, int sign, struct most *most)
{
    struct spot *at = &places->spot[spot];
    at->place_sign[area] = sign;
    transitions_add(&at->place[area], places->frame);
    const int transitions = transitions_in_second(&at->place[area], places->frame);
    if (transitions > most->transitions && places->returns[spot] >= cells_for(places, area)) {
        *most = (struct most){transitions, spot};
    }
}

// Places that flash as a whole, other cells each time: what brightens there less what darkens there. (The
// difference, so that a thing that moves through a place is not a flash.)
static void count_places(struct places *places, struct most *most)
{
    count_returns(places);
    for (int i = 0; i < places->spots; i++) {
        places->values[i] = fresh_sign(places, &places->spot[i].light);
    }
    grid_discs(places->grid, places->values, places->sums);
    for (int i = 0; i < places->spots; i++) {
        const int sign = places->sums[i] > 0 ? 1 : -1;
        for (enum area area = SMALL; area < AREAS; area++) {
            if (abs(places->sums[i]) >= cells_for(places, area) && places->spot[i].place_sign[area] != sign) {
                count_turn(places, i, area, sign, &most[area]);
            }
        }
    }
}

static void begin(struct places *places, const struct light *lights)
{
    for (int i = 0; i < places->spots; i++) {
        places->spot[i].light.cell = cell_start(light_luminance(lights[i]));
        places->spot[i].red.cell = cell_start(redness(lights[i]));
    }
}

void places_anew(struct places *places)
{
    places->anew = true;
}

struct most_of_frame places_frame(struct places *places, const struct light *lights, int frame)
{
    struct most_of_frame most = {0};
    bool red = false;
    places->frame = frame;
    if (places->anew) {
        begin(places, lights);
        places->anew = false;
    }
    if (step_cells(places, lights, &red)) {
        count_area(places, SMALL, false, &most.light[SMALL]);
        count_area(places, LARGE, false, &most.light[LARGE]);
        count_places(places, most.light);
    }
    if (red) {
        count_area(places, SMALL, true, &most.red);
    }
    return most;
}
