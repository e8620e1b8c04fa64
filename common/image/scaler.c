#include "image/scaler.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"

#define ROW_ALIGN           64
#define EDGE_PX             16
#define LEAST_RATIO_OF_HALF 2.0 /* what halving has to leave to the Lanczos filter */

int planes_alloc(struct planes *planes, const uint32_t *rows, const struct image_limits *limits,
                 struct err *err)
{
    for (size_t p = 0; p < planes->n; p++) {
        /* Room for two blocks past the edge, which the JPEG encoder reads. */
        uint64_t width = (uint64_t)planes->plane[p].width_px + EDGE_PX;
        uint64_t stride = (width + ROW_ALIGN - 1) / ROW_ALIGN * ROW_ALIGN;

        planes->plane[p].stride = (size_t)stride;
        TRY(pixels_alloc(&planes->plane[p].data, stride * rows[p], limits, err));
    }
    return 0;
}

void planes_release(struct planes *planes)
{
    for (size_t p = 0; p < planes->n; p++) {
        mem_free(planes->plane[p].data);
    }
    *planes = (struct planes){ 0 };
}

int planes_turned(const struct planes *stored, struct turn turn, const struct image_limits *limits,
                  struct planes *out, struct err *err)
{
    uint32_t rows[CHANNELS_MAX] = { 0 };

    out->n = stored->n;
    for (size_t k = 0; k < stored->n; k++) {
        uint32_t w = stored->plane[k].width_px, h = stored->plane[k].height_px;

        out->plane[k].width_px = turn.swapped ? h : w;
        out->plane[k].height_px = rows[k] = turn.swapped ? w : h;
    }
    TRY(planes_alloc(out, rows, limits, err));
    for (size_t k = 0; k < stored->n; k++) {
        uint32_t w = out->plane[k].width_px, h = out->plane[k].height_px;
        size_t stride = stored->plane[k].stride;
        ptrdiff_t step = turn.swapped ? (ptrdiff_t)stride : 1;

        for (uint32_t y = 0; y < h; y++) {
            uint8_t *to = out->plane[k].data + y * out->plane[k].stride;
            size_t line = turn.flip_y ? h - 1 - y : y, column = turn.flip_x ? w - 1 : 0;
            const uint8_t *from = stored->plane[k].data +
                                  (turn.swapped ? column * stride + line : line * stride + column);
            ptrdiff_t move = turn.flip_x ? -step : step;

            for (uint32_t x = 0; x < w; x++) {
                to[x] = from[(ptrdiff_t)x * move];
            }
        }
    }
    return 0;
}

/* One axis of one plane, upright: which samples of the source make the outputs. */
struct axis {
    double crop, part; /* start and length of what is used, in upright source px */
    double whole;      /* the source's length, in its px */
    uint32_t n_px;     /* that the part is scaled to */
    uint32_t sub;      /* output samples are so many px wide */
    bool flipped;      /* the stored line runs the other way */
};

static uint32_t samples(uint32_t n_px, uint32_t sub)
{
    return (n_px + sub - 1) / sub;
}

/*
 * In stored order. extent: the plane's exact length in samples (the picture may end inside the last
 * one). A flipped line has the same centres seen from its other end, where an odd length leaves
 * half a chroma sample over.
 */
static void axis_kernel(const struct axis *axis, double extent, uint32_t n_src, bool even,
                        struct kernel *out)
{
    double to_samples = extent / axis->whole;
    uint32_t n_out = samples(axis->n_px, axis->sub);
    double step = axis->part / axis->n_px * axis->sub * to_samples;
    double crop = axis->flipped ? axis->whole - axis->crop - axis->part : axis->crop;
    double start = crop * to_samples;

    if (axis->flipped) {
        start += (axis->n_px - (double)n_out * axis->sub) * step / axis->sub;
    }
    kernel_make(out, start, step, n_out, n_src, even);
}

static bool is_alike(const struct plane_shape *a, const struct plane_shape *b)
{
    return a->width_px == b->width_px && a->height_px == b->height_px &&
           a->extent_x == b->extent_x && a->extent_y == b->extent_y;
}

static void make_kernels(struct scaler *scaler, const struct scaler_options *options)
{
    const struct placement *place = &options->placement;
    const struct decoder *decoder = scaler->feed->decoder;
    bool swapped = options->turn.swapped;
    struct axis x = { place->crop_x,       place->crop_w, decoder->width_px, place->scaled_w, 1,
                      options->turn.flip_x };
    struct axis y = { place->crop_y,       place->crop_h, decoder->height_px, place->scaled_h, 1,
                      options->turn.flip_y };
    struct axis stored_x = swapped ? y : x, stored_y = swapped ? x : y;

    stored_x.whole = decoder->width_px;
    stored_y.whole = decoder->height_px;
    for (size_t p = 0; p < scaler->feed->n_planes; p++) {
        const struct plane_shape *shape = &scaler->feed->levels[scaler->level].rings[p].shape;

        if (p > 1 && is_alike(shape, &scaler->feed->levels[scaler->level].rings[1].shape)) {
            scaler->kernels[p] = scaler->kernels[1]; /* Cr as Cb, which owns them */
            continue;
        }
        if (p > 0) {
            stored_x.sub = swapped ? options->sub_y : options->sub_x;
            stored_y.sub = swapped ? options->sub_x : options->sub_y;
        }
        axis_kernel(&stored_x, shape->extent_x, shape->width_px, scale_best()->eight != NULL,
                    &scaler->kernels[p].across);
        axis_kernel(&stored_y, shape->extent_y, shape->height_px, false, &scaler->kernels[p].down);
    }
}

