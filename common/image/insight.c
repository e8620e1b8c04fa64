#include <math.h>
#include <stdio.h>

#include "base/digest.h"
#include "base/mem.h"
#include "image/insight_parts.h"
#include "image/srgb.h"

#define BLURHASH_ACROSS 4
#define BLURHASH_DOWN   3

/* The pixels in the forms that the single answers ask for. */
struct views {
    struct insight_rgb over_white;
    uint8_t *luma;  /* Pillow's "L": ITU-R 601 on the coded values */
    uint8_t *light; /* luminance of the linear values, coded again: what libvips calls B_W */
};

static void views_release(struct views *views)
{
    mem_free(views->over_white.rgb);
    mem_free(views->luma);
    mem_free(views->light);
    *views = (struct views){ 0 };
}

/* libvips codes luminance through a table of 8-bit steps and interpolates: the same here, so that
 * entropy and sharpness agree. */
struct light_tables {
    float linear[256];
    int coded[257];
};

static void light_tables_fill(struct light_tables *tables)
{
    for (unsigned i = 0; i < 256; i++) {
        double v = i / 255.0;

        tables->linear[i] = (float)srgb_light(v);
        tables->coded[i] = (int)(srgb_coded(v) * 255 + 0.5);
    }
    tables->coded[256] = 255;
}

static uint8_t light_of(const struct light_tables *tables, const uint8_t *px)
{
    float y = 0.2126F * tables->linear[px[0]] + 0.7152F * tables->linear[px[1]] +
              0.0722F * tables->linear[px[2]];
    float at = y * 255;
    int step = (int)at;
    int low = tables->coded[step], high = tables->coded[step + 1];

    return (uint8_t)((float)low + (float)(high - low) * (at - (float)step) + 0.5F);
}

static void views_row(struct views *views, const struct light_tables *tables, const uint8_t *px,
                      size_t at, size_t n)
{
    uint8_t *rgb = views->over_white.rgb + 3 * at;

    for (size_t i = 0; i < n; i++, px += 4, rgb += 3) {
        unsigned alpha = px[3];

        for (size_t c = 0; c < 3; c++) {
            rgb[c] =
                alpha == 255 ? px[c] : (uint8_t)((px[c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
        views->luma[at + i] =
            (uint8_t)((rgb[0] * 19595 + rgb[1] * 38470 + rgb[2] * 7471 + 0x8000) >> 16);
        views->light[at + i] = light_of(tables, px);
    }
}

static void views_fill(struct views *views, const struct image *in)
{
    size_t n = (size_t)in->width_px * in->height_px;
    struct light_tables tables;

    light_tables_fill(&tables);
    views->over_white = (struct insight_rgb){ mem_array(n, 3), in->width_px, in->height_px };
    views->luma = mem_array(n, 1);
    views->light = mem_array(n, 1);
    for (uint32_t y = 0; y < in->height_px; y++) {
        views_row(views, &tables, image_row(in, y), (size_t)y * in->width_px, in->width_px);
    }
}

bool insight_is_opaque(const struct image *in)
{
    for (uint32_t y = 0; y < in->height_px; y++) {
        const uint8_t *row = image_row(in, y);

        for (uint32_t x = 0; x < in->width_px; x++) {
            if (row[4 * x + 3] != 255) {
                return false;
            }
        }
    }
    return true;
}

static double entropy_of(const uint8_t *grey, size_t n)
{
    uint64_t counts[256] = { 0 };
    double bits = 0;

    for (size_t i = 0; i < n; i++) {
        counts[grey[i]]++;
    }
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        double p = (double)counts[i] / (double)n;

        bits -= p > 0 ? p * log2(p) : 0;
    }
    return bits;
}

/* Standard deviation of the Laplacian 0 1 0, 1 -4 1, 0 1 0 over 9; edges repeat themselves. */
static double sharpness_of(const uint8_t *grey, uint32_t width, uint32_t height)
{
    double n = (double)width * height;
    int64_t sum = 0, squares = 0;

    for (uint32_t y = 0; y < height; y++) {
        const uint8_t *row = grey + (size_t)y * width;
        const uint8_t *above = y > 0 ? row - width : row;
        const uint8_t *below = y + 1 < height ? row + width : row;

        for (uint32_t x = 0; x < width; x++) {
            int left = row[x > 0 ? x - 1 : 0], right = row[x + 1 < width ? x + 1 : x];
            int value = above[x] + below[x] + left + right - 4 * row[x];

            sum += value;
            squares += (int64_t)value * value;
        }
    }
    if (n < 2) {
        return 0;
    }
    return sqrt(fabs((double)squares - (double)sum * (double)sum / n) / (n - 1)) / 9;
}

void insight_measure(const struct image *plane, struct insight *out)
{
    CLEANUP(views_release) struct views views = { 0 };

    *out = (struct insight){ 0 };
    views_fill(&views, plane);
    insight_blurhash(&views.over_white, BLURHASH_ACROSS, BLURHASH_DOWN, out->blurhash);
    out->thumbhash_len = insight_thumbhash(plane, out->thumbhash);
    out->dhash = insight_dhash(views.luma, plane->width_px, plane->height_px);
    out->phash = insight_phash(views.luma, plane->width_px, plane->height_px);
    insight_average(plane, &out->average);
    out->n_dominant = insight_dominant(plane, out->dominant);
    out->is_opaque = insight_is_opaque(plane);
    out->entropy = entropy_of(views.light, (size_t)plane->width_px * plane->height_px);
    out->sharpness = sharpness_of(views.light, plane->width_px, plane->height_px);
}

static void set_colour(struct json_object *object, const char *name,
                       const struct insight_colour *colour)
{
    char text[8];

    snprintf(text, sizeof(text), "#%02x%02x%02x", colour->red, colour->green, colour->blue);
    json_set_str(object, name, text);
}

static void set_hash(struct json_object *object, const char *name, uint64_t hash)
{
    char text[17];

    snprintf(text, sizeof(text), "%016llx", (unsigned long long)hash);
    json_set_str(object, name, text);
}

/* Four decimals are more than any use of these numbers needs, and print alike everywhere. */
static void set_number(struct json_object *object, const char *name, double value)
{
    char text[32];

    snprintf(text, sizeof(text), "%.4f", value);
    json_set(object, name, json_new_number_text(text));
}

struct json_object *insight_json(const struct insight *insight)
{
    struct json_object *object = json_new_object(), *colours = json_new_array();
    CLEANUP(buf_release) struct buf base64 = BUF_INIT(2 * INSIGHT_THUMBHASH_MAX);

    digest_base64((struct span){ insight->thumbhash, insight->thumbhash_len }, &base64);
    json_set_str(object, "blurHash", insight->blurhash);
    json_set_str(object, "thumbHash", buf_cstr(&base64));
    set_hash(object, "dHash", insight->dhash);
    set_hash(object, "pHash", insight->phash);
    set_colour(object, "averageColor", &insight->average);
    for (size_t i = 0; i < insight->n_dominant; i++) {
        struct json_object *entry = json_new_object();

        set_colour(entry, "color", &insight->dominant[i]);
        set_number(entry, "share", insight->dominant[i].share);
        json_append(colours, entry);
    }
    json_set(object, "dominantColors", colours);
    json_set_bool(object, "isOpaque", insight->is_opaque);
    set_number(object, "entropy", insight->entropy);
    set_number(object, "sharpness", insight->sharpness);
    return object;
}

struct json_object *insight_of(const struct image *rgba)
{
    struct insight insight;

    insight_measure(rgba, &insight);
    return insight_json(&insight);
}
