/* image/codec_heif: HEVC and AV1 pictures, what is refused, and that no thread is started. */
#include "lib/unit.h"

#include "lib/decode.h"

/* The made scene: x * 4, y * 5, 255 - x * 2 - y * 2 on 64x48. */
static double mean_difference(const struct image *rgba)
{
    double sum = 0;

    for (int y = 0; y < 48; y++) {
        const uint8_t *px = image_row(rgba, (uint32_t)y);

        for (int x = 0; x < 64; x++, px += 4) {
            sum += abs(px[0] - x * 4) + abs(px[1] - y * 5) + abs(px[2] - (255 - x * 2 - y * 2));
        }
    }
    return sum / (48 * 64 * 3);
}

static void hevc_and_av1_pictures_are_read(void **state)
{
    static const struct {
        const char *name;
        bool alpha;
    } cases[] = { { "smooth.heic", false },
                  { "smooth.avif", false },
                  { "smooth-alpha.avif", true } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].name);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err = { 0 };
        int failed = decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err);

        print_message("case: %s %s\n", cases[i].name, err.message);
        assert_int_equal(failed, 0);
        assert_int_equal(got.has_alpha, cases[i].alpha);
        assert_int_equal(got.rgba.width_px, 64);
        assert_int_equal(got.rgba.height_px, 48);
        assert_true(mean_difference(&got.rgba) < 2);
        assert_true(!cases[i].alpha || got.rgba.data[3] < 3); /* the ramp begins at 0 */
    }
}

/* Threads of this process, as the kernel counts them: a locked process may not have a second. */
static void no_thread_is_started(void **state)
{
    char line[128];
    FILE *file = fopen("/proc/self/status", "r");
    bool seen = false;

    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof(line), file) != NULL) {
        if (strncmp(line, "Threads:", 8) == 0) {
            assert_non_null(strstr(line, "\t1\n"));
            seen = true;
        }
    }
    fclose(file);
    assert_true(seen);
}

static void a_file_cut_anywhere_is_decoded_or_refused(void **state)
{
    (void)state;
    cut_anywhere("smooth.heic", &codec_heif, 12, 11, 1u << ERR_MALFORMED | 1u << ERR_UNSUPPORTED);
    cut_anywhere("smooth-alpha.avif", &codec_heif, 12, 11,
                 1u << ERR_MALFORMED | 1u << ERR_UNSUPPORTED);
}

static void sizes_over_the_limit_are_refused(void **state)
{
    CLEANUP(buf_release) struct buf bytes = test_file("smooth.avif");
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct image_limits limits = decode_limits;
    struct err err;

    (void)state;
    limits.max_pixels = 1000;
    assert_int_equal(decode_bytes(buf_span(&bytes), NULL, &limits, &got, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
}

static void other_brands_are_not_ours(void **state)
{
    static const struct {
        const char *label, *bytes;
        size_t len;
        bool ours;
    } cases[] = {
        { "heic",
          "\0\0\0\x18"
          "ftypheic\0\0\0\0",
          16, true },
        { "avif",
          "\0\0\0\x18"
          "ftypavif\0\0\0\0",
          16, true },
        { "a compatible brand",
          "\0\0\0\x18"
          "ftypxxxx\0\0\0\0mif1",
          20, true },
        { "canon raw",
          "\0\0\0\x18"
          "ftypcrx \0\0\0\1crx isom",
          24, false },
        { "a film",
          "\0\0\0\x18"
          "ftypisom\0\0\0\0isomavc1",
          24, false },
        { "cut short",
          "\0\0\0\x18"
          "ftyp",
          8, false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %s\n", cases[i].label);
        assert_int_equal(
            codec_heif.sniff((struct span){ (const uint8_t *)cases[i].bytes, cases[i].len }),
            cases[i].ours);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hevc_and_av1_pictures_are_read),
        cmocka_unit_test(a_file_cut_anywhere_is_decoded_or_refused),
        cmocka_unit_test(no_thread_is_started),
        cmocka_unit_test(sizes_over_the_limit_are_refused),
        cmocka_unit_test(other_brands_are_not_ours),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
