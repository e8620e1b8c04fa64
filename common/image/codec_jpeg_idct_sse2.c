/* The inverse DCTs of codec_jpeg_idct.h with SSE2: block after block. */
#if defined(__x86_64__)

#include <emmintrin.h>

#include "image/codec_jpeg_idct.h"
#include "image/processor.h"

#define VEC      __m128i
#define OP(name) _mm_##name
#define TARGET
#include "image/codec_jpeg_idct_lines.h"

/* Without vertical detail the columns are flat; what would saturate there wraps around then. */
static bool is_flat(const __m128i v[8])
{
    __m128i any = v[1];

    for (size_t i = 2; i < 8; i++) {
        any = _mm_or_si128(any, v[i]);
    }
    return _mm_movemask_epi8(_mm_cmpeq_epi8(any, _mm_setzero_si128())) == 0xffff;
}

static void eight_sse2(int16_t *block, const int16_t *steps, uint8_t *const *rows, size_t column)
{
    __m128i v[8], bytes[4];
    bool flat;

    for (size_t i = 0; i < 8; i++) {
        v[i] = _mm_load_si128((const __m128i *)(block + 8 * i));
        _mm_store_si128((__m128i *)(block + 8 * i), _mm_setzero_si128());
    }
    flat = is_flat(v);
    for (size_t i = 0; i < 8; i++) {
        v[i] = _mm_mullo_epi16(v[i], _mm_load_si128((const __m128i *)(steps + 8 * i)));
    }
    if (flat) {
        for (size_t i = 8; i-- > 0;) {
            v[i] = _mm_slli_epi16(v[0], IDCT_KEPT);
        }
    } else {
        lines_8(v, IDCT_FIRST);
    }
    transpose_8(v);
    lines_8(v, IDCT_SECOND);
    bytes_8(v, bytes);
    for (size_t i = 0; i < 4; i++) {
        _mm_storel_epi64((__m128i *)(rows[2 * i] + column), bytes[i]);
        _mm_storel_epi64((__m128i *)(rows[2 * i + 1] + column), _mm_srli_si128(bytes[i], 8));
    }
}

static void two_eights(struct idct_blocks *blocks)
{
    for (size_t i = 0; i < 2; i++) {
        eight_sse2(blocks->coefficients + i * IDCT_STEP, blocks->steps[i], blocks->rows[i],
                   blocks->columns[i]);
    }
}

static void four_sse2(__m128i *block, const __m128i *steps, uint8_t *const *rows, size_t column)
{
    __m128i bytes =
        block_4(_mm_mullo_epi16(block[0], steps[0]), _mm_mullo_epi16(block[1], steps[1]));

    block[0] = block[1] = _mm_setzero_si128();
    for (size_t y = 0; y < 4; y++) {
        _mm_storeu_si32(rows[y] + column, bytes);
        bytes = _mm_srli_si128(bytes, 4);
    }
}

static void two_fours(struct idct_blocks *blocks)
{
    for (size_t i = 0; i < 2; i++) {
        four_sse2((__m128i *)(blocks->coefficients + i * IDCT_STEP),
                  (const __m128i *)blocks->steps[i], blocks->rows[i], blocks->columns[i]);
    }
}

const struct idct_way idct_sse2 = { processor_any, two_fours, two_eights };

#endif
