/* task/record: which rows the profiles keep, of what type, on what condition. */
#include "lib/unit.h"

#include "task/record.h"

#define EXECUTION "\"execution\":{\"id\":\"arn:x\",\"startTime\":\"2026-11-21T09:00:00.123456Z\"}"
#define DATA                                                                                       \
    "\"data\":{\"source\":{\"bucket\":\"b\",\"key\":\"in/a.jpg\",\"size\":7,\"contentType\":"      \
    "\"image/jpeg\",\"lastModified\":\"2026-11-21T08:00:00.000Z\",\"etag\":\"e\"},\"imageinfo\":"  \
    "{\"output\":\"p/i.json\"},\"transcode\":{\"renditions\":[{\"bucket\":\"d\",\"key\":"          \
    "\"processed-a.jpg\",\"bytes\":5,\"contentType\":\"image/png\",\"width\":2,\"height\":1}]}}"
#define NATIVE                                                                                     \
    "{\"uuid\":\"u\",\"input\":{\"bucket\":\"b\",\"key\":\"in/a.jpg\",\"destination\":{"           \
    "\"bucket\":\"d\",\"prefix\":\"p\"}}," DATA "," EXECUTION
#define EVENT                                                                                      \
    "{\"uuid\":\"u\",\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"in/a.jpg\","    \
    "\"sequencer\":\"0065\"}}," DATA "," EXECUTION
#define FOLDER                                                                                     \
    "{\"uuid\":\"u\",\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"a.jpg/"         \
    "\"}}," DATA "," EXECUTION
#define FAILURE ",\"failure\":{\"Error\":\"Ingest.MalformedImage\",\"Cause\":\"{}\"}"
#define TIMEOUT ",\"failure\":{\"Error\":\"States.Timeout\"}"

static const struct settings deployment = { .proxy_bucket = "d", .prefix = "p" };

static void make(const char *profile_name, const char *input, struct json_object **request)
{
    CLEANUP(envelope_release) struct envelope envelope = { 0 };
    CLEANUP(profile_release) struct profile profile = { 0 };
    struct err err = { 0 };

    if (profile_parse(span_str(profile_builtin(profile_name)), &profile, &err) != 0 ||
        envelope_parse(span_str(input), &deployment, 0, &envelope, &err) != 0 ||
        record_request(&profile, &envelope, "t", request, &err) != 0) {
        fail_msg("%s", err.message);
    }
}

/* The value that an attribute is set to, as JSON text: "" where it is not in the request. */
static void attribute(struct json_object *request, const char *name, char *out, size_t size)
{
    struct json_object *names = json_member(request, "ExpressionAttributeNames");

    out[0] = '\0';
    for (struct json_iter it = json_iter(names); json_next(&it);) {
        CLEANUP(buf_release) struct buf text = BUF_INIT(4096);
        char mark[32];

        if (strcmp(json_to_str(it.value), name) == 0 && it.name[1] >= '0' && it.name[1] <= '9') {
            snprintf(mark, sizeof mark, ":%s", it.name + 1);
            json_write(json_member(json_member(request, "ExpressionAttributeValues"), mark), &text);
            snprintf(out, size, "%s", buf_cstr(&text));
        }
    }
}

