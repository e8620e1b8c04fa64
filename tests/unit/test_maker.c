/* MakerNotes, hazard by hazard, in notes made here: what is printed is what ExifTool prints. */
#include "lib/unit.h"

#include "lib/maker_note.h"

/* A note of a signature and one entry; offsets in it count from its own first byte. */
struct one_entry {
    const char *label, *make, *model;
    const char *signature;
    size_t signature_len;
    struct tiff_entry entry;
    bool big;
    const char *name, *want;
};

static void assert_one(const struct one_entry *test)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;

    print_message("case: %s\n", test->label);
    buf_add(&note, test->signature, test->signature_len);
    put_directory(&note, 0, &test->entry, 1, 0, test->big);
    buf_add(&note, "II*\0\0\0\0\0", 8); /* Canon's footer: written at 0 */
    json = read_note(test->make, test->model, buf_span(&note));
    assert_non_null(json);
    assert_string_equal(tag_text(json, test->name), test->want);
}

static const struct one_entry directories[] = {
    { "Pentax's kelvins and shifts",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0II"),
      { 0x0059, 7, 4, BYTES("\x12\x34\0\xf8") },
      false,
      "ColorTempFluorescentW",
      "48530 -8 -1" },
    { "Pentax's kelvins of no shift",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0II"),
      { 0x0053, 7, 4, BYTES("\x12\x34\0\0") },
      false,
      "ColorTempDaylight",
      "48530  0  0" },
    { "Pentax's interval",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0II"),
      { 0x0092, 3, 2, BYTES("\3\0\x0a\0") },
      false,
      "IntervalShooting",
      "Shot 3 of 10" },
    { "FujiFilm's zones stand in bits",
      "FUJIFILM",
      "X-T3",
      BYTES("FUJIFILM\x0c\0\0\0"),
      { 0x102d, 4, 1, BYTES("\2\1\x24\0") },
      false,
      "AFAreaZoneSize",
      "4 x 1" },
    { "FujiFilm's own set",
      "FUJIFILM",
      "X-T3",
      BYTES("FUJIFILM\x0c\0\0\0"),
      { 0x102e, 4, 1, BYTES("\x50\0\0\0") },
      false,
      "AF-CSetting",
      "Set 6 (custom 0x050)" },
    { "FujiFilm's faces",
      "FUJIFILM",
      "X-T3",
      BYTES("FUJIFILM\x0c\0\0\0"),
      { 0x4201, 1, 3, BYTES("\1\2\x63") },
      false,
      "FaceElementTypes",
      "Face,Left Eye,Unknown (99)" },
    { "Olympus's angle that was not measured",
      "OLYMPUS",
      "E-M5",
      BYTES("OLYMPUS\0II\3\0"),
      { 0x2020, 7, 18, BYTES("\1\0\3\x09\x08\0\2\0\0\0\x69\0\0\0\0\0\0\0") },
      false,
      "RollAngle",
      "n/a" },
    { "Sony's compact cameras",
      "SONY",
      "DSC-H9",
      BYTES("SONY DSC \0\0\0"),
      { 0xb040, 3, 1, "\2\0", 2 },
      false,
      "Macro",
      "Close Focus" },
    { "big-endian note in a little-endian file",
      "CASIO",
      "QV-3000EX",
      BYTES(""),
      { 0x0002, 3, 1, BYTES("\0\2") },
      true,
      "Quality",
      "Normal" },
    { "little-endian note",
      "CASIO",
      "QV-3000EX",
      BYTES(""),
      { 0x0002, 3, 1, BYTES("\3\0") },
      false,
      "Quality",
      "Fine" },
    { "an answer that is not in the list",
      "CASIO",
      "QV-3000EX",
      BYTES(""),
      { 0x0002, 3, 1, BYTES("\0\x63") },
      true,
      "Quality",
      "Unknown (99)" },
    { "offsets from the note's first byte",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0MM"),
      { 0x0200, 3, 4, BYTES("\0\1\0\2\0\3\0\4") },
      true,
      "BlackPoint",
      "1 2 3 4" },
    { "four bytes as a version",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0MM"),
      { 0x0000, 1, 4, BYTES("\3\0\0\0") },
      true,
      "PentaxVersion",
      "3.0.0.0" },
    { "a count that overflows",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0MM"),
      { 0x0200, 3, 0xffffffff, BYTES("\0\0\0\1") },
      true,
      "BlackPoint",
      "" },
    { "an impossible format",
      "PENTAX",
      "PENTAX K-5",
      BYTES("PENTAX \0MM"),
      { 0x0200, 99, 4, BYTES("\0\0\0\1") },
      true,
      "BlackPoint",
      "" },
    { "a maker whom nobody knows",
      "ACME",
      "One",
      BYTES("NOBODY\0\0"),
      { 0x0002, 3, 1, BYTES("\0\2") },
      true,
      "Quality",
      "" },
    { "custom functions by model; a moved note with its footer",
      "Canon",
      "Canon EOS 20D",
      BYTES(""),
      { 0x000f, 3, 3, BYTES("\6\0\1\1\1\2") },
      false,
      "FlashSyncSpeedAv",
      "1/250 Fixed" },
    { "custom functions that do not say their size",
      "Canon",
      "Canon EOS 20D",
      BYTES(""),
      { 0x000f, 3, 3, BYTES("\7\0\1\1\1\2") },
      false,
      "FlashSyncSpeedAv",
      "" },
};

