/* meta: EXIF hazards one by one, in blocks made here; what is printed is what ExifTool prints. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "lib/tiff_bytes.h"

/* One entry in IFD0 of a whole TIFF file, its value printed. */
static void assert_prints(const char *label, const struct tiff_entry *entry, bool big,
                          const char *name, const char *want)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;

    print_message("case: %s\n", label);
    put_header(&bytes, 8, big);
    put_directory(&bytes, 0, entry, 1, 0, big);
    json = object_flat(buf_span(&bytes));
    assert_non_null(json);
    assert_string_equal(tag_text(json, name), want);
}

static const struct {
    const char *label;
    struct tiff_entry entry;
    bool big;
    const char *name, *want;
} prints[] = {
    { "enum", { 0x112, 3, 1, BYTES("\6\0") }, false, "Orientation", "Rotate 90 CW" },
    { "a note of text", { 0x927c, 7, 5, BYTES("Hello") }, false, "MakerNoteUnknownText", "Hello" },
    { "a note of bytes", { 0x927c, 7, 5, BYTES("\1\2\3\4\5") }, false, "MakerNoteUnknownText", "" },
    { "IPTC once more",
      { 0x8568, 7, 8, BYTES("\x1c\2\x78\0\3cap") },
      false,
      "Caption-Abstract",
      "cap" },
    { "enum, big-endian", { 0x112, 3, 1, BYTES("\0\6") }, true, "Orientation", "Rotate 90 CW" },
    { "not in the list", { 0x112, 3, 1, BYTES("\x63\0") }, false, "Orientation", "Unknown (99)" },
    { "hexadecimal list", { 0x9209, 3, 1, BYTES("\x02\0") }, false, "Flash", "Unknown (0x2)" },
    { "0/0", { 0x11a, 5, 1, BYTES("\0\0\0\0\0\0\0\0") }, false, "XResolution", "undef" },
    { "1/0", { 0x11a, 5, 1, BYTES("\1\0\0\0\0\0\0\0") }, false, "XResolution", "inf" },
    { "1/3", { 0x11a, 5, 1, BYTES("\1\0\0\0\3\0\0\0") }, false, "XResolution", "0.3333333333" },
    { "fast shutter",
      { 0x829a, 5, 1, BYTES("\1\0\0\0\xf4\1\0\0") },
      false,
      "ExposureTime",
      "1/500" },
    { "slow shutter", { 0x829a, 5, 1, BYTES("\5\0\0\0\2\0\0\0") }, false, "ExposureTime", "2.5" },
    { "thirds",
      { 0x9204, 10, 1, BYTES("\xfe\xff\xff\xff\3\0\0\0") },
      false,
      "ExposureCompensation",
      "-2/3" },
    { "metres", { 0x9206, 5, 1, BYTES("\7\0\0\0\2\0\0\0") }, false, "SubjectDistance", "3.5 m" },
    { "focal length",
      { 0x920a, 5, 1, BYTES("\x32\0\0\0\1\0\0\0") },
      false,
      "FocalLength",
      "50.0 mm" },
    { "lens",
      { 0xa432, 5, 4,
        BYTES("\x12\0\0\0\1\0\0\0\x37\0\0\0\1\0\0\0\x23\0\0\0\x0a\0\0\0\0\0\0\0\0\0\0\0") },
      false,
      "LensInfo",
      "18-55mm f/3.5-?" },
    { "bad date passes",
      { 0x132, 2, 20, BYTES("2026:99:99 25:61:61\0") },
      false,
      "ModifyDate",
      "2026:99:99 25:61:61" },
    { "empty date is left out", { 0x132, 2, 5, BYTES("    \0") }, false, "ModifyDate", "" },
    { "text without NUL", { 0x10f, 2, 5, BYTES("Maker") }, false, "Make", "Maker" },
    { "text after NUL", { 0x10f, 2, 8, BYTES("Ma\0rubb\0") }, false, "Make", "Ma" },
    { "not UTF-8", { 0x10f, 2, 5, BYTES("Ma\xffk\0") }, false, "Make", "Ma?k" },
    { "two copyrights", { 0x8298, 2, 8, BYTES("Ann\0Bob\0") }, false, "Copyright", "Ann\nBob" },
    { "UserComment ASCII", { 0x9286, 7, 10, BYTES("ASCII\0\0\0ok") }, false, "UserComment", "ok" },
    { "UserComment Unicode",
      { 0x9286, 7, 12, BYTES("UNICODE\0o\0k\0") },
      false,
      "UserComment",
      "ok" },
    { "UserComment Unicode, big",
      { 0x9286, 7, 12, BYTES("UNICODE\0\0o\0k") },
      false,
      "UserComment",
      "ok" },
    { "UserComment undefined",
      { 0x9286, 7, 10, BYTES("\0\0\0\0\0\0\0\0ok") },
      false,
      "UserComment",
      "ok" },
    { "UserComment JIS", { 0x9286, 7, 10, BYTES("JIS\0\0\0\0\0ok") }, false, "UserComment", "ok" },
    { "XPTitle",
      { 0x9c9b, 1, 8, BYTES("\xe9\0t\0\xe9\0\0\0") },
      false,
      "XPTitle",
      "\xc3\xa9t\xc3\xa9" },
    { "XPTitle, surrogates",
      { 0x9c9b, 1, 6, BYTES("\x3d\xd8\x00\xde\0\0") },
      false,
      "XPTitle",
      "\xf0\x9f\x98\x80" },
    { "components",
      { 0x9101, 7, 4, BYTES("\1\2\3\0") },
      false,
      "ComponentsConfiguration",
      "Y, Cb, Cr, -" },
    { "text for a version", { 0x9000, 2, 4, BYTES("0230") }, false, "ExifVersion", "0230" },
    { "aperture of 0/0",
      { 0x9202, 5, 1, BYTES("\0\0\0\0\0\0\0\0") },
      false,
      "ApertureValue",
      "1.0" },
    { "not quite ASCII",
      { 0x9286, 7, 10, BYTES("ASCIIxxxok") },
      false,
      "UserComment",
      "ASCIIxxxok" },
};

