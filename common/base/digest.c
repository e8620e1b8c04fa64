#include "base/digest.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/digest_library.h"
#include "base/mem.h"

static const EVP_MD *md_of(enum digest_kind kind)
{
    switch (kind) {
    case DIGEST_MD5:
        return digest_library()->EVP_md5();
    case DIGEST_SHA1:
        return digest_library()->EVP_sha1();
    default:
        return digest_library()->EVP_sha256();
    }
}

void digest_init(struct digest *digest, enum digest_kind kind)
{
    EVP_MD_CTX *state = digest_library()->EVP_MD_CTX_new();

    if (state == NULL || digest_library()->EVP_DigestInit_ex(state, md_of(kind), NULL) != 1) {
        mem_refused(); /* or an OpenSSL without the hash that AWS signs with */
    }
    *digest = (struct digest){ state, kind };
}

void digest_update(struct digest *digest, struct span bytes)
{
    if (bytes.len > 0) {
        digest_library()->EVP_DigestUpdate(digest->state, bytes.data, bytes.len);
    }
}

size_t digest_final(struct digest *digest, uint8_t out[64])
{
    unsigned len = 0;

    digest_library()->EVP_DigestFinal_ex(digest->state, out, &len);
    digest_release(digest);
    return len;
}

void digest_release(struct digest *digest)
{
    digest_library()->EVP_MD_CTX_free(digest->state);
    digest->state = NULL;
}

void digest_sha256(struct span bytes, uint8_t out[SHA256_BYTES])
{
    struct digest digest;
    uint8_t whole[64];

    digest_init(&digest, DIGEST_SHA256);
    digest_update(&digest, bytes);
    digest_final(&digest, whole);
    memcpy(out, whole, SHA256_BYTES);
}

void digest_hmac_sha256(struct span key, struct span bytes, uint8_t out[SHA256_BYTES])
{
    unsigned len = SHA256_BYTES;

    if (digest_library()->HMAC(digest_library()->EVP_sha256(),
                               key.data != NULL ? key.data : (const uint8_t *)"", (int)key.len,
                               bytes.data, bytes.len, out, &len) == NULL) {
        mem_refused();
    }
}

/* Reflected CRCs, eight bytes a step: tables[t][k][b] is what byte b does from k bytes further on.
 * Polynomials: IEEE 802.3 and Castagnoli (RFC 3720), bits reversed. */
#define CRC_STEP 8

static uint32_t tables[2][CRC_STEP][256];

static void fill_tables(void)
{
    static const uint32_t polynomials[2] = { 0xedb88320, 0x82f63b78 };

    for (int t = 0; t < 2; t++) {
        for (uint32_t i = 0; i < 256; i++) {
            uint32_t crc = i;

            for (int bit = 0; bit < 8; bit++) {
                crc = crc & 1 ? crc >> 1 ^ polynomials[t] : crc >> 1;
            }
            tables[t][0][i] = crc;
        }
        for (int k = 1; k < CRC_STEP; k++) {
            for (uint32_t i = 0; i < 256; i++) {
                uint32_t before = tables[t][k - 1][i];

                tables[t][k][i] = before >> 8 ^ tables[t][0][before & 0xff];
            }
        }
    }
}

static uint32_t crc_update(uint32_t table[CRC_STEP][256], uint32_t crc, struct span bytes)
{
    crc = ~crc;
    for (; bytes.len >= CRC_STEP; bytes = span_from(bytes, CRC_STEP)) {
        const uint8_t *in = bytes.data;

        crc ^=
            (uint32_t)in[0] | (uint32_t)in[1] << 8 | (uint32_t)in[2] << 16 | (uint32_t)in[3] << 24;
        crc = table[7][crc & 0xff] ^ table[6][crc >> 8 & 0xff] ^ table[5][crc >> 16 & 0xff] ^
              table[4][crc >> 24] ^ table[3][in[4]] ^ table[2][in[5]] ^ table[1][in[6]] ^
              table[0][in[7]];
    }
    for (size_t i = 0; i < bytes.len; i++) {
        crc = table[0][(crc ^ bytes.data[i]) & 0xff] ^ crc >> 8;
    }
    return ~crc;
}

