#include "image/scale.h"

#include <math.h>
#include <string.h>
#include <threads.h>

#include "base/mem.h"
#include "image/processor.h"

#define LOBES 3.0
#define PI    3.14159265358979323846

/*
 * sin(pi * x) for 0 <= x <= 1 by its own series: the C library's may differ in the last bit from
 * one machine to the next, and the same source has to give the same bytes everywhere.
 */
static double sine_of_pi(double x)
{
    static const double factors[] = { 1.0,
                                      -1.0 / 6,
                                      1.0 / 120,
                                      -1.0 / 5040,
                                      1.0 / 362880,
                                      -1.0 / 39916800,
                                      1.0 / 6227020800,
                                      -1.0 / 1307674368000,
                                      1.0 / 355687428096000 };
    double angle = PI * (x > 0.5 ? 1.0 - x : x), square = angle * angle, sum = 0.0;

    for (size_t k = ARRAY_LEN(factors); k-- > 0;) { /* off by less than 1e-13 at pi / 2 */
        sum = sum * square + factors[k];
    }
    return sum * angle;
}

/* x >= 0. With s for sin(pi x / 3), sin(pi x) is 3 s - 4 s^3. */
static double lanczos3(double x)
{
    double at = PI * x, sine;

    if (x < 1e-9) {
        return 1.0;
    }
    if (x >= LOBES) {
        return 0.0;
    }
    sine = sine_of_pi(x / LOBES);
    return sine * sine * (3.0 - 4.0 * sine * sine) * LOBES / (at * at);
}

/* The filter's right half, STEPS values from one sample to the next; straight lines between them
 * are off by less than a fiftieth of a weight's last bit. */
#define STEPS 1024
static double half_filter[(int)LOBES * STEPS + 2];
static once_flag filter_made = ONCE_FLAG_INIT;

static void make_filter(void)
{
    for (size_t i = 0; i < ARRAY_LEN(half_filter); i++) {
        half_filter[i] = lanczos3((double)i / STEPS);
    }
}

static double filter_at(double x)
{
    double size = x < 0 ? -x : x, at = (size < LOBES ? size : LOBES) * STEPS;
    size_t below = (size_t)at;

    return half_filter[below] +
           (at - (double)below) * (half_filter[below + 1] - half_filter[below]);
}

/*
 * The part of a line that an output sees. Places are rounded to a millionth of a sample, so that
 * they come back exactly where source and output have a common measure: 1500 samples to 800 have no
 * more than 8 different sets of weights.
 */
#define PLACE_BITS 20
#define PLACE_ONE  (INT64_C(1) << PLACE_BITS)

struct reach {
    int64_t centre; /* in 1 / PLACE_ONE of a sample */
    double stretch;
    uint32_t first, count;
    bool cut; /* by an end of the line */
};

static int64_t place_of(double at)
{
    return (int64_t)(at * PLACE_ONE + (at < 0 ? -0.5 : 0.5));
}

static struct reach reach_of(double start, double step, uint32_t i, uint32_t n_src)
{
    struct reach reach = { .centre = place_of(start + (i + 0.5) * step),
                           .stretch = step > 1.0 ? step : 1.0 };
    int64_t support = place_of(LOBES * reach.stretch);
    int64_t first = (reach.centre - support + PLACE_ONE / 2) >> PLACE_BITS;
    int64_t end = (reach.centre + support + PLACE_ONE / 2) >> PLACE_BITS;

    reach.cut = first < 0 || end > n_src || end <= first;
    first = first < 0 ? 0 : first > n_src - INT64_C(1) ? n_src - INT64_C(1) : first;
    end = end < first + 1 ? first + 1 : end > n_src ? n_src : end;
    reach.first = (uint32_t)first;
    reach.count = (uint32_t)(end - first);
    return reach;
}

/* Both lie alike between two samples, away from the ends. */
static bool is_same_phase(const struct reach *a, const struct reach *b)
{
    return !a->cut && !b->cut && (a->centre - b->centre) % PLACE_ONE == 0;
}

/*
 * Rounds to 14 bits so that the running sum is never more than half a unit off: the weights add up
 * to exactly one, also where thousands of them are each smaller than a unit. exact: room for count.
 */
static void fill_weights(const struct reach *reach, double *exact, int16_t *weights)
{
    double inverse = 1.0 / reach->stretch, centre = (double)reach->centre / PLACE_ONE;
    double at = (reach->first - centre + 0.5) * inverse, total = 0.0, sum = 0.0;
    int32_t given = 0;

    for (uint32_t k = 0; k < reach->count; k++) {
        exact[k] = filter_at(at + k * inverse);
        total += exact[k];
    }
    if (total <= 1e-6) { /* cut off beyond the line, no weight is left: the first sample counts */
        for (uint32_t k = 0; k < reach->count; k++) {
            exact[k] = k == 0 ? 1.0 : 0.0;
        }
        total = 1.0;
    }
    total = (1 << SCALE_WEIGHT_BITS) / total;
    for (uint32_t k = 0; k < reach->count; k++) {
        sum += exact[k] * total;
        int32_t upto = (int32_t)(sum + 16384.5) - 16384; /* floor(sum + 0.5): sum is over -16384 */

        weights[k] = (int16_t)(upto - given);
        given = upto;
    }
    weights[0] = (int16_t)(weights[0] + (1 << SCALE_WEIGHT_BITS) - given);
}

