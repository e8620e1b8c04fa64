/* aws/config, aws/endpoint, aws/profile_file, net/uri: where a service is, and what is refused. */
#include "lib/unit.h"

#include "aws/endpoint.h"
#include "aws/profile_file.h"
#include "lib/aws_config.h"

static void encoding_and_decoding(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "a%20b+c", "a b c" }, { "%C3%a9", "\xc3\xa9" }, { "%2%41", "%2A" }, { "", "" },
        { "%", "%" },           { "%2", "%2" },           { "%2g", "%2g" },   { "%g2", "%g2" },
    };
    CLEANUP(buf_release) struct buf coded = BUF_INIT(100);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(100);

        uri_decode(span_str(cases[i].text), &out);
        assert_string_equal(buf_cstr(&out), cases[i].want);
    }
    uri_encode(span_str("a/b c~-_.\xff"), true, &coded);
    uri_encode(span_str("/"), false, &coded);
    assert_string_equal(buf_cstr(&coded), "a/b%20c~-_.%FF%2F");
}

static void uris_are_read_strictly(void **state)
{
    static const struct {
        const char *text, *origin, *path;
    } good[] = {
        { "http://LocalHost:4566", "http://localhost:4566", "" },
        { "HTTPS://a.b-c.example/x/y?z=%20", "https://a.b-c.example", "/x/y?z=%20" },
        { "https://h:443/", "https://h", "/" },
        { "http://[::1]:80/a", "http://[::1]", "/a" },
        { "http://[fe80::1]:1", "http://[fe80::1]:1", "" },
    };
    static const char *const bad[] = {
        "",
        "localhost",
        "ftp://h/",
        "http://",
        "http:///a",
        "http://u@h",
        "http://h:0",
        "http://h:65536",
        "http://h:",
        "http://h:1a",
        "http://h#f",
        "http://h/a b",
        "http://h\\@e/",
        "http://h%2e/",
        "http://[::1",
        "http://[x]",
        "http://[::1]a",
        "http://h/\x01",
        "http://h/\xc3\xa9",
        "http://.h",
        "http://a..b",
        "http://h:123456",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        CLEANUP(buf_release) struct buf origin = BUF_INIT(300);
        struct uri uri;
        struct err err;

        print_message("case: %s\n", good[i].text);
        assert_int_equal(uri_parse("it", good[i].text, &uri, &err), 0);
        uri_origin(&uri, &origin);
        assert_string_equal(buf_cstr(&origin), good[i].origin);
        assert_string_equal(uri.path, good[i].path);
    }
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct uri uri;
        struct err err;

        print_message("case: %s\n", bad[i]);
        assert_int_equal(uri_parse("AWS_X", bad[i], &uri, &err), -1);
        assert_int_equal(strncmp(err.message, "AWS_X: ", 7), 0);
    }
}

