/*
 * From a rendition's scaled samples to the rows that its encoder takes: colours to sRGB, alpha
 * (unmultiplied, or laid onto the background), the canvas around, marks.
 */
#ifndef IMAGE_COMPOSE_H
#define IMAGE_COMPOSE_H

#include "image/codec.h"
#include "image/colour.h"
#include "image/geometry.h"
#include "image/mark.h"

struct compose {
    /* What comes in. */
    enum pixel_model model;
    bool has_alpha, premultiplied;
    const struct colour_map *colour; /* NULL: the samples are sRGB (or plain grey) */
    const struct overlays *overlays; /* NULL: none */
    struct placement placement;
    struct colour_value {
        uint8_t channel[4]; /* RGBA */
    } background;
    /* What goes out: interleaved rows of this model. */
    enum pixel_model out_model; /* MODEL_GREY or MODEL_RGB */
    bool out_alpha;
    uint8_t *samples, *colours; /* a row before and after colour; set by compose_init */
    uint32_t inverse[256];      /* of each alpha, in 1 / 2^32, rounded up */
};

/* Takes scratch rows for the placement's width; the rest is the caller's to fill in before. */
MUST_CHECK int compose_init(struct compose *compose, const struct image_limits *limits,
                            struct err *err);
void compose_release(struct compose *compose);

/* Row y of the canvas. planes: the row of each channel at hand for that y (NULL where the canvas
 * lies outside of the picture). */
void compose_row(const struct compose *compose, const uint8_t *const *planes, uint32_t y,
                 uint8_t *out);

#endif
