/* base/clock: forms of time there and back, refusals, the virtual clock. */
#include "lib/unit.h"

#include "base/clock.h"

static void forms(void **state)
{
    static const struct {
        int64_t us;
        const char *basic, *iso, *naive;
    } cases[] = {
        { 0, "19700101T000000Z", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00" },
        { 951782400000000, "20000229T000000Z", "2000-02-29T00:00:00.000Z", "2000-02-29T00:00:00" },
        { 1795251600123456, "20261121T090000Z", "2026-11-21T09:00:00.123Z",
          "2026-11-21T09:00:00.123456" },
        { 1440938160000000, "20150830T123600Z", "2015-08-30T12:36:00.000Z", "2015-08-30T12:36:00" },
        { 4107542399999999, "21000228T235959Z", "2100-02-28T23:59:59.999Z",
          "2100-02-28T23:59:59.999999" },
        { -1, "19700101T000000Z", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00" },
        { INT64_MAX, "99991231T235959Z", "9999-12-31T23:59:59.775Z", "9999-12-31T23:59:59.775807" },
    };
    char text[CLOCK_TEXT_MAX];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        clock_format(cases[i].us, CLOCK_BASIC, text);
        assert_string_equal(text, cases[i].basic);
        clock_format(cases[i].us, CLOCK_ISO, text);
        assert_string_equal(text, cases[i].iso);
        clock_format(cases[i].us, CLOCK_ISO_NAIVE, text);
        assert_string_equal(text, cases[i].naive);
    }
}

static void iso_is_read(void **state)
{
    static const struct {
        const char *text;
        bool good;
        int64_t us;
    } cases[] = {
        { "2026-11-21T09:00:00.123456Z", true, 1795251600123456 },
        { "2026-11-21T09:00:00Z", true, 1795251600000000 },
        { "2026-11-21T10:30:00+01:30", true, 1795251600000000 },
        { "2026-11-21T04:00:00.5-05:00", true, 1795251600500000 },
        { "2026-11-21T09:00:00", false, 0 },
        { "2026-11-21 09:00:00Z", false, 0 },
        { "2026-13-21T09:00:00Z", false, 0 },
        { "2026-11-32T09:00:00Z", false, 0 },
        { "2026-11-21T24:00:00Z", false, 0 },
        { "2026-11-21T09:00:00.Z", false, 0 },
        { "2026-11-21T09:00:00Zx", false, 0 },
        { "", false, 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t us = 0;

        print_message("case: %s\n", cases[i].text);
        assert_int_equal(clock_parse_iso(cases[i].text, &us), cases[i].good);
        assert_true(!cases[i].good || us == cases[i].us);
    }
}

static void http_date_is_read(void **state)
{
    int64_t us;

    (void)state;
    assert_true(clock_parse_http("Sun, 06 Nov 1994 08:49:37 GMT", &us));
    assert_true(us == 784111777000000);
    assert_false(clock_parse_http("Sunday, 06-Nov-94 08:49:37 GMT", &us));
    assert_false(clock_parse_http("Sun, 06 Nov 1994 08:49:37 UTC", &us));
    assert_false(clock_parse_http("Sun, 06 Nox 1994 08:49:37 GMT", &us));
    assert_false(clock_parse_http("", &us));
}

static void virtual_clock_moves_by_sleeping(void **state)
{
    struct clock_virtual at = { 5000, 1000 };

    (void)state;
    clock_use(&at);
    clock_sleep_ms(250);
    assert_int_equal(clock_monotonic_ms(), 255);
    assert_int_equal(clock_unix_ms(), 1250);
    clock_use(NULL);
    assert_true(clock_unix_ms() > 1700000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms),
        cmocka_unit_test(iso_is_read),
        cmocka_unit_test(http_date_is_read),
        cmocka_unit_test(virtual_clock_moves_by_sleeping),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
