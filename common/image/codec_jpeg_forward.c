#include "image/codec_jpeg_forward.h"

#include "image/codec_jpeg_forward_constants.h"
#include "image/processor.h"

const uint8_t forward_zigzag[64] = {
    0,  1,  5,  6,  14, 15, 27, 28, 2,  4,  7,  13, 16, 26, 29, 42, 3,  8,  12, 17, 25, 30,
    41, 43, 9,  11, 18, 24, 31, 40, 44, 53, 10, 19, 23, 32, 39, 45, 52, 54, 20, 22, 33, 38,
    46, 51, 55, 60, 21, 34, 37, 47, 50, 56, 59, 61, 35, 36, 48, 49, 57, 58, 62, 63,
};

void forward_ordered(const int16_t natural[64], uint64_t present, struct forward_block *out)
{
    out->values[0] = natural[0]; /* of use also where it is 0 */
    out->present = 0;
    for (; present; present &= present - 1) {
        uint32_t at = (uint32_t)__builtin_ctzll(present), k = forward_zigzag[at];

        out->values[k] = natural[at];
        out->present |= (uint64_t)1 << k;
    }
}

void forward_table_make(struct forward_table *table, const uint8_t steps[64])
{
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t step = steps[i];
        /* Of the largest power of 2 below step: the reciprocal has 16 bits, its top one set. */
        int log2 = step == 1 ? -1 : 31 - __builtin_clz(step - 1);

        /* Exact for numerators of 15 bits: their product with the error is less than a unit. */
        table->half[i] = (uint16_t)(4 * step);
        table->factor[i] = (uint16_t)(((1u << (16 + log2)) + step - 1) / step);
        table->scale[i] = (uint16_t)(1u << (13 - log2));
    }
}

/* Sums and differences of a line's ends, towards its middle; then the even half and the odd one. */
struct butterflies {
    int32_t sum[4], difference[4];
};

static inline struct butterflies butterflies_of(const int32_t *in, uint32_t step)
{
    struct butterflies out;

    for (uint32_t i = 0; i < 4; i++) {
        out.sum[i] = in[i * step] + in[(7 - i) * step];
        out.difference[i] = in[i * step] - in[(7 - i) * step];
    }
    return out;
}

static inline void odd_half(const int32_t d[4], int32_t out[4])
{
    int32_t a = d[3] + d[1], b = d[2] + d[0]; /* T.81 has no names for them, nor has the paper */
    int32_t cross_a = a * CROSS_AA + b * CROSS_AB, cross_b = a * CROSS_AB + b * CROSS_BB;

    out[0] = d[3] * FIRST_NEAR + d[0] * FIRST_FAR + cross_b;
    out[1] = d[2] * THIRD_FAR + d[1] * THIRD_NEAR + cross_a;
    out[2] = d[2] * FIFTH_NEAR + d[1] * FIFTH_FAR + cross_b;
    out[3] = d[3] * SEVENTH_NEAR + d[0] * SEVENTH_FAR + cross_a;
}

static inline int32_t rounded(int32_t value, int shift)
{
    return (value + (1 << (shift - 1))) >> shift;
}

/* One line, in place. The first pass leaves FIRST_BITS fraction bits, the second takes them out. */
static inline void line(int32_t *at, uint32_t step, bool first)
{
    struct butterflies b = butterflies_of(at, step);
    int32_t outer = b.sum[0] + b.sum[3], inner = b.sum[1] + b.sum[2];
    int32_t c = b.sum[0] - b.sum[3], d = b.sum[1] - b.sum[2], odd[4];
    int shift = first ? SHIFT_FIRST : SHIFT_SECOND;

    at[0] = first ? (outer + inner) * (1 << FIRST_BITS) : rounded(outer + inner, FIRST_BITS);
    at[4 * step] = first ? (outer - inner) * (1 << FIRST_BITS) : rounded(outer - inner, FIRST_BITS);
    at[2 * step] = rounded(c * SECOND_NEAR + d * SECOND_FAR, shift);
    at[6 * step] = rounded(c * SIXTH_NEAR + d * SIXTH_FAR, shift);
    odd_half(b.difference, odd);
    for (uint32_t i = 0; i < 4; i++) {
        at[(2 * i + 1) * step] = rounded(odd[i], shift);
    }
}

static void one_block(const uint8_t *const *rows, size_t column, const struct forward_table *table,
                      struct forward_block *out)
{
    int32_t at[64];
    int16_t values[64];
    uint64_t present = 0;

    for (uint32_t i = 0; i < 64; i++) {
        at[i] = rows[i / 8][column + i % 8] - 128;
    }
    for (uint32_t y = 0; y < 8; y++) {
        line(at + 8 * y, 1, true);
    }
    for (uint32_t x = 0; x < 8; x++) {
        line(at + x, 8, false);
    }
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t size = (uint32_t)(at[i] < 0 ? -at[i] : at[i]) + table->half[i];
        int32_t value = (int32_t)((size * table->factor[i] >> 16) * table->scale[i] >> 16);

        values[i] = (int16_t)(at[i] < 0 ? -value : value);
        present |= (uint64_t)(value != 0) << i;
    }
    forward_ordered(values, present, out);
}

static void pair_plain(const uint8_t *const *rows, size_t first, size_t second,
                       const struct forward_table *table, struct forward_block out[2])
{
    one_block(rows, first, table, &out[0]);
    one_block(rows, second, table, &out[1]);
}

const struct forward_ops forward_plain = { "plain C", processor_any, pair_plain };

/* Fastest first. */
static const struct forward_ops *const all[] = {
#if defined(__x86_64__)
    &forward_avx2,
    &forward_sse2,
#endif
    &forward_plain,
};

const struct forward_ops *forward_at(size_t index)
{
    return index < ARRAY_LEN(all) ? all[index] : NULL;
}

const struct forward_ops *forward_best(void)
{
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (all[i]->usable()) {
            return all[i];
        }
    }
    return &forward_plain;
}
