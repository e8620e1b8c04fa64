/*
 * Inverse DCTs of two blocks at a time. Every implementation (AVX2, SSE2, plain C) gives the same
 * bits.
 *
 * 8 by 8: that of libjpeg's JDCT_ISLOW, bit for bit as libjpeg-turbo's vector code has it
 * (Loeffler, Ligtenberg and Moschytz, 1989; constants of 13 fraction bits): products with the steps
 * of quantisation, sums of two coefficients and what is kept between the passes are 16 bits wide.
 *
 * Reduced: the low side * side coefficients through a DCT of that size. With T.81's scaling of the
 * coefficients, a block of `side` samples a line is its orthonormal DCT times side / 8.
 */
#ifndef IMAGE_CODEC_JPEG_IDCT_H
#define IMAGE_CODEC_JPEG_IDCT_H

#include <string.h>

#include "base/def.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

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

/* 4 by 4: lines in 12 fraction bits, with cos(pi/8) and sin(pi/8) times sqrt(2). After the first
 * pass 4 fraction bits are kept, in 16 bits; the second divides by 8. */
enum {
    IDCT4_ONE = 4096,
    IDCT4_COS_8 = 5352,
    IDCT4_SIN_8 = 2217,
    IDCT4_FIRST = 8,
    IDCT4_SECOND = 19,
};

#define IDCT_STEP       80 /* int16_t from one block to the next */
#define IDCT_NOT_WANTED 64 /* in a block: where anything may be written */

/* Two blocks of 4 by 4 or 8 by 8 coefficients. */
struct idct_blocks {
    /* Quantised, line by line. */
    _Alignas(16) int16_t coefficients[2 * IDCT_STEP];
    const int16_t *steps[2]; /* of quantisation, in the same order, 16-byte aligned */
    uint8_t *const *rows[2]; /* of the samples */
    size_t columns[2];       /* of the first of them in each row */
};

/* To as many samples as there are coefficients, which are left 0. */
typedef void idct_two(struct idct_blocks *blocks);

struct idct_way {
    bool (*usable)(void); /* on this machine */
    idct_two *four, *eight;
};

/* The fastest that this machine has; and all that are compiled in, for tests, NULL past the last.
 */
const struct idct_way *idct_best(void);
const struct idct_way *idct_at(size_t index);

extern const struct idct_way idct_plain;
#if defined(__x86_64__)
extern const struct idct_way idct_avx2, idct_sse2;
#endif

/* A sample around 128 of a value around 0. */
static inline uint8_t idct_sample(int32_t value)
{
    return (uint8_t)(value < -128 ? 0 : value > 127 ? 255 : value + 128);
}

/* A block of nothing but this dequantised DC coefficient, as `eight` would have it. */
void idct_flat(int16_t dc, uint8_t *const *rows, size_t column);

/* 1 by 1 and 2 by 2: sums and differences alone, over 8. coefficients: quantised, line by line. */
static inline void idct_one_by_one(const int16_t *coefficients, const int16_t *steps,
                                   uint8_t *const *rows, size_t column)
{
    rows[0][column] = idct_sample(((int16_t)(coefficients[0] * steps[0]) + 4) >> 3);
}

static inline void idct_two_by_two_plain(const int16_t *coefficients, const int16_t *steps,
                                         uint8_t *const *rows, size_t column)
{
    int32_t a = (int16_t)(coefficients[0] * steps[0]) + 4;
    int32_t b = (int16_t)(coefficients[1] * steps[1]);
    int32_t c = (int16_t)(coefficients[2] * steps[2]);
    int32_t d = (int16_t)(coefficients[3] * steps[3]);

    rows[0][column] = idct_sample((a + b + c + d) >> 3);
    rows[0][column + 1] = idct_sample((a - b + c - d) >> 3);
    rows[1][column] = idct_sample((a + b - c - d) >> 3);
    rows[1][column + 1] = idct_sample((a - b - c + d) >> 3);
}

#if defined(__x86_64__)

static inline void idct_two_by_two(const int16_t *coefficients, const int16_t *steps,
                                   uint8_t *const *rows, size_t column)
{
    const __m128i one_one = _mm_set1_epi16(1), one_less = _mm_set1_epi32((int)0xffff0001);
    const __m128i minus = _mm_set_epi32(-1, -1, 0, 0);
    __m128i block = _mm_mullo_epi16(_mm_loadl_epi64((const __m128i *)coefficients),
                                    _mm_loadl_epi64((const __m128i *)steps));
    /* a + b, a - b, c + d, c - d */
    __m128i line =
        _mm_unpacklo_epi32(_mm_madd_epi16(block, one_one), _mm_madd_epi16(block, one_less));
    __m128i first = _mm_shuffle_epi32(line, 0x44), second = _mm_shuffle_epi32(line, 0xee);
    uint32_t bytes;

    second = _mm_sub_epi32(_mm_xor_si128(second, minus), minus);
    line = _mm_add_epi32(_mm_add_epi32(first, second), _mm_set1_epi32(4 + (128 << 3)));
    line = _mm_packs_epi32(_mm_srai_epi32(line, 3), line);
    bytes = (uint32_t)_mm_cvtsi128_si32(_mm_packus_epi16(line, line));
    memcpy(rows[0] + column, (uint16_t[]){ (uint16_t)bytes }, 2);
    memcpy(rows[1] + column, (uint16_t[]){ (uint16_t)(bytes >> 16) }, 2);
}

#else

#define idct_two_by_two idct_two_by_two_plain

#endif

#endif
