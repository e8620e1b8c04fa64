/* aws/credentials: each provider against a scripted network, the order of the chain, the cache. */
#include "lib/unit.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "aws/credentials_providers.h"
#include "aws/sts.h"
#include "base/def.h"
#include "base/mem.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"
#include "lib/files.h"

static char folder[] = "/tmp/test-credentials-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(folder));
    test_clock = (struct clock_virtual){ .unix_ms = TEST_UNIX_MS };
    clock_use(&test_clock);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    clock_use(NULL);
    return remove_folder(folder);
}

/* Writes a file in the folder and gives "VARIABLE=path". Caller frees. */
static char *file_setting(const char *variable, const char *name, const char *text)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, name);

    write_whole(path, span_str(text));
    return mem_printf("%s=%s", variable, path);
}

#define STS_ANSWER(id, time)                                                                       \
    "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>"   \
    "<Credentials><AccessKeyId>" id "</AccessKeyId><SecretAccessKey>sEK&amp;ret</SecretAccessKey>" \
    "<SessionToken>tok</SessionToken><Expiration>" time "</Expiration></Credentials>"              \
    "</AssumeRoleResult></AssumeRoleResponse>"
#define JSON_ANSWER(id, time)                                                                      \
    "{\"Code\":\"Success\",\"AccessKeyId\":\"" id "\",\"SecretAccessKey\":\"sEKret\","             \
    "\"Token\":\"tok\",\"Expiration\":\"" time "\"}"
#define HOUR_LATER "2015-08-30T13:36:00Z"

struct got {
    int result;
    struct credentials credentials;
    struct err err;
};

static struct got get_with(struct aws_config *config, const struct fake_step *steps, size_t n)
{
    struct fake_transport fake = { .steps = steps, .n_steps = n };
    struct got got = { 0 };

    got.result = credentials_get(aws_config_credentials(config), fake_transport(&fake),
                                 &got.credentials, &got.err);
    fake_transport_done(&fake);
    return got;
}

/* What a fresh process with these variables finds. */
static void expect_id(const char *const *variables, const struct fake_step *steps, size_t n,
                      const char *provider, const char *id)
{
    struct aws_config *config = test_aws_config_of(variables);
    struct got got = get_with(config, steps, n);

    if (got.result != 0) {
        fail_msg("no credentials: %s", got.err.message);
    }
    assert_string_equal(got.credentials.access_key_id, id);
    assert_string_equal(got.credentials.provider, provider);
    credentials_release(&got.credentials);
    aws_config_free(config);
}

static void expect_error(const char *const *variables, const struct fake_step *steps, size_t n,
                         const char *words)
{
    struct aws_config *config = test_aws_config_of(variables);
    struct got got = get_with(config, steps, n);

    assert_int_equal(got.result, -1);
    if (strstr(got.err.message, words) == NULL) {
        fail_msg("'%s' expected in '%s'", words, got.err.message);
    }
    assert_null(strstr(got.err.message, "sEK"));
    aws_config_free(config);
}

static void environment_comes_first(void **state)
{
    static const char *const variables[] = { "AWS_ACCESS_KEY_ID=A", "AWS_SECRET_ACCESS_KEY=S",
                                             "AWS_WEB_IDENTITY_TOKEN_FILE=/none",
                                             "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", NULL };
    static const char *const half[] = { "AWS_ACCESS_KEY_ID=A", NULL };
    static const char *const other[] = { "AWS_SECRET_ACCESS_KEY=A", NULL };

    (void)state;
    expect_id(variables, NULL, 0, "environment", "A");
    expect_error(half, NULL, 0, "AWS_SECRET_ACCESS_KEY is not");
    expect_error(other, NULL, 0, "AWS_ACCESS_KEY_ID is not");
}

