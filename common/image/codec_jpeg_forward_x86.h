/*
 * The body of codec_jpeg_forward_sse2.c and codec_jpeg_forward_avx2.c: eight lanes of 16 bits are
 * one line of a block, and AVX2 has a second block in its upper half. The includer defines VEC,
 * TARGET, MM(name) for the intrinsics whose names differ by their prefix alone, and BITS(name) for
 * those that end in their width as well.
 */
#include "image/codec_jpeg_forward_constants.h"

/* 8 by 8, in place. */
TARGET static inline void transpose(VEC v[8])
{
    VEC a[8], b[8];

    for (int i = 0; i < 4; i++) {
        a[2 * i] = MM(unpacklo_epi16)(v[i], v[i + 4]);
        a[2 * i + 1] = MM(unpackhi_epi16)(v[i], v[i + 4]);
    }
    for (int i = 0; i < 4; i++) {
        b[2 * i] = MM(unpacklo_epi16)(a[i], a[i + 4]);
        b[2 * i + 1] = MM(unpackhi_epi16)(a[i], a[i + 4]);
    }
    for (int i = 0; i < 4; i++) {
        v[2 * i] = MM(unpacklo_epi16)(b[i], b[i + 4]);
        v[2 * i + 1] = MM(unpackhi_epi16)(b[i], b[i + 4]);
    }
}

/* Factors for pairs of lanes. */
TARGET static inline VEC two(int first, int second)
{
    return MM(set1_epi32)((int)((uint32_t)(uint16_t)first | (uint32_t)second << 16));
}

/* The lanes of two vectors side by side, as sums of 32 bits. */
struct wide {
    VEC low, high;
};

TARGET static inline struct wide weighed(struct wide pairs, VEC factors)
{
    return (struct wide){ MM(madd_epi16)(pairs.low, factors), MM(madd_epi16)(pairs.high, factors) };
}

TARGET static inline struct wide pairs_of(VEC a, VEC b)
{
    return (struct wide){ MM(unpacklo_epi16)(a, b), MM(unpackhi_epi16)(a, b) };
}

TARGET static inline struct wide sum_of(struct wide a, struct wide b)
{
    return (struct wide){ MM(add_epi32)(a.low, b.low), MM(add_epi32)(a.high, b.high) };
}

TARGET static inline VEC narrowed(struct wide sum, int shift)
{
    VEC half = MM(set1_epi32)(1 << (shift - 1));

    return MM(packs_epi32)(MM(srai_epi32)(MM(add_epi32)(sum.low, half), shift),
                           MM(srai_epi32)(MM(add_epi32)(sum.high, half), shift));
}

TARGET static inline void odd_lines(const VEC d[4], VEC v[8], int shift)
{
    struct wide cross = pairs_of(MM(add_epi16)(d[3], d[1]), MM(add_epi16)(d[2], d[0]));
    struct wide a = weighed(cross, two(CROSS_AA, CROSS_AB));
    struct wide b = weighed(cross, two(CROSS_AB, CROSS_BB));
    struct wide ends = pairs_of(d[3], d[0]), middle = pairs_of(d[2], d[1]);

    v[1] = narrowed(sum_of(weighed(ends, two(FIRST_NEAR, FIRST_FAR)), b), shift);
    v[3] = narrowed(sum_of(weighed(middle, two(THIRD_FAR, THIRD_NEAR)), a), shift);
    v[5] = narrowed(sum_of(weighed(middle, two(FIFTH_NEAR, FIFTH_FAR)), b), shift);
    v[7] = narrowed(sum_of(weighed(ends, two(SEVENTH_NEAR, SEVENTH_FAR)), a), shift);
}

/* Eight lines at once: v[i] holds sample i of each. The sums stay within 16 bits. */
TARGET static inline void lines(VEC v[8], bool first)
{
    const int shift = first ? SHIFT_FIRST : SHIFT_SECOND;
    VEC sum[4], difference[4], outer, inner;
    struct wide pairs;

    for (int i = 0; i < 4; i++) {
        sum[i] = MM(add_epi16)(v[i], v[7 - i]);
        difference[i] = MM(sub_epi16)(v[i], v[7 - i]);
    }
    outer = MM(add_epi16)(sum[0], sum[3]);
    inner = MM(add_epi16)(sum[1], sum[2]);
    pairs = pairs_of(MM(sub_epi16)(sum[0], sum[3]), MM(sub_epi16)(sum[1], sum[2]));
    v[0] = MM(add_epi16)(outer, inner);
    v[4] = MM(sub_epi16)(outer, inner);
    for (int i = 0; i < 8; i += 4) {
        v[i] = first ? MM(slli_epi16)(v[i], FIRST_BITS)
                     : MM(srai_epi16)(MM(add_epi16)(v[i], MM(set1_epi16)(1 << (FIRST_BITS - 1))),
                                      FIRST_BITS);
    }
    v[2] = narrowed(weighed(pairs, two(SECOND_NEAR, SECOND_FAR)), shift);
    v[6] = narrowed(weighed(pairs, two(SIXTH_NEAR, SIXTH_FAR)), shift);
    odd_lines(difference, v, shift);
}

TARGET static inline VEC quantised(VEC v, const struct forward_table *table, int row)
{
    VEC sign = MM(srai_epi16)(v, 15);
    VEC size = MM(sub_epi16)(BITS(xor)(v, sign), sign);

    size = MM(add_epi16)(size, table_row(table->half, row));
    size = MM(mulhi_epu16)(size, table_row(table->factor, row));
    size = MM(mulhi_epu16)(size, table_row(table->scale, row));
    return MM(sub_epi16)(BITS(xor)(size, sign), sign);
}

/* v: eight rows of level-shifted samples; on return quantised coefficients. */
TARGET static inline void transformed(VEC v[8], const struct forward_table *table)
{
    transpose(v);
    lines(v, true);
    transpose(v);
    lines(v, false);
    for (int i = 0; i < 8; i++) {
        v[i] = quantised(v[i], table, i);
    }
}

/* One bit a byte that is 0, of two rows. */
TARGET static inline uint32_t zeros(VEC a, VEC b)
{
    VEC none = BITS(xor)(a, a);

    return (uint32_t)MM(movemask_epi8)(
        MM(packs_epi16)(MM(cmpeq_epi16)(a, none), MM(cmpeq_epi16)(b, none)));
}
