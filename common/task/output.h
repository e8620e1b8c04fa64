/* A step's answer as text. */
#ifndef TASK_OUTPUT_H
#define TASK_OUTPUT_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "task/envelope.h"
#include "task/step.h"

/*
 * Writes the envelope into out, whose cap is what the service takes (STATES_MAX_OUTPUT). One that
 * is larger goes to the destination bucket as "<prefix>/state/<worker>.json", and what is returned
 * is the envelope without the members that it does not need, with state: {bucket, key, bytes}.
 * Errors: ERR_OUTPUT where that is too large as well or cannot be stored.
 *
 * An ingest that ends here (SKIPPED, or the last step) has its progress at 100 and the state
 * machine's name.
 */
MUST_CHECK int output_write(const struct worker_spec *spec, struct step_env *env,
                            struct envelope *envelope, struct buf *out, struct err *err);

#endif
