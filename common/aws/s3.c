#include "aws/s3.h"

#include <stdio.h>
#include <string.h>

#include "aws/s3_call.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "net/uri.h"

#define MAX_PATH_BYTES (4 * 1024) /* a key of 1,024 bytes, all of them encoded, and a bucket */

struct s3 *s3_new(struct aws_config *config, struct http_transport http)
{
    struct s3 *s3 = mem_zalloc(sizeof *s3);

    s3->service = (struct service){ config, http, &service_s3, NULL };
    return s3;
}

void s3_free(struct s3 *s3)
{
    mem_free(s3);
}

void s3_set_stop(struct s3 *s3, const atomic_bool *stop)
{
    s3->service.stop = stop;
}

int s3_call_init(struct s3 *s3, const char *method, const char *bucket, const char *key,
                 struct s3_call *call, struct err *err)
{
    size_t key_len = strlen(key);
    struct endpoint endpoint;

    *call = (struct s3_call){ .path = BUF_INIT(MAX_PATH_BYTES) };
    if (key_len < 1 || key_len > S3_MAX_KEY_BYTES) {
        return err_set(err, ERR_INPUT, "key of %zu bytes: 1 to %d expected", key_len,
                       S3_MAX_KEY_BYTES);
    }
    TRY(endpoint_resolve(s3->service.config, &service_s3, &endpoint, err));
    TRY(endpoint_bucket(s3->service.config, &endpoint, bucket, &call->address, err));
    buf_printf(&call->path, "%s/", call->address.prefix);
    uri_encode(span_str(key), true, &call->path);
    call->req = (struct service_request){
        .method = method,
        .host = call->address.host[0] != '\0' ? call->address.host : NULL,
        .region = call->address.region[0] != '\0' ? call->address.region : NULL,
        .path = buf_cstr(&call->path),
        .query = call->query,
        .headers = call->headers,
    };
    return buf_check(&call->path, "encoded key", err);
}

void s3_call_release(struct s3_call *call)
{
    buf_release(&call->path);
}

void s3_call_header(struct s3_call *call, const char *name, const char *value)
{
    call->headers[call->req.n_headers++] = (struct http_header){ name, value };
}

void s3_call_query(struct s3_call *call, const char *name, const char *value)
{
    call->query[call->req.n_query++] = (struct service_pair){ name, value };
}

void s3_call_object(struct s3_call *call, const struct s3_object *object)
{
    if (object->etag != NULL && object->etag[0] != '\0') {
        bool quoted = object->etag[0] == '"';

        snprintf(call->if_match, sizeof call->if_match, quoted ? "%s" : "\"%s\"", object->etag);
        s3_call_header(call, "If-Match", call->if_match);
    }
    if (object->version_id != NULL && object->version_id[0] != '\0') {
        s3_call_query(call, "versionId", object->version_id);
    }
}

int s3_explain(const char *verb, const struct s3_object *object, struct err *err)
{
    if (err == NULL) {
        return -1;
    }
    if (err->kind == ERR_PRECONDITION || err->http_status == 416) {
        err->kind = ERR_CHANGED;
    }
    if (err->kind == ERR_NOT_FOUND && strcmp(verb, "write") == 0) {
        err->kind = ERR_INPUT; /* the destination that was asked for, not the source, is missing */
    }
    return err_prefix(err, "cannot %s 's3://%s/%s'", verb, object->bucket, object->key);
}

/* Digits only, in 64 bits. */
static bool read_number(const char *text, size_t len, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < len; i++) {
        if (!text_is_digit(text[i])) {
            return false;
        }
        *out = *out * 10 + (uint64_t)(text[i] - '0');
    }
    return len >= 1 && len <= 19; /* under 2^63 */
}

bool s3_content_range(const char *text, uint64_t *first, uint64_t *last, uint64_t *total)
{
    static const char unit[] = "bytes ";
    const char *dash, *slash;

    if (text == NULL || strncmp(text, unit, sizeof unit - 1) != 0) {
        return false;
    }
    text += sizeof unit - 1;
    dash = strchr(text, '-');
    slash = strchr(text, '/');
    if (dash == NULL || slash == NULL || slash < dash) {
        return false;
    }
    return read_number(text, (size_t)(dash - text), first) &&
           read_number(dash + 1, (size_t)(slash - dash) - 1, last) &&
           read_number(slash + 1, strlen(slash + 1), total) && *first <= *last && *last < *total;
}

static void copy_header(const struct http_headers *headers, const char *name, char *out,
                        size_t size, const char *preset)
{
    const char *value = http_header_get(headers, name);

    snprintf(out, size, "%s", value != NULL ? value : preset);
}

static bool read_size(const struct http_headers *headers, uint64_t *size)
{
    const char *length = http_header_get(headers, "Content-Length");
    uint64_t first, last;

    if (s3_content_range(http_header_get(headers, "Content-Range"), &first, &last, size) ||
        (length != NULL && read_number(length, strlen(length), size))) {
        return true;
    }
    *size = 0;
    return false;
}

