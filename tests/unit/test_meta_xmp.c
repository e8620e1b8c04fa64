/* meta/xmp: names, structures, lists, languages, encodings and hostile packets. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "meta/tables/xmp.h"

#define HEAD                                                                                       \
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" x:xmptk=\"kit\"><rdf:RDF "                              \
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "   \
    "xmlns:f=\"http://f/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                         \
    "xmlns:xap=\"http://ns.adobe.com/xap/1.0/\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" "     \
    "xmlns:mm=\"http://ns.adobe.com/xap/1.0/mm/\" "                                                \
    "xmlns:stEvt=\"http://ns.adobe.com/xap/1.0/sType/ResourceEvent#\" "                            \
    "xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\""
#define TAIL         "</rdf:Description></rdf:RDF></x:xmpmeta>"
#define PACKET(body) HEAD ">" body TAIL

struct xmp_case {
    const char *label, *packet, *tag, *want;
};

static void check(const struct xmp_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct json_object *tags = block_tags(xmp_read, span_str(cases[i].packet));

        print_message("case: %s\n", cases[i].label);
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        json_release(tags);
    }
}

static void names_come_from_paths(void **state)
{
    static const struct xmp_case cases[] = {
        { "unknown", PACKET("<f:camelCase>1</f:camelCase>"), "XMP:XMP-f:CamelCase", "1" },
        { "shouted", PACKET("<f:ALL_CAPS>1</f:ALL_CAPS>"), "XMP:XMP-f:AllCaps", "1" },
        { "one letter", PACKET("<f:d>1</f:d>"), "XMP:XMP-f:TagD", "1" },
        { "underscore first", PACKET("<f:_u>1</f:_u>"), "XMP:XMP-f:Tag_u", "1" },
        { "dot left out", PACKET("<f:a-b.c>1</f:a-b.c>"), "XMP:XMP-f:A-bc", "1" },
        { "attribute", HEAD " f:at=\"3/4\">" TAIL, "XMP:XMP-f:At", "0.75" },
        { "structure", PACKET("<f:s rdf:parseType=\"Resource\"><f:in>1</f:in></f:s>"),
          "XMP:XMP-f:SIn", "1" },
        { "structure as attributes", PACKET("<f:s f:in=\"1\"/>"), "XMP:XMP-f:SIn", "1" },
        { "structure in a description",
          PACKET("<f:s><rdf:Description><f:in>1</f:in></rdf:Description></f:s>"), "XMP:XMP-f:SIn",
          "1" },
        { "known structure",
          PACKET("<mwg-rs:Regions rdf:parseType=\"Resource\"><mwg-rs:RegionList><rdf:Bag><rdf:li "
                 "mwg-rs:Name=\"Joe\"/></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"),
          "XMP:XMP-mwg-rs:RegionName", "Joe" },
        { "qualified value",
          PACKET("<f:q><rdf:Description><rdf:value>v</rdf:value><f:w>x</f:w>"
                 "</rdf:Description></f:q>"),
          "XMP:XMP-f:Q", "" }, /* a name of one letter is TagQ */
        { "qualifier",
          PACKET("<f:qq><rdf:Description><rdf:value>v</rdf:value><f:w>x</f:w>"
                 "</rdf:Description></f:qq>"),
          "XMP:XMP-f:Qq", "v" },
        { "resource", PACKET("<f:res rdf:resource=\"http://r\"/>"), "XMP:XMP-f:Res", "http://r" },
        { "toolkit", PACKET(""), "XMP:XMP-x:XMPToolkit", "kit" },
        { "old prefix", PACKET("<xap:Label>l</xap:Label>"), "XMP:XMP-xmp:Label", "l" },
        { "known prefix for something else", PACKET("<g:title xmlns:g=\"http://g/\">x</g:title>"),
          "XMP:XMP-g:Title", "x" },
        { "no declaration", PACKET("<un:title>x</un:title>"), "XMP:XMP-un:Title", "x" },
    };

    (void)state;
    check(cases, ARRAY_LEN(cases));
}

