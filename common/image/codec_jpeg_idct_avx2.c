/* The inverse DCT of codec_jpeg_idct.h with AVX2: one block in each half of the vectors. */
#if defined(__x86_64__)

#include <immintrin.h>

#include "image/codec_jpeg_idct_x86.h"

#define VEC      __m256i
#define OP(name) _mm256_##name
#define TARGET   __attribute__((target("avx2")))
#include "image/codec_jpeg_idct_lines.h"

TARGET static inline void load_two(const int16_t *blocks, __m256i v[8])
{
    for (size_t i = 0; i < 8; i++) {
        __m128i first = _mm_load_si128((const __m128i *)(blocks + 8 * i));
        const __m128i *second = (const __m128i *)(blocks + IDCT_STEP + 8 * i);

        v[i] = _mm256_inserti128_si256(_mm256_castsi128_si256(first), *second, 1);
    }
}

/* Ones in the half of a block that has no vertical detail. */
TARGET static inline __m256i flat_halves(const __m256i v[8])
{
    __m256i any = v[1];

    for (size_t i = 2; i < 8; i++) {
        any = _mm256_or_si256(any, v[i]);
    }
    any = _mm256_or_si256(any, _mm256_shuffle_epi32(any, 0x4e));
    any = _mm256_cmpeq_epi64(any, _mm256_setzero_si256());
    return any;
}

/* Such a block's columns are flat; what would saturate there wraps around then. */
TARGET static inline void columns_8(__m256i v[8])
{
    __m256i flat = flat_halves(v), top = _mm256_slli_epi16(v[0], IDCT_KEPT);

    lines_8(v, IDCT_FIRST);
    if (!_mm256_testz_si256(flat, flat)) {
        for (size_t i = 0; i < 8; i++) {
            v[i] = _mm256_blendv_epi8(v[i], top, flat);
        }
    }
}

TARGET static inline void store_one(const __m128i bytes[4], uint8_t *const *rows, size_t column)
{
    for (size_t i = 0; i < 4; i++) {
        _mm_storel_epi64((__m128i *)(rows[2 * i] + column), bytes[i]);
        _mm_storel_epi64((__m128i *)(rows[2 * i + 1] + column), _mm_srli_si128(bytes[i], 8));
    }
}

TARGET void idct_two_avx2(const int16_t *blocks, uint8_t *const *const rows[2],
                          const size_t columns[2])
{
    __m256i v[8], bytes[4];
    __m128i first[4], second[4];

    load_two(blocks, v);
    columns_8(v);
    transpose_8(v);
    lines_8(v, IDCT_SECOND);
    bytes_8(v, bytes);
    for (size_t i = 0; i < 4; i++) {
        first[i] = _mm256_castsi256_si128(bytes[i]);
        second[i] = _mm256_extracti128_si256(bytes[i], 1);
    }
    store_one(first, rows[0], columns[0]);
    store_one(second, rows[1], columns[1]);
}

#endif
