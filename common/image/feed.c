#include "image/feed.h"

#include <assert.h>

#include "base/mem.h"
#include "image/apart.h"
#include "image/halve.h"

#define STRIDE_ALIGN  64
#define BAND_ROWS_MAX 64 /* 4 sampling rows of blocks, twice as high where DCT-scaled up */

static struct plane_shape half_of(const struct plane_shape *shape)
{
    struct plane_shape half = *shape;

    half.width_px = (shape->width_px + 1) / 2;
    half.height_px = (shape->height_px + 1) / 2;
    half.extent_x = shape->extent_x / 2;
    half.extent_y = shape->extent_y / 2;
    half.row_bytes = (size_t)half.width_px * half.channels;
    return half;
}

/* With alpha level 1 is a copy, multiplied; what follows are halves of the one before. */
static bool is_copy(const struct feed *feed, size_t level)
{
    return level == 1 && feed->decoder->has_alpha;
}

static bool is_beside(const struct frame *frame)
{
    return frame->n_planes == 1 && frame->planes[0].channels > 1 &&
           frame->planes[0].channels <= FEED_PLANES && frame->planes[0].band_rows == 1;
}

/* Level 0: the decoder's planes, or one for each of its channels. */
static void set_rings(struct feed *feed, const struct frame *frame)
{
    bool beside = is_beside(frame);

    feed->n_planes = beside ? frame->planes[0].channels : frame->n_planes;
    for (size_t p = 0; p < feed->n_planes; p++) {
        struct plane_shape *shape = &feed->levels[0].rings[p].shape;

        *shape = frame->planes[beside ? 0 : p];
        if (beside) {
            shape->channels = 1;
            shape->row_bytes = shape->width_px;
        }
    }
}

void feed_init(struct feed *feed, struct decoder *decoder)
{
    *feed = (struct feed){ .decoder = decoder, .n_levels = 1 };
    set_rings(feed, &decoder->frame);
    for (size_t p = 0; p < feed->n_planes; p++) {
        const struct plane_shape *shape = &feed->levels[0].rings[p].shape;
        uint32_t bands = (shape->height_px + shape->band_rows - 1) / shape->band_rows;

        feed->n_bands = bands > feed->n_bands ? bands : feed->n_bands;
        assert(shape->band_rows >= 1 && shape->band_rows <= BAND_ROWS_MAX);
    }
    for (size_t level = 1; level < FEED_LEVELS; level++) {
        bool copy = is_copy(feed, level);

        feed->levels[level].halvings = feed->levels[level - 1].halvings + (copy ? 0 : 1);
        for (size_t p = 0; p < feed->n_planes; p++) {
            const struct plane_shape *before = &feed->levels[level - 1].rings[p].shape;

            feed->levels[level].rings[p].shape = copy ? *before : half_of(before);
        }
    }
}

void feed_release(struct feed *feed)
{
    for (size_t level = 0; level < FEED_LEVELS; level++) {
        for (size_t p = 0; p < FEED_PLANES; p++) {
            mem_free(feed->levels[level].rings[p].data);
        }
    }
    mem_free(feed->beside);
    *feed = (struct feed){ 0 };
}

size_t feed_level(const struct feed *feed, uint32_t halvings)
{
    return halvings + (feed->decoder->has_alpha ? 1 : 0);
}

uint32_t feed_rows_after(const struct feed *feed, size_t level, size_t plane, uint32_t n_bands)
{
    const struct ring *first = &feed->levels[0].rings[plane];
    const struct ring *ring = &feed->levels[level].rings[plane];
    uint64_t rows = (uint64_t)n_bands * first->shape.band_rows;

    if (rows >= first->shape.height_px) {
        return ring->shape.height_px;
    }
    return (uint32_t)(rows >> feed->levels[level].halvings);
}

uint32_t feed_bands_for(const struct feed *feed, size_t level, size_t plane, uint32_t n_rows)
{
    const struct ring *first = &feed->levels[0].rings[plane];
    uint64_t rows = (uint64_t)n_rows << feed->levels[level].halvings;
    uint64_t bands = (rows + first->shape.band_rows - 1) / first->shape.band_rows;

    return bands < feed->n_bands ? (uint32_t)bands : feed->n_bands;
}

void feed_want(struct feed *feed, size_t level, size_t plane, uint32_t n_rows)
{
    struct ring *ring = &feed->levels[level].rings[plane];

    ring->capacity = n_rows > ring->capacity ? n_rows : ring->capacity;
    feed->n_levels = level + 1 > feed->n_levels ? level + 1 : feed->n_levels;
}

/* A ring holds at least one band and the row that waits for its partner. */
static int ring_alloc(const struct feed *feed, size_t level, size_t p, struct ring *ring,
                      struct err *err)
{
    uint32_t band = feed->levels[0].rings[p].shape.band_rows;
    uint32_t least = (band >> feed->levels[level].halvings) + 3;
    uint64_t stride = (ring->shape.row_bytes + STRIDE_ALIGN - 1) / STRIDE_ALIGN * STRIDE_ALIGN;

