/* meta/value and meta/print: numbers as Perl reads and prints them, durations, angles, bits. */
#include "lib/unit.h"

#include <math.h>

#include "meta/print.h"
#include "meta/result.h"

static void numbers_are_read_as_perl_reads_them(void **state)
{
    static const struct {
        const char *text;
        double want;
        size_t used;
    } cases[] = {
        { "12", 12, 2 },   { "-1.5 mm", -1.5, 4 }, { " 7", 7, 2 }, { "1e3x", 1000, 3 },
        { "1e", 1, 1 },    { ".5", 0.5, 2 },       { "", 0, 0 },   { "x", 0, 0 },
        { "-", 0, 0 },     { "1.2.3", 1.2, 3 },    { "+4", 4, 2 }, { "1e999", INFINITY, 5 },
        { "0.1", 0.1, 3 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t used;

        print_message("case: '%s'\n", cases[i].text);
        assert_true(number_parse(span_str(cases[i].text), &used) == cases[i].want);
        assert_int_equal(used, cases[i].used);
    }
}

static void json_numbers_are_those_of_exiftool(void **state)
{
    static const struct {
        const char *text;
        bool want;
    } cases[] = {
        { "0", true },
        { "-1", true },
        { "1.5", true },
        { "1e5", true },
        { "2.5E-07", true },
        { "01", false },
        { "1.", false },
        { ".5", false },
        { "", false },
        { "1 ", false },
        { "+1", false },
        { "1e", false },
        { "123456789012345", true },
        { "1234567890123456", false },
        { "0.12345678901234567", false },
        { "inf", false },
        { "1e1234", false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: '%s'\n", cases[i].text);
        assert_int_equal(result_is_number(span_str(cases[i].text)), cases[i].want);
    }
}

static void durations_and_angles(void **state)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(1024);

    (void)state;
    print_duration(1.5, &out);
    buf_add_byte(&out, '|');
    print_duration(90, &out);
    buf_add_byte(&out, '|');
    print_duration(90000, &out);
    buf_add_byte(&out, '|');
    print_degrees(10.999999999999, &out);
    buf_add_byte(&out, '|');
    print_degrees(-0.5, &out);
    buf_add_byte(&out, '|');
    print_unix_time(1795251600, &out);
    buf_add_byte(&out, '|');
    print_unix_time(-1, &out);
    assert_string_equal(buf_cstr(&out),
                        "1.50 s|0:01:30|1 days 1:00:00|11 0 0.00000000|0 30 0.00000000|"
                        "2026:11:21 09:00:00|1969:12:31 23:59:59");
}

static void bits_have_names_or_numbers(void **state)
{
    static const struct enum_name names[] = { { 0, "one" }, { 1, "two" } };
    static const struct enum_map map = { .bits = names, .n_bits = 2 };
    CLEANUP(buf_release) struct buf out = BUF_INIT(1024);

    (void)state;
    print_bits(&map, 0, &out);
    buf_add_byte(&out, '|');
    print_bits(&map, 3, &out);
    buf_add_byte(&out, '|');
    print_bits(&map, 1u << 31 | 1, &out);
    assert_string_equal(buf_cstr(&out), "(none)|one, two|one, [31]");
}

static void formats_take_text_or_a_number(void **state)
{
    static const struct {
        const char *format, *value, *want;
    } cases[] = {
        { "%s mm", "50", "50 mm" },
        { "%.1f mm", "50", "50.0 mm" },
        { "%+d", "3", "+3" },
        { "%d%%", "50", "50%" },
        { "%.2d", "7", "07" },
        { "0x%x", "255", "0xff" },
        { "%.1f", "inf", "Inf" },
        { "%.3g", "0.12345", "0.123" },
        { "plain", "1", "plain" },
        { "%4.1f", "1", " 1.0" },
        { "%+.1f EV", "0.33", "+0.3 EV" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1024);
        struct print_step step = { PRINT_FORMAT, cases[i].format, NULL };

        print_message("case: '%s' of '%s'\n", cases[i].format, cases[i].value);
        assert_true(print_step(NULL, &step, span_str(cases[i].value), &out));
        assert_string_equal(buf_cstr(&out), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_perl_reads_them),
        cmocka_unit_test(json_numbers_are_those_of_exiftool),
        cmocka_unit_test(durations_and_angles),
        cmocka_unit_test(bits_have_names_or_numbers),
        cmocka_unit_test(formats_take_text_or_a_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
