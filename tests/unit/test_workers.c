/* The three workers as whole programs against a small stand-in for AWS: one task by --task, tasks
 * of an activity, and what a worker does when the services or a signal come between. */
#include "lib/unit.h"

#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"
#include "lib/files.h"
#include "lib/little_aws.h"
#include "lib/program.h"

#define SMALL   TEST_DATA "/metadata/images/exiftool-GoPro.jpg"
#define PICTURE TEST_DATA "/images/rgb8.png"
#define TOKEN   "token-of-this-task"

#define TASK(input_more, rest)                                                                     \
    "{\"uuid\":\"u-1\",\"operation\":\"op\",\"status\":\"STARTED\",\"progress\":0,\"data\":{},"    \
    "\"execution\":{\"id\":\"arn:execution\",\"startTime\":\"2026-11-21T09:00:00.123Z\","          \
    "\"stateMachine\":\"machine\"},\"input\":{\"bucket\":\"in\",\"key\":\"a.png\","                \
    "\"destination\":{\"bucket\":\"proxy\",\"prefix\":\"p\"}" input_more "}" rest "}"
#define NATIVE TASK("", "")

static char endpoint[128];
static const char *metadata_uri, *agent_uri;

static void start(const char *const *words, const char *more, const char *input,
                  struct program *out)
{
    struct program_call call = {
        .variables = { endpoint, "AWS_REGION=us-east-1", "AWS_ACCESS_KEY_ID=AKIDEXAMPLE",
                       "AWS_SECRET_ACCESS_KEY=very-secret-key", "INGEST_TABLE=table",
                       "INGEST_SLOTS=1", "INGEST_STOP_SECONDS=1", "INGEST_HEARTBEAT_SECONDS=3",
                       "AWS_EC2_METADATA_DISABLED=true", metadata_uri, agent_uri },
        .input = input != NULL ? span_str(input) : (struct span){ NULL, 0 },
    };
    size_t n = 0;

    while (call.variables[n] != NULL) {
        n++;
    }
    call.variables[n] = more;
    memcpy(call.words, words, sizeof call.words);
    program_start(&call, out);
}

static void one_task(const char *worker, const char *more, const char *input, struct program *out)
{
    const char *words[PROGRAM_WORDS] = { worker, "--task", "-" };

    start(words, more, input, out);
    program_wait(out);
    assert_null(strstr(buf_cstr(&out->errors), "very-secret-key"));
}

static struct json_object *parse(const char *text)
{
    struct json_object *json = NULL;
    struct err err;

    if (json_parse(span_str(text), &json, &err) != 0) {
        fail_msg("%s: %s", err.message, text);
    }
    return json;
}

static int serve(void **state)
{
    CLEANUP(buf_release) struct buf picture = read_whole(PICTURE);

    (void)state;
    snprintf(endpoint, sizeof endpoint, "AWS_ENDPOINT_URL=%s", little_aws_start());
    metadata_uri = agent_uri = NULL;
    little_aws_put("/in/a.png", buf_span(&picture));
    return 0;
}

static int end(void **state)
{
    (void)state;
    little_aws_stop();
    return 0;
}

static void metadata_is_stored_and_summed_up(void **state)
{
    CLEANUP(json_releasep) struct json_object *out = NULL, *info = NULL;
    CLEANUP(buf_release) struct buf photo = read_whole(SMALL), stored = { 0 };
    struct program program;

    (void)state;
    little_aws_put("/in/a.png", buf_span(&photo)); /* what it is shows in its bytes */
    one_task("run-imageinfo", NULL, NATIVE, &program);
    assert_int_equal(program.status, 0);
    out = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_find(out, "data.imageinfo.output")),
                        "p/imageinfo/imageinfo.json");
    assert_string_equal(json_to_str(json_find(out, "data.imageinfo.summary.format")), "JPEG");
    assert_int_equal(json_to_i64(json_find(out, "data.source.size")), photo.len);
    assert_string_equal(json_to_str(json_find(out, "data.source.lastModified")),
                        "2026-11-21T09:00:00.000Z");
    assert_true(json_to_i64(json_find(out, "data.imageinfo.bytesRead")) > 0);
    stored = little_aws_get("/proxy/p/imageinfo/imageinfo.json");
    info = parse(buf_cstr(&stored));
    assert_string_equal(json_to_str(json_member(info, "Model")), "HERO6 Black");
    assert_string_equal(json_to_str(json_member(info, "SourceFile")), "a.png");
    program_release(&program);
}

