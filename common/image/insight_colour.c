/* Average and dominant colours, in whole numbers so that every machine gives the same answer. */
#include <string.h>

#include "base/mem.h"
#include "image/insight_parts.h"

#define BINS       4096 /* 16 levels a channel */
#define ROUNDS     8
#define VISIBLE    128 /* an alpha from here on makes a pixel count for the dominant colours */
#define MIN_APART2 (24 * 24) /* squared distance under which a seed adds no colour of its own */

/* One cell of the histogram: sums of the pixels in it, of which there are 16 million at most. */
struct bin {
    uint32_t n, red, green, blue;
};

/* A cell with pixels: their mean and number. */
struct point {
    int32_t rgb[3];
    uint64_t n;
};

struct cluster {
    int32_t rgb[3];
    uint64_t n, sums[3];
};

void insight_average(const struct image *in, struct insight_colour *out)
{
    uint64_t sums[3] = { 0 }, weight = 0;

    for (uint32_t y = 0; y < in->height_px; y++) {
        const uint8_t *row = image_row(in, y);

        for (uint32_t x = 0; x < in->width_px; x++, row += 4) {
            sums[0] += (uint64_t)row[0] * row[3];
            sums[1] += (uint64_t)row[1] * row[3];
            sums[2] += (uint64_t)row[2] * row[3];
            weight += row[3];
        }
    }
    *out = (struct insight_colour){ .share = weight > 0 ? 1 : 0 };
    if (weight > 0) {
        out->red = (uint8_t)((sums[0] + weight / 2) / weight);
        out->green = (uint8_t)((sums[1] + weight / 2) / weight);
        out->blue = (uint8_t)((sums[2] + weight / 2) / weight);
    }
}

static void count_bins(const struct image *in, struct bin *bins)
{
    for (uint32_t y = 0; y < in->height_px; y++) {
        const uint8_t *row = image_row(in, y);

        for (uint32_t x = 0; x < in->width_px; x++, row += 4) {
            struct bin *bin = &bins[(row[0] >> 4) << 8 | (row[1] >> 4) << 4 | row[2] >> 4];

            if (row[3] >= VISIBLE) {
                bin->n++;
                bin->red += row[0];
                bin->green += row[1];
                bin->blue += row[2];
            }
        }
    }
}

static size_t points_of(const struct bin *bins, struct point *points)
{
    size_t n = 0;

    for (size_t i = 0; i < BINS; i++) {
        if (bins[i].n > 0) {
            points[n++] = (struct point){ { (int32_t)((bins[i].red + bins[i].n / 2) / bins[i].n),
                                            (int32_t)((bins[i].green + bins[i].n / 2) / bins[i].n),
                                            (int32_t)((bins[i].blue + bins[i].n / 2) / bins[i].n) },
                                          bins[i].n };
        }
    }
    return n;
}

static uint32_t distance2(const int32_t *a, const int32_t *b)
{
    int32_t red = a[0] - b[0], green = a[1] - b[1], blue = a[2] - b[2];

    return (uint32_t)(red * red + green * green + blue * blue);
}

static size_t nearest(const struct cluster *clusters, size_t k, const int32_t *rgb)
{
    uint32_t least = UINT32_MAX;
    size_t best = 0;

    for (size_t i = 0; i < k; i++) {
        uint32_t d = distance2(clusters[i].rgb, rgb);

        if (d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

/* The most frequent colour first, then each time the one with the most weight times distance from
 * those that are there. apart: room for n. */
static size_t seed(const struct point *points, size_t n, uint32_t *apart, struct cluster *clusters)
{
    size_t k = 0;

    while (k < INSIGHT_COLOURS) {
        uint64_t best = 0;
        size_t at = n;

        for (size_t i = 0; i < n; i++) {
            uint64_t score = points[i].n;

            if (k > 0) {
                uint32_t d = distance2(clusters[k - 1].rgb, points[i].rgb);

                apart[i] = k == 1 || d < apart[i] ? d : apart[i];
                score = apart[i] < MIN_APART2 ? 0 : points[i].n * apart[i];
            }
            if (score > best) {
                best = score;
                at = i;
            }
        }
        if (at == n) {
            break;
        }
        memcpy(clusters[k++].rgb, points[at].rgb, sizeof(points[at].rgb));
    }
    return k;
}

/* One round; false: it has moved no centre, nor would the next one. */
static bool assign(const struct point *points, size_t n, struct cluster *clusters, size_t k)
{
    bool moved = false;

    for (size_t i = 0; i < k; i++) {
        clusters[i].n = 0;
        memset(clusters[i].sums, 0, sizeof(clusters[i].sums));
    }
    for (size_t i = 0; i < n; i++) {
        struct cluster *cluster = &clusters[nearest(clusters, k, points[i].rgb)];

        cluster->n += points[i].n;
        for (size_t c = 0; c < 3; c++) {
            cluster->sums[c] += points[i].n * (uint64_t)points[i].rgb[c];
        }
    }
    for (size_t i = 0; i < k; i++) {
        for (size_t c = 0; c < 3 && clusters[i].n > 0; c++) {
            int32_t mean = (int32_t)((clusters[i].sums[c] + clusters[i].n / 2) / clusters[i].n);

            moved |= mean != clusters[i].rgb[c];
            clusters[i].rgb[c] = mean;
        }
    }
    return moved;
}

/* Largest first; of equal ones the one that was seeded first. */
static void sort_clusters(struct cluster *clusters, size_t k)
{
    for (size_t i = 1; i < k; i++) {
        struct cluster moving = clusters[i];
        size_t at = i;

        for (; at > 0 && clusters[at - 1].n < moving.n; at--) {
            clusters[at] = clusters[at - 1];
        }
        clusters[at] = moving;
    }
}

size_t insight_dominant(const struct image *in, struct insight_colour out[INSIGHT_COLOURS])
{
    struct bin *bins = mem_array(BINS, sizeof(*bins));
    struct point *points = mem_alloc(BINS * sizeof(*points)); /* most are never touched */
    uint32_t *apart = mem_alloc(BINS * sizeof(*apart));
    struct cluster clusters[INSIGHT_COLOURS] = { 0 };
    uint64_t pixels = 0;
    size_t n, k, used = 0;

    count_bins(in, bins);
    n = points_of(bins, points);
    k = seed(points, n, apart, clusters);
    for (int i = 0; i < ROUNDS && assign(points, n, clusters, k); i++) {
    }
    sort_clusters(clusters, k);
    for (size_t i = 0; i < n; i++) {
        pixels += points[i].n;
    }
    for (size_t i = 0; i < k && clusters[i].n > 0; i++) {
        out[used++] =
            (struct insight_colour){ (uint8_t)clusters[i].rgb[0], (uint8_t)clusters[i].rgb[1],
                                     (uint8_t)clusters[i].rgb[2],
                                     (double)clusters[i].n / (double)pixels };
    }
    mem_free(bins);
    mem_free(points);
    mem_free(apart);
    return used;
}
