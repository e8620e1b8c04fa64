/*
 * The body of codec_jpeg_forward_sse2.c and codec_jpeg_forward_avx2.c: eight lanes of 16 bits are
 * one line of a block, and AVX2 has a second block in its upper half. The includer defines VEC,
 * TARGET, OP(name) for the intrinsics whose names differ by their prefix alone, and BITS(name) for
 * those that end in their width as well.
 */
#include "image/codec_jpeg_forward_constants.h"
#include "image/codec_jpeg_x86.h"

/* The lanes of two vectors side by side, as sums of 32 bits. */
struct wide {
    VEC low, high;
};

INLINE struct wide weighed(struct wide pairs, VEC factors)
{
    return (struct wide){ OP(madd_epi16)(pairs.low, factors), OP(madd_epi16)(pairs.high, factors) };
}

INLINE struct wide pairs_of(VEC a, VEC b)
{
    return (struct wide){ OP(unpacklo_epi16)(a, b), OP(unpackhi_epi16)(a, b) };
}

INLINE struct wide sum_of(struct wide a, struct wide b)
{
    return (struct wide){ OP(add_epi32)(a.low, b.low), OP(add_epi32)(a.high, b.high) };
}

INLINE VEC narrowed(struct wide sum, int shift)
{
    VEC half = OP(set1_epi32)(1 << (shift - 1));

    return OP(packs_epi32)(OP(srai_epi32)(OP(add_epi32)(sum.low, half), shift),
                           OP(srai_epi32)(OP(add_epi32)(sum.high, half), shift));
}

INLINE void odd_lines(const VEC d[4], VEC v[8], int shift)
{
    struct wide cross = pairs_of(OP(add_epi16)(d[3], d[1]), OP(add_epi16)(d[2], d[0]));
    struct wide a = weighed(cross, weights(CROSS_AA, CROSS_AB));
    struct wide b = weighed(cross, weights(CROSS_AB, CROSS_BB));
    struct wide ends = pairs_of(d[3], d[0]), middle = pairs_of(d[2], d[1]);

    v[1] = narrowed(sum_of(weighed(ends, weights(FIRST_NEAR, FIRST_FAR)), b), shift);
    v[3] = narrowed(sum_of(weighed(middle, weights(THIRD_FAR, THIRD_NEAR)), a), shift);
    v[5] = narrowed(sum_of(weighed(middle, weights(FIFTH_NEAR, FIFTH_FAR)), b), shift);
    v[7] = narrowed(sum_of(weighed(ends, weights(SEVENTH_NEAR, SEVENTH_FAR)), a), shift);
}

/* Eight lines at once: v[i] holds sample i of each. The sums stay within 16 bits. */
INLINE void lines(VEC v[8], bool first)
{
    const int shift = first ? SHIFT_FIRST : SHIFT_SECOND;
    VEC sum[4], difference[4], outer, inner;
    struct wide pairs;

    for (int i = 0; i < 4; i++) {
        sum[i] = OP(add_epi16)(v[i], v[7 - i]);
        difference[i] = OP(sub_epi16)(v[i], v[7 - i]);
    }
    outer = OP(add_epi16)(sum[0], sum[3]);
    inner = OP(add_epi16)(sum[1], sum[2]);
    pairs = pairs_of(OP(sub_epi16)(sum[0], sum[3]), OP(sub_epi16)(sum[1], sum[2]));
    v[0] = OP(add_epi16)(outer, inner);
    v[4] = OP(sub_epi16)(outer, inner);
    for (int i = 0; i < 8; i += 4) {
        v[i] = first ? OP(slli_epi16)(v[i], FIRST_BITS)
                     : OP(srai_epi16)(OP(add_epi16)(v[i], OP(set1_epi16)(1 << (FIRST_BITS - 1))),
                                      FIRST_BITS);
    }
    v[2] = narrowed(weighed(pairs, weights(SECOND_NEAR, SECOND_FAR)), shift);
    v[6] = narrowed(weighed(pairs, weights(SIXTH_NEAR, SIXTH_FAR)), shift);
    odd_lines(difference, v, shift);
}

INLINE VEC quantised(VEC v, const struct forward_table *table, int row)
{
    VEC sign = OP(srai_epi16)(v, 15);
    VEC size = OP(sub_epi16)(BITS(xor)(v, sign), sign);

    size = OP(add_epi16)(size, table_row(table->half, row));
    size = OP(mulhi_epu16)(size, table_row(table->factor, row));
    size = OP(mulhi_epu16)(size, table_row(table->scale, row));
    return OP(sub_epi16)(BITS(xor)(size, sign), sign);
}

/* v: eight rows of level-shifted samples; on return quantised coefficients. */
INLINE void transformed(VEC v[8], const struct forward_table *table)
{
    transpose_8(v);
    lines(v, true);
    transpose_8(v);
    lines(v, false);
    for (int i = 0; i < 8; i++) {
        v[i] = quantised(v[i], table, i);
    }
}

/* One bit a byte that is 0, of two rows. */
INLINE uint32_t zeros(VEC a, VEC b)
{
    VEC none = BITS(xor)(a, a);

    return (uint32_t)OP(movemask_epi8)(
        OP(packs_epi16)(OP(cmpeq_epi16)(a, none), OP(cmpeq_epi16)(b, none)));
}
