/* meta/trailer: what stands behind the end of a JPEG, one kind each and several in a row. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

#define JPEG_START "\xff\xd8\xff\xda\0\x08\1\1\0\0\x3f\0\x11\xff\xd9" /* 15 bytes */
#define PAD        "................................................................"
#define CANON      "CANON OPTIONAL DATA\0"
#define ZERO38     "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define MARK       "\xa1\xb2\xc3\xd4"
#define MECHANIC                                                                                   \
    "\x1c\2\xdd\0\4\0\0\0\1"                                                                       \
    "\x1c\2\xde\0\4\0\0\0\6\0\0\0\x12"                                                             \
    "cbipcbbl"
#define VIVO_END                                                                                   \
    "cameralbum!\0\0\0\0\0\0\0\x1f\0\0\0\0\0\0\0\0"                                                \
    "\xff\xff\xff\xff\x1b\x2a\x39\x48\x57\x66\x75\x84\x93\xa2\xb1"

static struct json_object *tags_of(struct span trailer, bool with_scan)
{
    struct buf jpeg = BUF_INIT(1 << 20);
    struct json_object *tags;

    buf_add(&jpeg, with_scan ? JPEG_START : "\xff\xd8\xff\xfe\0\2\xff\xd9", with_scan ? 15 : 8);
    buf_add_span(&jpeg, trailer);
    tags = object_tags(buf_span(&jpeg));
    for (size_t cut = 0; cut < jpeg.len; cut++) { /* neither an early end nor a late start harms */
        json_release(object_tags((struct span){ jpeg.data, cut }));
        if (cut > 15) {
            struct buf part = BUF_INIT(1 << 20);

            buf_add(&part, JPEG_START, 15);
            buf_add_span(&part, span_from(buf_span(&jpeg), cut));
            json_release(object_tags(buf_span(&part)));
            buf_release(&part);
        }
    }
    buf_release(&jpeg);
    return tags;
}

static const struct {
    const char *label;
    struct span trailer;
    const char *tag, *want;
} trailer_cases[] = {
    { "AFCP",
      SPAN_OF("AXS!\0\1\0\2\0\0\0\0IPTC\0\0\0\x08\0\0\0\x33TEXT\0\0\0\4\0\0\0\x3b"
              "\x1c\2\x78\0\3cap"
              "note" PAD "AXS!\0\0\0\x0f\0\0\0\0"),
      "IPTC:IPTC2:Caption-Abstract", "cap" },
    { "AFCP's text",
      SPAN_OF("AXS!\0\1\0\1\0\0\0\0TEXT\0\0\0\4\0\0\0\x27note" PAD "AXS!\0\0\0\x0f\0\0\0\0"),
      "AFCP:Text", "note" },
    { "AFCP that points outside",
      SPAN_OF("AXS!\0\1\0\1\0\0\0\0TEXT\xff\xff\xff\xff\0\0\0\1note" PAD "AXS!\0\0\0\x0f\0\0\0\0"),
      "AFCP:Text", "" },
    { "FotoStation's edits",
      SPAN_OF(PAD "\0\0\6\0\0\0\4\0\0\0\0\3\0\0\x96\xe2\0\0\x69\x78\0\0\0\0\0\0\x47\xf6"
                  "\0\2\0\0\0\x26" MARK),
      "FotoStation:CropLeft", "18.422%" },
    { "counted the other way round",
      SPAN_OF(PAD "\0\0\6\0\0\0\4\0\0\0\0\3\0\0\x96\xe2\0\0\x69\x78\0\0\0\0\0\0\x47\xf6"
                  "\0\2\0\0\0\x26" MARK),
      "FotoStation:Rotation", "90" },
    { "FotoStation's IPTC", SPAN_OF(PAD "\x1c\2\x78\0\3cap\0\1\0\0\0\x12" MARK),
      "IPTC:IPTC2:Caption-Abstract", "cap" },
    { "FotoStation longer than the file", SPAN_OF(PAD "\x1c\2\x78\0\3cap\0\1\0\1\0\x12" MARK),
      "IPTC:IPTC2:Caption-Abstract", "" },
    { "FotoStation shorter than its footer", SPAN_OF(PAD "\0\1\0\0\0\2" MARK),
      "IPTC:IPTC2:Caption-Abstract", "" },
    { "Photo Mechanic", SPAN_OF(PAD MECHANIC), "PhotoMechanic:ColorClass", "6 (Typical alt)" },
    { "Canon",
      SPAN_OF(CANON "\0\1\0\0\0\0\0\x1c\xff\xff\0\xf4\0\0\0\x14\0\0\0\x10"
                    "\0\0\1\x36\0\0\0\0\0\0\0\0\0\0\0\0" CANON "\0\0\0\x1c" ZERO38 "\xff\xd9"),
      "CanonVRD:VRDVersion", "3.1.0" },
    { "MIE",
      SPAN_OF(PAD "~\x10\4\xfe"
                  "0MIE\0\0\0\0~\x10\4\0Meta~\x10\x08\0Document~(\x09\3Copyrightme!~\0\0\0"
                  "~\0\0\0~\0\4\0zmie~\0\0\6\0\0\0\x4a\x10\4"),
      "MIE:MIE-Doc:Copyright", "me!" },
    { "Samsung",
      SPAN_OF(PAD "\0\0\0\1\4\0\0\0nameDATASEFH\x65\0\0\0\1\0\0\0\0\0\0\1\x10\0\0\0\x10\0\0\0"
                  "\x18\0\0\0SEFT"),
      "MakerNotes:Samsung:EmbeddedAudioFileName", "name" },
    { "Samsung with padding",
      SPAN_OF(PAD "\0\0\0\1\4\0\0\0nameDATASEFH\x65\0\0\0\1\0\0\0\0\0\0\1\x10\0\0\0\x10\0\0\0"
                  "\x18\0\0\0SEFTQDIOxxxx\x08\0\0\0QDIOBS"),
      "MakerNotes:Samsung:EmbeddedAudioFileName", "name" },
    { "Samsung with far too many entries",
      SPAN_OF(PAD "\0\0\0\1\4\0\0\0nameDATASEFH\x65\0\0\0\xff\xff\xff\xff\0\0\0\1\xff\xff\xff\xff"
                  "\x10\0\0\0\x18\0\0\0SEFT"),
      "MakerNotes:Samsung:EmbeddedAudioFileName", "" },
    { "Vivo", SPAN_OF(PAD "vivo{\"v\":1}\0\0\0\x07" VIVO_END), "Trailer:Vivo:JSONInfo",
      "{\"v\":1}" },
    { "two in a row", SPAN_OF(PAD MECHANIC "vivo{\"v\":1}\0\0\0\x07" VIVO_END),
      "PhotoMechanic:Tagged", "Yes" },
    { "nothing known", SPAN_OF(PAD PAD), "Trailer:Vivo:JSONInfo", "" },
};