static bool is_identity(double start, double step, uint32_t n_out, uint32_t n_src)
{
    return step == 1.0 && start == floor(start) && start >= 0.0 && start + n_out <= n_src;
}

/* first, count and room for the weights. */
static void lay_out(struct kernel *out, const struct reach *reaches, double start, bool even)
{
    for (uint32_t i = 0; i < out->n_out; i++) {
        uint32_t odd = even && !out->identity ? reaches[i].first % 2 : 0;

        out->first[i] = out->identity ? (uint32_t)start + i : reaches[i].first - odd;
        out->count[i] = out->identity ? 1 : reaches[i].count + odd;
        out->longest = out->count[i] > out->longest ? out->count[i] : out->longest;
    }
    out->taps = (out->longest + 7) / 8 * 8;
    out->weights = mem_array((size_t)out->n_out * out->taps, sizeof(*out->weights));
}

/* How many outputs before the last ones that lie alike; 0: none. */
static uint32_t period_of(const struct reach *reaches, uint32_t n)
{
    uint32_t middle = n / 2;

    for (uint32_t i = 1; i <= middle; i++) {
        if (is_same_phase(&reaches[middle], &reaches[middle - i])) {
            return i;
        }
    }
    return 0;
}

static void fill_kernel(struct kernel *out, const struct reach *reaches)
{
    double *exact = mem_array(out->taps, sizeof(*exact));
    uint32_t period = period_of(reaches, out->n_out);

    for (uint32_t i = 0; i < out->n_out; i++) {
        uint32_t lead = reaches[i].first - out->first[i];
        int16_t *weights = out->weights + (size_t)i * out->taps + lead;

        if (period > 0 && i >= period && is_same_phase(&reaches[i], &reaches[i - period])) {
            uint32_t before = i - period;

            memcpy(weights,
                   out->weights + (size_t)before * out->taps +
                       (reaches[before].first - out->first[before]),
                   reaches[i].count * sizeof(*weights));
        } else {
            fill_weights(&reaches[i], exact, weights);
        }
    }
    mem_free(exact);
}

void kernel_make(struct kernel *out, double start, double step, uint32_t n_out, uint32_t n_src,
                 bool even)
{
    struct reach *reaches = mem_array(n_out, sizeof(*reaches));

    call_once(&filter_made, make_filter);
    *out = (struct kernel){ .n_out = n_out, .identity = is_identity(start, step, n_out, n_src) };
    out->first = mem_array(n_out, sizeof(*out->first));
    out->count = mem_array(n_out, sizeof(*out->count));
    for (uint32_t i = 0; i < n_out; i++) {
        reaches[i] = reach_of(start, step, i, n_src);
    }
    lay_out(out, reaches, start, even);
    if (out->identity) {
        for (uint32_t i = 0; i < n_out; i++) {
            out->weights[(size_t)i * out->taps] = 1 << SCALE_WEIGHT_BITS;
        }
    } else {
        fill_kernel(out, reaches);
    }
    mem_free(reaches);
}

void kernel_release(struct kernel *kernel)
{
    mem_free(kernel->first);
    mem_free(kernel->count);
    mem_free(kernel->weights);
    *kernel = (struct kernel){ 0 };
}

void kernel_rest(const struct kernel *kernel, uint32_t from, struct kernel *rest)
{
    *rest = *kernel;
    rest->n_out -= from;
    rest->first += from;
    rest->count += from;
    rest->weights += (size_t)from * kernel->taps;
}

static int32_t held(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

static void vertical_plain(const uint8_t *const *rows, const int16_t *weights, uint32_t taps,
                           size_t from, size_t n, int16_t *out)
{
    const int shift = SCALE_WEIGHT_BITS - SCALE_LINE_BITS;

    for (size_t i = from; i < n; i++) {
        int32_t sum = 1 << (shift - 1);

        for (uint32_t t = 0; t < taps; t++) {
            sum += rows[t][i] * weights[t];
        }
        out[i] = (int16_t)held(sum >> shift, INT16_MIN, INT16_MAX);
    }
}

static void horizontal_plain(const int16_t *in, const struct kernel *kernel, uint8_t *out)
{
    const int shift = SCALE_WEIGHT_BITS + SCALE_LINE_BITS;

    for (uint32_t i = 0; i < kernel->n_out; i++) {
        const int16_t *from = in + kernel->first[i];
        const int16_t *weights = kernel->weights + (size_t)i * kernel->taps;
        int32_t sum = 1 << (shift - 1);

        for (uint32_t t = 0; t < kernel->count[i]; t++) {
            sum += from[t] * weights[t];
        }
        out[i] = (uint8_t)held(sum >> shift, 0, 255);
    }
}

const struct scale_ops scale_plain = { "plain C", processor_any, vertical_plain, horizontal_plain,
                                       NULL };

/* Fastest first. */
static const struct scale_ops *const all[] = {
#if defined(__x86_64__)
    &scale_avx2,
    &scale_sse2,
#elif defined(__aarch64__)
    &scale_neon,
#endif
    &scale_plain,
};

const struct scale_ops *scale_at(size_t index)
{
    return index < ARRAY_LEN(all) ? all[index] : NULL;
}

const struct scale_ops *scale_best(void)
{
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (all[i]->usable()) {
            return all[i];
        }
    }
    return &scale_plain;
}
