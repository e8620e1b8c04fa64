/* Decodes a file of the test data, or bytes, through the table of formats: what every codec's test
 * needs. */
#ifndef TESTS_LIB_DECODE_H
#define TESTS_LIB_DECODE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/mem.h"
#include "image/codec.h"
#include "lib/files.h"

static const struct image_limits decode_limits = {
    .max_pixels = 100000000,
    .max_side_px = 65500,
    .max_source_bytes = 256u << 20,
    .max_memory_bytes = 640u << 20,
    .max_jpeg_scans = 500,
};

/* The picture as RGBA whatever its model (CMYK as the plain formula has it), and what was said of
 * it. */
struct decoded {
    struct image rgba;
    enum pixel_model model;
    bool has_alpha;
    uint32_t n_warnings;
    size_t icc_len;
};

static inline void decoded_release(struct decoded *decoded)
{
    image_release(&decoded->rgba);
}

static inline void decode_px(enum pixel_model model, bool alpha, const uint8_t *in, uint8_t *out)
{
    switch (model) {
    case MODEL_GREY:
        out[0] = out[1] = out[2] = in[0];
        break;
    case MODEL_CMYK:
        for (size_t c = 0; c < 3; c++) {
            out[c] = (uint8_t)(((255 - in[c]) * (255 - in[3]) + 127) / 255);
        }
        break;
    default:
        out[0] = in[0];
        out[1] = in[1];
        out[2] = in[2];
    }
    out[3] = alpha ? in[model_channels(model)] : 255;
}

static inline int decode_rows(struct decoder *decoder, struct decoded *out, struct err *err)
{
    const struct plane_shape *plane = &decoder->frame.planes[0];
    CLEANUP(mem_freep) uint8_t *row = mem_zalloc(plane->row_bytes + 16);
    uint8_t *rows[] = { row };
    uint8_t *const *planes[] = { rows };

    TRY(image_alloc(&out->rgba, plane->width_px, plane->height_px, 4, NULL, err));
    for (uint32_t y = 0; y < plane->height_px; y++) {
        uint8_t *to = image_row(&out->rgba, y);

        TRY(decoder->codec->read(decoder, planes, err));
        for (uint32_t x = 0; x < plane->width_px; x++, to += 4) {
            decode_px(decoder->model, decoder->has_alpha, row + (size_t)x * plane->channels, to);
        }
    }
    return 0;
}

static inline int decode_with(struct decoder *decoder, struct decoded *out, struct err *err)
{
    TRY(decoder->codec->open(decoder, err));
    TRY(decoder->codec->start(decoder, 1, err));
    TRY(decode_rows(decoder, out, err));
    out->model = decoder->model;
    out->has_alpha = decoder->has_alpha;
    out->n_warnings = decoder->n_warnings;
    out->icc_len = decoder->icc.len;
    return 0;
}

/* codec NULL: found by the first bytes. */
static inline int decode_bytes(struct span bytes, const struct codec *codec,
                               const struct image_limits *limits, struct decoded *out,
                               struct err *err)
{
    CLEANUP(source_release) struct source src = source_memory(bytes);
    struct decoder decoder = { .codec = codec, .src = &src, .limits = limits };
    int failed;

    *out = (struct decoded){ 0 };
    if (decoder.codec == NULL) {
        decoder.codec = codec_by_head(bytes);
    }
    if (decoder.codec == NULL) {
        return err_set(err, ERR_UNSUPPORTED, "no such format");
    }
    failed = decode_with(&decoder, out, err);
    decoder.codec->close(&decoder);
    buf_release(&decoder.icc);
    if (failed != 0) {
        image_release(&out->rgba);
    }
    return failed;
}

static inline struct buf test_file(const char *name)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/images/%s", TEST_DATA, name);

    return read_whole(path);
}

static inline uint32_t decoded_crc(const struct decoded *decoded)
{
    return digest_crc32(
        0, (struct span){ decoded->rgba.data, decoded->rgba.stride * decoded->rgba.height_px });
}

/*
 * Decodes every file that tests/data/images/expected.json lists for a format and compares size,
 * alpha and the CRC-32 of its RGBA bytes with what stands there. Returns how many were compared;
 * prints and counts the others in *wrong.
 */
static inline size_t compare_expected(const char *format, size_t *wrong)
{
    CLEANUP(buf_release) struct buf text = test_file("expected.json");
    CLEANUP(json_releasep) struct json_object *root = NULL;
    size_t n = 0;
    struct err err;

    *wrong = 0;
    if (json_parse(buf_span(&text), &root, &err) != 0) {
        abort();
    }
    for (struct json_iter it = json_iter(json_member(root, format)); json_next(&it); n++) {
        CLEANUP(buf_release) struct buf bytes = test_file(it.name);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        uint32_t want = (uint32_t)json_to_i64(json_member(it.value, "crc32"));

        if (decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err) != 0) {
            printf("%s: %s\n", it.name, err.message);
            ++*wrong;
        } else if (got.rgba.width_px != (uint32_t)json_to_i64(json_member(it.value, "width")) ||
                   got.rgba.height_px != (uint32_t)json_to_i64(json_member(it.value, "height")) ||
                   got.has_alpha != json_to_bool(json_member(it.value, "alpha")) ||
                   decoded_crc(&got) != want) {
            printf("%s: %ux%u alpha %d crc %u, not as expected\n", it.name, got.rgba.width_px,
                   got.rgba.height_px, got.has_alpha, decoded_crc(&got));
            ++*wrong;
        }
    }
    return n;
}

/*
 * A file that ends after each step-th byte from `from` on: decoded as far as it goes, twice the
 * same, or refused as one of the kinds whose bits (1u << kind) are set. codec NULL: found by the
 * first bytes.
 */
static inline void cut_anywhere(const char *name, const struct codec *codec, size_t from,
                                size_t step, unsigned refusals)
{
    CLEANUP(buf_release) struct buf bytes = test_file(name);

    for (size_t len = from; len < bytes.len; len += step) {
        CLEANUP(decoded_release) struct decoded once = { 0 }, twice = { 0 };
        struct span part = { bytes.data, len };
        struct err err;

        if (decode_bytes(part, codec, &decode_limits, &once, &err) == 0) {
            assert_int_equal(decode_bytes(part, codec, &decode_limits, &twice, &err), 0);
            assert_int_equal(decoded_crc(&once), decoded_crc(&twice));
        } else if ((refusals >> err.kind & 1) == 0) {
            fail_msg("%s cut at %zu: %s: %s", name, len, err_name(err.kind), err.message);
        }
    }
}

/* A header's field with bytes that a sound file does not have, and the error that they give. */
struct header_case {
    const char *label;
    size_t at; /* in the file */
    const char *bytes;
    size_t len;
    enum err_kind want;
};

/* What a patched header needs to be whole again, such as a check sum; NULL: nothing. */
typedef void header_mend(struct buf *file);

/* Each case is a sound file but for one field: every one is refused as it says. */
static inline void refuse_headers(const char *file, header_mend *mend,
                                  const struct header_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(file);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err;

        print_message("case: %s\n", cases[i].label);
        memcpy(bytes.data + cases[i].at, cases[i].bytes, cases[i].len);
        if (mend != NULL) {
            mend(&bytes);
        }
        assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), -1);
        assert_int_equal(err.kind, cases[i].want);
    }
}

#endif
