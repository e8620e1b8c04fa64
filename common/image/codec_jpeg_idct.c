/* The plain inverse DCTs of codec_jpeg_idct.h, and the choice among all. */
#include "image/codec_jpeg_idct.h"

#include <string.h>

#include "image/processor.h"

static void dequantise(const int16_t *coefficients, const int16_t *steps, size_t n, int16_t *out)
{
    for (size_t i = 0; i < n; i++) {
        out[i] = (int16_t)(coefficients[i] * steps[i]);
    }
}

/* --- 8 by 8 --- */

/* Sums run over 32 bits as they do in vectors: unsigned, where that is defined. */
static inline uint32_t times(int16_t a, int32_t weight)
{
    return (uint32_t)(a * weight);
}

static inline int16_t sum(int16_t a, int16_t b)
{
    return (int16_t)(uint16_t)(a + b);
}

static inline int16_t saturated(int32_t value)
{
    return (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
}

/* The odd half of a line: its part of outputs 0 to 3, which 7 to 4 take negative. */
static void odd_part(const int16_t in[8], uint32_t odd[4])
{
    int16_t a = sum(in[7], in[3]), b = sum(in[5], in[1]);
    uint32_t z3 = times(a, IDCT_1_175 - IDCT_1_961) + times(b, IDCT_1_175);
    uint32_t z4 = times(a, IDCT_1_175) + times(b, IDCT_1_175 - IDCT_0_390);

    odd[3] = times(in[7], IDCT_0_298 - IDCT_0_899) - times(in[1], IDCT_0_899) + z3;
    odd[2] = times(in[5], IDCT_2_053 - IDCT_2_562) - times(in[3], IDCT_2_562) + z4;
    odd[1] = times(in[3], IDCT_3_072 - IDCT_2_562) - times(in[5], IDCT_2_562) + z3;
    odd[0] = times(in[1], IDCT_1_501 - IDCT_0_899) - times(in[7], IDCT_0_899) + z4;
}

static void even_part(const int16_t in[8], uint32_t even[4])
{
    uint32_t add = (uint32_t)sum(in[0], in[4]) << IDCT_FRACTION;
    uint32_t less = (uint32_t)sum(in[0], (int16_t)(uint16_t)-in[4]) << IDCT_FRACTION;
    uint32_t low = times(in[2], IDCT_0_541) + times(in[6], IDCT_0_541 - IDCT_1_847);
    uint32_t high = times(in[2], IDCT_0_541 + IDCT_0_765) + times(in[6], IDCT_0_541);

    even[0] = add + high;
    even[1] = less + low;
    even[2] = less - low;
    even[3] = add - high;
}

static void line_8(const int16_t in[8], int shift, int16_t out[8])
{
    uint32_t even[4], odd[4], half = 1u << (shift - 1);

    even_part(in, even);
    odd_part(in, odd);
    for (size_t i = 0; i < 4; i++) {
        out[i] = saturated((int32_t)(even[i] + odd[i] + half) >> shift);
        out[7 - i] = saturated((int32_t)(even[i] - odd[i] + half) >> shift);
    }
}

static bool is_one_row(const int16_t *block)
{
    for (size_t i = 8; i < 64; i++) {
        if (block[i] != 0) {
            return false;
        }
    }
    return true;
}

/* Columns, then rows. Without vertical detail there is nothing to do in the columns; what would
 * saturate there wraps around then. */
static void eight_plain(const int16_t *coefficients, const int16_t *steps, uint8_t *const *rows,
                        size_t column)
{
    int16_t block[64], half[64], line[8];
    bool flat = is_one_row(coefficients);

    dequantise(coefficients, steps, 64, block);
    for (size_t x = 0; x < 8; x++) {
        int16_t down[8], out[8];

        for (size_t y = 0; y < 8; y++) {
            down[y] = block[y * 8 + x];
        }
        line_8(down, IDCT_FIRST, out);
        for (size_t y = 0; y < 8; y++) {
            half[y * 8 + x] = flat ? (int16_t)((uint16_t)block[x] << IDCT_KEPT) : out[y];
        }
    }
    for (size_t y = 0; y < 8; y++) {
        line_8(half + 8 * y, IDCT_SECOND, line);
        for (size_t x = 0; x < 8; x++) {
            rows[y][column + x] = idct_sample(line[x]);
        }
    }
}

void idct_flat(int16_t dc, uint8_t *const *rows, size_t column)
{
    int16_t kept = (int16_t)((uint16_t)dc << IDCT_KEPT);
    uint8_t value = idct_sample((kept + (1 << (IDCT_KEPT + 2))) >> (IDCT_KEPT + 3));

    for (size_t y = 0; y < 8; y++) {
        memset(rows[y] + column, value, 8);
    }
}

/* --- 4 by 4 --- */

static inline void line_4(const int16_t *in, size_t step, int32_t out[4])
{
    int32_t a = in[0], b = in[step], c = in[2 * step], d = in[3 * step];
    int32_t even = (a + c) * IDCT4_ONE, odd = (a - c) * IDCT4_ONE;
    int32_t outer = b * IDCT4_COS_8 + d * IDCT4_SIN_8, inner = b * IDCT4_SIN_8 - d * IDCT4_COS_8;

    out[0] = even + outer;
    out[1] = odd + inner;
    out[2] = odd - inner;
    out[3] = even - outer;
}

static void four_plain(const int16_t *coefficients, const int16_t *steps, uint8_t *const *rows,
                       size_t column)
{
    int16_t block[16], half[16];
    int32_t line[4];

    dequantise(coefficients, steps, 16, block);
    for (size_t x = 0; x < 4; x++) {
        line_4(block + x, 4, line);
        for (size_t y = 0; y < 4; y++) {
            half[4 * y + x] = saturated((line[y] + (1 << (IDCT4_FIRST - 1))) >> IDCT4_FIRST);
        }
    }
    for (size_t y = 0; y < 4; y++) {
        line_4(half + 4 * y, 1, line);
        for (size_t x = 0; x < 4; x++) {
            int32_t value = (line[x] + (1 << (IDCT4_SECOND - 1))) >> IDCT4_SECOND;

            rows[y][column + x] = idct_sample(value);
        }
    }
}

/* --- all of them --- */

static void two_plain(struct idct_blocks *blocks,
                      void (*one)(const int16_t *, const int16_t *, uint8_t *const *, size_t))
{
    for (size_t i = 0; i < 2; i++) {
        one(blocks->coefficients + i * IDCT_STEP, blocks->steps[i], blocks->rows[i],
            blocks->columns[i]);
    }
    memset(blocks->coefficients, 0, sizeof(blocks->coefficients));
}

static void two_fours(struct idct_blocks *blocks)
{
    two_plain(blocks, four_plain);
}

static void two_eights(struct idct_blocks *blocks)
{
    two_plain(blocks, eight_plain);
}

const struct idct_way idct_plain = { processor_any, two_fours, two_eights };

/* The fastest first. */
static const struct idct_way *const all[] = {
#if defined(__x86_64__)
    &idct_avx2,
    &idct_sse2,
#endif
    &idct_plain,
};

const struct idct_way *idct_best(void)
{
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (all[i]->usable()) {
            return all[i];
        }
    }
    return &idct_plain;
}

const struct idct_way *idct_at(size_t index)
{
    return index < ARRAY_LEN(all) ? all[index] : NULL;
}
