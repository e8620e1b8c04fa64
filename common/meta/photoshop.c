/* Photoshop's image resources: of JPEG's APP13, TIFF's 0x8649 and of PSD itself. */
#include <math.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/md5.h"
#include "meta/name.h"
#include "meta/print.h"
#include "meta/tables/photoshop.h"

#define MAX_RESOURCES    1000
#define THUMBNAIL_HEADER 28
#define MAX_UTF16_CHARS  4096
#define MAX_CHANNELS     100
#define CHANNEL_BYTES    13
#define UNIT_CM          2
#define CM_AN_INCH       2.54

static const struct place photoshop_place = { "Photoshop", "Photoshop", 0 };

int photoshop_iptc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    if (strcmp(scan->file_type, "JPEG") == 0) { /* elsewhere IPTC has another place */
        iptc_digest_add(scan, raw->bytes);
    }
    return iptc_read(scan, raw->bytes, err);
}

int photoshop_exif(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return exif_read(scan, raw->bytes, raw->offset, err);
}

int photoshop_xmp(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return xmp_read(scan, raw->bytes, err);
}

int photoshop_icc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return icc_read(scan, raw->bytes, err);
}

/* A count of UTF-16 characters and these. */
static struct span next_utf16(struct cursor *at)
{
    uint32_t n = cursor_u32(at);

    if (n > MAX_UTF16_CHARS) {
        at->bad = true;
        return (struct span){ NULL, 0 };
    }
    return cursor_bytes(at, (uint64_t)n * 2);
}

static void add_utf16(struct meta_scan *scan, const char *name, struct span text)
{
    CLEANUP(buf_release) struct buf utf8 = BUF_INIT(3 * 2 * MAX_UTF16_CHARS);

    utf16_append(text, true, &utf8);
    add_text_tag(scan, &photoshop_place, name, buf_span(&utf8));
}

int photoshop_version(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor at = { .in = raw->bytes, .at = 4, .big_endian = true };
    uint8_t merged = cursor_u8(&at);
    struct span writer, reader;

    (void)err;
    if (at.bad) {
        return 0;
    }
    add_text_tag(scan, &photoshop_place, "HasRealMergedData", span_str(merged ? "Yes" : "No"));
    writer = next_utf16(&at);
    if (!at.bad) {
        add_utf16(scan, "WriterName", writer);
    }
    reader = next_utf16(&at);
    if (!at.bad) {
        add_utf16(scan, "ReaderName", reader);
    }
    return 0;
}

int photoshop_slices(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor at = { .in = raw->bytes, .at = 20, .big_endian = true };
    struct span name = next_utf16(&at);
    uint32_t n;

    (void)err;
    if (at.bad) {
        return 0;
    }
    add_utf16(scan, "SlicesGroupName", name);
    n = cursor_u32(&at);
    if (!at.bad) {
        (void)store_add_u64(&scan->store, &photoshop_place, "NumSlices", n);
    }
    return 0;
}

/* A count, then for each a long of flags, an id and a text. */
int photoshop_urls(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    CLEANUP(buf_release) struct buf all = BUF_INIT(1 << 16);
    struct cursor at = { .in = raw->bytes, .big_endian = true };
    uint32_t n = cursor_u32(&at);
    struct found *found;

    (void)err;
    for (uint32_t i = 0; i < n && i < MAX_RESOURCES; i++) {
        struct span text;

        (void)cursor_u64(&at);
        text = next_utf16(&at);
        if (at.bad) {
            break;
        }
        if (i > 0) {
            buf_add_byte(&all, ',');
        }
        utf16_append(text, true, &all);
    }
    found = store_add_text(&scan->store, &photoshop_place, "URL_List", buf_span(&all));
    if (found != NULL) {
        found->is_list = n > 1;
    }
    return 0;
}

/* A version, then a record for each channel: how it is displayed. */
int photoshop_channels(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const char *const groups[] = { "Channel0", "Channel1", "Channel2", "Channel3",
                                          "Channel4" };
    struct span in = span_from(raw->bytes, 4);

    for (size_t i = 0; i < MAX_CHANNELS && (i + 1) * CHANNEL_BYTES <= in.len; i++) {
        size_t group = i < ARRAY_LEN(groups) ? i : ARRAY_LEN(groups) - 1;
        struct place place = { "Photoshop", groups[group], 0, 0 };
        struct span record = { in.data + i * CHANNEL_BYTES, CHANNEL_BYTES };

        TRY(binary_read(scan, &photoshop_channel_table, &place, record, true, err));
    }
    return 0;
}

/* A header of 28 bytes, then a JPEG. */
int photoshop_thumbnail(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const char *const names[] = { "PhotoshopThumbnail", "PhotoshopBGRThumbnail" };
    bool bgr = raw->count == 1;

    (void)err;
    if (raw->bytes.len > THUMBNAIL_HEADER) {
        (void)store_add_binary(&scan->store, &photoshop_place, names[bgr],
                               raw->bytes.len - THUMBNAIL_HEADER);
    }
    return 0;
}

