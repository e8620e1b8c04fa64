/* The two passes with SSE2, which every x86-64 has. */
#if defined(__x86_64__)

#include <emmintrin.h>

#include "image/processor.h"
#include "image/scale.h"

static inline __m128i weight_pair(const int16_t *weights, uint32_t t, uint32_t taps)
{
    uint32_t second = t + 1 < taps ? (uint16_t)weights[t + 1] : 0;

    return _mm_set1_epi32((int)((uint16_t)weights[t] | second << 16));
}

/* Eight samples of two rows side by side, times their two weights, onto two sums of four. */
static inline void add_pair(const uint8_t *row, const uint8_t *next, __m128i pair, __m128i *low,
                            __m128i *high)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i bytes = _mm_unpacklo_epi8(_mm_loadl_epi64((const __m128i *)row),
                                      _mm_loadl_epi64((const __m128i *)next));

    *low = _mm_add_epi32(*low, _mm_madd_epi16(_mm_unpacklo_epi8(bytes, zero), pair));
    *high = _mm_add_epi32(*high, _mm_madd_epi16(_mm_unpackhi_epi8(bytes, zero), pair));
}

static void vertical_sse2(const uint8_t *const *rows, const int16_t *weights, uint32_t taps,
                          size_t from, size_t n, int16_t *out)
{
    const int shift = SCALE_WEIGHT_BITS - SCALE_LINE_BITS;
    const __m128i half = _mm_set1_epi32(1 << (shift - 1));
    size_t i = from;

    for (; i + 8 <= n; i += 8) {
        __m128i low = half, high = half;

        for (uint32_t t = 0; t < taps; t += 2) {
            const uint8_t *row = rows[t], *next = rows[t + 1 < taps ? t + 1 : t];

            add_pair(row + i, next + i, weight_pair(weights, t, taps), &low, &high);
        }
        _mm_storeu_si128((__m128i *)(out + i),
                         _mm_packs_epi32(_mm_srai_epi32(low, shift), _mm_srai_epi32(high, shift)));
    }
    scale_plain.vertical(rows, weights, taps, i, n, out);
}

static inline __m128i dot(const int16_t *in, const struct kernel *kernel, uint32_t i)
{
    const int16_t *from = in + kernel->first[i];
    const int16_t *weights = kernel->weights + (size_t)i * kernel->taps;
    __m128i sum = _mm_setzero_si128();

    for (uint32_t t = 0; t < kernel->taps; t += 8) {
        sum = _mm_add_epi32(sum, _mm_madd_epi16(_mm_loadu_si128((const __m128i *)(from + t)),
                                                _mm_loadu_si128((const __m128i *)(weights + t))));
    }
    return sum;
}

/* The sums of a and of b, in two places each: a b a b after adding the halves. */
static inline __m128i fold(__m128i a, __m128i b)
{
    return _mm_add_epi32(_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b));
}

static void horizontal_sse2(const int16_t *in, const struct kernel *kernel, uint8_t *out)
{
    const int shift = SCALE_WEIGHT_BITS + SCALE_LINE_BITS;
    const __m128i half = _mm_set1_epi32(1 << (shift - 1));
    struct kernel rest;
    uint32_t i = 0;

    for (; i + 4 <= kernel->n_out; i += 4) {
        __m128i ab = fold(dot(in, kernel, i), dot(in, kernel, i + 1));
        __m128i cd = fold(dot(in, kernel, i + 2), dot(in, kernel, i + 3));
        __m128i four = _mm_add_epi32(_mm_unpacklo_epi64(ab, cd), _mm_unpackhi_epi64(ab, cd));
        __m128i shifted = _mm_srai_epi32(_mm_add_epi32(four, half), shift);
        __m128i words = _mm_packs_epi32(shifted, shifted);

        _mm_storeu_si32(out + i, _mm_packus_epi16(words, words));
    }
    kernel_rest(kernel, i, &rest);
    scale_plain.horizontal(in, &rest, out + i);
}

const struct scale_ops scale_sse2 = { "SSE2", processor_any, vertical_sse2, horizontal_sse2, NULL };

#endif
