/* Where a crop by content lies: attention (edges, skin, saturated colours) or entropy. Integers
 * alone, so that it is the same everywhere. */
#ifndef IMAGE_CROP_H
#define IMAGE_CROP_H

#include "image/scaler.h"

struct crop_window {
    uint32_t x, y, w, h; /* w and h are given, at most the picture's size; x and y are the answer */
};

/* planes: an upright picture of that model. Of equally good places the one nearest to the middle
 * is taken. */
void crop_choose(enum gravity_kind kind, const struct planes *planes, enum pixel_model model,
                 struct crop_window *window);

#endif
