#include "intake.h"

#include <stdio.h>

#include "task/object.h"

static int take_piece(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    struct intake *intake = ctx;

    if (!intake->arriving) {
        intake->arriving = true;
        phase_begin(&intake->env->phases, PHASE_DECODE);
        TRY(sandbox_job_start(intake->env->shared, &intake->render, head->size, &intake->job, err));
    }
    if (!head->etag_is_md5) { /* else it is taken, and compared, already */
        digest_update(&intake->md5, piece);
    }
    digest_update(&intake->sha256, piece);
    intake->env->phases.bytes_in += piece.len;
    return sandbox_job_feed(intake->job, piece, err);
}

static int fetch(struct intake *intake, const struct envelope *envelope, struct err *err)
{
    struct s3_object object = object_of(envelope);
    uint64_t max_bytes = intake->env->settings->max_source_bytes;
    struct s3_sink sink = { take_piece, intake };
    int failed;

    phase_begin(&intake->env->phases, PHASE_FETCH);
    failed = s3_get(intake->env->s3, &object, max_bytes, &sink, &intake->head, err);
    phase_end(&intake->env->phases, PHASE_FETCH);
    if (failed == 0 || intake->arriving) {
        return failed; /* from the first byte on the decoder's word is the better one */
    }
    if (err->kind == ERR_LIMIT) {
        uint64_t size = err->has_limit ? err->value : max_bytes + 1;

        return err_limit(err, "INGEST_MAX_SOURCE_BYTES", max_bytes, size,
                         "size of 's3://%s/%s' in bytes", envelope->bucket, envelope->key);
    }
    return object_failed(envelope, err);
}

static void finish_digests(struct intake *intake)
{
    uint8_t bytes[64];

    digest_final(&intake->md5, bytes);
    digest_hex(bytes, MD5_BYTES, intake->md5_hex);
    if (intake->head.etag_is_md5) {
        snprintf(intake->md5_hex, sizeof intake->md5_hex, "%.32s", intake->head.etag);
    }
    digest_final(&intake->sha256, bytes);
    digest_hex(bytes, SHA256_BYTES, intake->sha256_hex);
}

int intake_read(struct intake *intake, struct step_env *env, const struct envelope *envelope,
                const struct profile *profile, const struct sandbox_sink *sink, struct err *err)
{
    int failed;

    intake->env = env;
    TRY(marks_open(&intake->marks, env, envelope, profile, err));
    intake->render = (struct sandbox_render){
        .renditions = profile->renditions,
        .n_renditions = profile->n_renditions,
        .marks = intake->marks.sources,
        .n_marks = intake->marks.n,
        .sink = sink,
        .stop = (const struct sandbox_stop *)env->stop, /* its one member */
    };
    digest_init(&intake->md5, DIGEST_MD5);
    digest_init(&intake->sha256, DIGEST_SHA256);
    TRY(fetch(intake, envelope, err));
    if (intake->job == NULL) { /* an empty object: the decoder says what it is not */
        phase_begin(&env->phases, PHASE_DECODE);
        TRY(sandbox_job_start(env->shared, &intake->render, 0, &intake->job, err));
    }
    failed = sandbox_job_finish(intake->job, &intake->result, err);
    phase_end(&env->phases, PHASE_DECODE);
    finish_digests(intake);
    return failed;
}

void intake_release(struct intake *intake)
{
    sandbox_job_free(intake->job);
    marks_release(&intake->marks);
    digest_release(&intake->md5);
    digest_release(&intake->sha256);
    json_release(intake->result);
    *intake = (struct intake){ 0 };
}

struct json_object *intake_digests(const struct intake *intake)
{
    struct json_object *digests = json_new_object();

    json_set_str(digests, "md5", intake->md5_hex);
    json_set_str(digests, "sha256", intake->sha256_hex);
    return digests;
}