static void directories_are_read_in_their_own_order_and_base(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(directories); i++) {
        assert_one(&directories[i]);
    }
}

/* Eleven numbers of a key and what they hide. */
static void samsung_numbers_are_given_without_their_key(void **state)
{
    static const char key[] = "\1\0\0\0\2\0\0\0\4\0\0\0\x08\0\0\0\x10\0\0\0\x20\0\0\0"
                              "\x40\0\0\0\x80\0\0\0\0\1\0\0\0\2\0\0\0\4\0\0";
    static const char levels[] = "\x88\x13\0\0\x88\x13\0\0\x88\x13\0\0\x88\x13\0\0";
    static const char curve[] = "\5\0\0\0\5\0\0\0\5\0\0\0";
    const struct tiff_entry entries[] = {
        { 0x0001, 7, 4, "0100", 4 },  { 0xa020, 4, 11, key, 44 },  { 0xa023, 4, 4, levels, 16 },
        { 0xa031, 9, 4, levels, 16 }, { 0xa040, 4, 3, curve, 12 },
    };
    CLEANUP(buf_release) struct buf note = BUF_INIT(4096), lone = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;
    CLEANUP(json_releasep) struct json_object *none = NULL;

    (void)state;
    put_directory(&note, 0, entries, 5, 0, false);
    json = read_note("SAMSUNG", "NX300", buf_span(&note));
    assert_string_equal(tag_text(json, "WB_RGGBLevelsIlluminator1"), "4744 4488 3976 4999");
    assert_string_equal(tag_text(json, "ColorMatrixSRGB"), "5001 5002 5004 5008");
    assert_string_equal(tag_text(json, "ToneCurveSRGBDefault"), "5 6 7");
    put_directory(&lone, 0, entries + 2, 1, 0, false);
    none = read_note("SAMSUNG", "NX300", buf_span(&lone));
    assert_string_equal(tag_text(none, "WB_RGGBLevelsIlluminator1"), "");
}

static const struct {
    const char *label, *make, *model;
    const char *note;
    size_t len;
    const char *name, *want;
} notes[] = {
    { "HP's fixed layout", "Hewlett-Packard", "HP PhotoSmart M425",
      BYTES("IIII\6\0\0\0\0\0\0\0\x23\0\0\0\x40\x0d\3\0"), "ExposureTime", "1/5" },
    { "HP's note cut short", "Hewlett-Packard", "HP PhotoSmart M425",
      BYTES("IIII\6\0\0\0\0\0\0\0\x23\0\0\0\x40\x0d\3"), "ExposureTime", "" },
    { "Kodak's name makes hundredths", "EASTMAN KODAK COMPANY", "KODAK C140",
      BYTES("IIII\2\0\0\0\0\0\0\0\x5e\1"), "FNumber", "3.5" },
    { "other names make tenths", "Polaroid", "t733", BYTES("IIII\2\0\0\0\0\0\0\0\x23\0"), "FNumber",
      "3.5" },
    { "Kodak's directory behind two letters", "EASTMAN KODAK COMPANY", "KODAK Z980",
      BYTES("II\1\0\x14\0\3\0\1\0\0\0\x14\0\0\0\0\0\0\0"), "ISO", "2540" },
    { "Panasonic's video cameras", "Panasonic", "PV-DV203", BYTES("MKED\0\0\5\0"), "Gain", "5" },
    { "Kodak's fixed layout, big-endian", "EASTMAN KODAK COMPANY", "KODAK DX4330",
      BYTES("KDK INFO"
            "DX4330  \0\1\0\0\x08\x70\x05\xa0\x07\xd3\5\x1a"),
      "MonthDayCreated", "05:26" },
    { "Kodak's note cut short", "EASTMAN KODAK COMPANY", "KODAK DX4330",
      BYTES("KDK INFO"
            "DX4330  \0\1\0\0\x08\x70"),
      "KodakImageWidth", "2160" },
    { "what is cut off is not there", "EASTMAN KODAK COMPANY", "KODAK DX4330",
      BYTES("KDK INFO"
            "DX4330  \0\1\0\0\x08"),
      "KodakImageWidth", "" },
    { "JVC's letters", "JVC", "GR-DV", BYTES("VER:0100QTY:FINE "), "Quality", "Fine" },
    { "JVC's version alone", "JVC", "GR-DV", BYTES("VER:0100"), "MakerNoteVersion", "0100" },
    { "Ricoh's words", "RICOH", "RDC-5300", BYTES("Rv0207;Rg76;Gg42;Bg60;"), "GreenGain", "42" },
    { "Ricoh's version", "RICOH", "RDC-5300", BYTES("Rev0103;Rg1C;Bg18;"), "FirmwareVersion",
      "1.03" },
    { "Reconyx, little-endian whatever the file is", "RECONYX", "HC500",
      BYTES("\x01\xf1\4\0\1\0\0\0"), "MakerNoteVersion", "0xf101" },
    { "a signature and nothing else", "PENTAX", "K-5", BYTES("PENTAX \0MM"), "Quality", "" },
    { "one byte", "Canon", "Canon EOS 5D", BYTES("\1\0\0\0\0"), "Quality", "" },
};

