#include <string.h>
#include <zlib.h>

#include "base/text.h"
#include "meta/ifd.h"
#include "meta/name.h"
#include "meta/png.h"
#include "meta/print.h"
#include "meta/tables/png.h"

#define MAX_KEYWORD_BYTES 200
#define MAX_FAILURES      50
#define MAX_RETRIED_BYTES (1u << 20)

static const struct place png_place = { .g0 = "PNG", .g1 = "PNG" };

/* One text chunk taken apart. */
struct png_text {
    struct span keyword, text;
    struct span language; /* of iTXt */
    bool is_packed, is_utf8;
    bool is_strange; /* packed by a method that there is not */
};

static struct span up_to_nul(struct cursor *at)
{
    struct span rest = span_from(at->in, at->at);
    const uint8_t *end = rest.len == 0 ? NULL : memchr(rest.data, 0, rest.len);

    if (end == NULL) {
        at->bad = true;
        return (struct span){ NULL, 0 };
    }
    rest.len = (size_t)(end - rest.data);
    at->at += rest.len + 1;
    return rest;
}

static bool text_split(uint32_t chunk, struct span data, struct png_text *out)
{
    struct cursor at = { .in = data };

    *out = (struct png_text){ .is_packed = chunk == PNG_CHUNK('z', 'T', 'X', 't') };
    out->keyword = up_to_nul(&at);
    if (out->is_packed) {
        out->is_strange = cursor_u8(&at) != 0; /* 0: deflate, the one method there is */
    }
    if (chunk == PNG_CHUNK('i', 'T', 'X', 't')) {
        out->is_utf8 = true;
        out->is_packed = cursor_u8(&at) != 0;
        (void)cursor_u8(&at);
        out->language = up_to_nul(&at);
        (void)up_to_nul(&at); /* the keyword in that language */
    }
    out->text = span_from(data, at.at);
    return !at.bad;
}

/* A line with a name, one with a number. */
static bool profile_has_header(struct span text)
{
    const uint8_t *end = text.len > 1 ? memchr(text.data + 1, '\n', text.len - 1) : NULL;
    size_t at = end == NULL ? text.len : (size_t)(end - text.data) + 1;

    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return text.len > 0 && text.data[0] == '\n' && at < text.len && text_is_digit(text.data[at]);
}

/* ImageMagick's form: a line with the name, one with the length, then lines of hex digits. */
static bool profile_decode(struct meta_scan *scan, struct span text, struct span *out)
{
    struct cursor at = { .in = text };
    uint64_t len = 0;
    uint8_t *bytes, c;
    size_t n = 0;

    while (cursor_left(&at) > 0 && cursor_u8(&at) != '\n') {
    }
    while (cursor_left(&at) > 0 && cursor_u8(&at) != '\n') {
    }
    while ((c = cursor_u8(&at)) == ' ') {
    }
    for (; text_is_digit(c) && len < text.len; c = cursor_u8(&at)) {
        len = len * 10 + (uint64_t)(c - '0');
    }
    if (at.bad || c != '\n' || len > text.len / 2) {
        return false;
    }
    bytes = arena_take(scan->reader.arena, (size_t)len + 1);
    while (bytes != NULL && n < len && cursor_left(&at) > 1) {
        int high = text_hex_value(cursor_u8(&at)), low;

        if (high < 0) {
            continue;
        }
        low = text_hex_value(cursor_u8(&at));
        if (low < 0) {
            break;
        }
        bytes[n++] = (uint8_t)(high << 4 | low);
    }
    *out = (struct span){ bytes, n };
    return bytes != NULL && n > 0;
}

static struct span after(struct span in, const char *start, size_t len)
{
    return span_starts(in, (struct span){ (const uint8_t *)start, len }) ? span_from(in, len) : in;
}

/* EXIF or XMP as JPEG's APP1 has them. */
static int app1_profile(struct meta_scan *scan, struct span block, struct err *err)
{
    static const char xmp_marker[] = "http://ns.adobe.com/xap/1.0/";
    struct span xmp = after(block, xmp_marker, sizeof xmp_marker), exif;
    int result;

    if (xmp.data != block.data) {
        return xmp_read(scan, xmp, err);
    }
    exif = after(block, "Exif\0\0", 6);
    scan->block_shift = block.len - exif.len;
    result = exif_read(scan, exif, 0, err);
    scan->block_shift = 0;
    return result;
}

