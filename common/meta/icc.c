/* ICC profiles (ICC.1:2022): a header of 128 bytes, a directory, and tags that begin with the
 * signature of their type. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/name.h"
#include "meta/print.h"
#include "meta/tables/icc.h"

#define HEADER_BYTES    128
#define MAX_TAGS        200 /* as many as ExifTool takes */
#define MAX_LANGUAGES   200
#define MAX_TARGET_TEXT 128 /* of measured patches: a longer one is told by its length */

/* The second: of a profile that another one stands over. */
static const struct place icc_places[] = { { "ICC_Profile", "ICC_Profile", 0, 0 },
                                           { "ICC_Profile", "ICC_Profile2", PRIORITY_LOW, 0 } };

static const struct place *icc_place(const struct meta_scan *scan)
{
    return &icc_places[scan->low_icc];
}

/* One tag of the directory. */
struct icc_tag {
    const struct tag *row;
    struct span bytes; /* type signature first */
};

bool icc_date(const struct tag_env *env, struct buf *out)
{
    unsigned part[6];

    for (uint32_t i = 0; i < 6; i++) {
        part[i] = (unsigned)value_int(env->raw, i);
    }
    buf_printf(out, "%04u:%02u:%02u %02u:%02u:%02u", part[0], part[1], part[2], part[3], part[4],
               part[5]);
    return true;
}

bool icc_profile_id(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;
    bool set = false;

    for (size_t i = 0; i < in.len; i++) {
        set |= in.data[i] != 0;
    }
    if (!set) {
        buf_add_str(out, "0");
        return true;
    }
    for (size_t i = 0; i < in.len; i++) {
        buf_printf(out, "%02x", in.data[i]);
    }
    return true;
}

/* As ExifTool rounds these numbers: to five decimals. */
static void add_fixed(double number, struct buf *out)
{
    number_append(floor(number / 65536 * 1e5 + 0.5) / 1e5, 15, out);
}

bool icc_fixed(const struct tag_env *env, struct buf *out)
{
    for (uint32_t i = 0; i < env->raw->count; i++) {
        if (i > 0) {
            buf_add_byte(out, ' ');
        }
        add_fixed((double)value_int(env->raw, i), out);
    }
    return true;
}

bool icc_print_version(const struct tag_env *env, struct span value, struct buf *out)
{
    struct span in = env->raw->bytes;

    (void)value;
    if (in.len < 2) {
        return false;
    }
    buf_printf(out, "%u.%u.%u", in.data[0], in.data[1] >> 4, in.data[1] & 15);
    return true;
}

bool icc_print_flags(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t flags = (uint32_t)raw_int(env);

    (void)value;
    buf_add_str(out, flags & 1 ? "Embedded, " : "Not Embedded, ");
    buf_add_str(out, flags & 2 ? "Not Independent" : "Independent");
    return true;
}

bool icc_print_attributes(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t bits = (uint32_t)value_int(env->raw, 1);

    (void)value;
    buf_add_str(out, bits & 1 ? "Transparency, " : "Reflective, ");
    buf_add_str(out, bits & 2 ? "Matte, " : "Glossy, ");
    buf_add_str(out, bits & 4 ? "Negative, " : "Positive, ");
    buf_add_str(out, bits & 8 ? "B&W" : "Color");
    return true;
}

bool icc_print_percent(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    number_append(round(number_parse(value, NULL) * 1e5) / 1e3, 15, out);
    buf_add_byte(out, '%');
    return true;
}

static struct span text_up_to_nul(struct span in)
{
    size_t len = 0;

    while (len < in.len && in.data[len] != 0) {
        len++;
    }
    in.len = len;
    return in;
}

static void add_text(struct meta_scan *scan, const struct icc_tag *tag, struct span text)
{
    CLEANUP(buf_release) struct buf utf8 = BUF_INIT(scan->limits.max_unpacked_bytes);
    struct span kept;
    struct value raw;

    buf_add_span(&utf8, text_up_to_nul(text));
    kept = arena_copy(scan->reader.arena, buf_span(&utf8));
    raw = value_text(kept);
    (void)store_add(&scan->store, icc_place(scan), tag->row, &raw);
}

/* textDescriptionType: its ASCII part is what ExifTool prints. */
static void add_description(struct meta_scan *scan, const struct icc_tag *tag)
{
    struct cursor at = { .in = tag->bytes, .at = 8, .big_endian = true };
    uint32_t len = cursor_u32(&at);
    struct span rest = span_from(tag->bytes, 12);

    if (!at.bad) {
        rest.len = len < rest.len ? len : rest.len;
        add_text(scan, tag, rest);
    }
}

/* "ProfileDescription-fr-FR"; English of the United States has the name to itself, and so has what
 * is no language and country of two letters each. */
