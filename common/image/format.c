/* The table of formats, and what codecs share. */
#include <string.h>

#include "base/text.h"
#include "image/codec.h"

const struct subsampling_px subsampling_px[] = {
    [SUBSAMPLING_420] = { 2, 2 },
    [SUBSAMPLING_422] = { 2, 1 },
    [SUBSAMPLING_444] = { 1, 1 },
    [SUBSAMPLING_440] = { 1, 2 },
};

/* Sniffed in this order; the last is NULL. */
/* clang-format off */
static const struct codec *const codecs[] = {
    &codec_jpeg, /* the most frequent first, the weakest marks last */
    &codec_png,
    &codec_webp,
    &codec_gif,
    &codec_tiff,
    &codec_heif,
    &codec_bmp,
    NULL,
};
/* clang-format on */

const struct codec *codec_by_name(const char *name)
{
    for (size_t i = 0; codecs[i]; i++) {
        if (strcmp(codecs[i]->name, name) == 0) {
            return codecs[i];
        }
    }
    return NULL;
}

const struct codec *codec_by_head(struct span head)
{
    for (size_t i = 0; codecs[i]; i++) {
        if (codecs[i]->sniff(head)) {
            return codecs[i];
        }
    }
    return NULL;
}

const char *image_sniff(struct span head)
{
    const struct codec *codec = codec_by_head(head);

    return codec ? codec->name : NULL;
}

int codec_check_size(uint64_t width_px, uint64_t height_px, const struct image_limits *limits,
                     struct err *err)
{
    uint64_t side = width_px > height_px ? width_px : height_px;

    if (width_px == 0 || height_px == 0) {
        return err_set(err, ERR_MALFORMED, "the picture's header says 0 pixels");
    }
    if (side > limits->max_side_px) {
        return err_limit(err, NULL, limits->max_side_px, side, "a side of the picture is too long");
    }
    /* Each side has 32 bits at most by now: the product cannot wrap. */
    if (width_px * height_px > limits->max_pixels) {
        return err_limit(err, "INGEST_MAX_PIXELS", limits->max_pixels, width_px * height_px,
                         "the picture has too many pixels");
    }
    return 0;
}

void codec_warn(struct decoder *decoder, const char *text)
{
    if (decoder->n_warnings++ == 0) {
        text_printable(decoder->warning, sizeof(decoder->warning), text);
    }
}

void codec_plain_frame(struct decoder *decoder)
{
    uint8_t channels = model_channels(decoder->model) + (decoder->has_alpha ? 1 : 0);

    decoder->frame.n_planes = 1;
    decoder->frame.planes[0] = (struct plane_shape){
        .width_px = decoder->width_px,
        .height_px = decoder->height_px,
        .extent_x = decoder->width_px,
        .extent_y = decoder->height_px,
        .channels = channels,
        .band_rows = 1,
        .row_bytes = (size_t)decoder->width_px * channels,
    };
}

void codec_frame_apart(struct decoder *decoder)
{
    codec_plain_frame(decoder);
    decoder->frame.n_planes = decoder->frame.planes[0].channels;
    decoder->frame.planes[0].channels = 1;
    decoder->frame.planes[0].row_bytes = decoder->width_px;
    for (size_t p = 1; p < decoder->frame.n_planes; p++) {
        decoder->frame.planes[p] = decoder->frame.planes[0];
    }
}

int codec_whole(struct decoder *decoder, struct buf *keep, struct span *out, struct err *err)
{
    struct source *src = decoder->src;
    uint64_t max = decoder->limits->max_source_bytes;

    if (src->size != SOURCE_SIZE_UNKNOWN) {
        if (src->size > max) {
            return err_limit(err, "INGEST_MAX_SOURCE_BYTES", max, src->size,
                             "the file is too large");
        }
        keep->max = (size_t)src->size;
        return source_view(src, 0, (size_t)src->size, keep, out, err);
    }
    keep->max = (size_t)max;
    for (;;) {
        uint8_t piece[65536];
        size_t got = 0;

        TRY(source_read(src, keep->len, piece, sizeof(piece), &got, err));
        buf_add(keep, piece, got);
        if (keep->overflowed) {
            return err_limit(err, "INGEST_MAX_SOURCE_BYTES", max, max, "the file is too large");
        }
        if (got < sizeof(piece)) {
            *out = buf_span(keep);
            return 0;
        }
    }
}
