/* meta/app: JPEG's segments, alone and put together from several. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

#define GUID_A    "0123456789ABCDEF0123456789ABCDEF"
#define GUID_B    "FEDCBA98765432100123456789ABCDEF"
#define EXTENSION "http://ns.adobe.com/xmp/extension/\0"
#define XMP_START                                                                                  \
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "                                              \
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "                  \
    "xmlns:f=\"http://f/\" f:long=\"te"
#define XMP_END "xt\"/></rdf:RDF></x:xmpmeta>"

static void segment_add(struct buf *jpeg, uint8_t marker, struct span payload)
{
    const uint8_t head[4] = { 0xff, marker, (uint8_t)((payload.len + 2) >> 8),
                              (uint8_t)(payload.len + 2) };

    buf_add(jpeg, head, 4);
    buf_add_span(jpeg, payload);
}

static struct json_object *tags_of(struct buf *jpeg)
{
    struct json_object *tags;

    buf_add(jpeg, "\xff\xd9", 2);
    tags = object_tags(buf_span(jpeg));
    for (size_t len = 0; len < jpeg->len; len++) { /* no cut does harm */
        json_release(object_tags((struct span){ jpeg->data, len }));
    }
    buf_release(jpeg);
    return tags;
}

#define ZERO8 "\0\0\0\0\0\0\0\0"
/* One record of FLIR's, whose kind and length in hexadecimal are given. */
#define FLIR(kind, len)                                                                            \
    "FLIR\0\1\0\0"                                                                                 \
    "FFF\0FLIR" ZERO8 "\0\0\0\0\0\0\0\x64\0\0\0\x40\0\0\0\1" ZERO8 ZERO8 ZERO8 ZERO8               \
    "\0" kind ZERO8 "\0\0\0\0\0\x60\0\0\0" len ZERO8 "\0\0\0\0"