static int iptc_profile(struct meta_scan *scan, struct span block, struct err *err)
{
    if (block.len > 0 && block.data[0] == 0x1c) {
        return iptc_read(scan, block, err);
    }
    return photoshop_read(scan, block, err);
}

static const struct {
    const char *type;
    int (*read)(struct meta_scan *scan, struct span block, struct err *err);
} profiles[] = {
    { "8bim", photoshop_read }, { "APP1", app1_profile }, { "app1", app1_profile },
    { "exif", app1_profile },   { "icc", icc_read },      { "icm", icc_read },
    { "iptc", iptc_profile },   { "xmp", xmp_read },
};

/* The name of a text, or of a profile, that was not unpacked; NULL for none. */
static const char *packed_name(struct meta_scan *scan, const struct png_text *text)
{
    static const struct {
        const char *type, *name;
    } names[] = {
        { "8bim", "Photoshop_Profile" }, { "APP1", "APP1_Profile" }, { "exif", "EXIF_Profile" },
        { "icc", "ICC_Profile" },        { "icm", "ICC_Profile" },   { "iptc", "IPTC_Profile" },
        { "xmp", "XMP_Profile" },
    };
    struct span prefix = span_str("Raw profile type ");
    const char *name = name_from_text(scan, text->keyword);

    for (size_t i = 0; span_starts(text->keyword, prefix) && i < ARRAY_LEN(names); i++) {
        if (span_equal(span_from(text->keyword, prefix.len), span_str(names[i].type))) {
            name = names[i].name;
        }
    }
    return name;
}

/* Of the text once it is UTF-8. */
static uint64_t utf8_length(const struct png_text *text)
{
    uint64_t len = text->text.len;

    for (size_t i = 0; !text->is_utf8 && i < text->text.len; i++) {
        len += text->text.data[i] >= 0x80;
    }
    return len;
}

/* "Raw profile type exif" and its kin. *known: it was one of these. */
static int profile_read(struct meta_scan *scan, const struct png_text *text, bool *known,
                        struct err *err)
{
    struct span block, prefix = span_str("Raw profile type ");
    struct span type = span_from(text->keyword, prefix.len);

    *known = false;
    if (!span_starts(text->keyword, prefix)) {
        return 0;
    }
    *known = true;
    for (size_t i = 0; i < ARRAY_LEN(profiles); i++) {
        if (span_equal(type, span_str(profiles[i].type))) {
            if (profile_decode(scan, text->text, &block)) {
                return profiles[i].read(scan, block, err);
            }
            if (!profile_has_header(text->text)) {
                (void)store_add_binary(&scan->store, &png_place,
                                       text->is_utf8 ? name_from_text(scan, text->keyword)
                                                     : packed_name(scan, text),
                                       text->text.len);
            }
            return 0;
        }
    }
    (void)store_add_binary(&scan->store, &png_place, name_from_text(scan, text->keyword),
                           utf8_length(text));
    return 0;
}

/* Keywords whose tag has another name than the keyword gives, or whose text is converted. */
static const struct {
    const char *keyword, *name;
    bool (*convert)(struct span in, struct buf *out);
} keywords[] = {
    { "Creation Time", "CreationTime", png_mail_date },
    { "Warning", "PNGWarning", NULL },
    { "create-date", "CreateDate", png_iso_date },
    { "modify-date", "ModDate", png_iso_date },
};

/* "fr" becomes the name's end "-fr", "en-us" "-en-US". */
static void add_language(struct span language, struct buf *name)
{
    buf_add_byte(name, '-');
    for (size_t i = 0; i < language.len && i < 20; i++) {
        bool region = language.len == 5 && i > 2 && strchr("-_", language.data[2]) != NULL;
        char c = language.data[i] == '_' ? '-' : (char)language.data[i];

        c = region ? text_upper(c) : text_lower(c);
        if (c == '-' || text_is_letter(c) || text_is_digit(c)) {
            buf_add_byte(name, (uint8_t)c); /* what cannot stand in a name is left out */
        }
    }
}

