/*
 * The 8 by 8 inverse DCT of libjpeg's JDCT_ISLOW, bit for bit as libjpeg-turbo's vector code has it
 * (Loeffler, Ligtenberg and Moschytz, 1989; constants of 13 fraction bits): sums of two
 * coefficients and what is kept between the passes are 16 bit wide. Every implementation (AVX2,
 * SSE2, plain C) gives the same bits.
 */
#ifndef IMAGE_CODEC_JPEG_IDCT_H
#define IMAGE_CODEC_JPEG_IDCT_H

#include "base/def.h"

#define IDCT_FRACTION 13 /* of the constants */
#define IDCT_KEPT     2  /* between the passes */
#define IDCT_FIRST    (IDCT_FRACTION - IDCT_KEPT)
#define IDCT_SECOND   (IDCT_FRACTION + IDCT_KEPT + 3)

/* Rotations and sums of them, times 1 << IDCT_FRACTION; the names are those of the paper's
 * implementation in libjpeg. */
enum {
    IDCT_0_298 = 2446,
    IDCT_0_390 = 3196,
    IDCT_0_541 = 4433,
    IDCT_0_765 = 6270,
    IDCT_0_899 = 7373,
    IDCT_1_175 = 9633,
    IDCT_1_501 = 12299,
    IDCT_1_847 = 15137,
    IDCT_1_961 = 16069,
    IDCT_2_053 = 16819,
    IDCT_2_562 = 20995,
    IDCT_3_072 = 25172,
};

#define IDCT_STEP 80 /* int16_t from one block to the next: 64, and room for what is not wanted */

/* Two blocks at once: dequantised coefficients, natural order, at blocks and blocks + IDCT_STEP,
 * 16-byte aligned, to 8 samples in each of rows[i][0..7] from columns[i] on. */
typedef void idct_two(const int16_t *blocks, uint8_t *const *const rows[2],
                      const size_t columns[2]);

/* The fastest that this machine has; and all that it can do, for tests, NULL past the last. */
idct_two *idct_best(void);
idct_two *idct_at(size_t index);

/* A block of nothing but this DC coefficient. */
void idct_flat(int16_t dc, uint8_t *const *rows, size_t column);

#endif
