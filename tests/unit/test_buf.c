/* base/buf, base/text: caps hold, slices cannot leave, text is made safe without cutting a
 * character. */
#include "lib/unit.h"

#include "base/buf.h"
#include "base/text.h"

static void a_buffer_without_a_cap_takes_nothing(void **state)
{
    struct buf none = { 0 };
    struct err err;

    (void)state;
    buf_add_str(&none, "a");
    assert_int_equal(none.len, 0);
    assert_int_equal(buf_check(&none, "the text", &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_string_equal(err.message, "the text is over 0 bytes");
}

static void a_full_buffer_stays_as_it_was(void **state)
{
    CLEANUP(buf_release) struct buf buf = BUF_INIT(4);
    struct err err;

    (void)state;
    buf_add_str(&buf, "abcd");
    assert_int_equal(buf_check(&buf, "x", &err), 0);
    buf_add_byte(&buf, 'e');
    buf_printf(&buf, "%d", 1);
    assert_string_equal(buf_cstr(&buf), "abcd");
    assert_int_equal(buf_check(&buf, "x", &err), -1);
    buf_clear(&buf);
    buf_printf(&buf, "%03d", 7);
    assert_string_equal(buf_cstr(&buf), "007");
    assert_int_equal(buf_check(&buf, "x", &err), 0);
}

static void slices_stay_inside(void **state)
{
    static const struct {
        uint64_t at, len;
        bool good;
    } cases[] = {
        { 0, 4, true },  { 4, 0, true },  { 1, 3, true },           { 0, 5, false },
        { 5, 0, false }, { 3, 2, false }, { UINT64_MAX, 1, false }, { 1, UINT64_MAX, false },
    };
    struct span out;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(span_slice(span_str("abcd"), cases[i].at, cases[i].len, &out),
                         cases[i].good);
        assert_int_equal(out.len, cases[i].good ? cases[i].len : 0);
    }
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_without_a_cap_takes_nothing),
        cmocka_unit_test(a_full_buffer_stays_as_it_was),
        cmocka_unit_test(slices_stay_inside),
        cmocka_unit_test(utf8_is_told_from_the_rest),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(invalid_bytes_become_replacement_characters),
        cmocka_unit_test(printable_fits_its_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
