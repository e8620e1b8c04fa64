/*
 * The vector code of codec_jpeg_idct.h, once for each width: who includes this has defined VEC (a
 * vector of one or two blocks' lines), OP(name) (its intrinsic) and TARGET (the function's
 * attribute). Nothing here crosses the 128 bits of a block.
 */

#include "image/codec_jpeg_x86.h"

/* From 16 to 32 bits, times 1 << IDCT_FRACTION. */
INLINE VEC widened(VEC high_half, int shift)
{
    return OP(add_epi32)(OP(srai_epi32)(high_half, 16 - IDCT_FRACTION),
                         OP(set1_epi32)(1 << (shift - 1)));
}

/* Half of the lines: pairs as they are interleaved, two of them of a value behind a zero. */
struct half_lines {
    VEC v0_add_v4, v0_less_v4, v2_v6, v7_v1, v5_v3, z3_z4;
};

/* 32-bit outputs; each sum has got the half that rounds it. */
INLINE void half_outputs(const struct half_lines *in, int shift, VEC out[8])
{
    VEC add = widened(in->v0_add_v4, shift), less = widened(in->v0_less_v4, shift);
    VEC low = OP(madd_epi16)(in->v2_v6, weights(IDCT_0_541, IDCT_0_541 - IDCT_1_847));
    VEC high = OP(madd_epi16)(in->v2_v6, weights(IDCT_0_541 + IDCT_0_765, IDCT_0_541));
    VEC z3 = OP(madd_epi16)(in->z3_z4, weights(IDCT_1_175 - IDCT_1_961, IDCT_1_175));
    VEC z4 = OP(madd_epi16)(in->z3_z4, weights(IDCT_1_175, IDCT_1_175 - IDCT_0_390));
    VEC even[4] = { OP(add_epi32)(add, high), OP(add_epi32)(less, low), OP(sub_epi32)(less, low),
                    OP(sub_epi32)(add, high) };
    VEC odd[4] = {
        OP(madd_epi16)(in->v7_v1, weights(-IDCT_0_899, IDCT_1_501 - IDCT_0_899)),
        OP(madd_epi16)(in->v5_v3, weights(-IDCT_2_562, IDCT_3_072 - IDCT_2_562)),
        OP(madd_epi16)(in->v5_v3, weights(IDCT_2_053 - IDCT_2_562, -IDCT_2_562)),
        OP(madd_epi16)(in->v7_v1, weights(IDCT_0_298 - IDCT_0_899, -IDCT_0_899)),
    };

    for (size_t i = 0; i < 4; i++) {
        odd[i] = OP(add_epi32)(odd[i], i == 0 || i == 2 ? z4 : z3);
        out[i] = OP(srai_epi32)(OP(add_epi32)(even[i], odd[i]), shift);
        out[7 - i] = OP(srai_epi32)(OP(sub_epi32)(even[i], odd[i]), shift);
    }
}

/* v[i] holds value i of eight lines (of each block), before and after. */
INLINE void lines_8(VEC v[8], int shift)
{
    const VEC zero = OP(set1_epi16)(0);
    VEC add = OP(add_epi16)(v[0], v[4]), less = OP(sub_epi16)(v[0], v[4]);
    VEC z3 = OP(add_epi16)(v[7], v[3]), z4 = OP(add_epi16)(v[5], v[1]);
    struct half_lines left = {
        OP(unpacklo_epi16)(zero, add),  OP(unpacklo_epi16)(zero, less),
        OP(unpacklo_epi16)(v[2], v[6]), OP(unpacklo_epi16)(v[7], v[1]),
        OP(unpacklo_epi16)(v[5], v[3]), OP(unpacklo_epi16)(z3, z4),
    };
    struct half_lines right = {
        OP(unpackhi_epi16)(zero, add),  OP(unpackhi_epi16)(zero, less),
        OP(unpackhi_epi16)(v[2], v[6]), OP(unpackhi_epi16)(v[7], v[1]),
        OP(unpackhi_epi16)(v[5], v[3]), OP(unpackhi_epi16)(z3, z4),
    };
    VEC a[8], b[8];

    half_outputs(&left, shift, a);
    half_outputs(&right, shift, b);
    for (size_t i = 0; i < 8; i++) {
        v[i] = OP(packs_epi32)(a[i], b[i]);
    }
}

