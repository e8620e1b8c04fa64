/* Digests and the text forms of bytes: OpenSSL's for the hashes. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/buf.h"
#include "base/def.h"

#define SHA256_BYTES 32
#define SHA256_HEX   65 /* with the NUL */
#define MD5_BYTES    16
#define MD5_HEX      33
#define UUID_TEXT    37 /* with the NUL */

enum digest_kind { DIGEST_SHA256, DIGEST_MD5, DIGEST_SHA1, DIGEST_KINDS };

/* A running hash. { 0 } is not one; every digest_init is ended by digest_final or digest_release.
 */
struct digest {
    void *state;
    enum digest_kind kind;
};
void digest_init(struct digest *digest, enum digest_kind kind);
void digest_update(struct digest *digest, struct span bytes);
size_t digest_final(struct digest *digest, uint8_t out[64]); /* gives the length */
void digest_release(struct digest *digest);

void digest_sha256(struct span bytes, uint8_t out[SHA256_BYTES]);
void digest_hmac_sha256(struct span key, struct span bytes, uint8_t out[SHA256_BYTES]);

/* Running CRCs as S3 has them in x-amz-checksum-*: start with 0. */
uint32_t digest_crc32(uint32_t crc, struct span bytes);
uint32_t digest_crc32c(uint32_t crc, struct span bytes);

/* Lower-case hex; out has 2 * len + 1 bytes. */
void digest_hex(const uint8_t *bytes, size_t len, char *out);

/* RFC 4648 with padding. Decoding refuses anything else, blanks included. */
void digest_base64(struct span bytes, struct buf *out);
MUST_CHECK bool digest_base64_decode(struct span text, struct buf *out);

/* RFC 4122 version 5 in the URL namespace. */
void digest_uuid_url(struct span name, char out[UUID_TEXT]);

/* Random bytes from the system, for jitter and identifiers. */
void digest_random(void *out, size_t len);

/* "OpenSSL 3.0.17": what this was built for; the library itself is loaded with the first hash. */
const char *digest_library_version(void);

#endif
