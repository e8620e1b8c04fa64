/* What the files of the S3 client share. */
#ifndef AWS_S3_CALL_H
#define AWS_S3_CALL_H

#include "aws/checksum.h"
#include "aws/endpoint.h"
#include "aws/s3.h"
#include "aws/service.h"

#define S3_ERROR_BODY_BYTES ((size_t)64 * 1024)
#define S3_TRANSFER_IDLE    1024             /* bytes in the idle time: less is a crawl */
#define S3_TRANSFER_MS      (15 * 60 * 1000) /* of one object, all tries together */
#define S3_MAX_RANGE_TEXT   48

struct s3 {
    struct service service;
};

/* One request about one object; the strings that its service_request points to. */
struct s3_call {
    struct service_request req;
    struct bucket_address address;
    struct buf path;
    struct http_header headers[SERVICE_MAX_HEADERS];
    struct service_pair query[4];
    char if_match[S3_ETAG_MAX + 2];
};

/* Starts a request: path, host, region. ERR_INPUT for a bucket or key that can be none. */
MUST_CHECK int s3_call_init(struct s3 *s3, const char *method, const char *bucket, const char *key,
                            struct s3_call *call, struct err *err);
void s3_call_release(struct s3_call *call);

void s3_call_header(struct s3_call *call, const char *name, const char *value);
void s3_call_query(struct s3_call *call, const char *name, const char *value);

/* Content-Type, Cache-Control. */
void s3_put_headers(struct s3_call *call, const struct s3_put *put);

/* If-Match (quoted) and versionId, as the object has them. */
void s3_call_object(struct s3_call *call, const struct s3_object *object);

/* Puts "cannot <verb> 's3://bucket/key'" before an error; a failed If-Match becomes ERR_CHANGED,
 * and so does a missing range of an object that has shrunk. */
int s3_explain(const char *verb, const struct s3_object *object, struct err *err);

/* What the headers of an answer say of the object; sizes of a range are of the whole. False when no
 * size is told. */
bool s3_head_read(const struct http_headers *headers, struct s3_head *out);

/* "bytes first-last/total"; false for anything else, "*" included. */
MUST_CHECK bool s3_content_range(const char *text, uint64_t *first, uint64_t *last,
                                 uint64_t *total);

/* For service_request.accept of a put: an answer that has words and no ETag is somebody else's than
 * S3's and is "BadAnswer". etag: S3_ETAG_MAX bytes, "" where a store gives none. */
int s3_accept_put(void *etag, struct http_response *res, struct err *err);

#endif