static const struct {
    const char *label;
    uint8_t marker;
    struct span payload;
    const char *tag, *want;
} segment_cases[] = {
    { "JFIF", 0xe0, SPAN_OF("JFIF\0\1\2\1\0\x48\0\x48\0\0"), "JFIF:JFIFVersion", "1.02" },
    { "JFIF's unit", 0xe0, SPAN_OF("JFIF\0\1\2\1\0\x48\0\x48\0\0"), "JFIF:ResolutionUnit",
      "inches" },
    { "Adobe", 0xee, SPAN_OF("Adobe\0\x64\x80\0\0\0\1"), "APP14:Adobe:ColorTransform", "YCbCr" },
    { "Adobe's flags", 0xee, SPAN_OF("Adobe\0\x64\x80\0\0\0\1"), "APP14:Adobe:APP14Flags0",
      "Encoded with Blend=1 downsampling" },
    { "Ducky", 0xec, SPAN_OF("Ducky\0\1\0\4\0\0\0\x3c\0\0"), "APP12:Ducky:Quality", "60%" },
    { "GraphicConverter", 0xef, SPAN_OF("Q 70"), "APP15:GraphConv:Quality", "70" },
    { "Kodak's directory", 0xe3,
      SPAN_OF("Meta\0\0II*\0\x08\0\0\0\1\0\x51\xc3\3\0\1\0\0\0\7\0\0\0\0\0\0\0"),
      "Meta:MetaIFD:ImageSourceEK", "7" },
    { "GoPro", 0xe6, SPAN_OF("GoPro\0DEVC\0\1\0\x0cORENc\1\0\1U\0\0\0"), "APP6:GoPro:AutoRotation",
      "Up" },
    { "picture information", 0xec, SPAN_OF("AGFA\0[picture info]\r\nShutter=6460\r\n"),
      "APP12:PictureInfo:ExposureTime", "1/155" },
    { "its own names", 0xec, SPAN_OF("AGFA\0[picture info]\r\nQ=96\r\n"), "APP12:PictureInfo:TagQ",
      "96" },
    { "NITF", 0xe6, SPAN_OF("NITF\0\2\0B\0\1\0\1\0\x08\0\1\1\0\x08\1\1\0\0"),
      "APP6:NITF:ImageFormat", "IMode B" },
    { "NITF's version", 0xe6, SPAN_OF("NITF\0\2\0B"), "APP6:NITF:NITFVersion", "2.0" },
    { "Media Jukebox", 0xe9,
      SPAN_OF("Media Jukebox\0\1\0<MJMD>\r\n<Name>a b</Name><Date>41518.8418865740750334</Date>"),
      "XML:MediaJukebox:Date", "2013:09:01 20:12:19" },
    { "Media Jukebox without an end", 0xe9, SPAN_OF("Media Jukebox\0\1\0<MJMD><Name>a b</Nam"),
      "XML:MediaJukebox:Name", "" },
    { "JUMBF", 0xeb,
      SPAN_OF("JP\0\1\0\0\0\1\0\0\0\x28jumb\0\0\0\x1ejumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71"
              "\3c2pa\0"),
      "JUMBF:JUMDType", "(c2pa)-0011-0010-800000aa00389b71" },
    { "JUMBF that lies about a length", 0xeb,
      SPAN_OF("JP\0\1\0\0\0\1\0\0\0\x28jumb\xff\xff\0\x1ejumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38"
              "\x9b\x71"
              "\3c2pa\0"),
      "JUMBF:JUMDType", "" },
    { "CIFF", 0xe0, SPAN_OF("II\x0e\0\0\0HEAPJPGM\1\0\x0a\x50\0\0\0\0\0\0\0\0\0\0\0\0"),
      "MakerNotes:CIFF:TargetImageType", "Real-world Subject" },
    { "CIFF whose directory is outside", 0xe0,
      SPAN_OF("II\x0e\0\0\0HEAPJPGM\1\0\x0a\x50\0\0\0\0\0\0\0\0\xff\0\0\0"),
      "MakerNotes:CIFF:TargetImageType", "" },
    { "XMP under another signature", 0xe1, SPAN_OF("XMP\0://ns\0" XMP_START XMP_END),
      "XMP:XMP-f:Long", "text" },
    { "Multi-Picture Format", 0xe2,
      SPAN_OF("MPF\0II*\0\x08\0\0\0\1\0\1\xb0\4\0\1\0\0\0\2\0\0\0\0\0\0\0"),
      "MPF:MPF0:NumberOfImages", "2" },
    { "Qualcomm: asf5_filter_mode", 0xe7,
      SPAN_OF("\x1aQualcomm Camera Attributes\1\0\x10"
              "asf5_filter_mode\1\0\0\0\0\7"),
      "MakerNotes:Qualcomm:ASF5FilterMode", "7" },
    { "Qualcomm: r2_tl84_x[3]", 0xe7,
      SPAN_OF("\x1aQualcomm Camera Attributes\1\0\x0c"
              "r2_tl84_x[3]\1\0\0\0\0\7"),
      "MakerNotes:Qualcomm:R2TL84X03", "7" },
    { "Qualcomm: chrm_a_m", 0xe7,
      SPAN_OF("\x1aQualcomm Camera Attributes\1\0\x08"
              "chrm_a_m\1\0\0\0\0\7"),
      "MakerNotes:Qualcomm:ChrmA_M", "7" },
    { "Qualcomm: hello_wb_", 0xe7,
      SPAN_OF("\x1aQualcomm Camera Attributes\1\0\x09"
              "hello_wb_\1\0\0\0\0\7"),
      "MakerNotes:Qualcomm:HelloWb_", "7" },
    { "Qualcomm: a name that is no text", 0xe7,
      SPAN_OF("\x1aQualcomm Camera Attributes\1\0\5a\x9c\"_c\1\0\0\0\0\7"),
      "MakerNotes:Qualcomm:A_C", "7" },
    { "nothing known", 0xe9, SPAN_OF("whatever"), "APP9:Whatever", "" },
    { "Casio's QVCI", 0xe1,
      SPAN_OF("QVCI\0" ZERO8 ZERO8 ZERO8 ZERO8 "\0\0\0\0\0\0\0\1" ZERO8 ZERO8 ZERO8 ZERO8
              "1998.10.24.12.08.57"),
      "MakerNotes:Casio:DateTimeOriginal", "1998:10:24 12:08:57" },
    { "FLIR's program", 0xe1, SPAN_OF(FLIR("\x2b", "\4") "\1\0\0\0"), "APP1:FLIR:CreatorSoftware",
      "FLIR" },
    { "FLIR's position", 0xe1,
      SPAN_OF(FLIR("\x2b", "\x18") "\1\0\0\0\0\0\0\0S\0W\0\0\0\0\0\0\0\0\0\0\x80\x34\xc0"),
      "APP1:FLIR:GPSLatitude", "20 30 0.00000000 S" },
    { "half a position", 0xe1,
      SPAN_OF(FLIR("\x2b", "\x14") "\1\0\0\0\0\0\0\0S\0W\0\0\0\0\0\0\0\0\0"),
      "APP1:FLIR:GPSLatitude", "" },
    { "FLIR's measurement", 0xe1,
      SPAN_OF(FLIR("\x21", "\x38") ZERO8 "\0\0\0\0\x2c\0\0\1\4\0\4\0\0\0\1\0" ZERO8 ZERO8
                                         "\0\0\0\0\0\0\0\0\xf0\0\x40\1\x31\0\0\0"),
      "APP1:FLIR:Meas1Params", "240 320" },
    { "a measurement longer than its record", 0xe1,
      SPAN_OF(FLIR("\x21", "\x38") ZERO8 "\0\0\0\0\x2c\0\0\1\xff\xff\4\0\0\0\1\0" ZERO8 ZERO8
                                         "\0\0\0\0\0\0\0\0\xf0\0\x40\1\x31\0\0\0"),
      "APP1:FLIR:Meas1Params", "" },
    { "FLIR that lies about its directory", 0xe1,
      SPAN_OF("FLIR\0\1\0\0FFF\0aaaaaaaaaaaaaaaa\0\0\0\x64\xff\xff\xff\xff\xff\xff\xff\xff"
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
      "APP1:FLIR:Emissivity", "" },
    { "short resource of slices", 0xed,
      SPAN_OF("Photoshop 3.0\0"
              "8BIM\4\x1a\0\0\0\0\0\2ab"),
      "Photoshop:NumSlices", "" },
    { "FlashPix without a list", 0xe2, SPAN_OF("FPXR\0\0\2\0\7\0\0\0\0xxxx"), "FlashPix:ScreenNail",
      "" },
};

static void one_segment_each(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(segment_cases); i++) {
        struct buf jpeg = BUF_INIT(65536);
        struct json_object *tags;

        print_message("case: %s\n", segment_cases[i].label);
        buf_add(&jpeg, "\xff\xd8", 2);
        segment_add(&jpeg, segment_cases[i].marker, segment_cases[i].payload);
        tags = tags_of(&jpeg);
        assert_string_equal(tag_text(tags, segment_cases[i].tag), segment_cases[i].want);
        json_release(tags);
    }
}

