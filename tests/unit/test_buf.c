/* base/buf: caps hold, slices cannot leave. */
#include "lib/unit.h"

#include "base/buf.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_without_a_cap_takes_nothing),
        cmocka_unit_test(a_full_buffer_stays_as_it_was),
        cmocka_unit_test(slices_stay_inside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
