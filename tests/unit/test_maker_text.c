/* Maker notes of letters, and the directories that Kodak keeps in its own ways. */
#include "lib/unit.h"

#include "lib/maker_note.h"

static const struct {
    const char *label;
    const char *note;
    size_t len;
    const char *name, *want;
} dji_notes[] = {
    { "a text", BYTES("[ae_dbg_info:\1\2][sensor_id:7XY]"), "SensorID", "7XY" },
    { "bytes", BYTES("[ae_dbg_info:\1\2\3]"), "AEDebugInfo",
      "(Binary data 3 bytes, use -b option to extract)" },
    { "a bracket in the bytes", BYTES("[ae_dbg_info:\1]\2][sensor_id:7]"), "SensorID", "7" },
    { "no value", BYTES("[ae_dbg_info:][sensor_id]"), "SensorID", "" },
    { "without an end", BYTES("[ae_dbg_info:][sensor_id:7XY"), "SensorID", "" },
    { "something between", BYTES("[ae_dbg_info:]-[sensor_id:7XY]"), "SensorID", "" },
    { "nothing at all", BYTES("[ae_dbg_info:"), "AEDebugInfo", "" },
};

static void dji_writes_names_in_brackets(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(dji_notes); i++) {
        struct span note = { (const uint8_t *)dji_notes[i].note, dji_notes[i].len };
        CLEANUP(json_releasep) struct json_object *json = read_note("DJI", "FC7203", note);

        print_message("case: %s\n", dji_notes[i].label);
        assert_non_null(json);
        assert_string_equal(tag_text(json, dji_notes[i].name), dji_notes[i].want);
    }
}

static void olympus_writes_sections(void **state)
{
    static const struct {
        const char *label, *text, *name, *want;
    } cases[] = {
        { "a number", "[pictureInfo] Resolution=1 [Camera Info] Type=SX553", "Resolution", "1" },
        { "a name nobody knows", "[pictureInfo] Something=2", "Something", "2" },
        { "no name", "[pictureInfo] =2 Resolution", "Resolution", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
        const uint32_t len = (uint32_t)strlen(cases[i].text) + 1;
        const struct tiff_entry entry = { 0x0208, 2, len, cases[i].text, len };
        CLEANUP(json_releasep) struct json_object *json = NULL;

        print_message("case: %s\n", cases[i].label);
        buf_add(&note, BYTES("OLYMPUS\0II\3\0"));
        put_directory(&note, 0, &entry, 1, 0, false);
        json = read_note("OLYMPUS OPTICAL CO.,LTD", "C40Z,D40Z", buf_span(&note));
        assert_non_null(json);
        assert_string_equal(tag_text(json, cases[i].name), cases[i].want);
    }
}

/* A TIFF file with Kodak's private directory and one entry in it. */
static struct json_object *read_kodak_ifd(const struct tiff_entry *entry)
{
    const struct tiff_entry below = { 0x8290, 4, 1, "\x1a\0\0\0", 4 };
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);

    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &below, 1, 0, false);
    put_directory(&bytes, 0, entry, 1, 0, false);
    return object_flat(buf_span(&bytes));
}

static void kodak_writes_lines(void **state)
{
    static const char lines[] = "Camera: DCS\r\nISO Speed:   200 \r\nno colon\nSerial Number:\n"
                                "Nobody knows: 1\nLens:  60mm";
    const struct tiff_entry entry = { 0x03f1, 2, sizeof lines, lines, sizeof lines };
    CLEANUP(json_releasep) struct json_object *json = read_kodak_ifd(&entry);

    (void)state;
    assert_non_null(json);
    assert_string_equal(tag_text(json, "CameraModel"), "DCS");
    assert_string_equal(tag_text(json, "ISO"), "200");
    assert_string_equal(tag_text(json, "Lens"), "60mm");
    assert_string_equal(tag_text(json, "SerialNumber"), "");
}

/* "II*\0", 8, and then the number of entries in four bytes. */
static void a_count_may_take_four_bytes(void **state)
{
    static const char note[] = "II*\0\x08\0\0\0\1\0\0\0\3\2\3\0\1\0\0\0\3\0\0\0\0\0\0";
    struct span whole = { (const uint8_t *)note, sizeof note }, part = { whole.data, 11 };
    CLEANUP(json_releasep)
    struct json_object *json = read_note("JK Imaging, Ltd.", "KODAK PIXPRO", whole);
    CLEANUP(json_releasep)
    struct json_object *cut = read_note("JK Imaging, Ltd.", "KODAK PIXPRO", part);

    (void)state;
    assert_non_null(json);
    assert_string_equal(tag_text(json, "PictureEffect"), "Monochrome");
    assert_non_null(cut);
    assert_string_equal(tag_text(cut, "PictureEffect"), "");
}

/* A directory below Kodak's: behind a byte order, in the value itself. */
static void a_directory_may_stand_in_a_value(void **state)
{
    static const char below[] = "II\1\0\x23\xfa\3\0\1\0\0\0\x18\1\0\0\0\0\0";
    static const struct {
        const char *label;
        uint32_t len;
        const char *want;
    } cases[] = {
        { "whole", sizeof below, "2.8" },
        { "cut in the entry", 12, "" },
        { "without a count", 3, "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
        const struct tiff_entry entry = { 0xfc00, 7, cases[i].len, below, cases[i].len };
        CLEANUP(json_releasep) struct json_object *json = NULL;

        print_message("case: %s\n", cases[i].label);
        buf_add(&note, "II*\0\x08\0\0\0", 8);
        put_directory(&note, 0, &entry, 1, 0, false);
        json = read_note("EASTMAN KODAK COMPANY", "KODAK Z980", buf_span(&note));
        assert_non_null(json);
        assert_string_equal(tag_text(json, "FNumber"), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dji_writes_names_in_brackets),
        cmocka_unit_test(olympus_writes_sections),
        cmocka_unit_test(kodak_writes_lines),
        cmocka_unit_test(a_count_may_take_four_bytes),
        cmocka_unit_test(a_directory_may_stand_in_a_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
