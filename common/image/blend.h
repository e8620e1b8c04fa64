/* Overlays onto rows of a canvas: interleaved ones, and JPEG's planes as they are. */
#ifndef IMAGE_BLEND_H
#define IMAGE_BLEND_H

#include "image/mark.h"

/* Row y of the canvas, n pixels of RGB or RGBA (channels 3 or 4; alpha not premultiplied). */
void blend_row(const struct overlays *overlays, uint32_t y, uint8_t *row, uint32_t n,
               uint32_t channels);

/* Row y of the canvas in the plane of Y, n pixels. */
void blend_luma(const struct overlays *overlays, uint32_t y, uint8_t *row, uint32_t n);

/* One row of both chroma planes: rows y to y + sub_y - 1 of a canvas n pixels wide and height
 * pixels high, sub_x pixels a sample. */
struct blend_chroma {
    uint8_t *cb, *cr;
    uint32_t n, height, sub_x, sub_y;
};
void blend_chroma(const struct overlays *overlays, uint32_t y, const struct blend_chroma *to);

#endif
