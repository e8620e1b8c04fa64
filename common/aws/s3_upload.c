/* Objects put piece by piece: in one request when small, in parts when large. */
#include <stdio.h>
#include <string.h>

#include "aws/s3_call.h"
#include "aws/xml_text.h"
#include "base/mem.h"
#include "base/text.h"

#define MAX_PARTS         10000 /* of S3 */
#define MAX_UPLOAD_ID     ((size_t)2048)
#define MAX_COMPLETE_BODY ((size_t)4 * 1024 * 1024)
#define ABORT_BUDGET_MS   3000 /* a stopping worker has no more time; a bucket rule does the rest */
#define COMPLETE_IDLE_MS  60000 /* S3 may think for minutes, and sends blanks meanwhile */

struct part {
    char etag[S3_ETAG_MAX];
    char crc32[CHECKSUM_TEXT_MAX];
};

struct s3_upload {
    struct s3 *s3;
    struct s3_put put;
    char *bucket, *key, *content_type, *cache_control;
    struct buf piece; /* the part that is being filled */
    char *id;         /* NULL until the object has outgrown one request */
    struct part *parts;
    size_t n_parts;
    bool finished;
};

struct s3_upload *s3_upload_new(struct s3 *s3, const struct s3_put *put)
{
    struct s3_upload *upload = mem_zalloc(sizeof *upload);

    *upload = (struct s3_upload){ .s3 = s3,
                                  .bucket = mem_strdup(put->bucket),
                                  .key = mem_strdup(put->key),
                                  .content_type = mem_strdup(put->content_type),
                                  .cache_control = mem_strdup(put->cache_control),
                                  .piece = BUF_INIT(S3_PART_BYTES) };
    upload->put =
        (struct s3_put){ upload->bucket, upload->key, upload->content_type, upload->cache_control };
    return upload;
}

static struct s3_object object_of(const struct s3_upload *upload)
{
    return (struct s3_object){ upload->bucket, upload->key, NULL, NULL };
}

/* Sends one request of the upload; body is the answer's, wanted by create and complete. */
static int send(struct s3_upload *upload, struct s3_call *call, struct http_response *res,
                struct err *err)
{
    struct s3_object object = object_of(upload);

    if (call->req.budget_ms == 0) {
        call->req.budget_ms = S3_TRANSFER_MS;
    }
    if (service_call(&upload->s3->service, &call->req, res, err) == 0) {
        return 0;
    }
    s3_explain("write", &object, err);
    if (strcmp(err->code, "NoSuchUpload") == 0 || strcmp(err->code, "InvalidPart") == 0) {
        err->kind = ERR_TRANSIENT; /* S3 lost what it had: all of it can be sent anew */
    }
    return -1;
}

static int accept_create(void *ctx, struct http_response *res, struct err *err)
{
    struct s3_upload *upload = ctx;
    CLEANUP(buf_release) struct buf id = BUF_INIT(MAX_UPLOAD_ID);

    if (!xml_text(buf_span(&res->body), "UploadId", &id) || id.len == 0) {
        return service_again(err, "BadAnswer", "s3 gave no upload id");
    }
    upload->id = mem_strdup(buf_cstr(&id));
    return 0;
}

static int create(struct s3_upload *upload, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(s3_call_release) struct s3_call call = { 0 };

    TRY(s3_call_init(upload->s3, "POST", upload->bucket, upload->key, &call, err));
    s3_call_query(&call, "uploads", "");
    s3_put_headers(&call, &upload->put);
    s3_call_header(&call, "x-amz-checksum-algorithm", "CRC32");
    call.req.accept = accept_create;
    call.req.accept_ctx = upload;
    return send(upload, &call, &res, err);
}

