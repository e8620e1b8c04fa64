#include "task/object.h"

#include <string.h>

#include "base/clock.h"

struct s3_object object_of(const struct envelope *envelope)
{
    /* By its version an old state is there for ever, and a late event would write its outputs over
     * those of the newer one; by its etag it is only while it is the current one. */
    bool is_event = envelope->standalone && envelope->etag_bare[0] != '\0';

    return (struct s3_object){
        .bucket = envelope->bucket,
        .key = envelope->key,
        .etag = envelope->etag_bare[0] != '\0' ? envelope->etag_bare : NULL,
        .version_id = is_event ? NULL : envelope->version_id,
    };
}

struct s3_object object_as_read(const struct envelope *envelope, const struct s3_head *head)
{
    struct s3_object object = object_of(envelope);

    object.etag = head->etag;
    return object;
}

int object_failed(const struct envelope *envelope, struct err *err)
{
    if (err->kind == ERR_CHANGED && envelope->etag_bare[0] != '\0') {
        return err_set(err, ERR_SUPERSEDED, "superseded: 's3://%s/%s' is no longer of etag '%s'",
                       envelope->bucket, envelope->key, envelope->etag_bare);
    }
    if (err->kind == ERR_CLOSED) {
        return -1;
    }
    return err_prefix(err, "cannot read 's3://%s/%s'", envelope->bucket, envelope->key);
}

static void set_known(struct json_object *object, const char *name, const char *text)
{
    if (text[0] != '\0') {
        json_set_str(object, name, text);
    }
}

void object_describe(struct envelope *envelope, const struct s3_head *head)
{
    struct json_object *source = envelope_data(envelope, "source");
    char when[CLOCK_TEXT_MAX];

    json_set_str(source, "bucket", envelope->bucket);
    json_set_str(source, "key", envelope->key);
    set_known(source, "etag", head->etag);
    set_known(source, "versionId", head->version_id);
    json_set_u64(source, "size", head->size);
    set_known(source, "contentType", head->content_type);
    if (head->last_modified_unix_ms != 0) {
        clock_format(head->last_modified_unix_ms * 1000, CLOCK_ISO, when);
        json_set_str(source, "lastModified", when);
    }
    set_known(source, "storageClass", head->storage_class);
}

int object_output_key(const struct envelope *envelope, const char *template,
                      char out[KEY_MAX_BYTES + 1], struct err *err)
{
    struct key_parts parts = envelope_key_parts(envelope);

    TRY(template_expand(template, &parts, out, err));
    if (strcmp(out, envelope->key) == 0 &&
        strcmp(envelope->destination_bucket, envelope->bucket) == 0) {
        return err_set(err, ERR_INPUT,
                       "key template '%s' would overwrite the source 's3://%s/%s' itself", template,
                       envelope->bucket, envelope->key);
    }
    return 0;
}
