/* meta/iptc and meta/photoshop: character sets, lists, dates; resources and their limits. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

struct block_case {
    const char *label;
    struct span block;
    const char *tag, *want;
};

static void check(block_reader *read, const struct block_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct json_object *tags = block_tags(read, cases[i].block);

        print_message("case: %s\n", cases[i].label);
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        json_release(tags);
    }
}

#define UTF8_SET "\x1c\x01\x5a\0\3\x1b%G"
#define CITY     "\x1c\x02\x5a"
#define KEYWORD  "\x1c\x02\x19"

static void datasets(void **state)
{
    static const struct block_case cases[] = {
        { "UTF-8", SPAN_OF(UTF8_SET CITY "\0\3Z\xc3\xbc"), "IPTC:City", "Z\xc3\xbc" },
        { "no character set", SPAN_OF(CITY "\0\3Z\xfc\x80"), "IPTC:City", "Z\xc3\xbc\xe2\x82\xac" },
        { "another character set", SPAN_OF("\x1c\x01\x5a\0\3\x1b-A" CITY "\0\2Z\xfc"), "IPTC:City",
          "Z\xc3\xbc" },
        { "its name", SPAN_OF("\x1c\x01\x5a\0\3\x1b-A"), "IPTC:CodedCharacterSet", "ESC - A" },
        { "UTF-8's name", SPAN_OF(UTF8_SET), "IPTC:CodedCharacterSet", "UTF8" },
        { "list", SPAN_OF(KEYWORD "\0\1a" KEYWORD "\0\1b" CITY "\0\1c" KEYWORD "\0\1d"),
          "IPTC:Keywords", "a,b,d" },
        { "date",
          SPAN_OF("\x1c\x02\x37\0\x08"
                  "20110203"),
          "IPTC:DateCreated", "2011:02:03" },
        { "date with lines",
          SPAN_OF("\x1c\x02\x37\0\x0a"
                  "2011-02-03"),
          "IPTC:DateCreated", "2011:02:03" },
        { "bad date",
          SPAN_OF("\x1c\x02\x37\0\3"
                  "abc"),
          "IPTC:DateCreated", "abc" },
        { "time",
          SPAN_OF("\x1c\x02\x3c\0\x0b"
                  "135926-0600"),
          "IPTC:TimeCreated", "13:59:26-06:00" },
        { "time without zone",
          SPAN_OF("\x1c\x02\x3c\0\6"
                  "135926"),
          "IPTC:TimeCreated", "13:59:26" },
        { "number of the length", SPAN_OF("\x1c\7\x5a\0\3\x81\x13\x1c"), "IPTC:ObjectSizeAnnounced",
          "8459036" },
        { "number that is text",
          SPAN_OF("\x1c\2\xc9\0\5"
                  "about"),
          "IPTC:ObjectPreviewFileVersion", "about" },
        { "number", SPAN_OF("\x1c\x02\0\0\2\0\4"), "IPTC:ApplicationRecordVersion", "4" },
        { "wording",
          SPAN_OF("\x1c\x02\x0a\0\1"
                  "5"),
          "IPTC:Urgency", "5 (normal urgency)" },
        { "length over the end",
          SPAN_OF(CITY "\0\1a" CITY "\x7f\xff"
                       "b"),
          "IPTC:City", "a" },
        { "long form of length", SPAN_OF(CITY "\x80\4\0\0\0\2ab"), "IPTC:City", "ab" },
        { "length of a length", SPAN_OF(CITY "\xff\xff\1\1\1\1"), "IPTC:City", "" },
    };

    (void)state;
    check(iptc_read, cases, ARRAY_LEN(cases));
}

#define RESOURCE(id, size) "8BIM" id "\0\0\0\0\0" size

static void resources(void **state)
{
    static const struct block_case cases[] = {
        { "copyright flag", SPAN_OF(RESOURCE("\4\x0a", "\1") "\1\0"), "Photoshop:CopyrightFlag",
          "true" },
        { "odd name", SPAN_OF("8BIM\4\x0a\1n\0\0\0\1\1\0"), "Photoshop:CopyrightFlag", "true" },
        { "after an odd length",
          SPAN_OF(RESOURCE("\4\x0b", "\3") "a.b\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:GlobalAngle", "30" },
        { "resolution", SPAN_OF(RESOURCE("\3\xed", "\x10") "\0\x48\0\0\0\1\0\1\0\x48\0\0\0\2\0\1"),
          "Photoshop:DisplayedUnitsY", "cm" },
        { "quality", SPAN_OF(RESOURCE("\4\6", "\7") "\0\3\0\0\0\1\1"), "Photoshop:PhotoshopQuality",
          "7" },
        { "scans of what is not progressive", SPAN_OF(RESOURCE("\4\6", "\7") "\0\3\0\0\0\1\1"),
          "Photoshop:ProgressiveScans", "" },
        { "digest", SPAN_OF(RESOURCE("\4\x25", "\4") "\xde\xad\0\1"), "Photoshop:IPTCDigest",
          "dead0001" },
        { "IPTC inside", SPAN_OF(RESOURCE("\4\4", "\6") CITY "\0\1x"), "IPTC:City", "x" },
        { "a digest is a JPEG's alone", SPAN_OF(RESOURCE("\4\4", "\6") CITY "\0\1x"),
          "File:CurrentIPTCDigest", "" },
        { "resolution in cm",
          SPAN_OF(RESOURCE("\3\xed", "\x10") "\0\x64\0\0\0\2\0\1\0\x64\0\0\0\2\0\1"),
          "Photoshop:XResolution", "254" },
        { "channel", SPAN_OF(RESOURCE("\4\x35", "\x11") "\0\0\0\1\0\0\xff\xff\0\0\0\0\0\0\0\x64\1"),
          "Photoshop:Channel0:ChannelOpacity", "100%" },
        { "half a channel", SPAN_OF(RESOURCE("\4\x35", "\x08") "\0\0\0\1\0\0\xff\xff"),
          "Photoshop:Channel0:ChannelColorSpace", "" },
        { "another program's resource",
          SPAN_OF("AgHg\4\x0a\0\0\0\0\0\1\1\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:CopyrightFlag", "" },
        { "and what follows it",
          SPAN_OF("AgHg\4\x0a\0\0\0\0\0\1\1\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:GlobalAngle", "30" },
        { "length over the end", SPAN_OF("8BIM\4\x0a\0\0\xff\xff\xff\xff\1"),
          "Photoshop:CopyrightFlag", "" },
        { "another signature", SPAN_OF("XXXX\4\x0a\0\0\0\0\0\1\1\0"), "Photoshop:CopyrightFlag",
          "" },
        { "count over the end", SPAN_OF(RESOURCE("\4\x1e", "\4") "\xff\xff\xff\xff"),
          "Photoshop:URL_List", "" },
    };

    (void)state;
    check(photoshop_read, cases, ARRAY_LEN(cases));
}

static void digest_of_a_jpeg(void **state)
{
    static const char jpeg[] = "\xff\xd8\xff\xed\0\x22Photoshop 3.0\0" RESOURCE("\4\4", "\6") CITY
        "\0\1x"
        "\xff\xfe\0\2\xff\xed\0\x22Photoshop 3.0\0" RESOURCE("\4\4", "\6") CITY "\0\1y\xff\xd9";
    struct json_object *tags = object_tags((struct span)SPAN_OF(jpeg));

    (void)state;
    assert_string_equal(tag_text(tags, "File:CurrentIPTCDigest"),
                        "9023ed40f285a9521b08cb30b31d1632");
    json_release(tags);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(datasets), cmocka_unit_test(resources),
                                        cmocka_unit_test(digest_of_a_jpeg) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
