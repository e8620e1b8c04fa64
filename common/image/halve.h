/* Half the width and height of two rows: means of 2 by 2 samples. */
#ifndef IMAGE_HALVE_H
#define IMAGE_HALVE_H

#include "base/def.h"

/* a and b: two rows of n pixels (the same one twice at a picture's odd end), interleaved channels
 * (1..5). out: (n + 1) / 2 pixels; an odd last column counts twice. Rounded to nearest, .5 up. */
void halve_rows(const uint8_t *a, const uint8_t *b, uint8_t *out, uint32_t n, uint32_t channels);

/* The same in plain C alone, for tests. */
void halve_rows_plain(const uint8_t *a, const uint8_t *b, uint8_t *out, uint32_t n,
                      uint32_t channels);

#endif