static void fixed_layouts_and_letters_end_where_the_note_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        CLEANUP(json_releasep) struct json_object *json = NULL;

        print_message("case: %s\n", notes[i].label);
        json = read_note(notes[i].make, notes[i].model,
                         (struct span){ (const uint8_t *)notes[i].note, notes[i].len });
        assert_non_null(json);
        assert_string_equal(tag_text(json, notes[i].name), notes[i].want);
    }
}

/* Every byte of a note changed to each of a few values, and every shorter note: nothing fails. */
static void damage_is_silent(void **state)
{
    static const uint8_t values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
    uint8_t note[64];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        for (size_t at = 0; at < notes[i].len && at < sizeof note; at++) {
            for (size_t v = 0; v < ARRAY_LEN(values); v++) {
                size_t len = notes[i].len < sizeof note ? notes[i].len : sizeof note;
                CLEANUP(json_releasep) struct json_object *changed = NULL;
                CLEANUP(json_releasep) struct json_object *cut = NULL;

                memcpy(note, notes[i].note, len);
                note[at] = values[v];
                changed = read_note(notes[i].make, notes[i].model, (struct span){ note, len });
                cut = read_note(notes[i].make, notes[i].model, (struct span){ note, at + 1 });
                assert_non_null(changed);
                assert_non_null(cut);
            }
        }
    }
}

/* Nikon's lens by the bytes it tells of itself: {number, stops, shortest, longest, two apertures,
 * version} in LensData, and LensType. */
static void nikon_lenses_are_named(void **state)
{
    static const struct {
        const char *lens, *type, *want;
    } cases[] = {
        { "\x01\x58\x50\x50\x14\x14\x02", "\x00", "AF Nikkor 50mm f/1.8" },
        { "\xaa\x58\x50\x50\x14\x14\x02", "\x00",
          "Unknown (AA 58 50 50 14 14 02 00) AF Nikkor 50mm f/1.8 ?" },
        { "\xaa\x59\x50\x50\x14\x14\x02", "\x00", "Unknown (AA 59 50 50 14 14 02 00)" },
        { "\x07\x40\x30\x45\x2d\x35\x03", "\x02",
          "Tamron AF 19-35mm f/3.5-4.5 (A10) or Voigtlander Ultragon 19-35mm F3.5-4.5 VMV" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf note = BUF_INIT(4096), lens = BUF_INIT(64);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct tiff_entry entries[] = { { 0x0083, 1, 1, cases[i].type, 1 },
                                        { 0x0098, 7, 13, NULL, 13 } };

        buf_add(&lens, BYTES("0100\0\0"));
        buf_add(&lens, cases[i].lens, 7);
        entries[1].bytes = buf_cstr(&lens);
        buf_add(&note, BYTES("Nikon\0\2\x10\0\0"));
        put_header(&note, 8, false);
        put_directory(&note, 10, entries, 2, 0, false);
        json = read_note("NIKON CORPORATION", "NIKON D70", buf_span(&note));
        assert_non_null(json);
        assert_string_equal(tag_text(json, "LensID"), cases[i].want);
    }
}

/* What stands in a note of the other byte order is told, and the order with it. */
static void an_order_of_its_own_is_told(void **state)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
    CLEANUP(json_releasep) struct json_object *json = NULL;
    static const struct tiff_entry print_im = { 0x0e00, 7, 18,
                                                "PrintIM\0"
                                                "0300\0\0\0\0\0",
                                                18 };

    (void)state;
    buf_add(&note, BYTES("Nikon\0\2\x10\0\0"));
    put_header(&note, 8, true);
    put_directory(&note, 10, &print_im, 1, 0, true);
    json = read_note("NIKON CORPORATION", "NIKON D70", buf_span(&note));
    assert_non_null(json);
    assert_string_equal(tag_text(json, "PrintIMVersion"), "0300");
    assert_string_equal(tag_text(json, "MakerNoteByteOrder"), "Big-endian (Motorola, MM)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samsung_numbers_are_given_without_their_key),
        cmocka_unit_test(directories_are_read_in_their_own_order_and_base),
        cmocka_unit_test(fixed_layouts_and_letters_end_where_the_note_does),
        cmocka_unit_test(nikon_lenses_are_named),
        cmocka_unit_test(an_order_of_its_own_is_told),
        cmocka_unit_test(damage_is_silent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
