/* image/codec_tiff: strips, tiles, planes and codings, and headers that make no sense. */
#include "lib/unit.h"

#include "image/codec_tiff.h"
#include "lib/decode.h"

static void strips_tiles_planes_and_codings_are_read(void **state)
{
    size_t wrong;

    (void)state;
    assert_true(compare_expected("tiff", &wrong) >= 15);
    assert_int_equal(wrong, 0);
}

static void models_are_as_stored(void **state)
{
    static const struct {
        const char *name;
        enum pixel_model model;
    } cases[] = { { "cmyk.tif", MODEL_CMYK },
                  { "grey.tif", MODEL_GREY },
                  { "bilevel.tif", MODEL_GREY },
                  { "palette.tif", MODEL_RGB } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].name);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err;

        assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.model, cases[i].model);
    }
}

/* Offset of a 12-byte directory entry of a little-endian file whose directory follows its header.
 */
static size_t entry_of(const struct buf *bytes, unsigned tag)
{
    size_t n = bytes->data[8];

    for (size_t at = 10; at < 10 + 12 * n; at += 12) {
        if ((bytes->data[at] | bytes->data[at + 1] << 8) == (int)tag) {
            return at;
        }
    }
    fail();
    return 0;
}

static void bad_headers_are_refused(void **state)
{
    static const struct {
        const char *label, *file;
        unsigned tag;
        const char *value;
        enum err_kind want;
    } cases[] = {
        { "width 0", "planar.tif", 256, "\0\0\0\0", ERR_MALFORMED },
        { "too wide", "planar.tif", 256, "\xff\xff\0\0", ERR_LIMIT },
        { "32 samples a pixel", "planar.tif", 277, "\x20\0\0\0", ERR_MALFORMED },
        { "a coding that there is none of", "tiled-rgba.tif", 259, "\x99\x99\0\0",
          ERR_UNSUPPORTED },
        { "JPEG 2000", "tiled-rgba.tif", 259, "\x98\x87\0\0", ERR_UNSUPPORTED },
        { "tiles of no width", "tiled-rgba.tif", 322, "\0\0\0\0", ERR_MALFORMED },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].file);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err;

        print_message("case: %s\n", cases[i].label);
        memcpy(bytes.data + entry_of(&bytes, cases[i].tag) + 8, cases[i].value, 4);
        assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err), -1);
        print_message("%s\n", err.message);
        assert_int_equal(err.kind, cases[i].want);
    }
}

static void a_file_cut_anywhere_is_decoded_or_refused(void **state)
{
    static const char *const names[] = { "strip-lzw.tif", "tiled-rgba.tif", "strip-jpeg.tif",
                                         "planar.tif" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        cut_anywhere(names[i], NULL, 4, 7,
                     1u << ERR_MALFORMED | 1u << ERR_UNSUPPORTED | 1u << ERR_LIMIT);
    }
}

static void a_palette_takes_samples_of_few_bits(void **state)
{
    uint8_t palette[4][3] = { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 }, { 10, 11, 12 } };
    struct tiff_format format = { .bits = 2, .samples = 1, .photometric = 3, .colours = 3 };
    const uint8_t row = 0x1b; /* 0, 1, 2, 3 */
    const uint8_t *rows[] = { &row };
    uint8_t out[12];

    (void)state;
    format.palette = palette;
    tiff_convert_row(&format, rows, out, 4);
    assert_memory_equal(out, palette, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strips_tiles_planes_and_codings_are_read),
        cmocka_unit_test(models_are_as_stored),
        cmocka_unit_test(bad_headers_are_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_decoded_or_refused),
        cmocka_unit_test(a_palette_takes_samples_of_few_bits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
