/* Small TIFF blocks for tests: entries in order, values behind the directory. */
#ifndef TESTS_LIB_TIFF_BYTES_H
#define TESTS_LIB_TIFF_BYTES_H

#include "base/buf.h"

/* A literal and its length, without the NUL behind it. */
#define BYTES(text) text, sizeof(text) - 1

struct tiff_entry {
    uint16_t id, format;
    uint32_t count;
    const char *bytes; /* as they stand in the file; len of them */
    uint32_t len;
};

static inline void put_number(struct buf *out, uint64_t number, unsigned len, bool big)
{
    for (unsigned i = 0; i < len; i++) {
        buf_add_byte(out, (uint8_t)(number >> 8 * (big ? len - 1 - i : i)));
    }
}

/* One directory at the current end of out, whose offsets count from `base` bytes into out. */
static inline void put_directory(struct buf *out, size_t base, const struct tiff_entry *entries,
                                 uint16_t n, uint32_t next, bool big)
{
    size_t behind = out->len - base + 2 + 12u * n + 4;

    put_number(out, n, 2, big);
    for (uint16_t i = 0; i < n; i++) {
        put_number(out, entries[i].id, 2, big);
        put_number(out, entries[i].format, 2, big);
        put_number(out, entries[i].count, 4, big);
        if (entries[i].len <= 4) {
            buf_add(out, entries[i].bytes, entries[i].len);
            put_number(out, 0, 4 - entries[i].len, big);
        } else {
            put_number(out, behind, 4, big);
            behind += entries[i].len;
        }
    }
    put_number(out, next, 4, big);
    for (uint16_t i = 0; i < n; i++) {
        if (entries[i].len > 4) {
            buf_add(out, entries[i].bytes, entries[i].len);
        }
    }
}

static inline void put_header(struct buf *out, uint32_t first, bool big)
{
    buf_add_str(out, big ? "MM" : "II");
    put_number(out, 42, 2, big);
    put_number(out, first, 4, big);
}

#endif
