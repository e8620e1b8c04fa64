/* image/codec_bmp: headers of every age, depths and codings; what is missing or makes no sense. */
#include "lib/unit.h"

#include "image/codec_bmp.h"
#include "lib/decode.h"

static void every_header_depth_and_coding_is_read(void **state)
{
    size_t wrong;

    (void)state;
    assert_true(compare_expected("bmp", &wrong) >= 20);
    assert_int_equal(wrong, 0);
}

static void run_lengths_stay_inside_the_picture(void **state)
{
    static const struct {
        const char *label, *bytes;
        size_t len;
        bool complete;
        const char *want; /* 3 x 2 indices, bottom row first */
    } cases[] = {
        { "a run over the edge is cut", "\xff\1\0\0\1\2\0\1", 8, true, "\1\1\1\2\0\0" },
        { "a move leaves pixels as they are", "\0\2\1\1\1\7\0\1", 8, true, "\0\0\0\0\7\0" },
        { "a move out of the picture", "\0\2\xff\xff\1\7\0\1", 8, true, "\0\0\0\0\0\0" },
        { "literals cut short", "\0\3\1\2", 4, false, "\1\2\0\0\0\0" },
        { "no end mark", "\2\5", 2, false, "\5\5\0\0\0\0" },
        { "nothing", "", 0, false, "\0\0\0\0\0\0" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint8_t out[6] = { 0 };
        struct span in = { (const uint8_t *)cases[i].bytes, cases[i].len };

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(bmp_unpack(in, BMP_RLE8, 3, 2, out), cases[i].complete);
        assert_memory_equal(out, cases[i].want, 6);
    }
}

static void bad_headers_are_refused(void **state)
{
    static const struct header_case cases[] = {
        { "width 0", 18, "\0\0\0\0", 4, ERR_MALFORMED },
        { "width negative", 18, "\xff\xff\xff\xff", 4, ERR_MALFORMED },
        { "too wide", 18, "\xff\xff\xff\x7f", 4, ERR_LIMIT },
        { "height at the end of its range", 22, "\0\0\0\x80", 4, ERR_LIMIT },
        { "9 bits", 28, "\x09\0", 2, ERR_MALFORMED },
        { "run lengths of 24 bits", 30, "\1\0\0\0", 4, ERR_MALFORMED },
        { "a JPEG inside", 30, "\4\0\0\0", 4, ERR_UNSUPPORTED },
        { "header of 13 bytes", 14, "\x0d\0\0\0", 4, ERR_MALFORMED },
        { "pixels behind the end", 10, "\xff\xff\xff\x7f", 4, ERR_MALFORMED },
    };

    (void)state;
    refuse_headers("rgb24.bmp", NULL, cases, ARRAY_LEN(cases));
}

static void pixels_that_are_missing_are_black(void **state)
{
    CLEANUP(buf_release) struct buf bytes = test_file("rgb24.bmp");
    struct span half = { bytes.data, bytes.len / 2 };
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(decode_bytes(half, NULL, &decode_limits, &got, &err), 0);
    assert_int_equal(got.n_warnings, 1);
    assert_memory_equal(got.rgba.data, "\0\0\0\xff", 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_header_depth_and_coding_is_read),
        cmocka_unit_test(run_lengths_stay_inside_the_picture),
        cmocka_unit_test(bad_headers_are_refused),
        cmocka_unit_test(pixels_that_are_missing_are_black),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
