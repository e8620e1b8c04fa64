/*
 * Reduced inverse DCT: the low side * side dequantised coefficients of a block, row by row, through
 * a DCT of that size. With T.81's scaling of the coefficients, a block of `side` samples a line is
 * its orthonormal DCT times side / 8.
 */
#ifndef IMAGE_CODEC_JPEG_SAMPLES_H
#define IMAGE_CODEC_JPEG_SAMPLES_H

#include "base/def.h"

static inline uint8_t sample(int32_t value)
{
    value += 128;
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static inline void samples_1(const int16_t *block, uint8_t *const *rows, size_t column)
{
    rows[0][column] = sample((block[0] + 4) >> 3);
}

/* side 2: sums and differences alone, over 8. */
static inline void samples_2(const int16_t *block, uint8_t *const *rows, size_t column)
{
    int32_t a = block[0] + 4, b = block[1], c = block[2], d = block[3];

    rows[0][column] = sample((a + b + c + d) >> 3);
    rows[0][column + 1] = sample((a - b + c - d) >> 3);
    rows[1][column] = sample((a + b - c - d) >> 3);
    rows[1][column + 1] = sample((a - b - c + d) >> 3);
}

/* side 4; the plain one is the other's measure in tests. */
void samples_4(const int16_t *block, uint8_t *const *rows, size_t column);
void samples_4_plain(const int16_t *block, uint8_t *const *rows, size_t column);

#endif
