/*
 * S3 objects: head, whole and ranged reads, puts. One struct s3 serves one thread.
 *
 * Keys are UTF-8 as the caller holds them, 1 to 1,024 bytes, sent as they are: nothing is decoded
 * and no path is cleaned. A bucket is a name or an access point's ARN. Errors, beside those named:
 * ERR_INPUT for a bucket or key that cannot be one, and what service.h lists.
 */
#ifndef AWS_S3_H
#define AWS_S3_H

#include <stdatomic.h>

#include "aws/config.h"
#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "base/source.h"
#include "net/http.h"

#define S3_MAX_KEY_BYTES 1024
#define S3_ETAG_MAX      136 /* with the NUL */
#define S3_VERSION_MAX   1025

struct s3; /* opaque */

/* http: this thread's transport (http_transport()); it and config outlive the client. */
struct s3 *s3_new(struct aws_config *config, struct http_transport http);
void s3_free(struct s3 *s3);
DEFINE_FREEP(s3)

/* From here on a true *stop ends what is under way within 0.1 s as ERR_CLOSED (code "Stopped").
 * NULL: nothing stops it. */
void s3_set_stop(struct s3 *s3, const atomic_bool *stop);

/* One object, or one state of it. All strings are borrowed. */
struct s3_object {
    const char *bucket, *key;
    const char *etag;       /* with or without quotes; reads are If-Match. NULL: any */
    const char *version_id; /* NULL: the current one */
};

/* What S3 says of an object; "" where it says nothing. */
struct s3_head {
    uint64_t size;
    char etag[S3_ETAG_MAX]; /* without quotes */
    char version_id[S3_VERSION_MAX];
    char content_type[256];
    int64_t last_modified_unix_ms; /* 0: not told */
    char storage_class[40];        /* "STANDARD" when S3 leaves it out */
    char checksum_kind[16];        /* "crc32", "crc32c", "sha1", "sha256", "crc64nvme", or "" */
    char checksum[72];             /* base64, as S3 has it; only of the whole object */
    bool etag_is_md5;              /* of the whole object, and s3_get holds the bytes to it */
};

/* Errors: ERR_NOT_FOUND, ERR_CHANGED (object->etag is no longer current), ERR_DENIED. */
MUST_CHECK int s3_head(struct s3 *s3, const struct s3_object *object, struct s3_head *out,
                       struct err *err);

/*
 * Takes the object's bytes in order, each once. head is filled before the first call. -1 ends the
 * read with the sink's error; but after ERR_MALFORMED, _UNSUPPORTED and _LIMIT the rest is read
 * first (and not handed on), since flipped bytes may be the reason: then it is ChecksumMismatch.
 * Not called for an empty object.
 */
struct s3_sink {
    int (*take)(void *ctx, const struct s3_head *head, struct span piece, struct err *err);
    void *ctx;
};

/*
 * Reads the whole object. A body that is cut off is resumed from the byte reached, with If-Match;
 * at the end length and checksum (x-amz-checksum-*, or the ETag where it is an MD5) are compared:
 * a difference is ERR_TRANSIENT "ChecksumMismatch", and the caller, who holds the bytes, reads
 * again. max_bytes: a larger object is ERR_LIMIT before a byte is handed on; 0: any size.
 * head may be NULL. ERR_CHANGED: the object is not, or is no longer, the one with object->etag.
 */
MUST_CHECK int s3_get(struct s3 *s3, const struct s3_object *object, uint64_t max_bytes,
                      const struct s3_sink *sink, struct s3_head *head, struct err *err);

/* The same into out, which keeps its cap (a larger object is ERR_LIMIT); a checksum mismatch is
 * asked again here. On failure out is empty. */
MUST_CHECK int s3_get_buf(struct s3 *s3, const struct s3_object *object, struct buf *out,
                          struct s3_head *head, struct err *err);

/* Bytes [offset, offset + len) into out, which must have room for them; *got is less at the end of
 * the object. A body that is cut off is resumed as by s3_get. Length and Content-Range are checked;
 * a checksum only where the range is the whole object. From who sends the whole object all the same
 * the range is taken. */
MUST_CHECK int s3_get_range(struct s3 *s3, const struct s3_object *object, uint64_t offset,
                            size_t len, void *out, size_t *got, struct err *err);

/* What reading cost. */
struct s3_traffic {
    uint64_t requests, bytes;
};

/*
 * The object as a source: each read_at is one ranged GET with If-Match, nothing is kept or read
 * ahead. object->etag must be set (from s3_head), size is the head's. The strings are copied; s3
 * and traffic (may be NULL) outlive the source. ERR_CHANGED when the object is no longer the same.
 */
struct source s3_source(struct s3 *s3, const struct s3_object *object, uint64_t size,
                        struct s3_traffic *traffic);

/* How an object is stored. */
struct s3_put {
    const char *bucket, *key;
    const char *content_type;  /* NULL: application/octet-stream */
    const char *cache_control; /* NULL: none */
};

/* Up to 5 GB in one request, with a CRC32 that S3 checks and keeps. etag (without quotes) may be
 * NULL. */
MUST_CHECK int s3_put(struct s3 *s3, const struct s3_put *put, struct span body,
                      char etag[S3_ETAG_MAX], struct err *err);

/*
 * An object whose size is not known before: up to 16 MiB are kept and put in one request, a larger
 * one goes in parts of 16 MiB. Nothing is visible under the key before finish has returned 0.
 * s3_upload_free aborts an upload that was not finished, also when the stop flag is set, so that no
 * parts are left behind.
 */
#define S3_PART_BYTES ((size_t)16 * 1024 * 1024)
struct s3_upload;                                                         /* opaque */
struct s3_upload *s3_upload_new(struct s3 *s3, const struct s3_put *put); /* strings are copied */
MUST_CHECK int s3_upload_add(struct s3_upload *upload, struct span piece, struct err *err);
MUST_CHECK int s3_upload_finish(struct s3_upload *upload, char etag[S3_ETAG_MAX], struct err *err);
void s3_upload_free(struct s3_upload *upload);
DEFINE_FREEP(s3_upload)

#endif
