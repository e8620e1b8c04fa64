/*
 * X-Ray: one segment a task, sent to the daemon over UDP when AWS_XRAY_DAEMON_ADDRESS is set.
 * Activities get no trace header from Step Functions: a task opens its own trace, annotated with
 * uuid and execution ARN, or continues the input's traceHeader.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
#ifndef TASK_TRACE_H
#define TASK_TRACE_H

#include "base/def.h"
#include "base/err.h"
#include "task/phases.h"
#include "task/run.h"

struct trace {
    int fd; /* a connected datagram socket; -1: no tracing */
    const char *name;
};

/* address: "host:port", or "tcp:host:port udp:host:port" as the SDKs read it; NULL: no tracing.
 * ERR_USAGE where it is neither. */
MUST_CHECK int trace_open(struct trace *out, const char *address, const char *name,
                          struct err *err);
void trace_close(struct trace *trace);

/* begun_us: of the monotonic clock, when the poll brought the task. A lost datagram is lost. */
void trace_send(const struct trace *trace, const struct run *run, const struct phases *phases,
                uint64_t begun_us);

/* The segment's document; separate for tests. random: 16 bytes. NULL where the input's header says
 * that it is not sampled. Caller releases. */
struct json_object *trace_segment(const char *name, const struct run *run,
                                  const struct phases *phases, uint64_t begun_us,
                                  const uint8_t random[32]);

#endif
