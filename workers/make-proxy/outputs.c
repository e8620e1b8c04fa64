#include "outputs.h"

#include <string.h>

#include "base/mem.h"
#include "task/object.h"

#define HEAD_BYTES 16

/* The type by the bytes that were written, and not by the word of the process that wrote them. */
static const char *content_type(struct span head)
{
    static const struct {
        size_t at, len;
        const char *bytes, *type;
    } types[] = {
        { 0, 3, "\xff\xd8\xff", "image/jpeg" },
        { 0, 8, "\x89PNG\r\n\x1a\n", "image/png" },
        { 8, 4, "WEBP", "image/webp" },
    };

    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (head.len >= types[i].at + types[i].len &&
            memcmp(head.data + types[i].at, types[i].bytes, types[i].len) == 0) {
            return types[i].type;
        }
    }
    return NULL;
}

static int begin_upload(struct outputs *outputs, size_t index, struct err *err)
{
    struct output *out = &outputs->list[index];
    const char *type = content_type(buf_span(&out->head));

    if (type == NULL) {
        return err_set(err, ERR_MALFORMED, "the decoder gave a rendition that is no image");
    }
    out->upload = s3_upload_new(
        outputs->env->s3_out,
        &(struct s3_put){ .bucket = outputs->envelope->destination_bucket,
                          .key = out->key,
                          .content_type = type,
                          .cache_control = outputs->profile->renditions[index].cache_control });
    return s3_upload_add(out->upload, buf_span(&out->head), err);
}

static int take_piece(void *ctx, size_t index, struct span piece, struct err *err)
{
    struct outputs *outputs = ctx;
    struct output *out = &outputs->list[index];
    struct span head = piece;

    digest_update(&out->md5, piece);
    out->bytes += piece.len;
    if (out->upload == NULL) {
        head.len = piece.len < HEAD_BYTES - out->head.len ? piece.len : HEAD_BYTES - out->head.len;
        buf_add_span(&out->head, head);
        if (out->head.len < HEAD_BYTES) {
            return 0;
        }
        TRY(begin_upload(outputs, index, err));
        piece = span_from(piece, head.len);
    }
    return s3_upload_add(out->upload, piece, err);
}

static int take_facts(void *ctx, size_t index, struct json_object *facts, struct err *err)
{
    struct outputs *outputs = ctx;

    if (outputs->list[index].upload == NULL) {
        return err_set(err, ERR_MALFORMED, "the decoder gave an empty rendition");
    }
    outputs->list[index].facts = json_retain(facts);
    return 0;
}

static int take_failure(void *ctx, size_t index, const struct err *why, struct err *err)
{
    struct outputs *outputs = ctx;
    const struct rendition *rendition = &outputs->profile->renditions[index];
    CLEANUP(mem_freep) char *warning = NULL;

    if (!rendition->optional) {
        *err = *why;
        return err_prefix(err, "rendition '%s'", rendition->name);
    }
    warning =
        mem_printf("rendition '%s': %s: %s", rendition->name, err_name(why->kind), why->message);
    json_append(outputs->warnings, json_new_str(warning));
    s3_upload_free(outputs->list[index].upload);
    outputs->list[index].upload = NULL;
    return 0;
}

int outputs_open(struct outputs *outputs, struct step_env *env, struct envelope *envelope,
                 const struct profile *profile, struct err *err)
{
    *outputs = (struct outputs){
        .env = env,
        .envelope = envelope,
        .profile = profile,
        .list = mem_array(profile->n_renditions, sizeof *outputs->list),
        .warnings = json_new_array(),
        .sink = { take_piece, take_facts, take_failure, outputs },
    };
    for (size_t i = 0; i < profile->n_renditions; i++) {
        outputs->list[i].head = (struct buf)BUF_INIT(HEAD_BYTES);
        digest_init(&outputs->list[i].md5, DIGEST_MD5);
    }
    for (size_t i = 0; i < profile->n_renditions; i++) {
        TRY(object_output_key(envelope, profile->renditions[i].key, outputs->list[i].key, err));
    }
    return 0;
}

void outputs_release(struct outputs *outputs)
{
    for (size_t i = 0; outputs->list != NULL && i < outputs->profile->n_renditions; i++) {
        s3_upload_free(outputs->list[i].upload);
        buf_release(&outputs->list[i].head);
        digest_release(&outputs->list[i].md5);
        json_release(outputs->list[i].facts);
    }
    mem_free(outputs->list);
    json_release(outputs->warnings);
    *outputs = (struct outputs){ 0 };
}

static struct json_object *describe(struct outputs *outputs, size_t index)
{
    static const char *const known[] = { "width", "height", "format" };
    struct output *out = &outputs->list[index];
    struct json_object *one = json_new_object();
    uint8_t md5[64];
    char hex[MD5_HEX];

    digest_final(&out->md5, md5);
    digest_hex(md5, MD5_BYTES, hex);
    json_set_str(one, "name", outputs->profile->renditions[index].name);
    json_set_str(one, "bucket", outputs->envelope->destination_bucket);
    json_set_str(one, "key", out->key);
    json_set_u64(one, "bytes", out->bytes);
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        json_set(one, known[i], json_retain(json_member(out->facts, known[i])));
    }
    json_set_str(one, "contentType", content_type(buf_span(&out->head)));
    json_set_str(one, "md5", hex);
    return one;
}

/* "<prefix>/transcode/proxy" of "<prefix>/transcode/proxy/x.jpg"; a key without folder is itself.
 */
static void set_output(struct json_object *transcode, const char *key)
{
    size_t base = key_basename_at(key);

    json_set(
        transcode, "output",
        json_new_span((struct span){ (const uint8_t *)key, base > 0 ? base - 1 : strlen(key) }));
}

int outputs_finish(struct outputs *outputs, struct err *err)
{
    struct json_object *transcode = envelope_data(outputs->envelope, "transcode");
    struct json_object *list = json_new_array();

    json_set(transcode, "renditions", list);
    json_set(transcode, "warnings", json_retain(outputs->warnings));
    for (size_t i = 0; i < outputs->profile->n_renditions; i++) {
        struct output *out = &outputs->list[i];

        if (out->facts == NULL) {
            continue;
        }
        if (s3_upload_finish(out->upload, NULL, err) != 0) {
            return err->kind == ERR_CLOSED
                       ? -1
                       : err_prefix(err, "cannot store 's3://%s/%s'",
                                    outputs->envelope->destination_bucket, out->key);
        }
        outputs->env->phases.bytes_out += out->bytes;
        json_append(list, describe(outputs, i));
    }
    set_output(transcode, outputs->list[0].key);
    return 0;
}