static void values_are_converted(void **state)
{
    static const struct xmp_case cases[] = {
        { "date", PACKET("<f:day>2011-02-03T04:05:06.7+01:00</f:day>"), "XMP:XMP-f:Day",
          "2011:02:03 04:05:06.7+01:00" },
        { "no seconds", PACKET("<f:day>2011-02-03T04:05Z</f:day>"), "XMP:XMP-f:Day",
          "2011:02:03 04:05Z" },
        { "year and month, unknown tag", PACKET("<f:day>2011-02</f:day>"), "XMP:XMP-f:Day",
          "2011-02" },
        { "year and month, date tag", PACKET("<xap:ModifyDate>2011-02</xap:ModifyDate>"),
          "XMP:XMP-xmp:ModifyDate", "2011:02" },
        { "bad date", PACKET("<xap:ModifyDate>yesterday</xap:ModifyDate>"),
          "XMP:XMP-xmp:ModifyDate", "yesterday" },
        { "ratio", PACKET("<f:ra>-5/2</f:ra>"), "XMP:XMP-f:Ra", "-2.5" },
        { "0/0", PACKET("<f:ra>0/0</f:ra>"), "XMP:XMP-f:Ra", "undef" },
        { "n/0", PACKET("<f:ra>3/0</f:ra>"), "XMP:XMP-f:Ra", "inf" },
        { "boolean", PACKET("<f:bo>True</f:bo>"), "XMP:XMP-f:Bo", "true" },
        { "text tag with a ratio", PACKET("<dc:source>3/4</dc:source>"), "XMP:XMP-dc:Source",
          "3/4" },
        { "wording", PACKET("<exif:MeteringMode>5</exif:MeteringMode>"),
          "XMP:XMP-exif:MeteringMode", "Multi-segment" },
        { "no wording", PACKET("<exif:MeteringMode>99</exif:MeteringMode>"),
          "XMP:XMP-exif:MeteringMode", "Unknown (99)" },
        { "position", PACKET("<exif:GPSLatitude>47,28.9173N</exif:GPSLatitude>"),
          "XMP:XMP-exif:GPSLatitude", "47 28 55.03800000 N" },
        { "position in seconds", PACKET("<exif:GPSLongitude>8,18,30W</exif:GPSLongitude>"),
          "XMP:XMP-exif:GPSLongitude", "8 18 30.00000000 W" },
        { "exposure", PACKET("<exif:ExposureTime>1/125</exif:ExposureTime>"),
          "XMP:XMP-exif:ExposureTime", "1/125" },
        { "compensation", PACKET("<exif:ExposureBiasValue>1/3</exif:ExposureBiasValue>"),
          "XMP:XMP-exif:ExposureCompensation", "+1/3" },
    };

    (void)state;
    check(cases, ARRAY_LEN(cases));
}

static void lists_and_languages(void **state)
{
#define ALT(items)     "<rdf:Alt>" items "</rdf:Alt>"
#define LI(lang, text) "<rdf:li xml:lang=\"" lang "\">" text "</rdf:li>"
    static const struct xmp_case cases[] = {
        { "list", PACKET("<f:ba><rdf:Bag><rdf:li>1</rdf:li><rdf:li>b</rdf:li></rdf:Bag></f:ba>"),
          "XMP:XMP-f:Ba", "1,b" },
        { "list of one", PACKET("<f:ba><rdf:Bag><rdf:li>1</rdf:li></rdf:Bag></f:ba>"),
          "XMP:XMP-f:Ba", "1" },
        { "known structures are put together",
          PACKET("<mm:History><rdf:Seq><rdf:li stEvt:action=\"a\"/><rdf:li "
                 "stEvt:action=\"b\"/></rdf:Seq></mm:History>"),
          "XMP:XMP-xmpMM:HistoryAction", "a,b" },
        { "default language",
          PACKET("<dc:title>" ALT(LI("x-default", "d") LI("fr", "f")) "</dc:title>"),
          "XMP:XMP-dc:Title", "d" },
        { "language", PACKET("<dc:title>" ALT(LI("x-default", "d") LI("EN-us", "e")) "</dc:title>"),
          "XMP:XMP-dc:Title-en-US", "e" },
        { "one language alone", PACKET("<f:al>" ALT(LI("en", "e")) "</f:al>"), "XMP:XMP-f:Al-en",
          "e" },
        { "language of plain text", PACKET("<dc:rights xml:lang=\"fr\">r</dc:rights>"),
          "XMP:XMP-dc:Rights-fr", "r" },
        { "language that counts nothing", PACKET("<f:pl xml:lang=\"fr\">r</f:pl>"), "XMP:XMP-f:Pl",
          "r" },
    };
#undef ALT
#undef LI

    (void)state;
    check(cases, ARRAY_LEN(cases));
}

