/* Sony's records: by length and model, in their own byte order, in cipher. */
#include "lib/unit.h"

#include "lib/maker_note.h"
#include "meta/maker_sony.h"

/* The first bytes of a DSLR-A330's SR2SubIFD with the key that it tells. */
static void a_private_directory_is_deciphered(void **state)
{
    uint8_t bytes[] = { 0xe0, 0xc2, 0xd4, 0xa5, 0x4a, 0xc4, 0x7c, 0xbc, 0x34, 0xae, 0x29, 0x19 };
    static const uint8_t want[] = { 0xb4, 0x00, 0x10, 0x73, 0x03, 0x00,
                                    0x04, 0x00, 0x00, 0x00, 0x06, 0x97 };

    (void)state;
    sony_decipher(bytes, sizeof bytes, 0x44332211);
    assert_memory_equal(bytes, want, sizeof want);
    sony_decipher(bytes, 3, 1); /* less than a word: left as it is */
    assert_memory_equal(bytes, want, sizeof want);
}

/* Sony's offsets count from the file's first byte: before the note stand its header, a directory of
 * three entries, Make and Model. */
static struct json_object *read_entry(const struct tiff_entry *entry)
{
    const size_t note_at = 8 + 2 + 3 * 12 + 4 + sizeof "SONY" + sizeof "DSLR-A330";
    CLEANUP(buf_release) struct buf note = BUF_INIT(1u << 16);

    buf_add(&note, BYTES("SONY MOBILE\0"));
    put_directory(&note, 0 - note_at, entry, 1, 0, false);
    return read_note("SONY", "DSLR-A330", buf_span(&note));
}

/* A record of `len` zeros but for what is put at `at`, big-endian. */
static void assert_record(uint16_t id, uint32_t len, uint32_t at, const char *bytes, size_t n,
                          const char *name, const char *want)
{
    CLEANUP(buf_release) struct buf record = BUF_INIT(1u << 15);
    CLEANUP(json_releasep) struct json_object *json = NULL;
    struct tiff_entry entry = { id, 7, len, NULL, len };

    for (uint32_t i = 0; i < len; i++) {
        buf_add_byte(&record, i >= at && i < at + n ? (uint8_t)bytes[i - at] : 0);
    }
    print_message("case: %s of %u bytes\n", name, len);
    entry.bytes = (const char *)record.data;
    json = read_entry(&entry);
    assert_non_null(json);
    assert_string_equal(tag_text(json, name), want);
}

static void records_are_known_by_their_length(void **state)
{
    (void)state;
    assert_record(0x0114, 332, 82, BYTES("\0\x26"), "ApertureSetting", "3.7");
    assert_record(0x0114, 331, 82, BYTES("\0\x26"), "ApertureSetting", "");
    assert_record(0x0010, 6118, 27, BYTES("\xf7\x02"), "AFStatusActiveSensor", "Back Focus (+759)");
    assert_record(0x0010, 6118, 0, BYTES("\x01\x00\x55\x02\x00\x40\x56\x02"), "LensSpec",
                  "DT 55-200mm F4-5.6 SAM");
    assert_record(0x0010, 5478, 0, BYTES("\0\0\0\0\0\0\0\0"), "LensSpec",
                  "Unknown (00 0000 0000 00 00 00)");
    assert_record(0x3000, 320, 0, BYTES("MM\0\x48"), "FaceInfoOffset", "72");
    assert_record(0x3000, 3, 0, BYTES("MM\0"), "FaceInfoOffset", "");
    /* 2 cubed, and 255, which is kept */
    assert_record(0x9402, 64, 22, BYTES("\x08\xff"), "FocusMode", "AF-S");
    assert_record(0x9402, 64, 22, BYTES("\x08\xff"), "AFAreaMode", "Manual");
    assert_record(0x9402, 2, 0, BYTES("\x08\xff"), "FocusMode", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_private_directory_is_deciphered),
        cmocka_unit_test(records_are_known_by_their_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
