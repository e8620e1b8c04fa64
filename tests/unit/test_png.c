/* image/codec_png: every colour type and depth in and out, profiles, check sums, damage. */
#include "lib/unit.h"

#include "image/codec_png.h"
#include "lib/encode.h"

static void every_colour_type_depth_and_interlace_is_read(void **state)
{
    size_t wrong;

    (void)state;
    assert_true(compare_expected("png", &wrong) >= 35);
    assert_int_equal(wrong, 0);
}

/* The specification's own words (9.4), byte by byte. */
static uint8_t paeth_of(int left, int above, int corner)
{
    int p = left + above - corner, a = abs(p - left), b = abs(p - above), c = abs(p - corner);

    return (uint8_t)(a <= b && a <= c ? left : b <= c ? above : corner);
}

static void rows_undone_together_are_those_undone_one_by_one(void **state)
{
    enum { LEN = 4 * 61, STRIDE = LEN + 1 };
    uint8_t before[(PNG_PAETH_ROWS_MAX + 1) * STRIDE + PNG_ROW_SLACK];
    uint8_t together[sizeof(before)], single[sizeof(before)];

    (void)state;
    for (size_t i = 0; i < sizeof(before); i++) {
        before[i] = (uint8_t)(i * 2654435761u >> 13);
    }
    for (size_t px = 1; px <= 8; px++) {
        for (size_t n = 1; n <= PNG_PAETH_ROWS_MAX; n++) {
            size_t len = LEN / px * px;

            memcpy(together, before, sizeof(before));
            memcpy(single, before, sizeof(before));
            for (size_t i = 0; i < n * len; i++) {
                uint8_t *row = single + (i / len + 1) * STRIDE, *above = row - STRIDE;
                size_t x = i % len;

                row[x] = (uint8_t)(row[x] + paeth_of(x < px ? 0 : row[x - px], above[x],
                                                     x < px ? 0 : above[x - px]));
            }
            if (!png_unfilter_paeth_rows(together + STRIDE, STRIDE, n, together, len, px)) {
                for (size_t k = 1; k <= n; k++) {
                    assert_true(png_unfilter(PNG_FILTER_PAETH, together + k * STRIDE,
                                             together + (k - 1) * STRIDE, len, px));
                }
            }
            assert_memory_equal(together, single, sizeof(before));
        }
    }
}

static void profiles_come_with_the_picture(void **state)
{
    static const struct {
        const char *name;
        bool profile;
    } cases[] = { { "icc.png", true }, { "gamma.png", true }, { "rgb8.png", false } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].name);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err;

        assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.icc_len > 128, cases[i].profile);
    }
}

/* PNG 3rd edition, 4.3: a cICP chunk counts for more than any other. */
static void colours_told_by_number_come_first(void **state)
{
    static const struct {
        const char *name;
        uint8_t numbers[4];
        bool profile;
    } cases[] = { { "rgb8.png", { 12, 13, 0, 1 }, true },
                  { "rgb8.png", { 1, 13, 0, 1 }, false },
                  { "icc.png", { 1, 13, 0, 1 }, false },
                  { "gamma.png", { 1, 13, 0, 1 }, false },
                  { "icc.png", { 2, 2, 0, 1 }, true } }; /* says nothing */
    const size_t header_end = 33;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].name), with = BUF_INIT(1u << 20);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        uint8_t chunk[16] = "\0\0\0\4cICP";
        struct err err;
        uint32_t crc;

        memcpy(chunk + 8, cases[i].numbers, 4);
        crc = digest_crc32(0, (struct span){ chunk + 4, 8 });
        for (int k = 0; k < 4; k++) {
            chunk[12 + k] = (uint8_t)(crc >> (24 - 8 * k));
        }
        buf_add(&with, bytes.data, header_end);
        buf_add(&with, chunk, sizeof(chunk));
        buf_add(&with, bytes.data + header_end, bytes.len - header_end);
        assert_int_equal(decode_bytes(buf_span(&with), NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.icc_len > 128, cases[i].profile);
    }
}

/* Makes the header's check sum right. */
static void mend_check_sum(struct buf *bytes)
{
    uint32_t crc = digest_crc32(0, (struct span){ bytes->data + 12, 17 });

    bytes->data[29] = (uint8_t)(crc >> 24);
    bytes->data[30] = (uint8_t)(crc >> 16);
    bytes->data[31] = (uint8_t)(crc >> 8);
    bytes->data[32] = (uint8_t)crc;
}

static void bad_headers_are_refused(void **state)
{
    static const struct header_case cases[] = {
        { "width 0", 16, "\0\0\0\0", 4, ERR_MALFORMED },
        { "too wide", 16, "\x7f\xff\xff\xff", 4, ERR_LIMIT },
        { "too many pixels", 16, "\0\0\xf0\0\0\0\xf0\0", 8, ERR_LIMIT },
        { "3 bits", 24, "\3", 1, ERR_MALFORMED },
        { "colour type 5", 25, "\5", 1, ERR_MALFORMED },
        { "palette of 16 bits", 24, "\x10\3", 2, ERR_MALFORMED },
        { "interlace 2", 28, "\2", 1, ERR_MALFORMED },
    };

    (void)state;
    refuse_headers("rgb8.png", mend_check_sum, cases, ARRAY_LEN(cases));
}