static void rows_of_the_profiles(void **state)
{
    static const struct {
        const char *profile, *input, *attribute, *value;
    } cases[] = {
        { "media2cloud", NATIVE "}", "imageinfo", "{\"S\":\"p/i.json\"}" },
        { "media2cloud", NATIVE "}", "status", "" },
        { "media2cloud", EVENT "}", "status", "{\"S\":\"COMPLETED\"}" },
        { "media2cloud", EVENT "}", "basename", "{\"S\":\"a.jpg\"}" },
        { "media2cloud", FOLDER "}", "basename", "{\"S\":\"\"}" }, /* a key may end in '/' */
        { "media2cloud", FOLDER FAILURE "}", "basename", "{\"S\":\"\"}" },
        { "media2cloud", EVENT "}", "fileSize", "{\"N\":\"7\"}" },
        { "media2cloud", EVENT "}", "timestamp", "{\"N\":\"1795251600123\"}" },
        { "media2cloud", EVENT "}", "schemaVersion", "{\"N\":\"1\"}" },
        { "media2cloud", EVENT "}", "md5", "" }, /* absent in the envelope */
        { "media2cloud", EVENT "}", "destination",
          "{\"M\":{\"bucket\":{\"S\":\"d\"},\"prefix\":{\"S\":\"p\"}}}" },
        { "media2cloud", EVENT FAILURE "}", "status", "{\"S\":\"ERROR\"}" },
        { "media2cloud", EVENT FAILURE "}", "imageinfo", "" },
        { "media2cloud", EVENT FAILURE "}", "key", "{\"S\":\"in/a.jpg\"}" },
        { "compress", EVENT "}", "resizedAt", "{\"S\":\"2026-11-21T09:00:00.123456\"}" },
        { "compress", EVENT "}", "contentType", "{\"S\":\"image/jpeg\"}" },
        { "compress", EVENT "}", "sizeOriginal", "{\"N\":\"7\"}" },
        { "watermark", EVENT "}", "size", "{\"N\":\"5\"}" },
        { "thumbnail", EVENT "}", "sizeProcessed", "{\"N\":\"5\"}" },
        { "thumbnail", EVENT FAILURE "}", "sourceKey", "{\"S\":\"in/a.jpg\"}" },
        { "thumbnail", EVENT FAILURE "}", "destKey", "" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(json_releasep) struct json_object *request = NULL;
        char value[512];

        print_message("case: %s %s of %.10s…\n", cases[i].profile, cases[i].attribute,
                      cases[i].input);
        make(cases[i].profile, cases[i].input, &request);
        attribute(request, cases[i].attribute, value, sizeof value);
        assert_string_equal(value, cases[i].value);
    }
}

static void nothing_is_written_where_nothing_is_asked_for(void **state)
{
    static const struct {
        const char *profile, *input;
    } cases[] = {
        { "metadata", EVENT "}" },
        { "media2cloud", NATIVE FAILURE "}" }, /* the parent's row */
        { "compress", EVENT FAILURE "}" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *request = NULL;

        make(cases[i].profile, cases[i].input, &request);
        assert_null(request);
    }
}

static void the_key_is_of_the_profile(void **state)
{
    CLEANUP(json_releasep) struct json_object *request = NULL;
    char value[64];

    (void)state;
    make("watermark", EVENT "}", &request);
    assert_string_equal(json_to_str(json_find(request, "Key.filename.S")), "processed-a.jpg");
    attribute(request, "filename", value, sizeof value);
    assert_string_equal(value, "");
    assert_string_equal(json_to_str(json_member(request, "TableName")), "t");
}

static void order_is_sequencer_else_last_modified(void **state)
{
    static const struct {
        const char *input, *order, *status, *error;
    } cases[] = {
        { EVENT "}", "0065", "COMPLETED", "" },
        { NATIVE "}", "2026-11-21T08:00:00.000Z", "COMPLETED", "" },
        { EVENT FAILURE "}", "0065", "ERROR", "Ingest.MalformedImage" },
        { EVENT TIMEOUT "}", "0065", "ERROR", "Ingest.Interrupted" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(json_releasep) struct json_object *request = NULL;
        CLEANUP(json_releasep) struct json_object *ingest = NULL;
        char value[512];
        struct err err;

        make("media2cloud", cases[i].input, &request);
        attribute(request, "ingest", value, sizeof value);
        assert_int_equal(json_parse(span_str(value), &ingest, &err), 0);
        assert_string_equal(json_to_str(json_find(ingest, "M.order.S")), cases[i].order);
        assert_string_equal(json_to_str(json_find(ingest, "M.status.S")), cases[i].status);
        assert_string_equal(json_to_str(json_find(ingest, "M.error.S")), cases[i].error);
        assert_string_equal(json_to_str(json_find(ingest, "M.executionArn.S")), "arn:x");
        assert_string_equal(json_to_str(json_find(ingest, "M.etag.S")), "e");
        assert_string_equal(json_to_str(json_find(request, "ReturnValuesOnConditionCheckFailure")),
                            "ALL_OLD");
    }
}

static void a_key_that_is_not_there_is_named(void **state)
{
    CLEANUP(envelope_release) struct envelope envelope = { 0 };
    CLEANUP(profile_release) struct profile profile = { 0 };
    struct json_object *request = NULL;
    struct err err;

    (void)state;
    assert_int_equal(profile_parse(span_str(profile_builtin("watermark")), &profile, &err), 0);
    assert_int_equal(
        envelope_parse(span_str("{\"input\":{\"bucket\":\"b\",\"key\":\"k\","
                                "\"destination\":{\"bucket\":\"d\",\"prefix\":\"\"}}}"),
                       &deployment, 0, &envelope, &err),
        0);
    assert_int_equal(record_request(&profile, &envelope, "t", &request, &err), -1);
    assert_string_equal(err.message, "record.key.filename: nothing stands there in this ingest");
}

/* The service refuses an empty text in a key, and in a key alone. */
static void a_key_that_comes_out_empty_is_not_there(void **state)
{
    static const char text[] = "{\"name\":\"p\",\"renditions\":[],\"record\":{\"key\":{\"n\":{"
                               "\"template\":\"{basename}\"}},"
                               "\"onFailure\":{\"status\":\"ERROR\"}}}";
    CLEANUP(envelope_release) struct envelope envelope = { 0 }, failed = { 0 };
    CLEANUP(profile_release) struct profile profile = { 0 };
    struct json_object *request = NULL;
    struct err err;

    (void)state;
    assert_int_equal(profile_parse(span_str(text), &profile, &err), 0);
    assert_int_equal(envelope_parse(span_str(FOLDER "}"), &deployment, 0, &envelope, &err), 0);
    assert_int_equal(record_request(&profile, &envelope, "t", &request, &err), -1);
    assert_string_equal(err.message, "record.key.n: nothing stands there in this ingest");
    assert_int_equal(envelope_parse(span_str(FOLDER FAILURE "}"), &deployment, 0, &failed, &err),
                     0);
    assert_int_equal(record_request(&profile, &failed, "t", &request, &err), 0);
    assert_null(request);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_the_profiles),
        cmocka_unit_test(nothing_is_written_where_nothing_is_asked_for),
        cmocka_unit_test(the_key_is_of_the_profile),
        cmocka_unit_test(order_is_sequencer_else_last_modified),
        cmocka_unit_test(a_key_that_is_not_there_is_named),
        cmocka_unit_test(a_key_that_comes_out_empty_is_not_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
