/* CR3's timed metadata: records and the EXIF blocks in them. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "lib/tiff_bytes.h"
#include "meta/heif.h"

static int read_sample(struct meta_scan *scan, struct span bytes, struct err *err)
{
    return cr3_read_timed(scan, 0, bytes.len, err);
}

static void put_record(struct buf *out, uint32_t told, uint16_t type, struct span data)
{
    put_number(out, told, 4, false);
    put_number(out, type, 2, false);
    put_number(out, 0, 6, false);
    buf_add_span(out, data);
}

static void assert_tag(struct span sample, const char *name, const char *want)
{
    struct json_object *tags = block_tags(read_sample, sample);

    assert_string_equal(tag_text(tags, name), want);
    json_release(tags);
}

static void records_are_read_up_to_the_damaged_one(void **state)
{
    static const char time[] = "\0\0\xe2\x07\x02\x15\x0c\x08\x38\x15\0\0";
    static const struct {
        const char *label;
        uint32_t before, told, len;
        const char *want;
    } cases[] = {
        { "a time", 14, 24, 12, "2018:02:21 12:08:56.21" },
        { "a time cut short", 14, 20, 8, "" },
        { "longer than the sample", 14, 25, 12, "" },
        { "a length of less than its head", 14, 11, 12, "" },
        { "a length that overflows", 14, 0xfffffff4, 12, "" },
        { "behind a damaged record", 3, 24, 12, "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf sample = BUF_INIT(256);

        print_message("case: %s\n", cases[i].label);
        put_record(&sample, cases[i].before, 3, (struct span){ (const uint8_t *)"\1\2", 2 });
        put_record(&sample, cases[i].told, 1, (struct span){ (const uint8_t *)time, cases[i].len });
        assert_tag(buf_span(&sample), "MakerNotes:Canon:TimeStamp", cases[i].want);
    }
}

static void exif_stands_in_records(void **state)
{
    static const struct tiff_entry scene = { 0xa406, 3, 1, "\2\0", 2 };
    static const struct {
        const char *label;
        uint32_t tag, told_by;
        const char *want;
    } cases[] = {
        { "an ExifIFD", 0x8769, 0, "Portrait" },
        { "longer than its record", 0x8769, 1, "" },
        { "of another kind", 0x1234, 0, "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf sample = BUF_INIT(256), block = BUF_INIT(256);
        CLEANUP(buf_release) struct buf piece = BUF_INIT(256);

        print_message("case: %s\n", cases[i].label);
        put_header(&block, 8, false);
        put_directory(&block, 0, &scene, 1, 0, false);
        put_number(&piece, block.len + 8 + cases[i].told_by, 4, false);
        put_number(&piece, cases[i].tag, 4, false);
        buf_add_span(&piece, buf_span(&block));
        put_record(&sample, (uint32_t)piece.len + 12, 7, buf_span(&piece));
        assert_tag(buf_span(&sample), "EXIF:ExifIFD:SceneCaptureType", cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_read_up_to_the_damaged_one),
        cmocka_unit_test(exif_stands_in_records),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
