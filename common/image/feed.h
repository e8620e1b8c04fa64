/*
 * The source's rows on their way to the renditions: each plane in a ring that holds no more rows
 * than some rendition still needs, and halved copies of it (levels) for renditions that are much
 * smaller.
 *
 * Channels that come side by side are taken apart, up to four: planes scale faster.
 *
 *   decoder -> level 0 (as decoded) -> level 1 (alpha multiplied in; only with alpha) -> halves ...
 */
#ifndef IMAGE_FEED_H
#define IMAGE_FEED_H

#include "image/codec.h"

#define FEED_LEVELS 18 /* 65500 px halve 16 times */
#define FEED_PLANES 4

struct ring {
    struct plane_shape shape; /* of the whole plane at this level */
    uint8_t *data;
    size_t stride;
    uint32_t capacity; /* rows */
    uint32_t arrived;  /* rows so far; the last `capacity` of them are there */
};

struct level {
    struct ring rings[FEED_PLANES];
    uint32_t halvings; /* of the decoded size */
};

struct feed {
    struct decoder *decoder;
    size_t n_planes; /* of the rings: the decoder's, or its channels */
    uint8_t *beside; /* a row as the decoder gives it, where it is taken apart; NULL: it is not */
    struct level levels[FEED_LEVELS];
    size_t n_levels; /* that somebody wants */
    uint32_t n_bands, bands_read;
};

/* After the decoder's start(); the shapes of all levels are there then. */
void feed_init(struct feed *feed, struct decoder *decoder);
void feed_release(struct feed *feed);

/* The level of a picture that is halved so often, for renditions that scale. */
size_t feed_level(const struct feed *feed, uint32_t halvings);

/* After how many bands of the decoder the first n_rows of a plane at a level are there. */
uint32_t feed_bands_for(const struct feed *feed, size_t level, size_t plane, uint32_t n_rows);

/* How many rows have come by after n_bands. */
uint32_t feed_rows_after(const struct feed *feed, size_t level, size_t plane, uint32_t n_bands);

/* Somebody reads at this level and looks back n_rows from the newest. */
void feed_want(struct feed *feed, size_t level, size_t plane, uint32_t n_rows);

/* Takes the memory. */
MUST_CHECK int feed_alloc(struct feed *feed, struct err *err);

/* One band more, through all levels. */
MUST_CHECK int feed_read(struct feed *feed, struct err *err);

static inline uint8_t *ring_row(const struct ring *ring, uint32_t y)
{
    return ring->data + (size_t)(y % ring->capacity) * ring->stride;
}

#endif
