/* The forward DCT with SSE2, which every x86-64 has: a block at a time. */
#if defined(__x86_64__)

#include <emmintrin.h>

#include "image/codec_jpeg_forward.h"
#include "image/processor.h"

#define VEC __m128i
#define TARGET
#define OP(name)   _mm_##name
#define BITS(name) _mm_##name##_si128

static inline __m128i table_row(const uint16_t *table, int row)
{
    return _mm_load_si128((const __m128i *)(const void *)(table + 8 * row));
}

#include "image/codec_jpeg_forward_x86.h"

static inline void one_block(const uint8_t *const *rows, size_t column,
                             const struct forward_table *table, struct forward_block *out)
{
    _Alignas(16) int16_t values[64];
    uint64_t present = 0;
    __m128i v[8];

    for (int i = 0; i < 8; i++) {
        __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)(rows[i] + column));

        v[i] = _mm_sub_epi16(_mm_unpacklo_epi8(bytes, _mm_setzero_si128()), _mm_set1_epi16(128));
    }
    transformed(v, table);
    for (int i = 0; i < 8; i += 2) {
        _mm_store_si128((__m128i *)(void *)(values + 8 * i), v[i]);
        _mm_store_si128((__m128i *)(void *)(values + 8 * i + 8), v[i + 1]);
        present |= (uint64_t)(~zeros(v[i], v[i + 1]) & 0xffff) << (8 * i);
    }
    forward_ordered(values, present, out);
}

static void pair_sse2(const uint8_t *const *rows, size_t first, size_t second,
                      const struct forward_table *table, struct forward_block out[2])
{
    one_block(rows, first, table, &out[0]);
    one_block(rows, second, table, &out[1]);
}

const struct forward_ops forward_sse2 = { "SSE2", processor_any, pair_sse2 };

#endif
