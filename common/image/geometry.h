/*
 * Where the pixels of a rendition come from and go to: pure arithmetic on upright sizes.
 */
#ifndef IMAGE_GEOMETRY_H
#define IMAGE_GEOMETRY_H

#include "recipe/rendition.h"

struct placement {
    double crop_x, crop_y, crop_w, crop_h; /* part of the upright source that is used, its px */
    uint32_t scaled_w, scaled_h;           /* what that part is scaled to */
    uint32_t canvas_w, canvas_h;           /* the rendition's size */
    uint32_t offset_x, offset_y; /* of the scaled part in the canvas (contain); background around */
    bool choose_crop; /* attention, entropy: the scaled part is larger than the canvas, a window of
                         the canvas's size is to be chosen in it */
};

/*
 * The placement of one rendition. inside and fill give the sizes of Pillow's thumbnail() and
 * resize(); cover, contain and outside those of sharp. Sides are 1..RENDITION_MAX_SIDE_PX.
 */
struct placement placement_of(uint32_t width_px, uint32_t height_px,
                              const struct rendition *rendition);

/* max_bytes has to be met by a smaller picture: the box that asks for at most this share of the
 * sides. */
struct placement placement_reduced(uint32_t width_px, uint32_t height_px,
                                   const struct rendition *rendition, double share);

/*
 * EXIF orientation (1..8): what has to be done to the stored picture to set it upright. First the
 * axes are exchanged where swapped, then flipped.
 */
struct turn {
    bool swapped, flip_x, flip_y;
};
struct turn turn_of(uint8_t orientation);

#endif
