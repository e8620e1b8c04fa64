/* image/codec_gif: the first frame on its canvas; codes and headers that make no sense. */
#include "lib/unit.h"

#include "image/codec_gif.h"
#include "lib/decode.h"

static void first_frames_are_composed_on_their_canvas(void **state)
{
    size_t wrong;

    (void)state;
    assert_true(compare_expected("gif", &wrong) >= 7);
    assert_int_equal(wrong, 0);
}

static void codes_that_make_no_sense_end_the_picture(void **state)
{
    static const struct {
        const char *label, *blocks;
        size_t len, want;
    } cases[] = {
        /* 3-bit codes: clear 4, end 5 */
        { "clear, 1, end", "\2\x4c\1\0", 4, 1 },
        { "a code before there is a string", "\1\x34\0", 3, 0 },
        { "a block cut short", "\x09\x4c", 2, 1 },
        { "no block", "\0", 1, 0 },
        { "nothing", "", 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint8_t out[16] = { 0 };
        struct span in = { (const uint8_t *)cases[i].blocks, cases[i].len };

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(gif_unpack(in, 2, out, sizeof(out)), cases[i].want);
    }
}

static void bad_headers_are_refused(void **state)
{
    static const struct header_case cases[] = {
        { "frame without width", 74, "\0\0", 2, ERR_MALFORMED },
        { "screen over the limit", 6, "\xff\xff\xff\xff", 4, ERR_LIMIT },
        { "frame over the limit", 74, "\x00\xf0\x00\xf0", 4, ERR_LIMIT },
        { "frame far out", 70, "\xff\xff\xff\xff", 4, ERR_LIMIT },
        { "codes of 12 bits", 79, "\x0c", 1, ERR_MALFORMED },
        { "no frame", 69, ";", 1, ERR_MALFORMED },
    };

    (void)state;
    refuse_headers("plain.gif", NULL, cases, ARRAY_LEN(cases));
}

static void a_file_cut_anywhere_is_decoded_or_refused(void **state)
{
    (void)state;
    cut_anywhere("plain.gif", &codec_gif, 6, 1, 1u << ERR_MALFORMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_frames_are_composed_on_their_canvas),
        cmocka_unit_test(codes_that_make_no_sense_end_the_picture),
        cmocka_unit_test(bad_headers_are_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_decoded_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