/* The smallest ratio of a plane's samples as decoded to its samples in the output, over both axes.
 */
static double ratio_of(const struct feed *feed, const struct scaler_options *options, size_t plane)
{
    const struct placement *place = &options->placement;
    const struct plane_shape *shape = &feed->levels[0].rings[plane].shape;
    double x = place->crop_w / place->scaled_w, y = place->crop_h / place->scaled_h;

    if (plane > 0) {
        x *= options->sub_x;
        y *= options->sub_y;
    }
    if (options->turn.swapped) {
        double keep = x;

        x = y;
        y = keep;
    }
    return fmin(x * shape->extent_x / feed->decoder->width_px,
                y * shape->extent_y / feed->decoder->height_px);
}

static size_t choose_level(const struct feed *feed, const struct scaler_options *options)
{
    double ratio = ratio_of(feed, options, 0);
    uint32_t halvings = 0;

    /* Chroma is often stored coarser than luma. */
    for (size_t p = 1; p < feed->n_planes && !options->rough_chroma; p++) {
        ratio = fmin(ratio, ratio_of(feed, options, p));
    }
    while (ratio >= 2 * LEAST_RATIO_OF_HALF && halvings + 2 < FEED_LEVELS) {
        ratio /= 2;
        halvings++;
    }
    return feed_level(feed, halvings);
}

