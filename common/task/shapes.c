#include "task/shapes.h"

#include <string.h>

#include "base/text.h"
#include "net/uri.h"
#include "recipe/template.h"

#define ENCODED_KEY_MAX 4096 /* 1,024 bytes, each as %XX, and more, so that the excess is named */

/* Where a shape holds what an ingest needs; NULL: nowhere. */
struct shape {
    const char *mark; /* the member that tells the shape */
    const char *origin;
    const char *bucket, *key;
    const char *etags[2], *version_ids[2];
    const char *sequencer;
    bool key_encoded;
};

static const struct shape shapes[] = {
    /* https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
    { "detail",
      "event",
      "detail.bucket.name",
      "detail.object.key",
      { "detail.object.etag" },
      { "detail.object.version-id" },
      "detail.object.sequencer",
      false },
    /* https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
    { "Records",
      "notification",
      "Records[0].s3.bucket.name",
      "Records[0].s3.object.key",
      { "Records[0].s3.object.eTag" },
      { "Records[0].s3.object.versionId" },
      "Records[0].s3.object.sequencer",
      true },
    /* A listing's or an inventory's item, with the bucket beside it. */
    { "Key",
      "backfill",
      "bucket",
      "Key",
      { "Etag", "ETag" },
      { "VersionId", "versionId" },
      NULL,
      false },
};

/* Once, and only what is UTF-8 text then is a key. */
static int decode_key(const char *encoded, struct buf *out, struct err *err)
{
    uri_decode(span_str(encoded), out);
    if (out->overflowed) {
        return err_set(err, ERR_INPUT, "Records[0].s3.object.key: 1 to %d bytes expected",
                       KEY_MAX_BYTES);
    }
    if (!text_is_utf8(buf_span(out)) ||
        (out->len > 0 && memchr(out->data, '\0', out->len) != NULL)) {
        return err_set(err, ERR_INPUT, "Records[0].s3.object.key: URL-encoded UTF-8 expected");
    }
    return 0;
}

static int copy_key(struct json_object *root, const struct shape *shape, struct json_object *input,
                    struct err *err)
{
    CLEANUP(buf_release) struct buf decoded = BUF_INIT(ENCODED_KEY_MAX);
    const char *key;

    TRY(json_get_str(root, shape->key, &key, err));
    if (!shape->key_encoded) {
        json_set_str(input, "key", key);
        return 0;
    }
    TRY(decode_key(key, &decoded, err));
    json_set_str(input, "key", buf_cstr(&decoded));
    return 0;
}

static int copy_bucket(struct json_object *root, const struct shape *shape,
                       const struct settings *settings, struct json_object *input, struct err *err)
{
    const char *bucket = NULL;

    if (strcmp(shape->mark, "Key") == 0) { /* an inventory names it with a capital letter */
        bucket = settings->ingest_bucket;
        TRY(json_opt_str(root, "Bucket", &bucket, err));
        TRY(json_opt_str(root, "bucket", &bucket, err));
    }
    if (bucket == NULL) {
        TRY(json_get_str(root, shape->bucket, &bucket, err));
    }
    json_set_str(input, "bucket", bucket);
    return 0;
}

/* The first of the paths that is there; "" counts as absent, as inventories write it. */
static int copy_optional(struct json_object *root, const char *const *paths, size_t n,
                         const char *name, struct json_object *input, struct err *err)
{
    for (size_t i = 0; i < n; i++) {
        const char *text = NULL;

        if (paths[i] == NULL) {
            continue;
        }
        TRY(json_opt_str(root, paths[i], &text, err));
        if (text != NULL && text[0] != '\0') {
            json_set_str(input, name, text);
            return 0;
        }
    }
    return 0;
}

static int check_shape(struct json_object *root, const struct shape *shape, struct err *err)
{
    struct json_object *records = json_member(root, "Records");
    const char *type = NULL;

    if (strcmp(shape->mark, "Records") == 0 && json_length(records) > 1) {
        return err_set(err, ERR_INPUT, "Records: one record an execution expected, %zu are there",
                       json_length(records));
    }
    if (strcmp(shape->mark, "detail") == 0) {
        TRY(json_opt_str(root, "detail-type", &type, err));
    }
    if (type != NULL && strcmp(type, "Object Created") != 0) {
        return err_set(err, ERR_INPUT, "detail-type: 'Object Created' expected, '%s' is there",
                       type);
    }
    return 0;
}

static int convert(struct json_object *root, const struct shape *shape,
                   const struct settings *settings, struct json_object *input, struct err *err)
{
    TRY(check_shape(root, shape, err));
    TRY(copy_bucket(root, shape, settings, input, err));
    TRY(copy_key(root, shape, input, err));
    TRY(copy_optional(root, shape->version_ids, 2, "versionId", input, err));
    TRY(copy_optional(root, shape->etags, 2, "etag", input, err));
    TRY(copy_optional(root, &shape->sequencer, 1, "sequencer", input, err));
    json_set_str(input, "origin", shape->origin);
    return 0;
}

int shapes_to_native(struct json_object *root, const struct settings *settings, struct err *err)
{
    struct json_object *input;

    if (!json_is_object(root)) {
        return err_set(err, ERR_INPUT, "task input: object expected");
    }
    if (json_member(root, "input") != NULL) {
        return json_get_object(root, "input", &input, err);
    }
    for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
        if (json_member(root, shapes[i].mark) == NULL) {
            continue;
        }
        input = json_new_object();
        if (convert(root, &shapes[i], settings, input, err) != 0) {
            json_release(input);
            return -1;
        }
        json_set(root, "input", input);
        return 0;
    }
    return err_set(err, ERR_INPUT,
                   "input: object expected (or an S3 event's detail, Records, or a listing's Key)");
}
