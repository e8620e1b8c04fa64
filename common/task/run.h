/* One task from its input's text to its output's text: the same for the loop and for --task. */
#ifndef TASK_RUN_H
#define TASK_RUN_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "task/step.h"

enum run_outcome {
    RUN_DONE,
    RUN_SKIPPED,    /* not the profile's, or superseded: nothing written */
    RUN_FAILED,     /* err says why */
    RUN_CLOSED,     /* the service ended the task: nobody waits for an answer */
    RUN_INTERRUPTED /* the worker stops */
};
extern const char *const run_outcome_names[];

struct run {
    enum run_outcome outcome;
    struct err err;
    struct envelope envelope; /* empty where the input is none */
    char profile[64];
    struct buf output; /* JSON text of RUN_DONE and RUN_SKIPPED, at most STATES_MAX_OUTPUT bytes */
};

/* Carries out input. choice: the deployment's profile. Never fails: it all stands in out. */
void run_task(const struct worker_spec *spec, struct step_env *env,
              const struct profile_choice *choice, struct span input, struct run *out);
void run_release(struct run *run);

/*
 * The cause of a failure as SendTaskFailure sends it: one JSON object {code, message, bucket, key,
 * limit, value, setting, hint}, at most STATES_MAX_CAUSE bytes.
 */
void run_cause(const struct err *err, const struct envelope *envelope, struct buf *out);

#endif
