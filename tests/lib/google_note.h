/* Google's note around a plain text or message: gzip without compression, then the cipher. */
#ifndef TESTS_LIB_GOOGLE_NOTE_H
#define TESTS_LIB_GOOGLE_NOTE_H

#include "meta/maker_google.h"
#include "tiff_bytes.h"

/* RFC 1952's CRC-32. */
static inline uint32_t crc_of(struct span bytes)
{
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= bytes.data[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
        }
    }
    return ~crc;
}

/* plain: up to 65,535 bytes. */
static inline void put_google_note(struct buf *out, uint8_t version, struct span plain)
{
    size_t start;

    buf_add(out, "HDRP", 4);
    buf_add_byte(out, version);
    start = out->len;
    buf_add(out, "\x1f\x8b\x08\0\0\0\0\0\0\xff\x01", 11); /* one stored block, the last */
    put_number(out, plain.len, 2, false);
    put_number(out, ~plain.len & 0xffff, 2, false);
    buf_add_span(out, plain);
    put_number(out, crc_of(plain), 4, false);
    put_number(out, plain.len, 4, false);
    google_cipher(out->data + start, out->len - start);
}

#endif
