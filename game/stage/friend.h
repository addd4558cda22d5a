// The one who hides: a rig that acts (stage/acting.h), at a place.
#pragma once

#include "stage/habits.h"
#include "stage/layout.h"
#include "stage/rig.h"
#include "stage/stage.h"

struct friend;

// A row of the cast at a place; the photo of photo_of (NULL: none) is for the sunflower, and stays where it
// is. NULL without memory or rig.
struct friend *friend_new(const struct cast_friend *row, const struct cast_place *place,
                          const struct stage_set *photo_of, unsigned seed);
void friend_free(struct friend *friend);
const struct cast_friend *friend_row(const struct friend *friend);
void friend_lay_out(struct friend *friend, const struct layout *layout);
void friend_rasterise(struct friend *friend, struct loader *loader);
bool friend_ready(const struct friend *friend);

// How much stays visible while away, 0 to 300.
void friend_peek(struct friend *friend, int permille);
// Fewer movements: half the breath, and it neither hops nor swings.
void friend_calm(struct friend *friend, bool calm);
// ahead_ms: how much of an opening is left out because a touch has begun it.
void friend_act(struct friend *friend, enum act act, int length_ms, int ahead_ms, int now_ms);
// Its eyes go to a window pixel.
void friend_look(struct friend *friend, float x, float y, int now_ms);
void friend_hit(struct friend *friend, int now_ms);

// The pose now, to be drawn in up to four turns.
struct friend_frame {
    struct rig_shape shape;
    bool body;  // its body is to be seen
    float over; // 0 to 1: the sunflower grows out over the place
};
void friend_frame(const struct friend *friend, int now_ms, struct friend_frame *frame);
void friend_draw_body(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame);
void friend_draw_arms(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame);
void friend_draw_paws(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame);
void friend_draw_over(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame);

bool friend_is_at(const struct friend *friend, float x, float y, int now_ms);
// Does it move now by itself, not counting its slow habits?
bool friend_moves(const struct friend *friend, int now_ms);
// A number that changes whenever a slow habit (breath, blink) changes the picture.
unsigned friend_beat(const struct friend *friend, int now_ms);
// The window pixel column where it is.
float friend_x(const struct friend *friend, int now_ms);
