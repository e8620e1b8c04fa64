#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

struct span span_str(const char *text)
{
    return (struct span){ (const uint8_t *)text, text != NULL ? strlen(text) : 0 };
}

struct span span_from(struct span in, size_t n)
{
    if (n >= in.len) {
        return (struct span){ NULL, 0 };
    }
    return (struct span){ in.data + n, in.len - n };
}

bool span_slice(struct span in, uint64_t at, uint64_t len, struct span *out)
{
    *out = (struct span){ NULL, 0 };
    if (at > in.len || len > in.len - at) {
        return false;
    }
    if (len > 0) {
        *out = (struct span){ in.data + at, (size_t)len };
    }
    return true;
}

bool span_equal(struct span a, struct span b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool span_starts(struct span in, struct span prefix)
{
    return in.len >= prefix.len &&
           (prefix.len == 0 || memcmp(in.data, prefix.data, prefix.len) == 0);
}

void buf_release(struct buf *buf)
{
    mem_free(buf->data);
    *buf = (struct buf){ .max = buf->max };
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->overflowed = false;
}

/* Grows to hold `need` bytes and a final NUL, by doubling, so that n additions cost O(n). */
static void grow(struct buf *buf, size_t need)
{
    size_t size = buf->allocated > 0 ? buf->allocated : 64;

    while (size < need + 1) {
        size *= 2;
    }
    if (size > buf->max + 1) {
        size = buf->max + 1;
    }
    buf->data = mem_realloc(buf->data, size);
    buf->allocated = size;
}

uint8_t *buf_reserve(struct buf *buf, size_t len)
{
    if (buf->overflowed || len > buf->max - buf->len) {
        buf->overflowed = true;
        return NULL;
    }
    if (buf->data == NULL || buf->len + len + 1 > buf->allocated) {
        grow(buf, buf->len + len);
    }
    return buf->data + buf->len;
}

void buf_grown(struct buf *buf, size_t len)
{
    buf->len += len;
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    uint8_t *to;

    if (len == 0) {
        return;
    }
    to = buf_reserve(buf, len);
    if (to != NULL) {
        memcpy(to, bytes, len);
        buf->len += len;
    }
}

void buf_add_span(struct buf *buf, struct span bytes)
{
    buf_add(buf, bytes.data, bytes.len);
}

void buf_add_str(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_add_byte(struct buf *buf, uint8_t byte)
{
    buf_add(buf, &byte, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    char *to;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    to = n > 0 ? (char *)buf_reserve(buf, (size_t)n) : NULL;
    if (to != NULL) {
        vsnprintf(to, (size_t)n + 1, format, again); /* buf_reserve leaves room for the NUL */
        buf->len += (size_t)n;
    }
    va_end(again);
}

int buf_check(const struct buf *buf, const char *what, struct err *err)
{
    return buf->overflowed ? err_set(err, ERR_LIMIT, "%s is over %zu bytes", what, buf->max) : 0;
}

struct span buf_span(const struct buf *buf)
{
    return (struct span){ buf->data, buf->len };
}

const char *buf_cstr(struct buf *buf)
{
    if (buf->data == NULL) {
        return "";
    }
    buf->data[buf->len] = '\0';
    return (const char *)buf->data;
}
