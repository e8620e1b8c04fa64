/* ThumbHash as github.com/evanw/thumbhash encodes it. */
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "image/insight_parts.h"

#define THUMBHASH_SIDE_PX 100
#define MAX_TERMS         7
#define MAX_AC            (MAX_TERMS * (MAX_TERMS + 1) / 2)

/* Luminance, yellow-blue, red-green and alpha, a plane of doubles each. */
enum { CHANNEL_L, CHANNEL_P, CHANNEL_Q, CHANNEL_A, CHANNELS };

struct channel {
    double dc, scale, ac[MAX_AC];
    size_t n_ac;
};

struct thumb {
    uint8_t *rgba;
    uint32_t width, height;
    double *planes; /* CHANNELS * width * height */
    double across[THUMBHASH_SIDE_PX][MAX_TERMS], down[THUMBHASH_SIDE_PX][MAX_TERMS]; /* cosines */
};

static void thumb_release(struct thumb *thumb)
{
    mem_free(thumb->rgba);
    mem_free(thumb->planes);
    *thumb = (struct thumb){ 0 };
}

/* One channel of the plane, times alpha where it is a colour. */
static void gather(const struct image *in, size_t channel, uint8_t *out)
{
    for (uint32_t y = 0; y < in->height_px; y++) {
        const uint8_t *row = image_row(in, y);

        for (uint32_t x = 0; x < in->width_px; x++, row += 4) {
            *out++ =
                channel == 3 ? row[3] : (uint8_t)((row[channel] * (uint32_t)row[3] + 127) / 255);
        }
    }
}

static void scale_down(const struct image *in, struct thumb *thumb)
{
    bool opaque = insight_is_opaque(in);
    size_t n = (size_t)thumb->width * thumb->height;
    uint8_t *from = mem_array((size_t)in->width_px * in->height_px, 1), *to = mem_array(n, 4);

    memset(to + 3 * n, 255, n);
    for (size_t c = 0; c < (opaque ? 3 : 4); c++) {
        gather(in, c, from);
        insight_resize(from, in->width_px, in->height_px, to + c * n, thumb->width, thumb->height);
    }
    for (size_t i = 0; i < n; i++) {
        unsigned alpha = to[3 * n + i];

        for (size_t c = 0; c < 3; c++) {
            unsigned value = alpha > 0 ? (to[c * n + i] * 255u + alpha / 2) / alpha : 0;

            thumb->rgba[4 * i + c] = (uint8_t)(value > 255 ? 255 : value);
        }
        thumb->rgba[4 * i + 3] = (uint8_t)alpha;
    }
    mem_free(from);
    mem_free(to);
}

static uint32_t fitted(uint32_t side, uint32_t longest)
{
    uint64_t size = ((uint64_t)side * THUMBHASH_SIDE_PX * 2 + longest) / (2 * (uint64_t)longest);

    return size > 0 ? (uint32_t)size : 1;
}

static void fill_cosines(double table[THUMBHASH_SIDE_PX][MAX_TERMS], uint32_t side)
{
    for (uint32_t term = 0; term < MAX_TERMS; term++) {
        for (uint32_t i = 0; i < side; i++) {
            table[i][term] = cos(M_PI / side * term * (i + 0.5));
        }
    }
}

static void thumb_init(struct thumb *thumb, const struct image *in)
{
    uint32_t longest = in->width_px > in->height_px ? in->width_px : in->height_px;
    bool small = longest <= THUMBHASH_SIDE_PX;

    thumb->width = small ? in->width_px : fitted(in->width_px, longest);
    thumb->height = small ? in->height_px : fitted(in->height_px, longest);
    fill_cosines(thumb->across, thumb->width);
    fill_cosines(thumb->down, thumb->height);
    thumb->rgba = mem_array((size_t)thumb->width * thumb->height, 4);
    thumb->planes = mem_array((size_t)thumb->width * thumb->height, CHANNELS * sizeof(double));
    if (!small) {
        scale_down(in, thumb);
        return;
    }
    for (uint32_t y = 0; y < in->height_px; y++) {
        memcpy(thumb->rgba + (size_t)y * in->width_px * 4, image_row(in, y),
               (size_t)in->width_px * 4);
    }
}

/* Fills the planes over the average colour; true when a pixel is not opaque. */
static bool thumb_planes(struct thumb *thumb)
{
    size_t n = (size_t)thumb->width * thumb->height;
    double average[4] = { 0 };

    for (size_t i = 0; i < n; i++) {
        double alpha = thumb->rgba[4 * i + 3] / 255.0;

        for (size_t c = 0; c < 3; c++) {
            average[c] += alpha / 255 * thumb->rgba[4 * i + c];
        }
        average[3] += alpha;
    }
    for (size_t c = 0; c < 3 && average[3] > 0; c++) {
        average[c] /= average[3];
    }
    for (size_t i = 0; i < n; i++) {
        double alpha = thumb->rgba[4 * i + 3] / 255.0, rgb[3];

        for (size_t c = 0; c < 3; c++) {
            rgb[c] = average[c] * (1 - alpha) + alpha / 255 * thumb->rgba[4 * i + c];
        }
        thumb->planes[CHANNEL_L * n + i] = (rgb[0] + rgb[1] + rgb[2]) / 3;
        thumb->planes[CHANNEL_P * n + i] = (rgb[0] + rgb[1]) / 2 - rgb[2];
        thumb->planes[CHANNEL_Q * n + i] = rgb[0] - rgb[1];
        thumb->planes[CHANNEL_A * n + i] = alpha;
    }
    return average[3] < (double)n;
}

