#include "image/compose.h"

#include <string.h>

#include "base/mem.h"
#include "image/blend.h"
#include "image/ycc.h"

int compose_init(struct compose *compose, const struct image_limits *limits, struct err *err)
{
    uint64_t n = compose->placement.scaled_w;

    compose->samples = compose->colours = NULL;
    for (uint32_t alpha = 2; alpha < 256; alpha++) { /* 1 has none in 32 bits, nor needs it */
        compose->inverse[alpha] = (uint32_t)(((UINT64_C(1) << 32) + alpha - 1) / alpha);
    }
    TRY(pixels_alloc(&compose->samples, n * 4, limits, err));
    return pixels_alloc(&compose->colours, n * 4, limits, err);
}

void compose_release(struct compose *compose)
{
    mem_free(compose->samples);
    mem_free(compose->colours);
    *compose = (struct compose){ 0 };
}

/* value * 255 / alpha, rounded; exact, as the numerator has 16 bits and the inverse 32. */
static inline uint8_t unmultiplied(const struct compose *compose, uint32_t value, uint32_t alpha)
{
    uint32_t full = value * 255 + alpha / 2;

    full = alpha > 1 ? (uint32_t)((uint64_t)full * compose->inverse[alpha] >> 32) : full * alpha;
    return (uint8_t)(full > 255 ? 255 : full);
}

/* One channel's row, to be seen without its alpha. */
static void unmultiply(const struct compose *compose, const uint8_t *in, const uint8_t *alpha,
                       uint8_t *out, size_t channels)
{
    size_t n = compose->placement.scaled_w;

    for (size_t i = 0; i < n; i++) {
        out[i * channels] = alpha[i] < 255 ? unmultiplied(compose, in[i], alpha[i]) : in[i];
    }
}

/* The channels side by side, without alpha. */
static void gather(const struct compose *compose, const uint8_t *const *planes, uint8_t *out)
{
    size_t n = compose->placement.scaled_w, channels = model_channels(compose->model);
    const uint8_t *alpha = compose->premultiplied ? planes[channels] : NULL;

    if (compose->model == MODEL_YCC) {
        ycc_to_rgb(planes[0], planes[1], planes[2], out, n);
        return;
    }
    for (size_t c = 0; c < channels; c++) {
        if (alpha) {
            unmultiply(compose, planes[c], alpha, out + c, channels);
            continue;
        }
        for (size_t i = 0; i < n; i++) {
            out[i * channels + c] = planes[c][i];
        }
    }
}

static void grey_to_rgb(const uint8_t *grey, uint8_t *rgb, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = grey[i];
    }
}

/* The picture's row in the output's model, without alpha. */
static const uint8_t *coloured(const struct compose *compose, const uint8_t *const *planes)
{
    size_t n = compose->placement.scaled_w;

    gather(compose, planes, compose->samples);
    if (compose->colour) {
        colour_map_row(compose->colour, compose->samples, compose->colours, n);
        return compose->colours;
    }
    if (compose->model == MODEL_GREY && compose->out_model == MODEL_RGB) {
        grey_to_rgb(compose->samples, compose->colours, n);
        return compose->colours;
    }
    return compose->samples;
}

static void fill_background(const struct compose *compose, uint8_t *out)
{
    size_t channels = model_channels(compose->out_model), at = 0;

    for (uint32_t x = 0; x < compose->placement.canvas_w; x++) {
        for (size_t c = 0; c < channels; c++) {
            out[at++] = compose->background.channel[c];
        }
        if (compose->out_alpha) {
            out[at++] = compose->background.channel[3];
        }
    }
}

static inline uint8_t mixed(uint32_t over, uint32_t under, uint32_t alpha)
{
    uint32_t sum = over * alpha + under * (255 - alpha) + 128;

    return (uint8_t)((sum + (sum >> 8)) >> 8); /* sum / 255, rounded */
}

/* Over the background, which is opaque. channels is a constant where this is called. */
static inline __attribute__((always_inline)) void lay_over(const struct compose *compose,
                                                           const uint8_t *row, const uint8_t *alpha,
                                                           size_t channels, uint8_t *out)
{
    for (size_t i = 0; i < compose->placement.scaled_w; i++) {
        for (size_t c = 0; c < channels; c++) {
            out[i * channels + c] =
                mixed(row[i * channels + c], compose->background.channel[c], alpha[i]);
        }
    }
}

static void beside_alpha(const uint8_t *row, const uint8_t *alpha, size_t n, size_t channels,
                         uint8_t *out)
{
    for (size_t i = 0; i < n; i++, out += channels + 1) {
        for (size_t c = 0; c < channels; c++) {
            out[c] = row[i * channels + c];
        }
        out[channels] = alpha ? alpha[i] : 255;
    }
}

/* The picture's row into its place of the canvas; out begins there. alpha: NULL where there is
 * none. */
static void place_row(const struct compose *compose, const uint8_t *row, const uint8_t *alpha,
                      uint8_t *out)
{
    size_t n = compose->placement.scaled_w, channels = model_channels(compose->out_model);

    if (compose->out_alpha) {
        beside_alpha(row, alpha, n, channels, out);
    } else if (!alpha) {
        memcpy(out, row, n * channels);
    } else if (channels == 3) {
        lay_over(compose, row, alpha, 3, out);
    } else {
        lay_over(compose, row, alpha, 1, out);
    }
}

void compose_row(const struct compose *compose, const uint8_t *const *planes, uint32_t y,
                 uint8_t *out)
{
    const struct placement *place = &compose->placement;
    size_t channels = model_channels(compose->out_model) + (compose->out_alpha ? 1 : 0);

    if (place->scaled_w != place->canvas_w || !planes[0]) {
        fill_background(compose, out);
    }
    if (planes[0]) {
        const uint8_t *row = coloured(compose, planes);
        const uint8_t *alpha = compose->has_alpha ? planes[model_channels(compose->model)] : NULL;

        place_row(compose, row, alpha, out + place->offset_x * channels);
    }
    if (compose->overlays && compose->out_model == MODEL_RGB) {
        blend_row(compose->overlays, y, out, place->canvas_w, (uint32_t)channels);
    }
}
