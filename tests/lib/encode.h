/* Writes a picture with a codec into memory: what every test of an encoder needs. */
#ifndef TESTS_LIB_ENCODE_H
#define TESTS_LIB_ENCODE_H

#include "lib/decode.h"

static inline int encode_append(void *ctx, struct span piece, struct err *err)
{
    (void)err;
    buf_add_span(ctx, piece);
    return 0;
}

static inline int encode_rows(struct encoder *encoder, const uint8_t *pixels, struct err *err)
{
    const struct encode_options *options = &encoder->options;
    size_t channels = model_channels(options->model) + (options->has_alpha ? 1u : 0u);

    TRY(encoder->codec->encode_open(encoder, err));
    for (uint32_t y = 0; y < options->height_px; y++) {
        uint8_t *row = (uint8_t *)(uintptr_t)pixels + y * options->width_px * channels;
        uint8_t *rows[] = { row };
        uint8_t *const *planes[] = { rows };

        TRY(encoder->codec->encode_rows(encoder, planes, err));
    }
    return encoder->codec->encode_finish(encoder, err);
}

static inline int encode_pixels(const struct codec *codec, const struct encode_options *options,
                                const uint8_t *pixels, struct buf *out, struct err *err)
{
    struct encoder encoder = { .codec = codec, .options = *options, .write = encode_append };
    int failed;

    encoder.ctx = out;
    failed = encode_rows(&encoder, pixels, err);
    codec->encode_close(&encoder);
    return failed;
}

#endif
