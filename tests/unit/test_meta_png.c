/* meta/png: chunks, texts and the profiles in them; bombs and cuts. */
#include "lib/unit.h"

#include <zlib.h>

#include "lib/meta_tags.h"

#define CHUNK(text) ((struct span){ (const uint8_t *)(text), sizeof(text) - 1 })

static void chunk_add(struct buf *png, const char type[4], struct span data)
{
    const uint8_t len[4] = { (uint8_t)(data.len >> 24), (uint8_t)(data.len >> 16),
                             (uint8_t)(data.len >> 8), (uint8_t)data.len };

    buf_add(png, len, 4);
    buf_add(png, type, 4);
    buf_add_span(png, data);
    buf_add(png, "\0\0\0\0", 4); /* check sums are not looked at */
}

static void png_start(struct buf *png)
{
    buf_clear(png);
    buf_add(png, "\x89PNG\r\n\x1a\n", 8);
    chunk_add(png, "IHDR", CHUNK("\0\0\0\5\0\0\0\7\x08\3\0\0\1"));
}

static const struct {
    const char *label, *type;
    struct span data;
    const char *tag, *want;
} chunk_cases[] = {
    { "header", "tEXt", SPAN_OF(""), "PNG:ImageHeight", "7" },
    { "colour type", "tEXt", SPAN_OF(""), "PNG:ColorType", "Palette" },
    { "gamma", "gAMA", SPAN_OF("\0\0\xb1\x8f"), "PNG:Gamma", "2.2" },
    { "time", "tIME", SPAN_OF("\x07\xe4\1\2\3\4\5"), "PNG:ModifyDate", "2020:01:02 03:04:05" },
    { "pixel size", "pHYs", SPAN_OF("\0\0\x0b\x13\0\0\x0b\x13\1"), "PNG:PNG-pHYs:PixelUnits",
      "meters" },
    { "transparency", "tRNS", SPAN_OF("\0\xff\x80"), "PNG:Transparency", "0 255 128" },
    { "much of it", "tRNS", SPAN_OF("1234567"), "PNG:Transparency",
      "(Binary data 7 bytes, use -b option to extract)" },
    { "plays for ever", "acTL", SPAN_OF("\0\0\0\4\0\0\0\0"), "PNG:AnimationPlays", "inf" },
    { "animated type", "acTL", SPAN_OF("\0\0\0\4\0\0\0\0"), "File:MIMEType", "image/apng" },
    { "text in Latin 1", "tEXt", SPAN_OF("Title\0caf\xe9"), "PNG:Title", "caf\xc3\xa9" },
    { "a key of its own", "tEXt", SPAN_OF("my strange key!\0v"), "PNG:MyStrangeKey", "v" },
    { "a key with a colon", "tEXt", SPAN_OF("date:create\0v"), "PNG:Datecreate", "v" },
    { "mail date", "tEXt", SPAN_OF("Creation Time\0Tue, 01 Jan 2019 12:13:14 +0100"),
      "PNG:CreationTime", "2019:01:01 12:13:14+01:00" },
    { "language", "iTXt", SPAN_OF("Comment\0\0\0en-us\0C\0hello"), "PNG:Comment-en-US", "hello" },
    { "a language that cannot stand in a name", "iTXt", SPAN_OF("Comment\0\0\0x\x9c\"_k\0C\0hi"),
      "PNG:Comment-x-k", "hi" },
    { "no language", "iTXt", SPAN_OF("Author\0\0\0\0\0J\xc3\xb6"), "PNG:Author", "J\xc3\xb6" },
    { "text without end of key", "tEXt", SPAN_OF("Title"), "PNG:Title", "" },
    { "packed text that is none", "zTXt", SPAN_OF("Title\0\0nonsense"), "PNG:Title",
      "(Binary data 6 bytes, use -b option to extract)" },
    { "packed by no known method", "zTXt", SPAN_OF("Title\0\7nonsense"), "PNG:Title",
      "(Binary data 8 bytes, use -b option to extract)" },
    { "packed with a dictionary", "zTXt", SPAN_OF("Title\0\0x \0\0\0\0abc"), "PNG:Title",
      "(Binary data 9 bytes, use -b option to extract)" },
    { "profile packed by no known method", "iCCP", SPAN_OF("name\0\7nonsense"), "PNG:ICC_Profile",
      "(Binary data 8 bytes, use -b option to extract)" },
    { "empty palette", "sPLT", SPAN_OF(""), "PNG:SuggestedPalette",
      "(Binary data 0 bytes, use -b option to extract)" },
    { "offset without a unit", "oFFs", SPAN_OF("\0\0\0\1\0\0\0\2"), "PNG:ImageOffset",
      "1, 2 (pixels)" },
    { "IPTC as hex", "tEXt", SPAN_OF("Raw profile type iptc\0\niptc\n       8\n1c025a0003416263\n"),
      "IPTC:City", "Abc" },
    { "profile that lies about its length", "tEXt",
      SPAN_OF("Raw profile type iptc\0\niptc\n  999999\n1c025a0003416263\n"), "IPTC:City", "" },
    { "profile without a header", "tEXt", SPAN_OF("Raw profile type icc\0no profile"),
      "PNG:ICC_Profile", "(Binary data 10 bytes, use -b option to extract)" },
    { "the same in another chunk", "iTXt", SPAN_OF("Raw profile type icc\0\0\0\0\0no profile"),
      "PNG:RawProfileTypeIcc", "(Binary data 10 bytes, use -b option to extract)" },
    { "unknown profile", "tEXt", SPAN_OF("Raw profile type foo\0\nfoo\n 1\n00\n"),
      "PNG:RawProfileTypeFoo", "(Binary data 11 bytes, use -b option to extract)" },
    { "EXIF", "eXIf", SPAN_OF("MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"),
      "EXIF:IFD0:Orientation", "Rotate 90 CW" },
    { "EXIF with JPEG's marker", "eXIf",
      SPAN_OF("Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"),
      "EXIF:IFD0:Orientation", "Rotate 90 CW" },
    { "profile's name", "iCCP", SPAN_OF("name\0\0nonsense"), "PNG:ProfileName", "name" },
};

