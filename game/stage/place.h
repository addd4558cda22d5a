// A hiding place: a rig in layers with the friend between them, opening and closing after its row of the
// cast.
#pragma once

#include "stage/friend.h"
#include "stage/tally.h"

struct place;

// NULL without memory or rig.
struct place *place_new(const struct cast_place *row);
void place_free(struct place *place);
const struct cast_place *place_row(const struct place *place);
const struct svg_sheet *place_sheet(const struct place *place);
void place_lay_out(struct place *place, const struct layout *layout);
void place_rasterise(struct place *place, struct loader *loader);
bool place_ready(const struct place *place);

void place_peek(struct place *place, int permille);
// Fewer movements: half the breath, no drift.
void place_calm(struct place *place, bool calm);
// How long it is pressed down before it opens.
int place_tense_ms(const struct place *place);
void place_act(struct place *place, enum act act, int length_ms, int ahead_ms, int now_ms);
void place_hit(struct place *place, int now_ms);
void place_stir(struct place *place, int now_ms);

// Draws it with the friend between its layers, and the tally where it has room for one.
void place_draw(const struct place *place, struct canvas *canvas, const struct friend *friend,
                struct tally *tally, int now_ms);
// Whether it has.
bool place_tells(const struct place *place);

bool place_is_at(const struct place *place, float x, float y);
bool place_moves(const struct place *place, int now_ms);
unsigned place_beat(const struct place *place, int now_ms);
