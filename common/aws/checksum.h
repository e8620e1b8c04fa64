/*
 * S3's checksums of a whole object: the x-amz-checksum-* headers, and the ETag where it is an MD5.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
#ifndef AWS_CHECKSUM_H
#define AWS_CHECKSUM_H

#include "base/buf.h"
#include "base/def.h"
#include "base/digest.h"
#include "net/http.h"

#define CHECKSUM_TEXT_MAX 72 /* base64 of 32 bytes, or an ETag; with the NUL */

enum checksum_kind {
    CHECKSUM_NONE,
    CHECKSUM_CRC64NVME,
    CHECKSUM_CRC32C,
    CHECKSUM_CRC32,
    CHECKSUM_SHA256,
    CHECKSUM_SHA1,
    CHECKSUM_MD5, /* of the ETag: hex */
    CHECKSUM_KINDS
};

/* A running one. { 0 } is CHECKSUM_NONE and takes nothing. */
struct checksum {
    enum checksum_kind kind;
    uint32_t crc32;
    uint64_t crc64;
    struct digest digest;
};

void checksum_init(struct checksum *checksum, enum checksum_kind kind);
void checksum_update(struct checksum *checksum, struct span bytes);
void checksum_final(struct checksum *checksum, char out[CHECKSUM_TEXT_MAX]); /* releases, too */
void checksum_release(struct checksum *checksum);

/* "crc32", …; "" for CHECKSUM_NONE. */
const char *checksum_name(enum checksum_kind kind);

/*
 * The best checksum of the whole object that an answer tells, and its text; CHECKSUM_NONE when
 * there is none (a multipart object's composite checksums and ETag are of its parts, and an ETag
 * under SSE-KMS or SSE-C is no MD5).
 */
enum checksum_kind checksum_told(const struct http_headers *headers, char text[CHECKSUM_TEXT_MAX]);

#endif