static void one_value_prints_as_exiftool_prints_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(prints); i++) {
        assert_prints(prints[i].label, &prints[i].entry, prints[i].big, prints[i].name,
                      prints[i].want);
    }
}

static void damaged_entries_are_passed_over(void **state)
{
    static const struct {
        const char *label;
        struct tiff_entry entry;
        const char *make; /* behind it in the directory */
    } cases[] = {
        { "count times size over 32 bits", { 0x11a, 5, 0x20000001, BYTES("\1\0\0\0") }, "abc" },
        { "count of 4 billion", { 0x10e, 2, 0xffffffff, BYTES("\1\0\0\0") }, "abc" },
        /* ExifTool gives up on a directory of a file that ends in a value */
        { "offset past the end", { 0x10e, 2, 100, BYTES("\xff\xff\xff\x7f") }, "" },
        { "no such format", { 0x10e, 99, 1, BYTES("abc\0") }, "abc" },
        { "format 0", { 0x10e, 0, 0, BYTES("\0\0\0\0") }, "abc" },
        { "a format of BigTIFF", { 0x11a, 16, 1, BYTES("\xff\0\0\0") }, "abc" },
        { "value in the header", { 0x10e, 2, 6, BYTES("\4\0\0\0") }, "abc" },
        { "value in its own directory", { 0x10e, 2, 6, BYTES("\x10\0\0\0") }, "abc" },
        { "unknown and too long to be read", { 0x9999, 7, 20000000, BYTES("\x10\0\0\0") }, "abc" },
        { "unknown and past the end", { 0x9999, 7, 20000, BYTES("\x10\0\0\0") }, "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        const struct tiff_entry entries[] = { { 0x100, 3, 1, BYTES("\7\0") },
                                              cases[i].entry,
                                              { 0x10f, 2, 4, BYTES("abc\0") } };

        print_message("case: %s\n", cases[i].label);
        put_header(&bytes, 8, false);
        put_directory(&bytes, 0, entries, 3, 0, false);
        json = object_flat(buf_span(&bytes));
        assert_non_null(json);
        assert_null(json_member(json, "ImageDescription"));
        assert_null(json_member(json, "XResolution"));
        assert_string_equal(tag_text(json, "Make"), cases[i].make);
        assert_string_equal(tag_text(json, "ImageWidth"), "7");
    }
}

