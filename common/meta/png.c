/* PNG and APNG: a signature, then chunks of a length, a type, data and a check sum. */
#include "meta/png.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/ifd.h"
#include "meta/name.h"
#include "meta/print.h"
#include "meta/tables/png.h"

#define SIGNATURE_BYTES  8
#define CHUNK_HEADER     8
#define CHECK_BYTES      4
#define MAX_TRANSPARENCY 6 /* bytes printed as numbers */
#define ICC_HEADER       128
#define MAX_PALETTE      3 /* bytes printed as numbers */
#define MAX_CHUNKS       100000

static const struct place png_place = { .g0 = "PNG", .g1 = "PNG" };

bool png_gamma(const struct tag_env *env, struct buf *out)
{
    double stored = (double)raw_int(env);

    if (stored != 0) {
        number_append(floor(1e9 / stored + 0.5) / 1e4, 15, out);
    }
    return true;
}

bool png_fraction(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 100000, out);
}

static void add_samples(struct span in, size_t width, struct buf *out)
{
    for (size_t at = 0; at + width <= in.len; at += width) {
        buf_printf(out, at > 0 ? " %u" : "%u",
                   width == 2 ? get_u16(in.data + at, true) : in.data[at]);
    }
}

bool png_color(const struct tag_env *env, struct buf *out)
{
    add_samples(env->raw->bytes, env->raw->bytes.len > 1 ? 2 : 1, out);
    return true;
}

/* An alpha value for each colour of a palette, or one transparent colour. */
bool png_transparency(const struct tag_env *env, struct buf *out)
{
    const struct value *type = scan_member(env->scan, "ColorType");
    struct span in = env->raw->bytes;

    if (in.len > MAX_TRANSPARENCY) {
        buf_printf(out, "(Binary data %zu bytes, use -b option to extract)", in.len);
    } else {
        add_samples(in, type != NULL && value_int(type, 0) == 3 ? 1 : 2, out);
    }
    return true;
}

bool png_palette(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len > MAX_PALETTE) {
        buf_printf(out, "(Binary data %zu bytes, use -b option to extract)", in.len);
    } else {
        add_samples(in, 1, out);
    }
    return true;
}

bool png_time(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len < 7) {
        return false;
    }
    buf_printf(out, "%04u:%02u:%02u %02u:%02u:%02u", get_u16(in.data, true), in.data[2], in.data[3],
               in.data[4], in.data[5], in.data[6]);
    return true;
}

bool png_offset(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len < 8) {
        return false;
    }
    buf_printf(out, "%u, %u (%s)", get_u32(in.data, true), get_u32(in.data + 4, true),
               in.len > 8 && in.data[8] ? "microns" : "pixels");
    return true;
}

/* sCAL: a unit, and two numbers in decimal. */
static void scale_read(struct meta_scan *scan, struct span data)
{
    static const char *const units[] = { "", "meters", "radians" };
    uint8_t unit = data.len > 0 ? data.data[0] : 0;
    struct span rest = span_from(data, 1);
    const uint8_t *end = rest.len == 0 ? NULL : memchr(rest.data, 0, rest.len);
    size_t len = end == NULL ? rest.len : (size_t)(end - rest.data);

    char other[24];

    snprintf(other, sizeof other, "Unknown (%u)", unit);
    (void)store_add_cstr(&scan->store, &png_place, "SubjectUnits",
                         unit == 1 || unit == 2 ? units[unit] : other);
    (void)store_add_text(&scan->store, &png_place, "SubjectPixelWidth",
                         (struct span){ rest.data, len });
    if (end != NULL) {
        rest = span_from(rest, len + 1);
        end = rest.len == 0 ? NULL : memchr(rest.data, 0, rest.len);
        rest.len = end == NULL ? rest.len : (size_t)(end - rest.data);
        (void)store_add_text(&scan->store, &png_place, "SubjectPixelHeight", rest);
    }
}

/* iCCP: a name, the method (0: deflate), the profile. */
static int profile_read(struct meta_scan *scan, struct span data, struct err *err)
{
    const uint8_t *end = data.len == 0 ? NULL : memchr(data.data, 0, data.len);
    size_t len = end == NULL ? data.len : (size_t)(end - data.data);
    CLEANUP(buf_release) struct buf name = BUF_INIT(1024);
    struct span profile;

    latin1_append((struct span){ data.data, len < 80 ? len : 80 }, &name);
    (void)store_add_text(&scan->store, &png_place, "ProfileName", buf_span(&name));
    if (end == NULL || data.len < len + 2) {
        return 0;
    }
    if (data.data[len + 1] != 0) {
        (void)store_add_binary(&scan->store, &png_place, "ICC_Profile", data.len - len - 2);
        return 0;
    }
    if (!png_inflate(scan, span_from(data, len + 2), &profile)) {
        png_unpacked_in_part(scan, "ICC_Profile", span_from(data, len + 2));
        return 0;
    }
    if (profile.len < ICC_HEADER || get_u32(profile.data, true) > profile.len) {
        (void)store_add_binary(&scan->store, &png_place, "ICC_Profile", profile.len);
    }
    return icc_read(scan, profile, err);
}

