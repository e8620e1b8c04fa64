/* The parts of net/http that need no libcurl: headers and answers as data. */
#include "base/mem.h"
#include "base/text.h"
#include "net/http.h"

const char *http_header_get(const struct http_headers *headers, const char *name)
{
    for (size_t i = 0; i < headers->n; i++) {
        if (text_equal_nocase(headers->rows[i].name, name)) {
            return headers->rows[i].value;
        }
    }
    return NULL;
}

static struct span trimmed(struct span text)
{
    while (text.len > 0 && (text.data[0] == ' ' || text.data[0] == '\t')) {
        text = span_from(text, 1);
    }
    while (text.len > 0 && (text.data[text.len - 1] <= ' ')) {
        text.len--;
    }
    return text;
}

int http_bad_answer(struct err *err, const char *why)
{
    err_set(err, ERR_TRANSIENT, "%s", why);
    return err_code(err, "BadAnswer");
}

int http_headers_add(struct http_headers *headers, struct span name, struct span value,
                     struct err *err)
{
    char *copy;

    name = trimmed(name);
    value = trimmed(value);
    if (headers->n == HTTP_MAX_HEADERS ||
        name.len + value.len > HTTP_MAX_HEADER_BYTES - headers->bytes) {
        return http_bad_answer(err, "the answer's headers are over their caps");
    }
    copy = mem_zalloc(name.len + value.len + 2); /* one block: name NUL value NUL */
    for (size_t i = 0; i < name.len; i++) {
        copy[i] = (char)name.data[i];
    }
    for (size_t i = 0; i < value.len; i++) {
        copy[name.len + 1 + i] = (char)value.data[i];
    }
    headers->rows[headers->n++] = (struct http_header){ copy, copy + name.len + 1 };
    headers->bytes += name.len + value.len;
    return 0;
}

void http_headers_clear(struct http_headers *headers)
{
    for (size_t i = 0; i < headers->n; i++) {
        mem_free((void *)(uintptr_t)headers->rows[i].name);
    }
    headers->n = 0;
    headers->bytes = 0;
}

void http_response_clear(struct http_response *res)
{
    http_headers_clear(&res->headers);
    buf_clear(&res->body);
    res->status = 0;
    res->body_received = 0;
}

void http_response_release(struct http_response *res)
{
    if (res != NULL) {
        http_response_clear(res);
        buf_release(&res->body);
    }
}
