/* meta: JPEG's segments: which are believed, junk between them. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "lib/tiff_bytes.h"

static void add_segment(struct buf *out, uint8_t marker, struct span payload)
{
    buf_add_byte(out, 0xff);
    buf_add_byte(out, marker);
    put_number(out, payload.len + 2, 2, true);
    buf_add_span(out, payload);
}

static void add_exif(struct buf *out)
{
    static const struct tiff_entry entries[] = {
        { 0x10f, 2, 4, "abc", 4 },
        { 0x112, 3, 1, "\0\6", 2 },
    };
    CLEANUP(buf_release) struct buf payload = BUF_INIT(4096);

    buf_add(&payload, "Exif\0\0", 6);
    put_header(&payload, 8, true);
    put_directory(&payload, 6, entries, 2, 0, true);
    add_segment(out, 0xe1, buf_span(&payload));
}

/* What follows the EXIF segment, and whether the segment is then believed. */
static const struct {
    const char *label, *tail;
    size_t len;
    bool believed;
} tails[] = {
    { "end of image", "\xff\xd9", 2, true },
    { "a whole comment", "\xff\xfe\0\4ok", 6, true },
    { "fill bytes", "\xff\xff\xff\xd9", 4, true },
    { "junk, then a marker", "junk\xff\xd9", 6, true },
    { "nothing", "", 0, false },
    { "junk alone", "\0\0\0\0", 4, false },
    { "a comment cut short", "\xff\xfe\0\x40ok", 6, false },
    { "a length cut short", "\xff\xfe\0", 3, false },
    { "an impossible length", "\xff\xfe\0\1", 4, false },
};

static void a_segment_is_believed_once_the_next_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(tails); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;

        print_message("case: %s\n", tails[i].label);
        buf_add(&bytes, "\xff\xd8", 2);
        add_exif(&bytes);
        buf_add(&bytes, tails[i].tail, tails[i].len);
        json = object_flat(buf_span(&bytes));
        assert_non_null(json);
        assert_int_equal(json_member(json, "Orientation") != NULL, tails[i].believed);
    }
}

static void the_frame_tells_size_and_sampling(void **state)
{
    static const char frame[] = "\x08\x01\x02\x03\x04\x03\x01\x22\0\x02\x11\1\x03\x11\1";
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;

    (void)state;
    buf_add(&bytes, "\xff\xd8", 2);
    add_segment(&bytes, 0xc2, (struct span){ (const uint8_t *)frame, sizeof frame - 1 });
    add_segment(&bytes, 0xda, span_str("xxxxxxxx"));
    json = object_flat(buf_span(&bytes));
    assert_true(json_to_double(json_member(json, "ImageWidth")) == 0x304);
    assert_true(json_to_double(json_member(json, "ImageHeight")) == 0x102);
    assert_string_equal(json_to_str(json_member(json, "EncodingProcess")),
                        "Progressive DCT, Huffman coding");
    assert_string_equal(json_to_str(json_member(json, "YCbCrSubSampling")), "YCbCr4:2:0 (2 2)");
    assert_string_equal(json_to_str(json_member(json, "ImageSize")), "772x258");
}

/* A first marker that is none: what can be read behind it is. */
static void a_damaged_start(void **state)
{
    static const struct {
        const char *label;
        struct span bytes;
        const char *tag, *want;
    } cases[] = {
        { "TIFF behind it",
          SPAN_OF("\xff\xd8\xfe\xdc"
                  "junkMM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"),
          "EXIF:IFD0:Orientation", "Rotate 90 CW" },
        { "JPEG behind it", SPAN_OF("\xff\xd8\0junk\xff\xd8\xff\xfe\0\4hi\xff\xd9"), "File:Comment",
          "hi" },
        { "no type is claimed", SPAN_OF("\xff\xd8\0junk\xff\xd8\xff\xfe\0\4hi\xff\xd9"),
          "File:MIMEType", "" },
        { "nothing behind it", SPAN_OF("\xff\xd8\xfe\xdcjunk"), "File:ExifByteOrder", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *tags = object_tags(cases[i].bytes);

        print_message("case: %s\n", cases[i].label);
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        json_release(tags);
    }
}

/* EXIF that goes on in the next segment, and a segment that only looks so. */
static void exif_of_two_segments(void **state)
{
#define FIRST                                                                                      \
    "\xff\xd8\xff\xe1\0\x27"                                                                       \
    "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x0e\0\2\0\0\0\x0b\0\0\0\x1a\0\0\0\0first"
    static const struct {
        const char *label;
        struct span bytes;
        const char *want;
    } cases[] = {
        { "two parts",
          SPAN_OF(FIRST "\xff\xe1\0\x0e"
                        "Exif\0\0second\xff\xd9"),
          "firstsecond" },
        { "the second is cut off",
          SPAN_OF(FIRST "\xff\xe1\0\x0e"
                        "Exif\0\0sec"),
          "" },
        { "another block",
          SPAN_OF(FIRST "\xff\xe1\0\x0e"
                        "Exif\0\0MMcond\xff\xd9"),
          "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *tags = object_tags(cases[i].bytes);

        print_message("case: %s\n", cases[i].label);
        assert_string_equal(tag_text(tags, "EXIF:IFD0:ImageDescription"), cases[i].want);
        json_release(tags);
    }
#undef FIRST
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_damaged_start),
        cmocka_unit_test(exif_of_two_segments),
        cmocka_unit_test(a_segment_is_believed_once_the_next_is_whole),
        cmocka_unit_test(the_frame_tells_size_and_sampling),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
