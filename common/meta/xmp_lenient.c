/*
 * XML as ExifTool reads it where it is not well-formed: an element is what stands between a tag and
 * the next end tag of that name; what cannot be taken apart is text. Only for packets that expat
 * refuses. An end tag that is missing ends its level, so that the work stays linear in the bytes
 * for each of the XMP_MAX_DEPTH levels.
 */
#include <string.h>

#include "base/text.h"
#include "meta/xmp.h"

#define MAX_ATTRIBUTES   200
#define MAX_NAME_BYTES   256
#define MAX_TAG_BYTES    (4u << 20)
#define MAX_ENTITY_BYTES 12 /* "&#x10ffff;" */

/* A start tag: the text between '<' and '>', and what is behind. */
struct lenient_tag {
    struct span name, attributes;
    bool is_empty; /* "/>" */
    size_t after;
};

static bool starts_name(uint8_t c)
{
    return text_is_letter(c) || c == '_' || c >= 0x80;
}

/* Any byte over 0x7f too, but for the control characters that xmp_text_prepare() moved. */
static bool continues_name(struct span rest)
{
    uint8_t c = rest.data[0];

    return starts_name(c) ? !span_starts(rest, span_str("\xee\x80"))
                          : text_is_digit(c) || c == '-' || c == ':' || c == '.';
}

static size_t find(struct span in, size_t from, const char *what)
{
    size_t len = strlen(what);
    const uint8_t *at =
        from + len > in.len ? NULL : memmem(in.data + from, in.len - from, what, len);

    return at == NULL ? in.len : (size_t)(at - in.data);
}

/* The end of a tag: a '>' that is in no quotes. */
static size_t tag_end(struct span in, size_t from)
{
    uint8_t quote = 0;

    for (; from < in.len; from++) {
        uint8_t c = in.data[from];

        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return from;
        }
    }
    return in.len;
}

/* The next start tag from `at` on; comments and instructions are passed over. */
static bool next_tag(struct span in, size_t at, struct lenient_tag *out)
{
    while ((at = find(in, at, "<")) + 1 < in.len) {
        struct span rest = span_from(in, at);
        size_t start = at + 1, end, len = 0;

        if (span_starts(rest, span_str("<!--")) || span_starts(rest, span_str("<?"))) {
            at = find(in, at, in.data[start] == '?' ? "?>" : "-->");
            continue;
        }
        if (!starts_name(in.data[start])) {
            at = start;
            continue;
        }
        end = tag_end(in, start);
        if (end == in.len) {
            return false;
        }
        *out = (struct lenient_tag){ .after = end + 1 };
        out->is_empty = end > start && in.data[end - 1] == '/';
        end -= out->is_empty;
        while (start + len < end && continues_name(span_from(in, start + len))) {
            len++;
        }
        out->name = (struct span){ in.data + start, len };
        out->attributes = (struct span){ in.data + start + len, end - start - len };
        return len > 0 && len < MAX_NAME_BYTES;
    }
    return false;
}

/* Whether a tag of that name stands here: "<name" or "</name" and no more letters. */
static bool names(struct span in, size_t at, struct span name)
{
    struct span rest = span_from(in, at);

    return span_starts(rest, name) && rest.len > name.len &&
           (text_is_blank(rest.data[name.len]) || rest.data[name.len] == '>' ||
            rest.data[name.len] == '/');
}

/* Where the end tag of an element begins whose content begins at `at`; false for none. */
static bool find_close(struct span in, size_t at, struct span name, size_t *close)
{
    size_t open = 1;

    while ((at = find(in, at, "<")) + 1 < in.len) {
        if (in.data[at + 1] == '/' && names(in, at + 2, name)) {
            if (--open == 0) {
                *close = at;
                return true;
            }
        } else if (names(in, at + 1, name)) {
            size_t end = tag_end(in, at);

            if (end == in.len) {
                return false;
            }
            open += in.data[end - 1] != '/';
            at = end; /* no byte is looked at twice */
        }
        at++;
    }
    return false;
}

static void append_code(struct span digits, struct buf *out)
{
    bool hex = digits.len > 0 && digits.data[0] == 'x';
    uint32_t code = 0;

    for (size_t i = hex; i < digits.len && i < 9; i++) {
        uint8_t low = digits.data[i] | 0x20;

        code =
            code * (hex ? 16 : 10) + (uint32_t)(low >= 'a' ? low - 'a' + 10 : digits.data[i] - '0');
    }
    text_append_character(code, out);
}

