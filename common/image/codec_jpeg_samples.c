/* The 4 by 4 inverse DCT of codec_jpeg_samples.h. */
#include "image/codec_jpeg_samples.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

/* side 4: a line of four in 12 fraction bits, with cos(pi/8) and sin(pi/8) times sqrt(2). After the
 * first pass 4 fraction bits are kept, in 16 bits; the second divides by 8. */
#define ONE          4096
#define COS_8        5352
#define SIN_8        2217
#define SHIFT_FIRST  8
#define SHIFT_SECOND 19

static inline int16_t held(int32_t value)
{
    return (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
}

static inline void line_4(const int16_t *in, size_t step, int32_t out[4])
{
    int32_t a = in[0], b = in[step], c = in[2 * step], d = in[3 * step];
    int32_t even = (a + c) * ONE, odd = (a - c) * ONE;
    int32_t outer = b * COS_8 + d * SIN_8, inner = b * SIN_8 - d * COS_8;

    out[0] = even + outer;
    out[1] = odd + inner;
    out[2] = odd - inner;
    out[3] = even - outer;
}

void samples_4_plain(const int16_t *block, uint8_t *const *rows, size_t column)
{
    int16_t half[16];
    int32_t line[4];

    for (size_t x = 0; x < 4; x++) {
        line_4(block + x, 4, line);
        for (size_t y = 0; y < 4; y++) {
            half[4 * y + x] = held((line[y] + (1 << (SHIFT_FIRST - 1))) >> SHIFT_FIRST);
        }
    }
    for (size_t y = 0; y < 4; y++) {
        line_4(half + 4 * y, 1, line);
        for (size_t x = 0; x < 4; x++) {
            rows[y][column + x] = sample((line[x] + (1 << (SHIFT_SECOND - 1))) >> SHIFT_SECOND);
        }
    }
}

#if defined(__x86_64__)

/* Four lines at once: ac and bd hold their first and third, second and fourth values in pairs. */
static inline void lines_4(__m128i ac, __m128i bd, int shift, __m128i out[4])
{
    const __m128i half = _mm_set1_epi32(1 << (shift - 1));
    __m128i even = _mm_add_epi32(_mm_madd_epi16(ac, _mm_set1_epi32(ONE << 16 | ONE)), half);
    __m128i odd = _mm_add_epi32(
        _mm_madd_epi16(ac, _mm_set1_epi32((int)((uint32_t)(uint16_t)-ONE << 16 | ONE))), half);
    __m128i outer = _mm_madd_epi16(bd, _mm_set1_epi32(SIN_8 << 16 | COS_8));
    __m128i inner =
        _mm_madd_epi16(bd, _mm_set1_epi32((int)((uint32_t)(uint16_t)-COS_8 << 16 | SIN_8)));

    out[0] = _mm_srai_epi32(_mm_add_epi32(even, outer), shift);
    out[1] = _mm_srai_epi32(_mm_add_epi32(odd, inner), shift);
    out[2] = _mm_srai_epi32(_mm_sub_epi32(odd, inner), shift);
    out[3] = _mm_srai_epi32(_mm_sub_epi32(even, outer), shift);
}

static inline void samples_4_sse2(const int16_t *block, uint8_t *const *rows, size_t column)
{
    __m128i ab = _mm_loadu_si128((const __m128i *)block); /* rows 0 and 1 */
    __m128i cd = _mm_loadu_si128((const __m128i *)(block + 8));
    __m128i line[4], top, bottom, left, right, even, odd, bytes;

    /* Columns: lanes are x. */
    lines_4(_mm_unpacklo_epi16(ab, cd), _mm_unpackhi_epi16(ab, cd), SHIFT_FIRST, line);
    top = _mm_packs_epi32(line[0], line[1]); /* rows 0 and 1 */
    bottom = _mm_packs_epi32(line[2], line[3]);
    /* Rows: lanes are y. Pairs (0, 2) and (1, 3) of each row. */
    left = _mm_unpacklo_epi16(top, bottom);  /* r0x0 r2x0 r0x1 r2x1 ... */
    right = _mm_unpackhi_epi16(top, bottom); /* r1x0 r3x0 ... */
    even = _mm_unpacklo_epi16(left, right);  /* r0x0 r1x0 r2x0 r3x0 r0x1 ... */
    odd = _mm_unpackhi_epi16(left, right);   /* x2 and x3 */
    lines_4(_mm_unpacklo_epi16(even, odd), _mm_unpackhi_epi16(even, odd), SHIFT_SECOND, line);
    /* line[x] holds x of rows 0 to 3. */
    top = _mm_packs_epi32(line[0], line[1]);
    bottom = _mm_packs_epi32(line[2], line[3]);
    left = _mm_unpacklo_epi16(top, _mm_srli_si128(top, 8)); /* r0x0 r0x1 r1x0 r1x1 ... */
    right = _mm_unpacklo_epi16(bottom, _mm_srli_si128(bottom, 8));
    even = _mm_add_epi16(_mm_unpacklo_epi32(left, right), _mm_set1_epi16(128));
    odd = _mm_add_epi16(_mm_unpackhi_epi32(left, right), _mm_set1_epi16(128));
    bytes = _mm_packus_epi16(even, odd);
    for (size_t y = 0; y < 4; y++) {
        _mm_storeu_si32(rows[y] + column, bytes);
        bytes = _mm_srli_si128(bytes, 4);
    }
}

#endif

void samples_4(const int16_t *block, uint8_t *const *rows, size_t column)
{
#if defined(__x86_64__)
    samples_4_sse2(block, rows, column);
#else
    samples_4_plain(block, rows, column);
#endif
}
