// The sunflower with a parent's photo: when found it grows out of the place and is drawn over the place's
// frame.
#pragma once

#include "stage/motion.h"
#include "stage/picture.h"
#include "stage/stage.h"

// `over` (0 inside the place, 1 grown out) goes to what an act wants: out once the cover is open, in again
// before it closes.
void face_act(struct glide *over, enum act act, int length_ms, int now_ms);
// The part of the window where it is drawn over the place: from the photo's own box, which nothing covers
// when the cover is open, to all that is above the lip.
struct rect face_clip(const struct placing *placing, const struct rect *above, float over);
