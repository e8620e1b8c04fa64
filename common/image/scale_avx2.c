/* The two passes with AVX2: compiled for it function by function, used where the machine has it. */
#if defined(__x86_64__)

#include <immintrin.h>

#include "image/processor.h"
#include "image/scale.h"

#define FOR_AVX2 __attribute__((target("avx2")))

static inline uint32_t weight_pair(const int16_t *weights, uint32_t t, uint32_t taps)
{
    uint32_t second = t + 1 < taps ? (uint16_t)weights[t + 1] : 0;

    return (uint16_t)weights[t] | second << 16;
}

/* 16 samples of two rows side by side, times their two weights, onto two sums of eight. */
FOR_AVX2 static inline void add_pair(const uint8_t *row, const uint8_t *next, __m256i pair,
                                     __m256i *low, __m256i *high)
{
    __m128i a = _mm_loadu_si128((const __m128i *)row), b = _mm_loadu_si128((const __m128i *)next);
    __m256i left = _mm256_cvtepu8_epi16(_mm_unpacklo_epi8(a, b));
    __m256i right = _mm256_cvtepu8_epi16(_mm_unpackhi_epi8(a, b));

    *low = _mm256_add_epi32(*low, _mm256_madd_epi16(left, pair));
    *high = _mm256_add_epi32(*high, _mm256_madd_epi16(right, pair));
}

FOR_AVX2 static inline void store_line(__m256i low, __m256i high, int16_t *out)
{
    const int shift = SCALE_WEIGHT_BITS - SCALE_LINE_BITS;
    __m256i both =
        _mm256_packs_epi32(_mm256_srai_epi32(low, shift), _mm256_srai_epi32(high, shift));

    _mm256_storeu_si256((__m256i *)out, _mm256_permute4x64_epi64(both, 0xd8));
}

FOR_AVX2 static inline void vertical_32(const uint8_t *const *rows, const int16_t *weights,
                                        uint32_t taps, size_t i, int16_t *out)
{
    const __m256i half = _mm256_set1_epi32(1 << (SCALE_WEIGHT_BITS - SCALE_LINE_BITS - 1));
    __m256i a = half, b = half, c = half, d = half;

    for (uint32_t t = 0; t < taps; t += 2) {
        const uint8_t *row = rows[t], *next = rows[t + 1 < taps ? t + 1 : t];
        __m256i pair = _mm256_set1_epi32((int)weight_pair(weights, t, taps));

        add_pair(row + i, next + i, pair, &a, &b);
        add_pair(row + i + 16, next + i + 16, pair, &c, &d);
    }
    store_line(a, b, out + i);
    store_line(c, d, out + i + 16);
}

FOR_AVX2 static void vertical_avx2(const uint8_t *const *rows, const int16_t *weights,
                                   uint32_t taps, size_t from, size_t n, int16_t *out)
{
    size_t i = from;

    for (; i + 32 <= n; i += 32) {
        vertical_32(rows, weights, taps, i, out);
    }
    if (i < n &&
        n - from >= 32) { /* the last ones again with what is left, instead of one by one */
        vertical_32(rows, weights, taps, n - 32, out);
        return;
    }
    scale_plain.vertical(rows, weights, taps, i, n, out);
}

/* Eight taps of two outputs a lane each. */
FOR_AVX2 static inline __m256i two_dots(const int16_t *in, const struct kernel *kernel, uint32_t i)
{
    const int16_t *a = in + kernel->first[i], *b = in + kernel->first[i + 1];
    const int16_t *weights = kernel->weights + (size_t)i * kernel->taps;
    __m256i sum = _mm256_setzero_si256();

    for (uint32_t t = 0; t < kernel->taps; t += 8) {
        __m256i samples = _mm256_loadu2_m128i((const __m128i *)(b + t), (const __m128i *)(a + t));
        __m256i both = _mm256_loadu2_m128i((const __m128i *)(weights + kernel->taps + t),
                                           (const __m128i *)(weights + t));

        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(samples, both));
    }
    return sum;
}

FOR_AVX2 static void horizontal_avx2(const int16_t *in, const struct kernel *kernel, uint8_t *out)
{
    const int shift = SCALE_WEIGHT_BITS + SCALE_LINE_BITS;
    const __m128i half = _mm_set1_epi32(1 << (shift - 1));
    struct kernel rest;
    uint32_t i = 0;

    for (; i + 4 <= kernel->n_out; i += 4) {
        __m256i sums = _mm256_hadd_epi32(two_dots(in, kernel, i), two_dots(in, kernel, i + 2));
        __m256i folded = _mm256_hadd_epi32(sums, sums); /* 0 2 0 2 | 1 3 1 3 */
        __m128i four =
            _mm_unpacklo_epi32(_mm256_castsi256_si128(folded), _mm256_extracti128_si256(folded, 1));
        __m128i shifted = _mm_srai_epi32(_mm_add_epi32(four, half), shift);
        __m128i words = _mm_packs_epi32(shifted, shifted);

        _mm_storeu_si32(out + i, _mm_packus_epi16(words, words));
    }
    kernel_rest(kernel, i, &rest);
    scale_plain.horizontal(in, &rest, out + i);
}

const struct scale_ops scale_avx2 = { "AVX2", processor_has_avx2, vertical_avx2, horizontal_avx2,
                                      scale_eight_avx2 };

#endif
