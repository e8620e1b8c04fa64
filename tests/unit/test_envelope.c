/* task/envelope: four shapes, one meaning; idempotent; what is wrong is named by its path. */
#include "lib/unit.h"

#include "base/mem.h"
#include "task/envelope.h"

static const struct settings deployment = {
    .proxy_bucket = "proxies",
    .ingest_bucket = "uploads",
    .prefix = "{uuid}/{stem}",
};

#define NOW_MS INT64_C(1790000000123)
#define EVENT                                                                                      \
    "{\"id\":\"e1\",\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"b\"},"   \
    "\"object\":{\"key\":\"in/a b+c%20d \xc3\xa9/../x.JPG\",\"etag\":\"abc\",\"sequencer\":"       \
    "\"0065\"}},\"execution\":{\"id\":\"arn:x\",\"startTime\":\"2026-11-21T09:00:00.123Z\","       \
    "\"stateMachine\":\"m\"}}"
#define NATIVE(members)                                                                            \
    "{\"uuid\":\"u1\",\"operation\":\"op\",\"status\":\"s\",\"progress\":0,\"input\":{\"bucket\":" \
    "\"b\",\"key\":\"k.jpg\",\"destination\":{\"bucket\":\"d\",\"prefix\":\"p\"}" members          \
    "},\"data\":{}}"

static int parse(const char *text, struct envelope *out, struct err *err)
{
    return envelope_parse(span_str(text), &deployment, NOW_MS, out, err);
}

static void native_is_taken_as_it_stands(void **state)
{
    CLEANUP(envelope_release) struct envelope e = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(parse(NATIVE(",\"extra\":[1]"), &e, &err), 0);
    assert_string_equal(e.uuid, "u1");
    assert_string_equal(e.bucket, "b");
    assert_string_equal(e.key, "k.jpg");
    assert_string_equal(e.destination_prefix, "p");
    assert_false(e.standalone);
    assert_string_equal(json_to_str(json_member(e.json, "operation")), "op");
    assert_int_equal(json_length(json_find(e.json, "input.extra")), 1);
    assert_string_equal(e.start_time, "2026-09-21T14:13:20.123Z");
}

static void event_gets_the_deployments_destination(void **state)
{
    CLEANUP(envelope_release) struct envelope e = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(parse(EVENT, &e, &err), 0);
    assert_string_equal(e.key, "in/a b+c%20d \xc3\xa9/../x.JPG");
    assert_string_equal(e.destination_bucket, "proxies");
    /* python: uuid.uuid5(uuid.NAMESPACE_URL, "s3://b/in/a b+c%20d é/../x.JPG\nabc") */
    assert_string_equal(e.uuid, "d998b3a6-5f25-57c1-bc88-e4ecef2d7a46");
    assert_string_equal(e.destination_prefix, "d998b3a6-5f25-57c1-bc88-e4ecef2d7a46/x");
    assert_string_equal(e.sequencer, "0065");
    assert_true(e.standalone);
    assert_string_equal(e.execution_arn, "arn:x");
    assert_string_equal(json_to_str(json_member(e.json, "id")), "e1");
}

static void what_came_out_goes_in_unchanged(void **state)
{
    static const char *const inputs[] = { EVENT, NATIVE(""),
                                          "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},"
                                          "\"object\":{\"key\":\"a%2Bb+c%2520.jpg\"}}}]}",
                                          "{\"Key\":\"a+b.jpg\",\"Etag\":\"\\\"q\\\"\",\"Size\":5,"
                                          "\"bucket\":\"b\"}" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(inputs); i++) {
        CLEANUP(envelope_release) struct envelope first = { 0 }, second = { 0 };
        CLEANUP(buf_release) struct buf a = BUF_INIT(65536), b = BUF_INIT(65536);
        struct err err;

        print_message("case: %s\n", inputs[i]);
        assert_int_equal(parse(inputs[i], &first, &err), 0);
        json_write(first.json, &a);
        assert_int_equal(envelope_parse(buf_span(&a), &deployment, NOW_MS + 5000, &second, &err),
                         0);
        json_write(second.json, &b);
        assert_string_equal(buf_cstr(&a), buf_cstr(&b));
        assert_int_equal(first.standalone, second.standalone);
    }
}