/* "G" of a packet in UTF-16 or UTF-32. */
static struct json_object *wide_tags(size_t width, bool big_endian)
{
    static const char packet[] = PACKET("<f:name>J\xc3\xb6rg</f:name>");
    struct buf wide = BUF_INIT(65536);
    struct json_object *tags;

    for (size_t i = 0; i < sizeof packet - 1; i++) {
        uint32_t c = (uint8_t)packet[i];

        if (c == 0xc3) {
            c = 0xf6;
            i++;
        }
        for (size_t k = 0; k < width; k++) {
            buf_add_byte(&wide, (uint8_t)(c >> 8 * (big_endian ? width - 1 - k : k)));
        }
    }
    tags = block_tags(xmp_read, buf_span(&wide));
    buf_release(&wide);
    return tags;
}

static void wide_encodings(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct json_object *tags = wide_tags(i < 2 ? 2 : 4, i & 1);

        assert_string_equal(tag_text(tags, "XMP:XMP-f:Name"), "J\xc3\xb6rg");
        json_release(tags);
    }
}

static void damage_is_lived_with(void **state)
{
    static const struct xmp_case cases[] = {
        { "cut off", HEAD "><f:first>1</f:first><f:second>2</f:sec", "XMP:XMP-f:First", "" },
        { "an element without an end", HEAD "><f:first>1</f:first><f:second>2</f:sec" TAIL,
          "XMP:XMP-f:First", "1" },
        { "its text", HEAD "><f:first>1</f:first><f:second>2</f:sec" TAIL, "XMP:XMP-f:Second", "" },
        { "an inner one without an end", PACKET("<f:second>t&amp;&#x41;<f:x>4</f:y></f:second>"),
          "XMP:XMP-f:Second", "t&A<f:x>4</f:y>" },
        { "attributes beside it",
          PACKET("<f:one a='&quot;b' g = \"<>\"/><f:two>t<f:x></f:y></f:two>"), "XMP:XMP-f:OneA",
          "\"b" },
        { "quotes around a bracket",
          PACKET("<f:one a='&quot;b' g = \"<>\"/><f:two>t<f:x></f:y></f:two>"), "XMP:XMP-f:OneG",
          "<>" },
        { "elements of one name in each other",
          PACKET("<f:one><f:one>1</f:one></f:one><f:two>2</f:two><f:x></f:y>"), "XMP:XMP-f:Two",
          "2" },
        { "instructions and comments",
          "<?xpacket \x96?><!-- <f:a> -->" PACKET("<f:x1>1</f:x1>") "</a>", "XMP:XMP-f:X1", "1" },
        { "RDF of another namespace",
          "<rdf:RDF xmlns:rdf=\"http:/other\" xmlns:f=\"http://f/\"><rdf:Description>"
          "<f:x1>1</f:x1></rdf:Description></rdf:RDF>",
          "XMP:XMP-tmp0:RdfDescriptionX1", "1" },
        { "what stands behind the packet", PACKET("<f:x1>1</f:x1>") "x><f:x2>2</f:x2>",
          "XMP:XMP-f:X2", "2" },
        { "a control character behind a name",
          "<x:xmpmeta\x18 y+\"z\" xmlns:x=\"adobe:ns:meta/\" x:xmptk=\"tk\"><rdf:RDF "
          "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF></x:xmpmeta>",
          "XMP:XMP-x:XMPToolkit", "tk" },
        { "an open bracket", PACKET("<f:x1>1</f:x1>") "<", "XMP:XMP-f:X1", "1" },
        { "an attribute without an end", PACKET("<f:x1 a=\"1>1</f:x1>"), "XMP:XMP-f:X1", "" },
        { "unknown entity", PACKET("<f:en>a&nbsp;b &amp; c</f:en>"), "XMP:XMP-f:En",
          "a&nbsp;b & c" },
        { "no UTF-8", PACKET("<f:la>caf\xe9</f:la>"), "XMP:XMP-f:La", "caf?" },
        { "control character",
          PACKET("<f:co>a\x1d"
                 "b</f:co>"),
          "XMP:XMP-f:Co",
          "a\x1d"
          "b" },
        { "text in front", "junk " PACKET("<f:x1>1</f:x1>"), "XMP:XMP-f:X1", "1" },
        { "second declaration",
          "<?xpacket begin=\"\"?><?xml version=\"1.0\" encoding=\"UTF-16\"?>" PACKET(
              "<f:x1>1</f:x1>"),
          "XMP:XMP-f:X1", "1" },
        { "document type", "<!DOCTYPE x [<!ENTITY a \"b\">]>" PACKET("<f:x1>&a;</f:x1>"),
          "XMP:XMP-f:X1", "" },
        { "empty", "", "XMP:XMP-f:X1", "" },
    };

    (void)state;
    check(cases, ARRAY_LEN(cases));
}