static void loops_and_rubbish_behind_a_directory_end(void **state)
{
    static const uint32_t nexts[] = { 8, 9, 0x7fffffff, 0xffffffff, 26 };
    static const struct tiff_entry make = { 0x10f, 2, 4, BYTES("abc\0") };
    static const struct tiff_entry itself = { 0x8769, 4, 1, BYTES("\10\0\0\0") };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(nexts); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        const struct tiff_entry entries[] = { make, itself };

        put_header(&bytes, 8, false);
        put_directory(&bytes, 0, entries, 2, nexts[i], false);
        json = object_flat(buf_span(&bytes));
        assert_non_null(json);
        assert_string_equal(tag_text(json, "Make"), "abc");
    }
}

/* After eleven entries that cannot be one the rest of a directory is not believed. */
static void a_directory_of_damage_is_left(void **state)
{
    static const struct {
        uint16_t n_damaged;
        const char *make;
    } cases[] = { { 10, "abc" }, { 11, "" } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct tiff_entry entries[13] = { { 0x100, 3, 1, BYTES("\7\0") } };
        uint16_t n = 1;

        for (; n <= cases[i].n_damaged; n++) {
            entries[n] = (struct tiff_entry){ 0x10e, 99, 1, BYTES("abc\0") };
        }
        entries[n++] = (struct tiff_entry){ 0x10f, 2, 4, BYTES("abc\0") };
        put_header(&bytes, 8, false);
        put_directory(&bytes, 0, entries, n, 0, false);
        json = object_flat(buf_span(&bytes));
        assert_string_equal(tag_text(json, "Make"), cases[i].make);
    }
}

/* The file ends in its second directory: there is none. */
static void a_cut_directory_is_none(void **state)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;
    const struct tiff_entry width = { 0x100, 3, 1, BYTES("\7\0") };
    const struct tiff_entry more[] = { { 0x10e, 2, 4, BYTES("abc\0") },
                                       { 0x10f, 2, 4, BYTES("abc\0") } };

    (void)state;
    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &width, 1, 26, false);
    put_directory(&bytes, 0, more, 2, 0, false);
    bytes.len -= 8;
    json = object_flat(buf_span(&bytes));
    assert_string_equal(tag_text(json, "ImageWidth"), "7");
    assert_string_equal(tag_text(json, "ImageDescription"), "");
}

static void big_tiff_tells_no_byte_order(void **state)
{
    static const char big[] = "II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0"
                              "\0\1\3\0\1\0\0\0\0\0\0\0\7\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    CLEANUP(json_releasep)
    struct json_object *json = object_flat((struct span){ (const uint8_t *)big, sizeof big - 1 });

    (void)state;
    assert_string_equal(tag_text(json, "ImageWidth"), "7");
    assert_string_equal(tag_text(json, "ExifByteOrder"), "");
}

static void cut_anywhere_nothing_breaks(void **state)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    const struct tiff_entry entries[] = {
        { 0x10f, 2, 10, BYTES("long make\0") },
        { 0x11a, 5, 1, BYTES("\1\0\0\0\3\0\0\0") },
    };

    (void)state;
    put_header(&bytes, 8, true);
    put_directory(&bytes, 0, entries, 2, 0, true);
    for (size_t len = 4; len <= bytes.len; len++) {
        json_release(object_flat((struct span){ bytes.data, len }));
    }
}

/* IFD0 with GPS behind it. */
static struct json_object *gps_of(const struct tiff_entry *entries, uint16_t n)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    const struct tiff_entry pointer = { 0x8825, 4, 1, BYTES("\x1a\0\0\0") };

    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &pointer, 1, 0, false);
    put_directory(&bytes, 0, entries, n, 0, false);
    return object_flat(buf_span(&bytes));
}

