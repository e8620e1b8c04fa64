/* The inverse DCTs of codec_jpeg_idct.h with AVX2: one block in each half of the vectors. */
#if defined(__x86_64__)

#include <immintrin.h>

#include "image/codec_jpeg_idct.h"
#include "image/processor.h"

#define VEC      __m256i
#define OP(name) _mm256_##name
#define TARGET   __attribute__((target("avx2")))
#include "image/codec_jpeg_idct_lines.h"

/* Eight coefficients of each block, dequantised; they are left 0. any: gathers
 * the bits that are set. */
TARGET static inline __m256i take_line(struct idct_blocks *blocks, size_t line, __m256i *any)
{
    __m128i *first = (__m128i *)(blocks->coefficients + 8 * line);
    __m128i *second = (__m128i *)(blocks->coefficients + IDCT_STEP + 8 * line);
    const __m128i *step = (const __m128i *)(blocks->steps[0] + 8 * line);
    const __m128i *other = (const __m128i *)(blocks->steps[1] + 8 * line);
    __m256i both = _mm256_inserti128_si256(_mm256_castsi128_si256(*first), *second, 1);
    __m256i steps = _mm256_inserti128_si256(_mm256_castsi128_si256(*step), *other, 1);

    *any = _mm256_or_si256(*any, both);
    *first = *second = _mm_setzero_si128();
    return _mm256_mullo_epi16(both, steps);
}

/* Ones in the half of a block that has no bit set. */
TARGET static inline __m256i empty_halves(__m256i any)
{
    any = _mm256_or_si256(any, _mm256_shuffle_epi32(any, 0x4e));
    return _mm256_cmpeq_epi64(any, _mm256_setzero_si256());
}

/* Without vertical detail a block's columns are flat; what would saturate there wraps around then.
 */
TARGET static inline void columns_8(__m256i v[8], __m256i detail)
{
    __m256i flat = empty_halves(detail), top = _mm256_slli_epi16(v[0], IDCT_KEPT);

    lines_8(v, IDCT_FIRST);
    if (!_mm256_testz_si256(flat, flat)) {
        for (size_t i = 0; i < 8; i++) {
            v[i] = _mm256_blendv_epi8(v[i], top, flat);
        }
    }
}

TARGET static inline void store_eight(const __m128i bytes[4], uint8_t *const *rows, size_t column)
{
    for (size_t i = 0; i < 4; i++) {
        _mm_storel_epi64((__m128i *)(rows[2 * i] + column), bytes[i]);
        _mm_storel_epi64((__m128i *)(rows[2 * i + 1] + column), _mm_srli_si128(bytes[i], 8));
    }
}

TARGET static void two_eights(struct idct_blocks *blocks)
{
    __m256i v[8], bytes[4], first_line = _mm256_setzero_si256(), detail = first_line;
    __m128i first[4], second[4];

    v[0] = take_line(blocks, 0, &first_line);
    for (size_t i = 1; i < 8; i++) {
        v[i] = take_line(blocks, i, &detail);
    }
    columns_8(v, detail);
    transpose_8(v);
    lines_8(v, IDCT_SECOND);
    bytes_8(v, bytes);
    for (size_t i = 0; i < 4; i++) {
        first[i] = _mm256_castsi256_si128(bytes[i]);
        second[i] = _mm256_extracti128_si256(bytes[i], 1);
    }
    store_eight(first, blocks->rows[0], blocks->columns[0]);
    store_eight(second, blocks->rows[1], blocks->columns[1]);
}

TARGET static inline void store_four(__m128i bytes, uint8_t *const *rows, size_t column)
{
    _mm_storeu_si32(rows[0] + column, bytes);
    _mm_storeu_si32(rows[1] + column, _mm_srli_si128(bytes, 4));
    _mm_storeu_si32(rows[2] + column, _mm_srli_si128(bytes, 8));
    _mm_storeu_si32(rows[3] + column, _mm_srli_si128(bytes, 12));
}

TARGET static void two_fours(struct idct_blocks *blocks)
{
    __m256i any = _mm256_setzero_si256();
    __m256i ab = take_line(blocks, 0, &any), cd = take_line(blocks, 1, &any);
    __m256i bytes = block_4(ab, cd);

    store_four(_mm256_castsi256_si128(bytes), blocks->rows[0], blocks->columns[0]);
    store_four(_mm256_extracti128_si256(bytes, 1), blocks->rows[1], blocks->columns[1]);
}

const struct idct_way idct_avx2 = { processor_has_avx2, two_fours, two_eights };

#endif
