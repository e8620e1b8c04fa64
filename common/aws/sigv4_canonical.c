#include "aws/sigv4_canonical.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "net/uri.h"

/* ".", ".." and empty segments go; ".." takes the segment before it along. A trailing '/' stays
 * where a segment is left: the form that AWS's own signers agree on. */
static void append_normalized(struct span path, struct buf *out)
{
    size_t start = out->len;

    for (size_t at = 0; at < path.len;) {
        const uint8_t *slash = memchr(path.data + at, '/', path.len - at);
        size_t end = slash != NULL ? (size_t)(slash - path.data) : path.len;
        struct span segment = { path.data + at, end - at };

        at = end + 1;
        if (span_equal(segment, span_str("..")) && out->len > start) {
            while (out->data[--out->len] != '/') {
            }
        } else if (segment.len > 0 && !span_equal(segment, span_str(".")) &&
                   !span_equal(segment, span_str(".."))) {
            buf_add_byte(out, '/');
            buf_add_span(out, segment);
        }
    }
    if (out->len == start || path.data[path.len - 1] == '/') {
        buf_add_byte(out, '/');
    }
}

void canonical_path(struct span path, bool normalize, bool double_encode, struct buf *out)
{
    CLEANUP(buf_release) struct buf clean = BUF_INIT(path.len + 2);

    if (path.len == 0) {
        buf_add_byte(out, '/');
        return;
    }
    if (normalize) {
        append_normalized(path, &clean);
        path = buf_span(&clean);
    }
    if (double_encode) {
        uri_encode(path, true, out);
    } else {
        buf_add_span(out, path);
    }
}

/* Bytes compared as numbers, a prefix before what is longer. */
static int span_order(struct span a, struct span b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len > 0 ? memcmp(a.data, b.data, len) : 0;

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

struct coded_pair {
    struct buf name, value;
};

static int by_name_then_value(const void *left, const void *right)
{
    const struct coded_pair *a = left, *b = right;
    int order = span_order(buf_span(&a->name), buf_span(&b->name));

    return order != 0 ? order : span_order(buf_span(&a->value), buf_span(&b->value));
}

void canonical_query(const struct sigv4_pair *query, size_t n, struct buf *out)
{
    struct coded_pair *pairs = mem_array(n, sizeof *pairs);

    for (size_t i = 0; i < n; i++) {
        pairs[i].name = (struct buf)BUF_INIT(3 * query[i].name.len);
        pairs[i].value = (struct buf)BUF_INIT(3 * query[i].value.len);
        uri_encode(query[i].name, false, &pairs[i].name);
        uri_encode(query[i].value, false, &pairs[i].value);
    }
    if (n > 0) {
        qsort(pairs, n, sizeof *pairs, by_name_then_value);
    }
    for (size_t i = 0; i < n; i++) {
        if (i > 0) {
            buf_add_byte(out, '&');
        }
        buf_add_span(out, buf_span(&pairs[i].name));
        buf_add_byte(out, '=');
        buf_add_span(out, buf_span(&pairs[i].value));
        buf_release(&pairs[i].name);
        buf_release(&pairs[i].value);
    }
    mem_free(pairs);
}

struct named_header {
    struct buf name; /* lower case */
    struct span value;
    size_t place; /* qsort is not stable: values of one name keep their order by it */
};

static int by_name_then_place(const void *left, const void *right)
{
    const struct named_header *a = left, *b = right;
    int order = span_order(buf_span(&a->name), buf_span(&b->name));

    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

/* Blanks at both ends go, runs of them inside become one. */
static void append_trimmed(struct span value, struct buf *out)
{
    bool blank = false, first = true;

    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] == ' ') {
            blank = true;
            continue;
        }
        if (blank && !first) {
            buf_add_byte(out, ' ');
        }
        buf_add_byte(out, value.data[i]);
        blank = false;
        first = false;
    }
}

static struct named_header named(struct sigv4_pair header, size_t place)
{
    struct named_header out = { BUF_INIT(header.name.len), header.value, place };

    for (size_t i = 0; i < header.name.len; i++) {
        buf_add_byte(&out.name, (uint8_t)text_lower((char)header.name.data[i]));
    }
    return out;
}

void canonical_headers(const struct sigv4_pair *headers, size_t n, struct buf *lines,
                       struct buf *names)
{
    struct named_header *sorted = mem_array(n, sizeof *sorted);

    for (size_t i = 0; i < n; i++) {
        sorted[i] = named(headers[i], i);
    }
    if (n > 0) {
        qsort(sorted, n, sizeof *sorted, by_name_then_place);
    }
    for (size_t i = 0; i < n; i++) {
        struct span name = buf_span(&sorted[i].name);

        if (i > 0 && span_equal(name, buf_span(&sorted[i - 1].name))) {
            lines->len--; /* the line end of the value before */
            buf_add_byte(lines, ',');
        } else {
            if (i > 0) {
                buf_add_byte(names, ';');
            }
            buf_add_span(names, name);
            buf_add_span(lines, name);
            buf_add_byte(lines, ':');
        }
        append_trimmed(sorted[i].value, lines);
        buf_add_byte(lines, '\n');
    }
    for (size_t i = 0; i < n; i++) {
        buf_release(&sorted[i].name);
    }
    mem_free(sorted);
}
