/*
 * Bytes: borrowed (span) and owned with a cap (buf).
 *
 * A span is passed by value and owns nothing. A buf is born with the most that it may ever hold;
 * BUF_INIT(0), like { 0 }, takes nothing. Adding never fails on the spot: a byte over the cap sets
 * `overflowed`, drops that whole addition and all later ones, and buf_check() turns it into an
 * error where the buffer is complete.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/def.h"
#include "base/err.h"

struct span {
    const uint8_t *data;
    size_t len;
};

struct buf {
    uint8_t *data;
    size_t len, allocated, max;
    bool overflowed;
};

#define BUF_INIT(max_bytes)                                                                        \
    {                                                                                              \
        .max = (max_bytes)                                                                         \
    }

/* The bytes of a C string without its NUL; NULL gives the empty span. */
struct span span_str(const char *text);

/* What is left after the first n bytes (none when n is past the end). */
struct span span_from(struct span in, size_t n);

/* len bytes from offset at; false, and out empty, when they do not all lie inside. Both may come
 * from outside. */
MUST_CHECK bool span_slice(struct span in, uint64_t at, uint64_t len, struct span *out);

bool span_equal(struct span a, struct span b);
bool span_starts(struct span in, struct span prefix);

void buf_release(struct buf *buf); /* keeps the cap */
void buf_clear(struct buf *buf);   /* keeps the cap and the memory */

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_add_span(struct buf *buf, struct span bytes);
void buf_add_str(struct buf *buf, const char *text);
void buf_add_byte(struct buf *buf, uint8_t byte);
void buf_printf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);

/* Room for len more bytes at the end, for a reader to fill; NULL over the cap. buf_grown() then
 * counts what was filled. */
uint8_t *buf_reserve(struct buf *buf, size_t len);
void buf_grown(struct buf *buf, size_t len);

/* 0, or ERR_LIMIT that names what when something did not fit. Each buffer that is filled from
 * outside data is checked once. */
MUST_CHECK int buf_check(const struct buf *buf, const char *what, struct err *err);

struct span buf_span(const struct buf *buf);

/* The content as a C string; the NUL is not counted in len. Valid until the next addition. Never
 * NULL. */
const char *buf_cstr(struct buf *buf);

DEFINE_TAKE(buf)

#endif
