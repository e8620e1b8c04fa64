/*
 * Both passes for eight lines at once, with AVX2. Between them samples lie in pairs of columns:
 *
 *   pairs:  columns 0 and 1 of line 0, of line 1, ... of line 7; columns 2 and 3 of line 0, ...
 *
 * so that the horizontal pass multiplies two taps of eight lines by one instruction, takes no more
 * taps than there are, and has no sums to add up across a register.
 */
#if defined(__x86_64__)

#include <immintrin.h>

#include "image/scale.h"

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i weight_pair(const int16_t *weights)
{
    return _mm256_set1_epi32((int)_mm_cvtsi128_si32(_mm_loadu_si32(weights)));
}

/* 16 samples of two rows side by side, times their two weights, onto two sums of eight. */
AVX2 static inline void add_pair(const uint8_t *row, const uint8_t *next, __m256i pair,
                                 __m256i *low, __m256i *high)
{
    __m128i a = _mm_loadu_si128((const __m128i *)(const void *)row);
    __m128i b = _mm_loadu_si128((const __m128i *)(const void *)next);

    *low = _mm256_add_epi32(*low,
                            _mm256_madd_epi16(_mm256_cvtepu8_epi16(_mm_unpacklo_epi8(a, b)), pair));
    *high = _mm256_add_epi32(
        *high, _mm256_madd_epi16(_mm256_cvtepu8_epi16(_mm_unpackhi_epi8(a, b)), pair));
}

AVX2 static inline __m256i line_of(__m256i low, __m256i high)
{
    const int shift = SCALE_WEIGHT_BITS - SCALE_LINE_BITS;
    __m256i both =
        _mm256_packs_epi32(_mm256_srai_epi32(low, shift), _mm256_srai_epi32(high, shift));

    return _mm256_permute4x64_epi64(both, 0xd8);
}

/* Columns x to x + 31 of line k. */
AVX2 static inline void down_32(const struct scale_eight *in, uint32_t k, size_t x, __m256i out[2])
{
    const __m256i half = _mm256_set1_epi32(1 << (SCALE_WEIGHT_BITS - SCALE_LINE_BITS - 1));
    const uint8_t *const *rows = in->rows[k];
    const int16_t *weights = in->weights[k];
    __m256i a = half, b = half, c = half, d = half;
    uint32_t taps = in->taps[k];

    for (uint32_t t = 0; t < taps; t += 2) {
        /* The weight past the last one is 0. */
        const uint8_t *row = rows[t] + x, *next = rows[t + 1 < taps ? t + 1 : t] + x;
        __m256i pair = weight_pair(weights + t);

        add_pair(row, next, pair, &a, &b);
        add_pair(row + 16, next + 16, pair, &c, &d);
    }
    out[0] = line_of(a, b);
    out[1] = line_of(c, d);
}

/* 8 by 8 values of 32 bits: what is a line becomes a column. */
AVX2 static inline void transpose(__m256i v[8])
{
    __m256i a[8], b[8];

    for (int i = 0; i < 4; i++) {
        a[2 * i] = _mm256_unpacklo_epi32(v[2 * i], v[2 * i + 1]);
        a[2 * i + 1] = _mm256_unpackhi_epi32(v[2 * i], v[2 * i + 1]);
    }
    for (int i = 0; i < 2; i++) { /* columns 0 and 4, 1 and 5, 2 and 6, 3 and 7 */
        b[4 * i] = _mm256_unpacklo_epi64(a[4 * i], a[4 * i + 2]);
        b[4 * i + 1] = _mm256_unpackhi_epi64(a[4 * i], a[4 * i + 2]);
        b[4 * i + 2] = _mm256_unpacklo_epi64(a[4 * i + 1], a[4 * i + 3]);
        b[4 * i + 3] = _mm256_unpackhi_epi64(a[4 * i + 1], a[4 * i + 3]);
    }
    for (int i = 0; i < 4; i++) {
        v[i] = _mm256_permute2x128_si256(b[i], b[4 + i], 0x20);
        v[4 + i] = _mm256_permute2x128_si256(b[i], b[4 + i], 0x31);
    }
}

