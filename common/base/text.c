#include "base/text.h"

#include <stdio.h>
#include <string.h>

/* Smallest code point that each length of character may hold: anything below is an overlong form.
 */
static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };

size_t text_utf8_length(struct span in)
{
    uint32_t code;
    size_t len;

    if (in.len == 0) {
        return 0;
    }
    if (in.data[0] < 0x80) {
        return 1;
    }
    len = in.data[0] >= 0xf0 ? 4 : in.data[0] >= 0xe0 ? 3 : 2;
    if (in.data[0] < 0xc2 || in.data[0] > 0xf4 || in.len < len) {
        return 0;
    }
    code = in.data[0] & (0xffu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if ((in.data[i] & 0xc0) != 0x80) {
            return 0;
        }
        code = code << 6 | (in.data[i] & 0x3fu);
    }
    return code < smallest[len] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0 : len;
}

bool text_is_utf8(struct span in)
{
    while (in.len > 0) {
        size_t n = text_utf8_length(in);

        if (n == 0) {
            return false;
        }
        in = span_from(in, n);
    }
    return true;
}

size_t text_cut(struct span in, size_t max_bytes)
{
    size_t n = max_bytes;

    if (in.len <= max_bytes) {
        return in.len;
    }
    while (n > 0 && (in.data[n] & 0xc0) == 0x80) {
        n--;
    }
    return n;
}

void text_printable(char *out, size_t out_size, const char *text)
{
    struct span in = span_str(text);
    size_t at = 0;

    while (in.len > 0) {
        size_t n = text_utf8_length(in);
        bool plain = n > 0 && in.data[0] >= 0x20 && in.data[0] != 0x7f;
        /* C1 controls (U+0080 to U+009F) steer some terminals as well. */
        bool c1 = n == 2 && in.data[0] == 0xc2 && in.data[1] < 0xa0;
        size_t need = plain && !c1 ? n : 4;

        if (at + need + 1 > out_size) {
            break;
        }
        if (plain && !c1) {
            memcpy(out + at, in.data, n);
        } else {
            snprintf(out + at, 5, "\\x%02x", in.data[0]);
            n = 1;
        }
        at += need;
        in = span_from(in, n);
    }
    if (out_size > 0) {
        out[at] = '\0';
    }
}

void text_append_valid(struct buf *out, struct span in)
{
    while (in.len > 0) {
        size_t n = text_utf8_length(in);

        buf_add(out, n > 0 ? in.data : (const uint8_t *)"\xef\xbf\xbd", n > 0 ? n : 3);
        in = span_from(in, n > 0 ? n : 1);
    }
}

void text_append_character(uint32_t c, struct buf *out)
{
    uint8_t bytes[4];
    size_t n = 0;

    if (c < 0x80) {
        bytes[n++] = (uint8_t)c;
    } else if (c < 0x800) {
        bytes[n++] = (uint8_t)(0xc0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[n++] = (uint8_t)(0xe0 | c >> 12);
        bytes[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    } else {
        bytes[n++] = (uint8_t)(0xf0 | c >> 18);
        bytes[n++] = (uint8_t)(0x80 | (c >> 12 & 0x3f));
        bytes[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    }
    if (c >= 0x80) {
        bytes[n++] = (uint8_t)(0x80 | (c & 0x3f));
    }
    buf_add(out, bytes, n);
}

int text_hex_value(int c)
{
    if (text_is_digit(c)) {
        return c - '0';
    }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool text_digits_at(struct span in, size_t at, size_t n)
{
    for (size_t i = at; i < at + n; i++) {
        if (i >= in.len || !text_is_digit(in.data[i])) {
            return false;
        }
    }
    return true;
}

bool text_equal_nocase(const char *a, const char *b)
{
    return strlen(a) == strlen(b) && text_ends_nocase(a, b);
}

bool text_ends_nocase(const char *text, const char *suffix)
{
    size_t n = strlen(text), m = strlen(suffix);

    if (m > n) {
        return false;
    }
    for (size_t i = 0; i < m; i++) {
        if (text_lower(text[n - m + i]) != text_lower(suffix[i])) {
            return false;
        }
    }
    return true;
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_starts_nocase(const char *text, const char *prefix)
{
    for (; *prefix != '\0'; text++, prefix++) {
        if (text_lower(*text) != text_lower(*prefix)) {
            return false;
        }
    }
    return true;
}
