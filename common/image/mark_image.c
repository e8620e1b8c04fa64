#include "image/mark_image.h"

#include <string.h>

#include "base/mem.h"
#include "image/codec.h"
#include "image/colour.h"
#include "image/insight_parts.h"

struct loading {
    struct decoder decoder;
    struct colour_map *colour;
    uint8_t *row, *samples, *rgb; /* as decoded; without alpha; in sRGB */
};

static void loading_release(struct loading *loading)
{
    if (loading->decoder.codec != NULL) {
        loading->decoder.codec->close(&loading->decoder);
    }
    buf_release(&loading->decoder.icc);
    colour_map_free(loading->colour);
    mem_free(loading->row);
    mem_free(loading->samples);
    mem_free(loading->rgb);
    *loading = (struct loading){ 0 };
}

/* One decoded row to RGBA. */
static void convert_row(struct loading *loading, uint8_t *out, uint32_t n)
{
    const struct decoder *decoder = &loading->decoder;
    size_t colours = model_channels(decoder->model);
    size_t channels = colours + (decoder->has_alpha ? 1 : 0);
    const uint8_t *rgb = loading->samples;

    for (size_t i = 0; i < n; i++) {
        memcpy(loading->samples + i * colours, loading->row + i * channels, colours);
    }
    if (loading->colour != NULL) {
        colour_map_row(loading->colour, loading->samples, loading->rgb, n);
        rgb = loading->rgb;
        colours = 3;
    }
    for (size_t i = 0; i < n; i++, out += 4) {
        out[0] = rgb[i * colours];
        out[1] = rgb[i * colours + (colours == 3 ? 1 : 0)];
        out[2] = rgb[i * colours + (colours == 3 ? 2 : 0)];
        out[3] = decoder->has_alpha ? loading->row[i * channels + channels - 1] : 255;
    }
}

static int open_mark(struct loading *loading, const struct codec *codec, struct err *err)
{
    struct decoder *decoder = &loading->decoder;
    size_t row_bytes;

    decoder->codec = codec;
    TRY(codec->open(decoder, err));
    TRY(codec->start(decoder, 1, err));
    if (decoder->frame.n_planes != 1 || decoder->frame.planes[0].band_rows != 1) {
        return err_set(err, ERR_UNSUPPORTED, "marks are PNG or WebP");
    }
    row_bytes = decoder->frame.planes[0].row_bytes;
    TRY(pixels_alloc(&loading->row, row_bytes, decoder->limits, err));
    TRY(pixels_alloc(&loading->samples, row_bytes, decoder->limits, err));
    TRY(pixels_alloc(&loading->rgb, (uint64_t)decoder->width_px * 3, decoder->limits, err));
    colour_map_new(buf_span(&decoder->icc), decoder->model, &loading->colour);
    return 0;
}

static int decode_mark(struct source *src, const struct image_limits *limits, struct image *out,
                       struct err *err)
{
    CLEANUP(loading_release)
    struct loading loading = { .decoder = { .src = src, .limits = limits } };
    CLEANUP(image_release) struct image image = { 0 };
    uint8_t *rows[1] = { 0 };
    uint8_t *const *planes[] = { rows };
    const struct codec *codec;
    uint8_t head[32];
    size_t got;

    TRY(source_read(src, 0, head, sizeof(head), &got, err));
    codec = codec_by_head((struct span){ head, got });
    if (codec == NULL || strcmp(codec->name, "jpeg") == 0) {
        return err_set(err, ERR_UNSUPPORTED, "marks are PNG or WebP");
    }
    TRY(open_mark(&loading, codec, err));
    TRY(image_alloc(&image, loading.decoder.width_px, loading.decoder.height_px, 4, limits, err));
    rows[0] = loading.row;
    for (uint32_t y = 0; y < image.height_px; y++) {
        TRY(codec->read(&loading.decoder, planes, err));
        convert_row(&loading, image_row(&image, y), image.width_px);
    }
    *out = image_take(&image);
    return 0;
}

static void premultiply(struct image *image)
{
    uint8_t *px = image->data;

    for (size_t i = 0; i < (size_t)image->width_px * image->height_px; i++, px += 4) {
        for (size_t c = 0; c < 3; c++) {
            px[c] = (uint8_t)((px[c] * (unsigned)px[3] + 127) / 255);
        }
    }
}

/* Channel by channel, so that one resampler serves. */
static int scale_mark(const struct image *from, struct image *to, const struct image_limits *limits,
                      struct err *err)
{
    size_t n_from = (size_t)from->width_px * from->height_px;
    size_t n_to = (size_t)to->width_px * to->height_px;
    CLEANUP(mem_freep) uint8_t *in = NULL;
    CLEANUP(mem_freep) uint8_t *out = NULL;

    TRY(pixels_alloc(&in, n_from, limits, err));
    TRY(pixels_alloc(&out, n_to, limits, err));
    for (size_t c = 0; c < 4; c++) {
        for (size_t i = 0; i < n_from; i++) {
            in[i] = from->data[4 * i + c];
        }
        insight_resize(in, from->width_px, from->height_px, out, to->width_px, to->height_px);
        for (size_t i = 0; i < n_to; i++) {
            to->data[4 * i + c] = out[i];
        }
    }
    return 0;
}

int mark_image_load(struct source *src, uint32_t width_px, const struct image_limits *limits,
                    struct image *out, struct err *err)
{
    struct image_limits held = *limits;
    CLEANUP(image_release) struct image whole = { 0 };
    CLEANUP(image_release) struct image scaled = { 0 };
    uint64_t height_px;

    held.max_pixels = held.max_pixels < MARK_MAX_PIXELS ? held.max_pixels : MARK_MAX_PIXELS;
    if (decode_mark(src, &held, &whole, err) != 0) {
        return err_prefix(err, "cannot use the image mark");
    }
    height_px = ((uint64_t)whole.height_px * width_px * 2 + whole.width_px) /
                (2 * (uint64_t)whole.width_px);
    height_px = height_px > 0 ? height_px : 1;
    if (height_px > RENDITION_MAX_SIDE_PX) {
        return err_limit(err, NULL, RENDITION_MAX_SIDE_PX, height_px, "an image mark is too high");
    }
    premultiply(&whole);
    TRY(image_alloc(&scaled, width_px, (uint32_t)height_px, 4, &held, err));
    TRY(scale_mark(&whole, &scaled, &held, err));
    rgba_unpremultiply(scaled.data, (size_t)scaled.width_px * scaled.height_px);
    *out = image_take(&scaled);
    return 0;
}
