/* Step Functions activities: tasks taken and answered. One struct states serves one thread. */
#ifndef AWS_STATES_H
#define AWS_STATES_H

#include <stdatomic.h>

#include "aws/config.h"
#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "net/http.h"

/* Limits of the service, in bytes of UTF-8. */
#define STATES_MAX_OUTPUT      262144
#define STATES_MAX_CAUSE       32768
#define STATES_MAX_ERROR       256
#define STATES_MAX_WORKER_NAME 80
#define STATES_MAX_TOKEN       2048
#define STATES_MAX_INPUT       (1024 * 1024)

struct states; /* opaque */

/* As s3_new and s3_set_stop. */
struct states *states_new(struct aws_config *config, struct http_transport http);
void states_free(struct states *states);
DEFINE_FREEP(states)
void states_set_stop(struct states *states, const atomic_bool *stop);

struct states_task {
    char *token;      /* NULL: no task came */
    struct buf input; /* the task's input, as text; cap STATES_MAX_INPUT */
};
void states_task_release(struct states_task *task); /* wipes the token */
DEFINE_TAKE(states_task)

/*
 * GetActivityTask: waits up to 60 s for a task (70 s until the poll is given up). One try: the poll
 * loop repeats. worker_name may be NULL. 0 with a NULL token when the time passed without a task.
 * A task that comes without input, or with one that is no text or over STATES_MAX_INPUT, has the
 * empty text.
 */
MUST_CHECK int states_get_task(struct states *states, const char *activity_arn,
                               const char *worker_name, struct states_task *out, struct err *err);

/*
 * ERR_CLOSED: the task is over (TaskTimedOut, TaskDoesNotExist, InvalidToken): drop the work. After
 * a lost answer that may also mean that an earlier try was heard.
 * ERR_OUTPUT: output that is no JSON or over STATES_MAX_OUTPUT (checked here first).
 */
MUST_CHECK int states_succeed(struct states *states, const char *token, struct span output,
                              struct err *err);

/* error and cause are cut to their limits on a character boundary. */
MUST_CHECK int states_fail(struct states *states, const char *token, const char *error,
                           struct span cause, struct err *err);

/* One heartbeat; tries again within 5 s. */
MUST_CHECK int states_heartbeat(struct states *states, const char *token, struct err *err);

#endif
