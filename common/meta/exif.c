#include "meta/exif.h"

#include <string.h>

#include "meta/blocks.h"
#include "meta/md5.h"
#include "meta/print.h"

static bool is_dir(const struct tag_env *env, const char *name)
{
    return env->scan->dir_name != NULL && strcmp(env->scan->dir_name, name) == 0;
}

static bool is_type(const struct tag_env *env, const char *type)
{
    return strcmp(env->scan->file_type, type) == 0;
}

bool is_lossy_jpeg(const struct tag_env *env)
{
    return env->scan->compression == 34892; /* DNG 1.4 */
}

bool is_jpeg_xl(const struct tag_env *env)
{
    return env->scan->compression == 52546; /* DNG 1.7 */
}

/* A whole JPEG in one strip: CR2's first directory, and reduced images in TIFF and DNG. */
bool is_preview_strip(const struct tag_env *env)
{
    if (is_type(env, "CR2")) {
        return is_dir(env, "IFD0");
    }
    if (is_type(env, "JPEG")) {
        return is_dir(env, "IFD2");
    }
    return (is_type(env, "DNG") || is_type(env, "TIFF") || is_type(env, "BTF")) &&
           env->scan->compression == 7 && env->scan->subfile_type != 0;
}

bool is_jpg_from_raw_strip(const struct tag_env *env)
{
    return is_preview_strip(env) && !is_type(env, "CR2") && is_dir(env, "SubIFD2");
}

bool in_thumbnail_dir(const struct tag_env *env)
{
    return is_dir(env, "IFD1") ||
           (is_dir(env, "IFD0") && (is_type(env, "MRW") || is_type(env, "NRW")));
}

bool in_preview_dir(const struct tag_env *env)
{
    return is_dir(env, "MakerNotes") ||
           (is_dir(env, "IFD0") && (is_type(env, "ARW") || is_type(env, "SR2")));
}

bool in_jpg_from_raw_dir(const struct tag_env *env)
{
    return is_dir(env, "SubIFD") || is_dir(env, "IFD2");
}

bool is_maker_private(const struct tag_env *env)
{
    struct span bytes = env->raw->bytes;

    return span_starts(bytes, span_str("PENTAX ")) || span_starts(bytes, span_str("RICOH")) ||
           span_starts(bytes, span_str("SAMSUNG")) || span_starts(bytes, span_str("Adobe"));
}

/* What the file calls text ends at its NUL, be that behind the character set's name. */
bool convert_gps_text(const struct tag_env *env, struct buf *out)
{
    if (env->dir_format == FORMAT_TEXT) {
        buf_add_span(out, value_chars(env->raw));
        return true;
    }
    return convert_charset(env, out);
}

static void add_trimmed(struct span text, struct buf *out)
{
    while (text.len > 0 && strchr(" \t\r\n", text.data[text.len - 1]) != NULL) {
        text.len--;
    }
    buf_add_span(out, text);
}

bool convert_trimmed(const struct tag_env *env, struct buf *out)
{
    if (value_is_number(env->raw)) {
        value_append(env->raw, out);
        return true;
    }
    add_trimmed(value_chars(env->raw), out);
    return true;
}

bool convert_version(const struct tag_env *env, struct buf *out)
{
    if (value_is_number(env->raw)) {
        value_append(env->raw, out);
        return true;
    }
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        if (env->raw->bytes.data[i] != 0) {
            buf_add_byte(out, env->raw->bytes.data[i]);
        }
    }
    return true;
}

/* EXIF 2.32: photographer, NUL, editor, NUL; a blank stands for a photographer who is not named. */
bool convert_copyright(const struct tag_env *env, struct buf *out)
{
    struct span first = value_chars(env->raw), rest = env->raw->bytes;
    size_t start = out->len;

    if (value_is_number(env->raw)) {
        value_append(env->raw, out);
        return true;
    }
    add_trimmed(first, out);
    rest = span_from(rest, first.len + 1);
    if (rest.len > 0) {
        struct value editor = value_text(rest);

        rest = value_chars(&editor);
        if (rest.len > 0 && out->len > start) {
            buf_add_byte(out, '\n');
        }
        add_trimmed(rest, out);
    }
    return true;
}

bool convert_components(const struct tag_env *env, struct buf *out)
{
    static const char *const names[] = { "-", "Y", "Cb", "Cr", "R", "G", "B" };

    for (uint32_t i = 0; i < env->raw->count; i++) {
        int64_t at = value_int(env->raw, i);

        buf_add_str(out, i > 0 ? ", " : "");
        if (at >= 0 && at < (int64_t)ARRAY_LEN(names)) {
            buf_add_str(out, names[at]);
        } else {
            buf_printf(out, "Err (%d)", (int)at);
        }
    }
    return true;
}

bool convert_first_byte(const struct tag_env *env, struct buf *out)
{
    if (env->raw->format == FORMAT_TEXT && env->raw->bytes.len > 0) {
        buf_printf(out, "%d", env->raw->bytes.data[0]);
    } else {
        value_append_element(env->raw, 0, out);
    }
    return true;
}

bool convert_hex_upper(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        buf_printf(out, "%02X", env->raw->bytes.data[i]);
    }
    return true;
}

/* Camera Raw repeats the name: "Exposure: +0.10". */
bool convert_after_colon(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);
    size_t name_len = strlen(env->tag->name);
    const uint8_t *colon;

    (void)name_len;
    colon = text.len > 0 ? memchr(text.data, ':', text.len) : NULL;
    if (colon != NULL) {
        text = span_from(text, (size_t)(colon - text.data) + 1);
        while (text.len > 0 && text.data[0] == ' ') {
            text = span_from(text, 1);
        }
    }
    buf_add_span(out, text);
    return true;
}

bool convert_dotted_u8(const struct tag_env *env, struct buf *out)
{
    value_append(env->raw, out);
    for (size_t i = 0; i < out->len; i++) {
        out->data[i] = out->data[i] == ' ' ? '.' : out->data[i];
    }
    return true;
}

bool convert_utf8_bytes(const struct tag_env *env, struct buf *out)
{
    if (env->raw->format == FORMAT_U8) {
        struct value text = value_text(env->raw->bytes);

        buf_add_span(out, value_chars(&text));
        return true;
    }
    value_append(env->raw, out);
    return true;
}

bool print_metres(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (span_equal(value, span_str("inf")) || span_equal(value, span_str("undef"))) {
        return false;
    }
    buf_add_span(out, value);
    buf_add_str(out, " m");
    return true;
}

bool print_commas(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        buf_add_str(out, value.data[i] == ' ' ? ", " : "");
        if (value.data[i] != ' ') {
            buf_add_byte(out, value.data[i]);
        }
    }
    return true;
}

int read_xmp(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return xmp_read(scan, raw->bytes, err);
}

int read_iptc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    if (scan->is_raw || strcmp(scan->file_type, "TIFF") == 0) { /* its place in these alone */
        iptc_digest_add(scan, raw->bytes);
    }
    return iptc_read(scan, raw->bytes, err);
}

/* The same once more, of which nothing is told that another IPTC block has. */
int read_afcp_iptc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { "IPTC", "IPTC3", PRIORITY_LOW, 0 };

    return iptc_read_as(scan, &place, raw->bytes, err);
}

int read_photoshop(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return photoshop_read(scan, raw->bytes, err);
}

int read_icc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return icc_read(scan, raw->bytes, err);
}
