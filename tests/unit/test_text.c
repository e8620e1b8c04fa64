/* base/text: text is told from bytes, made safe without cutting a character; kinds of characters.
 */
#include "lib/unit.h"

#include <string.h>

#include "base/text.h"

static void utf8_is_told_from_the_rest(void **state)
{
    static const struct {
        const char *text;
        bool good;
    } cases[] = {
        { "", true },
        { "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", true },
        { "\x80", false },
        { "\xc3", false },
        { "\xc0\xaf", false },
        { "\xe0\x80\xaf", false },
        { "\xed\xa0\x80", false },
        { "\xf4\x90\x80\x80", false },
        { "\xff", false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(text_is_utf8(span_str(cases[i].text)), cases[i].good);
    }
}

static void cuts_between_characters(void **state)
{
    (void)state;
    assert_int_equal(text_cut(span_str("a\xe2\x82\xac"), 3), 1);
    assert_int_equal(text_cut(span_str("a\xe2\x82\xac"), 4), 4);
    assert_int_equal(text_cut(span_str("\xe2\x82\xac"), 0), 0);
}

static void invalid_bytes_become_replacement_characters(void **state)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(100);

    (void)state;
    text_append_valid(&out, span_str("a\xff\xc3\xa9\xc3"));
    assert_string_equal(buf_cstr(&out), "a\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd");
}

static void printable_fits_its_room(void **state)
{
    char out[8];

    (void)state;
    text_printable(out, sizeof out, "ab\ncdef");
    assert_string_equal(out, "ab\\x0ac");
    text_printable(out, sizeof out, "abcdef\xc3\xa9");
    assert_string_equal(out, "abcdef");
    text_printable(out, 1, "abc");
    assert_string_equal(out, "");
}

static void characters_are_written_as_they_are_read(void **state)
{
    static const uint32_t codes[] = {
        1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xffff, 0x10000, 0x10ffff
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(4);

        text_append_character(codes[i], &out);
        assert_true(out.len > 0);
        assert_int_equal(text_utf8_length(buf_span(&out)), out.len);
    }
}

static void kinds_of_characters_are_those_of_ascii(void **state)
{
    (void)state;
    for (int c = -128; c < 256; c++) {
        bool is_ascii = c > 0 && c < 128;

        assert_int_equal(text_is_digit(c), is_ascii && strchr("0123456789", c) != NULL);
        assert_int_equal(text_is_letter(c), is_ascii && (c | 32) >= 'a' && (c | 32) <= 'z');
        assert_int_equal(text_is_blank(c), is_ascii && strchr(" \t\n\v\f\r", c) != NULL);
        assert_int_equal(text_hex_value(c) >= 0,
                         is_ascii && strchr("0123456789abcdefABCDEF", c) != NULL);
    }
    assert_int_equal(text_hex_value('9'), 9);
    assert_int_equal(text_hex_value('a'), 10);
    assert_int_equal(text_hex_value('F'), 15);
    assert_int_equal(text_lower('Q'), 'q');
    assert_int_equal(text_upper('q'), 'Q');
    assert_int_equal(text_lower('['), '[');
    assert_int_equal(text_upper('{'), '{');
}

static void digits_have_to_be_there(void **state)
{
    (void)state;
    assert_true(text_digits_at(span_str("a12"), 1, 2));
    assert_false(text_digits_at(span_str("a12"), 0, 2));
    assert_false(text_digits_at(span_str("a12"), 1, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_told_from_the_rest),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(invalid_bytes_become_replacement_characters),
        cmocka_unit_test(printable_fits_its_room),
        cmocka_unit_test(characters_are_written_as_they_are_read),
        cmocka_unit_test(kinds_of_characters_are_those_of_ascii),
        cmocka_unit_test(digits_have_to_be_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
