#include "image/apart.h"

#if defined(__x86_64__)
#include <tmmintrin.h>

#include "image/processor.h"
#endif

void channels_apart_plain(const uint8_t *in, size_t channels, size_t n, uint8_t *const *out)
{
    for (size_t c = 0; c < channels; c++) {
        for (size_t i = 0; i < n; i++) {
            out[c][i] = in[i * channels + c];
        }
    }
}

#if defined(__x86_64__)

/* Where 16 samples of a channel lie in three vectors of 16 bytes; 128: in another one of them. */
#define AT(channel, vector, i)                                                                     \
    ((3 * (i) + (channel)) / 16 == (vector) ? (3 * (i) + (channel)) % 16 : 128)
#define FROM(channel, vector)                                                                      \
    {                                                                                              \
        AT(channel, vector, 0), AT(channel, vector, 1), AT(channel, vector, 2),                    \
            AT(channel, vector, 3), AT(channel, vector, 4), AT(channel, vector, 5),                \
            AT(channel, vector, 6), AT(channel, vector, 7), AT(channel, vector, 8),                \
            AT(channel, vector, 9), AT(channel, vector, 10), AT(channel, vector, 11),              \
            AT(channel, vector, 12), AT(channel, vector, 13), AT(channel, vector, 14),             \
            AT(channel, vector, 15)                                                                \
    }
_Alignas(16) static const uint8_t places[3][3][16] = { { FROM(0, 0), FROM(0, 1), FROM(0, 2) },
                                                       { FROM(1, 0), FROM(1, 1), FROM(1, 2) },
                                                       { FROM(2, 0), FROM(2, 1), FROM(2, 2) } };

__attribute__((target("ssse3"))) static inline void pick(const __m128i in[3], size_t channel,
                                                         uint8_t *out)
{
    __m128i sum = _mm_setzero_si128();

    for (size_t v = 0; v < 3; v++) {
        __m128i order = _mm_load_si128((const __m128i *)(const void *)places[channel][v]);

        sum = _mm_or_si128(sum, _mm_shuffle_epi8(in[v], order));
    }
    _mm_storeu_si128((__m128i *)(void *)out, sum);
}

/* Gives how many pixels it did. */
__attribute__((target("ssse3"))) static size_t apart_ssse3(const uint8_t *rgb, uint8_t *red,
                                                           uint8_t *green, uint8_t *blue, size_t n)
{
    size_t i = 0;

    for (; i + 16 <= n; i += 16, rgb += 48) {
        const __m128i in[3] = { _mm_loadu_si128((const __m128i *)(const void *)rgb),
                                _mm_loadu_si128((const __m128i *)(const void *)(rgb + 16)),
                                _mm_loadu_si128((const __m128i *)(const void *)(rgb + 32)) };

        pick(in, 0, red + i);
        pick(in, 1, green + i);
        pick(in, 2, blue + i);
    }
    return i;
}

/* The same of four channels: first within vectors, then across them. */
__attribute__((target("ssse3"))) static size_t four_apart_ssse3(const uint8_t *in, size_t n,
                                                                uint8_t *const *out)
{
    const __m128i order = _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    size_t i = 0;

    for (; i + 16 <= n; i += 16, in += 64) {
        __m128i v[4], low[2], high[2];

        for (size_t k = 0; k < 4; k++) {
            v[k] = _mm_loadu_si128((const __m128i *)(const void *)(in + 16 * k));
            v[k] = _mm_shuffle_epi8(v[k], order);
        }
        for (size_t k = 0; k < 2; k++) {
            low[k] = _mm_unpacklo_epi32(v[2 * k], v[2 * k + 1]);
            high[k] = _mm_unpackhi_epi32(v[2 * k], v[2 * k + 1]);
        }
        _mm_storeu_si128((__m128i *)(void *)(out[0] + i), _mm_unpacklo_epi64(low[0], low[1]));
        _mm_storeu_si128((__m128i *)(void *)(out[1] + i), _mm_unpackhi_epi64(low[0], low[1]));
        _mm_storeu_si128((__m128i *)(void *)(out[2] + i), _mm_unpacklo_epi64(high[0], high[1]));
        _mm_storeu_si128((__m128i *)(void *)(out[3] + i), _mm_unpackhi_epi64(high[0], high[1]));
    }
    return i;
}

#endif

void rgb_apart(const uint8_t *rgb, uint8_t *red, uint8_t *green, uint8_t *blue, size_t n)
{
    size_t done = 0;

#if defined(__x86_64__)
    if (PROCESSOR_HAS(SSSE3)) {
        done = apart_ssse3(rgb, red, green, blue, n);
    }
#endif
    channels_apart_plain(rgb + 3 * done, 3, n - done,
                         (uint8_t *const[]){ red + done, green + done, blue + done });
}

void channels_apart(const uint8_t *in, size_t channels, size_t n, uint8_t *const *out)
{
    uint8_t *rest[4];
    size_t done = 0;

    if (channels == 3) {
        rgb_apart(in, out[0], out[1], out[2], n);
        return;
    }
#if defined(__x86_64__)
    if (channels == 4 && PROCESSOR_HAS(SSSE3)) {
        done = four_apart_ssse3(in, n, out);
    }
#endif
    for (size_t c = 0; c < channels; c++) {
        rest[c] = out[c] + done;
    }
    channels_apart_plain(in + channels * done, channels, n - done, rest);
}
