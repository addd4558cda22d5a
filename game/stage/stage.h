// What the baby sees: a friend, a hiding place and a backdrop, posed for an act. The stage is told what
// happens (stage_act, stage_touch, stage_stir) and draws it as a function of the time since; it never decides
// anything. Times are milliseconds on one clock of the caller's that only goes forward.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct canvas;
struct loader;
struct stage;

enum act {
    ACT_GREET,   // the friend is there, happy, looks at the child, waves
    ACT_GOODBYE, // waves bye-bye
    ACT_HIDE,    // the cover closes over the still friend (length_ms: complete at its end)
    ACT_AWAY,    // hidden; what `peek` allows stays visible; breathing
    ACT_CUE,     // a small stir: somebody is about to come
    ACT_REVEAL,  // the cover opens, the friend pops up
    ACT_JOY,     // happy, waves
    ACT_REST,    // there, calm, breathing, blinking
    ACT_COMFORT, // the cover opens at once (visible change in the first frame); soft, calm, close
    ACT_HELD,    // paused: the cover is open, the friend is there and stays
    ACT_RITUAL,  // good night: waves, dusk falls, the friend goes to sleep
    ACT_ASLEEP,  // the still, dim screen after it: nothing moves
};

// Whom and what to show: ids of the tables in store/cast.h.
struct stage_set {
    char who[16];
    char place[16];
    char backdrop[16];
    // NULL, or a picture file's bytes: then the sunflower with this photo is the one who hides. Copied by
    // stage_prepare. photo_id tells two photos apart.
    const void *photo;
    size_t photo_length;
    int64_t photo_id;
};

enum stage_hit { HIT_ELSEWHERE, HIT_PLACE, HIT_FRIEND };

// loader: NULL where nobody looks: sets are laid out, so that touches mean the same, but no picture is made
// and nothing may be drawn. NULL only without memory.
struct stage *stage_new(struct canvas *canvas, struct loader *loader, unsigned seed);
void stage_free(struct stage *stage);
// How much of the friend stays visible while away (a level's choice).
void stage_peek(struct stage *stage, int peek_permille);

// Fewer movements, from now on: breathing is half as deep, nothing sways, hops or swings by itself, the cover
// stirs only where somebody is about to come. Hiding, returning, waving and the answers to touches stay.
void stage_calm(struct stage *stage, bool calm);

// How far the session is: `now` of its rounds are done (rounds 0: nothing is told of it).
void stage_tally(struct stage *stage, int rounds, int now);

// Begins to load a set for the size of the canvas, beside what is shown.
void stage_prepare(struct stage *stage, const struct stage_set *set);
// True when the prepared set can be shown whole, or there is nothing to wait for.
bool stage_ready(const struct stage *stage);
// Shows the prepared set from now on (finishing its loading if it must), cross-faded over 600 ms from
// whatever the window shows; without a fade where it is the set that is shown already.
void stage_change(struct stage *stage, int now_ms);

// A new act begins. Any act may follow any other: the poses blend from what is shown.
void stage_act(struct stage *stage, enum act act, int length_ms, int now_ms);
// A finger came down at x, y (fractions of the window): answered in the next stage_draw, at that place.
enum stage_hit stage_touch(struct stage *stage, float x, float y, int now_ms);
// The cover moves a little: with a voice from behind it.
void stage_stir(struct stage *stage, int now_ms);
// The canvas has another size: laid out at once from what is there, rasterised again beside.
void stage_resize(struct stage *stage);

// Between canvas_begin and canvas_end. Reads, never decides.
void stage_draw(struct stage *stage, int now_ms);
// How long the picture stays as it is if nothing happens: 0 to 1000 ms.
int stage_still_ms(const struct stage *stage, int now_ms);
// When to draw it again, 0 to 1000 ms from now: at once while somebody hides or comes back, 30 times a second
// while anything else moves (more can't be told apart there), else after stage_still_ms.
int stage_next_ms(const struct stage *stage, int now_ms);
// Where the friend hides, from -1 (left edge) to 1 (right edge).
float stage_pan(const struct stage *stage);