/* Pascal strings, one after the other. */
int photoshop_alpha_names(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    CLEANUP(buf_release) struct buf all = BUF_INIT(1 << 16);
    struct cursor at = { .in = raw->bytes };
    struct found *found;
    size_t n = 0;

    (void)err;
    while (cursor_left(&at) > 0) {
        struct span text = cursor_bytes(&at, cursor_u8(&at));

        if (at.bad) {
            break;
        }
        if (n++ > 0) {
            buf_add_byte(&all, ',');
        }
        latin1_append(text, &all);
    }
    found = store_add_text(&scan->store, &photoshop_place, "AlphaChannelsNames", buf_span(&all));
    if (found != NULL) {
        found->is_list = n > 1;
    }
    return 0;
}

/* Kept for inches; printed for the unit that is displayed. */
bool photoshop_resolution(const struct tag_env *env, struct buf *out)
{
    bool across = env->tag->name[0] == 'X';
    const struct value *unit =
        scan_member(env->scan, across ? "DisplayedUnitsX" : "DisplayedUnitsY");
    double number = (double)raw_int(env) / 65536;

    number *= unit != NULL && value_int(unit, 0) == UNIT_CM ? CM_AN_INCH : 1;
    return number_put(floor(number * 100 + 0.5) / 100, out);
}

bool photoshop_hex(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len && i < 64; i++) {
        buf_printf(out, "%02x", env->raw->bytes.data[i]);
    }
    return true;
}

bool photoshop_pascal(const struct tag_env *env, struct buf *out)
{
    struct cursor at = { .in = env->raw->bytes };
    struct span text = cursor_bytes(&at, cursor_u8(&at));

    latin1_append(text, out);
    return !at.bad;
}

bool photoshop_utf16(const struct tag_env *env, struct buf *out)
{
    struct cursor at = { .in = env->raw->bytes, .big_endian = true };
    struct span text = next_utf16(&at);

    utf16_append(text, true, out);
    return !at.bad;
}

bool photoshop_when_progressive(const struct tag_env *env)
{
    const struct value *format = scan_member(env->scan, "PhotoshopFormat");

    return format != NULL && value_int(format, 0) == 0x101;
}

/* Photoshop's own scale begins at -4. */
bool photoshop_print_quality(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "%lld", (long long)raw_int(env) + 4);
    return true;
}

static int add_resource(struct meta_scan *scan, uint16_t id, struct span data, struct err *err)
{
    const struct tag *row = tag_find(&photoshop_table, id);
    struct value raw = { FORMAT_UNDEF, true, (uint32_t)data.len, data, 0 };
    int result = 0;

    if (row == NULL) {
        return 0;
    }
    if (row->kind == PRINT_BINARY) {
        return binary_read(scan, row->arg, &photoshop_place, data, true, err);
    }
    if (row->kind == PRINT_BLOCK && scan_enter(scan)) {
        raw.count = id == 0x0409 ? 1 : raw.count;
        result = row->block(scan, &raw, err);
        scan_leave(scan);
    } else if (row->kind != PRINT_BLOCK && data.len >= format_size(row->format)) {
        raw.count =
            row->format == FORMAT_TEXT || row->format == FORMAT_UNDEF ? (uint32_t)data.len : 1;
        (void)store_add(&scan->store, &photoshop_place, row, &raw);
    }
    return result;
}

static bool is_signature(struct span in)
{
    static const char *const known[] = { "8BIM", "PHUT", "DCSR", "AgHg", "MeSa" };

    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (span_equal(in, span_str(known[i]))) {
            return true;
        }
    }
    return false;
}

int photoshop_read(struct meta_scan *scan, struct span resources, struct err *err)
{
    struct cursor at = { .in = resources, .big_endian = true };

    for (size_t i = 0; i < MAX_RESOURCES && cursor_left(&at) >= 8; i++) {
        struct span signature = cursor_bytes(&at, 4);
        bool known = is_signature(signature), is_common = span_equal(signature, span_str("8BIM"));
        uint16_t id = cursor_u16(&at);
        uint8_t name_len = cursor_u8(&at);
        struct span data;
        uint32_t len;

        if (!known) {
            return 0;
        }
        (void)cursor_bytes(&at, name_len + ((name_len & 1) == 0)); /* even with its length byte */
        len = cursor_u32(&at);
        data = cursor_bytes(&at, len);
        if (at.bad) {
            return 0;
        }
        if (is_common) { /* other programs' resources are numbered otherwise */
            TRY(add_resource(scan, id, data, err));
        }
        if ((len & 1) && cursor_left(&at) > 0) {
            (void)cursor_u8(&at);
        }
    }
    return 0;
}