static void set_planes(struct scaler *scaler, uint32_t band_rows)
{
    const struct feed *feed = scaler->feed;
    struct planes *out = &scaler->out;

    out->n = feed->n_planes > 1 ? feed->n_planes : feed->levels[0].rings[0].shape.channels;
    for (size_t k = 0; k < out->n; k++) {
        size_t p = feed->n_planes > 1 ? k : 0;
        uint32_t luma_rows = scaler->kernels[0].down.n_out;

        out->plane[k].width_px = scaler->kernels[p].across.n_out;
        out->plane[k].height_px = scaler->kernels[p].down.n_out;
        scaler->band_rows[k] = out->plane[k].height_px == luma_rows ? band_rows : band_rows / 2;
    }
    scaler->n_bands = (scaler->kernels[0].down.n_out + band_rows - 1) / band_rows;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* One past the last row of the source that band `band` of source plane p needs. */
static uint32_t rows_needed(const struct scaler *scaler, size_t p, uint32_t band)
{
    const struct kernel *down = &scaler->kernels[p].down;
    uint32_t last = least((band + 1) * scaler->band_rows[p], down->n_out) - 1;

    return down->first[last] + down->count[last];
}

static uint32_t bands_needed(const struct scaler *scaler, uint32_t band)
{
    uint32_t most = 0;

    for (size_t p = 0; p < scaler->feed->n_planes; p++) {
        uint32_t bands =
            feed_bands_for(scaler->feed, scaler->level, p, rows_needed(scaler, p, band));

        most = bands > most ? bands : most;
    }
    return most;
}

/* How far back each band looks from the newest row, when the last of its planes is served. */
static void want_rows(struct scaler *scaler, struct feed *feed)
{
    for (uint32_t band = 0; band < scaler->n_bands; band++) {
        uint32_t bands = bands_needed(scaler, band);

        for (size_t p = 0; p < feed->n_planes; p++) {
            uint32_t first = scaler->kernels[p].down.first[band * scaler->band_rows[p]];
            uint32_t upto = feed_rows_after(feed, scaler->level, p, bands);
            /* The decoder writes whole bands, past the picture's last row too. */
            uint32_t slack = scaler->level == 0 ? feed->levels[0].rings[p].shape.band_rows : 1;

            feed_want(feed, scaler->level, p, (upto > first ? upto - first : 0) + slack);
        }
    }
}

/* Planes of one channel whose lines are made eight at a time, where there are so many. */
static bool is_by_eight(const struct scaler *scaler, size_t p)
{
    return scale_best()->eight &&
           scaler->feed->levels[scaler->level].rings[p].shape.channels == 1 &&
           !scaler->kernels[p].across.identity;
}

int scaler_init(struct scaler *scaler, struct feed *feed, const struct scaler_options *options,
                struct err *err)
{
    uint32_t rows[CHANNELS_MAX] = { 0 };
    size_t longest = 0;

    *scaler = (struct scaler){ .feed = feed, .whole = options->whole };
    scaler->level = choose_level(feed, options);
    make_kernels(scaler, options);
    if (scaler->kernels[0].across.identity && scaler->kernels[0].down.identity) {
        scaler->level = 0; /* untouched samples: alpha not multiplied in */
    }
    set_planes(scaler, options->band_rows);
    want_rows(scaler, feed);
    for (size_t k = 0; k < scaler->out.n; k++) {
        rows[k] = options->whole ? scaler->out.plane[k].height_px : scaler->band_rows[k];
    }
    for (size_t p = 0; p < feed->n_planes; p++) {
        const struct plane_shape *shape = &feed->levels[scaler->level].rings[p].shape;
        const struct kernel *across = &scaler->kernels[p].across;
        size_t n = is_by_eight(scaler, p)
                       ? scale_eight_room(shape->width_px, across)
                       : (size_t)shape->width_px * shape->channels + SCALE_PAD + across->taps;

        longest = n > longest ? n : longest;
    }
    scaler->line = mem_array(longest, sizeof(*scaler->line));
    if (feed->levels[0].rings[0].shape.channels > 1) {
        scaler->channel = mem_array(longest, sizeof(*scaler->channel));
    }
    return planes_alloc(&scaler->out, rows, feed->decoder->limits, err);
}

void scaler_release(struct scaler *scaler)
{
    for (size_t p = FEED_PLANES; p-- > 0;) {
        if (p < 2 || scaler->kernels[p].down.first != scaler->kernels[1].down.first) {
            kernel_release(&scaler->kernels[p].down);
            kernel_release(&scaler->kernels[p].across);
        }
    }
    planes_release(&scaler->out);
    mem_free(scaler->line);
    mem_free(scaler->channel);
    *scaler = (struct scaler){ 0 };
}

uint8_t *scaler_row(const struct scaler *scaler, size_t plane, uint32_t y)
{
    uint32_t at = scaler->whole ? y : y % scaler->band_rows[plane];

    return scaler->out.plane[plane].data + (size_t)at * scaler->out.plane[plane].stride;
}

static void pick_channel(const int16_t *line, size_t n, size_t channels, size_t c, int16_t *out)
{
    for (size_t i = 0; i < n; i++) {
        out[i] = line[i * channels + c];
    }
}

static void scale_one(struct scaler *scaler, size_t p, uint32_t y, const uint8_t **rows)
{
    const struct ring *ring = &scaler->feed->levels[scaler->level].rings[p];
    const struct kernel *down = &scaler->kernels[p].down, *across = &scaler->kernels[p].across;
    const struct scale_ops *ops = scale_best();
    size_t channels = ring->shape.channels, n = ring->shape.width_px;

    for (uint32_t t = 0; t < down->count[y]; t++) {
        rows[t] = ring_row(ring, down->first[y] + t);
    }
    if (channels == 1 && down->identity && across->identity) {
        memcpy(scaler_row(scaler, p, y), rows[0] + across->first[0], across->n_out);
        return;
    }
    ops->vertical(rows, down->weights + (size_t)y * down->taps, down->count[y], 0, n * channels,
                  scaler->line);
    for (size_t c = 0; c < channels; c++) {
        if (channels > 1) {
            pick_channel(scaler->line, n, channels, c, scaler->channel);
        }
        ops->horizontal(channels > 1 ? scaler->channel : scaler->line, across,
                        scaler_row(scaler, p + c, y));
    }
}

/* Output rows y to y + 7 of a plane. rows: room for eight times the taps. */
static void scale_eight(struct scaler *scaler, size_t p, uint32_t y, const uint8_t **rows)
{
    const struct ring *ring = &scaler->feed->levels[scaler->level].rings[p];
    const struct kernel *down = &scaler->kernels[p].down;
    struct scale_eight eight = { .n = ring->shape.width_px };
    uint8_t *out[8];

    for (uint32_t k = 0; k < 8; k++, rows += down->taps) {
        eight.rows[k] = rows;
        eight.weights[k] = down->weights + (size_t)(y + k) * down->taps;
        eight.taps[k] = down->count[y + k];
        out[k] = scaler_row(scaler, p, y + k);
        for (uint32_t t = 0; t < down->count[y + k]; t++) {
            rows[t] = ring_row(ring, down->first[y + k] + t);
        }
    }
    scale_best()->eight(&eight, &scaler->kernels[p].across, scaler->line, out);
}

bool scaler_band(struct scaler *scaler)
{
    uint32_t band = scaler->next_band;

    if (band >= scaler->n_bands || bands_needed(scaler, band) > scaler->feed->bands_read) {
        return false;
    }
    for (size_t p = 0; p < scaler->feed->n_planes; p++) {
        const struct kernel *down = &scaler->kernels[p].down;
        const uint8_t **rows = mem_array((size_t)8 * down->taps, sizeof(*rows));
        uint32_t upto = least((band + 1) * scaler->band_rows[p], down->n_out);
        uint32_t y = band * scaler->band_rows[p];

        for (; is_by_eight(scaler, p) && y + 8 <= upto; y += 8) {
            scale_eight(scaler, p, y, rows);
        }
        for (; y < upto; y++) {
            scale_one(scaler, p, y, rows);
        }
        mem_free(rows);
    }
    scaler->next_band++;
    return true;
}