/* Text with XML's own entities resolved; the packet has no others (xmp_text_prepare()). */
static void unescape(struct span in, struct buf *out)
{
    static const struct {
        const char *entity;
        char c;
    } entities[] = {
        { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' },
    };

    for (size_t at = 0; at < in.len;) {
        struct span rest = span_from(in, at);
        size_t used = 0, end;

        rest.len = rest.len < MAX_ENTITY_BYTES ? rest.len : MAX_ENTITY_BYTES;
        end = rest.data[0] == '&' ? find(rest, 0, ";") : rest.len;
        for (size_t i = 0; end < rest.len && i < ARRAY_LEN(entities); i++) {
            if (span_starts(rest, span_str(entities[i].entity))) {
                buf_add_byte(out, (uint8_t)entities[i].c);
                used = end + 1;
            }
        }
        if (used == 0 && end < rest.len && rest.data[1] == '#') {
            append_code((struct span){ rest.data + 2, end - 2 }, out);
            used = end + 1;
        }
        if (used == 0) {
            buf_add_byte(out, rest.data[0]);
            used = 1;
        }
        at += used;
    }
}

/* name="value", blanks around the '='; false where there is none, with something passed over. */
static bool one_attribute(struct cursor *at, struct span *name, struct span *value)
{
    struct span in = at->in;
    size_t start, end;

    while (at->at < in.len && text_is_blank(in.data[at->at])) {
        at->at++;
    }
    start = at->at;
    while (at->at < in.len && in.data[at->at] != '=' && !text_is_blank(in.data[at->at])) {
        at->at++;
    }
    *name = (struct span){ in.data + start, at->at - start };
    while (at->at < in.len && (text_is_blank(in.data[at->at]) || in.data[at->at] == '=')) {
        at->at++;
    }
    if (name->len == 0 || at->at >= in.len || (in.data[at->at] != '"' && in.data[at->at] != '\'')) {
        at->at += at->at == start;
        return false;
    }
    start = at->at + 1;
    for (end = start; end < in.len && in.data[end] != in.data[start - 1]; end++) {
    }
    *value = (struct span){ in.data + start, end - start };
    at->at = end + 1;
    return true;
}

static bool next_attribute(struct cursor *at, struct span *name, struct span *value)
{
    while (cursor_left(at) > 0) {
        if (one_attribute(at, name, value)) {
            return true;
        }
    }
    return false;
}

/* Names and values as C strings one behind the other, and where they begin. */
static void start_element(const struct xmp_events *events, const struct lenient_tag *tag)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_TAG_BYTES);
    size_t starts[2 * MAX_ATTRIBUTES], n = 0;
    const char *attributes[2 * MAX_ATTRIBUTES + 1];
    struct cursor at = { .in = tag->attributes };
    struct span name, value;

    buf_add_span(&text, tag->name);
    buf_add_byte(&text, 0);
    while (n < 2 * MAX_ATTRIBUTES && next_attribute(&at, &name, &value)) {
        starts[n++] = text.len;
        buf_add_span(&text, name);
        buf_add_byte(&text, 0);
        starts[n++] = text.len;
        unescape(value, &text);
        buf_add_byte(&text, 0);
    }
    if (text.overflowed) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        attributes[i] = (const char *)text.data + starts[i];
    }
    attributes[n] = NULL;
    events->start(events->user, (const char *)text.data, attributes);
}

/* How many elements there were. */
static size_t read_level(const struct xmp_events *events, struct span in, unsigned depth)
{
    struct lenient_tag tag;
    size_t n = 0, at = 0, close;

    while (depth < XMP_MAX_DEPTH && next_tag(in, at, &tag)) {
        if (!tag.is_empty && !find_close(in, tag.after, tag.name, &close)) {
            break;
        }
        start_element(events, &tag);
        at = tag.after;
        if (!tag.is_empty) {
            struct span inside = { in.data + tag.after, close - tag.after };

            if (read_level(events, inside, depth + 1) == 0) {
                CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_TAG_BYTES);

                unescape(inside, &text);
                events->text(events->user, (const char *)text.data, (int)text.len);
            }
            at = find(in, close, ">") + 1;
        }
        events->end(events->user, "");
        n++;
    }
    return n;
}

void xmp_lenient(struct span text, const struct xmp_events *events)
{
    (void)read_level(events, text, 0);
}
