#include "step.h"

#include "imageinfo.h"
#include "remote.h"
#include "sandbox/sandbox.h"
#include "task/object.h"

#define INLINE_MAX_BYTES (96 * 1024)

static int read_meta(struct step_env *env, struct envelope *envelope, const struct s3_head *head,
                     struct json_object **result, struct err *err)
{
    CLEANUP(remote_release) struct remote remote = { 0 };
    struct json_object *imageinfo = envelope_data(envelope, "imageinfo");
    const struct sandbox_stop *stop = (const struct sandbox_stop *)env->stop; /* its one member */
    int failed;

    remote_open(&remote, env->s3, envelope, head);
    phase_begin(&env->phases, PHASE_DECODE);
    failed = sandbox_read_meta(env->shared, source_cache_source(remote.cache), envelope->key, false,
                               stop, result, err);
    phase_end(&env->phases, PHASE_DECODE);
    env->phases.bytes_in += source_cache_bytes(remote.cache);
    json_set_u64(imageinfo, "bytesRead", source_cache_bytes(remote.cache));
    json_set_u64(imageinfo, "requests", source_cache_requests(remote.cache));
    return failed;
}

static int store(struct step_env *env, struct envelope *envelope, const struct profile *profile,
                 struct json_object *imageinfo, struct buf *text, struct err *err)
{
    char key[KEY_MAX_BYTES + 1];
    int failed;

    TRY(object_output_key(envelope, profile->imageinfo_key, key, err));
    imageinfo_text(imageinfo, text);
    TRY(buf_check(text, "imageinfo", err));
    phase_begin(&env->phases, PHASE_STORE);
    failed = s3_put(env->s3_out,
                    &(struct s3_put){ .bucket = envelope->destination_bucket,
                                      .key = key,
                                      .content_type = "application/json" },
                    buf_span(text), NULL, err);
    phase_end(&env->phases, PHASE_STORE);
    if (failed != 0) {
        return err->kind == ERR_CLOSED ? -1
                                       : err_prefix(err, "cannot store 's3://%s/%s'",
                                                    envelope->destination_bucket, key);
    }
    env->phases.bytes_out += text->len;
    json_set_str(envelope_data(envelope, "imageinfo"), "output", key);
    return 0;
}

static void sum_up(struct envelope *envelope, const struct profile *profile,
                   struct json_object *result, const struct buf *text)
{
    struct json_object *out = envelope_data(envelope, "imageinfo");
    struct json_object *summary = json_member(result, "summary");

    json_set(out, "bytes", json_new_u64(text->len));
    if (summary != NULL) {
        json_set(out, "summary", json_retain(summary));
    }
    if (profile->imageinfo_inline && text->len <= INLINE_MAX_BYTES) {
        json_set(out, "metadata", json_retain(json_member(result, "imageinfo")));
    }
}

int imageinfo_step(struct step_env *env, struct envelope *envelope, const struct profile *profile,
                   struct err *err)
{
    CLEANUP(json_releasep) struct json_object *result = NULL;
    CLEANUP(buf_release) struct buf text = BUF_INIT(IMAGEINFO_MAX_BYTES);
    struct s3_object object = object_of(envelope);
    struct s3_head head;

    if (s3_head(env->s3, &object, &head, err) != 0) {
        return object_failed(envelope, err);
    }
    object_describe(envelope, &head);
    if (!profile->has_imageinfo) {
        return 0;
    }
    TRY(read_meta(env, envelope, &head, &result, err));
    TRY(store(env, envelope, profile, json_member(result, "imageinfo"), &text, err));
    sum_up(envelope, profile, result, &text);
    return 0;
}
