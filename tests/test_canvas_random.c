// Over random lists that change a little from frame to frame: what the dirty rectangles leave on the window
// is, bit for bit, what painting everything gives.
#include "with_canvas.h"

#include <math.h>

#include "core/random.h"

enum { W = 240, H = 160, SPRITES = 5, ITEMS = 14, FRAMES = 60, SEEDS = 40 };

struct thing {
    int what; // a sprite, or SPRITES: a fill
    struct matrix to;
    int alpha;
    bool clipped;
    struct rect clip;
    uint32_t argb;
};

struct picture {
    struct thing things[ITEMS];
    int count;
};

static struct window *window;
static struct canvas *canvas;
static struct sprite *sprites[SPRITES];

static const char *const SHAPES[SPRITES] = {
    "<rect width=\"120\" height=\"90\" fill=\"#4abb7b\"/>",
    "<circle cx=\"60\" cy=\"45\" r=\"40\" fill=\"#f25f63\"/>",
    "<rect x=\"10\" y=\"5\" width=\"100\" height=\"80\" rx=\"20\" fill=\"#fff\" fill-opacity=\".6\"/>",
    "<path d=\"M5 5L110 20L60 85Z\" fill=\"#8b8cc4\" stroke=\"#2a1a2e\" stroke-width=\"4\"/>",
    "<ellipse cx=\"30\" cy=\"60\" rx=\"22\" ry=\"25\" fill=\"#ffc634\"/><rect x=\"70\" width=\"50\" "
    "height=\"64\"/>",
};

static int open_all(void **state)
{
    (void)state;
    window = open_software(W, H);
    canvas = window_canvas(window);
    for (int i = 0; i < SPRITES; i++) {
        sprites[i] = sprite_of(SHAPES[i], 120, 90);
    }
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    for (int i = 0; i < SPRITES; i++) {
        sprite_free(sprites[i]);
    }
    window_close(window);
    return 0;
}

static float between(struct random *random, float low, float high)
{
    return low + (high - low) * (float)random_between(random, 0, 4096) / 4096;
}

static struct matrix any_matrix(struct random *random)
{
    const float x = between(random, -60, W), y = between(random, -60, H);
    switch (random_between(random, 0, 2)) {
    case 0: return moved_by(roundf(x), roundf(y));
    case 1: return (struct matrix){between(random, 0.1F, 1.6F), 0, 0, between(random, 0.3F, 1.2F), x, y};
    default: break;
    }
    const float turn = between(random, -3, 3), size = between(random, 0.3F, 1.5F);
    return (struct matrix){size * cosf(turn), size * sinf(turn), -sinf(turn), cosf(turn), x, y};
}

static struct thing any_thing(struct random *random)
{
    return (struct thing){.what = random_between(random, 0, SPRITES),
                          .to = any_matrix(random),
                          .alpha = random_between(random, 0, 1) ? 255 : random_between(random, 0, 255),
                          .clipped = random_between(random, 0, 3) == 0,
                          .clip = {random_between(random, -20, W), random_between(random, -20, H),
                                   random_between(random, 1, W), random_between(random, 1, H)},
                          .argb = random_next(random) | (random_between(random, 0, 1) ? 0xFF000000U : 0)};
}

static void insert(struct picture *picture, int at, struct thing thing)
{
    for (int i = picture->count; i > at; i--) {
        picture->things[i] = picture->things[i - 1];
    }
    picture->things[at] = thing;
    picture->count++;
}

static void take_out(struct picture *picture, int at)
{
    picture->count--;
    for (int i = at; i < picture->count; i++) {
        picture->things[i] = picture->things[i + 1];
    }
}

static void swap(struct picture *picture, int one, int other)
{
    const struct thing thing = picture->things[one];
    picture->things[one] = picture->things[other];
    picture->things[other] = thing;
}

static void change_one(struct thing *thing, struct random *random)
{
    switch (random_between(random, 0, 4)) {
    case 0: *thing = any_thing(random); break;
    case 1: thing->to.e += between(random, -3, 3); break;
    case 2: thing->alpha = random_between(random, 0, 255); break;
    case 3: thing->clip.w = random_between(random, 1, W); break;
    default: thing->argb = random_next(random); break;
    }
}

static void change(struct picture *picture, struct random *random)
{
    const int at = random_between(random, 0, picture->count);
    const int how = random_between(random, 0, 5);
    if (at == picture->count || how == 0) {
        if (picture->count < ITEMS) {
            insert(picture, at, any_thing(random));
        }
    } else if (how == 1) {
        take_out(picture, at);
    } else if (how == 2) {
        swap(picture, at, random_between(random, 0, picture->count - 1));
    } else {
        change_one(&picture->things[at], random);
    }
}

static void show(const struct picture *picture)
{
    canvas_begin(canvas);
    for (int i = 0; i < picture->count; i++) {
        const struct thing *thing = &picture->things[i];
        const struct rect *clip = thing->clipped ? &thing->clip : NULL;
        if (thing->what == SPRITES) {
            canvas_fill(canvas, &thing->clip, thing->argb);
        } else {
            canvas_draw(canvas, sprites[thing->what], &thing->to, thing->alpha, clip);
        }
    }
    canvas_end(canvas);
}

static void compare(const struct picture *picture, int seed, int frame)
{
    uint32_t *little = pixels_now(canvas);
    window_resized(window);
    show(picture);
    uint32_t *everything = pixels_now(canvas);
    for (int i = 0; i < W * H; i++) {
        if (little[i] != everything[i]) {
            fail_msg("seed %d, frame %d: pixel %d,%d is %06x, painted anew %06x", seed, frame, i % W, i / W,
                     little[i], everything[i]);
        }
    }
    free(little);
    free(everything);
}

static void test_a_little_painting_is_as_good_as_all(void **state)
{
    (void)state;
    for (int seed = 0; seed < SEEDS; seed++) {
        struct random random;
        random_seed(&random, (uint64_t)seed);
        struct picture picture = {0};
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int i = random_between(&random, 0, 3); i >= 0; i--) {
                change(&picture, &random);
            }
            show(&picture);
            if (frame % 3 ==
                2) { // several changes in a row may hide a mistake in one of them: both are tried
                compare(&picture, seed, frame);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_little_painting_is_as_good_as_all)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