bool s3_head_read(const struct http_headers *headers, struct s3_head *out)
{
    const char *modified = http_header_get(headers, "Last-Modified");
    enum checksum_kind kind;
    int64_t unix_us;
    bool sized;
    size_t len;

    *out = (struct s3_head){ 0 };
    sized = read_size(headers, &out->size);
    copy_header(headers, "ETag", out->etag, sizeof out->etag, "");
    len = strlen(out->etag);
    if (len >= 2 && out->etag[0] == '"' && out->etag[len - 1] == '"') {
        memmove(out->etag, out->etag + 1, len - 2);
        out->etag[len - 2] = '\0';
    }
    copy_header(headers, "x-amz-version-id", out->version_id, sizeof out->version_id, "");
    copy_header(headers, "Content-Type", out->content_type, sizeof out->content_type, "");
    copy_header(headers, "x-amz-storage-class", out->storage_class, sizeof out->storage_class,
                "STANDARD");
    if (modified != NULL && clock_parse_http(modified, &unix_us)) {
        out->last_modified_unix_ms = unix_us / 1000;
    }
    kind = checksum_told(headers, out->checksum);
    if (kind == CHECKSUM_MD5) {
        out->checksum[0] = '\0'; /* it is the ETag already */
        out->etag_is_md5 = true;
    } else {
        snprintf(out->checksum_kind, sizeof out->checksum_kind, "%s", checksum_name(kind));
    }
    return sized;
}

static int accept_head(void *ctx, struct http_response *res, struct err *err)
{
    return s3_head_read(&res->headers, ctx)
               ? 0
               : service_again(err, "BadAnswer", "s3 told no object size");
}

static int head_once(struct s3 *s3, const struct s3_object *object, struct s3_head *out,
                     struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(s3_call_release) struct s3_call call = { 0 };

    TRY(s3_call_init(s3, "HEAD", object->bucket, object->key, &call, err));
    s3_call_object(&call, object);
    s3_call_header(&call, "x-amz-checksum-mode", "ENABLED");
    call.req.accept = accept_head;
    call.req.accept_ctx = out;
    return service_call(&s3->service, &call.req, &res, err) == 0
               ? 0
               : s3_explain("look up", object, err);
}

static bool is_wordless(const struct err *err)
{
    return err->code[0] == '\0' && (err->http_status == 400 || err->http_status == 403);
}

/* A refused HEAD has no body to say why (keys expired? revoked? no right?). A GET of one byte does:
 * what can be put right is, by the way. 0 when the HEAD is worth another try. */
static int ask_why(struct s3 *s3, const struct s3_object *object, struct err *err)
{
    struct err why;
    uint8_t byte;
    size_t got;

    if (!is_wordless(err)) {
        return -1;
    }
    if (s3_get_range(s3, object, 0, 1, &byte, &got, &why) == 0 || why.http_status == 416) {
        return 0;
    }
    *err = why;
    return -1;
}

int s3_head(struct s3 *s3, const struct s3_object *object, struct s3_head *out, struct err *err)
{
    struct err own;

    err = err != NULL ? err : &own;
    if (head_once(s3, object, out, err) == 0) {
        return 0;
    }
    TRY(ask_why(s3, object, err));
    if (head_once(s3, object, out, err) == 0) {
        return 0;
    }
    if (is_wordless(err) && err->http_status == 400) {
        err->kind = ERR_TRANSIENT; /* the GET has shown that the request is good */
    }
    return -1;
}

void s3_put_headers(struct s3_call *call, const struct s3_put *put)
{
    s3_call_header(call, "Content-Type",
                   put->content_type != NULL ? put->content_type : "application/octet-stream");
    if (put->cache_control != NULL) {
        s3_call_header(call, "Cache-Control", put->cache_control);
    }
}

int s3_accept_put(void *etag, struct http_response *res, struct err *err)
{
    struct s3_head head;

    (void)s3_head_read(&res->headers, &head);
    snprintf(etag, S3_ETAG_MAX, "%s", head.etag);
    return head.etag[0] != '\0' || res->body.len == 0
               ? 0
               : service_again(err, "BadAnswer", "a put was answered with words and no etag");
}

int s3_put(struct s3 *s3, const struct s3_put *put, struct span body, char etag[S3_ETAG_MAX],
           struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(s3_call_release) struct s3_call call = { 0 };
    const struct s3_object object = { put->bucket, put->key, NULL, NULL };
    char checksum[CHECKSUM_TEXT_MAX], own[S3_ETAG_MAX];
    struct checksum crc;

    TRY(s3_call_init(s3, "PUT", put->bucket, put->key, &call, err));
    s3_put_headers(&call, put);
    checksum_init(&crc, CHECKSUM_CRC32);
    checksum_update(&crc, body);
    checksum_final(&crc, checksum);
    s3_call_header(&call, "x-amz-checksum-crc32", checksum);
    call.req.body = body;
    call.req.budget_ms = S3_TRANSFER_MS;
    call.req.accept = s3_accept_put;
    call.req.accept_ctx = etag != NULL ? etag : own;
    return service_call(&s3->service, &call.req, &res, err) == 0
               ? 0
               : s3_explain("write", &object, err);
}
