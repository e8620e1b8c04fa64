#include "image/ycc.h"

#define BITS 16
#define HALF (1 << (BITS - 1))

static inline uint8_t held(int32_t value)
{
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

void ycc_to_rgb(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t luma = (y[i] << BITS) + HALF, b = cb[i] - 128, r = cr[i] - 128;

        rgb[3 * i] = held((luma + 91881 * r) >> BITS);                 /* 1.402 */
        rgb[3 * i + 1] = held((luma - 22554 * b - 46802 * r) >> BITS); /* 0.344136, 0.714136 */
        rgb[3 * i + 2] = held((luma + 116130 * b) >> BITS);            /* 1.772 */
    }
}

void rgb_to_y(const uint8_t *rgb, uint8_t *y, size_t n)
{
    for (size_t i = 0; i < n; i++) { /* 0.299, 0.587, 0.114 */
        y[i] = (uint8_t)((19595 * rgb[3 * i] + 38470 * rgb[3 * i + 1] + 7471 * rgb[3 * i + 2] +
                          HALF) >>
                         BITS);
    }
}

/* r, g, b: sums of 1 << shift pixels. */
static inline void store_chroma(int32_t r, int32_t g, int32_t b, int shift, uint8_t *cb,
                                uint8_t *cr)
{
    const int32_t middle = (128 << BITS) + HALF - 1;
    const int32_t offset = middle << shift;

    *cb = held((-11058 * r - 21710 * g + 32768 * b + offset) >> (BITS + shift));
    *cr = held((32768 * r - 27439 * g - 5329 * b + offset) >> (BITS + shift));
}

void rgb_to_chroma(const uint8_t *rgb, const uint8_t *below, uint8_t *cb, uint8_t *cr, size_t n,
                   uint32_t sub_x)
{
    for (size_t i = 0, k = 0; i < n; i += sub_x, k++) {
        size_t a = 3 * i, b = sub_x == 2 && i + 1 < n ? a + 3 : a;

        store_chroma(rgb[a] + rgb[b] + below[a] + below[b],
                     rgb[a + 1] + rgb[b + 1] + below[a + 1] + below[b + 1],
                     rgb[a + 2] + rgb[b + 2] + below[a + 2] + below[b + 2], 2, cb + k, cr + k);
    }
}