static void keys_of_the_shapes(void **state)
{
    static const struct {
        const char *input, *key, *etag;
    } cases[] = {
        { "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":"
          "\"a%2Bb+c%2520%C3%A9.jpg\",\"eTag\":\"x\"}}}]}",
          "a+b c%20\xc3\xa9.jpg", "x" },
        { "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"100%.jpg\"}}}"
          "]}",
          "100%.jpg", "" },
        { "{\"Key\":\"a+b%20.jpg\",\"Etag\":\"\\\"q\\\"\",\"bucket\":\"b\"}", "a+b%20.jpg", "q" },
        { "{\"Key\":\"a.jpg\",\"Bucket\":\"b\",\"ETag\":\"\"}", "a.jpg", "" },
        { "{\"Key\":\"a.jpg\"}", "a.jpg", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(envelope_release) struct envelope e = { 0 };
        struct err err;

        print_message("case: %s\n", cases[i].input);
        assert_int_equal(parse(cases[i].input, &e, &err), 0);
        assert_string_equal(e.key, cases[i].key);
        assert_string_equal(e.etag_bare, cases[i].etag);
    }
}

static void refusals_name_the_member(void **state)
{
    CLEANUP(mem_freep) char *digits = mem_printf("%05000d", 1);
    CLEANUP(mem_freep)
    char *long_key = mem_printf("{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},"
                                "\"object\":{\"key\":\"%s\"}}}]}",
                                digits);
    const struct {
        const char *input, *message;
    } cases[] = {
        { "", "task input: not valid JSON: text of 1 to 1048576 bytes expected" },
        { long_key, "Records[0].s3.object.key: 1 to 1024 bytes expected" },
        { "{}", "input: object expected (or an S3 event's detail, Records, or a listing's Key)" },
        { "[1]", "task input: object expected" },
        { "{\"input\":{}}", "input.bucket: string expected" },
        { "{\"input\":{\"bucket\":\"b\",\"key\":5}}", "input.key: string expected" },
        { "{\"input\":{\"bucket\":\"b\",\"key\":\"\"}}", "input.key: is empty" },
        { "{\"input\":{\"bucket\":\"b\",\"key\":\"k\"}}",
          "input.destination.bucket: string expected" },
        { "{\"input\":{\"bucket\":\"b\",\"key\":\"k\",\"destination\":{\"bucket\":\"d\"}}}",
          "input.destination.prefix: string expected" },
        { NATIVE(",\"etag\":1"), "input.etag: string expected" },
        { NATIVE(",\"renditions\":{}"), "input.renditions: array expected" },
        { "{\"data\":[],\"input\":{\"bucket\":\"b\",\"key\":\"k\"}}", "data: object expected" },
        { "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{}}}",
          "detail.object.key: string expected" },
        { "{\"detail-type\":\"Object Deleted\",\"detail\":{}}",
          "detail-type: 'Object Created' expected, 'Object Deleted' is there" },
        { "{\"Records\":[1,2]}", "Records: one record an execution expected, 2 are there" },
        { "{\"Records\":[]}", "Records[0].s3.bucket.name: string expected" },
        { "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"%ff\"}}}]}",
          "Records[0].s3.object.key: URL-encoded UTF-8 expected" },
        { "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"a%00\"}}}]}",
          "Records[0].s3.object.key: URL-encoded UTF-8 expected" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(envelope_release) struct envelope e = { 0 };
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].input);
        assert_int_equal(parse(cases[i].input, &e, &err), -1);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_string_equal(err.message, cases[i].message);
    }
}

/* A parent's own data may be anything: only a reason that a step gave skips an ingest. */
static void a_skip_without_a_reason_is_none(void **state)
{
    static const char *const skipped[] = { "5", "{}", "{\"reason\":1}", "\"x\"" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(skipped); i++) {
        CLEANUP(mem_freep) char *data = mem_printf("{\"skipped\":%s}", skipped[i]);
        CLEANUP(envelope_release) struct envelope e = { 0 };
        struct err err;

        print_message("case: %s\n", skipped[i]);
        assert_int_equal(parse(NATIVE(""), &e, &err), 0);
        assert_int_equal(json_parse(span_str(data), &e.data, &err), 0);
        assert_null(envelope_skipped(&e));
        json_releasep(&e.data);
        e.data = NULL;
    }
}

static void profile_is_inputs_then_the_deployments(void **state)
{
    CLEANUP(profile_choice_release) struct profile_choice choice = { 0 };
    static const struct {
        const char *input, *name, *rendition;
    } cases[] = {
        { NATIVE(""), "watermark", "watermarked" },
        { NATIVE(",\"profile\":\"compress\""), "compress", "compressed" },
        { NATIVE(",\"profile\":\"compress\",\"renditions\":[{\"name\":\"own\",\"key\":\"x\"}]"),
          "compress", "own" },
    };
    struct err err;

    (void)state;
    assert_int_equal(profile_choose("watermark", &choice, &err), 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(envelope_release) struct envelope e = { 0 };
        CLEANUP(profile_release) struct profile p = { 0 };

        assert_int_equal(parse(cases[i].input, &e, &err), 0);
        assert_int_equal(envelope_profile(&e, &choice, &p, &err), 0);
        assert_string_equal(p.name, cases[i].name);
        assert_string_equal(p.renditions[0].name, cases[i].rendition);
    }
}

static void a_profile_that_is_not_there_is_named(void **state)
{
    CLEANUP(profile_choice_release) struct profile_choice choice = { 0 };
    CLEANUP(envelope_release) struct envelope e = { 0 };
    CLEANUP(profile_release) struct profile p = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(profile_choose("media2cloud", &choice, &err), 0);
    assert_int_equal(parse(NATIVE(",\"profile\":\"../etc/passwd\""), &e, &err), 0);
    assert_int_equal(envelope_profile(&e, &choice, &p, &err), -1);
    assert_string_equal(err.message, "input.profile: there is no profile '../etc/passwd'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(native_is_taken_as_it_stands),
        cmocka_unit_test(event_gets_the_deployments_destination),
        cmocka_unit_test(what_came_out_goes_in_unchanged),
        cmocka_unit_test(keys_of_the_shapes),
        cmocka_unit_test(refusals_name_the_member),
        cmocka_unit_test(a_skip_without_a_reason_is_none),
        cmocka_unit_test(profile_is_inputs_then_the_deployments),
        cmocka_unit_test(a_profile_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
