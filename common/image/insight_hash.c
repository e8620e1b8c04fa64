/* dHash and pHash, 64 bits each, as Python's ImageHash makes them with hash_size 8. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "image/insight_parts.h"

#define HASH_SIDE  8
#define PHASH_SIDE 32

uint64_t insight_dhash(const uint8_t *grey, uint32_t width_px, uint32_t height_px)
{
    uint8_t small[HASH_SIDE * (HASH_SIDE + 1)];
    uint64_t hash = 0;

    insight_resize(grey, width_px, height_px, small, HASH_SIDE + 1, HASH_SIDE);
    for (size_t y = 0; y < HASH_SIDE; y++) {
        const uint8_t *row = small + y * (HASH_SIDE + 1);

        for (size_t x = 0; x < HASH_SIDE; x++) {
            hash = hash << 1 | (row[x + 1] > row[x]);
        }
    }
    return hash;
}

/* Factors of the 8 lowest of 32 DCT-II coefficients. */
static void dct_table(double table[HASH_SIDE][PHASH_SIDE])
{
    for (size_t k = 0; k < HASH_SIDE; k++) {
        for (size_t i = 0; i < PHASH_SIDE; i++) {
            table[k][i] = cos(M_PI * (double)k * (2 * (double)i + 1) / (2.0 * PHASH_SIDE));
        }
    }
}

/* These coefficients along one line; factor 2 as FFTPACK has it. */
static void dct_low(double table[HASH_SIDE][PHASH_SIDE], const double *in, size_t step, double *out,
                    size_t out_step)
{
    for (size_t k = 0; k < HASH_SIDE; k++) {
        double sum = 0;

        for (size_t i = 0; i < PHASH_SIDE; i++) {
            sum += in[i * step] * table[k][i];
        }
        out[k * out_step] = 2 * sum;
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

uint64_t insight_phash(const uint8_t *grey, uint32_t width_px, uint32_t height_px)
{
    uint8_t small[PHASH_SIDE * PHASH_SIDE];
    double pixels[PHASH_SIDE * PHASH_SIDE], columns[HASH_SIDE * PHASH_SIDE];
    double low[HASH_SIDE * HASH_SIDE], sorted[HASH_SIDE * HASH_SIDE], median;
    double table[HASH_SIDE][PHASH_SIDE];
    uint64_t hash = 0;

    insight_resize(grey, width_px, height_px, small, PHASH_SIDE, PHASH_SIDE);
    dct_table(table);
    for (size_t i = 0; i < ARRAY_LEN(pixels); i++) {
        pixels[i] = small[i];
    }
    for (size_t x = 0; x < PHASH_SIDE; x++) {
        dct_low(table, pixels + x, PHASH_SIDE, columns + x, PHASH_SIDE);
    }
    for (size_t y = 0; y < HASH_SIDE; y++) {
        dct_low(table, columns + y * PHASH_SIDE, 1, low + y * HASH_SIDE, 1);
    }
    memcpy(sorted, low, sizeof(sorted));
    qsort(sorted, ARRAY_LEN(sorted), sizeof(sorted[0]), by_value);
    median = (sorted[31] + sorted[32]) / 2;
    for (size_t i = 0; i < ARRAY_LEN(low); i++) {
        hash = hash << 1 | (low[i] > median);
    }
    return hash;
}