static void web_identity_trades_the_token_file(void **state)
{
    CLEANUP(mem_freep) char *file = file_setting("AWS_WEB_IDENTITY_TOKEN_FILE", "token", "j+wt\n");
    const char *const variables[] = { file, "AWS_ROLE_ARN=arn:aws:iam::1:role/r",
                                      "AWS_ROLE_SESSION_NAME=me", NULL };
    const char *const no_role[] = { file, NULL };
    const char *const no_file[] = { "AWS_WEB_IDENTITY_TOKEN_FILE=/none/at/all", "AWS_ROLE_ARN=arn",
                                    NULL };
    static const struct fake_step step = {
        .method = "POST",
        .url = "https://sts.us-east-1.amazonaws.com/",
        .header = "!Authorization",
        .body = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1"
                "%3Arole%2Fr&RoleSessionName=me&WebIdentityToken=j%2Bwt",
        .status = 200,
        .answer = STS_ANSWER("WEB", HOUR_LATER),
    };
    static const struct fake_step refused = {
        .status = 400,
        .answer = "<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>x</Message>"
                  "</Error></ErrorResponse>",
    };
    static const struct fake_step cut[] = { { .status = 200, .answer = "<a/>" },
                                            { .status = 200, .answer = STS_ANSWER("W", "then") },
                                            { .status = 200, .answer = STS_ANSWER("", "then") } };
    CLEANUP(mem_freep) char *empty = NULL;
    const char *const empty_file[] = { file, "AWS_ROLE_ARN=arn", NULL };

    (void)state;
    expect_id(variables, &step, 1, "web identity", "WEB");
    expect_error(variables, &refused, 1, "InvalidIdentityToken");
    expect_error(variables, cut, 3, "without a sound");
    expect_error(no_role, NULL, 0, "AWS_ROLE_ARN");
    expect_error(no_file, NULL, 0, "/none/at/all");
    empty = file_setting("AWS_WEB_IDENTITY_TOKEN_FILE", "token", "\n");
    expect_error(empty_file, NULL, 0, "is empty");
}

static const char profiles[] =
    "[default]\nregion = eu-west-1\n"
    "[profile keys]\naws_access_key_id = K\naws_secret_access_key = S # remark\n"
    "[profile half]\naws_access_key_id = K\n"
    "[profile role]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = keys\nexternal_id = e x\n"
    "duration_seconds = 900\n"
    "[profile roles]\nrole_arn = arn:aws:iam::1:role/second\nsource_profile = role\n"
    "[profile self]\nrole_arn = arn\nsource_profile = self\naws_access_key_id = SELF\n"
    "aws_secret_access_key = S\n"
    "[profile loop]\nrole_arn = arn\nsource_profile = loop2\n"
    "[profile loop2]\nrole_arn = arn\nsource_profile = loop\n"
    "[profile selfloop]\nrole_arn = arn\nsource_profile = selfloop\n"
    "[profile nosource]\nrole_arn = arn\n"
    "[profile lost]\nrole_arn = arn\nsource_profile = nobody\n"
    "[profile barren]\nrole_arn = arn\nsource_profile = default\n"
    "[profile mfa]\nrole_arn = arn\nsource_profile = keys\nmfa_serial = m\n"
    "[profile sso]\nsso_account_id = 1\n"
    "[profile env]\nrole_arn = arn\ncredential_source = Environment\n"
    "[profile ecs]\nrole_arn = arn\ncredential_source = EcsContainer\n"
    "[profile odd]\nrole_arn = arn\ncredential_source = Moon\n"
    "[profile run]\ncredential_process = printf '%s' '{\"Version\":1,\"AccessKeyId\":\"PROC\","
    "\"SecretAccessKey\":\"s\"}'\n"
    "[profile fails]\ncredential_process = \"false\" a\\ b\n"
    "[profile nothing]\ncredential_process = /none/at/all\n"
    "[profile quote]\ncredential_process = a 'b\n"
    "[profile floods]\ncredential_process = yes\n"
    "[profile words]\ncredential_process = a a a a a a a a a a a a a a a a a a a a a a a a a a a a "
    "a "
    "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\n"
    "[profile web]\nrole_arn = arn\nweb_identity_token_file = /none/here\n"
    "[profile c0]\nrole_arn = a\nsource_profile = c1\n[profile c1]\nrole_arn = a\n"
    "source_profile = c2\n[profile c2]\nrole_arn = a\nsource_profile = c3\n[profile c3]\n"
    "role_arn = a\nsource_profile = c4\n[profile c4]\nrole_arn = a\nsource_profile = c5\n"
    "[profile c5]\nrole_arn = a\nsource_profile = c6\n[profile c6]\nrole_arn = a\n"
    "source_profile = c7\n[profile c7]\nrole_arn = a\nsource_profile = c8\n[profile c8]\n"
    "role_arn = a\nsource_profile = c9\n"
    "[profile text]\ncredential_process = echo no json\n";

