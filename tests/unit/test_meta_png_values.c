/* meta/png: chunks and texts as they are printed: dates of all forms, names, languages, packed
 * texts. What is wanted is what ExifTool prints. */
#include "lib/unit.h"

#include <zlib.h>

#include "lib/meta_tags.h"

/* A chunk's bytes; want "": there is no such tag. */
static const struct {
    const char *type;
    struct span data;
    const char *tag, *want;
} cases[] = {
    { "tEXt", SPAN_OF("Creation Time\0002019-01-02T03:04:05Z"), "PNG:CreationTime",
      "2019-01-02T03:04:05Z" },
    { "tEXt", SPAN_OF("Creation Time\0002019-01-02"), "PNG:CreationTime", "2019-01-02" },
    { "tEXt", SPAN_OF("Creation Time\0002019:01:02 03:04:05"), "PNG:CreationTime",
      "2019:01:02 03:04:05" },
    { "tEXt", SPAN_OF("Creation Time\000Tue, 01 Jan 2019 12:13:14 +0100"), "PNG:CreationTime",
      "2019:01:01 12:13:14+01:00" },
    { "tEXt", SPAN_OF("Creation Time\000Tue, 01 Jan 2019 12:13:14 GMT"), "PNG:CreationTime",
      "2019:01:01 12:13:14+00:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 UT"), "PNG:CreationTime",
      "2019:01:01 12:13:14+00:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13 EST"), "PNG:CreationTime",
      "2019:01:01 12:13:00-05:00" },
    { "tEXt", SPAN_OF("Creation Time\000Jan 1 2019"), "PNG:CreationTime", "Jan 1 2019" },
    { "tEXt", SPAN_OF("Creation Time\00001 Xyz 2019 12:13:14"), "PNG:CreationTime",
      "01 Xyz 2019 12:13:14" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 19 12:13:14"), "PNG:CreationTime",
      "2019:01:01 12:13:14" },
    { "tEXt", SPAN_OF("Creation Time\0001 Dec 2019 2:13:14 -07:30"), "PNG:CreationTime",
      "2019:12:01 02:13:14-07:30" },
    { "tEXt", SPAN_OF("Creation Time\000Tue Jan  1 12:13:14 2019"), "PNG:CreationTime",
      "Tue Jan  1 12:13:14 2019" },
    { "tEXt", SPAN_OF("Creation Time\00031 aug 2019 12:13:14 PDT"), "PNG:CreationTime",
      "2019:08:31 12:13:14-07:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 A"), "PNG:CreationTime",
      "2019:01:01 12:13:14-01:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 m"), "PNG:CreationTime",
      "2019:01:01 12:13:14-12:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 K"), "PNG:CreationTime",
      "2019:01:01 12:13:14-10:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 N"), "PNG:CreationTime",
      "2019:01:01 12:13:14+01:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 Z"), "PNG:CreationTime",
      "2019:01:01 12:13:14+00:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 J"), "PNG:CreationTime",
      "1 Jan 2019 12:13:14 J" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 CET"), "PNG:CreationTime",
      "1 Jan 2019 12:13:14 CET" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 +01:00"), "PNG:CreationTime",
      "2019:01:01 12:13:14+01:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 +01:0"), "PNG:CreationTime",
      "1 Jan 2019 12:13:14 +01:0" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 +01x0"), "PNG:CreationTime",
      "1 Jan 2019 12:13:14 +01x0" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14 +0100 (CET)"), "PNG:CreationTime",
      "2019:01:01 12:13:14+01:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12:13:14.5"), "PNG:CreationTime",
      "1 Jan 2019 12:13:14.5" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 5 12:13"), "PNG:CreationTime",
      "2005:01:01 12:13:00" },
    { "tEXt", SPAN_OF("Creation Time\0001 Jan 2019 12"), "PNG:CreationTime", "1 Jan 2019 12" },
    { "tEXt", SPAN_OF("Creation Time\0001 Ja"), "PNG:CreationTime", "1 Ja" },
    { "tEXt", SPAN_OF("Creation Time\000words"), "PNG:CreationTime", "words" },
    { "tEXt", SPAN_OF("Creation Time\0002019-13-45T99:99:99"), "PNG:CreationTime",
      "2019-13-45T99:99:99" },
    { "tEXt", SPAN_OF("Creation Time\0002019-01-02T03:04:05+01:00"), "PNG:CreationTime",
      "2019-01-02T03:04:05+01:00" },
    { "tEXt", SPAN_OF("Creation Time\0002019-01-02 03:04"), "PNG:CreationTime",
      "2019-01-02 03:04" },
    { "tEXt", SPAN_OF("create-date\0002019-01-02T03:04:05+00:00"), "PNG:CreateDate",
      "2019:01:02 03:04:05+00:00" },
    { "tEXt", SPAN_OF("create-date\000x"), "PNG:CreateDate", "x" },
    { "tEXt", SPAN_OF("create-date\0002019-01"), "PNG:CreateDate", "2019:01" },
    { "tEXt", SPAN_OF("Author\000v"), "PNG:Author", "v" },
    { "tEXt", SPAN_OF("date:modify\000v"), "PNG:Datemodify", "v" },
    { "tEXt", SPAN_OF("exif:Make\000v"), "PNG:ExifMake", "v" },
    { "tEXt", SPAN_OF("a\000v"), "PNG:TagA", "v" },
    { "tEXt", SPAN_OF("_x\000v"), "PNG:Tag_x", "v" },
    { "tEXt", SPAN_OF("9lives\000v"), "PNG:Tag9lives", "v" },
    { "tEXt", SPAN_OF("Thumb::URI\000v"), "PNG:ThumbURI", "v" },
    { "tEXt", SPAN_OF("Thumb::MTime\000v"), "PNG:ThumbMTime", "v" },
    { "tEXt", SPAN_OF("UPPER CASE KEY\000v"), "PNG:UPPERCASEKEY", "v" },
    { "tEXt",
      SPAN_OF(
          "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\000v"),
      "PNG:Kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", "v" },
    { "tEXt", SPAN_OF("aesthetic_score\000v"), "PNG:Aesthetic_score", "v" },
    { "tEXt", SPAN_OF("parameters\000v"), "PNG:Parameters", "v" },
    { "tEXt", SPAN_OF("Label\000v"), "PNG:Label", "v" },
    { "tEXt", SPAN_OF("Make\000v"), "PNG:Make", "v" },
    { "tEXt", SPAN_OF("Model\000v"), "PNG:Model", "v" },
    { "tEXt", SPAN_OF("Thumb::MTime\0001167749000"), "PNG:ThumbMTime", "1167749000" },
    { "tEXt", SPAN_OF("Thumb::Image::Width\0005"), "PNG:ThumbImageWidth", "5" },
    { "tEXt", SPAN_OF("Title\000a\000b"), "PNG:Title", "ab" },
    { "tEXt", SPAN_OF("Title"), "PNG:TextualData",
      "(Binary data 5 bytes, use -b option to extract)" },
    { "tEXt", SPAN_OF("\000v"), "PNG:Tag", "v" },
    { "tEXt",
      SPAN_OF(
          "Title\000\200\201\202\203\204\205\206\207\210\211\212\213\214\215\216\217\220\221\222"
          "\223\224\225\226\227\230\231\232\233\234\235\236\237\240\241\242\243\244\245\246\247"),
      "PNG:Title",
      "\342\202\254\302\201\342\200\232\306\222\342\200\236\342\200\246\342\200\240\342\200\241\313"
      "\206\342\200\260\305\240\342\200\271\305\222\302\215\305\275\302\217\302\220\342\200\230\342"
      "\200\231\342\200\234\342\200\235\342\200\242\342\200\223\342\200\224\313\234\342\204\242\305"
      "\241\342\200\272\305\223\302\235\305\276\305\270\302\240\302\241\302\242\302\243\302\244\302"
      "\245\302\246\302\247" },
    { "zTXt", SPAN_OF("Title\000\000x\234+HL\316NM\001\000\010\206\002i"), "PNG:Title", "packed" },
    { "zTXt", SPAN_OF("Title\000\001x\234+HL\316NM\001\000\010\206\002i"), "PNG:Title",
      "(Binary data 14 bytes, use -b option to extract)" },
    { "zTXt", SPAN_OF("Title\000"), "PNG:CompressedText",
      "(Binary data 6 bytes, use -b option to extract)" },
    { "zTXt", SPAN_OF("Title\000\000x\234+HL\316NMQ(\317/"), "PNG:Title",
      "(Binary data 0 bytes, use -b option to extract)" },
    { "iTXt", SPAN_OF("Title\000\000\000fr\000\000text"), "PNG:Title-fr", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000FR-ca\000\000text"), "PNG:Title-fr-CA", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000X-DEFAULT\000\000text"), "PNG:Title-x-default", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000de_AT\000\000text"), "PNG:Title-de-AT", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000zh-Hant-TW\000\000text"), "PNG:Title-zh-hant-tw", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000i\000\000text"), "PNG:Title-i", "text" },
    { "iTXt", SPAN_OF("Title\000\000\000\000\000text"), "PNG:Title", "text" },
    { "iTXt", SPAN_OF("Title\000\001\000fr\000\000x\234+HL\316NM\001\000\010\206\002i"),
      "PNG:Title-fr", "packed" },
    { "iTXt", SPAN_OF("Title\000\000"), "PNG:InternationalText",
      "(Binary data 7 bytes, use -b option to extract)" },
    { "iTXt", SPAN_OF("Title\000\000\000fr"), "PNG:InternationalText",
      "(Binary data 10 bytes, use -b option to extract)" },
    { "iTXt", SPAN_OF("Title\000\000\000\000\000\377\376"), "PNG:Title", "\077\077" },
    { "pHYs", SPAN_OF("\000\000\000\001\000\000\000\002\000"), "PNG:PNG-pHYs:PixelsPerUnitX", "1" },
    { "pHYs", SPAN_OF("\000\000\000\001\000\000\000\002\000"), "PNG:PNG-pHYs:PixelsPerUnitY", "2" },
    { "pHYs", SPAN_OF("\000\000\000\001\000\000\000\002\005"), "PNG:PNG-pHYs:PixelsPerUnitX", "1" },
    { "pHYs", SPAN_OF("\000\000\000\001\000\000\000\002\005"), "PNG:PNG-pHYs:PixelsPerUnitY", "2" },
    { "pHYs", SPAN_OF("\000\000\000\001"), "PNG:PNG-pHYs:PixelsPerUnitX", "1" },
    { "oFFs", SPAN_OF("\377\377\377\377\000\000\000\002\001"), "PNG:ImageOffset",
      "4294967295, 2 (microns)" },
    { "sRGB", SPAN_OF("\007"), "PNG:SRGBRendering", "Unknown (7)" },
    { "cHRM", SPAN_OF("\000\000\000\001"), "PNG:WhitePointX", "1e-05" },
    { "sBIT", SPAN_OF("\005"), "PNG:SignificantBits", "5" },
    { "sCAL", SPAN_OF("\0021.5\0002"), "PNG:SubjectUnits", "radians" },
    { "sCAL", SPAN_OF("\0021.5\0002"), "PNG:SubjectPixelWidth", "1.5" },
    { "pCAL", SPAN_OF("cal\000\000\000\000\001\000\000\000\002\000\002m\0000\0001"),
      "PNG:PixelCalibration", "(Binary data 19 bytes, use -b option to extract)" },
    { "sTER", SPAN_OF("\001"), "PNG:StereoMode", "Diverging-fuse Layout" },
    { "bKGD", SPAN_OF("\000\007"), "PNG:BackgroundColor", "7" },
    { "hIST", SPAN_OF("\000\001\000\002"), "PNG:PaletteHistogram",
      "(Binary data 4 bytes, use -b option to extract)" },
    { "sPLT", SPAN_OF("pal\000\010\001\002\003\004\000\005"), "PNG:SuggestedPalette",
      "(Binary data 11 bytes, use -b option to extract)" },
    { "acTL", SPAN_OF("\000\000\000\002\000\000\000\003"), "PNG:AnimationFrames", "2" },
    { "acTL", SPAN_OF("\000\000\000\002\000\000\000\003"), "PNG:AnimationPlays", "3" },
    { "tRNS", SPAN_OF("\000\001\000\002\000\003"), "PNG:Transparency", "1 2 3" },
    { "vpAg", SPAN_OF("\000\000\000\001\000\000\000\002\000"), "PNG:VirtualImageWidth", "1" },
    { "vpAg", SPAN_OF("\000\000\000\001\000\000\000\002\000"), "PNG:VirtualImageHeight", "2" },
    { "gIFg", SPAN_OF("\001\002\000\003"), "PNG:GIFGraphicControlExtension",
      "(Binary data 4 bytes, use -b option to extract)" },
    { "gIFx", SPAN_OF("NETSCAPE2.0x"), "PNG:GIFApplicationExtension",
      "(Binary data 12 bytes, use -b option to extract)" },
    { "iCCP", SPAN_OF("name\000\000x\234\313\313W((\312O\313\314I\005\000\0254\003\357"),
      "PNG:ProfileName", "name" },
    { "iCCP", SPAN_OF("name\000\000x\234\313\313W((\312O\313\314I\005\000\0254\003\357"),
      "PNG:ICC_Profile", "(Binary data 10 bytes, use -b option to extract)" },
    { "cICP", SPAN_OF("\011\020\000\001"), "PNG:PNG-cICP:ColorPrimaries", "BT.2020, BT.2100" },
    { "cICP", SPAN_OF("\011\020\000\001"), "PNG:PNG-cICP:TransferCharacteristics",
      "SMPTE ST 2084, ITU BT.2100 PQ" },
    { "cICP", SPAN_OF("ccc\002"), "PNG:PNG-cICP:ColorPrimaries", "Unknown (99)" },
    { "cICP", SPAN_OF("ccc\002"), "PNG:PNG-cICP:TransferCharacteristics", "Unknown (99)" },
};

static void put_u32(struct buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        buf_add_byte(out, (uint8_t)(value >> shift));
    }
}

static void put_chunk(struct buf *out, const char *type, struct span data)
{
    uLong crc = crc32(crc32(0, (const Bytef *)type, 4), data.data, (uInt)data.len);

    put_u32(out, (uint32_t)data.len);
    buf_add_str(out, type);
    buf_add_span(out, data);
    put_u32(out, (uint32_t)crc);
}

static void chunks_are_printed(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf png = BUF_INIT(65536);
        CLEANUP(json_releasep) struct json_object *tags = NULL;

        buf_add(&png, "\x89PNG\r\n\x1a\n", 8);
        put_chunk(&png, "IHDR", (struct span)SPAN_OF("\0\0\0\1\0\0\0\1\10\2\0\0\0"));
        put_chunk(&png, cases[i].type, cases[i].data);
        put_chunk(&png, "IDAT", (struct span)SPAN_OF("x\234c```\0\0\0\4\0\1"));
        put_chunk(&png, "IEND", (struct span)SPAN_OF(""));
        tags = object_tags(buf_span(&png));
        print_message("case: %s %.60s\n", cases[i].type, (const char *)cases[i].data.data);
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chunks_are_printed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