static void wrong_check_sums_are_refused(void **state)
{
    CLEANUP(buf_release) struct buf bytes = test_file("rgb8.png");
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct err err;

    (void)state;
    bytes.data[bytes.len - 12 - 2] ^= 1; /* in the sum of the IDAT before IEND */
    assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), -1);
    assert_int_equal(err.kind, ERR_MALFORMED);
}

static void a_file_cut_anywhere_is_decoded_or_refused(void **state)
{
    (void)state;
    cut_anywhere("rgba8-interlaced.png", NULL, 8, 3, 1u << ERR_MALFORMED);
}

static void what_is_written_reads_back(void **state)
{
    static const struct {
        enum pixel_model model;
        bool alpha;
    } cases[] = {
        { MODEL_GREY, false }, { MODEL_GREY, true }, { MODEL_RGB, false }, { MODEL_RGB, true }
    };
    uint8_t pixels[9 * 5 * 4];

    (void)state;
    for (size_t i = 0; i < sizeof(pixels); i++) {
        pixels[i] = (uint8_t)(i * 31 + i / 7);
    }
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1 << 20);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct encode_options options = { .width_px = 9, .height_px = 5, .effort = -1 };
        size_t channels = model_channels(cases[i].model) + (cases[i].alpha ? 1u : 0u);
        struct err err;

        options.model = cases[i].model;
        options.has_alpha = cases[i].alpha;
        options.exif = span_str("MM\0*");
        assert_int_equal(encode_pixels(&codec_png, &options, pixels, &out, &err), 0);
        assert_int_equal(decode_bytes(buf_span(&out), NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.model, cases[i].model);
        assert_int_equal(got.has_alpha, cases[i].alpha);
        for (size_t p = 0; p < 45; p++) {
            uint8_t want[4];

            decode_px(cases[i].model, cases[i].alpha, pixels + p * channels, want);
            assert_memory_equal(got.rgba.data + 4 * p, want, 4);
        }
    }
}

#define FEW_SIDE 20

/* n different colours, or transparencies. */
static void paint(uint8_t *pixels, size_t channels, uint32_t n)
{
    for (uint32_t i = 0; i < FEW_SIDE * FEW_SIDE; i++, pixels += channels) {
        uint32_t colour = i % n;

        pixels[0] = (uint8_t)(colour * 7);
        pixels[1] = (uint8_t)(colour >> 8);
        pixels[2] = 200;
        if (channels == 4) {
            pixels[3] = (uint8_t)(colour * 11);
        }
    }
}

static void few_colours_are_written_as_a_palette(void **state)
{
    static const struct {
        uint32_t n_colours;
        uint8_t bits, type; /* 3: palette; 2, 6: true colour */
        bool alpha;
    } cases[] = { { 1, 1, 3, false },   { 2, 1, 3, true },    { 3, 2, 3, false },
                  { 16, 4, 3, true },   { 17, 8, 3, false },  { 256, 8, 3, true },
                  { 256, 8, 3, false }, { 257, 8, 2, false }, { 300, 8, 6, true } };
    uint8_t pixels[FEW_SIDE * FEW_SIDE * 4];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1 << 20);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct encode_options options = { .width_px = FEW_SIDE,
                                          .height_px = FEW_SIDE,
                                          .model = MODEL_RGB,
                                          .has_alpha = cases[i].alpha,
                                          .few_colours = true,
                                          .effort = -1 };
        size_t channels = cases[i].alpha ? 4 : 3;
        struct err err;

        print_message("case: %u colours\n", cases[i].n_colours);
        paint(pixels, channels, cases[i].n_colours);
        assert_int_equal(encode_pixels(&codec_png, &options, pixels, &out, &err), 0);
        assert_int_equal(out.data[24], cases[i].bits);
        assert_int_equal(out.data[25], cases[i].type);
        assert_int_equal(decode_bytes(buf_span(&out), NULL, &decode_limits, &got, &err), 0);
        for (size_t p = 0; p < FEW_SIDE * FEW_SIDE; p++) {
            uint8_t want[4];

            decode_px(MODEL_RGB, cases[i].alpha, pixels + p * channels, want);
            assert_memory_equal(got.rgba.data + 4 * p, want, 4);
        }
    }
}

static int refuse(void *ctx, struct span piece, struct err *err)
{
    (void)ctx;
    (void)piece;
    return err_set(err, ERR_OUTPUT, "full");
}

static void a_sink_that_fails_ends_the_writing(void **state)
{
    struct encoder encoder = { .codec = &codec_png, .write = refuse };
    struct err err = { 0 };

    (void)state;
    encoder.options = (struct encode_options){ .width_px = 4, .height_px = 4, .model = MODEL_RGB };
    assert_int_equal(codec_png.encode_open(&encoder, &err), -1);
    assert_int_equal(err.kind, ERR_OUTPUT);
    codec_png.encode_close(&encoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_colour_type_depth_and_interlace_is_read),
        cmocka_unit_test(rows_undone_together_are_those_undone_one_by_one),
        cmocka_unit_test(profiles_come_with_the_picture),
        cmocka_unit_test(colours_told_by_number_come_first),
        cmocka_unit_test(bad_headers_are_refused),
        cmocka_unit_test(wrong_check_sums_are_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_decoded_or_refused),
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(few_colours_are_written_as_a_palette),
        cmocka_unit_test(a_sink_that_fails_ends_the_writing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
