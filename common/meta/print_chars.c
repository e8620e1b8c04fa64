/* Conversions of texts: of other character sets, dates, bytes as digits, versions. */
#include <string.h>

#include "base/text.h"
#include "meta/print.h"

void utf16_append(struct span text, bool big_endian, struct buf *out)
{
    for (size_t at = 0; at + 1 < text.len; at += 2) {
        uint32_t c = get_u16(text.data + at, big_endian);

        if (c == 0) {
            return;
        }
        if (c >= 0xd800 && c < 0xdc00 && at + 3 < text.len) {
            uint32_t low = get_u16(text.data + at + 2, big_endian);

            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        text_append_character(c >= 0xd800 && c < 0xe000 ? 0xfffd : c, out);
    }
}

void latin1_append(struct span text, struct buf *out)
{
    /* 0x80 to 0x9f of Windows code page 1252; 0 for the five that it leaves out */
    static const uint16_t upper[32] = {
        0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
        0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
    };

    for (size_t i = 0; i < text.len; i++) {
        uint8_t c = text.data[i];

        text_append_character(c >= 0x80 && c < 0xa0 ? upper[c - 0x80] : c, out);
    }
}

/* Text in a Latin script has zeros for its high bytes; other scripts keep to few high bytes, so
 * that the order in which neighbours differ least is the right one. */
static bool looks_big_endian(struct span text, bool preset)
{
    size_t even = 0, odd = 0;

    for (size_t at = 0; at + 3 < text.len; at += 2) {
        even += text.data[at] != text.data[at + 2];
        odd += text.data[at + 1] != text.data[at + 3];
    }
    return even == odd ? preset : even < odd;
}

static void unicode_append(struct span text, bool preset, struct buf *out)
{
    if (text.len >= 2 && text.data[0] == 0xfe && text.data[1] == 0xff) {
        utf16_append(span_from(text, 2), true, out);
    } else if (text.len >= 2 && text.data[0] == 0xff && text.data[1] == 0xfe) {
        utf16_append(span_from(text, 2), false, out);
    } else {
        utf16_append(text, looks_big_endian(text, preset), out);
    }
}

bool convert_utf16(const struct tag_env *env, struct buf *out)
{
    utf16_append(env->raw->bytes, false, out);
    return true;
}

/* EXIF 2.32, UserComment: eight bytes say which character set follows. */
bool convert_charset(const struct tag_env *env, struct buf *out)
{
    struct span all = env->raw->bytes, text = span_from(all, 8);
    const uint8_t *end;

    if (all.len < 8) {
        end = all.len > 0 ? memchr(all.data, 0, all.len) : NULL;
        buf_add(out, all.data, end != NULL ? (size_t)(end - all.data) : all.len);
        return true;
    }
    if (memcmp(all.data, "UNICODE", 7) == 0 && (all.data[7] == 0 || all.data[7] == ' ')) {
        unicode_append(text, env->raw->big_endian, out);
        return true;
    }
    if (memcmp(all.data, "ASCII\0", 6) != 0 && memcmp(all.data, "JIS\0", 4) != 0 &&
        all.data[0] != 0 && memcmp(all.data, "        ", 8) != 0) {
        text = all; /* no character set at all */
    }
    end = text.len > 0 ? memchr(text.data, 0, text.len) : NULL;
    buf_add(out, text.data, end != NULL ? (size_t)(end - text.data) : text.len);
    return true;
}

bool convert_date(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    while (text.len > 0 && text.data[text.len - 1] == ' ') {
        text.len--;
    }
    buf_add_span(out, text);
    return true;
}

bool convert_hex(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        buf_printf(out, "%02x", env->raw->bytes.data[i]);
    }
    return true;
}

bool print_dotted(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        buf_add_byte(out, value.data[i] == ' ' ? '.' : value.data[i]);
    }
    return true;
}