static void the_metadata_profile_inlines(void **state)
{
    CLEANUP(json_releasep) struct json_object *out = NULL, *proxy = NULL;
    struct program program;

    (void)state;
    one_task("run-imageinfo", NULL, TASK(",\"profile\":\"metadata\"", ""), &program);
    assert_int_equal(program.status, 0);
    out = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_find(out, "data.imageinfo.metadata.MIMEType")),
                        "image/png");
    program_release(&program);
    one_task("make-proxy", NULL, TASK(",\"profile\":\"metadata\"", ""), &program);
    proxy = parse(buf_cstr(&program.out));
    assert_int_equal(json_length(json_find(proxy, "data.transcode.renditions")), 0);
    assert_int_equal(little_aws_calls("PUT"), 1);
    program_release(&program);
}

static void renditions_are_stored(void **state)
{
    CLEANUP(json_releasep) struct json_object *out = NULL;
    CLEANUP(buf_release) struct buf stored = { 0 };
    struct json_object *made;
    struct program program;

    (void)state;
    one_task("make-proxy", NULL, NATIVE, &program);
    assert_int_equal(program.status, 0);
    out = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_find(out, "data.transcode.output")), "p/transcode/proxy");
    made = json_find(out, "data.transcode.renditions");
    assert_int_equal(json_length(made), 2);
    assert_string_equal(json_to_str(json_member(json_at(made, 0), "key")),
                        "p/transcode/proxy/a.jpg");
    assert_string_equal(json_to_str(json_member(json_at(made, 1), "contentType")), "image/jpeg");
    assert_string_equal(json_to_str(json_find(out, "data.transcode.source.sha256")),
                        "241b886e320871497c76a764bfd602261f675324bd9555e99728d9806f12ce0f");
    stored = little_aws_get("/proxy/p/transcode/proxy/a.jpg");
    assert_int_equal(stored.len, json_to_i64(json_member(json_at(made, 0), "bytes")));
    assert_memory_equal(stored.data, "\xff\xd8\xff", 3);
    program_release(&program);
}

