/* aws/service: one call, its tries, and what its failures are called. A scripted network, a virtual
 * clock. */
#include "lib/unit.h"

#include "aws/service.h"
#include "base/digest.h"
#include "base/mem.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"

static int with_clock(void **state)
{
    (void)state;
    test_clock = (struct clock_virtual){ .unix_ms = TEST_UNIX_MS };
    clock_use(&test_clock);
    return 0;
}

static int without_clock(void **state)
{
    (void)state;
    clock_use(NULL);
    return 0;
}

struct outcome {
    int result;
    struct err err;
    struct http_response res;
};

static struct outcome call_with(struct aws_config *config, const struct service_kind *kind,
                                struct service_request req, const struct fake_step *steps, size_t n)
{
    struct fake_transport fake = { .steps = steps, .n_steps = n };
    struct service service = { config, fake_transport(&fake), kind, NULL };
    struct outcome out = { .res = { .body = BUF_INIT(65536) } };

    req.method = req.method != NULL ? req.method : "GET";
    req.path = req.path != NULL ? req.path : "/";
    out.result = service_call(&service, &req, &out.res, &out.err);
    fake_transport_done(&fake);
    http_response_release(&out.res);
    return out;
}

static struct outcome call_steps(const struct service_kind *kind, const struct fake_step *steps,
                                 size_t n)
{
    struct aws_config *config = test_aws_config(NULL, NULL, NULL);
    struct outcome out = call_with(config, kind, (struct service_request){ 0 }, steps, n);

    aws_config_free(config);
    return out;
}

#define ERROR_XML(code)                                                                            \
    "<?xml version=\"1.0\"?>\n<Error><Code>" code "</Code><Message>words</Message></Error>"

