/*
 * image/codec_jpeg_encode and its parts: the bytes are libjpeg-turbo's for the same planes, the
 * implementations of the transform agree, and tables made to measure are the same as libjpeg's.
 */
#include "lib/unit.h"

#include <jpeglib.h>
#include <stdlib.h>

#include "base/mem.h"
#include "image/codec_jpeg_encode.h"
#include "lib/encode.h"
#include "lib/random.h"

#define SIDE_MAX 272

/* Planes with room for whole MCUs, filled from end to end. */
struct picture {
    uint8_t planes[PLANES_MAX][SIDE_MAX * SIDE_MAX];
    uint8_t *rows[PLANES_MAX][SIDE_MAX];
};

enum pattern { PATTERN_SMOOTH, PATTERN_NOISE, PATTERN_EDGES, PATTERN_FLAT, PATTERNS };

static void fill(struct picture *picture, enum pattern pattern, uint64_t seed)
{
    for (uint32_t p = 0; p < PLANES_MAX; p++) {
        for (uint32_t y = 0; y < SIDE_MAX; y++) {
            picture->rows[p][y] = picture->planes[p] + (size_t)y * SIDE_MAX;
            for (uint32_t x = 0; x < SIDE_MAX; x++) {
                uint32_t noise = next_random(&seed);

                picture->rows[p][y][x] =
                    (uint8_t)(pattern == PATTERN_SMOOTH  ? x * 3 + y * (p + 1) + noise % 3
                              : pattern == PATTERN_NOISE ? noise
                              : pattern == PATTERN_EDGES ? ((x / 5 + y / 7) % 2) * 255
                                                         : 200);
            }
        }
    }
}

/* The rows of one band of each plane. */
static void band(struct picture *picture, const struct encode_options *options, uint32_t n,
                 uint8_t **planes[PLANES_MAX])
{
    bool grey = options->model == MODEL_GREY;
    uint32_t down = grey ? 1 : subsampling_px[options->subsampling].down;

    planes[0] = picture->rows[0] + (size_t)n * 8 * down;
    planes[1] = picture->rows[1] + (size_t)n * 8;
    planes[2] = picture->rows[2] + (size_t)n * 8;
}

static struct buf ours(struct picture *picture, const struct encode_options *options)
{
    uint32_t mcu_h =
        8 * (options->model == MODEL_GREY ? 1 : subsampling_px[options->subsampling].down);
    struct buf out = BUF_INIT(1u << 20);
    struct encoder encoder = {
        .codec = &codec_jpeg, .options = *options, .write = encode_append, .ctx = &out
    };
    struct err err;

    assert_int_equal(codec_jpeg.encode_open(&encoder, &err), 0);
    for (uint32_t y = 0; y < options->height_px; y += mcu_h) {
        uint8_t **planes[PLANES_MAX];

        band(picture, options, y / mcu_h, planes);
        assert_int_equal(codec_jpeg.encode_rows(&encoder, (uint8_t *const *const *)planes, &err),
                         0);
    }
    assert_int_equal(codec_jpeg.encode_finish(&encoder, &err), 0);
    codec_jpeg.encode_close(&encoder);
    return out;
}

static struct buf theirs(struct picture *picture, const struct encode_options *options)
{
    struct jpeg_compress_struct cinfo;
    struct jpeg_error_mgr mgr;
    struct buf out = BUF_INIT(1u << 20);
    uint8_t *bytes = NULL;
    unsigned long len = 0;
    bool grey = options->model == MODEL_GREY;

    cinfo.err = jpeg_std_error(&mgr);
    jpeg_create_compress(&cinfo);
    jpeg_mem_dest(&cinfo, &bytes, &len);
    cinfo.image_width = options->width_px;
    cinfo.image_height = options->height_px;
    cinfo.input_components = grey ? 1 : 3;
    cinfo.in_color_space = grey ? JCS_GRAYSCALE : JCS_YCbCr;
    jpeg_set_defaults(&cinfo);
    if (!grey) {
        cinfo.comp_info[0].h_samp_factor = subsampling_px[options->subsampling].across;
        cinfo.comp_info[0].v_samp_factor = subsampling_px[options->subsampling].down;
    }
    jpeg_set_quality(&cinfo, (int)options->quality, TRUE);
    cinfo.dct_method = JDCT_ISLOW;
    cinfo.optimize_coding = options->optimize;
    cinfo.raw_data_in = TRUE;
    jpeg_start_compress(&cinfo, TRUE);
    if (options->exif.len > 0) {
        uint8_t exif[64] = "Exif\0";

        memcpy(exif + 6, options->exif.data, options->exif.len);
        jpeg_write_marker(&cinfo, JPEG_APP0 + 1, exif, (unsigned)(6 + options->exif.len));
    }
    for (uint32_t n = 0; cinfo.next_scanline < cinfo.image_height; n++) {
        uint8_t **planes[PLANES_MAX];

        band(picture, options, n, planes);
        jpeg_write_raw_data(&cinfo, planes, (JDIMENSION)(8 * cinfo.max_v_samp_factor));
    }
    jpeg_finish_compress(&cinfo);
    jpeg_destroy_compress(&cinfo);
    buf_add(&out, bytes, len);
    free(bytes);
    return out;
}

