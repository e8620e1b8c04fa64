/*
 * What the vector code of both DCTs has in common, once for each width: who includes this has
 * defined VEC (a vector of one or two blocks' lines), OP(name) (its intrinsic) and TARGET (the
 * function's attribute). Nothing here crosses the 128 bits of a block.
 */

#define INLINE TARGET static inline __attribute__((always_inline))

/* Weights for pairs (a, b): a * wa + b * wb. */
INLINE VEC weights(int32_t wa, int32_t wb)
{
    return OP(set1_epi32)((int)((uint32_t)(uint16_t)wa | (uint32_t)wb << 16));
}

/* 8 by 8, in place. */
INLINE void transpose_8(VEC v[8])
{
    VEC a[8], b[8];

    for (size_t i = 0; i < 4; i++) {
        a[2 * i] = OP(unpacklo_epi16)(v[i], v[i + 4]);
        a[2 * i + 1] = OP(unpackhi_epi16)(v[i], v[i + 4]);
    }
    for (size_t i = 0; i < 4; i++) {
        b[2 * i] = OP(unpacklo_epi16)(a[i], a[i + 4]);
        b[2 * i + 1] = OP(unpackhi_epi16)(a[i], a[i + 4]);
    }
    for (size_t i = 0; i < 4; i++) {
        v[2 * i] = OP(unpacklo_epi16)(b[i], b[i + 4]);
        v[2 * i + 1] = OP(unpackhi_epi16)(b[i], b[i + 4]);
    }
}
