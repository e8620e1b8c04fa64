/* Google's notes: the cipher, the protocol buffer and the text in it. */
#include "lib/unit.h"

#include "lib/google_note.h"
#include "lib/maker_note.h"

/* The first bytes of a Pixel 6's note, and gzip's header that they stand for. */
static void a_note_is_deciphered(void **state)
{
    uint8_t bytes[] = { 0xef, 0x64, 0x35, 0x6d, 0x5e, 0x70, 0x1e, 0x2c,
                        0xea, 0xe3, 0x4c, 0x97, 0x3a, 0x43, 0xa7, 0x4a };
    static const uint8_t want[] = { 0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00,
                                    0x02, 0xff, 0xec, 0x7d, 0x07, 0x58, 0x54, 0x57 };

    (void)state;
    google_cipher(bytes, sizeof bytes);
    assert_memory_equal(bytes, want, sizeof want);
}

static const struct {
    const char *label;
    uint8_t version;
    const char *plain;
    size_t len;
    const char *name, *want;
} cases[] = {
    { "a number", 3, BYTES("\x4a\x02\x18\x09"), "FrameCount", "9" },
    { "text in a message", 3, BYTES("\x62\x09\x12\x07Pixel 6"), "DeviceModel", "Pixel 6" },
    { "a float, two messages deep", 3, BYTES("\x62\x07\x6a\x05\x0d\0\0\xc8\x42"), "ISOMin", "100" },
    { "milliseconds", 3, BYTES("\x62\x07\x62\x05\x15\0\0\xfa\x46"), "ExposureTimeMax", "32" },
    { "a date", 3, BYTES("\x62\x07\x40\x90\x87\xf5\xf1\xdc\x31"), "SoftwareDate",
      "2024:02:22 00:35:38.000+00:00" },
    { "binary", 3,
      BYTES("\x12\x03"
            "abc"),
      "TimeLogText", "(Binary data 3 bytes, use -b option to extract)" },
    { "behind fields that nobody knows", 3,
      BYTES("\x79\0\0\0\0\0\0\0\0\x7d\0\0\0\0\x4a\x02\x18\x09"), "FrameCount", "9" },
    { "longer than its message", 3, BYTES("\x62\x7f\x12\x07Pixel 6"), "DeviceModel", "" },
    { "a number without an end", 3,
      BYTES("\x18\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x4a\x02\x18\x09"), "FrameCount", "" },
    { "a group, which nobody writes", 3, BYTES("\x0b\x4a\x02\x18\x09"), "FrameCount", "" },
    { "a section of text", 2, BYTES("Summary:\n  Gcam\n  Done.\nTime log:\n  1 ms\n"),
      "SummaryText", "(Binary data 15 bytes, use -b option to extract)" },
    { "a section without its colon", 2, BYTES("InitParams\n  a 1\n"), "InitParamsText",
      "(Binary data 6 bytes, use -b option to extract)" },
    { "a picture", 2, BYTES("Payload frame 00 (base64): EAAAAA==\n"), "PayloadFrame00",
      "(Binary data 4 bytes, use -b option to extract)" },
    { "a picture of nothing but padding", 2, BYTES("Payload frame 00 (base64): ===="),
      "PayloadFrame00", "(Binary data 0 bytes, use -b option to extract)" },
    { "a line by itself", 2, BYTES("Neither is required.\n"), "ProcessingNotes",
      "Neither is required." },
    { "another line", 2, BYTES("shot_makernote_version 4\n"), "ProcessingNotes", "" },
};

static void notes_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;

        print_message("case: %s\n", cases[i].label);
        put_google_note(&note, cases[i].version,
                        (struct span){ (const uint8_t *)cases[i].plain, cases[i].len });
        json = read_note("Google", "Pixel 6", buf_span(&note));
        assert_non_null(json);
        assert_string_equal(tag_text(json, cases[i].name), cases[i].want);
    }
}

static void damage_is_silent(void **state)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(4096);

    (void)state;
    put_google_note(&note, 3, span_str("\x62\x09\x12\x07Pixel 6"));
    for (size_t len = 5; len < note.len; len++) {
        CLEANUP(json_releasep)
        struct json_object *json = read_note("Google", "Pixel 6", (struct span){ note.data, len });

        assert_non_null(json);
        assert_string_equal(tag_text(json, "DeviceModel"), "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_is_deciphered),
        cmocka_unit_test(notes_are_read),
        cmocka_unit_test(damage_is_silent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