AVX2 static void down(const struct scale_eight *in, int16_t *pairs)
{
    for (size_t x = 0; x < in->n; x += 32) {
        __m256i left[8], right[8], both[2];

        for (uint32_t k = 0; k < 8; k++) {
            down_32(in, k, x, both);
            left[k] = both[0];
            right[k] = both[1];
        }
        transpose(left);
        transpose(right);
        for (size_t i = 0; i < 8; i++) {
            _mm256_storeu_si256((__m256i *)(void *)(pairs + 8 * x + 16 * i), left[i]);
            _mm256_storeu_si256((__m256i *)(void *)(pairs + 8 * x + 128 + 16 * i), right[i]);
        }
    }
}

/* Output i of eight lines, twice: i and next. */
AVX2 static inline void two_columns(const int16_t *pairs, const struct kernel *kernel, uint32_t i,
                                    uint32_t next, __m256i out[2])
{
    const int shift = SCALE_WEIGHT_BITS + SCALE_LINE_BITS;
    const int16_t *a = pairs + 8 * (size_t)kernel->first[i];
    const int16_t *b = pairs + 8 * (size_t)kernel->first[next];
    const int16_t *weights_a = kernel->weights + (size_t)i * kernel->taps;
    const int16_t *weights_b = kernel->weights + (size_t)next * kernel->taps;
    __m256i sum_a = _mm256_set1_epi32(1 << (shift - 1)), sum_b = sum_a;

    for (uint32_t t = 0; t < kernel->longest; t += 2) {
        __m256i from_a = _mm256_loadu_si256((const __m256i *)(const void *)(a + 8 * t));
        __m256i from_b = _mm256_loadu_si256((const __m256i *)(const void *)(b + 8 * t));

        sum_a = _mm256_add_epi32(sum_a, _mm256_madd_epi16(from_a, weight_pair(weights_a + t)));
        sum_b = _mm256_add_epi32(sum_b, _mm256_madd_epi16(from_b, weight_pair(weights_b + t)));
    }
    out[0] = _mm256_srai_epi32(sum_a, shift);
    out[1] = _mm256_srai_epi32(sum_b, shift);
}

/* Four columns of eight lines to four bytes a line; lines 0 to 3 in the lower half. */
AVX2 static inline __m256i four_bytes(const __m256i v[4])
{
    const __m256i turn = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
    __m256i words =
        _mm256_packus_epi16(_mm256_packs_epi32(v[0], v[1]), _mm256_packs_epi32(v[2], v[3]));

    return _mm256_shuffle_epi8(words, turn);
}

AVX2 static inline void store_column(uint8_t *const *out, size_t x, __m256i low, __m256i high)
{
    __m256i even = _mm256_unpacklo_epi32(low, high), odd = _mm256_unpackhi_epi32(low, high);

    _mm_storel_epi64((__m128i *)(void *)(out[0] + x), _mm256_castsi256_si128(even));
    _mm_storeh_pd((double *)(void *)(out[1] + x), _mm_castsi128_pd(_mm256_castsi256_si128(even)));
    _mm_storel_epi64((__m128i *)(void *)(out[2] + x), _mm256_castsi256_si128(odd));
    _mm_storeh_pd((double *)(void *)(out[3] + x), _mm_castsi128_pd(_mm256_castsi256_si128(odd)));
    even = _mm256_castsi128_si256(_mm256_extracti128_si256(even, 1));
    odd = _mm256_castsi128_si256(_mm256_extracti128_si256(odd, 1));
    _mm_storel_epi64((__m128i *)(void *)(out[4] + x), _mm256_castsi256_si128(even));
    _mm_storeh_pd((double *)(void *)(out[5] + x), _mm_castsi128_pd(_mm256_castsi256_si128(even)));
    _mm_storel_epi64((__m128i *)(void *)(out[6] + x), _mm256_castsi256_si128(odd));
    _mm_storeh_pd((double *)(void *)(out[7] + x), _mm_castsi128_pd(_mm256_castsi256_si128(odd)));
}

AVX2 void scale_eight_avx2(const struct scale_eight *in, const struct kernel *across,
                           int16_t *pairs, uint8_t *const *out)
{
    uint32_t last = across->n_out - 1;

    down(in, pairs);
    for (uint32_t x = 0; x < across->n_out; x += 8) {
        __m256i columns[8];

        for (uint32_t i = 0; i < 8; i += 2) { /* past the end the last one again */
            two_columns(pairs, across, x + i < last ? x + i : last,
                        x + i + 1 < last ? x + i + 1 : last, columns + i);
        }
        store_column(out, x, four_bytes(columns), four_bytes(columns + 4));
    }
}

#endif
