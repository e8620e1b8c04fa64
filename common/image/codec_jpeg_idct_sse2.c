/* The inverse DCT of codec_jpeg_idct.h with SSE2: block after block. */
#if defined(__x86_64__)

#include <emmintrin.h>

#include "image/codec_jpeg_idct_x86.h"

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

static void one_sse2(const int16_t *block, uint8_t *const *rows, size_t column)
{
    __m128i v[8], bytes[4];

    for (size_t i = 0; i < 8; i++) {
        v[i] = _mm_load_si128((const __m128i *)(block + 8 * i));
    }
    if (is_flat(v)) {
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

void idct_two_sse2(const int16_t *blocks, uint8_t *const *const rows[2], const size_t columns[2])
{
    one_sse2(blocks, rows[0], columns[0]);
    one_sse2(blocks + IDCT_STEP, rows[1], columns[1]);
}

#endif
