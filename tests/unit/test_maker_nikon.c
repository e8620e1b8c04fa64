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
        { "longer than the note", 0x76a43200, 2, BYTES("\1"), "UnsharpMask", "(none)" },
        { "a length that overflows", 0x76a43200, 0xfffffff0, BYTES("\1"), "UnsharpMask", "(none)" },
        { "a length of less than itself", 0x76a43200, 0xfffffffe, BYTES("\1"), "UnsharpMask",
          "(none)" },
        { "an id that nobody knows", 0x12345678, 1, BYTES("\1"), "UnsharpMask", "(none)" },
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
        assert_string_equal(text_of(json, cases[i].name), cases[i].want);
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
    assert_string_equal(text_of(json, "PreviewIFD_Offset"), "11362");
    assert_string_equal(text_of(none, "PreviewIFD_Offset"), "(none)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_of_nikon_capture),
        cmocka_unit_test(offsets_of_nikon_capture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