/* The sums of one row weighed by each cosine across. */
static void rows_across(const struct thumb *thumb, size_t channel, uint32_t terms, double *out)
{
    const double *row = thumb->planes + channel * thumb->width * thumb->height;

    for (uint32_t y = 0; y < thumb->height; y++, row += thumb->width) {
        double sums[MAX_TERMS] = { 0 };

        for (uint32_t x = 0; x < thumb->width; x++) {
            for (uint32_t cx = 0; cx < terms; cx++) { /* none waits for another */
                sums[cx] += row[x] * thumb->across[x][cx];
            }
        }
        for (uint32_t cx = 0; cx < terms; cx++) {
            out[cx * THUMBHASH_SIDE_PX + y] = sums[cx];
        }
    }
}

static void encode_channel(const struct thumb *thumb, size_t channel, uint32_t nx, uint32_t ny,
                           struct channel *out)
{
    double across[MAX_TERMS * THUMBHASH_SIDE_PX];
    double pixels = (double)thumb->width * thumb->height;

    rows_across(thumb, channel, nx, across);
    for (uint32_t cy = 0; cy < ny; cy++) {
        for (uint32_t cx = 0; cx * ny < nx * (ny - cy); cx++) {
            double f = 0;

            for (uint32_t y = 0; y < thumb->height; y++) {
                f += across[cx * THUMBHASH_SIDE_PX + y] * thumb->down[y][cy];
            }
            f /= pixels;
            if (cx == 0 && cy == 0) {
                out->dc = f;
                continue;
            }
            out->ac[out->n_ac++] = f;
            out->scale = fmax(out->scale, fabs(f));
        }
    }
    for (size_t i = 0; i < out->n_ac && out->scale > 0; i++) {
        out->ac[i] = 0.5 + 0.5 / out->scale * out->ac[i];
    }
}

/* Math.round of JavaScript, which the reference uses; held to what the field can take. */
static uint32_t rounded(double value, uint32_t largest)
{
    double whole = floor(value + 0.5);

    return whole < 0 ? 0 : whole > largest ? largest : (uint32_t)whole;
}

static uint32_t terms_of(uint32_t limit, uint32_t side, uint32_t longest)
{
    uint32_t terms = rounded((double)limit * side / longest, limit);

    return terms > 0 ? terms : 1;
}

static size_t put_header(const struct channel *c, bool alpha, bool landscape, uint32_t terms,
                         uint8_t *out)
{
    uint32_t first = rounded(63 * c[CHANNEL_L].dc, 63) |
                     rounded(31.5 + 31.5 * c[CHANNEL_P].dc, 63) << 6 |
                     rounded(31.5 + 31.5 * c[CHANNEL_Q].dc, 63) << 12 |
                     rounded(31 * c[CHANNEL_L].scale, 31) << 18 | (uint32_t)alpha << 23;
    uint32_t second = terms | rounded(63 * c[CHANNEL_P].scale, 63) << 3 |
                      rounded(63 * c[CHANNEL_Q].scale, 63) << 9 | (uint32_t)landscape << 15;

    out[0] = (uint8_t)first;
    out[1] = (uint8_t)(first >> 8);
    out[2] = (uint8_t)(first >> 16);
    out[3] = (uint8_t)second;
    out[4] = (uint8_t)(second >> 8);
    if (!alpha) {
        return 5;
    }
    out[5] =
        (uint8_t)(rounded(15 * c[CHANNEL_A].dc, 15) | rounded(15 * c[CHANNEL_A].scale, 15) << 4);
    return 6;
}

size_t insight_thumbhash(const struct image *in, uint8_t out[INSIGHT_THUMBHASH_MAX])
{
    CLEANUP(thumb_release) struct thumb thumb = { 0 };
    struct channel channels[CHANNELS] = { 0 };
    uint32_t longest, lx, ly, limit;
    size_t at, nibble = 0;
    bool alpha;

    thumb_init(&thumb, in);
    alpha = thumb_planes(&thumb);
    longest = thumb.width > thumb.height ? thumb.width : thumb.height;
    limit = alpha ? 5 : 7; /* fewer terms of luminance leave room for the alpha channel */
    lx = terms_of(limit, thumb.width, longest);
    ly = terms_of(limit, thumb.height, longest);
    encode_channel(&thumb, CHANNEL_L, lx > 3 ? lx : 3, ly > 3 ? ly : 3, &channels[CHANNEL_L]);
    encode_channel(&thumb, CHANNEL_P, 3, 3, &channels[CHANNEL_P]);
    encode_channel(&thumb, CHANNEL_Q, 3, 3, &channels[CHANNEL_Q]);
    if (alpha) {
        encode_channel(&thumb, CHANNEL_A, 5, 5, &channels[CHANNEL_A]);
    }
    memset(out, 0, INSIGHT_THUMBHASH_MAX);
    at = put_header(channels, alpha, thumb.width > thumb.height,
                    thumb.width > thumb.height ? ly : lx, out);
    for (size_t c = 0; c < CHANNELS; c++) {
        for (size_t i = 0; i < channels[c].n_ac; i++, nibble++) {
            out[at + nibble / 2] |=
                (uint8_t)(rounded(15 * channels[c].ac[i], 15) << (nibble % 2 * 4));
        }
    }
    return at + (nibble + 1) / 2;
}
