/* Pictures for tests: JPEGs made in code, renders into memory, and what came out. */
#ifndef TESTS_LIB_PICTURE_H
#define TESTS_LIB_PICTURE_H

#include "lib/unit.h"

#include "base/json.h"
#include "base/mem.h"
#include "image/codec.h"
#include "image/render.h"
#include "lib/encode.h"
#include "lib/random.h"

#define PICTURE_OUTPUTS 8

static const struct image_limits picture_limits = { 100000000, 65500, 256u << 20, 640u << 20, 500 };

/* A value of Y, Cb or Cr (plane 0..2) at a place of the full-size picture. */
typedef uint8_t (*picture_at)(uint32_t plane, uint32_t x, uint32_t y);

/* options: size, model (YCC or GREY), subsampling, quality, progressive. */
static inline struct buf picture_jpeg(const struct encode_options *options, picture_at at)
{
    struct buf out = BUF_INIT(64u << 20);
    struct encoder encoder = {
        .codec = codec_by_name("jpeg"), .options = *options, .write = encode_append, .ctx = &out
    };
    bool grey = options->model == MODEL_GREY;
    uint32_t sub_x = grey ? 1 : subsampling_px[options->subsampling].across;
    uint32_t sub_y = grey ? 1 : subsampling_px[options->subsampling].down;
    size_t stride = options->width_px + 64;
    uint8_t *memory = mem_zalloc(stride * 48), *rows[3][16];
    uint8_t *const *planes[3] = { rows[0], rows[1], rows[2] };

    assert_int_equal(encoder.codec->encode_open(&encoder, NULL), 0);
    for (uint32_t y = 0; y < options->height_px; y += 8 * sub_y) {
        for (uint32_t k = 0; k < (grey ? 1 : 3); k++) {
            for (uint32_t i = 0; i < 16; i++) {
                rows[k][i] = memory + (k * 16 + i) * stride;
                for (uint32_t x = 0; x < stride; x++) {
                    rows[k][i][x] = at(k, x * (k ? sub_x : 1), y + i * (k ? sub_y : 1));
                }
            }
        }
        assert_int_equal(encoder.codec->encode_rows(&encoder, planes, NULL), 0);
    }
    assert_int_equal(encoder.codec->encode_finish(&encoder, NULL), 0);
    encoder.codec->encode_close(&encoder);
    mem_free(memory);
    return out;
}

/* A picture of round 0, 1, ...: odd sizes and every sampling, baseline. With picture_noise() there
 * are blocks past the edge, one that is left over in a row, and smooth ones beside rough ones. */
static inline struct encode_options picture_options(uint32_t round)
{
    return (struct encode_options){ .width_px = 1 + round * 7 % 71,
                                    .height_px = 1 + round * 13 % 83,
                                    .model = round % 5 ? MODEL_YCC : MODEL_GREY,
                                    .quality = 30 + round % 3 * 35,
                                    .subsampling = (enum rendition_subsampling)(round % 4) };
}

static inline uint8_t picture_noise(uint32_t plane, uint32_t x, uint32_t y)
{
    uint64_t random = plane * 40009u + x * 257u + y * 65537u;

    return (uint8_t)(x * 3 + y * 2 + next_random(&random) % (y < 40 ? 4 : 120));
}

struct outcome {
    struct buf bytes[PICTURE_OUTPUTS];
    struct rendered facts[PICTURE_OUTPUTS];
    struct err failure[PICTURE_OUTPUTS];
    bool done[PICTURE_OUTPUTS], failed[PICTURE_OUTPUTS];
    struct image_info info;
    struct json_object *insight;
    struct err err;
    int status;
};

static inline int outcome_write(void *ctx, size_t index, struct span piece, struct err *err)
{
    struct outcome *outcome = ctx;

    (void)err;
    outcome->bytes[index].max = 64u << 20;
    buf_add_span(&outcome->bytes[index], piece);
    return 0;
}

