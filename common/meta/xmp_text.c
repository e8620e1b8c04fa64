
#include "base/text.h"
#include "meta/reader.h"
#include "meta/xmp.h"

/* Control characters that XML 1.0 forbids stand at U+E000 + c while expat reads. */
#define MOVED_TO 0xe000u

/* How wide a character is, by the byte order mark or by where the NULs around the first '<' lie. */
static void encoding_of(struct span in, size_t *width, bool *big_endian)
{
    static const struct {
        const char *bytes;
        size_t len, width;
        bool big_endian;
    } starts[] = {
        { "\0\0\xfe\xff", 4, 4, true }, { "\xff\xfe\0\0", 4, 4, false },
        { "\0\0\0<", 4, 4, true },      { "<\0\0\0", 4, 4, false },
        { "\xfe\xff", 2, 2, true },     { "\xff\xfe", 2, 2, false },
        { "\0<", 2, 2, true },          { "<\0", 2, 2, false },
    };

    *width = 1;
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (span_starts(in, (struct span){ (const uint8_t *)starts[i].bytes, starts[i].len })) {
            *width = starts[i].width;
            *big_endian = starts[i].big_endian;
            return;
        }
    }
}

/* UTF-16 and UTF-32 to UTF-8; what is no character becomes '?'. */
static void widen(struct span in, size_t width, bool big_endian, struct buf *out)
{
    for (size_t at = 0; at + width <= in.len; at += width) {
        uint32_t c =
            width == 2 ? get_u16(in.data + at, big_endian) : get_u32(in.data + at, big_endian);

        if (width == 2 && c >= 0xd800 && c < 0xdc00 && at + 4 <= in.len) {
            uint32_t low = get_u16(in.data + at + 2, big_endian);

            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        if (c == 0xfeff) {
            continue;
        }
        text_append_character((c >= 0xd800 && c < 0xe000) || c > 0x10ffff ? '?' : c, out);
    }
}

/* "&amp;" and "&#x41;": what XML itself knows. Any other '&' is taken as it stands. */
static bool is_entity(struct span in)
{
    static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
    size_t at = 2, digits = 0;
    uint32_t code = 0;
    bool hex = in.len > 2 && in.data[2] == 'x';

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (span_starts(in, span_str(names[i]))) {
            return true;
        }
    }
    if (in.len < 4 || in.data[1] != '#') {
        return false;
    }
    for (at += hex; at < in.len && digits < 8; at++, digits++) {
        int digit = text_hex_value(in.data[at]);

        if (digit < 0 || (!hex && digit > 9)) {
            break;
        }
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    return digits > 0 && at < in.len && in.data[at] == ';' && code < 0x110000 &&
           (code >= 0x20 || code == 9 || code == 10 || code == 13) &&
           (code < 0xd800 || code >= 0xe000) && code != 0xfffe && code != 0xffff;
}

/* From at on, the end of what nobody needs to look at. */
static size_t plain_up_to(struct span in, size_t at)
{
    while (at < in.len && in.data[at] >= 0x20 && in.data[at] < 0x80 && in.data[at] != '&' &&
           (in.data[at] != '<' || at + 1 == in.len || in.data[at + 1] != '?')) {
        at++;
    }
    return at;
}

/* Copies text, putting right what would end the parsing. */
static void repair(struct span in, struct buf *out)
{
    size_t kept = 0, at = 0;

    while ((at = plain_up_to(in, at)) < in.len) {
        uint8_t c = in.data[at];
        struct span rest = span_from(in, at);
        size_t len = c < 0x80 ? 1 : text_utf8_length(rest);
        bool forbidden = (c < 0x20 && c != 9 && c != 10 && c != 13) || len == 0;
        bool declared = c == '<' && span_starts(rest, span_str("<?xml "));

        if (len == 3 && c == 0xef && rest.data[1] == 0xbf && rest.data[2] >= 0xbe) {
            forbidden = true; /* U+FFFE and U+FFFF */
        }
        if (!forbidden && !declared && !(c == '&' && !is_entity(rest))) {
            at += len;
            continue;
        }
        buf_add(out, in.data + kept, at - kept);
        if (declared) {
            buf_add_str(out, "<?was-xml "); /* its encoding no longer holds */
            at += 6;
        } else if (c == '&') {
            buf_add_str(out, "&amp;");
            at++;
        } else if (c < 0x20) {
            text_append_character(MOVED_TO + c, out);
            at++;
        } else {
            buf_add_byte(out, '?'); /* as ExifTool does */
            at += len == 0 ? 1 : len;
        }
        kept = at;
    }
    buf_add_span(out, (struct span){ at > kept ? in.data + kept : NULL, at - kept });
}

void xmp_text_prepare(struct span packet, struct buf *out)
{
    CLEANUP(buf_release) struct buf wide = BUF_INIT(out->max);
    size_t width = 1, at = 0;
    bool big_endian = false;

    if (span_starts(packet, span_str("\xef\xbb\xbf<?xml"))) {
        return; /* ExifTool takes a packet that begins so for an empty one */
    }
    encoding_of(packet, &width, &big_endian);
    if (width > 1) {
        widen(packet, width, big_endian, &wide);
        packet = buf_span(&wide);
    }
    while (packet.len > 0 && packet.data[packet.len - 1] == 0) {
        packet.len--;
    }
    while (at < packet.len && packet.data[at] != '<') {
        at++;
    }
    repair(span_from(packet, at), out);
}

size_t xmp_text_restore(char *text, size_t len)
{
    size_t to = 0;

    for (size_t at = 0; at < len; to++) {
        const uint8_t *c = (const uint8_t *)text + at;

        if (len - at >= 3 && c[0] == 0xee && c[1] == 0x80 && c[2] < 0xa0) {
            text[to] = (char)(c[2] & 0x1f);
            at += 3;
        } else {
            text[to] = text[at++];
        }
    }
    return to;
}
