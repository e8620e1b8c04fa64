#include "aws/checksum.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const struct {
    const char *name, *header;
    size_t bytes; /* of the value; its text is base64, but for MD5 */
} kinds[CHECKSUM_KINDS] = {
    [CHECKSUM_NONE] = { "", NULL, 0 },
    [CHECKSUM_CRC64NVME] = { "crc64nvme", "x-amz-checksum-crc64nvme", 8 },
    [CHECKSUM_CRC32C] = { "crc32c", "x-amz-checksum-crc32c", 4 },
    [CHECKSUM_CRC32] = { "crc32", "x-amz-checksum-crc32", 4 },
    [CHECKSUM_SHA256] = { "sha256", "x-amz-checksum-sha256", 32 },
    [CHECKSUM_SHA1] = { "sha1", "x-amz-checksum-sha1", 20 },
    [CHECKSUM_MD5] = { "md5", NULL, 16 },
};

/* CRC-64/NVME: polynomial 0xad93d23594c93659 (NVM Express 1.0 Command Set, 5.2.1.3.4), reflected.
 */
#define CRC_STEP 8 /* bytes; crc64_table[k][b] is what byte b does from k bytes further on */

static uint64_t crc64_table[CRC_STEP][256];

/* Filled with the first check sum: most processes make none. */
static void fill_table(void)
{
    for (uint64_t i = 0; i < 256; i++) {
        uint64_t crc = i;

        for (int bit = 0; bit < 8; bit++) {
            crc = crc & 1 ? crc >> 1 ^ UINT64_C(0x9a6c9329ac4bc9b5) : crc >> 1;
        }
        crc64_table[0][i] = crc;
    }
    for (int k = 1; k < CRC_STEP; k++) {
        for (uint64_t i = 0; i < 256; i++) {
            uint64_t before = crc64_table[k - 1][i];

            crc64_table[k][i] = before >> 8 ^ crc64_table[0][before & 0xff];
        }
    }
}

static uint64_t crc64_update(uint64_t crc, struct span bytes)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, fill_table);
    crc = ~crc;
    for (; bytes.len >= CRC_STEP; bytes = span_from(bytes, CRC_STEP)) {
        uint64_t next = 0;

        for (int k = 0; k < CRC_STEP; k++) {
            next ^= crc64_table[CRC_STEP - 1 - k][(crc >> 8 * k ^ bytes.data[k]) & 0xff];
        }
        crc = next;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        crc = crc64_table[0][(crc ^ bytes.data[i]) & 0xff] ^ crc >> 8;
    }
    return ~crc;
}

static bool digest_of(enum checksum_kind kind, enum digest_kind *out)
{
    switch (kind) {
    case CHECKSUM_SHA256:
        *out = DIGEST_SHA256;
        return true;
    case CHECKSUM_SHA1:
        *out = DIGEST_SHA1;
        return true;
    case CHECKSUM_MD5:
        *out = DIGEST_MD5;
        return true;
    default:
        return false;
    }
}

void checksum_init(struct checksum *checksum, enum checksum_kind kind)
{
    enum digest_kind digest;

    *checksum = (struct checksum){ .kind = kind };
    if (digest_of(kind, &digest)) {
        digest_init(&checksum->digest, digest);
    }
}

void checksum_update(struct checksum *checksum, struct span bytes)
{
    switch (checksum->kind) {
    case CHECKSUM_CRC64NVME:
        checksum->crc64 = crc64_update(checksum->crc64, bytes);
        break;
    case CHECKSUM_CRC32C:
        checksum->crc32 = digest_crc32c(checksum->crc32, bytes);
        break;
    case CHECKSUM_CRC32:
        checksum->crc32 = digest_crc32(checksum->crc32, bytes);
        break;
    default:
        if (checksum->digest.state != NULL) {
            digest_update(&checksum->digest, bytes);
        }
        break;
    }
}

static void big_endian(uint64_t value, size_t bytes, uint8_t *out)
{
    for (size_t i = 0; i < bytes; i++) {
        out[i] = (uint8_t)(value >> (8 * (bytes - 1 - i)));
    }
}

void checksum_final(struct checksum *checksum, char out[CHECKSUM_TEXT_MAX])
{
    CLEANUP(buf_release) struct buf base64 = BUF_INIT(CHECKSUM_TEXT_MAX - 1);
    size_t len = kinds[checksum->kind].bytes;
    uint8_t value[64] = { 0 };

    if (checksum->digest.state != NULL) {
        digest_final(&checksum->digest, value);
    } else {
        big_endian(len == 8 ? checksum->crc64 : checksum->crc32, len, value);
    }
    if (checksum->kind == CHECKSUM_MD5) {
        digest_hex(value, len, out);
    } else {
        digest_base64((struct span){ value, len }, &base64);
        snprintf(out, CHECKSUM_TEXT_MAX, "%s", buf_cstr(&base64));
    }
    *checksum = (struct checksum){ 0 };
}

void checksum_release(struct checksum *checksum)
{
    if (checksum->digest.state != NULL) {
        digest_release(&checksum->digest);
    }
    *checksum = (struct checksum){ 0 };
}

const char *checksum_name(enum checksum_kind kind)
{
    return kinds[kind].name;
}

/* A plain MD5 in quotes, of an object whose encryption leaves the ETag one. */
static bool etag_is_md5(const struct http_headers *headers, char text[CHECKSUM_TEXT_MAX])
{
    const char *etag = http_header_get(headers, "ETag");
    const char *encryption = http_header_get(headers, "x-amz-server-side-encryption");

    if (etag == NULL || strlen(etag) != 34 || etag[0] != '"' || etag[33] != '"' ||
        strspn(etag + 1, "0123456789abcdef") != 32 ||
        (encryption != NULL && strcmp(encryption, "AES256") != 0) ||
        http_header_get(headers, "x-amz-server-side-encryption-customer-algorithm") != NULL) {
        return false;
    }
    snprintf(text, CHECKSUM_TEXT_MAX, "%.32s", etag + 1);
    return true;
}

enum checksum_kind checksum_told(const struct http_headers *headers, char text[CHECKSUM_TEXT_MAX])
{
    const char *type = http_header_get(headers, "x-amz-checksum-type");
    bool composite = type != NULL && text_equal_nocase(type, "COMPOSITE");

    text[0] = '\0';
    for (int kind = CHECKSUM_NONE + 1; kind < CHECKSUM_MD5 && !composite; kind++) {
        const char *value = http_header_get(headers, kinds[kind].header);

        /* "….-3" is a composite of three parts, whatever the type says */
        if (value != NULL && strlen(value) == (kinds[kind].bytes + 2) / 3 * 4) {
            snprintf(text, CHECKSUM_TEXT_MAX, "%s", value);
            return (enum checksum_kind)kind;
        }
    }
    return etag_is_md5(headers, text) ? CHECKSUM_MD5 : CHECKSUM_NONE;
}
