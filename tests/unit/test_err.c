/* base/err: kinds, messages that cannot start a line of their own, limits with their setting. */
#include "lib/unit.h"

#include "base/err.h"

static void each_kind_has_a_name_and_comes_back_from_it(void **state)
{
    (void)state;
    for (int kind = 0; kind < ERR_KIND_COUNT; kind++) {
        const char *name = err_name((enum err_kind)kind);

        assert_int_equal(strncmp(name, "Ingest.", 7), 0);
        assert_string_equal(err_name(err_kind_of(name)), name);
    }
    assert_int_equal(err_kind_of("Ingest.NoSuch"), ERR_INTERNAL);
}

static void message_is_one_printable_line(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(err_set(&err, ERR_INPUT, "key '%s'", "a\nb\x1b[31m\xff\xc3\xa9"), -1);
    assert_string_equal(err.message, "key 'a\\x0ab\\x1b[31m\\xff\xc3\xa9'");
}

static void limit_names_value_limit_and_setting(void **state)
{
    struct err err;

    (void)state;
    err_limit(&err, "INGEST_MAX_PIXELS", 100, 101, "image of %ux%u px", 101u, 1u);
    assert_string_equal(err.message, "image of 101x1 px: 101 is over 100 (INGEST_MAX_PIXELS)");
    assert_true(err.has_limit && err.limit == 100 && err.value == 101);
    assert_int_equal(err.kind, ERR_LIMIT);
}

static void prefix_keeps_the_kind(void **state)
{
    struct err err;

    (void)state;
    err_set(&err, ERR_DENIED, "access denied");
    err_prefix(&err, "cannot read '%s'", "s3://in/a.jpg");
    assert_string_equal(err.message, "cannot read 's3://in/a.jpg': access denied");
    assert_int_equal(err.kind, ERR_DENIED);
}

static void a_code_stands_beside_kind_and_message(void **state)
{
    struct err err;

    (void)state;
    err_set(&err, ERR_TRANSIENT, "nothing came");
    assert_int_equal(err_code(&err, "BadAnswer"), -1);
    assert_string_equal(err.code, "BadAnswer");
    assert_string_equal(err.message, "nothing came");
    assert_int_equal(err.kind, ERR_TRANSIENT);
    assert_int_equal(err_code(NULL, "BadAnswer"), -1);
}

static void a_status_has_one_name_on_files(void **state)
{
    static const struct {
        enum err_kind task, file;
    } cases[] = {
        { ERR_INPUT, ERR_USAGE },
        { ERR_TRANSIENT, ERR_IO },
        { ERR_NOT_FOUND, ERR_IO },
        { ERR_OUTPUT, ERR_LIMIT },
        { ERR_CLOSED, ERR_INTERNAL },
        { ERR_MALFORMED, ERR_MALFORMED },
        { ERR_UNSUPPORTED, ERR_UNSUPPORTED },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err err = { .kind = cases[i].task };

        err_on_files(&err);
        assert_int_equal(err.kind, cases[i].file);
        assert_int_equal(err_exit_status(err.kind), err_exit_status(cases[i].task));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_a_name_and_comes_back_from_it),
        cmocka_unit_test(message_is_one_printable_line),
        cmocka_unit_test(limit_names_value_limit_and_setting),
        cmocka_unit_test(prefix_keeps_the_kind),
        cmocka_unit_test(a_code_stands_beside_kind_and_message),
        cmocka_unit_test(a_status_has_one_name_on_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