static const char *name_in_language(struct meta_scan *scan, const char *name, const uint8_t code[4])
{
    char text[96];
    int len;

    if (!text_is_letter(code[0]) || !text_is_letter(code[1]) || !text_is_letter(code[2]) ||
        !text_is_letter(code[3])) {
        return name;
    }
    len = snprintf(text, sizeof text, "%.80s-%c%c-%c%c", name, code[0] | 32, code[1] | 32,
                   code[2] & ~32, code[3] & ~32);
    return strcmp(text + len - 6, "-en-US") == 0
               ? name
               : arena_text(scan->reader.arena, (struct span){ (uint8_t *)text, (size_t)len });
}

/* multiLocalizedUnicodeType */
static void add_localized(struct meta_scan *scan, const struct icc_tag *tag)
{
    struct cursor at = { .in = tag->bytes, .at = 8, .big_endian = true };
    uint32_t n = cursor_u32(&at), size = cursor_u32(&at);

    for (uint32_t i = 0; i < n && i < MAX_LANGUAGES && size >= 12; i++) {
        CLEANUP(buf_release) struct buf utf8 = BUF_INIT(scan->limits.max_unpacked_bytes);
        struct span record, text;
        const char *name;

        if (!span_slice(tag->bytes, 16 + (uint64_t)i * size, 12, &record) ||
            !span_slice(tag->bytes, get_u32(record.data + 8, true), get_u32(record.data + 4, true),
                        &text)) {
            return;
        }
        utf16_append(text, true, &utf8);
        name = name_in_language(scan, tag->row->name, record.data);
        if (name != NULL) {
            text = arena_copy(scan->reader.arena, buf_span(&utf8));
            (void)store_add_printed(&scan->store, icc_place(scan), name, text, text);
        }
    }
}

static void add_signature(struct meta_scan *scan, const struct icc_tag *tag)
{
    struct span text;
    struct value raw;

    if (span_slice(tag->bytes, 8, 4, &text)) {
        raw = value_text(text);
        (void)store_add(&scan->store, icc_place(scan), tag->row, &raw);
    }
}

static void add_numbers(struct meta_scan *scan, const struct icc_tag *tag, uint8_t format)
{
    struct span bytes = span_from(tag->bytes, 8);
    struct value raw = { .format = format, .big_endian = true };

    raw.count = (uint32_t)(bytes.len / format_size(format));
    raw.bytes = (struct span){ bytes.data, raw.count * format_size(format) };
    if (raw.count > 0) {
        (void)store_add(&scan->store, icc_place(scan), tag->row, &raw);
    }
}

static void add_fixed_numbers(struct meta_scan *scan, const struct icc_tag *tag)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(scan->limits.max_unpacked_bytes);
    struct span bytes = span_from(tag->bytes, 8), kept;

    for (size_t at = 0; at + 4 <= bytes.len; at += 4) {
        if (at > 0) {
            buf_add_byte(&text, ' ');
        }
        add_fixed((int32_t)get_u32(bytes.data + at, true), &text);
    }
    kept = arena_copy(scan->reader.arena, buf_span(&text));
    (void)store_add_printed(&scan->store, icc_place(scan), tag->row->name, kept, kept);
}

static void add_date_time(struct meta_scan *scan, const struct icc_tag *tag)
{
    static const struct tag date = { 0, "", .convert = icc_date };
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    struct span bytes, kept;

    if (span_slice(tag->bytes, 8, 12, &bytes)) {
        struct value raw = { .format = FORMAT_U16, .big_endian = true, .count = 6, .bytes = bytes };
        struct tag_env env = { scan, &date, &raw, FORMAT_U16 };

        (void)icc_date(&env, &text);
        kept = arena_copy(scan->reader.arena, buf_span(&text));
        (void)store_add_printed(&scan->store, icc_place(scan), tag->row->name, kept, kept);
    }
}

/* dictType: names and values in UTF-16, of which ExifTool prints every one. */
static void add_dictionary(struct meta_scan *scan, const struct icc_tag *tag)
{
    struct place place = { "ICC_Profile", "ICC-meta", icc_place(scan)->priority, 0 };
    struct cursor at = { .in = tag->bytes, .at = 8, .big_endian = true };
    uint32_t n = cursor_u32(&at), size = cursor_u32(&at);

    for (uint32_t i = 0; i < n && i < MAX_TAGS && size >= 16; i++) {
        CLEANUP(buf_release) struct buf name = BUF_INIT(256), text = BUF_INIT(65536);
        struct span record, key, value;
        const char *kept;

        if (!span_slice(tag->bytes, 16 + (uint64_t)i * size, 16, &record) ||
            !span_slice(tag->bytes, get_u32(record.data, true), get_u32(record.data + 4, true),
                        &key) ||
            !span_slice(tag->bytes, get_u32(record.data + 8, true), get_u32(record.data + 12, true),
                        &value)) {
            return;
        }
        utf16_append(key, true, &name);
        utf16_append(value, true, &text);
        kept = name_from_text(scan, buf_span(&name));
        if (kept != NULL) {
            value = arena_copy(scan->reader.arena, buf_span(&text));
            (void)store_add_printed(&scan->store, &place, kept, value, value);
        }
    }
}

