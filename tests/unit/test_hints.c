/* image-sandbox/hints: orientation from the header of each format that says it in EXIF. */
#include "lib/unit.h"

#include "../../workers/image-sandbox/hints.c"

static const uint8_t little[] = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0\0\0\0\0\0";
static const uint8_t big[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\10\0\0\0\0\0\0";

#define TIFF_BYTES (sizeof little - 1)

static void a_directory_says_how_it_is_turned(void **state)
{
    static const struct {
        const char *label, *bytes;
        size_t len;
        uint8_t want;
    } cases[] = {
        { "little-endian", (const char *)little, TIFF_BYTES, 6 },
        { "big-endian", (const char *)big, TIFF_BYTES, 8 },
        { "nothing", "", 0, 0 },
        { "cut in the header", (const char *)little, 7, 0 },
        { "cut in the directory", (const char *)little, 20, 0 },
        { "directory outside", "II*\0\377\377\377\377\1\0", 10, 0 },
        { "value 9", "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\11\0\0\0", 22, 0 },
        { "as text", "II*\0\10\0\0\0\1\0\22\1\2\0\1\0\0\0\6\0\0\0", 22, 0 },
        { "as a long", "II*\0\10\0\0\0\1\0\22\1\4\0\1\0\0\0\6\0\0\0", 22, 6 },
        { "as a big-endian long", "MM\0*\0\0\0\10\0\1\1\22\0\4\0\0\0\1\0\0\0\6", 22, 6 },
        { "as a signed short", "II*\0\10\0\0\0\1\0\22\1\10\0\1\0\0\0\6\0\0\0", 22, 6 },
        { "as a signed long", "II*\0\10\0\0\0\1\0\22\1\11\0\1\0\0\0\6\0\0\0", 22, 6 },
        { "as a long that is large", "II*\0\10\0\0\0\1\0\22\1\4\0\1\0\0\0\6\1\0\0", 22, 0 },
        { "count of entries that lies", "II*\0\10\0\0\0\377\377\22\1\3\0\1\0\0\0\3\0\0\0", 22, 3 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %s\n", cases[i].label);
        assert_int_equal(
            hints_tiff_orientation((struct span){ (const uint8_t *)cases[i].bytes, cases[i].len }),
            cases[i].want);
    }
}

static uint8_t orientation_of(const char *format, const struct buf *file)
{
    struct source src = source_memory(buf_span(file));
    uint8_t orientation = 99;
    struct err err;

    assert_int_equal(hints_orientation(&src, format, &orientation, &err), 0);
    source_release(&src);
    return orientation;
}

static void jpeg_has_it_in_app1_before_the_first_scan(void **state)
{
    struct buf file = BUF_INIT(1000);

    (void)state;
    buf_add(&file, "\xff\xd8\xff\xe0\0\20JFIF\0\1\1\0\0\1\0\1\0\0", 20);
    buf_add(&file, "\xff\xff\xe1\0\42Exif\0\0", 11); /* a fill byte */
    buf_add(&file, little, TIFF_BYTES);
    buf_add(&file, "\xff\xda\0\2", 4);
    assert_int_equal(orientation_of("jpeg", &file), 6);
    file.data[22] = 0xda; /* behind a scan nothing is looked for */
    assert_int_equal(orientation_of("jpeg", &file), 0);
    buf_release(&file);
}

static void png_and_webp_have_it_in_a_chunk(void **state)
{
    struct buf png = BUF_INIT(1000), webp = BUF_INIT(1000);

    (void)state;
    buf_add(&png, "\x89PNG\r\n\x1a\n\0\0\0\1IDATxcrc!\0\0\0\32eXIf", 29);
    buf_add(&png, big, TIFF_BYTES);
    assert_int_equal(orientation_of("png", &png), 8);
    buf_add(&webp, "RIFF\0\0\0\0WEBPVP8 \3\0\0\0abc\0EXIF\40\0\0\0Exif\0\0", 38);
    buf_add(&webp, big, TIFF_BYTES);
    assert_int_equal(orientation_of("webp", &webp), 8);
    buf_release(&png);
    buf_release(&webp);
}

static void bigtiff_has_it_too(void **state)
{
    static const char files[][45] = {
        "II+\0\10\0\0\0\20\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\22\1\3\0\1\0\0\0\0\0\0\0\6\0\0\0\0\0\0\0",
        "MM\0+\0\10\0\0\0\0\0\0\0\0\0\20\0\0\0\0\0\0\0\1\1\22\0\3\0\0\0\0\0\0\0\1\0\6\0\0\0\0\0\0",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        CLEANUP(buf_release) struct buf file = BUF_INIT(1000);

        buf_add(&file, files[i], 44);
        assert_int_equal(orientation_of("tiff", &file), 6);
        file.len = 40; /* cut in the directory */
        assert_int_equal(orientation_of("tiff", &file), 0);
        file.len = 15; /* cut in the header */
        assert_int_equal(orientation_of("tiff", &file), 0);
    }
}

static void tiff_has_it_in_its_first_directory(void **state)
{
    struct buf file = BUF_INIT(1000);

    (void)state;
    buf_add(&file, little, TIFF_BYTES);
    assert_int_equal(orientation_of("tiff", &file), 6);
    buf_clear(&file);
    buf_add(&file, big, TIFF_BYTES);
    assert_int_equal(orientation_of("tiff", &file), 8);
    assert_int_equal(orientation_of("gif", &file), 0);
    assert_int_equal(orientation_of(NULL, &file), 0);
    buf_release(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_directory_says_how_it_is_turned),
        cmocka_unit_test(jpeg_has_it_in_app1_before_the_first_scan),
        cmocka_unit_test(png_and_webp_have_it_in_a_chunk),
        cmocka_unit_test(bigtiff_has_it_too),
        cmocka_unit_test(tiff_has_it_in_its_first_directory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