static bool has_language(const struct png_text *text)
{
    return text->language.len > 0 && !span_equal(text->language, span_str("x-default"));
}

static void text_add(struct meta_scan *scan, const struct png_text *text)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(MAX_KEYWORD_BYTES + 32);
    CLEANUP(buf_release) struct buf value = BUF_INIT(scan->limits.max_unpacked_bytes);
    CLEANUP(buf_release) struct buf date = BUF_INIT(64);
    const char *plain = name_from_text(scan, text->keyword);
    struct span shown;

    if (text->is_utf8) {
        buf_add_span(&value, text->text);
    } else {
        latin1_append(text->text, &value);
    }
    shown = buf_span(&value);
    for (size_t i = 0; i < ARRAY_LEN(keywords); i++) {
        if (span_equal(text->keyword, span_str(keywords[i].keyword))) {
            plain = keywords[i].name;
            if (keywords[i].convert != NULL && keywords[i].convert(shown, &date)) {
                shown = buf_span(&date);
            }
        }
    }
    buf_add_str(&name, plain == NULL ? "" : plain);
    if (has_language(text)) {
        add_language(text->language, &name);
    }
    if (name.len > 0) {
        (void)store_add_text(&scan->store, &png_place, buf_cstr(&name), shown);
    }
}

/* What ExifTool calls a chunk that it cannot take apart. */
static const char *chunk_name(uint32_t chunk)
{
    return chunk == PNG_CHUNK('t', 'E', 'X', 't')   ? "TextualData"
           : chunk == PNG_CHUNK('z', 'T', 'X', 't') ? "CompressedText"
                                                    : "InternationalText";
}

bool png_inflate(struct meta_scan *scan, struct span packed, struct span *out)
{
    /* RFC 1950: deflate, and a check over both bytes */
    return packed.len >= 2 && (packed.data[0] & 15) == 8 && get_u16(packed.data, true) % 31 == 0 &&
           reader_inflate(&scan->reader, packed, out);
}

void png_unpacked_in_part(struct meta_scan *scan, const char *name, struct span packed)
{
    uint8_t out[4096];
    z_stream stream = { .next_in = (Bytef *)(uintptr_t)packed.data };
    uint64_t made = 0;
    int result = Z_OK;

    stream.avail_in = (uInt)packed.len;
    if (scan->n_unpack_failures++ >= MAX_FAILURES || inflateInit(&stream) != Z_OK) {
        return;
    }
    while (result == Z_OK && made < MAX_RETRIED_BYTES) {
        stream.next_out = out;
        stream.avail_out = sizeof out;
        result = inflate(&stream, Z_NO_FLUSH);
        made += sizeof out - stream.avail_out;
    }
    if (result != Z_STREAM_END && made < MAX_RETRIED_BYTES) {
        (void)store_add_binary(&scan->store, &png_place, name,
                               result == Z_NEED_DICT ? packed.len : stream.avail_in);
    }
    (void)inflateEnd(&stream);
}

/* As ExifTool has it: the bytes that were left over. */
static void packed_in_part(struct meta_scan *scan, const struct png_text *text)
{
    const char *name = packed_name(scan, text);

    if (name != NULL && text->is_strange) {
        (void)store_add_binary(&scan->store, &png_place, name, text->text.len);
    } else if (name != NULL) {
        png_unpacked_in_part(scan, name, text->text);
    }
}

int png_text_read(struct meta_scan *scan, uint32_t chunk, struct span data, struct err *err)
{
    struct png_text text;
    bool known;

    if (!text_split(chunk, data, &text) || text.keyword.len > MAX_KEYWORD_BYTES) {
        (void)store_add_binary(&scan->store, &png_place, chunk_name(chunk), data.len);
        return 0;
    }
    if (text.is_packed) {
        struct span unpacked;

        if (text.is_strange || !png_inflate(scan, text.text, &unpacked)) {
            packed_in_part(scan, &text);
            return 0;
        }
        text.text = unpacked;
    }
    if (span_equal(text.keyword, span_str("XML:com.adobe.xmp"))) {
        return xmp_read(scan, text.text, err);
    }
    TRY(profile_read(scan, &text, &known, err));
    if (!known) {
        text_add(scan, &text);
    }
    return 0;
}
