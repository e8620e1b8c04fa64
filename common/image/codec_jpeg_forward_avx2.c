/* The forward DCT with AVX2: two blocks at a time, one in each half of the registers. */
#if defined(__x86_64__)

#include <immintrin.h>

#include "image/codec_jpeg_forward.h"
#include "image/processor.h"

#define VEC        __m256i
#define TARGET     __attribute__((target("avx2")))
#define OP(name)   _mm256_##name
#define BITS(name) _mm256_##name##_si256

/* Both blocks have the same table. */
TARGET static inline __m256i table_row(const uint16_t *table, int row)
{
    return _mm256_broadcastsi128_si256(
        _mm_load_si128((const __m128i *)(const void *)(table + 8 * row)));
}

#include "image/codec_jpeg_forward_x86.h"

/* Where zigzag's eights find their values: for each of the eight and each row of a block, the bytes
 * of the row that come into it, 128 for those of other rows. */
#define BYTES(row, at)                                                                             \
    ((at) / 8 == (row) ? 2 * ((at) % 8) : 128), ((at) / 8 == (row) ? 2 * ((at) % 8) + 1 : 128)
#define FROM_ROW(row, a, b, c, d, e, f, g, h)                                                      \
    {                                                                                              \
        BYTES(row, a), BYTES(row, b), BYTES(row, c), BYTES(row, d), BYTES(row, e), BYTES(row, f),  \
            BYTES(row, g), BYTES(row, h)                                                           \
    }
#define EIGHT(...)                                                                                 \
    {                                                                                              \
        FROM_ROW(0, __VA_ARGS__), FROM_ROW(1, __VA_ARGS__), FROM_ROW(2, __VA_ARGS__),              \
            FROM_ROW(3, __VA_ARGS__), FROM_ROW(4, __VA_ARGS__), FROM_ROW(5, __VA_ARGS__),          \
            FROM_ROW(6, __VA_ARGS__), FROM_ROW(7, __VA_ARGS__)                                     \
    }
_Alignas(16) static const uint8_t eights[8][8][16] = {
    EIGHT(0, 1, 8, 16, 9, 2, 3, 10),       EIGHT(17, 24, 32, 25, 18, 11, 4, 5),
    EIGHT(12, 19, 26, 33, 40, 48, 41, 34), EIGHT(27, 20, 13, 6, 7, 14, 21, 28),
    EIGHT(35, 42, 49, 56, 57, 50, 43, 36), EIGHT(29, 22, 15, 23, 30, 37, 44, 51),
    EIGHT(58, 59, 52, 45, 38, 31, 39, 46), EIGHT(53, 60, 61, 54, 47, 55, 62, 63),
};

/* One of zigzag's eights, which has values of rows first to last. */
TARGET static inline __m256i eight(const __m256i v[8], int which, int first, int last)
{
    __m256i out = _mm256_setzero_si256();

#pragma GCC unroll 8
    for (int row = first; row <= last; row++) {
        __m256i bytes = _mm256_broadcastsi128_si256(
            _mm_load_si128((const __m128i *)(const void *)eights[which][row]));

        out = _mm256_or_si256(out, _mm256_shuffle_epi8(v[row], bytes));
    }
    return out;
}

/* Both blocks, each from its half. */
TARGET static inline void store(const __m256i in[8], struct forward_block out[2])
{
    out[0].present = out[1].present = 0;
    for (int i = 0; i < 8; i += 2) {
        uint32_t present = ~zeros(in[i], in[i + 1]);

        for (int k = i; k < i + 2; k++) {
            _mm_store_si128((__m128i *)(void *)(out[0].values + 8 * k),
                            _mm256_castsi256_si128(in[k]));
            _mm_store_si128((__m128i *)(void *)(out[1].values + 8 * k),
                            _mm256_extracti128_si256(in[k], 1));
        }
        out[0].present |= (uint64_t)(present & 0xffff) << (8 * i);
        out[1].present |= (uint64_t)(present >> 16) << (8 * i);
    }
}

TARGET static void pair_avx2(const uint8_t *const *rows, size_t first, size_t second,
                             const struct forward_table *table, struct forward_block out[2])
{
    __m256i v[8], ordered[8];

    for (int i = 0; i < 8; i++) {
        __m128i a = _mm_loadl_epi64((const __m128i *)(const void *)(rows[i] + first));
        __m128i b = _mm_loadl_epi64((const __m128i *)(const void *)(rows[i] + second));

        v[i] = _mm256_sub_epi16(_mm256_cvtepu8_epi16(_mm_unpacklo_epi64(a, b)),
                                _mm256_set1_epi16(128));
    }
    transformed(v, table);
    ordered[0] = eight(v, 0, 0, 2);
    ordered[1] = eight(v, 1, 0, 4);
    ordered[2] = eight(v, 2, 1, 6);
    ordered[3] = eight(v, 3, 0, 3);
    ordered[4] = eight(v, 4, 4, 7);
    ordered[5] = eight(v, 5, 1, 6);
    ordered[6] = eight(v, 6, 3, 7);
    ordered[7] = eight(v, 7, 5, 7);
    store(ordered, out);
}

const struct forward_ops forward_avx2 = { "AVX2", processor_has_avx2, pair_avx2 };

#endif
