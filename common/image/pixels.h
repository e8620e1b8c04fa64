/*
 * Pixel memory and what a sample means. All samples are 8 bit: sources of 16 bit are rounded to 8
 * by their codec ((v * 255 + 32767) / 65535), fewer bits are widened (v * 255 / max).
 */
#ifndef IMAGE_PIXELS_H
#define IMAGE_PIXELS_H

#include "base/def.h"
#include "base/err.h"

struct image_limits;

enum pixel_model {
    MODEL_GREY, /* 1 channel */
    MODEL_RGB,  /* 3, interleaved */
    MODEL_CMYK, /* 4, interleaved; 255 is full ink (Adobe's inversion is undone by the codec) */
    MODEL_YCC,  /* 3 planes of one channel, JFIF's full-range Y Cb Cr; JPEG alone */
};

/* Interleaved channels of a model, alpha not counted. */
uint8_t model_channels(enum pixel_model model);

/* A whole picture, rows at stride bytes; { 0 } is a valid empty one. Alpha, where there is one, is
 * the last channel and not premultiplied. */
struct image {
    uint8_t *data;
    uint32_t width_px, height_px;
    size_t stride;
    uint8_t channels;
};

/*
 * Zeroed memory for a picture whose size comes from outside. ERR_LIMIT
 * (INGEST_MAX_DECODE_MEMORY_MIB) when it is over limits->max_memory_bytes or the system refuses it;
 * limits NULL: only the latter.
 */
MUST_CHECK int image_alloc(struct image *out, uint32_t width_px, uint32_t height_px,
                           uint8_t channels, const struct image_limits *limits, struct err *err);
void image_release(struct image *image);
DEFINE_TAKE(image)

/* The same for plain bytes; mem_free() gives them back. */
MUST_CHECK int pixels_alloc(uint8_t **out, uint64_t bytes, const struct image_limits *limits,
                            struct err *err);

/* ERR_LIMIT where the system refuses memory for what a picture's size asks for. Gives -1. */
int pixels_refused(struct err *err, const char *what);

/* Colours of n pixels, which have been multiplied by their alpha, as they were; where alpha is 0
 * they stay. */
void rgba_unpremultiply(uint8_t *px, size_t n);

/* A sample of 1 to 16 bits as one of 8. */
static inline uint8_t sample_to_8_bits(uint32_t value, uint32_t bits)
{
    uint32_t max = (1u << bits) - 1;

    return bits == 8 ? (uint8_t)value : (uint8_t)((value * 255 + max / 2) / max);
}

static inline uint8_t *image_row(const struct image *image, uint32_t y)
{
    return image->data + (size_t)y * image->stride;
}

#endif
