/*
 * One rendition's pixels, from the feed's rows to its own planes of 8 bit samples, a band at a
 * time; in the orientation in which the source is stored.
 */
#ifndef IMAGE_SCALER_H
#define IMAGE_SCALER_H

#include "image/feed.h"
#include "image/geometry.h"
#include "image/scale.h"

#define CHANNELS_MAX 5 /* CMYK and alpha */

/* Separate planes, one a channel. */
struct planes {
    size_t n;
    struct {
        uint8_t *data;
        size_t stride;
        uint32_t width_px, height_px; /* of the picture; rows in memory may be fewer (one band) */
    } plane[CHANNELS_MAX];
};
MUST_CHECK int planes_alloc(struct planes *planes, const uint32_t *rows,
                            const struct image_limits *limits, struct err *err);
void planes_release(struct planes *planes);

/* The planes of a stored picture set upright. */
MUST_CHECK int planes_turned(const struct planes *stored, struct turn turn,
                             const struct image_limits *limits, struct planes *out,
                             struct err *err);

struct scaler {
    const struct feed *feed;
    size_t level;
    struct {
        struct kernel down, across;
    } kernels[FEED_PLANES]; /* of the source's planes */
    struct planes out;
    uint32_t band_rows[CHANNELS_MAX]; /* of each output plane */
    uint32_t n_bands, next_band;
    bool whole;              /* out holds all rows, not one band */
    int16_t *line, *channel; /* between the two passes; line: of eight lines where that is used */
};

struct scaler_options {
    struct placement placement; /* upright */
    struct turn turn;
    uint32_t band_rows;    /* of a plane at full size: 8 or 16 */
    uint32_t sub_x, sub_y; /* chroma of Y Cb Cr: 1 or 2, upright */
    bool whole;
    bool rough_chroma; /* halved as often as luma is, however few samples that leaves of it */
};

/* Says to the feed how many rows it looks back; between feed_init() and feed_alloc(). */
MUST_CHECK int scaler_init(struct scaler *scaler, struct feed *feed,
                           const struct scaler_options *options, struct err *err);
void scaler_release(struct scaler *scaler);

/* The next band if the feed has the rows for it; false: not yet, or no more. */
bool scaler_band(struct scaler *scaler);

/* Row y (of the whole picture) of an output plane of the band at hand. */
uint8_t *scaler_row(const struct scaler *scaler, size_t plane, uint32_t y);

#endif
