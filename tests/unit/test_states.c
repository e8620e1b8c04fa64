/* aws/states, aws/dynamodb and the XML scanner, under a scripted network. */
#include "lib/unit.h"

#include "aws/dynamodb.h"
#include "aws/states.h"
#include "aws/xml_text.h"
#include "base/mem.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"

static void polls_bring_a_task_or_none(void **state)
{
    static const struct {
        const char *label, *answer, *token, *input;
        int result;
    } cases[] = {
        { "task", "{\"taskToken\":\"T\",\"input\":\"{\\\"a\\\":\\\"\xc3\xa9\\\"}\"}", "T",
          "{\"a\":\"\xc3\xa9\"}", 0 },
        { "null", "{\"taskToken\":null,\"input\":null}", NULL, "", 0 },
        { "empty", "{\"taskToken\":\"\",\"input\":\"\"}", NULL, "", 0 },
        { "nothing", "{}", NULL, "", 0 },
        { "no body", "", NULL, "", 0 },
        { "no input", "{\"taskToken\":\"T\"}", "T", "", 0 },
        { "NUL", "{\"taskToken\":\"T\",\"input\":\"a\\u0000\"}", "T", "", 0 },
        { "lone surrogate", "{\"taskToken\":\"T\",\"input\":\"a\\ud800\"}", "T", "", 0 },
        { "no UTF-8", "{\"taskToken\":\"T\",\"input\":\"\xff\"}", "T", "", 0 },
        { "an array", "[]", NULL, "", -1 },
        { "cut", "{\"taskToken\":\"T\"", NULL, "", -1 },
        { "html", "<html>", NULL, "", -1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step step = { .method = "POST",
                                        .url = "https://states.us-east-1.amazonaws.com/\n",
                                        .header = "X-Amz-Target: AWSStepFunctions.GetActivityTask",
                                        .body = "{\"activityArn\":\"arn\",\"workerName\":\"me\"}",
                                        .status = 200,
                                        .answer = cases[i].answer };
        struct fake_transport fake = { .steps = &step, .n_steps = 1 };
        CLEANUP(states_freep)
        struct states *states = states_new(test_config, fake_transport(&fake));
        CLEANUP(states_task_release) struct states_task task = { 0 };
        struct err err;

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(states_get_task(states, "arn", "me", &task, &err), cases[i].result);
        assert_int_equal(task.token != NULL, cases[i].token != NULL);
        assert_string_equal(buf_cstr(&task.input), cases[i].input);
        fake_transport_done(&fake);
    }
}

static void a_poll_is_one_try(void **state)
{
    static const struct fake_step step = { .status = 503 };
    struct fake_transport fake = { .steps = &step, .n_steps = 1 };
    CLEANUP(states_freep) struct states *states = states_new(test_config, fake_transport(&fake));
    struct states_task task;
    struct err err;

    (void)state;
    assert_int_equal(states_get_task(states, "arn", NULL, &task, &err), -1);
    assert_int_equal(err.kind, ERR_TRANSIENT);
    fake_transport_done(&fake);
}

static void reports_are_retried_and_cut_to_the_limits(void **state)
{
    static const struct fake_step steps[] = {
        { .status = 500 },
        { .header = "SendTaskSuccess",
          .body = "{\"output\":\"{}\",\"taskToken\":\"T\"}",
          .status = 200,
          .answer = "{}" },
        { .header = "SendTaskFailure", .status = 200 },
        { .header = "SendTaskHeartbeat", .status = 400, .answer = "{\"__type\":\"TaskTimedOut\"}" },
    };
    struct fake_transport fake = { .steps = steps, .n_steps = 4 };
    CLEANUP(states_freep) struct states *states = states_new(test_config, fake_transport(&fake));
    CLEANUP(buf_release) struct buf cause = BUF_INIT(STATES_MAX_CAUSE + 10);
    struct err err;

    (void)state;
    buf_add_byte(&cause, 'x');
    while (cause.len < STATES_MAX_CAUSE + 2) {
        buf_add_str(&cause, "\xc3\xa9"); /* the limit falls into the middle of one */
    }
    assert_int_equal(states_succeed(states, "T", span_str("{}"), &err), 0);
    assert_int_equal(states_fail(states, "T", "Ingest.Transient", buf_span(&cause), &err), 0);
    assert_in_range(strlen(fake.requests[2]), STATES_MAX_CAUSE - 1, STATES_MAX_CAUSE + 1200);
    assert_int_equal(states_heartbeat(states, "T", &err), -1);
    assert_int_equal(err.kind, ERR_CLOSED);
    fake_transport_done(&fake);
}

static void output_that_would_be_refused_is_not_sent(void **state)
{
    struct fake_transport fake = { 0 };
    CLEANUP(states_freep) struct states *states = states_new(test_config, fake_transport(&fake));
    CLEANUP(mem_freep) uint8_t *large = mem_zalloc(STATES_MAX_OUTPUT + 1);
    struct err err;

    (void)state;
    assert_int_equal(states_succeed(states, "T", span_str("{"), &err), -1);
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_int_equal(
        states_succeed(states, "T", (struct span){ large, STATES_MAX_OUTPUT + 1 }, &err), -1);
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_int_equal(err.limit, STATES_MAX_OUTPUT);
}

static void items_come_with_what_was_asked(void **state)
{
    static const struct fake_step steps[] = {
        { .header = "DynamoDB_20120810.GetItem",
          .status = 200,
          .headers = "x-amz-crc32: 1\n",
          .answer = "{\"Item\":{\"a\":{\"S\":\"b\"}}}" },
        { .status = 200,
          .headers = "x-amz-crc32: 2352071245\n",
          .answer = "{\"Item\":{\"a\":{\"S\":\"b\"}}}" },
        { .status = 200, .answer = "{}" },
        { .header = "PutItem",
          .status = 400,
          .answer = "{\"__type\":\"x#ConditionalCheckFailedException\",\"Item\":{\"a\":{\"N\":"
                    "\"1\"}}}" },
        { .header = "UpdateItem",
          .status = 200,
          .answer = "{\"Attributes\":{\"a\":{\"N\":\"2\"}}}" },
    };
    struct fake_transport fake = { .steps = steps, .n_steps = 5 };
    CLEANUP(dynamodb_freep)
    struct dynamodb *dynamodb = dynamodb_new(test_config, fake_transport(&fake));
    CLEANUP(json_releasep) struct json_object *request = json_new_object();
    struct json_object *item;
    struct err err;

    (void)state;
    assert_int_equal(dynamodb_get_item(dynamodb, request, &item, &err), 0);
    assert_string_equal(json_to_str(json_find(item, "a.S")), "b");
    json_release(item);
    assert_int_equal(dynamodb_get_item(dynamodb, request, &item, &err), 0);
    assert_null(item);
    assert_int_equal(dynamodb_put_item(dynamodb, request, &item, &err), -1);
    assert_int_equal(err.kind, ERR_PRECONDITION);
    assert_string_equal(json_to_str(json_find(item, "a.N")), "1");
    json_release(item);
    assert_int_equal(dynamodb_update_item(dynamodb, request, &item, &err), 0);
    assert_string_equal(json_to_str(json_find(item, "a.N")), "2");
    json_release(item);
    fake_transport_done(&fake);
}

static void values_go_there_and_back(void **state)
{
    static const char plain[] = "{\"s\":\"\xc3\xa9\",\"n\":-1.50,\"i\":12345678901,\"t\":true,"
                                "\"z\":null,\"l\":[1,[],{}],\"m\":{\"a\":\"\"}}";
    static const char typed[] =
        "{\"M\":{\"s\":{\"S\":\"\xc3\xa9\"},\"n\":{\"N\":\"-1.50\"},\"i\":{\"N\":\"12345678901\"},"
        "\"t\":{\"BOOL\":true},\"z\":{\"NULL\":true},\"l\":{\"L\":[{\"N\":\"1\"},{\"L\":[]},"
        "{\"M\":{}}]},\"m\":{\"M\":{\"a\":{\"S\":\"\"}}}}}";
    static const char sets[] = "{\"a\":{\"SS\":[\"x\"]},\"b\":{\"NS\":[\"1\",\"2.5\"]},"
                               "\"c\":{\"B\":\"AA==\"},\"d\":{\"N\":\"x\"},\"e\":{},\"f\":1}";
    CLEANUP(json_releasep) struct json_object *root = NULL;
    CLEANUP(json_releasep) struct json_object *value = NULL;
    CLEANUP(json_releasep) struct json_object *back = NULL;
    CLEANUP(json_releasep) struct json_object *item = NULL;
    CLEANUP(json_releasep) struct json_object *plain_sets = NULL;
    CLEANUP(buf_release) struct buf text = BUF_INIT(1000);
    struct err err;

    (void)state;
    assert_int_equal(json_parse(span_str(plain), &root, &err), 0);
    value = dynamodb_value(root);
    json_write(value, &text);
    assert_string_equal(buf_cstr(&text), typed);
    buf_clear(&text);
    back = dynamodb_plain(value);
    json_write(back, &text);
    assert_string_equal(buf_cstr(&text), plain);
    buf_clear(&text);
    assert_int_equal(json_parse(span_str(sets), &item, &err), 0);
    plain_sets = dynamodb_plain_item(item);
    json_write(plain_sets, &text);
    assert_string_equal(buf_cstr(&text), "{\"a\":[\"x\"],\"b\":[1,2.5],\"c\":\"AA==\",\"d\":\"x\","
                                         "\"e\":null,\"f\":null}");
}

static void xml_gives_the_text_of_an_element(void **state)
{
    static const struct {
        const char *document, *want; /* NULL: not there */
    } cases[] = {
        { "<Code>a</Code>", "a" },
        { "<?xml version='1.0'?><!-- <Code>no</Code> --><E><Code> a&amp;b </Code></E>", "a&b" },
        { "<E><![CDATA[<Code>no</Code>]]><x:Code y='1'>a</x:Code></E>", "a" },
        { "<Code>&lt;&gt;&quot;&apos;&#65;&#x4a;&#233;&#x20ac;&#x1f4f7;</Code>",
          "<>\"'AJ\xc3\xa9\xe2\x82\xac\xf0\x9f\x93\xb7" },
        { "<Code/>", "" },
        { "<Code></Code>", "" },
        { "<Codes>a</Codes>", NULL },
        { "<Code>&bad;</Code>", NULL },
        { "<Code>&#0;</Code>", NULL },
        { "<Code>&#xd800;</Code>", NULL },
        { "<Code>&#x110000;</Code>", NULL },
        { "<Code>&#99999999999999999999;</Code>", NULL },
        { "<Code>&#;</Code>", NULL },
        { "<Code>&amp</Code>", NULL },
        { "<Code>a", NULL },
        { "<Code", NULL },
        { "<!-- <Code>", NULL },
        { "", NULL },
        { "<Code>0123456789012345678901234567890123456789</Code>", NULL },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(32);

        print_message("case: %s\n", cases[i].document);
        assert_int_equal(xml_text(span_str(cases[i].document), "Code", &out),
                         cases[i].want != NULL);
        assert_string_equal(buf_cstr(&out), cases[i].want != NULL ? cases[i].want : "");
    }
    assert_true(xml_root_is(span_str("<?xml?><Error>"), "Error"));
    assert_false(xml_root_is(span_str("<R><Error>"), "Error"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(polls_bring_a_task_or_none),
        cmocka_unit_test(a_poll_is_one_try),
        cmocka_unit_test(reports_are_retried_and_cut_to_the_limits),
        cmocka_unit_test(output_that_would_be_refused_is_not_sent),
        cmocka_unit_test(items_come_with_what_was_asked),
        cmocka_unit_test(values_go_there_and_back),
        cmocka_unit_test(xml_gives_the_text_of_an_element),
    };

    return cmocka_run_group_tests(tests, aws_test_set_up, aws_test_tear_down);
}