static void compare(struct picture *picture, const struct encode_options *options)
{
    CLEANUP(buf_release) struct buf got = ours(picture, options);
    CLEANUP(buf_release) struct buf want = theirs(picture, options);

    if (!span_equal(buf_span(&got), buf_span(&want))) {
        fail_msg("%ux%u q%u subsampling %d model %d optimize %d: %zu bytes, libjpeg %zu",
                 options->width_px, options->height_px, options->quality, options->subsampling,
                 options->model, options->optimize, got.len, want.len);
    }
}

static void bytes_are_libjpegs(void **state)
{
    static const uint8_t qualities[] = { 1, 10, 49, 50, 70, 80, 95, 100 };
    static const uint16_t sides[] = { 1, 7, 8, 9, 15, 16, 17, 31, 33, 130, 255 };
    struct picture *picture = mem_alloc(sizeof(*picture));
    uint64_t seed = 1;

    (void)state;
    for (size_t w = 0; w < ARRAY_LEN(sides); w++) {
        for (size_t h = 0; h < ARRAY_LEN(sides); h++) {
            fill(picture, (enum pattern)((w + h) % PATTERNS), seed++);
            for (uint32_t i = 0; i < 10; i++) { /* four subsamplings and grey, optimised or not */
                struct encode_options options = {
                    .width_px = sides[w],
                    .height_px = sides[h],
                    .model = i / 2 == 4 ? MODEL_GREY : MODEL_YCC,
                    .subsampling = (enum rendition_subsampling)(i / 2 % 4),
                    .quality = qualities[(w + 3 * h + i) % ARRAY_LEN(qualities)],
                    .optimize = i % 2 == 1,
                };

                compare(picture, &options);
            }
        }
    }
    mem_free(picture);
}

static void every_quality_and_pattern(void **state)
{
    struct picture *picture = mem_alloc(sizeof(*picture));

    (void)state;
    for (uint32_t quality = 1; quality <= 100; quality++) {
        fill(picture, (enum pattern)(quality % PATTERNS), quality);
        for (uint32_t optimize = 0; optimize < 2; optimize++) {
            struct encode_options options = { .width_px = 256,
                                              .height_px = 200,
                                              .model = MODEL_YCC,
                                              .subsampling = SUBSAMPLING_420,
                                              .quality = quality,
                                              .optimize = optimize };

            compare(picture, &options);
        }
    }
    mem_free(picture);
}

static void kept_metadata_stands_behind_jfif(void **state)
{
    struct picture *picture = mem_alloc(sizeof(*picture));
    struct encode_options options = { .width_px = 16,
                                      .height_px = 16,
                                      .model = MODEL_YCC,
                                      .quality = 80,
                                      .exif = { (const uint8_t *)"II*\0\x08\0\0\0\0\0", 10 } };
    CLEANUP(mem_freep) uint8_t *large = mem_zalloc(70000);
    CLEANUP(buf_release) struct buf without = { 0 }, whole = { 0 }, over = { 0 };

    (void)state;
    fill(picture, PATTERN_SMOOTH, 1);
    compare(picture, &options);
    options.exif = (struct span){ 0 };
    without = ours(picture, &options);
    options.exif = (struct span){ large, 65528 }; /* with its name one byte over a segment */
    over = ours(picture, &options);
    assert_int_equal(over.len, without.len);
    options.exif.len = 65527;
    whole = ours(picture, &options);
    assert_int_equal(whole.len, without.len + 65527 + 10);
    mem_free(picture);
}

