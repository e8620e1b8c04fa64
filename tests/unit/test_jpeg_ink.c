/* image/codec_jpeg: four inks come out as 255 for full ink, whoever wrote them. */
#include <stdio.h>

#include <jpeglib.h>

#include "lib/decode.h"

#define SIDE 16

/* One colour, stored as these four values; the caller frees *out. */
static unsigned long write_flat(J_COLOR_SPACE stored, bool marker, const uint8_t *values,
                                uint8_t **out)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = { .err = jpeg_std_error(&errors) };
    unsigned long bytes = 0;
    uint8_t line[SIDE * 4];
    JSAMPROW row = line;

    *out = NULL;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, out, &bytes);
    jpeg.image_width = jpeg.image_height = SIDE;
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, stored);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg.write_Adobe_marker = marker;
    for (size_t i = 0; i < sizeof(line); i++) {
        line[i] = values[i % 4];
    }
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < SIDE) {
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    return bytes;
}

static void inks_are_stored_inverted(void **state)
{
    static const struct {
        const char *label;
        J_COLOR_SPACE stored;
        bool marker;
    } cases[] = {
        { "CMYK with Adobe's marker", JCS_CMYK, true },
        { "YCCK with Adobe's marker", JCS_YCCK, true },
        { "CMYK without a marker", JCS_CMYK, false },
    };
    static const uint8_t stored[4] = { 230, 120, 60, 240 }; /* little cyan, next to no black */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(decoded_release) struct decoded got = { 0 };
        uint8_t *jpeg;
        unsigned long bytes = write_flat(cases[i].stored, cases[i].marker, stored, &jpeg);
        struct err err;

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(
            decode_bytes((struct span){ jpeg, bytes }, NULL, &decode_limits, &got, &err), 0);
        assert_int_equal(got.model, MODEL_CMYK);
        for (size_t c = 0; c < 3; c++) { /* as the plain formula shows it */
            assert_in_range(got.rgba.data[c] + 3, stored[c] * 240 / 255, stored[c] * 240 / 255 + 6);
        }
        free(jpeg);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inks_are_stored_inverted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
