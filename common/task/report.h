/*
 * One line of the log for each task's outcome, with every field that is needed to find it again.
 * The line is a metric too: its member _aws says so to CloudWatch (embedded metric format), which
 * takes tasks, milliseconds by phase and bytes out of it.
 * Amazon CloudWatch User Guide, "Specification: Embedded metric format".
 */
#ifndef TASK_REPORT_H
#define TASK_REPORT_H

#include "base/def.h"
#include "base/json.h"
#include "task/phases.h"
#include "task/run.h"

#define REPORT_NAMESPACE "ImageIngest"

struct report {
    const char *worker;
    const char *token;
    const struct run *run;
    const struct phases *phases;
    uint64_t ms, report_ms;
    bool delivered;
};

/* How a log names a task: the first 8 hex digits of the SHA-256 of its token. */
#define REPORT_TASK_NAME 9 /* with the NUL */
void report_task_name(const char *token, char out[REPORT_TASK_NAME]);

/* Members of the log line; caller releases. Separate for tests. */
struct json_object *report_fields(const struct report *report);
void report_log(const struct report *report);

#endif
