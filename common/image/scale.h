/*
 * Lanczos3 in fixed point: weights of 14 bits, vertical first into samples of 6 fraction bits, then
 * horizontal back to 8 bit. Every implementation (AVX2, SSE2, NEON, plain C) gives the same bits.
 */
#ifndef IMAGE_SCALE_H
#define IMAGE_SCALE_H

#include "base/def.h"

#define SCALE_WEIGHT_BITS 14
#define SCALE_LINE_BITS   6  /* fraction bits between the two passes */
#define SCALE_PAD         16 /* samples that must be readable past the end of a line */

/* Weights of one axis. Output i is the sum of count[i] samples from first[i] on, weights[i * taps]
 * onwards; the weights of an output add up to 1 << SCALE_WEIGHT_BITS. */
struct kernel {
    uint32_t n_out, taps; /* taps: a multiple of 8, weights past count[i] are 0 */
    uint32_t longest;     /* of all count[i] */
    uint32_t *first, *count;
    int16_t *weights;
    bool identity; /* every output is the sample at first[i]; first runs on by one */
};

/*
 * Output i has its centre at start + (i + 0.5) * step, in samples of a line of n_src whose sample j
 * covers [j, j + 1). step over 1 reduces; the filter is cut at the line's ends and made whole
 * again, as Pillow does it. even: every first[i] is, if need be by a weight of 0 in front. { 0 } is
 * a valid empty kernel.
 */
void kernel_make(struct kernel *out, double start, double step, uint32_t n_out, uint32_t n_src,
                 bool even);
void kernel_release(struct kernel *kernel);

/* The outputs from `from` on, borrowed from kernel: the last few that fill no vector. */
void kernel_rest(const struct kernel *kernel, uint32_t from, struct kernel *rest);

/* Eight lines of one plane: the rows and weights that make each. Rows are readable up to a multiple
 * of 32 samples, weights one past the last, which is 0 there. */
struct scale_eight {
    const uint8_t *const *rows[8];
    const int16_t *weights[8];
    uint32_t taps[8];
    size_t n; /* samples of a row */
};

/* int16_t's that the eight() of scale_ops needs between the passes. */
static inline size_t scale_eight_room(size_t n, const struct kernel *across)
{
    return 8 * (n + 32 + across->taps);
}

/* One way to do the two passes. */
struct scale_ops {
    const char *name;
    bool (*usable)(void); /* on this machine */
    /* out[i] = sum of rows[t][i] * weights[t] for i in from..n-1, any alignment. */
    void (*vertical)(const uint8_t *const *rows, const int16_t *weights, uint32_t taps, size_t from,
                     size_t n, int16_t *out);
    /* A line of in (readable SCALE_PAD + kernel->taps samples past its end) to kernel->n_out
     * samples. */
    void (*horizontal)(const int16_t *in, const struct kernel *kernel, uint8_t *out);
    /* Both passes for eight lines; NULL: there is none. across is even; out is writable up to a
     * multiple of 8 samples. */
    void (*eight)(const struct scale_eight *in, const struct kernel *across, int16_t *room,
                  uint8_t *const *out);
};

/* The fastest that this machine has; and all that are compiled in, for tests, NULL past the last.
 */
const struct scale_ops *scale_best(void);
const struct scale_ops *scale_at(size_t index);

extern const struct scale_ops scale_plain;
#if defined(__x86_64__)
extern const struct scale_ops scale_avx2, scale_sse2;
void scale_eight_avx2(const struct scale_eight *in, const struct kernel *across, int16_t *room,
                      uint8_t *const *out);
#elif defined(__aarch64__)
extern const struct scale_ops scale_neon;
#endif

#endif