static const struct {
    const char *label, *worker, *operation; /* whose answer is another */
    int answer;
    const char *body, *input, *more;
    int status;
    const char *error, *cause;
} failures[] = {
    { "no such object", "run-imageinfo", "HEAD", 404, NULL, NATIVE, NULL, 74,
      "Ingest.SourceMissing", "s3://in/a.png" },
    { "no such object to decode", "make-proxy", "GET", 404, "<Error><Code>NoSuchKey</Code></Error>",
      NATIVE, NULL, 74, "Ingest.SourceMissing", "s3://in/a.png" },
    { "denied", "make-proxy", "GET", 403, "<Error><Code>AccessDenied</Code></Error>", NATIVE, NULL,
      74, "Ingest.AccessDenied", "s3://in/a.png" },
    { "output denied", "make-proxy", "PUT", 403, "<Error><Code>AccessDenied</Code></Error>", NATIVE,
      NULL, 74, "Ingest.AccessDenied", "s3://proxy/p/transcode/proxy/a" },
    { "metadata denied", "run-imageinfo", "PUT", 403, "<Error><Code>AccessDenied</Code></Error>",
      NATIVE, NULL, 74, "Ingest.AccessDenied", "s3://proxy/p/imageinfo/imageinfo.json" },
    { "source too large", "make-proxy", NULL, 0, NULL, NATIVE, "INGEST_MAX_SOURCE_BYTES=10", 66,
      "Ingest.LimitExceeded", "INGEST_MAX_SOURCE_BYTES" },
    { "too many pixels", "make-proxy", NULL, 0, NULL, NATIVE, "INGEST_MAX_PIXELS=10", 66,
      "Ingest.LimitExceeded", "INGEST_MAX_PIXELS" },
    { "no image", "make-proxy", "GET", 200, "this is text", NATIVE, NULL, 69,
      "Ingest.UnsupportedType", "" },
    { "nothing at all", "make-proxy", "GET", 200, "", NATIVE, NULL, 69, "Ingest.UnsupportedType",
      "" },
    { "no JSON", "make-proxy", NULL, 0, NULL, "{", NULL, 64, "Ingest.BadInput", "" },
    { "no bucket", "run-imageinfo", NULL, 0, NULL, "{\"input\":{}}", NULL, 64, "Ingest.BadInput",
      "input.bucket: string expected" },
    { "another profile", "run-imageinfo", NULL, 0, NULL, TASK(",\"profile\":\"x\"", ""), NULL, 64,
      "Ingest.BadInput", "'x'" },
    { "a mark that is a file", "make-proxy", NULL, 0, NULL,
      TASK(",\"renditions\":[{\"name\":\"a\",\"key\":\"a\",\"mark\":{\"image\":\"/etc/passwd\","
           "\"gravity\":\"center\"}}]",
           ""),
      NULL, 64, "Ingest.BadInput", "a key expected" },
    { "a mark that is missing", "make-proxy", NULL, 0, NULL,
      TASK(",\"renditions\":[{\"name\":\"a\",\"key\":\"a\",\"mark\":{\"image\":\"logo.png\","
           "\"gravity\":\"center\"}}]",
           ""),
      NULL, 64, "Ingest.BadInput", "cannot read the mark 's3://in/logo.png'" },
    { "no such table", "update-ingest-table", "UpdateItem", 400,
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\"}", NATIVE, NULL,
      64, "Ingest.BadInput", "cannot write to the table 'table'" },
    { "table denied", "update-ingest-table", "UpdateItem", 400,
      "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\"}", NATIVE, NULL, 74,
      "Ingest.AccessDenied", "'table'" },
    { "no profile of that name", "make-proxy", NULL, 0, NULL, NATIVE, "INGEST_PROFILE=none", 64,
      "Ingest.Usage", "none" },
    { "a prefix that is no template", "make-proxy", NULL, 0, NULL, NATIVE, "INGEST_PREFIX={x}", 64,
      "Ingest.Usage", "INGEST_PREFIX" },
};

static void failures_have_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(failures); i++) {
        CLEANUP(json_releasep) struct json_object *line = NULL;
        struct program program;

        print_message("case: %s\n", failures[i].label);
        if (failures[i].operation != NULL) {
            little_aws_answer(failures[i].operation, failures[i].answer, failures[i].body);
        }
        one_task(failures[i].worker, failures[i].more, failures[i].input, &program);
        if (program.status != failures[i].status) {
            fail_msg("%d: %s%s", program.status, buf_cstr(&program.errors), buf_cstr(&program.out));
        }
        line = parse(buf_cstr(&program.errors));
        assert_string_equal(json_to_str(json_member(line, "error")), failures[i].error);
        if (strstr(json_to_str(json_member(line, "cause")), failures[i].cause) == NULL) {
            fail_msg("%s", json_to_str(json_member(line, "cause")));
        }
        assert_int_equal(program.out.len, 0);
        program_release(&program);
    }
}

static void a_mark_is_an_object_too(void **state)
{
    static const char *const input =
        TASK(",\"renditions\":[{\"name\":\"a\",\"key\":\"a\",\"mark\":{\"image\":\"a.png\","
             "\"gravity\":\"center\"}}]",
             "");
    CLEANUP(json_releasep) struct json_object *out = NULL;
    struct program program;

    (void)state;
    one_task("make-proxy", NULL, input, &program);
    assert_int_equal(program.status, 0);
    assert_int_equal(little_aws_calls("GET"), 2);
    out = parse(buf_cstr(&program.out));
    assert_int_equal(json_length(json_find(out, "data.transcode.renditions")), 1);
    program_release(&program);
}