static int send_part(struct s3_upload *upload, struct part *part, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(s3_call_release) struct s3_call call = { 0 };
    struct checksum crc;
    char number[24];

    TRY(s3_call_init(upload->s3, "PUT", upload->bucket, upload->key, &call, err));
    snprintf(number, sizeof number, "%zu", upload->n_parts + 1);
    s3_call_query(&call, "partNumber", number);
    s3_call_query(&call, "uploadId", upload->id);
    checksum_init(&crc, CHECKSUM_CRC32);
    checksum_update(&crc, buf_span(&upload->piece));
    checksum_final(&crc, part->crc32);
    s3_call_header(&call, "x-amz-checksum-crc32", part->crc32);
    call.req.body = buf_span(&upload->piece);
    call.req.accept = s3_accept_put;
    call.req.accept_ctx = part->etag;
    return send(upload, &call, &res, err);
}

static int flush(struct s3_upload *upload, struct err *err)
{
    struct part part = { 0 };

    if (upload->id == NULL) {
        TRY(create(upload, err));
    }
    if (upload->n_parts == MAX_PARTS) {
        return err_limit(err, NULL, (uint64_t)MAX_PARTS * S3_PART_BYTES,
                         (uint64_t)MAX_PARTS * S3_PART_BYTES + 1, "upload's size");
    }
    TRY(send_part(upload, &part, err));
    upload->parts = mem_realloc(upload->parts, (upload->n_parts + 1) * sizeof part);
    upload->parts[upload->n_parts++] = part;
    buf_clear(&upload->piece);
    return 0;
}

int s3_upload_add(struct s3_upload *upload, struct span piece, struct err *err)
{
    while (piece.len > 0) {
        size_t room = S3_PART_BYTES - upload->piece.len;
        size_t len = piece.len < room ? piece.len : room;

        if (room == 0) {
            TRY(flush(upload, err));
            continue;
        }
        buf_add(&upload->piece, piece.data, len);
        piece = span_from(piece, len);
    }
    return 0;
}

static void part_list(const struct s3_upload *upload, struct buf *out)
{
    buf_add_str(out, "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    for (size_t i = 0; i < upload->n_parts; i++) {
        char number[24], etag[S3_ETAG_MAX + 2];

        snprintf(number, sizeof number, "%zu", i + 1);
        snprintf(etag, sizeof etag, "\"%s\"", upload->parts[i].etag);
        buf_add_str(out, "<Part>");
        xml_add(out, "PartNumber", number);
        xml_add(out, "ETag", etag);
        xml_add(out, "ChecksumCRC32", upload->parts[i].crc32);
        buf_add_str(out, "</Part>");
    }
    buf_add_str(out, "</CompleteMultipartUpload>");
}

/* A failure may come with status 200, since S3 answers before it is done. */
static int accept_complete(void *ctx, struct http_response *res, struct err *err)
{
    CLEANUP(buf_release) struct buf etag = BUF_INIT(S3_ETAG_MAX);
    char *out = ctx;
    size_t start, len;

    if (!xml_root_is(buf_span(&res->body), "CompleteMultipartUploadResult")) {
        return service_again(err, "InternalError", "s3 could not put the parts together");
    }
    if (xml_text(buf_span(&res->body), "ETag", &etag)) {
        start = etag.len > 0 && etag.data[0] == '"';
        len = etag.len - start;
        len -= len > 0 && etag.data[etag.len - 1] == '"';
        snprintf(out, S3_ETAG_MAX, "%.*s", (int)len, buf_cstr(&etag) + start);
    }
    return 0;
}

