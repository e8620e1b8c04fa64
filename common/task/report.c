#include "task/report.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/log.h"

#define FIELD_TEXT_MAX 1024

static const struct {
    const char *name, *unit;
} metrics[] = {
    { "tasks", "Count" },           { "failures", "Count" },        { "ms", "Milliseconds" },
    { "fetchMs", "Milliseconds" },  { "decodeMs", "Milliseconds" }, { "storeMs", "Milliseconds" },
    { "reportMs", "Milliseconds" }, { "bytesIn", "Bytes" },         { "bytesOut", "Bytes" },
};
static const char *const dimension_sets[][3] = {
    { "worker", NULL },
    { "worker", "outcome", NULL },
    { "worker", "error", NULL },
};

static struct json_object *dimensions(bool with_error)
{
    struct json_object *sets = json_new_array();

    for (size_t i = 0; i < ARRAY_LEN(dimension_sets) - !with_error; i++) {
        struct json_object *set = json_new_array();

        for (size_t k = 0; dimension_sets[i][k] != NULL; k++) {
            json_append(set, json_new_str(dimension_sets[i][k]));
        }
        json_append(sets, set);
    }
    return sets;
}

static struct json_object *metric_directive(bool with_error)
{
    struct json_object *aws = json_new_object(), *one = json_new_object();
    struct json_object *list = json_new_array(), *directives = json_new_array();

    for (size_t i = 0; i < ARRAY_LEN(metrics); i++) {
        struct json_object *metric = json_new_object();

        json_set_str(metric, "Name", metrics[i].name);
        json_set_str(metric, "Unit", metrics[i].unit);
        json_append(list, metric);
    }
    json_set_str(one, "Namespace", REPORT_NAMESPACE);
    json_set(one, "Dimensions", dimensions(with_error));
    json_set(one, "Metrics", list);
    json_append(directives, one);
    json_set_u64(aws, "Timestamp", (uint64_t)clock_unix_ms());
    json_set(aws, "CloudWatchMetrics", directives);
    return aws;
}

void report_task_name(const char *token, char out[REPORT_TASK_NAME])
{
    uint8_t digest[SHA256_BYTES];

    digest_sha256(span_str(token), digest);
    digest_hex(digest, (REPORT_TASK_NAME - 1) / 2, out);
}

static void set_measures(struct json_object *fields, const struct report *report)
{
    json_set_u64(fields, "tasks", 1);
    json_set_u64(fields, "failures", report->run->outcome == RUN_FAILED);
    json_set_u64(fields, "ms", report->ms);
    for (size_t i = 0; i < PHASES; i++) {
        char name[16];

        snprintf(name, sizeof name, "%sMs", phase_names[i]);
        json_set_u64(fields, name, report->phases->at[i].spent_us / 1000);
    }
    json_set_u64(fields, "reportMs", report->report_ms);
    json_set_u64(fields, "bytesIn", report->phases->bytes_in);
    json_set_u64(fields, "bytesOut", report->phases->bytes_out);
}

static void set_error(struct json_object *fields, const struct run *run)
{
    const struct err *err = &run->err;

    json_set_cut(fields, "error", err_name(err->kind), FIELD_TEXT_MAX);
    json_set_cut(fields, "code", err->code, FIELD_TEXT_MAX);
    json_set_cut(fields, "message", err->message, FIELD_TEXT_MAX);
    json_set_cut(fields, "setting", err->setting, FIELD_TEXT_MAX);
    if (err->http_status != 0) {
        json_set_u64(fields, "httpStatus", (uint64_t)err->http_status);
    }
}

struct json_object *report_fields(const struct report *report)
{
    const struct run *run = report->run;
    const struct envelope *envelope = &run->envelope;
    struct json_object *fields = json_new_object();
    char task[REPORT_TASK_NAME];
    bool failed = run->outcome == RUN_FAILED || run->outcome == RUN_INTERRUPTED;

    json_set_str(fields, "worker", report->worker);
    json_set_str(fields, "outcome", run_outcome_names[run->outcome]);
    report_task_name(report->token, task);
    json_set_str(fields, "task", task);
    json_set_cut(fields, "uuid", envelope->uuid, FIELD_TEXT_MAX);
    json_set_cut(fields, "executionArn", envelope->execution_arn, FIELD_TEXT_MAX);
    json_set_cut(fields, "bucket", envelope->bucket, FIELD_TEXT_MAX);
    json_set_cut(fields, "key", envelope->key, FIELD_TEXT_MAX);
    json_set_cut(fields, "profile", run->profile, FIELD_TEXT_MAX);
    if (failed) {
        set_error(fields, run);
    }
    if (run->outcome == RUN_SKIPPED) {
        json_set_cut(fields, "reason", envelope_skipped(envelope), FIELD_TEXT_MAX);
    }
    json_set_bool(fields, "delivered", report->delivered);
    set_measures(fields, report);
    json_set(fields, "_aws", metric_directive(failed));
    return fields;
}

void report_log(const struct report *report)
{
    static const struct {
        const char *event;
        enum log_level level;
    } events[] = {
        [RUN_DONE] = { "task.done", LOG_LEVEL_INFO },
        [RUN_SKIPPED] = { "task.skipped", LOG_LEVEL_INFO },
        [RUN_FAILED] = { "task.failed", LOG_LEVEL_WARN },
        [RUN_CLOSED] = { "task.closed", LOG_LEVEL_WARN },
        [RUN_INTERRUPTED] = { "task.interrupted", LOG_LEVEL_WARN },
    };
    CLEANUP(json_releasep) struct json_object *fields = report_fields(report);

    log_object(events[report->run->outcome].level, events[report->run->outcome].event, fields);
}
