/* JFIF's full-range Y Cb Cr (ITU-T T.871) and RGB, in fixed point of 16 bits. */
#ifndef IMAGE_YCC_H
#define IMAGE_YCC_H

#include "base/def.h"

void ycc_to_rgb(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t n);

/* One row of Y. */
void rgb_to_y(const uint8_t *rgb, uint8_t *y, size_t n);

/*
 * One row of chroma from one row (below the same pointer) or two of RGB: means of sub_x pixels in
 * each. n: width in pixels; an odd last one counts twice.
 */
void rgb_to_chroma(const uint8_t *rgb, const uint8_t *below, uint8_t *cb, uint8_t *cr, size_t n,
                   uint32_t sub_x);

#endif
