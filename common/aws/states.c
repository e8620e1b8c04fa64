#include "aws/states.h"

#include <string.h>

#include "aws/json_call.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"

#define POLL_TIMEOUT_MS     70000                     /* the service answers after 60 s */
#define POLL_ANSWER_BYTES   ((size_t)8 * 1024 * 1024) /* 1 MiB of input, every byte escaped */
#define ANSWER_BYTES        ((size_t)64 * 1024)
#define REPORT_BUDGET_MS    45000
#define HEARTBEAT_BUDGET_MS 5000

struct states {
    struct service service;
};

struct states *states_new(struct aws_config *config, struct http_transport http)
{
    struct states *states = mem_zalloc(sizeof *states);

    states->service = (struct service){ config, http, &service_states, NULL };
    return states;
}

void states_free(struct states *states)
{
    mem_free(states);
}

void states_set_stop(struct states *states, const atomic_bool *stop)
{
    states->service.stop = stop;
}

void states_task_release(struct states_task *task)
{
    if (task != NULL) {
        mem_free_secret(task->token);
        task->token = NULL;
        buf_release(&task->input);
    }
}

static int read_task(const struct json_object *answer, const struct json_object *input,
                     struct states_task *out, struct err *err)
{
    const struct json_object *token = json_member(answer, "taskToken");
    CLEANUP(states_task_release) struct states_task task = { .input = BUF_INIT(STATES_MAX_INPUT) };

    if (!json_is_str(token) || json_to_span(token).len == 0) {
        *out = states_task_take(&task);
        return 0;
    }
    if (json_to_span(token).len > STATES_MAX_TOKEN) {
        return err_set(err, ERR_TRANSIENT, "a task came with a token of %zu bytes",
                       json_to_span(token).len);
    }
    task.token = mem_strdup(json_to_str(token));
    buf_add_span(&task.input, json_to_span(input));
    /* over the service's own limit: kept empty, so that the task fails by name and not the poll */
    if (task.input.overflowed) {
        buf_clear(&task.input);
    }
    *out = states_task_take(&task);
    return 0;
}

/* An input that is no text (NUL, a lone surrogate) must not keep the token from us: the task comes
 * with the empty text, and fails by name. */
static int read_unreadable(struct buf *body, struct states_task *out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *answer = NULL;
    struct err why;
    int result = -1;

    if (strcmp(err->code, "BadAnswer") == 0 &&
        json_parse_loosely(buf_span(body), &answer, &why) == 0 && json_is_object(answer)) {
        result = read_task(answer, NULL, out, err);
    }
    mem_wipe(body->data, body->len);
    return result;
}

int states_get_task(struct states *states, const char *activity_arn, const char *worker_name,
                    struct states_task *out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *request = json_new_object();
    CLEANUP(json_releasep) struct json_object *answer = NULL;
    CLEANUP(buf_release) struct buf raw = BUF_INIT(POLL_ANSWER_BYTES);
    struct err own;
    const struct json_call call = {
        .target = "AWSStepFunctions.GetActivityTask",
        .content_type = "application/x-amz-json-1.0",
        .max_answer_bytes = POLL_ANSWER_BYTES,
        .idle_timeout_ms = POLL_TIMEOUT_MS,
        .budget_ms = POLL_TIMEOUT_MS,
        .attempts = 1,
    };

    err = err != NULL ? err : &own;
    *out = (struct states_task){ 0 };
    json_set_str(request, "activityArn", activity_arn);
    if (worker_name != NULL && worker_name[0] != '\0') {
        struct span name = span_str(worker_name);

        name.len = text_cut(name, STATES_MAX_WORKER_NAME);
        json_set(request, "workerName", json_new_span(name));
    }
    if (json_call(&states->service, &call, request, &answer, &raw, err) != 0) {
        return read_unreadable(&raw, out, err);
    }
    return read_task(answer, json_member(answer, "input"), out, err);
}

/* One SendTask…; request holds what stands beside the token. */
static int report(struct states *states, const char *target, const char *token, uint64_t budget_ms,
                  struct json_object *request, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *answer = NULL;
    const struct json_call call = {
        .target = target,
        .content_type = "application/x-amz-json-1.0",
        .max_answer_bytes = ANSWER_BYTES,
        .budget_ms = budget_ms,
        .secret = token,
    };

    json_set_str(request, "taskToken", token);
    return json_call(&states->service, &call, request, &answer, NULL, err);
}

int states_succeed(struct states *states, const char *token, struct span output, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *request = json_new_object();
    CLEANUP(json_releasep) struct json_object *parsed = NULL;
    struct err why;

    if (output.len > STATES_MAX_OUTPUT) {
        err_limit(err, NULL, STATES_MAX_OUTPUT, output.len, "task output's bytes");
        if (err != NULL) {
            err->kind = ERR_OUTPUT;
        }
        return -1;
    }
    if (json_parse(output, &parsed, &why) != 0) {
        return err_set(err, ERR_OUTPUT, "task output is no JSON: %s", why.message);
    }
    json_set(request, "output", json_new_span(output));
    return report(states, "AWSStepFunctions.SendTaskSuccess", token, REPORT_BUDGET_MS, request,
                  err);
}

int states_fail(struct states *states, const char *token, const char *error, struct span cause,
                struct err *err)
{
    CLEANUP(json_releasep) struct json_object *request = json_new_object();
    struct span name = span_str(error);

    name.len = text_cut(name, STATES_MAX_ERROR);
    cause.len = text_cut(cause, STATES_MAX_CAUSE);
    json_set(request, "error", json_new_span(name));
    json_set(request, "cause", json_new_span(cause));
    return report(states, "AWSStepFunctions.SendTaskFailure", token, REPORT_BUDGET_MS, request,
                  err);
}

int states_heartbeat(struct states *states, const char *token, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *request = json_new_object();

    return report(states, "AWSStepFunctions.SendTaskHeartbeat", token, HEARTBEAT_BUDGET_MS, request,
                  err);
}