static void with_profile(const char *profile, const struct fake_step *steps, size_t n,
                         const char *id, const char *words)
{
    CLEANUP(mem_freep) char *config = file_setting("AWS_CONFIG_FILE", "config", profiles);
    CLEANUP(mem_freep) char *name = mem_printf("AWS_PROFILE=%s", profile);
    const char *const variables[] = { config, name, "AWS_SHARED_CREDENTIALS_FILE=/none",
                                      "AWS_EC2_METADATA_DISABLED=true", NULL };

    print_message("profile: %s\n", profile);
    if (id != NULL) {
        expect_id(variables, steps, n, "profile", id);
    } else {
        expect_error(variables, steps, n, words);
    }
}

static void profiles_lead_to_keys(void **state)
{
    static const struct fake_step role[] = {
        { .header = "Credential=K/",
          .body = "Action=AssumeRole&",
          .status = 200,
          .answer = STS_ANSWER("ROLE", HOUR_LATER) },
        { .header = "Credential=ROLE/",
          .body = "role%2Fsecond",
          .status = 200,
          .answer = STS_ANSWER("SECOND", HOUR_LATER) },
    };
    static const struct fake_step details = { .body = "&ExternalId=e%20x&DurationSeconds=900",
                                              .status = 200,
                                              .answer = STS_ANSWER("ROLE", HOUR_LATER) };
    static const struct fake_step self = { .header = "Credential=SELF/",
                                           .status = 200,
                                           .answer = STS_ANSWER("ROLE", HOUR_LATER) };

    (void)state;
    with_profile("keys", NULL, 0, "K", NULL);
    with_profile("role", role, 1, "ROLE", NULL);
    with_profile("role", &details, 1, "ROLE", NULL);
    with_profile("roles", role, 2, "SECOND", NULL);
    with_profile("self", &self, 1, "ROLE", NULL);
    with_profile("run", NULL, 0, "PROC", NULL);
}

