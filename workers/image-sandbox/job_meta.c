#include "base/json.h"
#include "job.h"
#include "limits.h"
#include "meta/meta.h"

static void meta_freep(struct meta **meta)
{
    meta_free(*meta);
}

int job_send_result(const struct json_object *result, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_RESULT_MAX);
    struct message message = { .type = MESSAGE_RESULT };

    json_write(result, &text);
    TRY(buf_check(&text, "the result", err));
    return message_write(SANDBOX_FD_OUT, &message, buf_span(&text), err);
}

int job_read_meta(struct remote *remote, uint64_t bytes, struct span order, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *job = NULL;
    CLEANUP(json_releasep) struct json_object *result = json_new_object();
    CLEANUP(meta_freep) struct meta *meta = NULL;
    const char *source_file;
    bool grouped = false;
    struct source src;

    TRY(json_parse(order, &job, err));
    TRY(json_get_str(job, "sourceFile", &source_file, err));
    TRY(json_opt_bool(job, "grouped", &grouped, err));
    src = remote_parts(remote, bytes);
    TRY(meta_read(&src, &meta_job_limits, &meta, err));
    json_set(result, "imageinfo", meta_flat(meta, source_file));
    json_set(result, "summary", meta_summary(meta));
    if (grouped) {
        json_set(result, "grouped", meta_grouped(meta, source_file));
    }
    return job_send_result(result, err);
}
