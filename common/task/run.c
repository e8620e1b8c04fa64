#include "task/run.h"

#include <stdio.h>
#include <string.h>

#include "aws/states.h"
#include "base/clock.h"
#include "base/text.h"
#include "task/output.h"

#define CAUSE_TEXT_MAX 1024 /* of bucket and key in a cause: a hostile input's may be any size */

const char *const run_outcome_names[] = { "done", "skipped", "failed", "closed", "interrupted" };

/* Why this object is not to be worked on; false where it is. */
static bool skip_reason(const struct worker_spec *spec, const struct step_env *env,
                        const struct envelope *envelope, const struct profile *profile,
                        char reason[PROFILE_REASON_BYTES])
{
    const char *earlier = envelope_skipped(envelope);

    if (earlier != NULL) {
        snprintf(reason, PROFILE_REASON_BYTES, "%s", earlier);
        return true;
    }
    if (spec->records_failures && envelope->failure_error != NULL) {
        return false;
    }
    return !profile_matches(profile, envelope->bucket, envelope->key, env->settings->ingest_bucket,
                            reason);
}

/*
 * A step met an object that changed under it, bytes that did not add up, or the end of its decoder
 * when the machine's memory ran out, which another slot's image may have used up: each is tried
 * again from the start, once.
 */
static bool worth_a_second_reading(const struct err *err)
{
    return err->kind == ERR_CHANGED || strcmp(err->code, "ChecksumMismatch") == 0 ||
           strcmp(err->code, "DecoderKilled") == 0;
}

static int do_step(const struct worker_spec *spec, struct step_env *env, struct envelope *envelope,
                   const struct profile *profile, struct err *err)
{
    int failed = spec->step(env, envelope, profile, err);

    if (failed != 0 && worth_a_second_reading(err) && !atomic_load(env->stop)) {
        failed = spec->step(env, envelope, profile, err);
    }
    return failed;
}

static int carry_out(const struct worker_spec *spec, struct step_env *env,
                     const struct profile_choice *choice, struct span input, struct run *run)
{
    CLEANUP(profile_release) struct profile profile = { 0 };
    char reason[PROFILE_REASON_BYTES];
    struct err *err = &run->err;

    TRY(envelope_parse(input, env->settings, clock_unix_ms(), &run->envelope, err));
    TRY(envelope_profile(&run->envelope, choice, &profile, err));
    snprintf(run->profile, sizeof run->profile, "%s", profile.name);
    if (skip_reason(spec, env, &run->envelope, &profile, reason)) {
        run->outcome = RUN_SKIPPED;
    } else if (do_step(spec, env, &run->envelope, &profile, err) == 0) {
        run->outcome = RUN_DONE;
    } else if (err->kind == ERR_SUPERSEDED) {
        snprintf(reason, sizeof reason, "%.*s",
                 (int)text_cut(span_str(err->message), sizeof reason - 1), err->message);
        run->outcome = RUN_SKIPPED;
    } else {
        return -1;
    }
    if (run->outcome == RUN_SKIPPED) {
        envelope_skip(&run->envelope, reason);
    }
    return output_write(spec, env, &run->envelope, &run->output, err);
}

void run_task(const struct worker_spec *spec, struct step_env *env,
              const struct profile_choice *choice, struct span input, struct run *out)
{
    *out = (struct run){ .output = BUF_INIT(STATES_MAX_OUTPUT) };
    env->phases = (struct phases){ 0 };
    if (carry_out(spec, env, choice, input, out) != 0) {
        out->outcome = RUN_FAILED;
        if (atomic_load(env->stop)) {
            out->outcome = RUN_CLOSED; /* the loop knows whether the worker stops */
        }
    }
}

void run_release(struct run *run)
{
    envelope_release(&run->envelope);
    buf_release(&run->output);
}

void run_cause(const struct err *err, const struct envelope *envelope, struct buf *out)
{
    CLEANUP(json_releasep) struct json_object *cause = json_new_object();

    json_set_str(cause, "code", err->code[0] != '\0' ? err->code : err_name(err->kind));
    json_set_str(cause, "message", err->message);
    json_set_cut(cause, "bucket", envelope->bucket, CAUSE_TEXT_MAX);
    json_set_cut(cause, "key", envelope->key, CAUSE_TEXT_MAX);
    if (err->has_limit) {
        json_set_u64(cause, "limit", err->limit);
        json_set_u64(cause, "value", err->value);
    }
    json_set_cut(cause, "setting", err->setting, CAUSE_TEXT_MAX);
    json_set_cut(cause, "hint", err->hint, CAUSE_TEXT_MAX);
    json_write(cause, out);
}