static void extension_add(struct buf *jpeg, const char *guid, uint32_t total, uint32_t offset,
                          struct span part)
{
    struct buf payload = BUF_INIT(4096);
    const uint8_t place[8] = { (uint8_t)(total >> 24),  (uint8_t)(total >> 16),
                               (uint8_t)(total >> 8),   (uint8_t)total,
                               (uint8_t)(offset >> 24), (uint8_t)(offset >> 16),
                               (uint8_t)(offset >> 8),  (uint8_t)offset };

    buf_add(&payload, EXTENSION, sizeof EXTENSION - 1);
    buf_add_str(&payload, guid);
    buf_add(&payload, place, sizeof place);
    buf_add_span(&payload, part);
    segment_add(jpeg, 0xe1, buf_span(&payload));
    buf_release(&payload);
}

/* The last part first, and another packet's part in between. */
static void extended_xmp_in_any_order(void **state)
{
    uint32_t first = sizeof XMP_START - 1, total = first + sizeof XMP_END - 1;
    struct buf jpeg = BUF_INIT(65536);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    extension_add(&jpeg, GUID_A, total, first, (struct span)SPAN_OF(XMP_END));
    extension_add(&jpeg, GUID_B, 0xffffffff, 0, (struct span)SPAN_OF("<x"));
    extension_add(&jpeg, GUID_A, total, 0, (struct span)SPAN_OF(XMP_START));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "XMP:XMP-f:Long"), "text");
    json_release(tags);
}

