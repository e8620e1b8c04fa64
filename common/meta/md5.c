#include "meta/md5.h"

#include <stdio.h>
#include <string.h>

#define BLOCK_BYTES 64

static uint32_t rotate(uint32_t x, unsigned n)
{
    return x << n | x >> (32 - n);
}

/* RFC 1321, 3.4: the whole parts of 2^32 * |sin(i)|, i from 1 */
static const uint32_t constants[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

static void block_add(uint32_t state[4], const uint8_t block[BLOCK_BYTES])
{
    static const uint8_t shifts[4][4] = {
        { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 }
    };
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];

    for (unsigned i = 0; i < 64; i++) {
        uint32_t f = i < 16   ? (b & c) | (~b & d)
                     : i < 32 ? (d & b) | (~d & c)
                     : i < 48 ? b ^ c ^ d
                              : c ^ (b | ~d);
        unsigned word = i < 16 ? i : i < 32 ? 5 * i + 1 : i < 48 ? 3 * i + 5 : 7 * i;
        uint32_t next = a + f + constants[i] + get_u32(block + 4 * (word & 15), false);

        a = d;
        d = c;
        c = b;
        b += rotate(next, shifts[i / 16][i & 3]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

void md5_hex(struct span bytes, char out[33])
{
    uint32_t state[4] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
    uint8_t last[2 * BLOCK_BYTES] = { 0 };
    size_t whole = bytes.len / BLOCK_BYTES * BLOCK_BYTES, left = bytes.len - whole;
    size_t blocks = left + 9 > BLOCK_BYTES ? 2 : 1;
    uint64_t bits = (uint64_t)bytes.len * 8;

    for (size_t at = 0; at < whole; at += BLOCK_BYTES) {
        block_add(state, bytes.data + at);
    }
    if (left > 0) {
        memcpy(last, bytes.data + whole, left);
    }
    last[left] = 0x80;
    for (size_t i = 0; i < 8; i++) {
        last[blocks * BLOCK_BYTES - 8 + i] = (uint8_t)(bits >> (8 * i));
    }
    for (size_t i = 0; i < blocks; i++) {
        block_add(state, last + i * BLOCK_BYTES);
    }
    for (size_t i = 0; i < 16; i++) {
        snprintf(out + 2 * i, 3, "%02x", state[i / 4] >> (8 * (i & 3)) & 0xff);
    }
}

void iptc_digest_add(struct meta_scan *scan, struct span block)
{
    char hex[33];

    if (store_find(&scan->store, "CurrentIPTCDigest") != NULL) {
        return; /* the first block counts */
    }
    md5_hex(block, hex);
    scan_file_text(scan, "CurrentIPTCDigest", hex);
}
