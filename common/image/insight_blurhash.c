/* BlurHash as github.com/woltapp/blurhash Algorithm.md describes it. */
#include <math.h>

#include "base/mem.h"
#include "image/insight_parts.h"
#include "image/srgb.h"

#define MAX_COMPONENTS 9

static const char base83_digits[] =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

struct factor {
    double red, green, blue;
};

static double linear_of(unsigned value)
{
    return srgb_light(value / 255.0);
}

static unsigned srgb_of(double linear)
{
    double v = linear < 0 ? 0 : linear > 1 ? 1 : linear;

    return (unsigned)(srgb_coded(v) * 255 + 0.5);
}

/* One row's part of every component across; the rows are then weighed together by the cosine down.
 * cosines: by pixel, then component. */
static void row_factors(const uint8_t *row, uint32_t width_px, const double *cosines,
                        uint32_t across, const double linear[256], struct factor *out)
{
    double red[MAX_COMPONENTS] = { 0 }, green[MAX_COMPONENTS] = { 0 };
    double blue[MAX_COMPONENTS] = { 0 };

    for (uint32_t x = 0; x < width_px; x++, row += 3, cosines += across) {
        double r = linear[row[0]], g = linear[row[1]], b = linear[row[2]];

        for (uint32_t i = 0; i < across; i++) { /* sums that do not wait for each other */
            red[i] += cosines[i] * r;
            green[i] += cosines[i] * g;
            blue[i] += cosines[i] * b;
        }
    }
    for (uint32_t i = 0; i < across; i++) {
        out[i] = (struct factor){ red[i], green[i], blue[i] };
    }
}

static double *cosine_table(uint32_t size, uint32_t components)
{
    double *table = mem_array((size_t)size * components, sizeof(*table));

    for (uint32_t i = 0; i < components; i++) {
        for (uint32_t x = 0; x < size; x++) {
            table[(size_t)x * components + i] = cos(M_PI * i * x / size);
        }
    }
    return table;
}

static void all_factors(const struct insight_rgb *in, uint32_t across, uint32_t down,
                        struct factor *factors)
{
    double linear[256], *cos_x = cosine_table(in->width_px, across);
    double *cos_y = cosine_table(in->height_px, down);
    double pixels = (double)in->width_px * in->height_px;

    for (unsigned i = 0; i < 256; i++) {
        linear[i] = linear_of(i);
    }
    for (uint32_t y = 0; y < in->height_px; y++) {
        struct factor row[MAX_COMPONENTS];

        row_factors(in->rgb + (size_t)y * in->width_px * 3, in->width_px, cos_x, across, linear,
                    row);
        for (uint32_t i = 0; i < across * down; i++) {
            double weight = cos_y[(size_t)y * down + i / across];

            factors[i].red += weight * row[i % across].red;
            factors[i].green += weight * row[i % across].green;
            factors[i].blue += weight * row[i % across].blue;
        }
    }
    for (uint32_t i = 0; i < across * down; i++) {
        double scale = (i == 0 ? 1 : 2) / pixels;

        factors[i].red *= scale;
        factors[i].green *= scale;
        factors[i].blue *= scale;
    }
    mem_free(cos_x);
    mem_free(cos_y);
}

static char *put_base83(char *out, unsigned value, unsigned digits)
{
    for (unsigned i = digits; i-- > 0; value /= 83) {
        out[i] = base83_digits[value % 83];
    }
    return out + digits;
}

static unsigned quantised(double value, double maximum)
{
    double root = copysign(sqrt(fabs(value / maximum)), value);
    double level = floor(root * 9 + 9.5);

    return (unsigned)(level < 0 ? 0 : level > 18 ? 18 : level);
}

void insight_blurhash(const struct insight_rgb *in, uint32_t across, uint32_t down,
                      char out[INSIGHT_BLURHASH_MAX])
{
    struct factor factors[MAX_COMPONENTS * MAX_COMPONENTS] = { { 0, 0, 0 } };
    double largest = 0, maximum = 1;
    unsigned level = 0;
    char *at = out;

    all_factors(in, across, down, factors);
    for (uint32_t i = 1; i < across * down; i++) {
        largest = fmax(largest, fabs(factors[i].red));
        largest = fmax(largest, fabs(factors[i].green));
        largest = fmax(largest, fabs(factors[i].blue));
    }
    if (across * down > 1) {
        level = (unsigned)fmax(0, fmin(82, floor(largest * 166 - 0.5)));
        maximum = (level + 1) / 166.0;
    }
    at = put_base83(at, across - 1 + (down - 1) * 9, 1);
    at = put_base83(at, level, 1);
    at = put_base83(at,
                    srgb_of(factors[0].red) << 16 | srgb_of(factors[0].green) << 8 |
                        srgb_of(factors[0].blue),
                    4);
    for (uint32_t i = 1; i < across * down; i++) {
        at = put_base83(at,
                        quantised(factors[i].red, maximum) * 19 * 19 +
                            quantised(factors[i].green, maximum) * 19 +
                            quantised(factors[i].blue, maximum),
                        2);
    }
    *at = '\0';
}