#define DEGREES(d, m, s) d "\0\0\0\1\0\0\0" m "\0\0\0\1\0\0\0" s

static void positions_have_letters_and_never_60_seconds(void **state)
{
    /* 59.999999999 seconds: 8 decimals would print 60 */
    static const struct tiff_entry entries[] = {
        { 1, 2, 2, BYTES("S\0") },
        { 2, 5, 3, BYTES(DEGREES("\x0a", "\x3b", "\xff\xab\x90\x41\x40\x42\x0f\x00")) },
        { 3, 2, 2, BYTES("E\0") },
        { 4, 5, 3, BYTES(DEGREES("\x05", "\x1e", "\0\0\0\0\1\0\0\0")) },
        { 5, 1, 1, BYTES("\1") },
        { 6, 5, 1, BYTES("\x7b\0\0\0\x0a\0\0\0") },
    };
    CLEANUP(json_releasep) struct json_object *json = gps_of(entries, ARRAY_LEN(entries));

    (void)state;
    assert_string_equal(tag_text(json, "GPSLongitude"), "5 30 0.00000000 E");
    assert_null(strstr(tag_text(json, "GPSLatitude"), " 60."));
    assert_non_null(strstr(tag_text(json, "GPSLatitude"), " S"));
    assert_non_null(strstr(tag_text(json, "GPSPosition"), "S, 5 30 0.00000000 E"));
    assert_string_equal(tag_text(json, "GPSAltitude"), "12.3 m Below Sea Level");
}

static void a_position_without_reference_has_no_letter(void **state)
{
    static const struct tiff_entry entries[] = {
        { 2, 5, 3, BYTES(DEGREES("\x0a", "\x1e", "\0\0\0\0\1\0\0\0")) },
    };
    CLEANUP(json_releasep) struct json_object *json = gps_of(entries, ARRAY_LEN(entries));

    (void)state;
    assert_string_equal(tag_text(json, "GPSLatitude"), "10 30 0.00000000");
    assert_null(json_member(json, "GPSPosition"));
}

static void numbers_stand_bare_and_pictures_are_booleans(void **state)
{
    static const struct tiff_entry entry = { 0x10f, 2, 5, BYTES("0070\0") };
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;

    (void)state;
    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &entry, 1, 0, false);
    json = object_flat(buf_span(&bytes));
    assert_true(json_is_str(json_member(json, "Make"))); /* "0070" is no JSON number */
    assert_true(json_is_bool(json_member(json, "PreviewImage")));
    assert_false(json_to_bool(json_member(json, "ThumbnailImage")));
    assert_null(json_member(json, "FileType"));
    assert_string_equal(tag_text(json, "SourceFile"), "key");
}

static void unknown_types_are_refused(void **state)
{
    static const char *const heads[] = { "", "x", "%PDF-1.4", "II", "\xff\xd8", "MZ" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        const struct meta_limits limits = { 1u << 20, 100, 8 };
        struct source src = source_memory(span_str(heads[i]));
        struct meta *meta = NULL;
        struct err err = { 0 };

        assert_int_equal(meta_read(&src, &limits, &meta, &err), -1);
        assert_int_equal(err.kind, ERR_UNSUPPORTED);
        source_release(&src);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_value_prints_as_exiftool_prints_it),
        cmocka_unit_test(damaged_entries_are_passed_over),
        cmocka_unit_test(loops_and_rubbish_behind_a_directory_end),
        cmocka_unit_test(a_directory_of_damage_is_left),
        cmocka_unit_test(a_cut_directory_is_none),
        cmocka_unit_test(big_tiff_tells_no_byte_order),
        cmocka_unit_test(cut_anywhere_nothing_breaks),
        cmocka_unit_test(positions_have_letters_and_never_60_seconds),
        cmocka_unit_test(a_position_without_reference_has_no_letter),
        cmocka_unit_test(numbers_stand_bare_and_pictures_are_booleans),
        cmocka_unit_test(unknown_types_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
