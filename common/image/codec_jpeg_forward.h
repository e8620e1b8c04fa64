/*
 * The encoder's way from samples to quantised coefficients: the forward DCT of Loeffler, Ligtenberg
 * and Moschytz (ICASSP 1989) in 13-bit fixed point with the same roundings as libjpeg's "slow
 * integer" one, then a division by reciprocals that is exact. Every implementation gives the same
 * bits, and libjpeg's.
 */
#ifndef IMAGE_CODEC_JPEG_FORWARD_H
#define IMAGE_CODEC_JPEG_FORWARD_H

#include "base/def.h"

/* A quantisation table (1..255, natural order) made ready: round(x / (8 * step)) is
 * (((x + half) * factor) >> 16) * scale >> 16. The 8 is what the transform is scaled by. */
struct forward_table {
    _Alignas(16) uint16_t half[64];
    _Alignas(16) uint16_t factor[64];
    _Alignas(16) uint16_t scale[64];
};
void forward_table_make(struct forward_table *table, const uint8_t steps[64]);

extern const uint8_t forward_zigzag[64]; /* natural order to zigzag index: T.81 figure A.6 */

/* Zigzag order. Bit k of present is set where values[k] is not 0. */
struct forward_block {
    _Alignas(16) int16_t values[64];
    uint64_t present;
};

struct forward_ops {
    const char *name;
    bool (*usable)(void); /* on this machine */
    /* Two blocks: samples of rows[0..7] from column first and from column second on. */
    void (*pair)(const uint8_t *const *rows, size_t first, size_t second,
                 const struct forward_table *table, struct forward_block out[2]);
};

/* The values of a natural block that are not 0 (bit i of present) to zigzag order, the others are
 * left as they are. */
void forward_ordered(const int16_t natural[64], uint64_t present, struct forward_block *out);

/* The fastest that this machine has; and all that are compiled in, for tests, NULL past the last.
 */
const struct forward_ops *forward_best(void);
const struct forward_ops *forward_at(size_t index);

extern const struct forward_ops forward_plain;
#if defined(__x86_64__)
extern const struct forward_ops forward_avx2, forward_sse2;
#endif

#endif
