/* Nikon's records: those of Nikon Capture, versions, the cipher. */
#include "lib/unit.h"

#include "lib/maker_note.h"

/* A note with one entry in Nikon's own little-endian TIFF block. */
static struct json_object *read_entry(const char *model, const struct tiff_entry *entries,
                                      uint16_t n)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(1u << 16);

    buf_add(&note, BYTES("Nikon\0\2\x10\0\0"));
    put_header(&note, 8, false);
    put_directory(&note, 10, entries, n, 0, false);
    return read_note("NIKON CORPORATION", model, buf_span(&note));
}

/* A record of Nikon Capture: id, 14 bytes that say nothing, length + 4, the value. */
static void put_record(struct buf *out, uint32_t id, uint32_t told, const char *bytes, uint32_t len)
{
    put_number(out, id, 4, false);
    put_number(out, 0, 7, false);
    put_number(out, 0, 7, false);
    put_number(out, told + 4, 4, false);
    buf_add(out, bytes, len);
}

static void edits_of_nikon_capture(void **state)
{
    static const struct {
        const char *label;
        uint32_t id, told;
        const char *bytes;
        uint32_t len;
        const char *name, *want;
    } cases[] = {
        { "a switch", 0x76a43200, 1, BYTES("\1"), "UnsharpMask", "On" },
        { "a record of a fixed layout", 0xb999a36f, 5, BYTES("\1\x0a\0\0\0"), "ColorBoostLevel",
          "10" },
        { "a hundredth", 0x56a54260, 2, BYTES("\x1e\0"), "ExposureAdj", "0.3" },
        { "longer than the note", 0x76a43200, 2, BYTES("\1"), "UnsharpMask", "" },
        { "a length that overflows", 0x76a43200, 0xfffffff0, BYTES("\1"), "UnsharpMask", "" },
        { "a length of less than itself", 0x76a43200, 0xfffffffe, BYTES("\1"), "UnsharpMask", "" },
        { "an id that nobody knows", 0x12345678, 1, BYTES("\1"), "UnsharpMask", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf edits = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct tiff_entry entry = { 0x0e01, 7, 0, NULL, 0 };

        print_message("case: %s\n", cases[i].label);
        buf_add(&edits, "Head of twenty-two byt", 22);
        put_record(&edits, cases[i].id, cases[i].told, cases[i].bytes, cases[i].len);
        entry.bytes = (const char *)edits.data;
        entry.len = entry.count = (uint32_t)edits.len;
        json = read_entry("NIKON D70", &entry, 1);
        assert_non_null(json);
        assert_string_equal(tag_text(json, cases[i].name), cases[i].want);
    }
}

static void offsets_of_nikon_capture(void **state)
{
    static const struct tiff_entry whole = { 0x0e0e, 7, 18, "0100\1\0\2\0\0\0\x62\x2c\0\0\0\0\1\1",
                                             18 };
    static const struct tiff_entry cut = { 0x0e0e, 7, 17, "0100\1\0\2\0\0\0\x62\x2c\0\0\0\0\1",
                                           17 };
    CLEANUP(json_releasep) struct json_object *json = read_entry("NIKON D70", &whole, 1);
    CLEANUP(json_releasep) struct json_object *none = read_entry("NIKON D70", &cut, 1);

    (void)state;
    assert_string_equal(tag_text(json, "PreviewIFD_Offset"), "11362");
    assert_string_equal(tag_text(none, "PreviewIFD_Offset"), "");
}

/* The first bytes of a D300's ShotInfo. */
static void records_in_cipher_need_both_keys(void **state)
{
    static const struct {
        const char *label, *serial, *count, *want;
    } cases[] = {
        { "both keys", "3105364", "\0\3\xaf\xa7", "1.10B" },
        { "another camera", "1", "\0\3\xaf\xa7", "" },
        { "another frame", "3105364", "\0\0\0\1", "" },
    };
    char count[4];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(json_releasep) struct json_object *json = NULL;
        uint32_t len = (uint32_t)strlen(cases[i].serial) + 1;
        const struct tiff_entry entries[] = {
            { 0x001d, 2, len, cases[i].serial, len },
            { 0x0091, 7, 9, "0210\x46\xe6\x3b\x0d\x23", 9 },
            { 0x00a7, 4, 1, count, 4 },
        };

        print_message("case: %s\n", cases[i].label);
        for (size_t k = 0; k < 4; k++) {
            count[k] = cases[i].count[3 - k];
        }
        json = read_entry("NIKON D300", entries, 3);
        assert_non_null(json);
        assert_string_equal(tag_text(json, "ShotInfoVersion"), "0210");
        assert_string_equal(tag_text(json, "FirmwareVersion"), cases[i].want);
    }
}

static const struct {
    const char *label;
    uint16_t id;
    const char *bytes;
    uint32_t len;
    const char *name, *want;
} records[] = {
    { "points of a grid, sorted", 0x00b7,
      BYTES("0301\2\xc5\x08\0\x18\0\xe1\xc2\x80\x09\3\4\x08\x10"), "AFPointsUsed",
      "E5,E6,E7,F4,F5,F6,F7,G2,G3,G4,G5,G6,G7,G8,H5" },
    { "points by name", 0x00b7, BYTES("0100\0\1\2\1\3\0"), "AFPointsUsed", "Center, Top" },
    { "all of them", 0x00b7, BYTES("0100\0\1\2\1\xff\7"), "AFPointsUsed", "All 11 Points" },
    { "none", 0x00b7, BYTES("0100\0\1\1\1\0\0\0\0\0\0\0"), "AFPointsUsed", "(none)" },
    { "a schema that nobody knows", 0x00b7, BYTES("0100\0\1\x63\1\xff\7"), "AFPointsUsed",
      "(none)" },
    { "a version alone", 0x00b7, BYTES("0100"), "AFAreaMode", "" },
    { "a setting", 0x004e,
      BYTES("0100\2\0\0\0"
            "0100\4\0\0\0"
            "0120\1\0\0\0"
            "\x36\0\0\4\x09\0\0\0"),
      "SelfTimerShotCount", "1" },
    { "more settings told than there are", 0x004e,
      BYTES("0100\2\0\0\0"
            "0100\4\0\0\0"
            "0120\xff\xff\xff\xff"
            "\x36\0\0\4\x09\0\0\0"),
      "SelfTimerShotCount", "1" },
    { "half a setting", 0x004e,
      BYTES("0100\2\0\0\0"
            "0100\4\0\0\0"
            "0120\1\0\0\0"
            "\x36\0\0\4"),
      "SelfTimerShotCount", "" },
    { "one frame with automatic sensitivity", 0x0089, BYTES("\x20\0"), "ShootingMode",
      "Single-Frame, Auto ISO" },
    { "a flash's group below its zero", 0x00a8,
      BYTES("0300\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
      "FlashGroupACompensation", "+0.3" },
};

static void records_by_version(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(records); i++) {
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct tiff_entry entry = { records[i].id, 7, records[i].len, records[i].bytes,
                                    records[i].len };

        print_message("case: %s\n", records[i].label);
        if (records[i].id == 0x0089) {
            entry.format = 3;
            entry.count = 1;
        }
        json = read_entry("NIKON Z 5", &entry, 1);
        assert_non_null(json);
        assert_string_equal(tag_text(json, records[i].name), records[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_of_nikon_capture),
        cmocka_unit_test(offsets_of_nikon_capture),
        cmocka_unit_test(records_in_cipher_need_both_keys),
        cmocka_unit_test(records_by_version),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