static void profiles_that_lead_nowhere_are_named(void **state)
{
    static const struct {
        const char *profile, *words;
    } cases[] = {
        { "half", "no secret" },
        { "loop", "leads back to 'loop'" },
        { "selfloop", "leads back to 'selfloop'" },
        { "nosource", "without source_profile" },
        { "lost", "no profile 'nobody'" },
        { "barren", "'default' has no credentials" },
        { "mfa", "MFA" },
        { "sso", "SSO" },
        { "env", "Environment has no credentials" },
        { "ecs", "EcsContainer has no credentials" },
        { "odd", "'Moon' is none" },
        { "fails", "ended with status 1" },
        { "nothing", "cannot run credential_process '/none/at/all'" },
        { "quote", "not closed" },
        { "text", "no JSON object" },
        { "floods", "over 65536 bytes" },
        { "words", "over 64 words" },
        { "web", "/none/here" },
        { "c0", "more than 8 profiles" },
        { "default", "no credentials: neither" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        with_profile(cases[i].profile, NULL, 0, NULL, cases[i].words);
    }
}

/* Somebody else's page in place of the agent's answer: the call is tried again. */
static void an_answer_that_is_no_document_is_not_final(void **state)
{
    static const char *const variables[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", NULL };
    static const struct fake_step page = { .status = 200, .answer = "<html>" };
    struct aws_config *config = test_aws_config_of(variables);
    struct got got = get_with(config, &page, 1);

    (void)state;
    assert_int_equal(got.result, -1);
    assert_int_equal(got.err.kind, ERR_TRANSIENT);
    assert_string_equal(got.err.code, "BadAnswer");
    aws_config_free(config);
}

static void keys_that_rotate_in_the_file_are_read_again(void **state)
{
    static const char first[] = "[default]\naws_access_key_id=ONE\naws_secret_access_key=S\n";
    static const char second[] = "[default]\naws_access_key_id=TWO\naws_secret_access_key=S\n";
    CLEANUP(mem_freep)
    char *file = file_setting("AWS_SHARED_CREDENTIALS_FILE", "credentials", first);
    const char *const variables[] = { file, "AWS_CONFIG_FILE=/none", NULL };
    struct aws_config *config = test_aws_config_of(variables);
    struct got got = get_with(config, NULL, 0);

    (void)state;
    assert_string_equal(got.credentials.access_key_id, "ONE");
    credentials_release(&got.credentials);
    credentials_release(NULL);
    mem_freep(&file);
    file = file_setting("AWS_SHARED_CREDENTIALS_FILE", "credentials", second);
    credentials_expired(aws_config_credentials(config), "ANOTHER");
    got = get_with(config, NULL, 0);
    assert_string_equal(got.credentials.access_key_id, "ONE");
    credentials_release(&got.credentials);
    credentials_expired(aws_config_credentials(config), "ONE");
    got = get_with(config, NULL, 0);
    assert_string_equal(got.credentials.access_key_id, "TWO");
    credentials_release(&got.credentials);
    aws_config_free(config);
}

static void container_endpoint_is_asked_where_it_may_be(void **state)
{
    CLEANUP(mem_freep)
    char *token = file_setting("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "token", "from-file\n");
    const char *const by_file[] = { "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://[::1]:8080/a?b=c",
                                    "AWS_CONTAINER_AUTHORIZATION_TOKEN=from-variable", token,
                                    "HOME=/none", NULL };
    static const char *const relative[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/v2/x", NULL };
    static const char *const https[] = { "AWS_CONTAINER_CREDENTIALS_FULL_URI=https://example.com/c",
                                         "AWS_CONTAINER_AUTHORIZATION_TOKEN=t", NULL };
    static const struct fake_step good = { .method = "GET",
                                           .url = "http://169.254.170.2/v2/x",
                                           .header = "!Authorization",
                                           .status = 200,
                                           .answer = JSON_ANSWER("ECS", HOUR_LATER) };
    static const struct fake_step file = { .url = "http://[::1]:8080/a?b=c",
                                           .header = "Authorization: from-file\n",
                                           .status = 200,
                                           .answer = JSON_ANSWER("EKS", HOUR_LATER) };
    static const struct fake_step tls = { .header = "Authorization: t\n",
                                          .status = 200,
                                          .answer = JSON_ANSWER("TLS", HOUR_LATER) };
    const struct fake_step again[] = { { .status = 500 }, { .fault = "ConnectionFault" }, good };
    static const struct fake_step refused = { .status = 403 };

    (void)state;
    expect_id(relative, &good, 1, "container", "ECS");
    expect_id(by_file, &file, 1, "container", "EKS");
    expect_id(https, &tls, 1, "container", "TLS");
    expect_id(relative, again, 3, "container", "ECS");
    expect_error(relative, &refused, 1, "answered 403");
}

static void container_endpoint_elsewhere_is_refused(void **state)
{
    static const char *const hosts[] = {
        "http://example.com/",
        "http://169.254.170.2.evil.com/",
        "http://127.0.0.1@evil.com/",
        "http://10.0.0.1/",
        "http://127.0.0.1.evil/",
        "http://2130706433/",
        "http://[::ffff:8.8.8.8]/",
        "ftp://127.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1\\@evil/",
        "http://0/",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(hosts); i++) {
        CLEANUP(mem_freep)
        char *uri = mem_printf("AWS_CONTAINER_CREDENTIALS_FULL_URI=%s", hosts[i]);
        const char *const variables[] = { uri, "HOME=/none", NULL };

        print_message("case: %s\n", hosts[i]);
        expect_error(variables, NULL, 0, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }
}

static void container_token_and_path_are_checked(void **state)
{
    static const char *const no_slash[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=@evil/", NULL };
    static const char *const lines[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x",
                                         "AWS_CONTAINER_AUTHORIZATION_TOKEN=a\r\nb", NULL };

    (void)state;
    expect_error(no_slash, NULL, 0, "does not begin with '/'");
    expect_error(lines, NULL, 0, "more than one line");
}

static void documents_that_are_none_are_refused(void **state)
{
    static const char *const documents[] = {
        "",
        "[]",
        "{\"AccessKeyId\":1,\"SecretAccessKey\":\"s\"}",
        "{\"AccessKeyId\":\"a\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"\"}",
        "{\"AccessKeyId\":\"a\\nb\",\"SecretAccessKey\":\"s\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"s\",\"Token\":7}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"s\",\"Expiration\":\"soon\"}",
        "{\"Code\":\"AssumeRoleUnauthorizedAccess\",\"Message\":\"m\"}",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(documents); i++) {
        struct credentials out = { 0 };
        struct err err;

        print_message("case: %s\n", documents[i]);
        assert_int_equal(provider_parse_json("it", span_str(documents[i]), "Token", &out, &err),
                         -1);
        assert_null(out.access_key_id);
    }
}

static void instance_metadata_needs_its_session_token(void **state)
{
    static const char *const none[] = { "HOME=/none", NULL };
    static const char *const ipv6[] = { "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6", NULL };
    static const char *const off[] = { "AWS_EC2_METADATA_DISABLED=true", NULL };
    static const char *const elsewhere[] = { "AWS_EC2_METADATA_SERVICE_ENDPOINT=http://evil.com",
                                             NULL };
    static const struct fake_step good[] = {
        { .method = "PUT",
          .url = "http://169.254.169.254/latest/api/token",
          .header = "X-aws-ec2-metadata-token-ttl-seconds: 21600",
          .status = 200,
          .answer = "SESSION" },
        { .method = "GET",
          .url = "/latest/meta-data/iam/security-credentials/",
          .header = "X-aws-ec2-metadata-token: SESSION",
          .status = 200,
          .answer = "my role" },
        { .method = "GET",
          .url = "/security-credentials/my%20role",
          .header = "X-aws-ec2-metadata-token: SESSION",
          .status = 200,
          .answer = JSON_ANSWER("IMDS", HOUR_LATER) },
    };
    static const struct fake_step v6 = { .url = "http://[fd00:ec2::254]/latest/api/token",
                                         .fault = "ConnectTimeout" };
    static const struct fake_step nobody = { .fault = "ConnectTimeout" };
    static const struct fake_step no_v2 = { .status = 403 };
    static const struct fake_step no_role[] = { { .status = 200, .answer = "T" },
                                                { .status = 404 } };
    static const struct fake_step two_lines[] = { { .status = 200, .answer = "T" },
                                                  { .status = 200, .answer = "a\nb" } };
    static const struct fake_step no_token = { .status = 200, .answer = "a\nb" };

    (void)state;
    expect_id(none, good, 3, "instance metadata", "IMDS");
    expect_error(none, &nobody, 1, "no credentials: neither");
    expect_error(none, &no_v2, 1, "no credentials: neither");
    expect_error(none, no_role, 2, "no credentials: neither");
    expect_error(none, two_lines, 2, "no role's name");
    expect_error(none, &no_token, 1, "no session token");
    expect_error(ipv6, &v6, 1, "no credentials: neither");
    expect_error(off, NULL, 0, "no credentials: neither");
    expect_error(elsewhere, NULL, 0, "no loopback or link-local");
}

static void they_are_fetched_again_before_they_end(void **state)
{
    static const char *const variables[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", NULL };
    static const struct fake_step first = { .status = 200,
                                            .answer = JSON_ANSWER("ONE", HOUR_LATER) };
    static const struct fake_step second = { .status = 200,
                                             .answer = JSON_ANSWER("TWO", "2015-08-30T14:36:00Z") };
    static const struct fake_step refused = { .status = 403 };
    struct aws_config *config = test_aws_config_of(variables);
    const struct {
        const char *label;
        int64_t after_minutes;
        const struct fake_step *step;
        const char *id;
    } cases[] = {
        { "first", 0, &first, "ONE" },
        { "still good", 54, NULL, "ONE" },
        { "early, refused: the old ones hold", 56, &refused, "ONE" },
        { "not asked again at once", 56, NULL, "ONE" },
        { "asked again later", 57, &second, "TWO" },
        { "and good", 60, NULL, "TWO" },
        { "at their end, refused", 121, &refused, NULL },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct got got;

        print_message("case: %s\n", cases[i].label);
        test_clock.unix_ms = TEST_UNIX_MS + cases[i].after_minutes * 60000;
        got = get_with(config, cases[i].step, cases[i].step != NULL);
        assert_int_equal(got.result, cases[i].id != NULL ? 0 : -1);
        if (cases[i].id != NULL) {
            assert_string_equal(got.credentials.access_key_id, cases[i].id);
        }
        credentials_release(&got.credentials);
    }
    test_clock.unix_ms = TEST_UNIX_MS;
    aws_config_free(config);
}

/* A fetch that takes its time, and threads that ask meanwhile. */
static struct {
    pthread_mutex_t lock;
    unsigned fetches;
    bool fail;
} slow = { .lock = PTHREAD_MUTEX_INITIALIZER };

static int slow_send(void *ctx, const struct http_request *req, struct http_response *res,
                     struct err *err)
{
    (void)ctx;
    (void)req;
    pthread_mutex_lock(&slow.lock);
    slow.fetches++;
    pthread_mutex_unlock(&slow.lock);
    usleep(50000);
    http_response_clear(res);
    if (slow.fail) {
        return err_set(err, ERR_DENIED, "no");
    }
    res->status = 200;
    buf_add_str(&res->body, JSON_ANSWER("SLOW", HOUR_LATER));
    return 0;
}

static void *ask(void *ctx)
{
    struct credentials out = { 0 };
    struct err err;
    int result = credentials_get(aws_config_credentials(ctx),
                                 (struct http_transport){ slow_send, NULL }, &out, &err);

    credentials_release(&out);
    return result == 0 ? ctx : NULL;
}

static void one_thread_fetches_for_all(void **state)
{
    static const char *const variables[] = { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", NULL };

    (void)state;
    for (int fail = 0; fail <= 1; fail++) {
        struct aws_config *config = test_aws_config_of(variables);
        pthread_t threads[4];
        unsigned good = 0;

        slow.fetches = 0;
        slow.fail = fail;
        for (size_t i = 0; i < ARRAY_LEN(threads); i++) {
            assert_int_equal(pthread_create(&threads[i], NULL, ask, config), 0);
            usleep(i == 0 ? 10000 : 0); /* the first is under way when the others come */
        }
        for (size_t i = 0; i < ARRAY_LEN(threads); i++) {
            void *result;

            pthread_join(threads[i], &result);
            good += result != NULL;
        }
        assert_int_equal(good, fail ? 0 : 4);
        assert_int_equal(slow.fetches, 1);
        aws_config_free(config);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(environment_comes_first),
        cmocka_unit_test(web_identity_trades_the_token_file),
        cmocka_unit_test(profiles_lead_to_keys),
        cmocka_unit_test(profiles_that_lead_nowhere_are_named),
        cmocka_unit_test(an_answer_that_is_no_document_is_not_final),
        cmocka_unit_test(keys_that_rotate_in_the_file_are_read_again),
        cmocka_unit_test(container_endpoint_is_asked_where_it_may_be),
        cmocka_unit_test(container_endpoint_elsewhere_is_refused),
        cmocka_unit_test(container_token_and_path_are_checked),
        cmocka_unit_test(documents_that_are_none_are_refused),
        cmocka_unit_test(instance_metadata_needs_its_session_token),
        cmocka_unit_test(they_are_fetched_again_before_they_end),
        cmocka_unit_test(one_thread_fetches_for_all),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
