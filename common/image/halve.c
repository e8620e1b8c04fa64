#include "image/halve.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include "image/processor.h"
#endif

/* From pixel pair `from` on. */
static void halve_from(const uint8_t *a, const uint8_t *b, uint8_t *out, uint32_t n,
                       uint32_t channels, uint32_t from)
{
    uint32_t pairs = n / 2;

    for (uint32_t i = from; i < pairs; i++) {
        for (uint32_t c = 0; c < channels; c++) {
            size_t at = (size_t)i * 2 * channels + c, next = at + channels;

            out[(size_t)i * channels + c] = (uint8_t)((a[at] + a[next] + b[at] + b[next] + 2) >> 2);
        }
    }
    for (uint32_t c = 0; c < channels && n % 2; c++) {
        size_t at = (size_t)(n - 1) * channels + c;

        out[(size_t)pairs * channels + c] = (uint8_t)((a[at] + b[at] + 1) >> 1);
    }
}

void halve_rows_plain(const uint8_t *a, const uint8_t *b, uint8_t *out, uint32_t n,
                      uint32_t channels)
{
    halve_from(a, b, out, n, channels, 0);
}

#if defined(__x86_64__)

/* Which bytes of a vector become neighbours, to be added in pairs; for 1 to 4 channels. With 3 only
 * 12 bytes are whole pairs; the rest is written too and overwritten by the next step. */
static const uint8_t neighbours[5][16] = {
    { 0 },
    { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
    { 0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15 },
    { 0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11, 12, 12, 12, 12 },
    { 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15 },
};

/* Gives how many pixel pairs it did. */
__attribute__((target("ssse3"))) static uint32_t halve_ssse3(const uint8_t *a, const uint8_t *b,
                                                             uint8_t *out, uint32_t n,
                                                             uint32_t channels)
{
    const __m128i order = _mm_loadu_si128((const __m128i *)neighbours[channels]);
    const __m128i ones = _mm_set1_epi8(1), half = _mm_set1_epi16(2);
    uint32_t step = channels == 3 ? 12 : 16, pairs_a_step = step / (2 * channels), done = 0;
    size_t in_bytes = (size_t)n * channels, at = 0;

    for (; at + 16 <= in_bytes && 2 * (done + pairs_a_step + 1) <= n; at += step) {
        __m128i top = _mm_loadu_si128((const __m128i *)(a + at));
        __m128i below = _mm_loadu_si128((const __m128i *)(b + at));
        __m128i sum = _mm_add_epi16(_mm_maddubs_epi16(_mm_shuffle_epi8(top, order), ones),
                                    _mm_maddubs_epi16(_mm_shuffle_epi8(below, order), ones));
        __m128i mean = _mm_srli_epi16(_mm_add_epi16(sum, half), 2);

        _mm_storel_epi64((__m128i *)(out + at / 2), _mm_packus_epi16(mean, mean));
        done += pairs_a_step;
    }
    return done;
}

/* One channel, 32 samples at a time; gives how many pairs it did. */
__attribute__((target("avx2"))) static uint32_t halve_avx2(const uint8_t *a, const uint8_t *b,
                                                           uint8_t *out, uint32_t n)
{
    const __m256i ones = _mm256_set1_epi8(1), half = _mm256_set1_epi16(2);
    uint32_t at = 0;

    for (; at + 32 <= n; at += 32) {
        __m256i top = _mm256_loadu_si256((const __m256i *)(const void *)(a + at));
        __m256i below = _mm256_loadu_si256((const __m256i *)(const void *)(b + at));
        __m256i sum =
            _mm256_add_epi16(_mm256_maddubs_epi16(top, ones), _mm256_maddubs_epi16(below, ones));
        __m256i mean = _mm256_srli_epi16(_mm256_add_epi16(sum, half), 2);
        __m256i bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(mean, mean), 0x08);

        _mm_storeu_si128((__m128i *)(void *)(out + at / 2), _mm256_castsi256_si128(bytes));
    }
    return at / 2;
}

#endif

void halve_rows(const uint8_t *a, const uint8_t *b, uint8_t *out, uint32_t n, uint32_t channels)
{
    uint32_t done = 0;

#if defined(__x86_64__)
    if (channels == 1 && PROCESSOR_HAS(AVX2)) {
        done = halve_avx2(a, b, out, n);
    } else if (channels <= 4 && PROCESSOR_HAS(SSSE3)) {
        done = halve_ssse3(a, b, out, n, channels);
    }
#endif
    halve_from(a, b, out, n, channels, done);
}