static void one_chunk_each(void **state)
{
    struct buf png = BUF_INIT(65536);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(chunk_cases); i++) {
        struct json_object *tags;

        print_message("case: %s\n", chunk_cases[i].label);
        png_start(&png);
        chunk_add(&png, chunk_cases[i].type, chunk_cases[i].data);
        tags = object_tags(buf_span(&png));
        assert_string_equal(tag_text(tags, chunk_cases[i].tag), chunk_cases[i].want);
        json_release(tags);
    }
    buf_release(&png);
}

/* Deflates len equal bytes behind a keyword. */
static void bomb_make(size_t len, struct buf *out)
{
    uint8_t *plain = mem_zalloc(len);
    uLongf packed = compressBound(len);
    uint8_t *to = mem_alloc(packed);

    buf_clear(out);
    buf_add(out, "Comment\0\0", 9);
    assert_int_equal(compress(to, &packed, plain, len), Z_OK);
    buf_add(out, to, packed);
    assert_false(out->overflowed);
    mem_free(plain);
    mem_free(to);
}

static void bombs_are_capped(void **state)
{
    struct buf png = BUF_INIT(1u << 20), bomb = BUF_INIT(1u << 20);
    struct json_object *tags;

    (void)state;
    png_start(&png);
    bomb_make(64u << 20, &bomb);
    chunk_add(&png, "zTXt", buf_span(&bomb));
    chunk_add(&png, "iCCP", buf_span(&bomb));
    chunk_add(&png, "tEXt", CHUNK("Title\0after"));
    tags = object_tags(buf_span(&png));
    assert_string_equal(tag_text(tags, "PNG:Comment"), "");
    assert_string_equal(tag_text(tags, "PNG:ImageWidth"), "5");
    json_release(tags);
    buf_release(&png);
    buf_release(&bomb);
}

static void cuts_and_lies(void **state)
{
    struct buf png = BUF_INIT(65536);
    struct json_object *tags;

    (void)state;
    png_start(&png);
    chunk_add(&png, "tEXt", CHUNK("Title\0t"));
    buf_add(&png,
            "\xff\xff\xff\xff"
            "tEXtMake\0x",
            14);
    tags = object_tags(buf_span(&png));
    assert_string_equal(tag_text(tags, "PNG:Title"), "t");
    assert_string_equal(tag_text(tags, "PNG:Make"), "");
    json_release(tags);
    for (size_t len = 0; len < png.len; len++) {
        json_release(object_tags((struct span){ png.data, len }));
    }
    buf_release(&png);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_chunk_each),
        cmocka_unit_test(bombs_are_capped),
        cmocka_unit_test(cuts_and_lies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
