#include "aws/xml_text.h"

#include <string.h>

#include "base/text.h"

/* The bytes before `end` and a cursor after it; false when it is not there. */
static bool up_to(struct span *rest, const char *end, struct span *before)
{
    const uint8_t *at = rest->len > 0 ? memmem(rest->data, rest->len, end, strlen(end)) : NULL;

    if (at == NULL) {
        return false;
    }
    *before = (struct span){ rest->data, (size_t)(at - rest->data) };
    *rest = span_from(*rest, before->len + strlen(end));
    return true;
}

/* Moves behind the next tag. inside: between '<' and '>'. Remarks, declarations and CDATA are
 * passed over. */
static bool next_tag(struct span *rest, struct span *inside)
{
    static const struct {
        const char *start, *end;
    } skipped[] = { { "!--", "-->" }, { "![CDATA[", "]]>" }, { "?", "?>" } };
    struct span before;

    while (up_to(rest, "<", &before)) {
        bool skip = false;

        for (size_t i = 0; i < ARRAY_LEN(skipped) && !skip; i++) {
            if (span_starts(*rest, span_str(skipped[i].start))) {
                skip = true;
                if (!up_to(rest, skipped[i].end, &before)) {
                    return false;
                }
            }
        }
        if (!skip) {
            return up_to(rest, ">", inside);
        }
    }
    return false;
}

/* "ns:Name attribute=…" starts the element Name? */
static bool names(struct span tag, const char *element)
{
    size_t end = 0;
    const uint8_t *colon;

    while (end < tag.len && tag.data[end] > ' ' && tag.data[end] != '/') {
        end++;
    }
    tag.len = end;
    colon = end > 0 ? memchr(tag.data, ':', end) : NULL;
    if (colon != NULL) {
        tag = span_from(tag, (size_t)(colon - tag.data) + 1);
    }
    return span_equal(tag, span_str(element));
}

/* "#38" or "#x26"; false for what is no character of XML. */
static bool numbered(struct span name, struct buf *out)
{
    bool hex = name.len > 1 && name.data[1] == 'x';
    uint32_t code = 0;
    size_t first = hex ? 2 : 1;

    for (size_t i = first; i < name.len; i++) {
        int digit = text_hex_value(name.data[i]);

        if (digit < 0 || (!hex && digit > 9) || code > 0x10ffff) {
            return false;
        }
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    if (first >= name.len || code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        return false;
    }
    text_append_character(code, out);
    return true;
}

static bool entity(struct span name, struct buf *out)
{
    static const struct {
        const char *name;
        char c;
    } entities[] = {
        { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }
    };

    for (size_t i = 0; i < ARRAY_LEN(entities); i++) {
        if (span_equal(name, span_str(entities[i].name))) {
            buf_add_byte(out, (uint8_t)entities[i].c);
            return true;
        }
    }
    return name.len > 0 && name.data[0] == '#' && numbered(name, out);
}

static struct span trim(struct span text)
{
    while (text.len > 0 && text.data[0] <= ' ') {
        text = span_from(text, 1);
    }
    while (text.len > 0 && text.data[text.len - 1] <= ' ') {
        text.len--;
    }
    return text;
}

static bool decode(struct span text, struct buf *out)
{
    text = trim(text);
    while (text.len > 0) {
        struct span name;

        if (text.data[0] != '&') {
            buf_add_byte(out, text.data[0]);
            text = span_from(text, 1);
            continue;
        }
        text = span_from(text, 1);
        if (!up_to(&text, ";", &name) || !entity(name, out)) {
            return false;
        }
    }
    return true;
}

bool xml_text(struct span document, const char *element, struct buf *out)
{
    struct span tag, text;
    size_t start = out->len;

    while (next_tag(&document, &tag)) {
        if (!names(tag, element)) {
            continue;
        }
        if (tag.data[tag.len - 1] == '/') {
            return true; /* <Name/>: empty */
        }
        if (!up_to(&document, "<", &text) || !decode(text, out) || out->overflowed) {
            out->len = start;
            out->overflowed = false;
            return false;
        }
        return true;
    }
    return false;
}

bool xml_root_is(struct span document, const char *element)
{
    struct span tag;

    return next_tag(&document, &tag) && names(tag, element);
}

void xml_add(struct buf *out, const char *name, const char *text)
{
    buf_printf(out, "<%s>", name);
    for (; *text != '\0'; text++) {
        if (strchr("&<>\"'", *text) != NULL) {
            buf_printf(out, "&#%d;", *text);
        } else {
            buf_add_byte(out, (uint8_t)*text);
        }
    }
    buf_printf(out, "</%s>", name);
}
