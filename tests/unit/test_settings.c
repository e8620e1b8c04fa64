/* base/settings: presets, ranges, misspelt names; every row of the table is readable. */
#include "lib/unit.h"

#include "base/settings.h"

static void presets_stand_without_environment(void **state)
{
    const char *none[] = { "PATH=/bin", NULL };
    struct settings settings;
    struct err err;

    (void)state;
    assert_int_equal(settings_read(&settings, (char *const *)none, &err), 0);
    assert_string_equal(settings.profile, "media2cloud");
    assert_string_equal(settings.prefix, "{uuid}/{stem}");
    assert_null(settings.activity_arn);
    assert_int_equal(settings.heartbeat_seconds, 30);
    assert_int_equal(settings.max_source_bytes, 268435456);
    assert_true(settings.slots >= 1);
}

static void values_are_read(void **state)
{
    const char *environment[] = { "INGEST_SLOTS=7", "INGEST_BUCKET=photos", "INGEST_MAX_PIXELS=1",
                                  NULL };
    struct settings settings;
    struct err err;

    (void)state;
    assert_int_equal(settings_read(&settings, (char *const *)environment, &err), 0);
    assert_int_equal(settings.slots, 7);
    assert_string_equal(settings.ingest_bucket, "photos");
    assert_int_equal(settings.max_pixels, 1);
}

static void refusals_name_the_setting(void **state)
{
    static const struct {
        const char *entry;
        const char *message;
    } cases[] = {
        { "INGEST_SLOT=2", "unknown setting 'INGEST_SLOT'" },
        { "INGEST_SLOTS=0", "INGEST_SLOTS is '0': a whole number in 1..256 expected" },
        { "INGEST_SLOTS=257", "INGEST_SLOTS is '257': a whole number in 1..256 expected" },
        { "INGEST_SLOTS=", "INGEST_SLOTS is '': a whole number in 1..256 expected" },
        { "INGEST_SLOTS=2x", "INGEST_SLOTS is '2x': a whole number in 1..256 expected" },
        { "INGEST_SLOTS=-1", "INGEST_SLOTS is '-1': a whole number in 1..256 expected" },
        { "INGEST_SLOTS=99999999999999999999",
          "INGEST_SLOTS is '99999999999999999999': a whole number in 1..256 expected" },
        { "INGEST_STOP_SECONDS=111",
          "INGEST_STOP_SECONDS is '111': a whole number in 1..110 expected" },
        { "INGEST_BUCKET=", "INGEST_BUCKET is empty" },
        { "INGEST_LOG_LEVEL=loud",
          "INGEST_LOG_LEVEL is 'loud': debug, info, warn or error expected" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *environment[] = { cases[i].entry, NULL };
        struct settings settings;
        struct err err;

        assert_int_equal(settings_read(&settings, (char *const *)environment, &err), -1);
        assert_string_equal(err.message, cases[i].message);
        assert_int_equal(err.kind, ERR_USAGE);
    }
}

static void every_row_has_help(void **state)
{
    size_t n = 0;

    (void)state;
    for (; settings_row(n) != NULL; n++) {
        assert_true(strlen(settings_row(n)->help) > 5 && settings_row(n)->range != NULL);
    }
    assert_int_equal(n, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets_stand_without_environment),
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(refusals_name_the_setting),
        cmocka_unit_test(every_row_has_help),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
