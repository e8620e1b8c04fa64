/* aws/profile_file: what counts in the shared files, what is passed over, and what is too much. */
#include "lib/unit.h"

#include <stdlib.h>
#include <unistd.h>

#include "aws/profile_file.h"

static const struct {
    const char *label;
    enum profile_file_kind kind;
    struct span text;
    const char *profile, *key, *want; /* NULL: none */
} cases[] = {
    { "plain", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\nk = v\n"), "a", "k", "v" },
    { "default has no word before it", PROFILE_FILE_CONFIG, SPAN_OF("[default]\nk=v"), "default",
      "k", "v" },
    { "a name alone counts in the credentials file", PROFILE_FILE_CREDENTIALS,
      SPAN_OF("[a]\nk=v\n"), "a", "k", "v" },
    { "and in the config file not", PROFILE_FILE_CONFIG, SPAN_OF("[a]\nk=v\n"), "a", "k", NULL },
    { "another word", PROFILE_FILE_CONFIG, SPAN_OF("[project a]\nk=v\n"), "a", "k", NULL },
    { "a word as long as services", PROFILE_FILE_CONFIG, SPAN_OF("[sso-sess a]\nk=v\n"), "a", "k",
      NULL },
    { "a section that is not closed", PROFILE_FILE_CONFIG, SPAN_OF("[profile a\nk=v\n"), "a", "k",
      NULL },
    { "blanks everywhere", PROFILE_FILE_CONFIG, SPAN_OF("[ profile\t a ]\r\nk\t=  v w \r\n"), "a",
      "k", "v w" },
    { "the last one stands", PROFILE_FILE_CONFIG,
      SPAN_OF("[profile a]\nk=1\n[profile b]\n[profile a]\nk=2\n"), "a", "k", "2" },
    { "before any section", PROFILE_FILE_CONFIG, SPAN_OF("k=v\n[profile a]\n"), "a", "k", NULL },
    { "remarks", PROFILE_FILE_CONFIG, SPAN_OF("# x\n; y\n\n[profile a]\n#k=1\nk=v # of it\n"), "a",
      "k", "v" },
    { "no key", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\n= v\n"), "a", "", NULL },
    { "no equals sign", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\nk v\n"), "a", "k v", NULL },
    { "a NUL", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\nk=v\0w\n"), "a", "k", NULL },
    { "an empty value is none", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\nk=\n"), "a", "k", NULL },
    { "a nested key", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\ns3 =\n  k = v\n"), "a", "s3.k",
      "v" },
    { "nested under nothing is a key", PROFILE_FILE_CONFIG, SPAN_OF("[profile a]\n  k = v\n"), "a",
      "k", "v" },
};

static void what_counts(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();
        const char *got;

        print_message("case: %s\n", cases[i].label);
        profile_files_parse(files, cases[i].kind, cases[i].text);
        got = profile_get(files, cases[i].profile, cases[i].key);
        if (cases[i].want == NULL) {
            assert_null(got);
        } else {
            assert_string_equal(got, cases[i].want);
        }
    }
}

static void services_stand_beside_profiles(void **state)
{
    CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();

    (void)state;
    profile_files_parse(files, PROFILE_FILE_CONFIG,
                        span_str("[services local]\ns3 =\n  endpoint_url = http://a\n  empty =\n"));
    assert_string_equal(profile_services_get(files, "local", "s3", "endpoint_url"), "http://a");
    assert_null(profile_services_get(files, "local", "s3", "empty"));
    assert_null(profile_services_get(files, "local", "sfn", "endpoint_url"));
    assert_null(profile_services_get(files, "other", "s3", "endpoint_url"));
    assert_false(profile_exists(files, "local"));
    profile_files_free(NULL);
}

static void ten_thousand_keys_are_kept(void **state)
{
    CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();
    CLEANUP(buf_release) struct buf text = BUF_INIT(1u << 20);

    (void)state;
    buf_add_str(&text, "[profile a]\n");
    for (unsigned i = 0; i < 10001; i++) {
        buf_printf(&text, "k%u=v\n", i);
    }
    buf_add_str(&text, "k0=w\n"); /* one that is there still changes */
    profile_files_parse(files, PROFILE_FILE_CONFIG, buf_span(&text));
    assert_string_equal(profile_get(files, "a", "k0"), "w");
    assert_string_equal(profile_get(files, "a", "k9998"), "v");
    assert_null(profile_get(files, "a", "k10000"));
}

static void files_that_cannot_be_read(void **state)
{
    CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();
    CLEANUP(buf_release) struct buf little = BUF_INIT(4);
    char path[] = "/tmp/test_profile_file.XXXXXX";
    int fd = mkstemp(path);
    struct err err = { 0 };

    (void)state;
    assert_int_equal(profile_files_read(files, PROFILE_FILE_CONFIG, "/none", &err), 0);
    assert_int_equal(profile_read_file("/none", &little, &err), -1);
    assert_string_equal(err.message, "cannot read '/none': No such file or directory");
    assert_int_equal(profile_read_file("/", &little, &err), -1);
    assert_int_equal(write(fd, "12345", 5), 5);
    assert_int_equal(profile_read_file(path, &little, &err), -1);
    assert_non_null(strstr(err.message, "is over 4 bytes"));
    assert_int_equal(ftruncate(fd, PROFILE_FILE_MAX_BYTES + 1), 0);
    assert_int_equal(profile_files_read(files, PROFILE_FILE_CONFIG, path, &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    close(fd);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_counts),
        cmocka_unit_test(services_stand_beside_profiles),
        cmocka_unit_test(ten_thousand_keys_are_kept),
        cmocka_unit_test(files_that_cannot_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
