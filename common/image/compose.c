#include "image/compose.h"

#include <string.h>

#include "base/mem.h"
#include "image/blend.h"
#include "image/ycc.h"

int compose_init(struct compose *compose, const struct image_limits *limits, struct err *err)
{
    uint64_t n = compose->placement.scaled_w;

    compose->samples = compose->colours = NULL;
    TRY(pixels_alloc(&compose->samples, n * 4, limits, err));
    return pixels_alloc(&compose->colours, n * 4, limits, err);
}

void compose_release(struct compose *compose)
{
    mem_free(compose->samples);
    mem_free(compose->colours);
    *compose = (struct compose){ 0 };
}

/* value * 255 / alpha, rounded. */
static inline uint8_t unmultiplied(uint32_t value, uint32_t alpha)
{
    uint32_t full = alpha ? (value * 255 + alpha / 2) / alpha : 0;

    return (uint8_t)(full > 255 ? 255 : full);
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
        for (size_t i = 0; i < n; i++) {
            uint8_t value = planes[c][i];

            out[i * channels + c] = alpha && alpha[i] < 255 ? unmultiplied(value, alpha[i]) : value;
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

/* The picture's row into its place of the canvas; out begins there. */
static void place_row(const struct compose *compose, const uint8_t *row, const uint8_t *alpha,
                      uint8_t *out)
{
    size_t n = compose->placement.scaled_w, channels = model_channels(compose->out_model);

    if (!compose->has_alpha && !compose->out_alpha) {
        memcpy(out, row, n * channels);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t a = compose->has_alpha ? alpha[i] : 255;

        for (size_t c = 0; c < channels; c++) {
            *out++ = compose->out_alpha
                         ? row[i * channels + c]
                         : mixed(row[i * channels + c], compose->background.channel[c], a);
        }
        if (compose->out_alpha) {
            *out++ = (uint8_t)a;
        }
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