static void one_trailer_each(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(trailer_cases); i++) {
        struct json_object *tags = tags_of(trailer_cases[i].trailer, true);

        print_message("case: %s\n", trailer_cases[i].label);
        assert_string_equal(tag_text(tags, trailer_cases[i].tag), trailer_cases[i].want);
        json_release(tags);
    }
}

/* A file without image data has no end for something to stand behind. */
static void none_without_a_scan(void **state)
{
    struct json_object *tags = tags_of((struct span)SPAN_OF(PAD MECHANIC), false);

    (void)state;
    assert_string_equal(tag_text(tags, "PhotoMechanic:Tagged"), "");
    json_release(tags);
}

/* A picture of the Container directory, in a file that is as long as it says, and in a shorter one.
 */
static void pictures_of_a_container(void **state)
{
    static const char xmp[] =
        "http://ns.adobe.com/xap/1.0/\0"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns:Container='http://ns.google.com/photos/1.0/container/' "
        "xmlns:Item='http://ns.google.com/photos/1.0/container/item/'><rdf:Description>"
        "<Container:Directory><rdf:Seq>"
        "<rdf:li rdf:parseType='Resource'><Container:Item Item:Semantic='Primary'/></rdf:li>"
        "<rdf:li rdf:parseType='Resource'><Container:Item Item:Semantic='GainMap' "
        "Item:Length='LENG'/></rdf:li>"
        "</rdf:Seq></Container:Directory></rdf:Description></rdf:RDF>";
    static const struct {
        const char *length, *want;
    } cases[] = { { "  40", "(Binary data 40 bytes, use -b option to extract)" },
                  { "9999", "" },
                  { " -40", "" } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf jpeg = BUF_INIT(1 << 20);
        struct json_object *tags;
        uint8_t *at;

        buf_add(&jpeg, "\xff\xd8\xff\xe1", 4);
        buf_add_byte(&jpeg, (uint8_t)((sizeof xmp + 1) >> 8));
        buf_add_byte(&jpeg, (uint8_t)(sizeof xmp + 1));
        buf_add(&jpeg, xmp, sizeof xmp - 1);
        at = memmem(jpeg.data, jpeg.len, "LENG", 4);
        assert_non_null(at);
        memcpy(at, cases[i].length, 4);
        buf_add(&jpeg, JPEG_START + 2, 13);
        buf_add_str(&jpeg, PAD);
        tags = object_tags(buf_span(&jpeg));
        assert_string_equal(tag_text(tags, "Trailer:Google:GainMapImage"), cases[i].want);
        json_release(tags);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_trailer_each),
        cmocka_unit_test(none_without_a_scan),
        cmocka_unit_test(pictures_of_a_container),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