static void a_row_is_written_or_printed(void **state)
{
    static const char *const dry[PROGRAM_WORDS] = { "update-ingest-table", "--task", "-",
                                                    "--dry-run" };
    CLEANUP(json_releasep) struct json_object *sent = NULL, *printed = NULL, *out = NULL;
    CLEANUP(buf_release) struct buf body = { 0 };
    struct program program;

    (void)state;
    one_task("update-ingest-table", NULL, NATIVE, &program);
    assert_int_equal(program.status, 0);
    out = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_member(out, "status")), "COMPLETED");
    assert_true(json_to_bool(json_find(out, "data.record.written")));
    program_release(&program);
    body = little_aws_body("UpdateItem");
    sent = parse(buf_cstr(&body));
    assert_string_equal(json_to_str(json_member(sent, "TableName")), "table");
    start(dry, NULL, NATIVE, &program);
    program_wait(&program);
    assert_int_equal(program.status, 0);
    printed = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_find(printed, "Key.uuid.S")), "u-1");
    assert_int_equal(little_aws_calls("UpdateItem"), 1);
    program_release(&program);
}

static void status_is(const char *want)
{
    CLEANUP(json_releasep) struct json_object *out = NULL;
    struct program program;

    one_task("update-ingest-table", NULL, NATIVE, &program);
    assert_int_equal(program.status, 0);
    out = parse(buf_cstr(&program.out));
    assert_string_equal(json_to_str(json_member(out, "status")), want);
    program_release(&program);
}

static void a_newer_row_stands(void **state)
{
    static const struct {
        const char *label, *order, *status;
    } cases[] = {
        { "newer", "9", "SKIPPED" },
        { "our own, heard although its answer was lost", "2026-11-21T09:00:00.123Z", "COMPLETED" },
    };
    static const char refusal[] =
        "\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"";

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(mem_freep)
        char *item =
            mem_printf("\"Item\":{\"ingest\":{\"M\":{\"order\":{\"S\":\"%s\"}}}}", cases[i].order);
        CLEANUP(mem_freep) char *with_item = mem_printf("{%s,%s}", refusal, item);
        CLEANUP(mem_freep) char *without = mem_printf("{%s}", refusal);
        CLEANUP(mem_freep) char *read = mem_printf("{%s}", item);

        print_message("case: %s\n", cases[i].label);
        little_aws_answer("UpdateItem", 400, with_item);
        status_is(cases[i].status);
        little_aws_answer("UpdateItem", 400, without);
        little_aws_answer("GetItem", 200, read);
        status_is(cases[i].status);
        assert_int_equal(little_aws_calls("GetItem"), i + 1);
    }
}

/* Tasks of an activity. */

static void poll(const char *worker, const char *more, struct program *out)
{
    const char *words[PROGRAM_WORDS] = { worker };
    static char activity[64];
    static unsigned runs;

    /* Health is asked by the activity's name: no other run's worker may answer. */
    snprintf(activity, sizeof activity, "ACTIVITY_ARN=arn:test:%ld:%u", (long)getpid(), runs++);
    metadata_uri = metadata_uri == NULL ? activity : metadata_uri;
    start(words, more, NULL, out);
}

static void stop_well(struct program *program)
{
    kill(program->pid, SIGTERM);
    program_wait(program);
    if (program->status != 0) {
        fail_msg("%d: %s", program->status, buf_cstr(&program->errors));
    }
    assert_non_null(strstr(buf_cstr(&program->errors), "worker.stopped"));
    assert_null(strstr(buf_cstr(&program->errors), TOKEN));
    assert_null(strstr(buf_cstr(&program->errors), "very-secret-key"));
    program_release(program);
}

