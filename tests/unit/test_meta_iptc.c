/* meta/iptc and meta/photoshop: character sets, lists, dates; resources and their limits. */
#include "lib/unit.h"

#include "lib/meta_block.h"

#define BYTES(text) ((struct span){ (const uint8_t *)(text), sizeof(text) - 1 })

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
        { "UTF-8", BYTES(UTF8_SET CITY "\0\3Z\xc3\xbc"), "IPTC:City", "Z\xc3\xbc" },
        { "no character set", BYTES(CITY "\0\3Z\xfc\x80"), "IPTC:City", "Z\xc3\xbc\xe2\x82\xac" },
        { "another character set", BYTES("\x1c\x01\x5a\0\3\x1b-A" CITY "\0\2Z\xfc"), "IPTC:City",
          "Z\xc3\xbc" },
        { "its name", BYTES("\x1c\x01\x5a\0\3\x1b-A"), "IPTC:CodedCharacterSet", "ESC - A" },
        { "UTF-8's name", BYTES(UTF8_SET), "IPTC:CodedCharacterSet", "UTF8" },
        { "list", BYTES(KEYWORD "\0\1a" KEYWORD "\0\1b" CITY "\0\1c" KEYWORD "\0\1d"),
          "IPTC:Keywords", "a,b,d" },
        { "date",
          BYTES("\x1c\x02\x37\0\x08"
                "20110203"),
          "IPTC:DateCreated", "2011:02:03" },
        { "date with lines",
          BYTES("\x1c\x02\x37\0\x0a"
                "2011-02-03"),
          "IPTC:DateCreated", "2011:02:03" },
        { "bad date",
          BYTES("\x1c\x02\x37\0\3"
                "abc"),
          "IPTC:DateCreated", "abc" },
        { "time",
          BYTES("\x1c\x02\x3c\0\x0b"
                "135926-0600"),
          "IPTC:TimeCreated", "13:59:26-06:00" },
        { "time without zone",
          BYTES("\x1c\x02\x3c\0\6"
                "135926"),
          "IPTC:TimeCreated", "13:59:26" },
        { "number of the length", BYTES("\x1c\7\x5a\0\3\x81\x13\x1c"), "IPTC:ObjectSizeAnnounced",
          "8459036" },
        { "number that is text",
          BYTES("\x1c\2\xc9\0\5"
                "about"),
          "IPTC:ObjectPreviewFileVersion", "about" },
        { "number", BYTES("\x1c\x02\0\0\2\0\4"), "IPTC:ApplicationRecordVersion", "4" },
        { "wording",
          BYTES("\x1c\x02\x0a\0\1"
                "5"),
          "IPTC:Urgency", "5 (normal urgency)" },
        { "length over the end",
          BYTES(CITY "\0\1a" CITY "\x7f\xff"
                     "b"),
          "IPTC:City", "a" },
        { "long form of length", BYTES(CITY "\x80\4\0\0\0\2ab"), "IPTC:City", "ab" },
        { "length of a length", BYTES(CITY "\xff\xff\1\1\1\1"), "IPTC:City", "" },
    };

    (void)state;
    check(iptc_read, cases, ARRAY_LEN(cases));
}

#define RESOURCE(id, size) "8BIM" id "\0\0\0\0\0" size

static void resources(void **state)
{
    static const struct block_case cases[] = {
        { "copyright flag", BYTES(RESOURCE("\4\x0a", "\1") "\1\0"), "Photoshop:CopyrightFlag",
          "true" },
        { "odd name", BYTES("8BIM\4\x0a\1n\0\0\0\1\1\0"), "Photoshop:CopyrightFlag", "true" },
        { "after an odd length",
          BYTES(RESOURCE("\4\x0b", "\3") "a.b\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:GlobalAngle", "30" },
        { "resolution", BYTES(RESOURCE("\3\xed", "\x10") "\0\x48\0\0\0\1\0\1\0\x48\0\0\0\2\0\1"),
          "Photoshop:DisplayedUnitsY", "cm" },
        { "quality", BYTES(RESOURCE("\4\6", "\7") "\0\3\0\0\0\1\1"), "Photoshop:PhotoshopQuality",
          "7" },
        { "scans of what is not progressive", BYTES(RESOURCE("\4\6", "\7") "\0\3\0\0\0\1\1"),
          "Photoshop:ProgressiveScans", "" },
        { "digest", BYTES(RESOURCE("\4\x25", "\4") "\xde\xad\0\1"), "Photoshop:IPTCDigest",
          "dead0001" },
        { "IPTC inside", BYTES(RESOURCE("\4\4", "\6") CITY "\0\1x"), "IPTC:City", "x" },
        { "a digest is a JPEG's alone", BYTES(RESOURCE("\4\4", "\6") CITY "\0\1x"),
          "File:CurrentIPTCDigest", "" },
        { "resolution in cm",
          BYTES(RESOURCE("\3\xed", "\x10") "\0\x64\0\0\0\2\0\1\0\x64\0\0\0\2\0\1"),
          "Photoshop:XResolution", "254" },
        { "channel", BYTES(RESOURCE("\4\x35", "\x11") "\0\0\0\1\0\0\xff\xff\0\0\0\0\0\0\0\x64\1"),
          "Photoshop:Channel0:ChannelOpacity", "100%" },
        { "half a channel", BYTES(RESOURCE("\4\x35", "\x08") "\0\0\0\1\0\0\xff\xff"),
          "Photoshop:Channel0:ChannelColorSpace", "" },
        { "another program's resource",
          BYTES("AgHg\4\x0a\0\0\0\0\0\1\1\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:CopyrightFlag", "" },
        { "and what follows it",
          BYTES("AgHg\4\x0a\0\0\0\0\0\1\1\0" RESOURCE("\4\x0d", "\4") "\0\0\0\x1e"),
          "Photoshop:GlobalAngle", "30" },
        { "length over the end", BYTES("8BIM\4\x0a\0\0\xff\xff\xff\xff\1"),
          "Photoshop:CopyrightFlag", "" },
        { "another signature", BYTES("XXXX\4\x0a\0\0\0\0\0\1\1\0"), "Photoshop:CopyrightFlag", "" },
        { "count over the end", BYTES(RESOURCE("\4\x1e", "\4") "\xff\xff\xff\xff"),
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
    struct json_object *tags = object_tags(BYTES(jpeg));

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
