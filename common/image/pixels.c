#include "image/pixels.h"

#include <stdlib.h>
#include <string.h>

#include "image/render.h"

uint8_t model_channels(enum pixel_model model)
{
    static const uint8_t channels[] = {
        [MODEL_GREY] = 1, [MODEL_RGB] = 3, [MODEL_CMYK] = 4, [MODEL_YCC] = 3
    };
    return channels[model];
}

int pixels_refused(struct err *err, const char *what)
{
    static const char setting[] = "INGEST_MAX_DECODE_MEMORY_MIB";

    err_set(err, ERR_LIMIT, "no memory for %s (%s)", what, setting);
    if (err != NULL) {
        memcpy(err->setting, setting, sizeof setting);
    }
    return -1;
}

int pixels_alloc(uint8_t **out, uint64_t bytes, const struct image_limits *limits, struct err *err)
{
    uint64_t max = limits ? limits->max_memory_bytes : SIZE_MAX;

    *out = NULL;
    if (bytes > max || bytes > SIZE_MAX / 2) {
        return err_limit(err, "INGEST_MAX_DECODE_MEMORY_MIB", max, bytes,
                         "no memory for pixels of this size");
    }
    *out = calloc(bytes ? (size_t)bytes : 1, 1); /* may be refused: the size is from outside */
    return *out ? 0 : pixels_refused(err, "pixels of this size");
}

int image_alloc(struct image *out, uint32_t width_px, uint32_t height_px, uint8_t channels,
                const struct image_limits *limits, struct err *err)
{
    struct image made = { .width_px = width_px, .height_px = height_px, .channels = channels };

    made.stride = (size_t)width_px * channels;
    TRY(pixels_alloc(&made.data, (uint64_t)made.stride * height_px, limits, err));
    *out = made;
    return 0;
}

void image_release(struct image *image)
{
    free(image->data);
    *image = (struct image){ 0 };
}

void rgba_unpremultiply(uint8_t *px, size_t n)
{
    for (size_t i = 0; i < n; i++, px += 4) {
        for (size_t c = 0; c < 3 && px[3] > 0; c++) {
            unsigned value = (px[c] * 255u + px[3] / 2u) / px[3];

            px[c] = (uint8_t)(value < 255 ? value : 255);
        }
    }
}