static void each_task_has_one_answer(void **state)
{
    CLEANUP(json_releasep) struct json_object *done = NULL, *failed = NULL, *cause = NULL;
    CLEANUP(buf_release) struct buf success = { 0 }, failure = { 0 };
    struct program program;

    (void)state;
    little_aws_task(TOKEN, NATIVE);
    little_aws_task(TOKEN "-2", "{\"input\":{}}");
    poll("make-proxy", NULL, &program);
    assert_true(little_aws_await("SendTaskSuccess", 1));
    assert_true(little_aws_await("SendTaskFailure", 1));
    success = little_aws_body("SendTaskSuccess");
    failure = little_aws_body("SendTaskFailure");
    done = parse(buf_cstr(&success));
    assert_string_equal(json_to_str(json_member(done, "taskToken")), TOKEN);
    failed = parse(buf_cstr(&failure));
    assert_string_equal(json_to_str(json_member(failed, "taskToken")), TOKEN "-2");
    assert_string_equal(json_to_str(json_member(failed, "error")), "Ingest.BadInput");
    cause = parse(json_to_str(json_member(failed, "cause")));
    assert_string_equal(json_to_str(json_member(cause, "message")),
                        "input.bucket: string expected");
    program_await(&program, "task.failed");
    stop_well(&program);
    assert_int_equal(little_aws_calls("SendTaskSuccess"), 1);
    assert_int_equal(little_aws_calls("SendTaskFailure"), 1);
    assert_true(little_aws_calls("SendTaskHeartbeat") >= 1);
}

static void health_is_told_by_the_running_worker(void **state)
{
    static const char *const ask[PROGRAM_WORDS] = { "run-imageinfo", "--check-health" };
    struct program program, question;

    (void)state;
    poll("run-imageinfo", NULL, &program);
    program_await(&program, "worker.started");
    start(ask, NULL, NULL, &question);
    program_wait(&question);
    assert_int_equal(question.status, 0);
    program_release(&question);
    stop_well(&program);
    start(ask, NULL, NULL, &question);
    program_wait(&question);
    assert_int_not_equal(question.status, 0);
    program_release(&question);
}

/* The client itself tries once: what is asked again is asked by the loop. */
static void answers_are_given_again_until_they_are_taken(void **state)
{
    static const struct {
        const char *label;
        int status;
        const char *body, *says; /* in the log, at the end */
        unsigned successes, failures;
    } cases[] = {
        { "throttled", 400, "{\"__type\":\"ThrottlingException\"}", "\"delivered\":true", 2, 0 },
        { "a connection that breaks", 0, NULL, "\"delivered\":true", 2, 0 },
        { "an internal error", 500, "<html>", "\"delivered\":true", 2, 0 },
        { "keys that rotate", 400, "{\"__type\":\"AccessDeniedException\"}", "\"delivered\":true",
          2, 0 },
        { "output that is not taken", 400, "{\"__type\":\"InvalidOutput\"}",
          "Ingest.OutputTooLarge", 1, 1 },
        { "a task that is over", 400, "{\"__type\":\"TaskTimedOut\"}", "task.closed", 1, 0 },
        { "an answer that is not taken", 400, "{\"__type\":\"ValidationException\"}",
          "Ingest.BadInput", 1, 1 },
    };

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct program program;

        print_message("case: %s\n", cases[i].label);
        end(state);
        serve(state);
        little_aws_answer("SendTaskSuccess", cases[i].status, cases[i].body);
        little_aws_task(TOKEN, NATIVE);
        poll("update-ingest-table", "AWS_MAX_ATTEMPTS=1", &program);
        program_await(&program, cases[i].says);
        stop_well(&program);
        assert_int_equal(little_aws_calls("SendTaskSuccess"), cases[i].successes);
        assert_int_equal(little_aws_calls("SendTaskFailure"), cases[i].failures);
    }
}

static void a_task_that_is_over_is_dropped(void **state)
{
    static const char *const names[] = { "TaskTimedOut", "TaskDoesNotExist" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        CLEANUP(mem_freep) char *answer = mem_printf("{\"__type\":\"%s\"}", names[i]);
        unsigned polls = little_aws_calls("GetActivityTask");
        struct program program;

        print_message("case: %s\n", names[i]);
        metadata_uri = NULL;
        little_aws_answer("GET", -1, NULL); /* in the middle of the read */
        little_aws_answer("SendTaskHeartbeat", 400, answer);
        little_aws_task(TOKEN, NATIVE);
        poll("make-proxy", NULL, &program);
        program_await(&program, "task.closed");
        assert_true(little_aws_await("GetActivityTask", polls + 2));
        stop_well(&program);
    }
    assert_int_equal(little_aws_calls("SendTaskSuccess"), 0);
    assert_int_equal(little_aws_calls("SendTaskFailure"), 0);
    assert_int_equal(little_aws_calls("PUT"), 0);
}

