/* The two passes with NEON, which every AArch64 has. */
#if defined(__aarch64__)

#include <arm_neon.h>

#include "image/processor.h"
#include "image/scale.h"

static void vertical_neon(const uint8_t *const *rows, const int16_t *weights, uint32_t taps,
                          size_t from, size_t n, int16_t *out)
{
    const int32x4_t half = vdupq_n_s32(1 << (SCALE_WEIGHT_BITS - SCALE_LINE_BITS - 1));
    size_t i = from;

    for (; i + 8 <= n; i += 8) {
        int32x4_t low = half, high = half;

        for (uint32_t t = 0; t < taps; t++) {
            int16x8_t samples = vreinterpretq_s16_u16(vmovl_u8(vld1_u8(rows[t] + i)));

            low = vmlal_n_s16(low, vget_low_s16(samples), weights[t]);
            high = vmlal_n_s16(high, vget_high_s16(samples), weights[t]);
        }
        low = vshrq_n_s32(low, SCALE_WEIGHT_BITS - SCALE_LINE_BITS);
        high = vshrq_n_s32(high, SCALE_WEIGHT_BITS - SCALE_LINE_BITS);
        vst1q_s16(out + i, vcombine_s16(vqmovn_s32(low), vqmovn_s32(high)));
    }
    scale_plain.vertical(rows, weights, taps, i, n, out);
}

static inline int32x4_t dot(const int16_t *in, const struct kernel *kernel, uint32_t i)
{
    const int16_t *from = in + kernel->first[i];
    const int16_t *weights = kernel->weights + (size_t)i * kernel->taps;
    int32x4_t sum = vdupq_n_s32(0);

    for (uint32_t t = 0; t < kernel->taps; t += 8) {
        int16x8_t samples = vld1q_s16(from + t), by = vld1q_s16(weights + t);

        sum = vmlal_s16(sum, vget_low_s16(samples), vget_low_s16(by));
        sum = vmlal_s16(sum, vget_high_s16(samples), vget_high_s16(by));
    }
    return sum;
}

static void horizontal_neon(const int16_t *in, const struct kernel *kernel, uint8_t *out)
{
    const int32x4_t half = vdupq_n_s32(1 << (SCALE_WEIGHT_BITS + SCALE_LINE_BITS - 1));
    struct kernel rest;
    uint32_t i = 0;

    for (; i + 4 <= kernel->n_out; i += 4) {
        int32x4_t ab = vpaddq_s32(dot(in, kernel, i), dot(in, kernel, i + 1));
        int32x4_t cd = vpaddq_s32(dot(in, kernel, i + 2), dot(in, kernel, i + 3));
        int32x4_t four = vaddq_s32(vpaddq_s32(ab, cd), half);
        int16x4_t words = vqmovn_s32(vshrq_n_s32(four, SCALE_WEIGHT_BITS + SCALE_LINE_BITS));
        uint8x8_t bytes = vqmovun_s16(vcombine_s16(words, words));

        vst1_lane_u32((uint32_t *)(void *)(out + i), vreinterpret_u32_u8(bytes), 0);
    }
    kernel_rest(kernel, i, &rest);
    scale_plain.horizontal(in, &rest, out + i);
}

const struct scale_ops scale_neon = { "NEON", processor_any, vertical_neon, horizontal_neon, NULL };

#endif
