/* The single answers of insight.h, for insight.c and for tests. */
#ifndef IMAGE_INSIGHT_PARTS_H
#define IMAGE_INSIGHT_PARTS_H

#include "image/insight.h"

#define INSIGHT_BLURHASH_MAX  64 /* characters with the NUL: 4x3 components make 28 */
#define INSIGHT_THUMBHASH_MAX 32
#define INSIGHT_COLOURS       5

struct insight_colour {
    uint8_t red, green, blue;
    double share; /* of the visible pixels, 0..1 */
};

struct insight {
    char blurhash[INSIGHT_BLURHASH_MAX];
    uint8_t thumbhash[INSIGHT_THUMBHASH_MAX];
    size_t thumbhash_len;
    uint64_t dhash, phash;
    struct insight_colour average, dominant[INSIGHT_COLOURS];
    size_t n_dominant; /* under 5 where the picture has fewer colours */
    bool is_opaque;
    double entropy, sharpness;
};

bool insight_is_opaque(const struct image *rgba);
void insight_measure(const struct image *rgba, struct insight *out);
struct json_object *insight_json(const struct insight *insight);

/* A copy of a plane with fixed layout: packed RGB over white (what a viewer sees), for what knows
 * no alpha. */
struct insight_rgb {
    uint8_t *rgb; /* 3 * width * height */
    uint32_t width_px, height_px;
};

/* NUL-terminated; components across and down, 1..9 each. */
void insight_blurhash(const struct insight_rgb *in, uint32_t across, uint32_t down,
                      char out[INSIGHT_BLURHASH_MAX]);

/* Takes any size; over 100 px a side it is first scaled to fit, as the format demands. */
size_t insight_thumbhash(const struct image *in, uint8_t out[INSIGHT_THUMBHASH_MAX]);

/* grey: width * height bytes. */
uint64_t insight_dhash(const uint8_t *grey, uint32_t width_px, uint32_t height_px);
uint64_t insight_phash(const uint8_t *grey, uint32_t width_px, uint32_t height_px);

/* k-means over a histogram of 4096 bins; at most INSIGHT_COLOURS, largest share first. */
size_t insight_dominant(const struct image *in, struct insight_colour out[INSIGHT_COLOURS]);
void insight_average(const struct image *in, struct insight_colour *out);

/*
 * Lanczos3 on one 8-bit channel with the arithmetic of Pillow's resize (horizontal first, 22-bit
 * coefficients, rounded to 8 bits between the passes), which the hashes' references build on.
 */
void insight_resize(const uint8_t *in, uint32_t in_width, uint32_t in_height, uint8_t *out,
                    uint32_t out_width, uint32_t out_height);

#endif