static void add_binary(struct meta_scan *scan, const struct icc_tag *tag)
{
    (void)store_add_binary(&scan->store, icc_place(scan), tag->row->name, tag->bytes.len);
}

/* By type signature; what is not here is printed as its length. */
static const struct {
    uint32_t type;
    void (*add)(struct meta_scan *scan, const struct icc_tag *tag);
    uint8_t format; /* of an array of numbers, in place of add */
} types[] = {
    { ICC_SIGNATURE('d', 'e', 's', 'c'), add_description, 0 },
    { ICC_SIGNATURE('m', 'l', 'u', 'c'), add_localized, 0 },
    { ICC_SIGNATURE('s', 'i', 'g', ' '), add_signature, 0 },
    { ICC_SIGNATURE('X', 'Y', 'Z', ' '), add_fixed_numbers, 0 },
    { ICC_SIGNATURE('s', 'f', '3', '2'), add_fixed_numbers, 0 },
    { ICC_SIGNATURE('d', 't', 'i', 'm'), add_date_time, 0 },
    { ICC_SIGNATURE('d', 'i', 'c', 't'), add_dictionary, 0 },
    { ICC_SIGNATURE('u', 'i', '0', '8'), NULL, FORMAT_U8 },
    { ICC_SIGNATURE('u', 'i', '1', '6'), NULL, FORMAT_U16 },
    { ICC_SIGNATURE('u', 'i', '3', '2'), NULL, FORMAT_U32 },
    { ICC_SIGNATURE('u', 'i', '6', '4'), NULL, FORMAT_U64 },
};

/* Texts are printed even when their type is damaged. */
static bool is_text_tag(uint32_t id)
{
    static const uint32_t ids[] = { ICC_SIGNATURE('c', 'p', 'r', 't'),
                                    ICC_SIGNATURE('d', 'e', 's', 'c'),
                                    ICC_SIGNATURE('d', 'm', 'd', 'd'),
                                    ICC_SIGNATURE('d', 'm', 'n', 'd'),
                                    ICC_SIGNATURE('v', 'u', 'e', 'd') };

    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        if (ids[i] == id) {
            return true;
        }
    }
    return false;
}

static int add_tag(struct meta_scan *scan, const struct icc_tag *tag, struct err *err)
{
    uint32_t type = get_u32(tag->bytes.data, true);

    if (tag->row->kind == PRINT_BINARY) {
        if (type != tag->row->id) {
            return 0; /* a layout of its own has its tag's signature as type */
        }
        return binary_read(scan, tag->row->arg, icc_place(scan), tag->bytes, true, err);
    }
    if (type == ICC_SIGNATURE('t', 'e', 'x', 't')) {
        struct span text = text_up_to_nul(span_from(tag->bytes, 8));

        if (tag->row->id == ICC_SIGNATURE('t', 'a', 'r', 'g') && text.len > MAX_TARGET_TEXT) {
            (void)store_add_binary(&scan->store, icc_place(scan), tag->row->name, text.len);
        } else {
            add_text(scan, tag, text);
        }
        return 0;
    }
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (types[i].type == type && types[i].add != NULL) {
            types[i].add(scan, tag);
            return 0;
        }
        if (types[i].type == type) {
            add_numbers(scan, tag, types[i].format);
            return 0;
        }
    }
    if (is_text_tag(tag->row->id)) {
        add_text(scan, tag, tag->bytes);
    } else {
        add_binary(scan, tag);
    }
    return 0;
}

int icc_read(struct meta_scan *scan, struct span profile, struct err *err)
{
    struct cursor at = { .in = profile, .at = HEADER_BYTES, .big_endian = true };
    struct place header = { "ICC_Profile", "ICC-header", icc_place(scan)->priority, 0 };
    uint32_t n;

    /* a profile that is cut off is not read at all, as ExifTool does */
    if (profile.len < HEADER_BYTES || get_u32(profile.data, true) > profile.len) {
        return 0;
    }
    TRY(binary_read(scan, &icc_header_table, &header, (struct span){ profile.data, HEADER_BYTES },
                    true, err));
    n = cursor_u32(&at);
    for (uint32_t i = 0; i < n && i < MAX_TAGS && cursor_left(&at) >= 12; i++) {
        uint32_t signature = cursor_u32(&at), offset = cursor_u32(&at), len = cursor_u32(&at);
        struct icc_tag tag = { .row = tag_find(&icc_tag_table, signature) };

        if (!span_slice(profile, offset, len, &tag.bytes)) {
            break; /* nothing behind a tag that reaches outside is believed */
        }
        if (tag.row != NULL && len >= 8) {
            TRY(add_tag(scan, &tag, err));
        }
    }
    return 0;
}