static void local_hosts_are_told_by_their_number(void **state)
{
    static const struct {
        const char *host;
        bool local;
    } cases[] = {
        { "localhost", true },
        { "LOCALHOST", true },
        { "127.0.0.1", true },
        { "127.255.255.255", true },
        { "169.254.170.2", true },
        { "169.254.0.1", true },
        { "::1", true },
        { "0:0:0:0:0:0:0:1", true },
        { "fe80::1", true },
        { "fd00:ec2::23", true },
        { "fd00:ec2:0::254", true },
        { "fd00:ec2::24", false },
        { "128.0.0.1", false },
        { "127.1", false },
        { "0177.0.0.1", false },
        { "2130706433", false },
        { "0.0.0.0", false },
        { "10.0.0.1", false },
        { "169.253.0.1", false },
        { "::", false },
        { "::ffff:127.0.0.1", false },
        { "localhost.example", false },
        { "127.0.0.1.example", false },
        { "", false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %s\n", cases[i].host);
        assert_int_equal(uri_host_is_local(cases[i].host), cases[i].local);
    }
}

static int config_of(const char *const *variables, struct err *err)
{
    struct aws_config *config = NULL;
    int result = aws_config_new((char *const *)(uintptr_t)variables, &config, err);

    aws_config_free(config);
    return result;
}

static void wrong_settings_are_named(void **state)
{
    static const struct {
        const char *variable, *words;
    } cases[] = {
        { "AWS_REGION=", "AWS_REGION is not set" },
        { "AWS_REGION=us east", "'us east' is no region" },
        { "AWS_DEFAULT_REGION=evil.com/", "AWS_DEFAULT_REGION: 'evil.com/'" },
        { "AWS_MAX_ATTEMPTS=0", "AWS_MAX_ATTEMPTS: '0'" },
        { "AWS_MAX_ATTEMPTS=3x", "AWS_MAX_ATTEMPTS: '3x'" },
        { "AWS_MAX_ATTEMPTS=1000000", "AWS_MAX_ATTEMPTS" },
        { "AWS_ENDPOINT_URL=localhost:4566", "AWS_ENDPOINT_URL: 'localhost:4566'" },
        { "AWS_ENDPOINT_URL=http://example.com", "http is taken for loopback" },
        { "AWS_ENDPOINT_URL_S3=http://10.0.0.1", "AWS_ENDPOINT_URL_S3: 'http://10.0.0.1'" },
        { "AWS_ENDPOINT_URL_SFN=http://localhost?x", "AWS_ENDPOINT_URL_SFN" },
        { "AWS_PROFILE=nobody", "no profile 'nobody'" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        bool region = strstr(cases[i].variable, "REGION") != NULL;
        const char *const variables[] = { cases[i].variable,
                                          region ? "HOME=/none" : "AWS_REGION=us-east-1",
                                          "HOME=/none", NULL };
        struct err err;

        print_message("case: %s\n", cases[i].variable);
        assert_int_equal(config_of(variables, &err), -1);
        assert_int_equal(err.kind, ERR_USAGE);
        assert_non_null(strstr(err.message, cases[i].words));
    }
}

static void the_particular_endpoint_wins(void **state)
{
    static const struct {
        const char *a, *b, *c;
        const struct service_kind *kind;
        const char *origin;
    } cases[] = {
        { NULL, NULL, NULL, &service_states, "https://states.us-east-1.amazonaws.com" },
        { "AWS_ENDPOINT_URL=http://localhost:1", NULL, NULL, &service_s3, "http://localhost:1" },
        { "AWS_ENDPOINT_URL=http://localhost:1", "AWS_ENDPOINT_URL_DYNAMODB=http://localhost:2/",
          NULL, &service_dynamodb, "http://localhost:2" },
        { "AWS_ENDPOINT_URL=http://localhost:1", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", NULL,
          &service_s3, "https://s3.us-east-1.amazonaws.com" },
        { "AWS_USE_FIPS_ENDPOINT=true", NULL, NULL, &service_s3,
          "https://s3-fips.us-east-1.amazonaws.com" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct aws_config *config = test_aws_config(cases[i].a, cases[i].b, cases[i].c);
        CLEANUP(buf_release) struct buf origin = BUF_INIT(300);
        struct endpoint endpoint;
        struct err err;

        assert_int_equal(endpoint_resolve(config, cases[i].kind, &endpoint, &err), 0);
        uri_origin(&endpoint.uri, &origin);
        assert_string_equal(buf_cstr(&origin), cases[i].origin);
        assert_string_equal(endpoint.uri.path, "");
        aws_config_free(config);
    }
    assert_string_equal(endpoint_dns_suffix("cn-north-1"), "amazonaws.com.cn");
    assert_string_equal(endpoint_dns_suffix("us-gov-west-1"), "amazonaws.com");
}

static void buckets_are_addressed_as_they_must_be(void **state)
{
    static const struct {
        const char *variable, *bucket, *host, *prefix, *region;
    } cases[] = {
        { NULL, "bucket", "bucket.s3.us-east-1.amazonaws.com", "", "" },
        { NULL, "my.bucket", "", "/my.bucket", "" },
        { NULL, "Old_Bucket", "", "/Old_Bucket", "" },
        { NULL, "-b-", "", "/-b-", "" },
        { "AWS_ENDPOINT_URL=http://127.0.0.1:4566", "bucket", "", "/bucket", "" },
        { NULL, "arn:aws:s3:eu-west-1:123456789012:accesspoint/my-ap",
          "my-ap-123456789012.s3-accesspoint.eu-west-1.amazonaws.com", "", "eu-west-1" },
        { NULL, "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:my-ap",
          "my-ap-123456789012.s3-accesspoint.cn-north-1.amazonaws.com.cn", "", "cn-north-1" },
        { "AWS_ENDPOINT_URL=http://127.0.0.1:4566",
          "arn:aws:s3:eu-west-1:123456789012:accesspoint/a", "",
          "/arn%3Aaws%3As3%3Aeu-west-1%3A123456789012%3Aaccesspoint%2Fa", "eu-west-1" },
    };
    static const char *const bad[] = {
        "",
        "a/b",
        "a b",
        ".",
        "..",
        "a?b",
        "arn:aws:s3:::b",
        "arn:aws:s3:r:1:accesspoint/",
        "arn:aws:s3:r:1:accesspoint/a/b",
        "arn:aws:sns:r:1:accesspoint/a",
        "arn:",
        "arn:aws:s3:evil.com/:1:accesspoint/a",
        "\xc3\xa9",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct aws_config *config = test_aws_config(cases[i].variable, NULL, NULL);
        struct endpoint endpoint;
        struct bucket_address address;
        struct err err;

        print_message("case: %s\n", cases[i].bucket);
        assert_int_equal(endpoint_resolve(config, &service_s3, &endpoint, &err), 0);
        assert_int_equal(endpoint_bucket(config, &endpoint, cases[i].bucket, &address, &err), 0);
        assert_string_equal(address.host, cases[i].host);
        assert_string_equal(address.prefix, cases[i].prefix);
        assert_string_equal(address.region, cases[i].region);
        for (size_t k = 0; k < ARRAY_LEN(bad) && i == 0; k++) {
            assert_int_equal(endpoint_bucket(config, &endpoint, bad[k], &address, &err), -1);
            assert_int_equal(err.kind, ERR_INPUT);
        }
        aws_config_free(config);
    }
}

static void shared_files_are_read_as_the_command_line_reads_them(void **state)
{
    static const char config[] =
        "# remark\nnonsense\nlost = 1\n[default]\nregion = eu-west-1 ; remark\r\n"
        "[profile  spaced ]\na = b#c\nempty =\ns3 =\n  addressing_style = path\n\ttwo = 2\n"
        "services = local\nb = = x\n[services local]\ns3 =\n  endpoint_url = http://localhost:9\n"
        "[profile\n[sso-session x]\nregion = other\n[preview]\ny = z\n[default]\nmore = 1\n";
    CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();

    (void)state;
    profile_files_parse(files, PROFILE_FILE_CONFIG, span_str(config));
    profile_files_parse(files, PROFILE_FILE_CREDENTIALS,
                        span_str("[default]\nregion=over\n[named]\naws_access_key_id=K"));
    assert_string_equal(profile_get(files, "default", "region"), "over");
    assert_string_equal(profile_get(files, "default", "more"), "1");
    assert_string_equal(profile_get(files, "spaced", "a"), "b#c");
    assert_string_equal(profile_get(files, "spaced", "s3.addressing_style"), "path");
    assert_string_equal(profile_get(files, "spaced", "s3.two"), "2");
    assert_string_equal(profile_get(files, "spaced", "b"), "= x");
    assert_null(profile_get(files, "spaced", "empty"));
    assert_string_equal(profile_services_get(files, "local", "s3", "endpoint_url"),
                        "http://localhost:9");
    assert_string_equal(profile_get(files, "named", "aws_access_key_id"), "K");
    assert_false(profile_exists(files, "preview"));
    assert_false(profile_exists(files, "lost"));
    assert_true(profile_exists(files, "named"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encoding_and_decoding),
        cmocka_unit_test(uris_are_read_strictly),
        cmocka_unit_test(local_hosts_are_told_by_their_number),
        cmocka_unit_test(wrong_settings_are_named),
        cmocka_unit_test(the_particular_endpoint_wins),
        cmocka_unit_test(buckets_are_addressed_as_they_must_be),
        cmocka_unit_test(shared_files_are_read_as_the_command_line_reads_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