    /* Level 0 is written by whole bands from a multiple of the band on: rows of one band may not
     * wrap onto each other. */
    ring->capacity = ring->capacity > least ? ring->capacity : least;
    ring->stride = (size_t)stride;
    return pixels_alloc(&ring->data, stride * ring->capacity, feed->decoder->limits, err);
}

int feed_alloc(struct feed *feed, struct err *err)
{
    if (is_beside(&feed->decoder->frame)) {
        TRY(pixels_alloc(&feed->beside, feed->decoder->frame.planes[0].row_bytes,
                         feed->decoder->limits, err));
    }
    for (size_t level = 0; level < feed->n_levels; level++) {
        for (size_t p = 0; p < feed->n_planes; p++) {
            TRY(ring_alloc(feed, level, p, &feed->levels[level].rings[p], err));
        }
    }
    return 0;
}

/* in * alpha / 255, rounded; sums of 16 bits. */
static void premultiply_plane(const uint8_t *in, const uint8_t *alpha, uint8_t *out, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint16_t product = (uint16_t)(in[i] * alpha[i] + 128);

        out[i] = (uint8_t)((uint16_t)(product + (product >> 8)) >> 8);
    }
}

/* A row of plane p, alpha multiplied in; alpha is the last plane, or the last channel. */
static void premultiply(const struct feed *feed, size_t p, uint32_t y, const struct ring *below,
                        uint8_t *out)
{
    const uint8_t *in = ring_row(below, y);
    uint32_t channels = below->shape.channels, n = below->shape.width_px;

    if (channels == 1 && p + 1 < feed->n_planes) {
        premultiply_plane(in, ring_row(&feed->levels[0].rings[feed->n_planes - 1], y), out, n);
        return;
    }
    for (uint32_t i = 0; i < n; i++, in += channels, out += channels) {
        uint32_t alpha = in[channels - 1];

        for (uint32_t c = 0; c + 1 < channels; c++) {
            uint32_t product = in[c] * alpha + 128;

            out[c] = (uint8_t)((product + (product >> 8)) >> 8); /* product / 255, rounded */
        }
        out[channels - 1] = (uint8_t)alpha;
    }
}

/* Brings a level's plane up to what the one below has. */
static void catch_up(struct feed *feed, size_t level, size_t p)
{
    const struct ring *below = &feed->levels[level - 1].rings[p];
    struct ring *ring = &feed->levels[level].rings[p];
    uint32_t upto =
        below->arrived == below->shape.height_px ? ring->shape.height_px : below->arrived / 2;

    if (is_copy(feed, level)) {
        for (; ring->arrived < below->arrived; ring->arrived++) {
            premultiply(feed, p, ring->arrived, below, ring_row(ring, ring->arrived));
        }
        return;
    }
    for (; ring->arrived < upto; ring->arrived++) {
        uint32_t y = ring->arrived * 2;
        uint32_t next = y + 1 < below->shape.height_px ? y + 1 : y;

        halve_rows(ring_row(below, y), ring_row(below, next), ring_row(ring, ring->arrived),
                   below->shape.width_px, ring->shape.channels);
    }
}

/* The decoder's next band, into the rings. */
static int read_band(struct feed *feed, uint8_t *const *const *planes, struct err *err)
{
    const struct codec *codec = feed->decoder->codec;
    uint8_t *const *beside = &feed->beside;
    uint8_t *rows[FEED_PLANES] = { 0 };

    if (!feed->beside) {
        return codec->read(feed->decoder, planes, err);
    }
    TRY(codec->read(feed->decoder, &beside, err));
    for (size_t p = 0; p < feed->n_planes; p++) {
        rows[p] = planes[p][0];
    }
    channels_apart(feed->beside, feed->n_planes, feed->decoder->frame.planes[0].width_px, rows);
    return 0;
}

int feed_read(struct feed *feed, struct err *err)
{
    uint8_t *rows[FEED_PLANES][BAND_ROWS_MAX];
    uint8_t *const *planes[FEED_PLANES] = { rows[0], rows[1], rows[2], rows[3] };

    for (size_t p = 0; p < feed->n_planes; p++) {
        struct ring *ring = &feed->levels[0].rings[p];

        for (uint32_t i = 0; i < ring->shape.band_rows; i++) {
            rows[p][i] = ring_row(ring, feed->bands_read * ring->shape.band_rows + i);
        }
    }
    TRY(read_band(feed, planes, err));
    feed->bands_read++;
    for (size_t p = 0; p < feed->n_planes; p++) {
        feed->levels[0].rings[p].arrived = feed_rows_after(feed, 0, p, feed->bands_read);
        for (size_t k = 1; k < feed->n_levels; k++) {
            catch_up(feed, k, p);
        }
    }
    return 0;
}