static void each_failure_has_its_kind(void **state)
{
    static const struct {
        const struct service_kind *kind;
        int status;
        const char *headers, *body;
        enum err_kind want;
        const char *code;
    } cases[] = {
        { &service_s3, 404, NULL, ERROR_XML("NoSuchKey"), ERR_NOT_FOUND, "NoSuchKey" },
        { &service_s3, 404, NULL, "", ERR_NOT_FOUND, "" },
        { &service_s3, 403, NULL, ERROR_XML("AccessDenied"), ERR_DENIED, "AccessDenied" },
        { &service_s3, 403, NULL, ERROR_XML("SignatureDoesNotMatch"), ERR_DENIED,
          "SignatureDoesNotMatch" },
        { &service_s3, 401, NULL, "", ERR_DENIED, "" },
        { &service_s3, 412, NULL, ERROR_XML("PreconditionFailed"), ERR_PRECONDITION,
          "PreconditionFailed" },
        { &service_s3, 400, NULL, ERROR_XML("InvalidRequest"), ERR_INPUT, "InvalidRequest" },
        { &service_s3, 301, "x-amz-bucket-region: eu-west-1\n", ERROR_XML("PermanentRedirect"),
          ERR_INPUT, "PermanentRedirect" },
        { &service_s3, 501, NULL, ERROR_XML("NotImplemented"), ERR_TRANSIENT, "NotImplemented" },
        { &service_s3, 400, NULL, ERROR_XML("KMS.DisabledException"), ERR_DENIED,
          "KMS.DisabledException" },
        { &service_s3, 400, NULL, "<Error><Code>a\nb</Code></Error>", ERR_INPUT, "" },
        { &service_s3, 400, NULL, "<html>no", ERR_INPUT, "" },
        { &service_dynamodb, 400, NULL,
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
          "\"message\":\"words\"}",
          ERR_PRECONDITION, "ConditionalCheckFailedException" },
        { &service_dynamodb, 400, NULL, "{\"__type\":\"x#ResourceNotFoundException\"}",
          ERR_NOT_FOUND, "ResourceNotFoundException" },
        { &service_dynamodb, 400, "x-amzn-ErrorType: AccessDeniedException:http://x\n", "no json",
          ERR_DENIED, "AccessDeniedException" },
        { &service_states, 400, NULL, "{\"code\":\"KmsAccessDeniedException\"}", ERR_DENIED,
          "KmsAccessDeniedException" },
        { &service_states, 400, NULL, "{\"Code\":\"x\",\"__type\":\"TaskTimedOut\"}", ERR_CLOSED,
          "TaskTimedOut" },
        { &service_states, 400, NULL, "{\"__type\":\"TaskDoesNotExist\"}", ERR_CLOSED,
          "TaskDoesNotExist" },
        { &service_states, 400, NULL, "{\"__type\":\"InvalidToken\"}", ERR_CLOSED, "InvalidToken" },
        { &service_states, 400, NULL, "{\"__type\":\"InvalidOutput\"}", ERR_OUTPUT,
          "InvalidOutput" },
        { &service_states, 400, NULL, "{\"__type\":\"ActivityDoesNotExist\"}", ERR_NOT_FOUND,
          "ActivityDoesNotExist" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step step = { .status = cases[i].status,
                                        .headers = cases[i].headers,
                                        .answer = cases[i].body };
        struct outcome out = call_steps(cases[i].kind, &step, 1);

        print_message("case: %d %s\n", cases[i].status, cases[i].code);
        assert_int_equal(out.result, -1);
        assert_int_equal(out.err.kind, cases[i].want);
        assert_string_equal(out.err.code, cases[i].code);
        assert_int_equal(out.err.http_status, cases[i].status);
    }
}

static void faults_are_tried_again_and_counted(void **state)
{
    static const struct {
        const char *label;
        struct fake_step fault;
        bool timed_out;
    } cases[] = {
        { "SlowDown", { .status = 503, .answer = ERROR_XML("SlowDown") }, false },
        { "500", { .status = 500 }, false },
        { "502 with HTML", { .status = 502, .answer = "<html><body>Bad</body></html>" }, false },
        { "throttling", { .status = 400, .answer = ERROR_XML("Throttling") }, false },
        { "reset", { .fault = "ConnectionFault" }, false },
        { "no answer", { .fault = "IdleTimeout" }, true },
        { "cut", { .status = 200, .answer = "x", .fault = "BodyCut" }, false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step steps[] = { cases[i].fault, cases[i].fault, { .status = 200 } };
        struct outcome good = call_steps(&service_s3, steps, 3);
        const struct fake_step three[] = { cases[i].fault, cases[i].fault, cases[i].fault };
        struct outcome bad = call_steps(&service_s3, three, 3);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(good.result, 0);
        assert_int_equal(bad.result, -1);
        assert_int_equal(bad.err.kind, ERR_TRANSIENT);
    }
}

static int take_none(void *ctx, const struct http_response *res, struct span piece, struct err *err)
{
    (void)ctx;
    (void)res;
    (void)piece;
    err_set(err, ERR_TRANSIENT, "not what was asked for");
    snprintf(err->code, sizeof err->code, "BadAnswer");
    return -1;
}

/* Much of a body that is taken makes a try a new start; a long page of a proxy does not. */
static void long_answers_that_are_none_count_as_tries(void **state)
{
    struct aws_config *config = test_aws_config(NULL, NULL, NULL);
    CLEANUP(mem_freep) char *page = mem_zalloc(65536);
    static const int statuses[] = { 502, 200 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(statuses); i++) {
        const struct fake_step step = { .status = statuses[i],
                                        .answer = page,
                                        .answer_len = 65536 };
        const struct fake_step steps[] = { step, step, step };
        struct outcome out =
            call_with(config, &service_s3, (struct service_request){ .sink = take_none }, steps, 3);

        print_message("case: %d\n", statuses[i]);
        assert_int_equal(out.result, -1);
        assert_int_equal(out.err.kind, ERR_TRANSIENT);
    }
    aws_config_free(config);
}

static void refusals_are_not_tried_again(void **state)
{
    static const struct fake_step tls = { .fault = "TlsRefused" };
    struct outcome out = call_steps(&service_s3, &tls, 1);

    (void)state;
    assert_int_equal(out.err.kind, ERR_TRANSIENT);
    assert_string_equal(out.err.code, "TlsRefused");
}

static void number_of_tries_is_a_setting(void **state)
{
    struct aws_config *config = test_aws_config("AWS_MAX_ATTEMPTS=5", NULL, NULL);
    struct fake_step steps[5] = { { 0 } };
    struct outcome out;

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        steps[i].status = 500;
    }
    out = call_with(config, &service_s3, (struct service_request){ 0 }, steps, 5);
    assert_int_equal(out.result, -1);
    out = call_with(config, &service_s3, (struct service_request){ .attempts = 1 }, steps, 1);
    assert_int_equal(out.result, -1);
    aws_config_free(config);
}

static void an_empty_bucket_ends_retrying(void **state)
{
    struct aws_config *config = test_aws_config(NULL, NULL, NULL);
    static const struct fake_step steps[] = { { .status = 500 } };
    struct outcome out;

    (void)state;
    while (aws_config_retry_acquire(config, RETRY_FAULT) > 0) {
    }
    out = call_with(config, &service_s3, (struct service_request){ 0 }, steps, 1);
    assert_int_equal(out.err.kind, ERR_TRANSIENT);
    aws_config_free(config);
}

static void a_minute_passes(void)
{
    test_clock.monotonic_us += 60 * 1000000;
}

static void total_time_is_bounded(void **state)
{
    struct aws_config *config = test_aws_config("AWS_MAX_ATTEMPTS=100", NULL, NULL);
    static const struct fake_step steps[] = { { .fault = "IdleTimeout", .before = a_minute_passes },
                                              { .fault = "IdleTimeout",
                                                .before = a_minute_passes } };
    struct outcome out;

    (void)state;
    out = call_with(config, &service_s3, (struct service_request){ 0 }, steps, 2);
    assert_string_equal(out.err.code, "IdleTimeout");
    aws_config_free(config);
}

static void refused_credentials_are_fetched_once(void **state)
{
    static const struct {
        const char *first, *second, *code;
        enum err_kind kind; /* when the service still says no to the same key */
    } rows[] = {
        { ERROR_XML("ExpiredToken"), ERROR_XML("ExpiredToken"), "ExpiredToken", ERR_TRANSIENT },
        { ERROR_XML("InvalidAccessKeyId"), ERROR_XML("InvalidAccessKeyId"), "InvalidAccessKeyId",
          ERR_DENIED },
        { ERROR_XML("ExpiredToken"), ERROR_XML("InvalidAccessKeyId"), "InvalidAccessKeyId",
          ERR_TRANSIENT },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const struct fake_step bad[] = { { .status = 400, .answer = rows[i].first },
                                         { .status = 400, .answer = rows[i].second } };
        const struct fake_step good[] = { bad[0], { .status = 200 } };
        struct outcome out = call_steps(&service_s3, bad, 2);

        assert_int_equal(out.err.kind, rows[i].kind);
        assert_string_equal(out.err.code, rows[i].code);
        assert_int_equal(call_steps(&service_s3, good, 2).result, 0);
    }
}

static void a_skewed_clock_is_corrected_at_once(void **state)
{
    static const struct {
        const char *label, *date, *signed_date;
        const struct service_kind *kind;
        const char *body;
    } cases[] = {
        { "ten minutes ahead", "Date: Sun, 30 Aug 2015 12:46:00 GMT\n",
          "x-amz-date: 20150830T124600Z", &service_s3, ERROR_XML("RequestTimeTooSkewed") },
        { "ten minutes behind", "Date: Sun, 30 Aug 2015 12:26:00 GMT\n",
          "x-amz-date: 20150830T122600Z", &service_s3, ERROR_XML("RequestTimeTooSkewed") },
        { "by words", "Date: Sun, 30 Aug 2015 12:46:00 GMT\n", "x-amz-date: 20150830T124600Z",
          &service_dynamodb,
          "{\"__type\":\"InvalidSignatureException\",\"message\":\"Signature expired: …\"}" },
        { "HEAD, no words", "Date: Sun, 30 Aug 2015 12:46:00 GMT\n", "x-amz-date: 20150830T124600Z",
          &service_s3, "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step steps[] = {
            { .header = "x-amz-date: 20150830T123600Z",
              .status = 403,
              .headers = cases[i].date,
              .answer = cases[i].body },
            { .header = cases[i].signed_date, .status = 200 },
        };
        uint64_t before_us = test_clock.monotonic_us;

        test_clock.unix_ms = TEST_UNIX_MS;
        print_message("case: %s\n", cases[i].label);
        assert_int_equal(call_steps(cases[i].kind, steps, 2).result, 0);
        assert_int_equal(test_clock.monotonic_us, before_us);
    }
}

static void skew_is_corrected_at_once_only_once(void **state)
{
    static const struct fake_step skewed = { .status = 403,
                                             .headers = "Date: Sun, 30 Aug 2015 12:46:00 GMT\n",
                                             .answer = ERROR_XML("RequestTimeTooSkewed") };
    const struct fake_step steps[] = { skewed, skewed, skewed, skewed };
    struct outcome out = call_steps(&service_s3, steps, 4); /* one more than the tries */

    (void)state;
    assert_int_equal(out.err.kind, ERR_TRANSIENT);
}

static void no_secret_is_repeated(void **state)
{
    static const char *const bodies[] = {
        "<Error><Code>X</Code><Message>got session-token-0123456789</Message></Error>",
        "<Error><Code>X</Code><Message>wJalrXUtnFEMI/K7MDENG+bPx and more</Message></Error>",
        "<Error><Code>SignatureDoesNotMatch</Code><Message>should have been …</Message></Error>",
        "<Error><Code>X</Code><Message>task AQCEAAAAKgAAAAMAAAAA</Message></Error>",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
        struct aws_config *config = test_aws_config(NULL, NULL, NULL);
        const struct fake_step step = { .status = 400, .answer = bodies[i] };
        struct outcome out =
            call_with(config, &service_s3,
                      (struct service_request){ .secret = "AQCEAAAAKgAAAAMAAAAAAAAAB" }, &step, 1);

        assert_null(strstr(out.err.message, "session-token"));
        assert_null(strstr(out.err.message, "wJalr"));
        assert_null(strstr(out.err.message, "AQCEA"));
        assert_null(strstr(out.err.message, "should have been"));
        aws_config_free(config);
    }
}

static void requests_are_signed_for_their_service(void **state)
{
    static const struct fake_step s3 = {
        .url = "https://s3.us-east-1.amazonaws.com/a%20b?x=%2F&y=",
        .header = "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token",
        .status = 200,
    };
    static const struct service_pair query[] = { { "x", "/" }, { "y", "" } };
    struct aws_config *config = test_aws_config(NULL, NULL, NULL);

    (void)state;
    assert_int_equal(
        call_with(config, &service_s3,
                  (struct service_request){ .path = "/a%20b", .query = query, .n_query = 2 }, &s3,
                  1)
            .result,
        0);
    aws_config_free(config);
}

static atomic_bool stop;

static void set_stop(void)
{
    atomic_store(&stop, true);
}

static void a_stop_ends_the_wait_before_a_retry(void **state)
{
    struct aws_config *config = test_aws_config(NULL, NULL, NULL);
    static const struct fake_step steps[] = { { .status = 500, .before = set_stop } };
    struct fake_transport fake = { .steps = steps, .n_steps = 1 };
    struct service service = { config, fake_transport(&fake), &service_s3, &stop };
    struct service_request req = { .method = "GET", .path = "/" };
    struct http_response res = { .body = BUF_INIT(1000) };
    struct err err;

    (void)state;
    assert_int_equal(service_call(&service, &req, &res, &err), -1);
    assert_int_equal(err.kind, ERR_CLOSED);
    assert_string_equal(err.code, "Stopped");
    fake_transport_done(&fake);
    http_response_release(&res);
    aws_config_free(config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_failure_has_its_kind),
        cmocka_unit_test(faults_are_tried_again_and_counted),
        cmocka_unit_test(long_answers_that_are_none_count_as_tries),
        cmocka_unit_test(refusals_are_not_tried_again),
        cmocka_unit_test(number_of_tries_is_a_setting),
        cmocka_unit_test(an_empty_bucket_ends_retrying),
        cmocka_unit_test(total_time_is_bounded),
        cmocka_unit_test(refused_credentials_are_fetched_once),
        cmocka_unit_test(a_skewed_clock_is_corrected_at_once),
        cmocka_unit_test(skew_is_corrected_at_once_only_once),
        cmocka_unit_test(no_secret_is_repeated),
        cmocka_unit_test(requests_are_signed_for_their_service),
        cmocka_unit_test(a_stop_ends_the_wait_before_a_retry),
    };

    return cmocka_run_group_tests(tests, with_clock, without_clock);
}