/* Filled with the first check sum: most processes make none. */
static uint32_t (*filled_tables(void))[CRC_STEP][256]
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, fill_tables);
    return tables;
}

uint32_t digest_crc32(uint32_t crc, struct span bytes)
{
    return crc_update(filled_tables()[0], crc, bytes);
}

uint32_t digest_crc32c(uint32_t crc, struct span bytes)
{
    return crc_update(filled_tables()[1], crc, bytes);
}

void digest_hex(const uint8_t *bytes, size_t len, char *out)
{
    static const char hex[] = "0123456789abcdef";

    for (size_t i = 0; i < len; i++) {
        out[2 * i] = hex[bytes[i] >> 4];
        out[2 * i + 1] = hex[bytes[i] & 15];
    }
    out[2 * len] = '\0';
}

static const char base64_alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void digest_base64(struct span bytes, struct buf *out)
{
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
        uint32_t v = (uint32_t)bytes.data[i] << 16 |
                     (n > 1 ? (uint32_t)bytes.data[i + 1] << 8 : 0) |
                     (n > 2 ? bytes.data[i + 2] : 0u);

        for (size_t k = 0; k < 4; k++) {
            buf_add_byte(out, k <= n ? (uint8_t)base64_alphabet[v >> (18 - 6 * k) & 63] : '=');
        }
    }
}

static int base64_value(uint8_t c)
{
    const char *at = c != '\0' ? strchr(base64_alphabet, c) : NULL;

    return at != NULL ? (int)(at - base64_alphabet) : -1;
}

bool digest_base64_decode(struct span text, struct buf *out)
{
    if (text.len % 4 != 0) {
        return false;
    }
    for (size_t i = 0; i < text.len; i += 4) {
        bool last = i + 4 == text.len;
        size_t n = !last || text.data[i + 3] != '=' ? 3 : text.data[i + 2] != '=' ? 2 : 1;
        uint32_t v = 0;

        for (size_t k = 0; k < 4; k++) {
            int digit = k <= n ? base64_value(text.data[i + k]) : 0;

            if (digit < 0) {
                return false;
            }
            v = v << 6 | (uint32_t)digit;
        }
        if ((n == 1 && (v & 0xffff) != 0) || (n == 2 && (v & 0xff) != 0)) {
            return false; /* bits that no encoder sets */
        }
        for (size_t k = 0; k < n; k++) {
            buf_add_byte(out, (uint8_t)(v >> (16 - 8 * k)));
        }
    }
    return true;
}

void digest_uuid_url(struct span name, char out[UUID_TEXT])
{
    /* 6ba7b811-9dad-11d1-80b4-00c04fd430c8, RFC 4122 appendix C */
    static const uint8_t url_namespace[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                               0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
    struct digest digest;
    uint8_t sha1[64];
    char hex[33];

    digest_init(&digest, DIGEST_SHA1);
    digest_update(&digest, (struct span){ url_namespace, sizeof url_namespace });
    digest_update(&digest, name);
    digest_final(&digest, sha1);
    sha1[6] = (uint8_t)((sha1[6] & 0x0f) | 0x50);
    sha1[8] = (uint8_t)((sha1[8] & 0x3f) | 0x80);
    digest_hex(sha1, 16, hex);
    for (size_t i = 0, at = 0; i < 32; i++) {
        if (i == 8 || i == 12 || i == 16 || i == 20) {
            out[at++] = '-';
        }
        out[at++] = hex[i];
    }
    out[UUID_TEXT - 1] = '\0';
}

void digest_random(void *out, size_t len)
{
    uint8_t *to = out;

    while (len > 0) {
        ssize_t n = getrandom(to, len, 0);

        if (n < 0 && errno != EINTR) {
            abort(); /* no entropy: ids and jitter would repeat */
        }
        if (n > 0) {
            to += n;
            len -= (size_t)n;
        }
    }
}

const char *digest_library_version(void)
{
    return "OpenSSL " OPENSSL_VERSION_STR;
}
