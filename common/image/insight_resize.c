#include <math.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/mem.h"
#include "image/insight_parts.h"

#define FILTER_SUPPORT   3.0
#define COEFFICIENT_BITS 22
#define LOW_BITS         11 /* weights are kept in two parts, each of which multiplies in 16 bits */
#define VECTOR           8  /* samples; weights past the last are 0 */
#define SINC_AT_ONE      1e-6 /* nearer to the centre the filter is 1 to more bits than are kept */

/* Weights of one pass: for each output the first input, then the weights. */
struct taps {
    uint32_t n, room; /* outputs; weights kept for each, a multiple of VECTOR */
    uint32_t *first;
    int16_t *low, *high;
};

static void taps_release(struct taps *taps)
{
    mem_free(taps->first);
    mem_free(taps->low);
    mem_free(taps->high);
    *taps = (struct taps){ 0 };
}

/* What one step from tap to tap does to an angle, as a rotation. */
struct rotation {
    double sine, cosine;
};

/*
 * sinc(x) * sinc(x / 3) for taps that lie step apart, from x on. With s for sin(pi x / 3) the
 * other sine is 3 s - 4 s^3, and the next s comes by a rotation: two sines an output, not a tap.
 */
static double fill_filter(double x, double step, struct rotation turn, uint32_t n, double *out)
{
    double angle = x * (M_PI / 3), sine = sin(angle), cosine = cos(angle), sum = 0;

    for (uint32_t i = 0; i < n; i++, x += step) {
        double next = sine * turn.cosine + cosine * turn.sine;

        out[i] = x < -FILTER_SUPPORT || x >= FILTER_SUPPORT ? 0.0
                 : fabs(x) < SINC_AT_ONE
                     ? 1.0
                     : sine * sine * (3 - 4 * sine * sine) * 3 / (M_PI * M_PI * x * x);
        sum += out[i];
        cosine = cosine * turn.cosine - sine * turn.sine;
        sine = next;
    }
    return sum;
}

static void taps_one(struct taps *taps, uint32_t at, uint32_t in_size, double scale, double *raw)
{
    double stretch = scale < 1.0 ? 1.0 : scale, step = 1 / stretch;
    double support = FILTER_SUPPORT * stretch, centre = (at + 0.5) * scale, sum;
    int64_t first = (int64_t)(centre - support + 0.5), end = (int64_t)(centre + support + 0.5);
    struct rotation turn = { sin(step * M_PI / 3), cos(step * M_PI / 3) };
    int16_t *low = taps->low + (size_t)at * taps->room, *high = taps->high + (low - taps->low);

    first = first < 0 ? 0 : first;
    end = end > in_size ? in_size : end;
    taps->first[at] = (uint32_t)first;
    sum = fill_filter(((double)first - centre + 0.5) * step, step, turn, (uint32_t)(end - first),
                      raw);
    for (uint32_t i = 0; i < end - first; i++) {
        double weight = (sum != 0 ? raw[i] / sum : raw[i]) * (1 << COEFFICIENT_BITS);
        int32_t whole = (int32_t)(weight < 0 ? weight - 0.5 : weight + 0.5);

        low[i] = (int16_t)(whole & ((1 << LOW_BITS) - 1));
        high[i] = (int16_t)(whole >> LOW_BITS);
    }
}

static struct taps taps_make(uint32_t in_size, uint32_t out_size)
{
    double scale = (double)in_size / out_size;
    double stretch = scale < 1.0 ? 1.0 : scale;
    uint32_t most = (uint32_t)ceil(FILTER_SUPPORT * stretch) * 2 + 1;
    struct taps taps = { .n = out_size, .room = (most + VECTOR - 1) / VECTOR * VECTOR };
    double *raw = mem_array(taps.room, sizeof(*raw));

    taps.first = mem_array(out_size, sizeof(*taps.first));
    taps.low = mem_array((size_t)out_size * taps.room, sizeof(*taps.low));
    taps.high = mem_array((size_t)out_size * taps.room, sizeof(*taps.high));
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

#if defined(__SSE2__)
/* n: a multiple of VECTOR. */
static inline int32_t dot(const int16_t *low, const int16_t *high, const int16_t *line, uint32_t n)
{
    __m128i sum_low = _mm_setzero_si128(), sum_high = sum_low;

    for (uint32_t i = 0; i < n; i += VECTOR) {
        __m128i samples = _mm_loadu_si128((const __m128i *)(const void *)(line + i));

        sum_low = _mm_add_epi32(
            sum_low,
            _mm_madd_epi16(samples, _mm_loadu_si128((const __m128i *)(const void *)(low + i))));
        sum_high = _mm_add_epi32(
            sum_high,
            _mm_madd_epi16(samples, _mm_loadu_si128((const __m128i *)(const void *)(high + i))));
    }
    sum_low = _mm_add_epi32(sum_low, _mm_slli_epi32(sum_high, LOW_BITS));
    sum_low = _mm_add_epi32(sum_low, _mm_shuffle_epi32(sum_low, 0x4e));
    sum_low = _mm_add_epi32(sum_low, _mm_shuffle_epi32(sum_low, 0xb1));
    return _mm_cvtsi128_si32(sum_low);
}
#else
static inline int32_t dot(const int16_t *low, const int16_t *high, const int16_t *line, uint32_t n)
{
    int32_t sum_low = 0, sum_high = 0;

    for (uint32_t i = 0; i < n; i++) {
        sum_low += low[i] * line[i];
        sum_high += high[i] * line[i];
    }
    return sum_high * (1 << LOW_BITS) + sum_low;
}
#endif

/* line: readable for taps->room samples past its end. */
static inline uint8_t weigh(const struct taps *taps, uint32_t at, const int16_t *line)
{
    size_t from = (size_t)at * taps->room;

    return rounded(dot(taps->low + from, taps->high + from, line + taps->first[at], taps->room));
}

/* Between the passes lines are columns, so that both passes go along lines. */
void insight_resize(const uint8_t *in, uint32_t in_width, uint32_t in_height, uint8_t *out,
                    uint32_t out_width, uint32_t out_height)
{
    CLEANUP(taps_release) struct taps across = taps_make(in_width, out_width);
    CLEANUP(taps_release) struct taps down = taps_make(in_height, out_height);
    size_t tall = (size_t)in_height + down.room;
    int16_t *line = mem_array((size_t)in_width + across.room, sizeof(*line));
    int16_t *columns = mem_array(out_width * tall, sizeof(*columns));

    for (uint32_t y = 0; y < in_height; y++) {
        for (uint32_t x = 0; x < in_width; x++) {
            line[x] = in[(size_t)y * in_width + x];
        }
        for (uint32_t x = 0; x < out_width; x++) {
            columns[x * tall + y] = weigh(&across, x, line);
        }
    }
    for (uint32_t y = 0; y < out_height; y++) {
        for (uint32_t x = 0; x < out_width; x++) {
            out[(size_t)y * out_width + x] = weigh(&down, y, columns + x * tall);
        }
    }
    mem_free(line);
    mem_free(columns);
}