static void depth_is_limited(void **state)
{
    struct buf packet = BUF_INIT(1u << 20);
    struct json_object *tags;

    (void)state;
    buf_add_str(&packet, HEAD ">");
    for (int i = 0; i < 5000; i++) {
        buf_add_str(&packet, "<f:a>");
    }
    buf_add_str(&packet, "deep");
    for (int i = 0; i < 5000; i++) {
        buf_add_str(&packet, "</f:a>");
    }
    buf_add_str(&packet, "<f:after>1</f:after>" TAIL);
    tags = block_tags(xmp_read, buf_span(&packet));
    assert_string_equal(tag_text(tags, "XMP:XMP-f:After"), "1");
    json_release(tags);
    buf_release(&packet);
}

/* Packets made to be looked at again and again: they end in time, or the test does not. */
static void work_is_bounded(void **state)
{
    static const char *const repeated[] = { "<f:a ",        "<f:a>",      "<f:a '", "<!-- ",
                                            "&#",           "<f:a b=\"",  "</f:b>", "<f:a/>",
                                            "<f:a>x</f:a>", "<f:a b='c'>" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(repeated); i++) {
        CLEANUP(buf_release) struct buf packet = BUF_INIT(4u << 20);

        buf_add_str(&packet, HEAD "><f:a>");
        while (packet.len < 1000000) {
            buf_add_str(&packet, repeated[i]);
        }
        buf_add_str(&packet, ">" TAIL "<f:x></f:y>");
        json_release(block_tags(xmp_read, buf_span(&packet)));
    }
}

static void tables_are_sorted(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_xmp_namespaces; i++) {
        for (size_t k = 1; k < xmp_namespaces[i].n_tags; k++) {
            assert_true(strcmp(xmp_namespaces[i].tags[k - 1].id, xmp_namespaces[i].tags[k].id) < 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_from_paths), cmocka_unit_test(values_are_converted),
        cmocka_unit_test(lists_and_languages),   cmocka_unit_test(wide_encodings),
        cmocka_unit_test(damage_is_lived_with),  cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(tables_are_sorted),     cmocka_unit_test(work_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