static void extended_xmp_with_a_hole(void **state)
{
    struct buf jpeg = BUF_INIT(65536);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    extension_add(&jpeg, GUID_A, 1000, 0, (struct span)SPAN_OF(XMP_START));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "XMP:XMP-f:Long"), "");
    json_release(tags);
}

/* A resource that is cut by the end of its segment goes on in the next. */
static void photoshop_in_two_segments(void **state)
{
    struct buf jpeg = BUF_INIT(65536);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    segment_add(&jpeg, 0xed,
                (struct span)SPAN_OF("Photoshop 3.0\0"
                                     "8BIM\4\x0b\0\0\0\0\0\6http"));
    segment_add(&jpeg, 0xed,
                (struct span)SPAN_OF("Photoshop 3.0\0"
                                     "://x"));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "Photoshop:URL"), "http:/");
    json_release(tags);
}

static void profile_in_two_segments(void **state)
{
    uint8_t profile[144] = { 0, 0, 0, 144, 'l', 'c', 'm', 's', 2, 0x10 };
    struct buf jpeg = BUF_INIT(65536), part = BUF_INIT(256);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    buf_add(&part, "ICC_PROFILE\0\2\2", 14);
    buf_add(&part, profile + 6, sizeof profile - 6);
    segment_add(&jpeg, 0xe2, buf_span(&part));
    buf_clear(&part);
    buf_add(&part, "ICC_PROFILE\0\1\2", 14);
    buf_add(&part, profile, 6);
    segment_add(&jpeg, 0xe2, buf_span(&part));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "ICC_Profile:ICC-header:ProfileCMMType"), "Little CMS");
    json_release(tags);
    buf_release(&part);
}

/* Its properties are said to lie far behind its end. */
static void stream_that_points_outside(void **state)
{
    struct buf jpeg = BUF_INIT(4096), part = BUF_INIT(256);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    segment_add(&jpeg, 0xe2, (struct span)SPAN_OF("FPXR\0\0\1\0\1\0\0\0\x30\0/\0\5\0x\0\0\0"));
    buf_add(&part, "FPXR\0\0\2\0\0\0\0\0\0", 13);
    for (int i = 0; i < 0x30; i++) {
        buf_add_byte(&part, 0xfe);
    }
    segment_add(&jpeg, 0xe2, buf_span(&part));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "FlashPix:CodePage"), "");
    json_release(tags);
    buf_release(&part);
}

static void first_comment_stands(void **state)
{
    struct buf jpeg = BUF_INIT(4096);
    struct json_object *tags;

    (void)state;
    buf_add(&jpeg, "\xff\xd8", 2);
    segment_add(&jpeg, 0xfe, (struct span)SPAN_OF("one"));
    segment_add(&jpeg, 0xfe, (struct span)SPAN_OF("two"));
    tags = tags_of(&jpeg);
    assert_string_equal(tag_text(tags, "File:Comment"), "one");
    json_release(tags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_segment_each),         cmocka_unit_test(extended_xmp_in_any_order),
        cmocka_unit_test(extended_xmp_with_a_hole), cmocka_unit_test(photoshop_in_two_segments),
        cmocka_unit_test(profile_in_two_segments),  cmocka_unit_test(stream_that_points_outside),
        cmocka_unit_test(first_comment_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