static void sides_have_a_limit(void **state)
{
    static const struct {
        uint32_t width_px, height_px;
    } cases[] = { { 65501, 1 }, { 1, 65501 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct encoder encoder = { .codec = &codec_jpeg,
                                   .options = { .width_px = cases[i].width_px,
                                                .height_px = cases[i].height_px,
                                                .model = MODEL_YCC,
                                                .quality = 80 } };
        struct err err;

        assert_int_equal(codec_jpeg.encode_open(&encoder, &err), -1);
        assert_int_equal(err.kind, ERR_LIMIT);
        codec_jpeg.encode_close(&encoder);
    }
}

static int refuse(void *ctx, struct span piece, struct err *err)
{
    (void)ctx;
    (void)piece;
    return err_set(err, ERR_IO, "no room");
}

static void a_write_that_fails_ends_it(void **state)
{
    struct picture *picture = mem_alloc(sizeof(*picture));
    uint8_t **planes[PLANES_MAX] = { picture->rows[0], picture->rows[1], picture->rows[2] };
    struct err err;

    (void)state;
    fill(picture, PATTERN_NOISE, 1);
    for (uint32_t optimize = 0; optimize < 2; optimize++) {
        struct encoder encoder = { .codec = &codec_jpeg,
                                   .options = { .width_px = 16,
                                                .height_px = 16,
                                                .model = MODEL_YCC,
                                                .quality = 100,
                                                .optimize = optimize },
                                   .write = refuse };

        assert_int_equal(codec_jpeg.encode_open(&encoder, &err), 0);
        assert_int_equal(codec_jpeg.encode_rows(&encoder, (uint8_t *const *const *)planes, &err),
                         0);
        assert_int_equal(codec_jpeg.encode_finish(&encoder, &err), -1);
        assert_int_equal(err.kind, ERR_IO);
        codec_jpeg.encode_close(&encoder);
    }
    mem_free(picture);
}

static void transforms_agree(void **state)
{
    struct picture *picture = mem_alloc(sizeof(*picture));
    const uint8_t *const *rows = (const uint8_t *const *)picture->rows[0];
    uint64_t seed = 7;

    (void)state;
    for (uint32_t round = 0; round < 2000; round++) {
        struct forward_block want[2], got[2];
        struct forward_table table;
        uint8_t steps[64];

        if (round % 100 == 0) {
            fill(picture, (enum pattern)(round / 100 % PATTERNS), seed);
        }
        for (size_t i = 0; i < 64; i++) {
            steps[i] = (uint8_t)(1 + next_random(&seed) % (round % 2 ? 255 : 4));
        }
        forward_table_make(&table, steps);
        forward_plain.pair(rows, round % 200, round % 100, &table, want);
        for (size_t i = 0; forward_at(i); i++) {
            if (!forward_at(i)->usable()) {
                continue;
            }
            forward_at(i)->pair(rows, round % 200, round % 100, &table, got);
            for (size_t b = 0; b < 2; b++) {
                assert_true(got[b].present == want[b].present);
                for (size_t k = 0; k < 64; k++) {
                    assert_true(!(want[b].present >> k & 1) ||
                                got[b].values[k] == want[b].values[k]);
                }
                assert_int_equal(got[b].values[0], want[b].values[0]);
            }
        }
    }
    mem_free(picture);
}

static void division_is_exact(void **state)
{
    struct forward_table table;
    uint8_t steps[64];

    (void)state;
    for (uint32_t step = 1; step < 256; step++) {
        memset(steps, (int)step, sizeof(steps));
        forward_table_make(&table, steps);
        for (uint32_t n = 0; n < 1u << 15; n++) {
            assert_int_equal((n * table.factor[0] >> 16) * table.scale[0] >> 16, n / (8 * step));
        }
    }
}

/* Counts that grow like Fibonacci's numbers make the longest codes. */
static void codes_are_16_bits_at_most(void **state)
{
    struct huffman_code code;
    uint32_t counts[256] = { 0 }, a = 1, b = 1, total = 0, sum = 0;

    (void)state;
    for (size_t i = 0; i < 44; i++) {
        counts[i] = a;
        b += a;
        a = b - a;
    }
    huffman_optimal(&code, counts);
    for (uint32_t length = 1; length <= 16; length++) {
        total += code.n_of_length[length];
        sum += (uint32_t)code.n_of_length[length] << (16 - length);
    }
    assert_int_equal(total, 44);
    assert_int_equal(code.n_symbols, 44);
    assert_true(sum < 1u << 16); /* the code of ones alone is free */
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_libjpegs),
        cmocka_unit_test(every_quality_and_pattern),
        cmocka_unit_test(kept_metadata_stands_behind_jfif),
        cmocka_unit_test(sides_have_a_limit),
        cmocka_unit_test(a_write_that_fails_ends_it),
        cmocka_unit_test(transforms_agree),
        cmocka_unit_test(division_is_exact),
        cmocka_unit_test(codes_are_16_bits_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
