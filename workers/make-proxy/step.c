#include "step.h"

#include "intake.h"
#include "outputs.h"
#include "sandbox/sandbox.h"
#include "task/object.h"

static int store(struct step_env *env, struct outputs *outputs, struct err *err)
{
    int failed;

    phase_begin(&env->phases, PHASE_STORE);
    failed = outputs_finish(outputs, err);
    phase_end(&env->phases, PHASE_STORE);
    return failed;
}

/* What else the decode knew: the image, hashes and colours, warnings, and how long it took. */
static void sum_up(struct step_env *env, struct envelope *envelope, const struct intake *intake,
                   struct outputs *outputs)
{
    struct json_object *transcode = envelope_data(envelope, "transcode");
    struct json_object *warnings = json_member(intake->result, "warnings");

    for (size_t i = 0; i < json_length(warnings); i++) {
        json_append(outputs->warnings, json_retain(json_at(warnings, i)));
    }
    json_set(transcode, "source", intake_digests(intake));
    json_set(transcode, "image", json_retain(json_member(intake->result, "image")));
    json_set(transcode, "insight", json_retain(json_member(intake->result, "insight")));
    json_set_u64(transcode, "milliseconds", env->phases.at[PHASE_DECODE].spent_us / 1000);
}

/* A profile without renditions: the object is not even opened. */
static int nothing_to_make(struct envelope *envelope)
{
    struct json_object *transcode = envelope_data(envelope, "transcode");

    json_set(transcode, "renditions", json_new_array());
    json_set(transcode, "warnings", json_new_array());
    return 0;
}

int proxy_step(struct step_env *env, struct envelope *envelope, const struct profile *profile,
               struct err *err)
{
    CLEANUP(outputs_release) struct outputs outputs = { 0 };
    CLEANUP(intake_release) struct intake intake = { 0 };

    if (profile->n_renditions == 0) {
        return nothing_to_make(envelope);
    }
    TRY(outputs_open(&outputs, env, envelope, profile, err));
    TRY(intake_read(&intake, env, envelope, profile, &outputs.sink, err));
    object_describe(envelope, &intake.head);
    TRY(store(env, &outputs, err));
    sum_up(env, envelope, &intake, &outputs);
    return 0;
}
