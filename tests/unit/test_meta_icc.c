/* meta/icc: header, texts in languages, numbers; cut and lying profiles. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

/* A profile of one tag. */
static void profile_make(const char signature[4], struct span data, struct buf *out)
{
    static const uint8_t start[] = { 0,    0,    0,   0,   'l', 'c', 'm', 's', 2,   0x10, 0,   0,
                                     'm',  'n',  't', 'r', 'R', 'G', 'B', ' ', 'X', 'Y',  'Z', ' ',
                                     0x07, 0xce, 0,   2,   0,   9,   0,   6,   0,   49,   0,   0 };
    uint32_t size = (uint32_t)(144 + data.len);
    const uint8_t tail[16] = { 0,
                               0,
                               0,
                               1,
                               (uint8_t)signature[0],
                               (uint8_t)signature[1],
                               (uint8_t)signature[2],
                               (uint8_t)signature[3],
                               0,
                               0,
                               0,
                               144,
                               0,
                               0,
                               0,
                               (uint8_t)data.len };

    buf_clear(out);
    buf_add(out, start, sizeof start);
    while (out->len < 128) {
        buf_add_byte(out, 0);
    }
    out->data[2] = (uint8_t)(size >> 8);
    out->data[3] = (uint8_t)size;
    buf_add(out, tail, sizeof tail);
    buf_add_span(out, data);
}

static const struct {
    const char *label, *signature;
    struct span data;
    const char *tag, *want;
} cases[] = {
    { "version", "cprt", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:ICC-header:ProfileVersion",
      "2.1.0" },
    { "company", "cprt", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:ICC-header:ProfileCMMType",
      "Little CMS" },
    { "class", "cprt", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:ICC-header:ProfileClass",
      "Display Device Profile" },
    { "date", "cprt", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:ICC-header:ProfileDateTime",
      "1998:02:09 06:49:00" },
    { "no digest", "cprt", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:ICC-header:ProfileID", "0" },
    { "text", "cprt", SPAN_OF("text\0\0\0\0(c) me\0rest"), "ICC_Profile:ProfileCopyright",
      "(c) me" },
    { "text that is not ASCII", "cprt", SPAN_OF("text\0\0\0\0\xa9 me"),
      "ICC_Profile:ProfileCopyright", "? me" },
    { "text of no known type", "cprt", SPAN_OF("tex-\0\0\0\0me"), "ICC_Profile:ProfileCopyright",
      "tex-" },
    { "layout of its own under another type", "meas",
      SPAN_OF("meax\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\x8f\0\0\0\2"),
      "ICC_Profile:ICC-meas:MeasurementFlare", "" },
    { "description", "desc", SPAN_OF("desc\0\0\0\0\0\0\0\3ab\0"), "ICC_Profile:ProfileDescription",
      "ab" },
    { "description that lies about its length", "desc",
      SPAN_OF("desc\0\0\0\0\xff\xff\xff\xff"
              "ab"),
      "ICC_Profile:ProfileDescription", "ab" },
    { "languages", "desc",
      SPAN_OF("mluc\0\0\0\0\0\0\0\2\0\0\0\x0c"
              "enUS\0\0\0\2\0\0\0\x28"
              "frFR\0\0\0\2\0\0\0\x2a"
              "\0a\0b"),
      "ICC_Profile:ProfileDescription-fr-FR", "b" },
    { "language of the name itself", "desc",
      SPAN_OF("mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
              "enUS\0\0\0\2\0\0\0\x1c"
              "\0a"),
      "ICC_Profile:ProfileDescription", "a" },
    { "language in other letters", "desc",
      SPAN_OF("mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
              "FRfr\0\0\0\2\0\0\0\x1c"
              "\0a"),
      "ICC_Profile:ProfileDescription-fr-FR", "a" },
    { "language without a country", "desc",
      SPAN_OF("mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
              "fr\0\0\0\0\0\2\0\0\0\x1c"
              "\0a"),
      "ICC_Profile:ProfileDescription", "a" },
    { "language that is no text", "desc",
      SPAN_OF("mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
              "\x9f\n-U\0\0\0\2\0\0\0\x1c"
              "\0a"),
      "ICC_Profile:ProfileDescription", "a" },
    { "numbers", "wtpt", SPAN_OF("XYZ \0\0\0\0\0\0\xf6\xd6\0\1\0\0\xff\xff\0\0"),
      "ICC_Profile:MediaWhitePoint", "0.9642 1 -1" },
    { "signature", "tech", SPAN_OF("sig \0\0\0\0CRT "), "ICC_Profile:Technology",
      "Cathode Ray Tube Display" },
    { "curve", "rTRC", SPAN_OF("curv\0\0\0\0\0\0\0\0"), "ICC_Profile:RedTRC",
      "(Binary data 12 bytes, use -b option to extract)" },
    { "measurement", "meas",
      SPAN_OF("meas\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\x8f\0\0\0\2"),
      "ICC_Profile:ICC-meas:MeasurementFlare", "0.999%" },
    { "more languages than there are bytes", "desc",
      SPAN_OF("mluc\0\0\0\0\xff\xff\xff\xff\0\0\0\x0c"), "ICC_Profile:ProfileDescription", "" },
    { "no known tag", "zzzz", SPAN_OF("text\0\0\0\0x"), "ICC_Profile:Zzzz", "" },
};

static void tags_of_each_type(void **state)
{
    struct buf profile = BUF_INIT(4096);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *tags;

        print_message("case: %s\n", cases[i].label);
        profile_make(cases[i].signature, cases[i].data, &profile);
        tags = block_tags(icc_read, buf_span(&profile));
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        json_release(tags);
    }
    buf_release(&profile);
}

static void a_cut_profile_is_refused(void **state)
{
    struct buf profile = BUF_INIT(4096);
    struct json_object *tags;

    (void)state;
    profile_make("cprt", span_str("text1234abc"), &profile);
    profile.len--;
    tags = block_tags(icc_read, buf_span(&profile));
    assert_int_equal(json_length(tags), 0);
    json_release(tags);
    profile.len = 100;
    tags = block_tags(icc_read, buf_span(&profile));
    assert_int_equal(json_length(tags), 0);
    json_release(tags);
    buf_release(&profile);
}

static int read_another(struct meta_scan *scan, struct span profile, struct err *err)
{
    scan->low_icc = true;
    return icc_read(scan, profile, err);
}

static void another_profile_gives_way(void **state)
{
    struct buf profile = BUF_INIT(4096);
    struct json_object *tags;

    (void)state;
    profile_make("cprt", span_str("text1234abc"), &profile);
    tags = block_tags(read_another, buf_span(&profile));
    assert_string_equal(tag_text(tags, "ICC_Profile:ICC_Profile2:ProfileCopyright"), "abc");
    json_release(tags);
    buf_release(&profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_of_each_type),
        cmocka_unit_test(a_cut_profile_is_refused),
        cmocka_unit_test(another_profile_gives_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