/* Columns of samples around 0 to rows of bytes around 128: rows 0 and 1 in out[0] and so on. */
INLINE void bytes_8(const VEC v[8], VEC out[4])
{
    VEC a = OP(packs_epi16)(v[0], v[4]), b = OP(packs_epi16)(v[1], v[5]);
    VEC c = OP(packs_epi16)(v[2], v[6]), d = OP(packs_epi16)(v[3], v[7]);
    VEC ab_left = OP(unpacklo_epi8)(a, b), ab_right = OP(unpackhi_epi8)(a, b);
    VEC cd_left = OP(unpacklo_epi8)(c, d), cd_right = OP(unpackhi_epi8)(c, d);
    VEC top_left = OP(unpacklo_epi16)(ab_left, cd_left);
    VEC top_right = OP(unpacklo_epi16)(ab_right, cd_right);
    VEC low_left = OP(unpackhi_epi16)(ab_left, cd_left);
    VEC low_right = OP(unpackhi_epi16)(ab_right, cd_right);

    out[0] = OP(unpacklo_epi32)(top_left, top_right);
    out[1] = OP(unpackhi_epi32)(top_left, top_right);
    out[2] = OP(unpacklo_epi32)(low_left, low_right);
    out[3] = OP(unpackhi_epi32)(low_left, low_right);
    for (size_t i = 0; i < 4; i++) {
        out[i] = OP(add_epi8)(out[i], OP(set1_epi8)(-128));
    }
}

/* Four lines of four: ac and bd hold their first and third, second and fourth values in pairs. */
INLINE void lines_4(VEC ac, VEC bd, int shift, VEC out[4])
{
    const VEC half = OP(set1_epi32)(1 << (shift - 1));
    VEC even = OP(add_epi32)(OP(madd_epi16)(ac, weights(IDCT4_ONE, IDCT4_ONE)), half);
    VEC odd = OP(add_epi32)(OP(madd_epi16)(ac, weights(IDCT4_ONE, -IDCT4_ONE)), half);
    VEC outer = OP(madd_epi16)(bd, weights(IDCT4_COS_8, IDCT4_SIN_8));
    VEC inner = OP(madd_epi16)(bd, weights(IDCT4_SIN_8, -IDCT4_COS_8));

    out[0] = OP(srai_epi32)(OP(add_epi32)(even, outer), shift);
    out[1] = OP(srai_epi32)(OP(add_epi32)(odd, inner), shift);
    out[2] = OP(srai_epi32)(OP(sub_epi32)(odd, inner), shift);
    out[3] = OP(srai_epi32)(OP(sub_epi32)(even, outer), shift);
}

/* ab: rows 0 and 1 of a dequantised block, cd: 2 and 3. To four rows of four bytes. */
INLINE VEC block_4(VEC ab, VEC cd)
{
    VEC line[4], top, bottom, left, right, even, odd;

    /* Columns: lanes are x. */
    lines_4(OP(unpacklo_epi16)(ab, cd), OP(unpackhi_epi16)(ab, cd), IDCT4_FIRST, line);
    top = OP(packs_epi32)(line[0], line[1]); /* rows 0 and 1 */
    bottom = OP(packs_epi32)(line[2], line[3]);
    /* Rows: lanes are y. Pairs (0, 2) and (1, 3) of each row. */
    left = OP(unpacklo_epi16)(top, bottom);  /* r0x0 r2x0 r0x1 r2x1 ... */
    right = OP(unpackhi_epi16)(top, bottom); /* r1x0 r3x0 ... */
    even = OP(unpacklo_epi16)(left, right);  /* r0x0 r1x0 r2x0 r3x0 r0x1 ... */
    odd = OP(unpackhi_epi16)(left, right);   /* x2 and x3 */
    lines_4(OP(unpacklo_epi16)(even, odd), OP(unpackhi_epi16)(even, odd), IDCT4_SECOND, line);
    /* line[x] holds x of rows 0 to 3. */
    top = OP(packs_epi32)(line[0], line[1]);
    bottom = OP(packs_epi32)(line[2], line[3]);
    left = OP(unpacklo_epi16)(top, bottom);  /* r0x0 r0x2 r1x0 r1x2 ... */
    right = OP(unpackhi_epi16)(top, bottom); /* r0x1 r0x3 ... */
    even = OP(unpacklo_epi16)(left, right);  /* r0x0 r0x1 r0x2 r0x3 r1x0 ... */
    odd = OP(unpackhi_epi16)(left, right);   /* rows 2 and 3 */
    return OP(add_epi8)(OP(packs_epi16)(even, odd), OP(set1_epi8)(-128));
}
