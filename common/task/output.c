#include "task/output.h"

#include "base/mem.h"

#define FULL_MAX_BYTES (64 * 1024 * 1024)

static void finish(const struct worker_spec *spec, struct envelope *envelope)
{
    struct json_object *root = envelope->json;
    struct json_object *machine = json_find(root, "execution.stateMachine");
    bool skipped = envelope_skipped(envelope) != NULL;

    if (!skipped && !spec->records_failures) {
        return; /* more steps follow: what stands there stays */
    }
    if (json_is_str(machine)) {
        json_set(root, "stateMachine", json_copy(machine));
    }
    if (!skipped) {
        json_set_str(root, "status", envelope->failure_error != NULL ? "ERROR" : "COMPLETED");
    }
    json_set_u64(root, "progress", 100);
}

static void copy_members(struct json_object *from, const char *const *names, size_t n,
                         struct json_object *to)
{
    for (size_t i = 0; i < n; i++) {
        struct json_object *value = json_member(from, names[i]);

        if (value != NULL) {
            json_set(to, names[i], json_copy(value));
        }
    }
}

/* The envelope with what later steps and the record need, and nothing that is merely handed on. */
static struct json_object *needed(const struct envelope *envelope)
{
    static const char *const of_root[] = { "uuid",     "stateMachine", "operation",   "status",
                                           "progress", "execution",    "traceHeader", "reason" };
    static const char *const of_input[] = { "bucket",    "key",        "destination",
                                            "versionId", "etag",       "sequencer",
                                            "profile",   "renditions", "origin" };
    static const char *const of_data[] = { "source", "imageinfo", "transcode", "record",
                                           "skipped" };
    struct json_object *root = json_new_object();
    struct json_object *input = json_new_object();
    struct json_object *data = json_new_object();

    copy_members(envelope->json, of_root, ARRAY_LEN(of_root), root);
    copy_members(json_member(envelope->json, "input"), of_input, ARRAY_LEN(of_input), input);
    copy_members(envelope->data, of_data, ARRAY_LEN(of_data), data);
    json_set(root, "input", input);
    json_set(root, "data", data);
    return root;
}

static int store_full(const struct worker_spec *spec, struct step_env *env,
                      struct envelope *envelope, struct json_object *small, struct err *err)
{
    CLEANUP(mem_freep) char *template = mem_printf("{prefix}/state/%s.json", spec->name);
    CLEANUP(buf_release) struct buf full = BUF_INIT(FULL_MAX_BYTES);
    struct key_parts parts = envelope_key_parts(envelope);
    struct json_object *where = json_new_object();
    char key[KEY_MAX_BYTES + 1];

    json_set(small, "state", where);
    json_write(envelope->json, &full);
    TRY(buf_check(&full, "the step's output", err));
    TRY(template_expand(template, &parts, key, err));
    TRY(s3_put(env->s3_out,
               &(struct s3_put){ .bucket = envelope->destination_bucket,
                                 .key = key,
                                 .content_type = "application/json" },
               buf_span(&full), NULL, err));
    json_set_str(where, "bucket", envelope->destination_bucket);
    json_set_str(where, "key", key);
    json_set_u64(where, "bytes", full.len);
    return 0;
}

/* The members that everybody looks for first, then what was handed on. Shares the values. */
static struct json_object *in_reading_order(struct json_object *root)
{
    static const char *const first[] = { "uuid",     "stateMachine", "operation", "status",
                                         "progress", "reason",       "input",     "data" };
    struct json_object *ordered = json_new_object();

    for (size_t i = 0; i < ARRAY_LEN(first); i++) {
        struct json_object *value = json_member(root, first[i]);

        if (value != NULL) {
            json_set(ordered, first[i], json_retain(value));
        }
    }
    for (struct json_iter it = json_iter(root); json_next(&it);) {
        json_set(ordered, it.name, json_retain(it.value)); /* keeps its place where it has one */
    }
    return ordered;
}

int output_write(const struct worker_spec *spec, struct step_env *env, struct envelope *envelope,
                 struct buf *out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *whole = NULL;
    CLEANUP(json_releasep) struct json_object *small = NULL;

    finish(spec, envelope);
    whole = in_reading_order(envelope->json);
    json_write(whole, out);
    if (!out->overflowed) {
        return 0;
    }
    small = needed(envelope);
    TRY(store_full(spec, env, envelope, small, err));
    buf_clear(out);
    json_write(small, out);
    if (out->overflowed) {
        err_limit(err, NULL, out->max, out->max + 1, "the step's output");
        err->kind = ERR_OUTPUT;
        return -1;
    }
    return 0;
}