static void a_stopping_worker_hands_its_task_back(void **state)
{
    CLEANUP(buf_release) struct buf failure = { 0 };
    struct program program;

    (void)state;
    little_aws_answer("GET", -1, NULL);
    little_aws_task(TOKEN, NATIVE);
    poll("make-proxy", NULL, &program);
    assert_true(little_aws_await("GET", 1));
    stop_well(&program);
    failure = little_aws_body("SendTaskFailure");
    assert_non_null(strstr(buf_cstr(&failure), "Ingest.Interrupted"));
}

static void polls_that_are_answered_at_once_are_not_repeated_at_once(void **state)
{
    struct program program;

    (void)state;
    for (int i = 0; i < 30; i++) {
        little_aws_answer("GetActivityTask", 200, "{}");
    }
    poll("update-ingest-table", NULL, &program);
    assert_true(little_aws_await("GetActivityTask", 3));
    clock_sleep_ms(100);
    assert_in_range(little_aws_calls("GetActivityTask"), 3, 10);
    stop_well(&program);
}

static void polls_that_fail_are_told_and_go_on(void **state)
{
    struct program program;

    (void)state;
    little_aws_answer("GetActivityTask", 400, "{\"__type\":\"ActivityDoesNotExist\"}");
    little_aws_answer("GetActivityTask", 0, NULL);
    poll("run-imageinfo", NULL, &program);
    program_await(&program, "poll.failed");
    program_await(&program, "ActivityDoesNotExist");
    assert_true(little_aws_await("GetActivityTask", 3));
    stop_well(&program);
}

static void an_ecs_task_gives_its_name_and_is_protected(void **state)
{
    CLEANUP(buf_release) struct buf poll_body = { 0 }, order = { 0 };
    char metadata[160], agent[160];
    struct program program;

    (void)state;
    little_aws_put("/v4/task", span_str("{\"TaskARN\":\"arn:aws:ecs:r:1:task/c/abc\","
                                        "\"Cluster\":\"arn:aws:ecs:r:1:cluster/kitchen\"}"));
    snprintf(metadata, sizeof metadata, "ECS_CONTAINER_METADATA_URI_V4=%s/v4",
             strchr(endpoint, '=') + 1);
    snprintf(agent, sizeof agent, "ECS_AGENT_URI=%s", strchr(endpoint, '=') + 1);
    metadata_uri = metadata;
    agent_uri = agent;
    little_aws_answer("HEAD", -1, NULL); /* the task is at hand for as long as the test looks */
    little_aws_task(TOKEN, NATIVE);
    poll("run-imageinfo", "ACTIVITY_ARN=arn:test:ecs", &program);
    assert_true(little_aws_await("PUT", 1));
    poll_body = little_aws_body("GetActivityTask");
    assert_non_null(strstr(buf_cstr(&poll_body), "\"abc\""));
    order = little_aws_body("PUT");
    assert_non_null(strstr(buf_cstr(&order), "\"ProtectionEnabled\":true"));
    stop_well(&program);
}

#define SERVED(test) cmocka_unit_test_setup_teardown(test, serve, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERVED(metadata_is_stored_and_summed_up),
        SERVED(the_metadata_profile_inlines),
        SERVED(renditions_are_stored),
        SERVED(failures_have_names),
        SERVED(a_mark_is_an_object_too),
        SERVED(a_row_is_written_or_printed),
        SERVED(a_newer_row_stands),
        SERVED(each_task_has_one_answer),
        SERVED(health_is_told_by_the_running_worker),
        SERVED(answers_are_given_again_until_they_are_taken),
        SERVED(a_task_that_is_over_is_dropped),
        SERVED(a_stopping_worker_hands_its_task_back),
        SERVED(polls_that_are_answered_at_once_are_not_repeated_at_once),
        SERVED(polls_that_fail_are_told_and_go_on),
        SERVED(an_ecs_task_gives_its_name_and_is_protected),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
