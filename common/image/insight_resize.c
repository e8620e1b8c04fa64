#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "image/insight_parts.h"

#define FILTER_SUPPORT   3.0
#define COEFFICIENT_BITS 22

/* Coefficients of one pass: for each output position the first input and count, then the weights.
 */
struct taps {
    uint32_t n, room; /* outputs; weights kept for each */
    uint32_t *first, *count;
    int32_t *weights;
};

static void taps_release(struct taps *taps)
{
    mem_free(taps->first);
    mem_free(taps->count);
    mem_free(taps->weights);
    *taps = (struct taps){ 0 };
}

static double sinc(double x)
{
    return x == 0.0 ? 1.0 : sin(x * M_PI) / (x * M_PI);
}

static double lanczos3(double x)
{
    return x >= -FILTER_SUPPORT && x < FILTER_SUPPORT ? sinc(x) * sinc(x / 3) : 0.0;
}

static void taps_one(struct taps *taps, uint32_t at, uint32_t in_size, double scale, double *raw)
{
    double stretch = scale < 1.0 ? 1.0 : scale;
    double support = FILTER_SUPPORT * stretch, centre = (at + 0.5) * scale, sum = 0;
    int64_t first = (int64_t)(centre - support + 0.5), end = (int64_t)(centre + support + 0.5);

    first = first < 0 ? 0 : first;
    end = end > in_size ? in_size : end;
    taps->first[at] = (uint32_t)first;
    taps->count[at] = (uint32_t)(end - first);
    for (uint32_t i = 0; i < taps->count[at]; i++) {
        raw[i] = lanczos3(((double)i + (double)first - centre + 0.5) / stretch);
        sum += raw[i];
    }
    for (uint32_t i = 0; i < taps->count[at]; i++) {
        double weight = (sum != 0 ? raw[i] / sum : raw[i]) * (1 << COEFFICIENT_BITS);

        taps->weights[(size_t)at * taps->room + i] =
            (int32_t)(weight < 0 ? weight - 0.5 : weight + 0.5);
    }
}

static struct taps taps_make(uint32_t in_size, uint32_t out_size)
{
    double scale = (double)in_size / out_size;
    double stretch = scale < 1.0 ? 1.0 : scale;
    struct taps taps = { .n = out_size, .room = (uint32_t)ceil(FILTER_SUPPORT * stretch) * 2 + 1 };
    double *raw = mem_array(taps.room, sizeof(*raw));

    taps.first = mem_array(out_size, sizeof(*taps.first));
    taps.count = mem_array(out_size, sizeof(*taps.count));
    taps.weights = mem_array((size_t)out_size * taps.room, sizeof(*taps.weights));
    for (uint32_t i = 0; i < out_size; i++) {
        taps_one(&taps, i, in_size, scale, raw);
    }
    mem_free(raw);
    return taps;
}

/* 2^22 * 255 and the overshoot of the filter stay under 2^31. */
static uint8_t rounded(int32_t sum)
{
    int32_t value = (sum + (1 << (COEFFICIENT_BITS - 1))) >> COEFFICIENT_BITS;

    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static uint8_t weigh(const struct taps *taps, uint32_t at, const uint8_t *in)
{
    const int32_t *weights = taps->weights + (size_t)at * taps->room;
    uint32_t n = taps->count[at], i = 0;
    int32_t even = 0, odd = 0;

    in += taps->first[at];
    for (; i + 1 < n; i += 2) { /* two sums: neither waits for the other */
        even += weights[i] * in[i];
        odd += weights[i + 1] * in[i + 1];
    }
    return rounded(i < n ? even + odd + weights[i] * in[i] : even + odd);
}

static void weigh_rows(const struct taps *taps, uint32_t at, const uint8_t *in, uint32_t width,
                       int32_t *sums, uint8_t *out)
{
    const int32_t *weights = taps->weights + (size_t)at * taps->room;

    memset(sums, 0, width * sizeof(*sums));
    for (uint32_t i = 0; i < taps->count[at]; i++) {
        const uint8_t *row = in + (size_t)(taps->first[at] + i) * width;

        for (uint32_t x = 0; x < width; x++) {
            sums[x] += weights[i] * row[x];
        }
    }
    for (uint32_t x = 0; x < width; x++) {
        out[x] = rounded(sums[x]);
    }
}

void insight_resize(const uint8_t *in, uint32_t in_width, uint32_t in_height, uint8_t *out,
                    uint32_t out_width, uint32_t out_height)
{
    CLEANUP(taps_release) struct taps across = taps_make(in_width, out_width);
    CLEANUP(taps_release) struct taps down = taps_make(in_height, out_height);
    uint8_t *narrow = mem_array((size_t)out_width * in_height, 1);
    int32_t *sums = mem_array(out_width, sizeof(*sums));

    for (uint32_t y = 0; y < in_height; y++) {
        for (uint32_t x = 0; x < out_width; x++) {
            narrow[(size_t)y * out_width + x] = weigh(&across, x, in + (size_t)y * in_width);
        }
    }
    for (uint32_t y = 0; y < out_height; y++) {
        weigh_rows(&down, y, narrow, out_width, sums, out + (size_t)y * out_width);
    }
    mem_free(narrow);
    mem_free(sums);
}