static bool from_hex(const char *text, uint8_t out[MD5_BYTES])
{
    if (strlen(text) != MD5_HEX - 1) {
        return false;
    }
    for (size_t i = 0; i < MD5_BYTES; i++) {
        int high = text_hex_value(text[2 * i]), low = text_hex_value(text[2 * i + 1]);

        if (high < 0 || low < 0) {
            return false;
        }
        out[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

/* The ETag of the whole: MD5 of the parts' MD5s, and their number. */
static bool expected_etag(const struct s3_upload *upload, char out[S3_ETAG_MAX])
{
    struct digest digest;
    uint8_t md5[64];
    char hex[MD5_HEX];
    bool plain = true;

    digest_init(&digest, DIGEST_MD5);
    for (size_t i = 0; i < upload->n_parts && plain; i++) {
        plain = from_hex(upload->parts[i].etag, md5);
        digest_update(&digest, (struct span){ md5, MD5_BYTES });
    }
    digest_final(&digest, md5);
    digest_hex(md5, MD5_BYTES, hex);
    snprintf(out, S3_ETAG_MAX, "%s-%zu", hex, upload->n_parts);
    return plain;
}

/* The upload is gone: was it a lost answer to a try that S3 carried out? */
static bool was_completed(struct s3_upload *upload, char etag[S3_ETAG_MAX])
{
    struct s3_object object = object_of(upload);
    char expected[S3_ETAG_MAX];
    struct s3_head head;
    struct err ignored;

    if (!expected_etag(upload, expected) || s3_head(upload->s3, &object, &head, &ignored) != 0 ||
        strcmp(head.etag, expected) != 0) {
        return false;
    }
    snprintf(etag, S3_ETAG_MAX, "%s", expected);
    return true;
}

static int complete(struct s3_upload *upload, char etag[S3_ETAG_MAX], struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(buf_release) struct buf list = BUF_INIT(MAX_COMPLETE_BODY);
    CLEANUP(s3_call_release) struct s3_call call = { 0 };

    TRY(s3_call_init(upload->s3, "POST", upload->bucket, upload->key, &call, err));
    part_list(upload, &list);
    TRY(buf_check(&list, "list of parts", err));
    s3_call_query(&call, "uploadId", upload->id);
    s3_call_header(&call, "Content-Type", "application/xml");
    call.req.body = buf_span(&list);
    call.req.idle_timeout_ms = COMPLETE_IDLE_MS;
    call.req.accept = accept_complete;
    call.req.accept_ctx = etag;
    if (send(upload, &call, &res, err) == 0) {
        return 0;
    }
    return strcmp(err->code, "NoSuchUpload") == 0 && was_completed(upload, etag) ? 0 : -1;
}

int s3_upload_finish(struct s3_upload *upload, char etag[S3_ETAG_MAX], struct err *err)
{
    char own[S3_ETAG_MAX] = "";
    struct err own_err;

    etag = etag != NULL ? etag : own;
    err = err != NULL ? err : &own_err;
    if (upload->id == NULL) {
        TRY(s3_put(upload->s3, &upload->put, buf_span(&upload->piece), etag, err));
    } else {
        TRY(flush(upload, err));
        TRY(complete(upload, etag, err));
    }
    upload->finished = true;
    return 0;
}

/* Best effort, and not stopped by the flag that may be the reason for it. */
static void abort_upload(struct s3_upload *upload)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(s3_call_release) struct s3_call call = { 0 };
    const atomic_bool *stop = upload->s3->service.stop;
    struct err ignored;

    if (s3_call_init(upload->s3, "DELETE", upload->bucket, upload->key, &call, &ignored) != 0) {
        return;
    }
    s3_call_query(&call, "uploadId", upload->id);
    call.req.budget_ms = ABORT_BUDGET_MS;
    upload->s3->service.stop = NULL;
    (void)!service_call(&upload->s3->service, &call.req, &res, &ignored);
    upload->s3->service.stop = stop;
}

void s3_upload_free(struct s3_upload *upload)
{
    if (upload == NULL) {
        return;
    }
    if (upload->id != NULL && !upload->finished) {
        abort_upload(upload);
    }
    mem_free(upload->bucket);
    mem_free(upload->key);
    mem_free(upload->content_type);
    mem_free(upload->cache_control);
    mem_free(upload->id);
    mem_free(upload->parts);
    buf_release(&upload->piece);
    mem_free(upload);
}