/* eXIf; some writers put JPEG's marker before it. */
static int exif_chunk(struct meta_scan *scan, struct span data, uint64_t offset, struct err *err)
{
    static const uint8_t marker[] = { 'E', 'x', 'i', 'f', 0, 0 };
    size_t skip = span_starts(data, (struct span){ marker, sizeof marker }) ? sizeof marker : 0;

    (void)offset; /* ExifTool counts the places of its thumbnails from the block */
    return exif_read(scan, span_from(data, skip), 0, err);
}

/* zxIf, once proposed: a method, the length, deflated EXIF. */
static int packed_exif_chunk(struct meta_scan *scan, struct span data, uint64_t offset,
                             struct err *err)
{
    struct span exif;

    if (data.len < 5 || data.data[0] != 0) {
        return exif_chunk(scan, data, offset, err);
    }
    (void)reader_inflate(&scan->reader, span_from(data, 5), &exif);
    return exif_read(scan, exif, 0, err);
}

/* Chunks that a table of values cannot tell. *known: the chunk was one of these. */
static int special_chunk(struct meta_scan *scan, uint32_t type, struct span data, uint64_t offset,
                         bool *known, struct err *err)
{
    *known = true;
    switch (type) {
    case PNG_CHUNK('t', 'E', 'X', 't'):
    case PNG_CHUNK('z', 'T', 'X', 't'):
    case PNG_CHUNK('i', 'T', 'X', 't'):
        return png_text_read(scan, type, data, err);
    case PNG_CHUNK('i', 'C', 'C', 'P'):
        return profile_read(scan, data, err);
    case PNG_CHUNK('e', 'X', 'I', 'f'):
        return exif_chunk(scan, data, offset, err);
    case PNG_CHUNK('z', 'x', 'I', 'f'):
        return packed_exif_chunk(scan, data, offset, err);
    case PNG_CHUNK('t', 'X', 'M', 'P'):
        return xmp_read(scan, data, err);
    case PNG_CHUNK('s', 'C', 'A', 'L'):
        scale_read(scan, data);
        return 0;
    default:
        *known = false;
        return 0;
    }
}

static int chunk_read(struct meta_scan *scan, uint32_t type, struct span data, uint64_t offset,
                      struct err *err)
{
    const struct tag *row = tag_find(&png_table, type);
    struct value raw = { FORMAT_UNDEF, true, (uint32_t)data.len, data, offset };
    bool known;

    TRY(special_chunk(scan, type, data, offset, &known, err));
    if (known || row == NULL) {
        return 0;
    }
    if (type == PNG_CHUNK('I', 'H', 'D', 'R') && data.len >= 10) {
        struct value color = { FORMAT_U8, true, 1, { data.data + 9, 1 }, 0 };

        scan_set_member(scan, "ColorType", &color);
    }
    if (type == PNG_CHUNK('a', 'c', 'T', 'L')) {
        scan->file_type = "APNG";
        scan->mime = "image/apng";
    }
    if (row->kind == PRINT_BINARY) {
        return binary_read(scan, row->arg, &png_place, data, true, err);
    }
    if (data.len == 0 && (row->flags & TAG_BINARY)) {
        (void)store_add_binary(&scan->store, &png_place, row->name, 0);
        return 0;
    }
    if (data.len >= format_size(row->format)) {
        raw.count = (uint32_t)(data.len / format_size(row->format));
        (void)store_add(&scan->store, &png_place, row, &raw);
    }
    return 0;
}

static bool is_wanted(uint32_t type)
{
    switch (type) {
    case PNG_CHUNK('t', 'E', 'X', 't'):
    case PNG_CHUNK('z', 'T', 'X', 't'):
    case PNG_CHUNK('i', 'T', 'X', 't'):
    case PNG_CHUNK('i', 'C', 'C', 'P'):
    case PNG_CHUNK('e', 'X', 'I', 'f'):
    case PNG_CHUNK('z', 'x', 'I', 'f'):
    case PNG_CHUNK('t', 'X', 'M', 'P'):
    case PNG_CHUNK('s', 'C', 'A', 'L'):
        return true;
    default:
        return tag_find(&png_table, type) != NULL;
    }
}

int png_read(struct meta_scan *scan, struct err *err)
{
    uint64_t at = SIGNATURE_BYTES;

    scan->mime = "image/png";
    store_first_dir(&scan->store, "PNG");
    for (uint32_t i = 0; i < MAX_CHUNKS; i++) {
        uint8_t header[CHUNK_HEADER];
        uint32_t len, type;
        struct span data;
        bool whole;

        TRY(reader_peek(&scan->reader, at, header, sizeof header, &whole, err));
        if (!whole) {
            return 0;
        }
        len = get_u32(header, true);
        type = get_u32(header + 4, true);
        if (len > INT32_MAX || type == PNG_CHUNK('I', 'E', 'N', 'D')) {
            return 0;
        }
        if (is_wanted(type)) {
            TRY(reader_bytes(&scan->reader, at + CHUNK_HEADER, len, &data, err));
            if (data.len < len) {
                return 0;
            }
            TRY(chunk_read(scan, type, data, at + CHUNK_HEADER, err));
        }
        at += CHUNK_HEADER + (uint64_t)len + CHECK_BYTES;
    }
    return 0;
}
