/* image/codec_webp: lossy, lossless, alpha and animations in, both kinds out, what is refused. */
#include "lib/unit.h"

#include "lib/encode.h"

static void lossy_lossless_alpha_and_animations_are_read(void **state)
{
    size_t wrong;

    (void)state;
    assert_true(compare_expected("webp", &wrong) >= 6);
    assert_int_equal(wrong, 0);
}

static void a_profile_comes_with_the_picture(void **state)
{
    CLEANUP(buf_release) struct buf bytes = test_file("icc.webp");
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), 0);
    assert_true(got.icc_len > 128);
}

static void a_file_cut_anywhere_is_decoded_or_refused(void **state)
{
    (void)state;
    cut_anywhere("lossy-alpha.webp", &codec_webp, 0, 3, 1u << ERR_MALFORMED);
    cut_anywhere("lossless.webp", &codec_webp, 0, 3, 1u << ERR_MALFORMED);
    cut_anywhere("animation.webp", &codec_webp, 0, 3, 1u << ERR_MALFORMED);
}

static void canvases_over_the_limit_are_refused(void **state)
{
    static const struct image_limits small = { .max_pixels = 100, .max_side_px = 65500 };
    CLEANUP(buf_release) struct buf bytes = test_file("animation.webp");
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct image_limits limits = small;
    struct err err;

    (void)state;
    limits.max_source_bytes = 1 << 20;
    limits.max_memory_bytes = 1 << 20;
    assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &limits, &got, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_string_equal(err.setting, "INGEST_MAX_PIXELS");
}

static void fill(uint8_t *pixels, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pixels[i] = (uint8_t)(i * 3 + i / 40);
    }
    for (size_t i = 3; i < n; i += 4) {
        pixels[i] |= 1; /* what is fully transparent may change its colour */
    }
}

static void lossless_reads_back_equal(void **state)
{
    static const enum pixel_model models[] = { MODEL_GREY, MODEL_RGB };
    uint8_t pixels[20 * 10 * 4];

    (void)state;
    fill(pixels, sizeof(pixels));
    for (size_t i = 0; i < ARRAY_LEN(models) * 2; i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1 << 20);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct encode_options options = { .width_px = 20, .height_px = 10, .effort = -1 };
        struct err err;

        options.model = models[i / 2];
        options.has_alpha = options.model == MODEL_RGB && i % 2 == 1;
        options.lossless = true;
        options.quality = 80;
        assert_int_equal(encode_pixels(&codec_webp, &options, pixels, &out, &err), 0);
        assert_int_equal(decode_bytes(buf_span(&out), NULL, &decode_limits, &got, &err), 0);
        for (size_t p = 0; p < 200; p++) {
            size_t channels = model_channels(options.model) + (options.has_alpha ? 1u : 0u);
            uint8_t want[4];

            decode_px(options.model, options.has_alpha, pixels + p * channels, want);
            assert_memory_equal(got.rgba.data + 4 * p, want, 4);
        }
    }
}

static void metadata_is_kept_in_an_extended_file(void **state)
{
    static const bool alphas[] = { false, true };
    uint8_t pixels[20 * 10 * 4];

    (void)state;
    fill(pixels, sizeof(pixels));
    for (size_t i = 0; i < ARRAY_LEN(alphas); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1 << 20);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct encode_options options = { .width_px = 20, .height_px = 10, .effort = 9 };
        struct err err;

        options.model = MODEL_RGB;
        options.has_alpha = alphas[i];
        options.quality = 80;
        options.exif = (struct span){ (const uint8_t *)"MM\0*\0\0\0\x08\0", 9 };
        assert_int_equal(encode_pixels(&codec_webp, &options, pixels, &out, &err), 0);
        assert_memory_equal(out.data + 12, "VP8X", 4);
        assert_int_equal(out.data[20], alphas[i] ? 0x18 : 0x08);
        assert_memory_equal(out.data + out.len - 18, "EXIF\x09\0\0\0MM", 10);
        assert_int_equal(decode_bytes(buf_span(&out), NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.has_alpha, alphas[i]);
        assert_int_equal(got.n_warnings, 0);
    }
}

static void a_side_that_webp_cannot_hold_is_refused(void **state)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(1 << 20);
    struct encode_options options = { .width_px = 16384, .height_px = 1, .model = MODEL_RGB };
    struct err err;

    (void)state;
    assert_int_equal(encode_pixels(&codec_webp, &options, NULL, &out, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lossy_lossless_alpha_and_animations_are_read),
        cmocka_unit_test(a_profile_comes_with_the_picture),
        cmocka_unit_test(a_file_cut_anywhere_is_decoded_or_refused),
        cmocka_unit_test(canvases_over_the_limit_are_refused),
        cmocka_unit_test(lossless_reads_back_equal),
        cmocka_unit_test(metadata_is_kept_in_an_extended_file),
        cmocka_unit_test(a_side_that_webp_cannot_hold_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