static inline int outcome_done(void *ctx, size_t index, const struct rendered *rendered,
                               struct err *err)
{
    struct outcome *outcome = ctx;

    (void)err;
    outcome->facts[index] = *rendered;
    outcome->done[index] = true;
    assert_int_equal(rendered->bytes, outcome->bytes[index].len);
    return 0;
}

static inline int outcome_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    struct outcome *outcome = ctx;

    (void)err;
    outcome->failure[index] = *why;
    outcome->failed[index] = true;
    return 0;
}

/* renditions: a JSON array as in a profile (keys may be left out). */
static inline void picture_render(struct span source, const char *renditions,
                                  const struct image_limits *limits, uint8_t orientation,
                                  struct outcome *out)
{
    struct rendition parsed[PICTURE_OUTPUTS] = { 0 };
    struct json_object *list = NULL;
    struct render_job job = { .renditions = parsed,
                              .limits = limits ? *limits : picture_limits,
                              .hints = { .orientation = orientation } };
    struct render_sink sink = { outcome_write, outcome_done, outcome_failed, out };
    struct source src = source_memory(source);
    struct err err;

    *out = (struct outcome){ 0 };
    assert_int_equal(json_parse(span_str(renditions), &list, &err), 0);
    for (; job.n_renditions < json_length(list); job.n_renditions++) {
        struct json_object *one = json_at(list, job.n_renditions);

        json_set_str(one, "name", "test");
        json_set_str(one, "key", "test");
        if (rendition_parse(one, "test", &parsed[job.n_renditions], &err) != 0) {
            fail_msg("%s", err.message);
        }
    }
    out->status = render(&src, &job, &sink, &out->info, &out->insight, &out->err);
    for (size_t i = 0; i < job.n_renditions; i++) {
        rendition_release(&parsed[i]);
    }
    json_release(list);
    source_release(&src);
}

static inline void outcome_release(struct outcome *outcome)
{
    for (size_t i = 0; i < PICTURE_OUTPUTS; i++) {
        buf_release(&outcome->bytes[i]);
    }
    json_release(outcome->insight);
}

/* One plane of an encoded JPEG, at its own size. */
static inline struct image picture_plane(struct span jpeg, size_t plane)
{
    CLEANUP(source_release) struct source src = source_memory(jpeg);
    struct decoder decoder = { .codec = codec_by_name("jpeg"),
                               .src = &src,
                               .limits = &picture_limits };
    struct image out = { 0 };
    const struct plane_shape *shape;
    uint8_t *rows[PLANES_MAX][64], *memory;
    uint8_t *const *planes[PLANES_MAX] = { rows[0], rows[1], rows[2] };

    assert_int_equal(decoder.codec->open(&decoder, NULL), 0);
    assert_int_equal(decoder.codec->start(&decoder, 1, NULL), 0);
    assert_true(plane < decoder.frame.n_planes);
    shape = &decoder.frame.planes[plane];
    assert_int_equal(image_alloc(&out, shape->width_px, shape->height_px, 1, NULL, NULL), 0);
    memory = mem_zalloc(decoder.frame.planes[0].row_bytes * 64 * PLANES_MAX);
    for (uint32_t y = 0; y < shape->height_px; y += shape->band_rows) {
        for (size_t i = 0; i < (size_t)64 * PLANES_MAX; i++) {
            rows[i / 64][i % 64] = memory + i * decoder.frame.planes[0].row_bytes;
        }
        assert_int_equal(decoder.codec->read(&decoder, planes, NULL), 0);
        for (uint32_t i = 0; i < shape->band_rows && y + i < shape->height_px; i++) {
            memcpy(image_row(&out, y + i), rows[plane][i], shape->width_px);
        }
    }
    decoder.codec->close(&decoder);
    buf_release(&decoder.icc);
    mem_free(memory);
    return out;
}

#endif
