/* The two jobs of a decoder process. Each runs behind the lock, answers through SANDBOX_FD_OUT and
 * gives -1 with what is then sent as FAIL. */
#ifndef IMAGE_SANDBOX_JOB_H
#define IMAGE_SANDBOX_JOB_H

#include "base/err.h"
#include "base/json.h"
#include "remote.h"

MUST_CHECK int job_render(struct remote *remote, struct span order, struct err *err);
MUST_CHECK int job_read_meta(struct remote *remote, uint64_t bytes, struct span order,
                             struct err *err);

/* RESULT with the JSON of result. */
MUST_CHECK int job_send_result(const struct json_object *result, struct err *err);

#endif
